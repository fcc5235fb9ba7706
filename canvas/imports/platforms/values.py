"""Read the cells of platform files: counts, dates in many dresses, identifiers.

A value that is missing, or that the platform calls “undefined”, is None: never zero.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from canvas.columns import Moments
from canvas.imports.bounded import Cell, Odd, number_style, read_number
from canvas.imports.bounded.figures import MAX_NUMBER, Order, Style
from canvas.imports.platforms.quick import days_in, numbers_in, some_of, texts_in

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
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\d)", re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:er)?\.?\s+([^\W\d_]+)\.?(?:,?\s+(\d{4}))?")
_CLOCK = re.compile(r"(\d{1,2})[:hH](\d{2})(?::(\d{2}))?\s*([AaPp]\.?[Mm]\.?)?")
_PRECISE = 10**15
"""A spreadsheet keeps fifteen digits of a number, and puts zeros for the rest."""

_DIGITS = 15
_GROUPED = re.compile(r"\d[.,]\d{3}(?!\d)", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*", re.ASCII)
_DAY_AND_CLOCK = re.compile(r"(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[ T](\d\d?:\d\d.*)", re.ASCII)
_ROUNDED = re.compile(r"\d[.,]?\d*[eE]\+\d+$")


def missing(cell: Cell) -> bool:
    """Return whether a cell says nothing."""
    if isinstance(cell, str):
        return cell.strip().casefold() in MISSING
    return cell is None or isinstance(cell, Odd)


def is_figure(cell: Cell) -> bool:
    """Return whether a cell holds a number, or a text that is one."""
    if isinstance(cell, str):
        return read_number(cell, "en") is not None or read_number(cell, "fr") is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def text_of(cell: Cell) -> str:
    """Return a cell as text; a whole number has no decimals."""
    if cell is None or isinstance(cell, Odd):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def texts_of(cells: Sequence[Cell]) -> Sequence[str]:
    """Return cells as texts."""
    if (found := texts_in(cells)) is not None:
        return found
    with contextlib.suppress(TypeError):
        return list(map(str.strip, cells))  # type: ignore[arg-type]
    return [cell.strip() if type(cell) is str else text_of(cell) for cell in cells]


def is_rounded(cell: Cell) -> bool:
    """Return whether an identifier was rounded by a spreadsheet."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return abs(cell) >= _PRECISE
    return isinstance(cell, str) and bool(_ROUNDED.match(cell.strip()))


def telling(cells: Sequence[Cell]) -> set[str]:
    """Return the different texts of a column that may tell how its numbers are written."""
    return {
        cell for cell in some_of(cells) if isinstance(cell, str) and not cell.isdigit()
    } - MISSING  # fmt: skip


def style_of(texts: Iterable[str]) -> Style | None:
    """Return how the numbers of a column are written, None where they do not tell."""
    return number_style(texts)


def needs_style(texts: Iterable[str]) -> bool:
    """Return whether a number may be read in two ways."""
    return any(_GROUPED.search(text) for text in texts)


def number_of(cell: Cell, style: Style) -> float | None:
    """Return the figure of a cell, None for none; “12 %” is 0.12."""
    if isinstance(cell, str):
        # Most figures are digits alone, which no style changes.
        if cell.isdigit() and cell.isascii() and len(cell) <= _DIGITS:
            return float(cell)
        return None if missing(cell) else read_number(cell, style)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell) if abs(cell) <= MAX_NUMBER else None
    return None


def digits_of(cells: Sequence[Cell]) -> Sequence[float | None] | None:
    """Return the figures of a column whose cells are digits or empty; None for any other one.

    Nearly all columns of figures are such, and reading them one by one takes far longer.
    """
    if (found := numbers_in(cells)) is not None:
        return found
    filled = cells if all(cells) else [cell for cell in cells if cell]
    try:
        joined = "".join(filled)  # type: ignore[arg-type]
    except TypeError:
        return None
    if not (joined.isdigit() and joined.isascii()) or max(map(len, filled)) > _DIGITS:  # type: ignore[arg-type]
        return None
    if len(filled) == len(cells):
        return list(map(float, filled))  # type: ignore[arg-type]
    return [float(cell) if cell else None for cell in cells]  # type: ignore[arg-type]


def count_of(cell: Cell, style: Style) -> float | None:
    """Return the figure of a cell that counts: in “1,234” the comma parts thousands.

    A mark before three digits parts thousands whatever the style, since nothing is counted in
    thousandths.
    """
    if isinstance(cell, str) and (found := _THOUSANDS.fullmatch(cell.strip())):
        return float(found[0].replace(found[1], ""))
    return number_of(cell, style)


def orders_of(texts: Iterable[str]) -> dict[Order, str]:
    """Return in which orders the dates of a column can only be read, with an example of each.

    One of them where the column tells, none where it does not, two where it was put together
    of two files.
    """
    found: dict[Order, str] = {}
    for text in texts:
        match = _NUMERIC.match(text.strip())
        if match and int(match[1]) <= 12 < int(match[2]) <= 31:
            found.setdefault("mdy", text)
        elif match and int(match[2]) <= 12 < int(match[1]) <= 31:
            found.setdefault("dmy", text)
    return found


def tells_order(cell: Cell) -> bool:
    """Return whether a date needs to be told in which order it is written."""
    return isinstance(cell, str) and bool(_NUMERIC.match(cell.strip()))


def moments_of(cells: Sequence[Cell], order: Order) -> Sequence[dt.datetime | None]:
    """Return the days and times of a column.

    The same days and the same minutes stand in many lines: each is read once.
    """
    if found := days_in(cells):
        return Moments(found.moments(lambda text: _day(text, order), _clock))
    known = {cell: moment_of(cell, order) for cell in some_of(cells)}
    return [known[cell] for cell in cells]


def moment_of(cell: Cell, order: Order) -> dt.datetime | None:
    """Return the day and time of a cell, midnight where it has no time; None for none."""
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, dt.date):
        return dt.datetime.combine(cell, dt.time())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        cell = str(int(cell))
    return _moment(cell.strip(), order) if isinstance(cell, str) else None


def _moment(text: str, order: Order) -> dt.datetime | None:
    # The same days and the same minutes stand in many lines: each is read once.
    if match := _DAY_AND_CLOCK.match(text):
        day, clock = _day(match[1], order), _clock(match[2])
        return dt.datetime.combine(day, clock) if day else None
    day = _day(text, order)
    if day is None:
        return None
    return dt.datetime.combine(day, dt.time() if _COMPACT.match(text) else _clock(text))


@lru_cache(maxsize=2_000)
def _clock(text: str) -> dt.time:
    """Return the time that stands in a text, midnight where there is none."""
    found = _CLOCK.search(text)
    if not found:
        return dt.time()
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").casefold().replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return dt.time(hour, minute, second)
    except ValueError:
        return dt.time()


@lru_cache(maxsize=5_000)
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
    # The day first: “mar. 25 août” begins with a Tuesday, and not with March.
    for found in _DAY_FIRST.finditer(text):
        month = _MONTHS.get(found[2].casefold())
        if month:
            return int(found[3] or 0), month, int(found[1])
    for found in _MONTH_FIRST.finditer(text):
        month = _MONTHS.get(found[1].casefold())
        if month:
            return int(found[3] or 0), month, int(found[2])
    return None


def with_years(days: Sequence[tuple[int, int] | None], read_on: dt.date) -> list[dt.date | None]:
    """Return days without years as dates, none of them after `read_on`.

    Where no day is there twice, each is the latest of its name, whatever their order.  Where
    some are, the file is longer than a year: the list runs forwards or backwards in time, and
    a step against its run is a new year.
    """
    known = [found for found in days if found]
    if len(set(known)) == len(known):
        return [_latest(found, read_on) if found else None for found in days]
    rising = sum(b > a for a, b in pairwise(known))
    backwards = rising < (len(known) - 1) / 2
    latest = read_on
    dated: list[dt.date | None] = []
    for one in days if backwards else reversed(days):
        found = _latest(one, latest) if one else None
        dated.append(found)
        latest = found or latest
    return dated if backwards else dated[::-1]


def _latest(day: tuple[int, int], before: dt.date) -> dt.date | None:
    """Return the latest date of a month and a day that is not after `before`."""
    for year in range(before.year, before.year - 9, -1):
        try:
            found = dt.date(year, *day)
        except ValueError:  # 29 February, or no day at all
            continue
        if found <= before:
            return found
    return None
