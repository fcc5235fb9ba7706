"""Native tables: columns wide enough for their words, rows measured before they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from canvas.domain.story import Cell, Column, Said, Table, Tone
from canvas.exports.deck import fragments as xml
from canvas.exports.deck.context import Context
from canvas.exports.deck.theme import INK, MUTED, RULE
from canvas.exports.deck.typeset import LINE, Para, Run, chunks, em, height, longest_word

_GUTTER = 10.0

_BETWEEN = 0.5
"""The size of the blank line between two things that a cell lists, as a share of theirs."""

HEADING_SHARE = 0.9
"""A heading's size, as a share of the rows'."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its words set."""

    para: Para
    fill: str = ""


Row = tuple[SetCell, ...]


def above(size: float) -> float:
    """Return the margin inside a cell, above and below."""
    return 5.0 if size >= 14 else round(size / 3, 1)


def side(columns: int) -> float:
    """Return the margin inside a cell, left and right."""
    return 9.0 if columns < 9 else 4.0


def alignments(table: Table) -> list[str]:
    """Return how each column stands: marks on a tint in the middle, figures at the right.

    A row that is tinted as a whole does not make its columns into marks.
    """

    def is_tinted(row: Sequence[Said | Cell], at: int) -> bool:
        cell = row[at] if at < len(row) else ""
        return isinstance(cell, Cell) and cell.heat is not None

    whole = [row for row in table.rows if all(is_tinted(row, at) for at in range(len(row)))]
    marks = [row for row in table.rows if row not in whole]
    return [
        "ctr" if any(is_tinted(row, at) for row in marks) else ("r" if column.figures else "l")
        for at, column in enumerate(table.columns)
    ]


def left_margins(row: Row) -> list[float]:
    """Return each cell's left margin; words keep away from figures on their left."""
    aligned = ["", *(cell.para.align for cell in row)]
    beside = side(len(row))
    return [
        beside + (_GUTTER if (one, other) == ("r", "l") else 0.0)
        for one, other in pairwise(aligned)
    ]


def set_cell(value: Said | Cell, align: str, context: Context) -> SetCell:
    """Return a cell with its words set."""
    cell = value if isinstance(value, Cell) else Cell(value)
    fill, colour = "", INK
    if cell.heat is not None:
        fill, colour = context.palette.heat(cell.heat)
    elif cell.tone is not Tone.NEUTRAL:
        colour = context.palette.tone(cell.tone)
    bold = cell.strong or (cell.tone is not Tone.NEUTRAL and cell.heat is None)
    runs = [Run(context.write(cell.text), bold=bold, colour=colour)]
    for item in cell.items:
        between = [Run("\n\n", scale=_BETWEEN)] if runs[-1].text else []
        runs += [*between, *context.item(item).runs]
    return SetCell(Para(tuple(runs), align=align), fill)


def set_rows(table: Table, context: Context) -> list[Row]:
    """Return all rows with their words set; missing cells are blank, spare ones dropped."""
    columns, stands = table.columns, alignments(table)
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(columns) - len(row))][: len(columns)]
        rows.append(
            tuple(set_cell(cell, align, context) for cell, align in zip(cells, stands, strict=True))
        )
    return rows


def set_headings(table: Table, context: Context) -> Row:
    """Return the heading row; a heading stands as its column does."""
    return tuple(
        SetCell(Para((Run(context.write(column.heading), bold=True, colour=MUTED),), align=align))
        for column, align in zip(table.columns, alignments(table), strict=True)
    )


def without_blank_columns(table: Table, context: Context) -> Table:
    """Return a table without the columns that nobody has filled in, one kept at least."""

    def is_blank(value: Said | Cell) -> bool:
        if isinstance(value, Cell):
            return not value.items and not context.write(value.text)
        return not context.write(value)

    kept = [
        at
        for at in range(len(table.columns))
        if any(at < len(row) and not is_blank(row[at]) for row in table.rows)
    ] or list(range(len(table.columns)))
    rows = [[row[at] if at < len(row) else "" for at in kept] for row in table.rows]
    return Table([table.columns[at] for at in kept], rows)


def wanted_widths(columns: Sequence[Column]) -> list[float]:
    """Return the columns' widths in the relation that the step wanted."""
    return [max(column.width, 0.1) for column in columns]


def content_widths(headings: Row, rows: Sequence[Row]) -> list[float]:
    """Return the columns' widths in the relation that their texts need.

    The square root makes two columns of unequal texts equally high.
    """
    columns = range(len(headings))
    longest = [
        max([em(line) for row in rows for line in row[at].para.text.split("\n")] or [0.0])
        for at in columns
    ]
    return [max(long, em(headings[at].para.text) / 2, 1.0) ** 0.5 for at, long in zip(
        columns, longest, strict=True)]  # fmt: skip


def column_widths(
    shares: Sequence[float], headings: Row, rows: Sequence[Row], room: float, size: float
) -> list[float]:
    """Return widths in the wanted relation, none below its longest word where that can be."""
    wanted = [room * share / sum(shares) for share in shares]
    least = []
    for at, want in enumerate(wanted):
        longest = max(longest_word(row[at].para, size) for row in rows)
        heading = longest_word(headings[at].para, size * HEADING_SHARE)
        # A column is widened for its words, not for an address pasted into it.
        most = max(want * 1.35, room * 0.09)
        margins = left_margins(headings)[at] + side(len(shares))
        least.append(min(max(longest, heading) + margins + 1, most))
    if sum(least) >= room:
        return [room * one / sum(least) for one in least]
    widths = [max(want, need) for want, need in zip(wanted, least, strict=True)]
    spare = [wide - need for wide, need in zip(widths, least, strict=True)]
    over = sum(widths) - room
    if over > 0:
        widths = [w - over * s / sum(spare) for w, s in zip(widths, spare, strict=True)]
    return widths


def row_height(row: Row, widths: Sequence[float], size: float) -> float:
    """Return how high a row must be."""
    return 2 * above(size) + max(
        height([cell.para], wide - left - side(len(row)), size)
        for cell, wide, left in zip(row, widths, left_margins(row), strict=True)
    )


def split_row(row: Row, widths: Sequence[float], size: float, room: float) -> list[Row]:
    """Return a row as several where it is higher than a page."""
    lines = max(int((room - 2 * above(size)) / (LINE * size)), 1)
    if row_height(row, widths, size) <= room:
        return [row]
    columns = [
        chunks(cell.para, lines, wide - left - side(len(row)), size)
        for cell, wide, left in zip(row, widths, left_margins(row), strict=True)
    ]
    blanks = [Para((replace(c.para.runs[0], text=""),), align=c.para.align) for c in row]
    return [
        tuple(
            replace(cell, para=parts[at] if at < len(parts) else blank)
            for cell, parts, blank in zip(row, columns, blanks, strict=True)
        )
        for at in range(max(map(len, columns)))
    ]


def cells_xml(row: Row, size: float, lang: str, *, heading: bool = False) -> str:
    """Return a row's cells as XML."""
    under = xml.line(INK, 1.5, tag="lnB") if heading else xml.line(RULE, 0.75, tag="lnB")
    sides = "".join(xml.line("", tag=side) for side in ("lnL", "lnR", "lnT"))
    anchor = "b" if heading else "ctr"
    margins = (
        f'marR="{xml.emu(side(len(row)))}" marT="{xml.emu(above(size))}" '
        f'marB="{xml.emu(above(size))}" anchor="{anchor}"'
    )
    return "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{xml.paragraph(cell.para, size, lang)}"
        f'</a:txBody><a:tcPr marL="{xml.emu(left)}" {margins}>{sides}{under}'
        f"{xml.fill(cell.fill)}</a:tcPr></a:tc>"
        for cell, left in zip(row, left_margins(row), strict=True)
    )
