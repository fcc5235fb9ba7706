"""Step 1, objectives: what it must bring."""

from canvas.ui.step_page import step_page

step_page("objectives")
