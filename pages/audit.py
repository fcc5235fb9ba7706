"""Step 0, audit: where you stand."""

from canvas.ui.step_page import step_page

step_page("audit")
