"""Step 3, segments: whom to reach first."""

from canvas.ui.step_page import step_page

step_page("segments")
