"""The agenda of the two hours, from the first question to the deck."""

from canvas.ui.express_page import express_page

express_page()
