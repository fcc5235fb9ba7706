"""The SWOT grid: four quadrants, internal above external (C29)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.steps.audit.swot import Quadrant, SwotItem
from canvas.ui.canvases.parts import Draw, Part
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


def _quadrant(quadrant: Quadrant) -> Draw:
    """Return what draws one quadrant by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        theme = st.context.theme.type or "light"
        heading = tr(HEADINGS[quadrant])
        board(
            SwotItem,
            strategy,
            tr,
            key=f"canvas-swot-{quadrant}",
            areas=[Area(str(quadrant), heading, TONES[str(quadrant)].on(theme))],
            area_field="quadrant",
            text="text",
            marks=("confidence", "impact"),
            records=[item for item in strategy.of(SwotItem) if item.quadrant is quadrant],
        )

    return draw


PARTS = {
    str(quadrant): Part(heading, _quadrant(quadrant)) for quadrant, heading in HEADINGS.items()
}
"""The quadrants, to be projected one by one."""
