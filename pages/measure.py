"""Step 9, measure: what it brings, and what to change."""

from canvas.ui.step_page import step_page

step_page("measure")
