"""Step 8, resources: time, money and quality."""

from canvas.ui.step_page import step_page

step_page("resources")
