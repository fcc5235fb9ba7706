"""Tables, continued on further slides with their heading where one is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from canvas.domain.messages import N_
from canvas.domain.story import Table
from canvas.exports.deck.context import Context, Draw, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import TABLE_INDEX
from canvas.exports.deck.page import Page
from canvas.exports.deck.paging import fill_pages, pack
from canvas.exports.deck.panels import MORE, empty
from canvas.exports.deck.plans import plan
from canvas.exports.deck.tables import (
    HEADING_SHARE,
    Row,
    SetCell,
    cells_xml,
    column_widths,
    content_widths,
    left_margins,
    row_height,
    set_headings,
    set_rows,
    side,
    split_row,
    wanted_widths,
    without_blank_columns,
)
from canvas.exports.deck.theme import MUTED
from canvas.exports.deck.typeset import (
    LINE,
    Para,
    Run,
    longest_word,
    plain,
    points,
)

_SIZES = (16, 15, 14, 13, 12)
_FLOOR = 12
_SHORT = 12
_SMALL_SIZES = (11, 10)
"""A table of few rows rather shrinks than goes on overleaf."""

_WIDE_FLOOR = 10
"""For a table of many columns, whose words would be cut at 12."""

_SPREAD = 18.0
"""Points that a row may grow by, where the slide has room."""

_WORTH_IT = 0.93
"""Columns leave the wanted widths where that makes the table this much lower."""

_MORE_ROOM = 20.0
_PLACEHOLDER = f'<p:ph type="tbl" idx="{TABLE_INDEX}"/>'
_ALT = N_("Table “{title}”: {rows} rows; columns {columns}.")


@plan.register
def _(block: Table, request: Request) -> Plan:
    if not block.columns:
        return Plan()
    return _Planned(block, request).plan()


@dataclass(frozen=True, slots=True)
class Foot:
    """A whole table that stands at the foot of a slide's room.

    Attributes:
        height: How much of the room it takes.
        draw: Its drawing.
    """

    height: float
    draw: Draw


def at_the_foot(block: Table, request: Request, room: float, sizes: Sequence[float]) -> Foot | None:
    """Return a table at the first of `sizes` that makes it at most `room` high, words whole."""
    if not block.columns:
        return None
    planned = _Planned(block, request)
    for size in sizes:
        found = planned.measure(size)
        if found.total <= room and not planned.cuts_words(found):
            area = request.area
            planned.area = Box(area.x, area.y + area.h - found.total, area.w, found.total)
            draw = planned.page(range(len(planned.rows)), found, placeholder="")
            return Foot(found.total, draw)
    return None


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table at one size: its columns' widths, its heading's height, its rows' heights."""

    size: float
    widths: Sequence[float]
    heading: float
    heights: Sequence[float]

    @property
    def total(self) -> float:
        """Return the table's height."""
        return self.heading + sum(self.heights)


class _Planned:
    """A table on its way to its pages."""

    def __init__(self, block: Table, request: Request) -> None:
        self.request = request
        self.context: Context = request.context
        self.area = request.area
        block = without_blank_columns(block, self.context)
        self.columns = block.columns
        self.rows = set_rows(block, self.context)
        if not self.rows:
            blank = SetCell(plain(""))
            self.rows = [(SetCell(empty(self.context)), *[blank] * (len(block.columns) - 1))]
        self.headings = set_headings(block, self.context)
        self.shares = (wanted_widths(self.columns), content_widths(self.headings, self.rows))
        self.count = len(block.rows)

    def measure(self, size: float) -> _Measured:
        """Return the table's measures at a size, with columns as wanted or as needed."""
        wanted, needed = (self.measured(shares, size) for shares in self.shares)
        return needed if needed.total < wanted.total * _WORTH_IT else wanted

    def measured(self, shares: Sequence[float], size: float) -> _Measured:
        """Return the table's measures at a size, with columns in a relation."""
        widths = column_widths(shares, self.headings, self.rows, self.area.w, size)
        heading = row_height(self.headings, widths, points(size, HEADING_SHARE))
        return _Measured(
            size, widths, heading, [row_height(row, widths, size) for row in self.rows]
        )

    def plan(self) -> Plan:
        """Return one page at the largest size that allows it, else pages at the smallest."""
        largest: _Measured | None = None
        for size in (*_SIZES, *(_SMALL_SIZES if len(self.rows) <= _SHORT else ())):
            found = self.measure(size)
            if found.total > self.area.h:
                continue
            largest = largest or found
            # A figure with a long unit rather shrinks than be cut inside a word; an
            # address pasted into a cell is cut whatever the size.
            if not self.cuts_words(found):
                largest = found
                break
        if largest is not None:
            return Plan([self.page(range(len(self.rows)), largest)])
        return self.pages(_WIDE_FLOOR if self.breaks_words(_FLOOR) else _FLOOR)

    def cuts_words(self, found: _Measured) -> bool:
        """Return whether a column is narrower than one of its words."""
        return any(
            longest_word(cell.para, found.size) > wide - left - side(len(row))
            for row in self.rows
            for cell, wide, left in zip(row, found.widths, left_margins(row), strict=True)
        )

    def breaks_words(self, size: float) -> bool:
        """Return whether a table of many columns is too narrow for its words."""
        if len(self.columns) < 7:
            return False
        need = sum(
            max(longest_word(row[at].para, size) for row in [self.headings, *self.rows]) + 15
            for at in range(len(self.columns))
        )
        return need > self.area.w

    def pages(self, floor: float) -> Plan:
        """Return pages at the largest size that takes no more of them than the floor does.

        Rows beyond the last page are counted and go to the notes.
        """
        rows, found, packed = self.packed(floor)
        for size in _SIZES if len(packed) <= self.request.most else ():
            if sum(self.measure(size).heights) > len(packed) * self.area.h:
                continue
            tried = self.packed(size)
            if size > floor and len(tried[2]) <= len(packed):
                rows, found, packed = tried
                break
        self.rows = rows
        left: Sequence[Row] = ()
        if len(packed) > self.request.most:
            room = self.area.h - found.heading - _MORE_ROOM
            packed = fill_pages(found.heights, room)[: self.request.most]
            left = rows[packed[-1].stop :]
        pages = [
            self.page(span, found, more=len(left) if span is packed[-1] else 0, grows=not left)
            for span in packed
        ]
        hidden = [" · ".join(cell.para.text for cell in row if cell.para.text) for row in left]
        return Plan(pages, hidden=["\n".join(hidden)] if hidden else [])

    def packed(self, size: float) -> tuple[list[Row], _Measured, list[range]]:
        """Return the rows, none higher than a page, their measures, and their pages."""
        found = self.measure(size)
        room = self.area.h - found.heading
        rows = [
            part
            for row in self.rows
            for part in split_row(row, found.widths, size, room - _MORE_ROOM)
        ]
        heights = [row_height(row, found.widths, size) for row in rows]
        return rows, replace(found, heights=heights), pack(heights, room)

    def page(
        self,
        span: range,
        found: _Measured,
        *,
        more: int = 0,
        grows: bool = True,
        placeholder: str = _PLACEHOLDER,
    ) -> Draw:
        """Return the drawing of the rows in `span`."""
        free = self.area.h - found.heading - sum(found.heights[at] for at in span)
        extra = min(_SPREAD, max(free, 0.0) / len(span)) if grows else 0.0
        small = points(found.size, HEADING_SHARE)
        shown = [(found.heights[at] + extra, self.rows[at]) for at in span]
        names = ", ".join(cell.para.text for cell in self.headings if cell.para.text)
        title = self.context.line(self.request.title)
        alt = self.context.own(_ALT, title=title, rows=self.count, columns=names)

        def draw(page: Page) -> None:
            lang = self.context.lang
            written = [(found.heading, cells_xml(self.headings, small, lang, heading=True))]
            written += [(high, cells_xml(row, found.size, lang)) for high, row in shown]
            page.table(self.area, found.widths, written, alt=alt, placeholder=placeholder)
            if more:
                words = Para((Run(self.context.own(MORE, n=more), colour=MUTED, italic=True),))
                high = 12 * LINE
                bottom = self.area.y + self.area.h
                page.text(Box(self.area.x, bottom - high, self.area.w, high), [words], 12)

        return draw
