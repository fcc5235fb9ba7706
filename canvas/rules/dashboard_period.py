"""The month, the quarter or the year that a dashboard or a report looks at."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.measure.series import Month
from canvas.steps.resources.period import months_later

MONTHS = {ReportPeriod.MONTH: 1, ReportPeriod.QUARTER: 3, ReportPeriod.YEAR: 12}
"""How many months each kind of period has."""


@dataclass(frozen=True)
class Span:
    """Whole months that are looked at together.

    Attributes:
        kind: A month, a quarter or a year.
        first: Its first day, the first of a month.
    """

    kind: ReportPeriod
    first: dt.date

    @cached_property
    def last(self) -> dt.date:
        """Its last day."""
        following = months_later(self.first, MONTHS[self.kind])
        return following if following == dt.date.max else following - dt.timedelta(1)

    @property
    def key(self) -> str:
        """Its name in a control: “month/2026-10”."""
        return f"{self.kind}/{self.first:%Y-%m}"

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """Its months, in order."""
        days = (months_later(self.first, n) for n in range(MONTHS[self.kind]))
        return tuple((day.year, day.month) for day in days)

    @cached_property
    def previous(self) -> Span:
        """The one just before it, which it is compared with."""
        return period(self.kind, self.first, back=MONTHS[self.kind])

    def holds(self, day: dt.date) -> bool:
        """Return whether a day falls in it."""
        return self.first <= day <= self.last


def period(kind: ReportPeriod, first: dt.date, *, back: int = 0) -> Span:
    """Return the period of a kind that begins with the month of `first`.

    Args:
        kind: A month, a quarter or a year.
        first: Any day of its first month.
        back: How many months before that day it begins.
    """
    count = first.year * 12 + first.month - 1 - back
    return Span(kind, dt.date(max(count // 12, 1), count % 12 + 1, 1))


def period_around(strategy: Strategy, kind: ReportPeriod, day: dt.date) -> Span:
    """Return the period of a kind that a day falls in.

    Quarters and years are counted from the month in which the strategy starts, so that a
    quarter is that of its theme; from January where it has no first day.
    """
    start = strategy.one(Settings).start_date
    into = (day.month - (start.month if start else 1)) % MONTHS[kind]
    return period(kind, day, back=into)


def months_known(strategy: Strategy, figures: Figures) -> frozenset[Month]:
    """Return the months that any figure speaks of."""
    return frozenset((day.year, day.month) for day in _days(strategy, figures))


def _days(strategy: Strategy, figures: Figures) -> Iterator[dt.date]:
    for reading in strategy.of(Reading):
        if reading.date and reading.value is not None:
            yield reading.date
    for days in figures.series.values():
        yield from days
    for post in figures.posts:
        if post.published:
            yield post.published.date()
    for visit in figures.visits:
        yield from (visit.first, visit.last)


def periods_known(
    strategy: Strategy, months: Iterable[Month], kind: ReportPeriod
) -> tuple[Span, ...]:
    """Return the periods of a kind that some months fall in, the latest first."""
    found = {period_around(strategy, kind, dt.date(*month, 1)) for month in months}
    return tuple(sorted(found, key=lambda span: span.first, reverse=True))


def last_day(month: Month) -> dt.date:
    """Return the last day of a month."""
    return dt.date(*month, calendar.monthrange(*month)[1])


def opening_period(found: Iterable[Span], today: dt.date) -> Span | None:
    """Return the one to open on: the latest that is over, else the latest that there is."""
    spans = list(found)
    return next((span for span in spans if span.last < today), spans[0] if spans else None)
