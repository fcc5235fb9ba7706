"""When a platform wrote a file: what its name says, else its period, else today."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum

from canvas.steps.measure.choices import Grain
from canvas.steps.measure.figures import Batch


class Dated(StrEnum):
    """How the day of a file is known."""

    SAID = "said"
    NAME = "name"
    PERIOD = "period"
    TODAY = "today"
    BEFORE = "before"
    """It was brought in already, with this day."""


_EARLIEST = dt.date(2008, 1, 1)
_DAY = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_.](\d\d)(?![-_.]?\d)")
_NAMED = re.compile(r"(?<![^\W\d_])([a-z]{3})-(\d\d)-(20\d\d)(?!\d)", re.IGNORECASE)
"""As Meta Business Suite writes them: “Jun-01-2026_Jun-30-2026”."""

_MILLISECONDS = re.compile(r"(?<!\d)(1\d{12})(?!\d)")
"""As LinkedIn ends the names of its files."""

_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name}


def written_on(name: str, batch: Batch | None, today: dt.date) -> tuple[dt.date, Dated]:
    """Return the day when a file was written, and how it is known.

    No file was written after today, nor before the last day that it speaks of.
    """
    days = batch.days if batch else None
    last = min(days[1], today) if days else _EARLIEST
    in_name = [day for day in _days_in(name) if day >= _EARLIEST]
    if in_name:
        return max(min(max(in_name), today), last), Dated.NAME
    if days and batch and batch.grain in (Grain.VISITS, Grain.COMPETITORS):
        return last, Dated.PERIOD
    return today, Dated.TODAY


def _days_in(name: str) -> Iterator[dt.date]:
    with suppress(ValueError):
        for found in _MILLISECONDS.finditer(name):
            yield dt.datetime.fromtimestamp(int(found[1]) / 1000, dt.UTC).date()
    for found in _DAY.finditer(name):
        with suppress(ValueError):
            yield dt.date(int(found[1]), int(found[3]), int(found[4]))
    for found in _NAMED.finditer(name):
        month = _MONTHS.get(found[1].casefold())
        with suppress(ValueError):
            if month:
                yield dt.date(int(found[3]), month, int(found[2]))
    for found in _MONTH.finditer(name):
        year, month = int(found[1]), int(found[2])
        if 1 <= month <= 12:
            yield dt.date(year, month, calendar.monthrange(year, month)[1])
