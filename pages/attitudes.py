"""Step 4, attitudes and charter: how to behave."""

from canvas.ui.step_page import step_page

step_page("attitudes")
