"""The months that a strategy covers."""

from __future__ import annotations

import datetime as dt

from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import Settings

MONTHS = 12
"""Months of a strategy without a duration."""


def months_later(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last day of a month that is too short.

    Where there is no date so late, it is the last one there is.
    """
    count = day.year * 12 + day.month - 1 + months
    if count // 12 > dt.MAXYEAR:
        return dt.date.max
    first = dt.date(count // 12, count % 12 + 1, 1)
    try:
        return first.replace(day=day.day)
    except ValueError:
        return first.replace(day=_days(first))


def _days(first: dt.date) -> int:
    """Return how many days the month of `first` has."""
    late = first.toordinal() + 31
    return 31 if late > dt.date.max.toordinal() else 32 - dt.date.fromordinal(late).day


def period_of(strategy: Strategy) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a strategy, None where it has no first one."""
    settings = strategy.one(Settings)
    if settings.start_date is None:
        return None
    end = months_later(settings.start_date, max(1, settings.horizon or MONTHS))
    return settings.start_date, max(settings.start_date, end - dt.timedelta(1))


def quarters_of(first: dt.date, last: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Return the spans of three months from `first`, the last one as long as there is."""
    found: list[tuple[dt.date, dt.date]] = []
    start = first
    while start <= last:
        following = months_later(first, 3 * (len(found) + 1))
        if following <= start:
            break
        found.append((start, min(last, following - dt.timedelta(1))))
        start = following
    return found
