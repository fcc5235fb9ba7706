"""Read the cells of platform files: counts, dates in many dresses, identifiers.

A value that is missing, or that the platform calls “undefined”, is None: never zero.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from canvas.imports.bounded import Cell, Percentage, date_order, number_style, read_number
from canvas.imports.bounded.figures import Order, Style

MISSING = frozenset({"", "-", "--", "—", "–", "undefined", "n/a", "na", "null", "none", "nan"})

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier", "feb february févr fév février fevrier",
            "mar march mars", "apr april avr avril", "may mai", "jun june juin",
            "jul july juil juillet", "aug august août aout", "sep sept september septembre",
            "oct october octobre", "nov november novembre",
            "dec december déc décembre decembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)", re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er)?\.?\s+([^\W\d_]+)\.?(?:,?\s+(\d{4}))?")
_CLOCK = re.compile(r"(\d{1,2})[:hH](\d{2})(?::(\d{2}))?\s*([AaPp]\.?[Mm]\.?)?")
_ROUNDED = re.compile(r"\d[.,]?\d*[eE]\+\d+$")


def missing(cell: Cell) -> bool:
    """Return whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in MISSING)


def text_of(cell: Cell) -> str:
    """Return a cell as text; a whole number has no decimals."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def is_rounded(cell: Cell) -> bool:
    """Return whether an identifier was rounded by a spreadsheet."""
    if isinstance(cell, float) and not isinstance(cell, bool):
        return abs(cell) >= 2**53
    return isinstance(cell, str) and bool(_ROUNDED.match(cell.strip()))


def style_of(cells: Iterable[Cell]) -> Style | None:
    """Return how the numbers of a column are written, None where they do not tell."""
    return number_style(cell for cell in cells if isinstance(cell, str) and not missing(cell))


def needs_style(cells: Iterable[Cell]) -> bool:
    """Return whether a number may be read in two ways."""
    return any(isinstance(c, str) and re.search(r"\d[.,]\d{3}(?!\d)", c) for c in cells)


def number_of(cell: Cell, style: Style) -> float | None:
    """Return the figure of a cell, None for none; “12 %” is 0.12."""
    if isinstance(cell, bool) or missing(cell):
        return None
    if isinstance(cell, Percentage | int | float):
        return float(cell)
    return read_number(cell, style) if isinstance(cell, str) else None


def order_of(cells: Iterable[Cell]) -> Order | None:
    """Return whether days or months come first in a column, None where it does not tell."""
    return date_order(cell for cell in cells if isinstance(cell, str))


def tells_order(cell: Cell) -> bool:
    """Return whether a date needs to be told in which order it is written."""
    return isinstance(cell, str) and bool(_NUMERIC.match(cell.strip()))


def moment_of(cell: Cell, order: Order) -> dt.datetime | None:
    """Return the day and time of a cell, midnight where it has no time; None for none."""
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, dt.date):
        return dt.datetime.combine(cell, dt.time())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        cell = str(int(cell))
    return _moment(cell.strip(), order) if isinstance(cell, str) else None


@lru_cache(maxsize=20_000)
def _moment(text: str, order: Order) -> dt.datetime | None:
    day = _day(text, order)
    if day is None:
        return None
    clock = _CLOCK.search(text)
    if not clock or _COMPACT.match(text):
        return dt.datetime.combine(day, dt.time())
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    half = (clock[4] or "").casefold().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return dt.datetime.combine(day, dt.time(hour, minute, second))
    except ValueError:
        return dt.datetime.combine(day, dt.time())


def _day(text: str, order: Order) -> dt.date | None:
    try:
        if found := _COMPACT.match(text) or _ISO.match(text):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.match(text):
            first, second, year = int(found[1]), int(found[2]), int(found[3])
            day, month = (first, second) if order == "dmy" else (second, first)
            return dt.date(year + 2000 if year < 100 else year, month, day)
        named = _named(text)
        return dt.date(*named) if named and named[0] else None
    except ValueError:
        return None


def day_and_month(text: str) -> tuple[int, int] | None:
    """Return the month and the day of “August 31” or “31 août”, None for anything else."""
    found = _named(text.strip())
    return (found[1], found[2]) if found else None


def _named(text: str) -> tuple[int, int, int] | None:
    """Return year (0 where there is none), month and day of a date with the month's name."""
    if found := _MONTH_FIRST.search(text):
        month = _MONTHS.get(found[1].casefold())
        if month:
            return int(found[3] or 0), month, int(found[2])
    for found in _DAY_FIRST.finditer(text):
        month = _MONTHS.get(found[2].casefold())
        if month:
            return int(found[3] or 0), month, int(found[1])
    return None


def with_years(days: list[tuple[int, int] | None], read_on: dt.date) -> list[dt.date | None]:
    """Return days without years as dates: the last of them is not after `read_on`.

    The list runs forwards or backwards in time; a step against its run is a new year.
    """
    known = [found for found in days if found]
    if not known:
        return [None] * len(days)
    rising = sum(b > a for a, b in pairwise(known))
    backwards = rising < (len(known) - 1) / 2
    found: list[dt.date | None] = []
    year = read_on.year
    later: tuple[int, int] | None = None
    for one in days if backwards else reversed(days):
        if one is None:
            found.append(None)
            continue
        if later is None:
            if one > (read_on.month, read_on.day):
                year -= 1
        elif one > later:
            year -= 1
        later = one
        try:
            found.append(dt.date(year, *one))
        except ValueError:
            found.append(None)
    return found if backwards else found[::-1]
