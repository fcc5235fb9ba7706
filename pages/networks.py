"""Step 6, networks: where to be, and where not."""

from canvas.ui.step_page import step_page

step_page("networks")
