"""What the drop-down lists offer: names of records and words of choices, on a hidden sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_abs

from canvas.domain.kinds import Field, Link, OneOf
from canvas.exports.workbook.looks import Looks
from canvas.rules.cells import YES, Cells
from canvas.steps.sheets import LISTS


class Offers:
    """Gathers the lists that columns need, and writes each of them once.

    Attributes:
        cells: Where names and words come from.
    """

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self._lists: dict[str, Sequence[str]] = {}

    def of(self, field: Field) -> str:
        """Return the defined name of the list that a column offers; "" for none."""
        match field:
            case OneOf(choices=choices):
                return self._named(choices.__name__, tuple(self.cells.labels(choices).values()))
            case Link(to=to):
                return self._named(to, tuple(self.cells.names(to).values()))
        return self._named("yes", (self.cells.tr(YES),)) if field.kind == "flag" else ""

    def _named(self, key: str, items: Sequence[str]) -> str:
        name = "list_" + re.sub(r"\W", "_", key, flags=re.ASCII)
        self._lists[name] = items
        return name

    def write(self, book: Workbook, looks: Looks) -> None:
        """Write the hidden sheet and name its columns."""
        sheet = book.add_worksheet(LISTS)
        sheet.hide()
        for col, (name, items) in enumerate(self._lists.items()):
            sheet.write_string(0, col, name, looks.quiet())
            for row, item in enumerate(items, 1):
                sheet.write_string(row, col, item, looks.make())
            place = xl_range_abs(1, col, max(1, len(items)), col)
            book.define_name(name, f"={LISTS}!{place}")
