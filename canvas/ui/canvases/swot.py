"""The SWOT: its four quadrants, internal above external, and what their crossing gives.

C29, C30.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.steps.audit.hints import axis_hint
from canvas.steps.audit.swot import Quadrant, SwotItem
from canvas.ui.canvases.parts import Draw, Part
from canvas.ui.components.board import Area, board
from canvas.ui.components.crossing import cell_id, crossing

HEADINGS = {
    Quadrant.STRENGTH: N_("Strengths"),
    Quadrant.WEAKNESS: N_("Weaknesses"),
    Quadrant.OPPORTUNITY: N_("Opportunities"),
    Quadrant.THREAT: N_("Threats"),
}


EXAMPLES = {
    Quadrant.STRENGTH: N_("Sourdough made in house since 1987, known in the neighbourhood"),
    Quadrant.WEAKNESS: N_("Nobody has time to answer messages before the evening"),
    Quadrant.OPPORTUNITY: N_("New flats are being built two streets away"),
    Quadrant.THREAT: N_("A supermarket with its own oven opens in spring"),
}


def grid(strategy: Strategy, tr: Translator) -> None:
    """Draw the grid; a card is a note, its place its quadrant."""
    _board(
        strategy,
        tr,
        tuple(HEADINGS),
        key="canvas-swot",
        layout="grid",
        columns=2,
        axes={
            "columns": [tr(N_("What helps us")), tr(N_("What holds us back"))],
            "rows": [tr(N_("Internal")), tr(N_("External"))],
        },
    )


def _board(
    strategy: Strategy, tr: Translator, quadrants: Sequence[Quadrant], *, key: str, **shape: Any
) -> None:
    theme = st.context.theme.type or "light"
    notes = strategy.of(SwotItem)
    board(
        SwotItem,
        strategy,
        tr,
        key=key,
        areas=[
            Area(
                str(quadrant),
                tr(HEADINGS[quadrant]),
                TONES[str(quadrant)].on(theme),
                example=tr(EXAMPLES[quadrant]),
            )
            for quadrant in quadrants
        ],
        area_field="quadrant",
        text="text",
        marks=("confidence", "impact"),
        details=("evidence", "source_step"),
        hints={note.id: tr(hint) for note in notes if (hint := axis_hint(note))},
        # A note without a quadrant stands in the first one of the whole grid.
        records=[n for n in notes if len(quadrants) > 1 or n.quadrant in quadrants],
        **shape,
    )


def _quadrant(quadrant: Quadrant) -> Draw:
    """Return what draws one quadrant by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        _board(strategy, tr, (quadrant,), key=f"canvas-swot-{quadrant}")

    return draw


PARTS = {
    str(quadrant): Part(heading, _quadrant(quadrant)) for quadrant, heading in HEADINGS.items()
}
"""The quadrants, to be projected one by one."""

CELLS = {
    (Quadrant.STRENGTH, Quadrant.OPPORTUNITY): (
        N_("Exploit"),
        N_("Use a strength to seize an opportunity."),
        N_("Film the bakehouse at night: short films of trades are widely shown"),
    ),
    (Quadrant.WEAKNESS, Quadrant.OPPORTUNITY): (
        N_("Strengthen"),
        N_("Correct a weakness, so that an opportunity is not missed."),
        N_("Shorten online ordering before the new neighbours move in"),
    ),
    (Quadrant.STRENGTH, Quadrant.THREAT): (
        N_("Protect"),
        N_("Use a strength against a threat."),
        N_("Ask faithful clients for a review, to stay ahead of the chain on maps"),
    ),
    (Quadrant.WEAKNESS, Quadrant.THREAT): (
        N_("Avoid"),
        N_("A weakness meets a threat: step back, or give up a terrain."),
        N_("Leave daily posting to others, and post twice a week without fail"),
    ),
}
"""What the meeting of two quadrants is called, what it means, and an example."""

INTERNAL = (Quadrant.STRENGTH, Quadrant.WEAKNESS)
EXTERNAL = (Quadrant.OPPORTUNITY, Quadrant.THREAT)


def crossings(strategy: Strategy, tr: Translator) -> None:
    """Draw internal notes crossed with external ones, and what comes of it."""
    _crossing(strategy, tr, INTERNAL, EXTERNAL, key="canvas-crossing")


def _crossing(
    strategy: Strategy,
    tr: Translator,
    columns: Sequence[Quadrant],
    rows: Sequence[Quadrant],
    *,
    key: str,
) -> None:
    crossing(
        strategy,
        tr,
        key=key,
        theme=st.context.theme.type or "light",
        columns=columns,
        rows=rows,
        headings={quadrant: tr(heading) for quadrant, heading in HEADINGS.items()},
        cells={
            pair: Area(cell_id(*pair), tr(label), help=tr(help), example=tr(example))
            for pair, (label, help, example) in CELLS.items()
        },
        stray=Area(
            "",
            tr(N_("Ideas that lack a note")),
            help=tr(N_("Choose both notes of an idea to bring it to its cell.")),
        ),
    )


def _cell(pair: tuple[Quadrant, Quadrant]) -> Draw:
    """Return what draws one cell of the crossing by itself."""
    internal, external = pair

    def draw(strategy: Strategy, tr: Translator) -> None:
        key = f"canvas-crossing-{cell_id(*pair)}"
        _crossing(strategy, tr, (internal,), (external,), key=key)

    return draw


CROSSING_PARTS = {cell_id(*pair): Part(label, _cell(pair)) for pair, (label, _, _) in CELLS.items()}
"""The cells of the crossing, to be projected one by one."""
