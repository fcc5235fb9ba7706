"""What a bounded reader gives, whatever the file was: sheets of numbered rows of values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

MAX_BYTES = 10_000_000
"""Bytes of any table that is uploaded."""

MAX_ROWS = 20_000
"""Filled rows of a sheet."""

MAX_COLUMNS = 200

MAX_CELL = 50_000
"""Characters of one cell: what the most generous spreadsheet keeps."""


class Percentage(float):
    """A ratio whose cell shows it as a percentage: 0.2 in a cell that reads “20 %”."""

    __slots__ = ()


class Odd(Enum):
    """A cell that holds something, but no value to read."""

    MERGED = "merged"
    """It lies under another cell that was merged over it."""

    UNCALCULATED = "uncalculated"
    """A formula whose result no program has kept."""

    FAULTY = "faulty"
    """A formula that gives an error, such as #N/A."""


Cell = None | str | bool | int | float | dt.datetime | dt.date | dt.time | dt.timedelta | Odd


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not blank.

    Attributes:
        number: Its number in the file, from 1.
        cells: Its values, up to the last one that is not empty.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet.

    Attributes:
        name: Its name; "" for a file without sheets.
        rows: Its rows that are not blank, in order.
        hidden: Whether a person does not see it.
    """

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
