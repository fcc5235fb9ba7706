"""What must be decided in the audit (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import Message, N_, say
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.audit.swot import Quadrant, SwotItem


def _swot_missing(strategy: Strategy) -> Message | None:
    filled = {item.quadrant for item in strategy.of(SwotItem) if item.text}
    for quadrant in Quadrant:
        if quadrant not in filled:
            return say(N_("No note yet under “{quadrant}”."), quadrant=quadrant)
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return what the audit comes down to, once a strength and an opportunity weigh."""
    best = _heaviest(strategy, Quadrant.STRENGTH)
    chance = _heaviest(strategy, Quadrant.OPPORTUNITY)
    if best is None or chance is None:
        return None
    return say(
        N_("We build on “{strength}” to seize “{opportunity}”."),
        strength=best.text,
        opportunity=chance.text,
    )


def _heaviest(strategy: Strategy, quadrant: Quadrant) -> SwotItem | None:
    items = [item for item in strategy.of(SwotItem) if item.quadrant is quadrant and item.text]
    return max(items, key=lambda item: item.impact or 0, default=None)


TODOS = (
    ToDo(
        key="swot",
        text=N_("Sum up the situation in one SWOT"),
        missing=_swot_missing,
        view="swot",
    ),
)
