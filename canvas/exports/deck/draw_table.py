"""Tables, continued on further slides with their heading where one is not enough."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.domain.messages import N_
from canvas.domain.story import Table
from canvas.exports.deck.context import Context, Draw, Plan, Request
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.layouts import TABLE_INDEX
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import MORE, empty
from canvas.exports.deck.plans import plan
from canvas.exports.deck.tables import (
    HEADING_SHARE,
    Row,
    SetCell,
    cells_xml,
    column_widths,
    row_height,
    set_headings,
    set_rows,
    split_row,
)
from canvas.exports.deck.theme import MUTED
from canvas.exports.deck.typeset import (
    LINE,
    Para,
    Run,
    fill_pages,
    longest_word,
    pack,
    plain,
    points,
)

_SIZES = (16, 15, 14, 13, 12)
_FLOOR = 12
_WIDE_FLOOR = 10
"""For a table of many columns, whose words would be cut at 12."""

_SPREAD = 18.0
"""Points that a row may grow by, where the slide has room."""

_MORE_ROOM = 20.0
_ALT = N_("Table “{title}”: {rows} rows; columns {columns}.")


@plan.register
def _(block: Table, request: Request) -> Plan:
    if not block.columns:
        return Plan()
    return _Planned(block, request).plan()


class _Planned:
    """A table on its way to its pages."""

    def __init__(self, block: Table, request: Request) -> None:
        self.request = request
        self.context: Context = request.context
        self.area = request.area
        self.columns = block.columns
        self.rows = set_rows(block, self.context)
        if not self.rows:
            blank = SetCell(plain(""))
            self.rows = [(SetCell(empty(self.context)), *[blank] * (len(block.columns) - 1))]
        self.headings = set_headings(block, self.context, self.rows)
        self.count = len(block.rows)

    def measure(self, size: float) -> tuple[list[float], float, list[float]]:
        """Return widths, the heading's height and the rows' heights at a size."""
        widths = column_widths(self.columns, self.headings, self.rows, self.area.w, size)
        heading = row_height(self.headings, widths, points(size, HEADING_SHARE))
        return widths, heading, [row_height(row, widths, size) for row in self.rows]

    def plan(self) -> Plan:
        """Return one page at the largest size that allows it, else pages at the smallest."""
        for size in _SIZES:
            widths, heading, heights = self.measure(size)
            if heading + sum(heights) <= self.area.h:
                return Plan([self.page(range(len(heights)), widths, heading, heights, size)])
        size = _FLOOR
        if self.breaks_words(size):
            size = _WIDE_FLOOR
        return self.pages(size)

    def breaks_words(self, size: float) -> bool:
        """Return whether a table of many columns is too narrow for its words."""
        if len(self.columns) < 7:
            return False
        need = sum(
            max(longest_word(row[at].para, size) for row in [self.headings, *self.rows]) + 15
            for at in range(len(self.columns))
        )
        return need > self.area.w

    def pages(self, size: float) -> Plan:
        """Return pages at `size`; rows beyond the last page are counted and go to the notes."""
        widths, heading, _ = self.measure(size)
        room = self.area.h - heading
        self.rows = [
            part for row in self.rows for part in split_row(row, widths, size, room - _MORE_ROOM)
        ]
        heights = [row_height(row, widths, size) for row in self.rows]
        packed = pack(heights, room)
        left: Sequence[Row] = ()
        if len(packed) > self.request.most:
            packed = fill_pages(heights, room - _MORE_ROOM)[: self.request.most]
            left = self.rows[packed[-1].stop :]
        pages = [
            self.page(
                span, widths, heading, heights, size,
                more=len(left) if span is packed[-1] else 0,
                spread=not left,
            )
            for span in packed
        ]  # fmt: skip
        hidden = [" · ".join(cell.para.text for cell in row if cell.para.text) for row in left]
        return Plan(pages, hidden=["\n".join(hidden)] if hidden else [])

    def page(
        self,
        span: range,
        widths: Sequence[float],
        heading: float,
        heights: Sequence[float],
        size: float,
        *,
        more: int = 0,
        spread: bool = True,
    ) -> Draw:
        """Return the drawing of the rows in `span`."""
        free = self.area.h - heading - sum(heights[at] for at in span)
        extra = min(_SPREAD, max(free, 0.0) / len(span)) if spread else 0.0
        small = points(size, HEADING_SHARE)
        shown = [(heights[at] + extra, self.rows[at]) for at in span]
        names = ", ".join(cell.para.text for cell in self.headings if cell.para.text)
        alt = self.context.own(
            _ALT, title=self.context.line(self.request.title), rows=self.count, columns=names
        )

        def draw(page: Page) -> None:
            lang = self.context.lang
            written = [(heading, cells_xml(self.headings, small, lang, heading=True))]
            written += [(high, cells_xml(row, size, lang)) for high, row in shown]
            placeholder = f'<p:ph type="tbl" idx="{TABLE_INDEX}"/>'
            page.table(self.area, widths, written, alt=alt, placeholder=placeholder)
            if more:
                words = Para((Run(self.context.own(MORE, n=more), colour=MUTED, italic=True),))
                foot = Box(
                    self.area.x, self.area.y + self.area.h - 12 * LINE, self.area.w, 12 * LINE
                )
                page.text(foot, [words], 12)

        return draw
