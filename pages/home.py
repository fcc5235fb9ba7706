"""My strategies."""

from canvas.ui.home_page import home_page

home_page()
