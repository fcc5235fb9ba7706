"""Hours and money laid over days, weeks and months without losing any.

Hours are counted in whole seconds and money in cents, so that a total is exactly the
sum of its parts.  Days are counted by their ordinals (`date.toordinal`): a span may
begin long before any date that can be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

HOUR = 3600
"""Seconds."""

WORKING = 5
"""Working days of a week: Monday to Friday; public holidays are not looked at."""


MOST = 1_000_000 * HOUR
"""What one line can count for: a slip of the keyboard must not break the sums."""


@lru_cache(maxsize=1024)
def seconds(hours: float) -> int:
    """Return hours in whole seconds; what is below zero is nothing."""
    return min(max(0, round(Fraction(hours) * HOUR)), MOST)


def split(total: int, weights: Sequence[int]) -> list[int]:
    """Return `total` shared out by weights that are not all 0; the shares add up to it."""
    whole = sum(weights)
    shares = []
    weighed = given = 0
    for weight in weights:
        weighed += weight
        reached = total * weighed // whole
        shares.append(reached - given)
        given = reached
    return shares


def monday(day: int) -> int:
    """Return the Monday of the week of `day`, both as ordinals."""
    return day - (day - 1) % 7


def working_days(first: int, last: int) -> int:
    """Return how many days from Monday to Friday there are from `first` to `last`."""

    def until(day: int) -> int:
        return (day - 1) // 7 * WORKING + min(WORKING, (day - 1) % 7 + 1)

    return max(0, until(last) - until(first - 1))


def spread(total: int, first: int, last: int, window: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the days of `window` with their share of `total`, those without any left out.

    Args:
        total: What is spread evenly from `first` to `last`, over the working days, or
            over all days where there is none.
        first: The first day of the span, as an ordinal.
        last: Its last day.
        window: The first and the last day to yield.
    """
    only_rest = not working_days(first, last)
    days = last - first + 1 if only_rest else working_days(first, last)
    start = max(first, window[0])
    passed = start - first if only_rest else working_days(first, start - 1)
    given = total * passed // days
    for day in range(start, min(last, window[1]) + 1):
        passed += only_rest or (day - 1) % 7 < WORKING
        reached = total * passed // days
        if reached > given:
            yield day, reached - given
        given = reached


def by_week(
    total: int, first: int, last: int, window: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the Mondays of `window` with what `spread` gives to all days of their weeks.

    The window begins on a Monday and ends on a Sunday.
    """
    days, before, weeks = _passed(first, last, window)
    given = total * before // days
    for week, passed in weeks:
        reached = total * passed // days
        if reached > given:
            yield week, reached - given
        given = reached


@lru_cache(maxsize=4096)
def _passed(
    first: int, last: int, window: tuple[int, int]
) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Return the days that share a total: all, those before the window, and by each week's end."""
    only_rest = not working_days(first, last)

    def until(day: int) -> int:
        return day - first + 1 if only_rest else working_days(first, day)

    start = max(monday(first), window[0])
    weeks = range(start, min(last, window[1]) + 1, 7)
    before = until(start - 1) if start > first else 0
    return until(last), before, tuple((week, until(min(last, week + 6))) for week in weeks)
