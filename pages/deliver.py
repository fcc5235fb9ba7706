"""Deliver: the deck, the project file, what was changed."""

from canvas.ui.deliver import deliver_page

deliver_page()
