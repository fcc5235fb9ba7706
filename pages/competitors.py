"""Step 5, competitors and influencers: who counts around you."""

from canvas.ui.step_page import step_page

step_page("competitors")
