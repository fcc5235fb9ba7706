"""Steps that rise, each with what happens on it; cards where they hold too much to rise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from canvas.domain.story import Cards, Ladder
from canvas.exports.deck.context import BODY_SIZES, Plan, Request
from canvas.exports.deck.draw_lists import listings_of
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import LEAST_ROWS, Listing
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import MUTED, PANEL
from canvas.exports.deck.typeset import Para, Run, cut, height

_MOST_STEPS = 6
_RISE, _LABEL = 40.0, 20.0
_GAP, _EDGE = 8.0, 6.0
_LOWEST = 0.45
"""How high the first step is at least, as a share of the slide's room."""

_PAD = (14.0, 16.0, 14.0, 10.0)


@plan.register
def _(block: Ladder, request: Request) -> Plan:
    context, area = request.context, request.area
    steps = listings_of(block.panels, context)
    rise = Para((Run(context.line(block.rise), bold=True, colour=MUTED),))
    found = _measured(steps, area) if 2 <= len(steps) <= _MOST_STEPS else None
    if found is None:
        cards = plan(Cards(block.panels), request)
        return replace(cards, hidden=[*([rise.text] if rise.text else []), *cards.hidden])
    size, boxes = found
    above = Box(boxes[0].x, boxes[0].y - _LABEL, boxes[0].w, _LABEL - 2)
    label = cut(rise, 1, above.w, 12)

    def draw(page: Page) -> None:
        page.text(above, [label], 12)
        for one, box in zip(steps, boxes, strict=True):
            page.text(box, one.paras, size, fill=PANEL, pad=_PAD)
            page.shape(Box(box.x, box.y, box.w, _EDGE), one.rule)

    return Plan([draw], [rise.text] if label != rise else [], size=size)


def _measured(steps: Sequence[Listing], area: Box) -> tuple[float, list[Box]] | None:
    """Return the largest size that lets every step rise above the one before, and their boxes."""
    columns = area.columns([1.0] * len(steps), _GAP)
    left, top, right, bottom = _PAD
    for size in BODY_SIZES:
        high = area.h * _LOWEST - _RISE
        heights = []
        for one, box in zip(steps, columns, strict=True):
            need = height(one.paras, box.w - left - right, size) + top + bottom
            high = max(need, high + _RISE)
            heights.append(high)
        if high > area.h:
            continue
        # Short texts do not need the whole slide, but a ladder must be seen to rise.
        grown = max(area.h * LEAST_ROWS - high, 0.0) / len(steps)
        heights = [one + grown * at for at, one in enumerate(heights, start=1)]
        base = area.y + heights[-1]
        return size, [
            Box(box.x, base - one, box.w, one) for box, one in zip(columns, heights, strict=True)
        ]
    return None
