"""The budget by line and month, planned and spent, and the instalments that pay for it.

All amounts are in cents (minor units), and every total is the sum of its parts:

* A budget line is spread from “Paid from” to “Paid until”; with “Paid from” alone it is
  one payment in that month; else it is spread over its quarter of the strategy, else over
  all months of the strategy.  An advertisement is spread from its start to its end.
* Whole months weigh the same, a part of a month as much as it is of that month; the cents
  are shared out so that none is lost (`split` does the same for hours).
* What was spent has no dates.  It is counted on the line's months from the first one, up
  to what was planned for each; what is beyond the plan stands in the last one.
* What posts, actions and trainings cost comes “from the plan”.  It is no further money:
  budget and advertising are the money that there is, and the plan says where it goes.  So
  it has its own rows and its own total, and is never added to the budget.
* An instalment is there from the day on which it is asked for, unless it was refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress, Quarter
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine
from canvas.steps.resources.period import months_later, period_of, quarters_of

K = TypeVar("K")


class Elsewhere(Enum):
    """Where money stands that is in none of the months shown."""

    EARLIER = "earlier"
    LATER = "later"
    UNDATED = "undated"


Month = dt.date | Elsewhere
"""A month by its first day, or where the money is else."""

Days = tuple[dt.date, dt.date]


class Origin(Enum):
    """Where an amount is written down."""

    BUDGET = "budget"
    ADS = "ads"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the budget.

    Attributes:
        origin: Where it is written down.
        record: Its record's id.
        name: What it is called, as its author typed it.
        category: What it is spent on; None where nobody says.
        objective: Id of the objective that it serves, "" for none.
        request: Id of the instalment that pays for it, "" for none.
        planned: By month, months of nothing left out.
        spent: The same.
    """

    origin: Origin
    record: str
    name: str
    category: BudgetCategory | None
    objective: str
    request: str
    planned: Mapping[Month, int]
    spent: Mapping[Month, int]


@dataclass(frozen=True, slots=True)
class Amount:
    """Money planned and money spent."""

    planned: int = 0
    spent: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.planned + other.planned, self.spent + other.spent)

    @property
    def left(self) -> int:
        """What is left to spend; negative where more was spent than planned."""
        return self.planned - self.spent


@dataclass(frozen=True, slots=True)
class Stage:
    """An instalment of the budget (C58).

    Attributes:
        request: Its record.
        available: What all instalments so far come to, with it.
        granted: What those that were granted come to.
        needed: What the lines that it pays for come to; None where no line names it.
    """

    request: BudgetRequest
    available: int
    granted: int
    needed: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """The money of the strategy until the end of a month.

    Attributes:
        month: The month.
        planned: What is planned until its end, all that is earlier included.
        spent: What was spent.
        granted: What was granted by its end.
        expected: What was granted or is still to be asked for by its end.
    """

    month: dt.date
    planned: int
    spent: int
    granted: int
    expected: int

    @property
    def uncovered(self) -> int:
        """What is planned beyond all instalments; 0 where they are enough."""
        return max(0, self.planned - self.expected)


@dataclass(frozen=True, slots=True)
class Spend:
    """The budget of a strategy.

    Attributes:
        months: The months of the strategy, by their first days.
        rows: Budget lines and advertising.
        plan: What comes from the plan; it is part of the same money.
        stages: The instalments with an amount, by their days.
    """

    months: tuple[dt.date, ...]
    rows: tuple[Row, ...]
    plan: tuple[Row, ...]
    stages: tuple[Stage, ...]

    @property
    def columns(self) -> tuple[Month, ...]:
        """The months, and where else there is money."""
        met = {month for row in (*self.rows, *self.plan) for month in (*row.planned, *row.spent)}
        before = [Elsewhere.EARLIER] if Elsewhere.EARLIER in met else []
        after = [place for place in (Elsewhere.LATER, Elsewhere.UNDATED) if place in met]
        return (*before, *self.months, *after)

    @property
    def total(self) -> Amount:
        """The whole budget."""
        return total(self.rows)

    def by_month(self) -> dict[Month, Amount]:
        """Return the budget by month."""
        return {
            month: Amount(
                sum(row.planned.get(month, 0) for row in self.rows),
                sum(row.spent.get(month, 0) for row in self.rows),
            )
            for month in self.columns
        }

    def by_category(self) -> dict[BudgetCategory | None, Amount]:
        """Return the budget by what it is spent on."""
        return _grouped(self.rows, lambda row: row.category)

    def by_objective(self) -> dict[str, Amount]:
        """Return the budget by objective; "" is money without one."""
        return _grouped(self.rows, lambda row: row.objective)

    def course(self) -> tuple[Course, ...]:
        """Return what is planned, spent and granted until the end of each month."""
        by_month = self.by_month()
        so_far = by_month.get(Elsewhere.EARLIER, Amount())
        found = []
        for month in self.months:
            so_far += by_month[month]
            end = months_later(month, 1)
            there = [s.request for s in self.stages if _asked(s.request) < end]
            granted = sum(r.amount or 0 for r in there if r.state is RequestState.GRANTED)
            expected = sum(r.amount or 0 for r in there)
            found.append(Course(month, so_far.planned, so_far.spent, granted, expected))
        return tuple(found)


def spend(strategy: Strategy) -> Spend:
    """Return the budget by line and month."""
    period = period_of(strategy) or _known_days(strategy)
    months = tuple(_months(*period)) if period else ()
    layer = _Layer(period, months)
    rows = layer.rows(strategy)
    plan = layer.plan(strategy)
    return Spend(months, tuple(rows), tuple(plan), tuple(_stages(strategy, rows)))


def rows_over(strategy: Strategy, months: Sequence[dt.date]) -> list[Row]:
    """Return budget lines and advertising by some months that follow each other.

    Args:
        strategy: Where they are.
        months: First days of the months, which may lie before or after the strategy's own.
    """
    return _Layer(period_of(strategy) or _known_days(strategy), months).rows(strategy)


def total(rows: Sequence[Row]) -> Amount:
    """Return what rows come to."""
    return Amount(
        sum(sum(row.planned.values()) for row in rows),
        sum(sum(row.spent.values()) for row in rows),
    )


def _grouped(rows: Sequence[Row], key: Callable[[Row], K]) -> dict[K, Amount]:
    found: dict[K, Amount] = {}
    for row in rows:
        found[key(row)] = found.get(key(row), Amount()) + total([row])
    return found


class _Layer:
    """Lays amounts over the months of a strategy."""

    def __init__(self, period: Days | None, months: Sequence[dt.date]) -> None:
        self._period = period
        self._months = months

    def rows(self, strategy: Strategy) -> list[Row]:
        """Return the rows of all budget lines and advertisements."""
        return [
            *(self.budget(line) for line in strategy.of(BudgetLine) if not line.is_blank()),
            *(self.ad(ad) for ad in strategy.of(AdLine) if not ad.is_blank()),
        ]

    def budget(self, line: BudgetLine) -> Row:
        """Return the row of a budget line."""
        days = _days(line.start, line.end) or self._quarter(line.quarter) or self._period
        planned, spent = self._both(line.planned, line.spent, days)
        return Row(
            Origin.BUDGET,
            line.id,
            line.label,
            line.category,
            line.objective,
            line.request,
            planned,
            spent,
        )

    def ad(self, ad: AdLine) -> Row:
        """Return the row of an advertisement."""
        planned, spent = self._both(ad.budget, ad.spent, _days(ad.start, ad.end) or self._period)
        category = BudgetCategory.ADS
        return Row(Origin.ADS, ad.id, ad.name, category, ad.objective, "", planned, spent)

    def plan(self, strategy: Strategy) -> Iterator[Row]:
        """Yield what posts, actions and trainings cost."""

        def row(record: str, name: str, cost: int, day: dt.date | None, objective: str) -> Row:
            planned, _ = self._both(cost, None, (day, day) if day else None)
            return Row(Origin.PLAN, record, name, None, objective, "", planned, {})

        for post in strategy.of(Post):
            if cost := (post.cost or 0) + (post.paid_budget or 0):
                yield row(post.id, post.title, cost, post.date, post.objective)
        for action in strategy.of(Action):
            if action.cost and action.status is not Progress.DROPPED:
                day = action.due or action.start
                yield row(action.id, action.title, action.cost, day, action.objective)
        for training in strategy.of(Training):
            if training.cost and training.status is not Progress.DROPPED:
                yield row(training.id, training.topic, training.cost, training.date, "")

    def _quarter(self, quarter: Quarter | None) -> Days | None:
        if quarter is None or self._period is None:
            return None
        found = quarters_of(*self._period)
        number = list(Quarter).index(quarter)
        return found[number] if number < len(found) else None

    def _both(
        self, planned: int | None, spent: int | None, days: Days | None
    ) -> tuple[dict[Month, int], dict[Month, int]]:
        """Return an amount planned and the one spent, by month."""
        laid = self._laid(planned or 0, days)
        left = spent or 0
        paid: dict[Month, int] = {}
        # Months of nothing count too: what is spent without a plan has its month.
        places = list(laid) or [Elsewhere.UNDATED]
        for number, place in enumerate(places):
            last = number == len(places) - 1
            part = left if last else min(left, max(0, laid[place]))
            left -= part
            if part:
                paid[place] = part
        return {place: amount for place, amount in laid.items() if amount}, paid

    def _laid(self, amount: int, days: Days | None) -> dict[Month, int]:
        """Return an amount spread over days, by month, in their order."""
        if days is None:
            return {Elsewhere.UNDATED: amount}
        begin, end = _place(days[0]), _place(days[1], through=True)
        edges: list[tuple[Month, Fraction]] = []
        if self._months:
            first = Fraction(_count(self._months[0]))
            edges.append((Elsewhere.EARLIER, first))
            edges.extend((month, Fraction(_count(month) + 1)) for month in self._months)
        edges.append((Elsewhere.LATER, max(end, edges[-1][1] if edges else end)))
        found: dict[Month, int] = {}
        given = 0
        before = Fraction(0)
        for place, edge in edges:
            if edge > begin and before < end:
                reached = int(amount * (min(edge, end) - begin) / (end - begin))
                found[place] = reached - given
                given = reached
            before = edge
        return found


def _count(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _place(day: dt.date, *, through: bool = False) -> Fraction:
    """Return a day in months: whole ones, and the part of its own that is over."""
    first = day.replace(day=1)
    following = months_later(first, 1)
    # The last month that there is has no following one; it is a December.
    days = (following - first).days if following.day == 1 else 31
    return _count(day) + Fraction(day.day if through else day.day - 1, days)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the first days of the months from one day to another."""
    for count in range(_count(first), _count(last) + 1):
        yield dt.date(count // 12, count % 12 + 1, 1)


def _days(start: dt.date | None, end: dt.date | None) -> Days | None:
    """Return the days of a line: one where one is given, None where none is."""
    first, last = start or end, end or start
    if first is None or last is None:
        return None
    return (first, last) if first <= last else (last, last)


def _known_days(strategy: Strategy) -> Days | None:
    """Return twelve months from the first day that a line names, None where none does."""
    spans = [(line.start, line.end) for line in strategy.of(BudgetLine)]
    spans += [(ad.start, ad.end) for ad in strategy.of(AdLine)]
    known = [days[0] for start, end in spans if (days := _days(start, end))]
    if not known:
        return None
    first = min(known).replace(day=1)
    return first, max(first, months_later(first, 12) - dt.timedelta(1))


def _asked(request: BudgetRequest) -> dt.date:
    """Return when an instalment is there; one without a day is there from the start."""
    return request.date or dt.date.min


def _stages(strategy: Strategy, rows: Sequence[Row]) -> Iterator[Stage]:
    requests = [
        r for r in strategy.of(BudgetRequest) if r.amount and r.state is not RequestState.REFUSED
    ]
    available = granted = 0
    for request in sorted(requests, key=_asked):
        available += request.amount or 0
        granted += (request.amount or 0) if request.state is RequestState.GRANTED else 0
        paid = [row for row in rows if row.request == request.id]
        yield Stage(request, available, granted, total(paid).planned if paid else None)
