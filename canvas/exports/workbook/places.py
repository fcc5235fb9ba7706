"""Where everything stands: decided before a cell is written, since formulas point ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.cells import Cells, units
from canvas.steps import RECORD_TYPES
from canvas.steps.sheets import (
    COMPUTED_HEADING,
    LISTS,
    MANIFEST,
    MARKER,
    SHEETS,
    Column,
    Placed,
    Sheet,
    Table,
    marker,
    unlike,
)

TITLE, PURPOSE, LABELS, FIGURES, GROUPS, HEADER = 0, 1, 2, 3, 5, 6
"""Rows of a sheet with one table, from 0."""

STACKED_HEADER = 4
"""Row of the first headings where several tables stand under one another."""

SPARE = 500
"""Rows under a table that its totals, lists and colours already know."""

STACKED_SPARE = 3
"""The same where another table follows below."""

LONGEST = 31
"""Characters of a tab's title, in UTF-16 units."""

HOURS = "hours_counted"
"""The computed column of the hours that a line takes."""

RATE, FROM, UNTIL = "rate", "from", "until"
"""Hidden computed columns that lay a line's hours over weeks: see `formulas`."""

COMPUTED = MappingProxyType(
    {"post": ("effort_hours", HOURS), "task_automation": ("hours_week", HOURS)}
)
"""By record type: the field that a visible computed column follows, and that column's name."""

HIDDEN = MappingProxyType({"post": (RATE, FROM, UNTIL), "action": (RATE, FROM, UNTIL)})
"""By record type: its hidden computed columns."""

_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]+")
_RESERVED = frozenset({"history", "historique"})


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of a table: a field, or something computed from others."""

    heading: str
    name: str
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A table in its place.

    Attributes:
        table: What it holds.
        tab: Title of its sheet.
        about: Id of the record that the sheet is about, or "".
        number: Which table of the workbook it is, from 1.
        header: Row of its headings, from 0.
        lanes: Its columns after the hidden one of ids.
        records: Its rows.
        spare: Rows below that are kept free for it.
    """

    table: Table
    tab: str
    about: str
    number: int
    header: int
    lanes: tuple[Lane, ...]
    records: Sequence[Record]
    spare: int

    @property
    def first(self) -> int:
        """The first row of its records."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last row of its records; a table without any keeps an empty one."""
        return self.header + max(1, len(self.records))

    def col(self, name: str) -> int:
        """Return the column of a field; ids stand in column 0."""
        return 1 + [lane.name for lane in self.lanes].index(name)

    def cells(self, name: str) -> str:
        """Return a column's cells, spare rows too, as a formula on any sheet names them."""
        col = self.col(name)
        place = xl_range_abs(self.first, col, self.last + self.spare, col)
        return f"{quote_sheetname(self.tab)}!{place}"

    def with_spare(self, rows: int) -> Spot:
        """Return the same table with so many spare rows at most."""
        return replace(self, spare=min(self.spare, rows))

    def top(self, name: str) -> str:
        """Return a column's first cell, its row relative, for conditional formats."""
        return xl_rowcol_to_cell(self.first, self.col(name), col_abs=True)

    def placed(self, shortened: frozenset[tuple[str, str]] = frozenset()) -> Placed:
        """Return the table as the manifest names it."""
        fields = [lane for lane in self.lanes if lane.column]
        return Placed(
            number=self.number,
            sheet=self.tab,
            record=self.table.record,
            about=self.about,
            header_row=self.header + 1,
            columns={lane.heading: lane.name for lane in fields},
            read_only=frozenset(
                lane.name for lane in fields if lane.column and lane.column.read_only
            ),
            ids=[record.id for record in self.records],
            shortened=shortened,
        )

    @property
    def marker(self) -> str:
        """The heading of the column of ids."""
        return marker(self.placed())


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet in its place.

    Attributes:
        sheet: Its declaration.
        tab: Its title.
        about: The record that it is about, where it is one of several.
        spots: Its tables.
    """

    sheet: Sheet
    tab: str
    about: Record | None = None
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """All sheets of a workbook, in the order of their tabs."""

    pages: tuple[Page, ...]
    _spots: dict[str, Spot] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        for page in self.pages:
            if page.about is None:
                self._spots.update((spot.table.record, spot) for spot in page.spots)

    def spot(self, record: str) -> Spot:
        """Return the one table of a record type."""
        return self._spots[record]

    def page(self, key: str) -> Page:
        """Return the one sheet of a key."""
        return next(page for page in self.pages if page.sheet.key == key)


def places(strategy: Strategy, cells: Cells) -> Places:
    """Return where the tables of a strategy stand."""
    taken = [MANIFEST, LISTS]
    pages: list[Page] = []
    number = 1
    for sheet in SHEETS:
        abouts: Sequence[Record | None] = (None,)
        if sheet.per:
            abouts = strategy.of(RECORD_TYPES[sheet.per])
        for about in abouts:
            title = cells.names(sheet.per)[about.id] if about else cells.tr(sheet.title)
            tab = tab_title(title, taken, otherwise=cells.tr(sheet.title))
            taken.append(tab)
            about_id = about.id if about else ""
            spots = tuple(_spots(sheet, tab, about_id, number, strategy=strategy, cells=cells))
            number += len(spots)
            pages.append(Page(sheet, tab, about, spots))
    return Places(tuple(pages))


def tab_title(title: str, taken: Sequence[str], otherwise: str) -> str:
    """Return a title that a tab may have and that no other has.

    Args:
        title: What it should be called.
        taken: Titles of other tabs.
        otherwise: What to call it where nothing legal is left of `title`.
    """
    legal = " ".join(_ILLEGAL.sub(" ", title).split()).strip("' ")
    if legal.casefold() in _RESERVED:
        legal = f"{legal} ·"
    for room in range(LONGEST, 0, -1):
        short = _cut(legal, room) or otherwise
        found = unlike(short, taken)
        if units(found) <= LONGEST:
            return found
    raise AssertionError("one character and a number always fit")


def _cut(text: str, room: int) -> str:
    if units(text) <= room:
        return text
    kept = text.encode("utf-16-le")[: 2 * (room - 1)].decode("utf-16-le", "ignore")
    return kept.rstrip("' ") + "…"


def _spots(
    sheet: Sheet, tab: str, about: str, number: int, *, strategy: Strategy, cells: Cells
) -> Iterator[Spot]:
    stacked = len(sheet.tables) > 1
    header = STACKED_HEADER if stacked else HEADER
    for offset, table in enumerate(sheet.tables):
        spot = Spot(
            table=table,
            tab=tab,
            about=about,
            number=number + offset,
            header=header,
            lanes=tuple(_lanes(table, cells)),
            records=table.records(strategy, about),
            spare=STACKED_SPARE if stacked else SPARE,
        )
        yield spot
        # Three rows for new lines, one between, one for the next heading.
        header = spot.last + STACKED_SPARE + 3


def _lanes(table: Table, cells: Cells) -> Iterator[Lane]:
    after, computed = COMPUTED.get(table.record, ("", ""))
    columns = {column.field.name: column for column in table.columns}
    words = cells.headings(table)
    for heading, name in words.items():
        yield Lane(heading, name, columns[name])
        if name == after:
            yield Lane(unlike(cells.tr(COMPUTED_HEADING), words), computed)
    for name in HIDDEN.get(table.record, ()):
        yield Lane(f"{MARKER}{name}", name)
