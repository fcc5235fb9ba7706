"""A workbook as a person edits it: its cells in the hand, then written again from nothing.

What is written has no tables, no names and no styles but those of values: it is what
Google Sheets keeps of ours.
"""

import datetime as dt
import io
from dataclasses import dataclass, field

import xlsxwriter

from canvas.imports.bounded import Odd, Percentage, read_xlsx
from canvas.rules.cells import folded
from canvas.steps.sheets import MARKER

SERIALS = dt.date(1899, 12, 30)


@dataclass
class Tab:
    """One sheet: its rows as lists of cells, the first row first."""

    name: str
    hidden: bool
    rows: list[list] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)

    def head(self, number=1):
        """Return the row of the n-th table's headings, from 0."""
        found = [at for at, row in enumerate(self.rows) if row and is_marker(row[0])]
        return found[number - 1]

    def column(self, heading, head=None):
        """Return the column of a heading."""
        row = self.rows[self.head() if head is None else head]
        return next(at for at, cell in enumerate(row) if folded(str(cell)) == folded(heading))

    def row(self, record_id):
        """Return the row of a record."""
        return next(at for at, row in enumerate(self.rows) if row and row[0] == record_id)

    def get(self, record_id, heading):
        """Return a record's cell."""
        row = self.rows[self.row(record_id)]
        at = self.column(heading)
        return row[at] if at < len(row) else None

    def put(self, record_id, heading, value, head=None):
        """Write into a record's cell."""
        put(self.rows[self.row(record_id)], self.column(heading, head), value)

    def add(self, **cells):
        """Write a line under the first table, without an id; return its row, from 1."""
        at = self.end()
        row = []
        for heading, value in cells.items():
            put(row, self.column(heading.replace("_", " ")), value)
        self.rows[at:at] = [row]
        return at + 1

    def end(self):
        """Return the row under the first table's last line, from 0."""
        at = self.head() + 1
        while at < len(self.rows) and self.rows[at] and self.rows[at][0]:
            at += 1
        return at


def is_marker(cell):
    """Return whether a cell is the heading of a column of ids."""
    return isinstance(cell, str) and cell.startswith(MARKER) and cell[len(MARKER)].isdigit()


def put(row, at, value):
    """Write into a row, however short it is."""
    row.extend([None] * (at + 1 - len(row)))
    row[at] = value


class Edited:
    """A workbook in the hand."""

    def __init__(self, content):
        self.tabs = []
        for sheet in read_xlsx(content):
            tab = Tab(sheet.name, sheet.hidden)
            for row in sheet.rows:
                tab.rows.extend([] for _ in range(row.number - len(tab.rows)))
                tab.rows[row.number - 1] = list(row.cells)
            self.tabs.append(tab)

    def __getitem__(self, name):
        return next(tab for tab in self.tabs if tab.name == name)

    def drop(self, name):
        """Delete a sheet."""
        self.tabs.remove(self[name])

    def save(self, *, serials=False):
        """Return the workbook.

        Args:
            serials: Write days as plain numbers, as some programs do.
        """
        made = io.BytesIO()
        options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        with xlsxwriter.Workbook(made, options) as book:
            formats = {
                kind: book.add_format({"num_format": pattern})
                for kind, pattern in (
                    (Percentage, "0.00%"),
                    (dt.datetime, "dd/mm/yyyy"),
                    (dt.date, "dd/mm/yyyy"),
                    (dt.time, "hh:mm"),
                )
            }
            for tab in self.tabs:
                sheet = book.add_worksheet(tab.name)
                if tab.hidden:
                    sheet.very_hidden()
                for number, row in enumerate(tab.rows):
                    for at, cell in enumerate(row):
                        match cell:
                            case None | Odd():
                                continue
                            case dt.datetime() if serials:
                                sheet.write_number(number, at, (cell.date() - SERIALS).days)
                            case dt.date() | dt.time():
                                sheet.write_datetime(number, at, cell, formats[type(cell)])
                            case str():
                                sheet.write_string(number, at, cell)
                            case bool():
                                sheet.write_boolean(number, at, cell)
                            case _:
                                sheet.write_number(number, at, cell, formats.get(type(cell)))
                for ref in tab.merged:
                    sheet.merge_range(ref, "merged")
        return made.getvalue()
