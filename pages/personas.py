"""Step 2, personas: who you speak to."""

from canvas.ui.step_page import step_page

step_page("personas")
