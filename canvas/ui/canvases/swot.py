"""The SWOT grid: four quadrants, internal above external (C29)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.steps.audit.swot import Quadrant, SwotItem
from canvas.ui.components.board import Area, board

HEADINGS = {
    Quadrant.STRENGTH: N_("Strengths"),
    Quadrant.WEAKNESS: N_("Weaknesses"),
    Quadrant.OPPORTUNITY: N_("Opportunities"),
    Quadrant.THREAT: N_("Threats"),
}


def grid(strategy: Strategy, tr: Translator) -> None:
    """Draw the grid; a card is a note, its place its quadrant."""
    theme = st.context.theme.type or "light"
    areas = [
        Area(str(quadrant), tr(heading), TONES[str(quadrant)].on(theme))
        for quadrant, heading in HEADINGS.items()
    ]
    board(
        SwotItem,
        strategy,
        tr,
        key="canvas-swot",
        areas=areas,
        area_field="quadrant",
        text="text",
        marks=("confidence", "impact"),
        layout="grid",
        columns=2,
        axes={
            "columns": [tr(N_("What helps us")), tr(N_("What holds us back"))],
            "rows": [tr(N_("Internal")), tr(N_("External"))],
        },
    )
