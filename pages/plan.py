"""Step 7, plan: what to publish, when, and how to make it known."""

from canvas.ui.step_page import step_page

step_page("plan")
