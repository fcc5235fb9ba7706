"""Headed lists: what bullets, cards, quadrants, banners and profiles are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from canvas.domain.messages import N_
from canvas.domain.story import Panel
from canvas.exports.deck.context import BODY_SIZES, GAP, PAD, Context, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.theme import MUTED, PANEL
from canvas.exports.deck.typeset import (
    ELLIPSIS,
    LINE,
    Para,
    Run,
    fit,
    height,
    para_height,
    split,
    wrap,
)

MORE = N_("+ {n} more in Canevas")
MORE_IN_APPENDIX = N_("+ {n} more in the appendix")
TO_COMPLETE = N_("To be completed")

RULE_HEIGHT = 3.0
LEAST_ROW, LEAST_ROWS = 0.62, 0.78
"""How much of their height panels keep when their text is short: in one row, in several."""

_LONG_HEADING = 90

_NARROWEST, _WIDEST = 70, 150
"""Widths that a box in a row may have, in percent of an equal share."""

Grid = Callable[[int], Sequence[Box]]
"""Where so many panels stand."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A panel, its words set.

    Attributes:
        heading: Its heading, None for none.
        lines: Its items.
        rule: The colour that stands for its meaning.
    """

    heading: Para | None
    lines: tuple[Para, ...]
    rule: str

    @property
    def paras(self) -> list[Para]:
        """The heading and the items."""
        return [*([self.heading] if self.heading else []), *self.lines]

    @property
    def words(self) -> str:
        """All items as text, for the notes."""
        return "\n".join(line.text for line in self.lines)


def listing(panel: Panel, context: Context, *, detail: bool = True, count: bool = False) -> Listing:
    """Return a panel with its words set."""
    heading_text = context.line(panel.heading)
    if len(heading_text) > _LONG_HEADING:
        heading_text = heading_text[:_LONG_HEADING].rstrip() + ELLIPSIS
    runs = [Run(heading_text, bold=True, colour=context.palette.tone(panel.tone))]
    if count and panel.items:
        runs.append(Run(f"\u00a0\u00a0{len(panel.items)}", scale=0.85, colour=MUTED))
    lines = tuple(context.item(item, panel.tone, detail=detail) for item in panel.items)
    return Listing(
        Para(tuple(runs)) if heading_text else None,
        lines,
        context.palette.tone_fill(panel.tone),
    )


def take(found: Listing, box: Box, size: float) -> tuple[Listing, Listing | None]:
    """Return what of a list fits in `box` at `size`, and the rest."""
    used = height([found.heading], box.w, size) if found.heading else 0.0
    for number, para in enumerate(found.lines):
        before = para.before * size if number or found.heading else 0.0
        need = before + para_height(para, box.w, size)
        if used + need <= box.h + 0.01:
            used += need
            continue
        lines = int((box.h - used - before) / (LINE * size))
        # A paragraph is broken only where it could not stand on a slide of its own,
        # or where it is the first thing here.
        whole = para_height(para, box.w, size) + LINE * size
        if lines >= 1 and (number == 0 or whole > box.h):
            lines = min(lines, len(wrap(para, box.w, size)) - 1)
            head, rest = split(para, max(lines, 1), box.w, size)
            left = (rest,) if rest else ()
            shown = replace(found, lines=(*found.lines[:number], head))
            return shown, replace(found, lines=(*left, *found.lines[number + 1 :]))
        shown = replace(found, lines=found.lines[:number])
        return shown, replace(found, lines=found.lines[number:])
    return found, None


def take_counted(
    found: Listing, box: Box, size: float, context: Context, words: str = MORE
) -> tuple[Listing, Listing | None]:
    """Return what fits with a last line that counts the rest, and the rest."""
    shown, rest = take(found, box, size)
    if rest is None:
        return shown, None
    room = Box(box.x, box.y, box.w, box.h - size * (LINE + 0.42))
    shown, rest = take(found, room, size)
    left = len(rest.lines) if rest else 0
    more = Para((Run(context.own(words, n=left), colour=MUTED, italic=True),), before=0.42)
    return replace(shown, lines=(*shown.lines, more)), rest


DrawListings = Callable[[Page, Sequence[Listing], Sequence[Box], float], None]
"""Draws lists in boxes at a size."""


def spread(
    listings: Sequence[Listing],
    grid: Grid,
    request: Request,
    draw: DrawListings,
    *,
    sizes: Sequence[float] = BODY_SIZES,
    pad: tuple[float, float, float, float] = PAD,
) -> Plan:
    """Plan lists side by side at one size, on further slides where they do not fit.

    Rows are equally high where that does not cost a size.  Once further slides are
    needed anyway, the text is as large as they allow.
    """
    sizes = request.allowed(sizes)
    if fitted := in_grid(listings, grid(len(listings)), pad, sizes):
        size, found = fitted
        return Plan([partial(_drawn, draw, listings, found, size)], size=size)
    size = sizes[-1]
    pages, left = _pages(listings, grid, request, pad, size)
    for larger in sizes[:-1]:
        fewer, none_left = _pages(listings, grid, request, pad, larger)
        if len(fewer) <= len(pages) and len(none_left) <= len(left):
            pages, left, size = fewer, none_left, larger
            break
    return Plan(
        [partial(_drawn, draw, shown, boxes, size) for shown, boxes in pages],
        hidden=[one.words for one in left],
        size=size,
    )


def in_grid(
    listings: Sequence[Listing],
    outer: Sequence[Box],
    pad: tuple[float, float, float, float],
    sizes: Sequence[float],
) -> tuple[float, Sequence[Box]] | None:
    """Return the first of `sizes` at which lists fit in a grid, and the boxes as they must be."""
    boxes = [box.inside(*pad) for box in outer]
    texts = [(one.paras, box.w, box.h) for one, box in zip(listings, boxes, strict=True)]
    for size in sizes:
        found = outer if fit(texts, (size,)) else _by_need(listings, outer, pad, size)
        if found is not None:
            return size, found
    return None


def _by_need(
    listings: Sequence[Listing],
    outer: Sequence[Box],
    pad: tuple[float, float, float, float],
    size: float,
) -> list[Box] | None:
    """Return a grid's boxes, each row as high as its texts need; None if that is too much.

    A single row cannot grow: its boxes share its width by their texts instead.
    """
    tops = sorted({box.y for box in outer})
    if len(tops) == 1:
        return _by_width(listings, outer, pad, size)
    gap = tops[1] - tops[0] - outer[0].h
    room = max(box.y + box.h for box in outer) - tops[0] - gap * (len(tops) - 1)
    left, top, right, bottom = pad
    need = {
        row: max(
            height(one.paras, box.w - left - right, size) + top + bottom
            for one, box in zip(listings, outer, strict=True)
            if box.y == row
        )
        for row in tops
    }
    spare = (room - sum(need.values())) / len(tops)
    if spare < 0:
        return None
    starts, y = {}, tops[0]
    for row in tops:
        starts[row] = y
        y += need[row] + spare + gap
    return [Box(box.x, starts[box.y], box.w, need[box.y] + spare) for box in outer]


def _by_width(
    listings: Sequence[Listing],
    outer: Sequence[Box],
    pad: tuple[float, float, float, float],
    size: float,
) -> list[Box] | None:
    """Return a row's boxes, long texts in wider ones; None if that is not enough."""
    if len(outer) == 1:
        return None
    left, top, right, bottom = pad
    equal, inside = outer[0].w, outer[0].h - top - bottom
    least = []
    for one in listings:
        tried = [equal * share / 100 for share in range(_NARROWEST, _WIDEST + 1, 5)]
        # The wider, the lower: halving finds the narrowest that is enough.
        at = bisect_left(
            tried,
            -inside,
            key=lambda w: -height(one.paras, w - left - right, size),
        )
        if at == len(tried):
            return None
        least.append(tried[at])
    spare = (equal * len(outer) - sum(least)) / len(outer)
    if spare < 0:
        return None
    gap = outer[1].x - outer[0].x - equal
    boxes, x = [], outer[0].x
    for need in least:
        boxes.append(Box(x, outer[0].y, need + spare, outer[0].h))
        x += need + spare + gap
    return boxes


def _drawn(
    draw: DrawListings,
    listings: Sequence[Listing],
    boxes: Sequence[Box],
    size: float,
    page: Page,
) -> None:
    draw(page, listings, boxes, size)


_Pages = list[tuple[list[Listing], Sequence[Box]]]


def _pages(
    listings: Sequence[Listing],
    grid: Grid,
    request: Request,
    pad: tuple[float, float, float, float],
    size: float,
) -> tuple[_Pages, list[Listing]]:
    """Return the lists page by page at one size, and what no page shows."""
    pages: _Pages = []
    rest = list(listings)
    while rest:
        outer = grid(len(rest))
        boxes = [box.inside(*pad) for box in outer]
        pairs = list(zip(rest, boxes, strict=True))
        if len(pages) + 1 == request.most:
            cuts = [take_counted(one, box, size, request.context) for one, box in pairs]
        else:
            cuts = [take(one, box, size) for one, box in pairs]
        pages.append(([shown for shown, _ in cuts], outer))
        rest = [left for _, left in cuts if left is not None]
        if len(pages) == request.most:
            break
    return pages, rest


def draw_panels(
    page: Page,
    listings: Sequence[Listing],
    boxes: Sequence[Box],
    size: float,
    pad: tuple[float, float, float, float] = PAD,
) -> None:
    """Draw filled panels, each under a rule in the colour of its meaning."""
    for found, box in zip(listings, boxes, strict=True):
        page.text(box, found.paras, size, fill=PANEL, pad=pad)
        page.shape(Box(box.x, box.y, box.w, RULE_HEIGHT), found.rule)


def draw_lists(page: Page, listings: Sequence[Listing], boxes: Sequence[Box], size: float) -> None:
    """Draw lists on white, the heading above a line."""
    for found, box in zip(listings, boxes, strict=True):
        top = 0.0
        if found.heading:
            top = height([found.heading], box.w, size) + 6
            page.text(Box(box.x, box.y, box.w, top), [found.heading], size)
            page.shape(Box(box.x, box.y + top, box.w, 1.5), found.rule)
            top += 10
        page.text(Box(box.x, box.y + top, box.w, box.h - top), found.lines, size)


def shrunk(boxes: Sequence[Box], listings: Sequence[Listing], size: float, area: Box) -> list[Box]:
    """Return a grid's boxes made lower where their text is short, those of a row alike."""
    left, top, right, bottom = PAD
    tops = sorted({box.y for box in boxes})
    if len({box.h for box in boxes}) > 1:
        return list(boxes)  # each row has the height that it needs already
    least = boxes[0].h * (LEAST_ROW if len(tops) == 1 else LEAST_ROWS)
    found: list[Box] = []
    y = area.y
    for row_top in tops:
        row = [(b, one) for b, one in zip(boxes, listings, strict=True) if b.y == row_top]
        need = max(height(one.paras, b.w - left - right, size) for b, one in row)
        high = min(max(need + top + bottom + size, least), boxes[0].h)
        found += [Box(b.x, y, b.w, high) for b, _ in row]
        y += high + GAP
    return found


def cells(area: Box, columns: int, rows: int, gap: float) -> list[Box]:
    """Return a regular grid, row by row."""
    return [
        box for row in area.rows([1.0] * rows, gap) for box in row.columns([1.0] * columns, gap)
    ]


def empty(context: Context) -> Para:
    """Return what stands where nothing was filled in."""
    return Para((Run(context.own(TO_COMPLETE), colour=MUTED, italic=True),), before=0.42)
