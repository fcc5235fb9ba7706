"""The days and times that a rhythm wants filled (C105).

Every number here is arithmetic on dates: the days of a rhythm depend on the rhythm and
on the day that it is counted from, never on the period that one looks at, so that two
periods side by side give what one long period gives.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from canvas.steps.common import Weekday, weekday_of
from canvas.steps.plan.rhythm import Cadence

MONDAY = dt.date(2024, 1, 1)
"""The day that a rhythm is counted from where neither it nor the strategy says when it starts."""

DAYS = tuple(Weekday)
SPREAD = (
    (),
    (DAYS[1],),
    (DAYS[1], DAYS[3]),
    (DAYS[0], DAYS[2], DAYS[4]),
    (DAYS[0], DAYS[1], DAYS[3], DAYS[4]),
    DAYS[:5],
    DAYS[:6],
    DAYS,
)
"""The days of a rhythm that names none, by posts a week: spread out, working days first."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the calendar that a rhythm wants filled."""

    day: dt.date
    time: dt.time | None = None

    @property
    def week(self) -> dt.date:
        """The Monday of its week."""
        return monday(self.day)


def monday(day: dt.date) -> dt.date:
    """Return the Monday of the week of a day."""
    return day - dt.timedelta(days=day.weekday())


def times_of(cadence: Cadence) -> tuple[dt.time, ...]:
    """Return the times of a rhythm in the order written; lines that are no time left out."""
    found = (re.fullmatch(r"(\d{1,2})\s*[:hH.]\s*(\d{2})?", text) for text in cadence.times)
    return tuple(
        dict.fromkeys(
            dt.time(int(part[1]), int(part[2] or 0))
            for part in found
            if part and int(part[1]) < 24 and int(part[2] or 0) < 60
        )
    )


def left_out(cadence: Cadence) -> frozenset[dt.date]:
    """Return the days on which a rhythm stays silent; lines that are no day left out."""
    return frozenset(_days(cadence.skipped))


def _days(texts: Iterable[str]) -> Iterator[dt.date]:
    for text in texts:
        try:
            yield dt.date.fromisoformat(text)
        except ValueError:
            continue


def weekdays_of(cadence: Cadence) -> tuple[Weekday, ...]:
    """Return the days of the week of a rhythm: those that it names, else some spread out."""
    per_week = ceil(cadence.posts_per_week or 0)
    return cadence.weekdays or SPREAD[min(per_week, len(DAYS))]


def slots(
    cadence: Cadence, first: dt.date, last: dt.date, origin: dt.date | None = None
) -> list[Slot]:
    """Return what a rhythm wants between two days, both included, in order of time.

    Its days are numbered from its start, and the posts are dealt out to them evenly: with
    0.75 a week on Fridays, three Fridays out of four, the first one included; with four
    a week on Tuesday and Thursday, two each day.  Posts of one day take the rhythm's
    times in turn, so that one post a day alternates between two times.

    Args:
        cadence: The rhythm; its own first and last days and the days that it leaves out count.
        first: The first day looked at.
        last: The last day looked at.
        origin: Where a rhythm without a start is counted from, usually the strategy's first day.
    """
    silent = left_out(cadence)
    return [slot for slot in _all_slots(cadence, first, last, origin) if slot.day not in silent]


def silences(
    cadence: Cadence, first: dt.date, last: dt.date, origin: dt.date | None = None
) -> list[dt.date]:
    """Return the days that a rhythm leaves out although they are its own."""
    wanted = {slot.day for slot in _all_slots(cadence, first, last, origin)}
    return sorted(wanted & left_out(cadence))


def _all_slots(
    cadence: Cadence, first: dt.date, last: dt.date, origin: dt.date | None
) -> Iterator[Slot]:
    """Yield what a rhythm wants, the days that it leaves out too."""
    weekdays = weekdays_of(cadence)
    # Written with two decimals or so: a third is 0.33, and stays exactly that.
    per_week = Fraction(str(cadence.posts_per_week or 0))
    if not weekdays or per_week <= 0:
        return
    a_day = per_week / len(weekdays)
    start = cadence.start or origin or MONDAY
    numbers = sorted(DAYS.index(weekday) for weekday in weekdays)
    before = sum(number < start.weekday() for number in numbers)
    times = times_of(cadence)
    day = max(first, cadence.start or first)
    end = min(last, cadence.end or last)
    while day <= end:
        if weekday_of(day) in weekdays:
            weeks = (monday(day) - monday(start)).days // 7
            number = weeks * len(weekdays) + numbers.index(day.weekday()) - before
            so_far, then = ceil(number * a_day), ceil((number + 1) * a_day)
            yield from _of_day(day, so_far, then - so_far, times)
        day += dt.timedelta(days=1)


def _of_day(day: dt.date, so_far: int, count: int, times: tuple[dt.time, ...]) -> list[Slot]:
    """Return the slots of one day; those that no time is left for have none."""
    timed = sorted(times[(so_far + n) % len(times)] for n in range(min(count, len(times))))
    return [*(Slot(day, time) for time in timed), *[Slot(day)] * (count - len(timed))]
