"""The thread: what exists because of what, from the company's goal to the last decision."""

from canvas.ui.thread_page import thread_page

thread_page()
