"""Deliver: the deck, the project file, what was changed."""

from canvas.ui.deliver_page import deliver_page

deliver_page()
