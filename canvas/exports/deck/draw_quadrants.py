"""Four panels, two by two, with their axes; all of them again in the appendix if need be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from canvas.domain.messages import N_, say
from canvas.domain.story import Cell, Column, Panel, Quadrants, Section, Slide, Table
from canvas.exports.deck.context import PAD, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import (
    MORE_IN_APPENDIX,
    Listing,
    cells,
    draw_panels,
    empty,
    in_grid,
    listing,
    take,
    take_counted,
)
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import MUTED
from canvas.exports.deck.typeset import Para, Run, cut, wrap

_SIZES: Sequence[float] = (16, 15, 14, 13, 12, 11)
_FLOOR = 12
_ROW_AXIS, _COLUMN_AXIS, _GAP = 22.0, 20.0, 12.0
_LINES_AN_ITEM = 3
"""Lines that an item keeps where not everything fits; the appendix has it whole."""


@plan.register
def _(block: Quadrants, request: Request) -> Plan:
    context, area = request.context, request.area
    inner = Box(area.x + _ROW_AXIS, area.y + _COLUMN_AXIS, area.w - _ROW_AXIS,
                area.h - _COLUMN_AXIS)  # fmt: skip
    even = cells(inner, 2, 2, _GAP)

    def sets(detail: bool) -> list[Listing]:
        found = [listing(panel, context, detail=detail, count=True) for panel in block.panels]
        return [one if one.lines else replace(one, lines=(empty(context),)) for one in found]

    shown = sets(detail=True)
    fitted = in_grid(shown, even, PAD, _SIZES)
    complete = fitted is not None
    if fitted is None:
        shown = sets(detail=False)
        fitted = in_grid(shown, even, PAD, _SIZES)
    whole = fitted is not None
    chosen, outer = fitted or (_FLOOR, even)
    if not whole:
        boxes = [box.inside(*PAD) for box in outer]
        shown = [_most(one, box, chosen, request) for one, box in zip(shown, boxes, strict=True)]
    final = shown

    def draw(page: Page) -> None:
        _axes(page, block, request, outer)
        draw_panels(page, final, outer, chosen)

    # Where every item stands on the slide, only what supports it is in the appendix.
    rest = [] if complete else [_complete(block, request, detail=whole)]
    return Plan([draw], appendix=rest)


def _most(found: Listing, box: Box, size: float, request: Request) -> Listing:
    """Return the first items, long ones cut short, and the count of the others."""
    if take(found, box, size)[1] is None:
        return found
    short = tuple(
        cut(line, _LINES_AN_ITEM, box.w, size)
        if len(wrap(line, box.w, size)) > _LINES_AN_ITEM
        else line
        for line in found.lines
    )
    return take_counted(replace(found, lines=short), box, size, request.context,
                        MORE_IN_APPENDIX)[0]  # fmt: skip


def _axes(page: Page, block: Quadrants, request: Request, outer: Sequence[Box]) -> None:
    """Name the two columns above and the two rows at the left."""
    for words, box in zip(block.columns, outer[:2], strict=True):
        text = _label(request.context.line(words), box.w)
        page.text(Box(box.x, box.y - _COLUMN_AXIS, box.w, 16), [text], 12)
    for words, box in zip(block.rows, outer[::2], strict=True):
        text = replace(_label(request.context.line(words), box.h), align="ctr")
        page.text(Box(box.x - _ROW_AXIS, box.y, 16, box.h), [text], 12, turned=True)


def _label(words: str, room: float) -> Para:
    return cut(Para((Run(words, bold=True, colour=MUTED),)), 1, room, 12)


def _complete(block: Quadrants, request: Request, *, detail: bool) -> Slide:
    """Return the slide that shows every item whole."""
    panels: Sequence[Panel] = block.panels
    has_detail = any(item.detail for panel in panels for item in panel.items)
    has_weight = any(item.weight for panel in panels for item in panel.items)
    columns = [Column(say(N_("Quadrant")), 1.4), Column(say(N_("Note")), 5)]
    if has_detail:
        columns.append(Column(say(N_("Detail")), 3))
    if has_weight:
        columns.append(Column(say(N_("Weight")), 0.9, figures=True))
    rows = [
        [
            Cell(panel.heading, panel.tone, strong=True),
            item.text,
            *([item.detail] if has_detail else []),
            *([str(item.weight) if item.weight else ""] if has_weight else []),
        ]
        for panel in panels
        for item in panel.items
    ]
    return Slide(
        Section.APPENDIX,
        say(N_("Complete list: {title}"), title=request.title),
        Table(columns, rows),
        step=request.step,
        detail=detail,
    )
