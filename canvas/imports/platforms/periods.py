"""Find the days that a table is about in what stands above it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from canvas.imports.bounded import Cell
from canvas.imports.bounded.figures import Order
from canvas.imports.platforms.values import moment_of, text_of

Period = tuple[dt.date, dt.date]

_COMPACT = re.compile(r"(?<!\d)(\d{8})\s*[-–—]\s*(\d{8})(?!\d)", re.ASCII)
_START = re.compile(r"(?:start date|date de début)\s*:\s*(.+)", re.IGNORECASE)
_END = re.compile(r"(?:end date|date de fin)\s*:\s*(.+)", re.IGNORECASE)
_APART = re.compile(r"\s+(?:[-–—]|to|au|à)\s+|\s*[–—]\s*", re.IGNORECASE)
_STOCK = re.compile(r"(?:total followers on|total des abonnés au)\s+(.+?)\s*:?$", re.IGNORECASE)


def period_of(notes: Iterable[Sequence[Cell]], order: Order | None) -> Period | None:
    """Return the days that the lines above a table name; the lowest such line counts."""
    first = last = None
    found: Period | None = None
    for cells in notes:
        for cell in cells:
            text = text_of(cell).lstrip("# ").strip()
            if start := _START.search(text):
                first = _day(start[1], order)
            if end := _END.search(text):
                last = _day(end[1], order)
            if first and last:
                found, first, last = _ordered(first, last), None, None
            found = _range(text, order) or found
    return found


def _range(text: str, order: Order | None) -> Period | None:
    if both := _COMPACT.search(text):
        days = _day(both[1], order), _day(both[2], order)
    else:
        parts = _APART.split(text)
        if len(parts) != 2:
            return None
        days = _day(parts[0].rpartition(":")[2], order), _day(parts[1], order)
    return _ordered(days[0], days[1]) if days[0] and days[1] else None


def _ordered(first: dt.date, last: dt.date) -> Period:
    return (first, last) if first <= last else (last, first)


def _day(text: str, order: Order | None) -> dt.date | None:
    at = moment_of(text.strip(), order or "mdy")
    return at.date() if at else None


def stock_in(notes: Iterable[Sequence[Cell]], order: Order | None) -> tuple[dt.date, Cell] | None:
    """Return the day and the number of followers that stand above their increases."""
    for cells in notes:
        if len(cells) > 1 and (found := _STOCK.search(text_of(cells[0]))):
            day = _day(found[1], order)
            if day:
                return day, cells[1]
    return None
