"""The Deliver page: one module a card."""

from canvas.ui.deliver.page import deliver_page

__all__ = ["deliver_page"]
