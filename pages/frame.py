"""The frame: who you are and what is expected."""

from canvas.ui.step_page import step_page

step_page("frame")
