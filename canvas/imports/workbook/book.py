"""Find our tables in a workbook that comes back, wherever they were moved in it.

A table is known by the heading of its hidden column of ids.  Where somebody deleted that
column, it is found by its headings on the tab that had its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from canvas.domain.ids import is_id
from canvas.i18n import LANGUAGES, Translator
from canvas.imports.bounded import Cell, SheetRow, SheetRows, read_xlsx
from canvas.imports.workbook.errors import NewerWorkbookError, NotOurWorkbookError
from canvas.rules.cells import folded
from canvas.steps.sheets import (
    COMPUTED_HEADING,
    MANIFEST,
    MARKER,
    SHEETS,
    VERSION,
    Manifest,
    Placed,
    Table,
    headings,
    marked,
)

_OURS = frozenset(table.record for sheet in SHEETS for table in sheet.tables)
"""Types of records that a workbook may bring back."""

_HEADS = 30
"""Tables of a sheet that are read; ours have six at most."""

_HEADED = 0.6
"""Share of a table's headings that a row has, to be taken for its head."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A line of a table.

    Attributes:
        number: Its row in the sheet, from 1.
        id: What stands in the column of ids, "" for nothing.
        cells: Its cells by the names of their fields.
    """

    number: int
    id: str
    cells: Mapping[str, Cell]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it but its id."""
        return all(cell is None for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of ours, as it was found.

    Attributes:
        placed: What the manifest says of it, or what could be told without one.
        sheet: The tab that it stands on now.
        rows: Its lines; those without an id and without anything else left out.
        has_ids: Whether its column of ids is still there.
        added: Headings of columns that are not ours.
        renamed: What our columns are called now, and were, where somebody renamed them.
    """

    placed: Placed
    sheet: str
    rows: tuple[FoundRow, ...]
    has_ids: bool = True
    added: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook of ours.

    Attributes:
        manifest: What it says of itself; None where its hidden sheet was deleted.
        tables: Its tables, in the order of its tabs.
        missing: Tabs that it had and has no longer.
        copies: Tabs that were copied from one of ours.
    """

    manifest: Manifest | None
    tables: tuple[FoundTable, ...]
    missing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a table begins: its head row, and where in it the ids are."""

    placed: Placed
    row: SheetRow
    at: int | None


def read_workbook(content: bytes) -> Book:
    """Return the tables of a workbook that comes back.

    Raises:
        TableError: It cannot be read, or is none of ours; the message says why.
    """
    sheets = read_xlsx(content)
    manifest = _manifest(sheets)
    known = {table.number: table for table in manifest.tables} if manifest else {}
    heads = {id(sheet): list(_marked_heads(sheet, known)) for sheet in sheets}
    placed = {head.placed.number for found in heads.values() for head in found}
    for sheet in sheets:
        lost = [t for t in known.values() if t.number not in placed and t.sheet == sheet.name]
        heads[id(sheet)].extend(_headed(sheet, lost[:_HEADS]))
    found = [table for sheet in sheets for table in _tables(sheet, heads[id(sheet)])]
    if not found and not known:
        raise NotOurWorkbookError
    tables: dict[int, FoundTable] = {}
    for table in found:
        first = tables.setdefault(table.placed.number, table)
        # A tab that was copied has the same tables twice: the one under its own name is ours.
        if first.sheet != table.placed.sheet == table.sheet:
            tables[table.placed.number] = table
    copies = (t.sheet for t in found if tables[t.placed.number] is not t)
    missing = (t.sheet for t in known.values() if t.number not in tables)
    return Book(
        manifest,
        tuple(tables.values()),
        tuple(dict.fromkeys(missing)),
        tuple(dict.fromkeys(copies)),
    )


def _manifest(sheets: Iterable[SheetRows]) -> Manifest | None:
    for sheet in sheets:
        if folded(sheet.name) != MANIFEST:
            continue
        try:
            found = Manifest.read(row.cells for row in sheet.rows)
        except (ValueError, OverflowError):
            return None
        if found.version > VERSION:
            raise NewerWorkbookError(found=found.version, known=VERSION)
        usable = (t for t in found.tables if t.record in _OURS)
        return replace(found, tables=tuple(usable))
    return None


def _marked_heads(sheet: SheetRows, known: Mapping[int, Placed]) -> Iterator[_Head]:
    """Yield the heads of a sheet's tables, by the markers of their columns of ids."""
    if folded(sheet.name) == MANIFEST:
        return
    left = _HEADS
    for row in sheet.rows:
        for at, cell in enumerate(row.cells):
            number = marked(cell) if isinstance(cell, str) else None
            if number is None:
                continue
            record = str(cell).strip().rpartition(":")[2]
            table = known.get(number)
            if table is None or table.record != record:
                table = Placed(-number, sheet.name, record, "", row.number, {})
            if record in _OURS:
                yield _Head(table, row, at)
                left -= 1
            if not left:
                return


def _headed(sheet: SheetRows, lost: Iterable[Placed]) -> Iterator[_Head]:
    """Yield the heads of tables whose column of ids was deleted, by their headings."""
    for table in lost:
        wanted = {folded(heading) for heading in table.columns}
        for row in sheet.rows:
            there = {folded(cell) for cell in row.cells if isinstance(cell, str)}
            if wanted and len(wanted & there) >= max(2, _HEADED * len(wanted)):
                yield _Head(table, row, None)
                break


def _tables(sheet: SheetRows, heads: Sequence[_Head]) -> Iterator[FoundTable]:
    ordered = sorted(heads, key=lambda head: head.row.number)
    for at, head in enumerate(ordered, start=1):
        last = ordered[at].row.number if at < len(ordered) else None
        below = [
            row
            for row in sheet.rows
            if row.number > head.row.number
            and (last is None or row.number < last - 1 or (row.number < last and _is_line(row)))
        ]
        yield _table(sheet, head, below)


def _is_line(row: SheetRow) -> bool:
    """Return whether the row above a table's head is a line of the one before, no heading."""
    return sum(cell is not None for cell in row.cells) > 1


def _table(sheet: SheetRows, head: _Head, below: Sequence[SheetRow]) -> FoundTable:
    columns, added, renamed = _columns(head)
    rows = []
    for row in below:
        record_id = _id(_cell(row, head.at)) if head.at is not None else ""
        cells = {name: _cell(row, at) for at, name in columns.items()}
        if record_id or any(cell is not None for cell in cells.values()):
            rows.append(FoundRow(row.number, record_id, cells))
    return FoundTable(head.placed, sheet.name, tuple(rows), head.at is not None, added, renamed)


def _columns(head: _Head) -> tuple[dict[int, str], tuple[str, ...], dict[str, str]]:
    """Return our columns by where they stand, the headings of others, and renamed ones."""
    table = Table(head.placed.record)
    names = {folded(heading): name for heading, name in head.placed.columns.items()}
    declared = {one.field.name for one in table.columns}
    ours = {COMPUTED_HEADING}
    for language in LANGUAGES:
        tr = Translator(language)
        ours.add(tr(COMPUTED_HEADING))
        translate = {one.field.label: tr(one.field.label) for one in table.columns}
        for heading, name in headings(table, translate).items():
            names.setdefault(folded(heading), name)
    found: dict[int, str] = {}
    others: dict[int, str] = {}
    for at, cell in enumerate(head.row.cells):
        if at == head.at or cell is None:
            continue
        name = names.get(folded(str(cell)), "")
        if name in declared and name not in found.values():
            found[at] = name
        else:
            others[at] = str(cell)
    renamed = _renamed(head, found, others) if head.at is not None else {}
    for at, name in renamed.items():
        found[at] = name
    added = tuple(
        heading
        for at, heading in others.items()
        if at not in renamed and heading not in ours and not heading.startswith(MARKER)
    )
    said = {others[at]: name for at, name in renamed.items()}
    return found, added, said


def _renamed(head: _Head, found: Mapping[int, str], others: Mapping[int, str]) -> dict[int, str]:
    """Return the columns whose heading alone was changed, with their fields.

    They stand between the neighbours that they were written between, where nothing
    else is missing or new.
    """
    declared = {one.field.name for one in Table(head.placed.record).columns}
    order = [name for name in head.placed.columns.values() if name in declared]
    assert head.at is not None
    renamed = {}
    for at in others:
        before, after = found.get(at - 1), found.get(at + 1)
        if at - 1 == head.at and order and order[0] not in found.values():
            place = 0
        elif before in order:
            place = order.index(before) + 1
        else:
            continue
        if place >= len(order) or order[place] in found.values():
            continue
        last = place + 1 == len(order)
        if (last and at + 1 not in others) or (not last and after == order[place + 1]):
            renamed[at] = order[place]
    return renamed


def _cell(row: SheetRow, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else None


def _id(cell: Cell) -> str:
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell or "")
    text = text.strip()
    return text if is_id(text) else ""
