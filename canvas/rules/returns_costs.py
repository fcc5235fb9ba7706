"""What a period cost: hours at their cost, money spent, advertising (C140).

- Hours that somebody wrote down for a month count; who wrote none counts with the hours
  planned, and it is said so.  Providers are paid from the budget, not by the hour again.
- Of a budget line or an advertisement, what was spent counts; where nobody said what was
  spent, what was planned for these months does, and it is said so.
- Paid boosts of posts are the money of advertising lines.  They count by themselves only
  where no advertising line has an amount in the period.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, CalendarMonth, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span, last_day
from canvas.rules.returns_gains import first_of
from canvas.rules.spend import Elsewhere, Row, rows_over
from canvas.steps.common import WEEKS_A_MONTH
from canvas.steps.measure.series import Month
from canvas.steps.measure.value import TimeSpent
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine
from canvas.steps.resources.period import period_of
from canvas.steps.resources.team import Belonging, TeamMember
from canvas.steps.wording import shorten


class Spent(Choice):
    """Where a cost comes from."""

    HOURS_WRITTEN = "hours_written", N_("Hours written down")
    HOURS_PLANNED = "hours_planned", N_("Hours planned")
    PAID = "paid", N_("Money spent")
    PLANNED = "planned", N_("Money planned")
    BOOSTS = "boosts", N_("Paid boosts of posts")


@dataclass(frozen=True, slots=True)
class Cost:
    """One term of the costs.

    Attributes:
        kind: Where it comes from.
        amount: In minor units.
        hours: Of how many hours it is made, None for money.
        said: What it is made of, in a sentence.
    """

    kind: Spent
    amount: int
    hours: float | None
    said: Message


@dataclass(frozen=True, slots=True)
class Costs:
    """All that a period cost.

    Attributes:
        terms: What is known of it.
        missing: What is not, in sentences; then the total is the least that it cost.
        remarks: What to know of the terms.
    """

    terms: tuple[Cost, ...]
    missing: tuple[Message, ...]
    remarks: tuple[Message, ...] = ()

    @property
    def total(self) -> int | None:
        """What they come to, None where nothing is known."""
        return sum(term.amount for term in self.terms) if self.terms else None


def costs(strategy: Strategy, span: Span) -> Costs:
    """Return what a period cost."""
    terms: list[Cost] = []
    missing: list[Message] = []
    remarks: list[Message] = []
    for part in (_time(strategy, span), _money(strategy, span)):
        terms += part.terms
        missing += part.missing
        remarks += part.remarks
    return Costs(tuple(terms), tuple(missing), tuple(remarks))


def _time(strategy: Strategy, span: Span) -> Costs:
    members = [m for m in strategy.of(TeamMember) if not m.is_blank()]
    written: dict[tuple[str, Month], float] = defaultdict(float)
    missing: list[Message] = []
    nobody: dict[Month, float] = defaultdict(float)
    for spent in strategy.of(TimeSpent):
        if spent.month is None or spent.hours is None or not span.holds(spent.month):
            continue
        month = spent.month.year, spent.month.month
        if strategy.linked(TeamMember, spent.member) is None:
            nobody[month] += spent.hours
        else:
            written[spent.member, month] += spent.hours
    missing += [
        say(
            N_("{hours} h of {month} are nobody’s, so their cost is unknown."),
            hours=round(hours, 1),
            month=CalendarMonth(*month),
        )
        for month, hours in sorted(nobody.items())
    ]
    sums = {Spent.HOURS_WRITTEN: [0.0, 0.0], Spent.HOURS_PLANNED: [0.0, 0.0]}
    for member in members:
        if member.belonging is Belonging.EXTERNAL:
            continue
        done = {m: hours for (who, m), hours in written.items() if who == member.id}
        planned = {m: _planned(member, m) for m in span.months if m not in done}
        if member.cost_hour is None and (done or any(planned.values())):
            missing.append(say(N_("An hour of {name} has no cost yet."), name=member.name))
            continue
        if member.hours_week is None and planned and member.cost_hour is not None:
            missing.append(say(N_("The hours of {name} are not known."), name=member.name))
        for kind, known in ((Spent.HOURS_WRITTEN, done), (Spent.HOURS_PLANNED, planned)):
            hours = sum(known.values())
            sums[kind][0] += hours
            sums[kind][1] += hours * (member.cost_hour or 0)
    if not members and not written:
        missing.append(say(N_("Nobody’s hours are known, and time is never free.")))
    else:
        missing += _idle(members, written.keys() | {("", m) for m in nobody}, span)
    texts = {
        Spent.HOURS_WRITTEN: N_("{hours} h written down, at the cost of an hour of each person"),
        Spent.HOURS_PLANNED: N_(
            "{hours} h planned, of those who wrote none down, at the cost of an hour of each"
        ),
    }
    terms = [
        Cost(kind, round(amount), round(hours, 1), say(texts[kind], hours=round(hours, 1)))
        for kind, (hours, amount) in sums.items()
        if hours
    ]
    return Costs(tuple(terms), tuple(missing))


def _idle(
    members: Sequence[TeamMember], written: Collection[tuple[str, Month]], span: Span
) -> Iterator[Message]:
    """Yield in which months nobody wrote hours and nobody of the team was there yet."""
    own = [m for m in members if m.belonging is not Belonging.EXTERNAL]
    done = {month for _, month in written}
    idle = [
        CalendarMonth(*month)
        for month in span.months
        if month not in done and not any(m.hours_week is None or _planned(m, month) for m in own)
    ]
    if idle and own:
        yield say(N_("Nobody’s hours are known for {months}."), months=idle)


def _planned(member: TeamMember, month: Month) -> float:
    """Return the hours that somebody counts on giving in a month."""
    first, last = first_of(month), last_day(month)
    start, end = max(member.start or first, first), min(member.end or last, last)
    share = max(0, (end - start).days + 1) / calendar.monthrange(*month)[1]
    return (member.hours_week or 0) * WEEKS_A_MONTH * share


def _money(strategy: Strategy, span: Span) -> Costs:
    rows = rows_over(strategy, [first_of(month) for month in span.months])
    terms: list[Cost] = []
    paid: list[tuple[Row, int]] = []
    planned: list[tuple[Row, int]] = []
    missing = list(_unclear(strategy, rows))
    for row in rows:
        known = _is_spent_known(strategy, row)
        by_month = row.spent if known else row.planned
        amount = sum(by_month.get(first_of(month), 0) for month in span.months)
        if amount:
            (paid if known else planned).append((row, amount))
    if paid:
        said = say_count(
            "{n} budget line or advertisement, as paid",
            "{n} budget lines and advertisements, as paid",
            len(paid),
        )
        terms.append(Cost(Spent.PAID, sum(amount for _, amount in paid), None, said))
    if planned:
        said = say_count(
            "{n} line of which nobody says what was paid, as planned",
            "{n} lines of which nobody says what was paid, as planned",
            len(planned),
        )
        terms.append(Cost(Spent.PLANNED, sum(amount for _, amount in planned), None, said))
    has_ads = any(row.category is BudgetCategory.ADS for row, _ in (*paid, *planned))
    remarks: list[Message] = []
    boosts = [p for p in strategy.of(Post) if p.paid_budget and p.date and span.holds(p.date)]
    if boosts and has_ads:
        remarks.append(
            say(N_("Paid boosts of posts are part of the advertising, and not added again."))
        )
    elif boosts:
        said = say_count("{n} post that was boosted", "{n} posts that were boosted", len(boosts))
        amount = sum(post.paid_budget or 0 for post in boosts)
        terms.append(Cost(Spent.BOOSTS, amount, None, said))
    known_from = period_of(strategy)
    if not rows and not boosts:
        missing.append(say(N_("No spending is written down.")))
    elif not terms and known_from and span.first < known_from[0]:
        missing.append(
            say(
                N_("The budget begins on {date}: what was spent before is not known."),
                date=known_from[0],
            )
        )
    return Costs(tuple(terms), tuple(missing), tuple(remarks))


def _is_spent_known(strategy: Strategy, row: Row) -> bool:
    found = strategy.find(row.record)
    return isinstance(found, BudgetLine | AdLine) and found.spent is not None


def _unclear(strategy: Strategy, rows: Sequence[Row]) -> Iterator[Message]:
    """Yield which lines have no amount, or no day."""
    for row in rows:
        found = strategy.find(row.record)
        amounts: tuple[int | None, ...] = ()
        if isinstance(found, BudgetLine):
            amounts = found.planned, found.spent
        elif isinstance(found, AdLine):
            amounts = found.budget, found.spent
        if all(amount is None for amount in amounts):
            yield say(N_("“{line}” has no amount."), line=shorten(row.name))
        elif Elsewhere.UNDATED in (*row.planned, *row.spent):
            yield say(N_("“{line}” has no date, so it is not counted."), line=shorten(row.name))
