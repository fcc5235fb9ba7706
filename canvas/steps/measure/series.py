"""Readings put in order: month by month, against the start and the target (C149)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from canvas.domain.strategy import Strategy
from canvas.steps.measure.choices import Scope
from canvas.steps.measure.readings import Reading
from canvas.steps.objectives.indicators import Kpi

Month = tuple[int, int]
"""A year and a month from 1 to 12."""


@dataclass(frozen=True, slots=True)
class Course:
    """How one indicator went.

    Attributes:
        baseline: Where it started, None where unknown.
        target: What it must reach, None where unknown.
        months: Every month from the first reading to the last, in order.
        values: Its value in each of them; None where nothing was read, never 0.
        read_on: The day of the latest reading.
        fed: The months whose value comes from files, since nobody typed one.
    """

    baseline: float | None
    target: float | None
    months: tuple[Month, ...]
    values: tuple[float | None, ...]
    read_on: dt.date | None
    fed: frozenset[Month] = frozenset()

    @property
    def latest(self) -> float | None:
        """The value of the latest month read."""
        return self.values[-1] if self.values else None

    @property
    def way_done(self) -> float | None:
        """The share of the way from the start to the target; above 1 beyond it.

        None where one of the three is unknown, or the target is the start.
        """
        return self.way_of(self.latest)

    def way_of(self, value: float | None) -> float | None:
        """Return the share of the way that `value` has done, None where it cannot be said."""
        if value is None or self.baseline is None or self.target is None:
            return None
        if self.target == self.baseline:
            return None
        return (value - self.baseline) / (self.target - self.baseline)

    def last_between(self, first: Month, last: Month) -> tuple[Month, float] | None:
        """Return the latest month read between two months, both included, with its value."""
        known = zip(reversed(self.months), reversed(self.values), strict=True)
        return next(
            ((m, value) for m, value in known if first <= m <= last and value is not None), None
        )


def course_of(
    strategy: Strategy, kpi: Kpi, fed: Mapping[Month, float] = MappingProxyType({})
) -> Course:
    """Return how `kpi` went.

    Its readings without an account count; where there is none in a month, those of its
    accounts are added up.  Rates (unit %) cannot be added: a month with several accounts
    and no reading for all of them has no value then.

    Args:
        strategy: Where the readings are.
        kpi: The indicator.
        fed: What files say of some months; a month with a reading keeps the reading.
    """
    readings = [
        r
        for r in strategy.of(Reading)
        if r.kpi == kpi.id and r.date is not None and r.value is not None
    ]
    by_month: dict[Month, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.date:
            by_month[reading.date.year, reading.date.month].append(reading)
    typed = {
        month: value
        for month, found in by_month.items()
        if (value := _month_value(found, is_rate="%" in kpi.unit)) is not None
    }
    values = {**fed, **typed}
    months = _from_first_to_last(values)
    baselines = [r for r in readings if r.is_baseline]
    baseline = kpi.baseline
    if baseline is None and baselines:
        baseline = baselines[0].value
    return Course(
        baseline,
        kpi.target,
        months,
        tuple(values.get(month) for month in months),
        max((*(r.date for r in readings if r.date), *map(_last_day, fed)), default=None),
        frozenset(fed.keys() - typed.keys()),
    )


def _last_day(month: Month) -> dt.date:
    return dt.date(*month, calendar.monthrange(*month)[1])


def _month_value(readings: Iterable[Reading], *, is_rate: bool) -> float | None:
    by_account: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_account[reading.account].append(reading)
    if "" in by_account:
        return _scoped(by_account[""], is_rate=is_rate)
    values = [_scoped(found, is_rate=is_rate) for found in by_account.values()]
    known = [value for value in values if value is not None]
    if len(known) == 1:
        return known[0]
    return None if is_rate or not known else sum(known)


def _scoped(readings: Iterable[Reading], *, is_rate: bool) -> float | None:
    """Return the latest total, else organic and paid together."""
    latest: dict[Scope, Reading] = {}
    for reading in sorted(readings, key=lambda r: r.date or dt.date.min):
        latest[reading.scope or Scope.TOTAL] = reading
    if Scope.TOTAL in latest:
        return latest[Scope.TOTAL].value
    parts = [reading.value for reading in latest.values() if reading.value is not None]
    if len(parts) == 1:
        return parts[0]
    return None if is_rate or not parts else sum(parts)


def _from_first_to_last(values: Mapping[Month, float]) -> tuple[Month, ...]:
    if not values:
        return ()
    (year, month), last = min(values), max(values)
    months = []
    while (year, month) <= last:
        months.append((year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return tuple(months)
