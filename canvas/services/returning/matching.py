"""Tell which record each line of a workbook is, whatever happened to its ids."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from canvas.domain.ids import new_id
from canvas.domain.records import Record
from canvas.domain.strategy import RecordKey, Strategy
from canvas.imports.bounded import Cell, as_read
from canvas.imports.workbook import Book, FoundRow, FoundTable
from canvas.rules.cells import Cells, folded
from canvas.steps.sheets import SHEETS, Table

Likeness = Callable[[Record, FoundRow], int]
"""How many cells of a line say what they said of a record."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A line of a table, and the record that it is.

    Attributes:
        table: Where it stands.
        row: The line.
        id: The record's id; a new one where the line is new.
        is_new: Whether it is.
    """

    table: FoundTable
    row: FoundRow
    id: str
    is_new: bool

    @property
    def key(self) -> RecordKey:
        """The record."""
        return self.table.placed.record, self.id


def match(
    book: Book, known: Mapping[RecordKey, Record], written: Cells, likeness: Likeness
) -> list[Matched]:
    """Return every line with its record, in the order of the workbook.

    An id that stands on several lines, because somebody copied one, is that of the line
    that still says what was written; the others are new.  In a table whose column of ids
    was deleted, a line is the record that bears its name, where one alone does.

    Args:
        book: The workbook.
        known: Records that the strategy has, or had when the workbook was written.
        written: Names as they were then.
        likeness: Compares a line with a record.
    """
    owners: dict[RecordKey, list[tuple[FoundTable, FoundRow]]] = defaultdict(list)
    for table in book.tables:
        for row in table.rows:
            if row.id:
                owners[table.placed.record, row.id].append((table, row))
    written_into = {table.placed.number: frozenset(table.placed.ids) for table in book.tables}
    original: dict[RecordKey, int] = {}
    for key, places in owners.items():
        record = known.get(key)
        if record is None:
            continue
        if len(places) > 1:
            places.sort(
                key=lambda place: (
                    key[1] not in written_into[place[0].placed.number],
                    -likeness(record, place[1]),
                )
            )
        original[key] = id(places[0][1])
    found = []
    for table in book.tables:
        type_key = table.placed.record
        named = {} if table.has_ids else dict(_by_name(table, known, written))
        for row in table.rows:
            is_its_own = row.id and original.get((type_key, row.id)) == id(row)
            record_id = row.id if is_its_own else named.get(row.number, "")
            found.append(Matched(table, row, record_id or new_id(), not record_id))
    return found


def _by_name(
    table: FoundTable, known: Mapping[RecordKey, Record], written: Cells
) -> Iterator[tuple[int, str]]:
    """Yield the rows of a table without ids whose name is that of one record, with its id."""
    type_key = table.placed.record
    ids = written.ids(type_key)
    rows: dict[str, list[int]] = defaultdict(list)
    for row in table.rows:
        if name := name_of(table, row):
            rows[folded(name)].append(row.number)
    for name, numbers in rows.items():
        record_id = ids.get(name, "")
        alone = len(numbers) == 1 and f"{name} (2)" not in ids
        if alone and (type_key, record_id) in known:
            yield numbers[0], record_id


def name_of(table: FoundTable, row: FoundRow) -> str:
    """Return what a line calls its record: its first text."""
    for column in Table(table.placed.record).columns:
        cell = row.cells.get(column.field.name)
        if column.field.kind in ("text", "url") and isinstance(cell, str):
            return " ".join(cell.split("\n", 1)[0].replace(";", ",").split())[:80]
    return ""


def names_of_new(matched: list[Matched]) -> dict[str, dict[str, str]]:
    """Return the ids of new lines by type and name, "" where two are called alike."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for one in matched:
        name = folded(name_of(one.table, one.row)) if one.is_new else ""
        if name:
            names = found[one.table.placed.record]
            names[name] = "" if name in names else one.id
    return found


def within_of(found: FoundTable) -> str:
    """Return the field that links a table's records to the one that its sheet is about."""
    record = found.placed.record
    tables = (table for sheet in SHEETS for table in sheet.tables)
    return next((table.within for table in tables if table.record == record), "")


def about_of(found: FoundTable, strategy: Strategy) -> str:
    """Return the record that a table's sheet is about: as written, or as its lines say."""
    within = within_of(found)
    if found.placed.about or not within:
        return found.placed.about
    records = (strategy.find(row.id) for row in found.rows if row.id)
    abouts = (str(getattr(record, within, "")) for record in records if record is not None)
    return next(filter(None, abouts), "")


def is_same_cell(cell: Cell, written: object) -> bool:
    """Return whether a cell still holds what was written into it."""
    match written:
        case None:
            return cell is None
        case str():
            return (cell or "") == as_read(written)
        case dt.date():
            at_midnight = isinstance(cell, dt.datetime) and cell.time() == dt.time()
            return at_midnight and cell.date() == written  # type: ignore[union-attr]
        case dt.time():
            return cell == written
        case int() | float():
            if isinstance(cell, bool) or not isinstance(cell, int | float):
                return False
            # One unit in the last place is lost between binary and decimal.
            return math.isclose(cell, written, rel_tol=1e-14)
    return False
