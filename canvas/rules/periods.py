"""The months and quarters that one may look at a plan for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.period import months_later


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included.

    Attributes:
        first: The first day.
        last: The last one, on or after the first.
        months: How many months it was made of; 0 for any other days.
    """

    first: dt.date
    last: dt.date
    months: int = 0

    @property
    def key(self) -> str:
        """Its name in a control."""
        return f"{self.first.isoformat()}/{self.months}"

    def holds(self, day: dt.date) -> bool:
        """Return whether a day falls in it."""
        return self.first <= day <= self.last

    def nearest(self, day: dt.date) -> dt.date:
        """Return the day of it that is nearest to `day`."""
        return min(max(day, self.first), self.last)


def periods(strategy: Strategy, today: dt.date) -> list[Period]:
    """Return the quarters and months with lines of the calendar, and those of today.

    Quarters are counted from the strategy's first day, or from January where it has none.
    Each quarter stands before its months.
    """
    days = {post.date for post in strategy.of(Post) if post.date} | {today}
    first_day = strategy.one(Settings).start_date or dt.date(today.year, 1, 1)
    quarters = {quarter for quarter in (_around(day, first_day) for day in days) if quarter}
    months = {_month(day) for day in days}
    return sorted({*quarters, *months}, key=lambda period: (period.first, -period.months))


def opening(found: Sequence[Period], strategy: Strategy, today: dt.date) -> Period:
    """Return the quarter to open on: today's if it has lines, else the next one with some."""
    quarters = [period for period in found if period.months > 1] or list(found)
    days = sorted(post.date for post in strategy.of(Post) if post.date)
    now = next((quarter for quarter in quarters if quarter.holds(today)), quarters[0])
    if not days or any(now.holds(day) for day in days):
        return now
    near = next((day for day in days if day >= today), days[-1])
    return next((quarter for quarter in quarters if quarter.holds(near)), now)


def _month(day: dt.date) -> Period:
    first = day.replace(day=1)
    return Period(first, _until(first, 1), 1)


def _around(day: dt.date, first_day: dt.date) -> Period | None:
    """Return the quarter of a day, None where the calendar of Python has no such quarter."""
    months = (day.year - first_day.year) * 12 + day.month - first_day.month
    for number in _candidates(months // 3):
        try:
            first = months_later(first_day, number * 3)
            last = months_later(first_day, number * 3 + 3) - dt.timedelta(1)
        except (ValueError, OverflowError):
            continue
        if first <= day <= last:
            return Period(first, last, 3)
    return None


def _candidates(number: int) -> Iterator[int]:
    """Yield the quarters that a day may fall in: the first days of months differ."""
    yield number
    yield number - 1


def _until(first: dt.date, months: int) -> dt.date:
    following = months_later(first, months)
    return following if following == dt.date.max else following - dt.timedelta(1)
