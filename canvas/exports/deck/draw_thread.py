"""A thread: lines of panels, each leading to the next, on one slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from canvas.domain.story import Panel, Strand, Thread, Tone
from canvas.exports.deck.context import Context, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import (
    RULE_HEIGHT,
    Listing,
    empty,
    in_grid,
    listing,
    take_counted,
)
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import ACCENT, GREY, PANEL, WHITE
from canvas.exports.deck.typeset import Para, Run, cut

_SIZES = (14, 13, 12, 11)
_MOST_LINES = 2
"""Lines that one item takes at most where not all of them fit."""

_BAND, _BAND_SIZE = 24.0, 11.0
_GAP = 22.0
_PAD = (10.0, 9.0, 10.0, 6.0)
_CHEVRON = (9.0, 14.0)
_POINT = (10.0, 6.0)
_STROKE = 1.25


@plan.register
def _(block: Thread, request: Request) -> Plan:
    strands = [strand for strand in block.strands if strand.panels]
    if not strands:
        return Plan()
    context, area = request.context, request.area
    panels = [panel for strand in strands for panel in strand.panels]
    found = [_set(panel, context) for panel in panels]
    size, boxes, shown = _fitted(found, _grid(strands, area), request)
    hidden = [old.words for old, new in zip(found, shown, strict=True) if old != new]
    colour = context.palette.on_accent
    bands = [
        Para((Run(context.line(strand.heading), bold=True, colour=colour),), align="ctr")
        for strand in strands
    ]

    def draw(page: Page) -> None:
        at = 0
        last: Box | None = None
        for band, strand in zip(bands, strands, strict=True):
            line = boxes[at : at + len(strand.panels)]
            if last is not None:
                _turn(page, last, line[0])
            beside = Box(area.x, line[0].y, _BAND, line[0].h)
            words = cut(band, 1, beside.h - 8, _BAND_SIZE)
            page.text(beside, [words], _BAND_SIZE, fill=ACCENT, anchor="ctr", turned=True)
            for number, box in enumerate(line, at):
                _panel(page, shown[number], box, size, hollow=_is_missing(panels[number]))
            for one, other in pairwise(line):
                _chevron(page, one, other)
            last, at = line[-1], at + len(line)

    return Plan([draw], hidden=hidden, size=size)


def _is_missing(panel: Panel) -> bool:
    return panel.tone is Tone.WATCH or not panel.items


def _set(panel: Panel, context: Context) -> Listing:
    """Return a panel with its words set; a thing that stands alone needs no bullet."""
    found = listing(panel, context)
    if len(found.lines) > 1:
        return found
    lines = tuple(replace(line, bullet="") for line in found.lines)
    return replace(found, lines=lines or (empty(context),))


def _grid(strands: Sequence[Strand], area: Box) -> list[Box]:
    """Return where the panels stand, line by line, all equally wide."""
    columns = max(len(strand.panels) for strand in strands)
    beside = Box(area.x + _BAND + 8, area.y, area.w - _BAND - 8, area.h)
    return [
        box
        for row, strand in zip(beside.rows([1.0] * len(strands), _GAP), strands, strict=True)
        for box in row.columns([1.0] * columns, _GAP)[: len(strand.panels)]
    ]


def _fitted(
    found: Sequence[Listing], grid: Sequence[Box], request: Request
) -> tuple[float, Sequence[Box], Sequence[Listing]]:
    """Return the texts' size, their boxes, and what they show: all, or a count of the rest."""
    if fits := in_grid(found, grid, _PAD, _SIZES):
        return *fits, found
    size = _SIZES[-1]
    insides = [box.inside(*_PAD) for box in grid]
    short = [
        replace(one, lines=tuple(cut(line, _MOST_LINES, box.w, size) for line in one.lines))
        for one, box in zip(found, insides, strict=True)
    ]
    if fits := in_grid(short, grid, _PAD, (size,)):
        return *fits, short
    shown = [
        take_counted(one, box, size, request.context)[0]
        for one, box in zip(short, insides, strict=True)
    ]
    return size, grid, shown


def _panel(page: Page, found: Listing, box: Box, size: float, *, hollow: bool) -> None:
    if hollow:
        page.text(box, found.paras, size, fill=WHITE, outline=GREY, pad=_PAD)
        return
    page.text(box, found.paras, size, fill=PANEL, pad=_PAD)
    page.shape(Box(box.x, box.y, box.w, RULE_HEIGHT), found.rule)


def _chevron(page: Page, one: Box, other: Box) -> None:
    """Point from a panel to the one on its right."""
    wide, high = _CHEVRON
    middle = (one.x + one.w + other.x) / 2
    page.shape(
        Box(middle - wide / 2, one.y + (one.h - high) / 2, wide, high), GREY, geometry="chevron"
    )


def _turn(page: Page, last: Box, first: Box) -> None:
    """Lead from the end of a line to the start of the next one."""
    start, end = last.x + last.w / 2, first.x + first.w / 2
    bottom = last.y + last.h
    middle = (bottom + first.y) / 2
    wide, high = _POINT
    page.stroke((start, bottom), (start, middle), GREY, _STROKE)
    page.stroke((start, middle), (end, middle), GREY, _STROKE)
    page.stroke((end, middle), (end, first.y - high), GREY, _STROKE)
    point = Box(end - wide / 2, first.y - high, wide, high)
    page.shape(point, GREY, geometry="flowChartMerge")
