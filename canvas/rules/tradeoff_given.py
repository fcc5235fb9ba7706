"""What a strategy says of its means, and what is assumed where it says nothing (C130)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from canvas.domain.messages import N_, Message, Money, say
from canvas.domain.strategy import Strategy
from canvas.rules.tradeoff import Goal, Hand, Line, Means
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.frame.settings import Currency, Settings
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import BudgetCategory
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.team import Belonging, TeamMember

EFFORT = 2.0
"""Hours a post, from the idea to the answers, where nobody says."""

LEAST = 0.25
"""The part of “At most” that counts as “At least” where that is empty."""

TASKS = 1.0
"""Hours a week of answers where no task is listed."""

POSTS = 3.0
"""Posts a week at most where no rhythm is planned."""

MONTHS = 12
"""Months that a budget is for where the strategy has no duration."""

LEAD = 182
"""Days before the due date at which work starts where nothing says when: six months."""

RATES = {
    Currency.EUR: 45_00,
    Currency.CHF: 90_00,
    Currency.CAD: 65_00,
    Currency.USD: 55_00,
    Currency.GBP: 40_00,
    Currency.MAD: 200_00,
    Currency.TND: 50_00,
    Currency.XOF: 10_000_00,
    Currency.XAF: 10_000_00,
}
"""Minor units for an hour of a freelance where no rate is given: an order of size, which a
quote replaces."""


class Assumption(StrEnum):
    """What is taken for granted where the strategy says nothing."""

    RHYTHM = "rhythm"
    EFFORT = "effort"
    MOST = "most"
    LEAST = "least"
    TASKS = "tasks"
    HOURS = "hours"
    RATE = "rate"
    BUDGET = "budget"
    MONTHS = "months"
    START = "start"


@dataclass(frozen=True, slots=True)
class Assumed:
    """An assumption that was made, with its figure where it has one."""

    kind: Assumption
    value: float | Money | dt.date = 0

    def say(self) -> Message:
        """Return it as a line of a list, to be read after “Assumed:”."""
        match self.kind:
            case Assumption.RHYTHM:
                return say(N_("one account with {n} posts a week at most"), n=self.value)
            case Assumption.EFFORT:
                return say(N_("{n} h a post where no effort is given"), n=self.value)
            case Assumption.MOST:
                return say(N_("no more posts than planned where “At most” is empty"))
            case Assumption.LEAST:
                return say(N_("a quarter of “At most” where “At least” is empty"))
            case Assumption.TASKS:
                return say(N_("{n} h a week to answer people"), n=self.value)
            case Assumption.HOURS:
                return say(N_("as many of our hours as it takes"))
            case Assumption.RATE:
                return say(N_("{rate} for an hour of a provider"), rate=self.value)
            case Assumption.BUDGET:
                return say(N_("no limit on money"))
            case Assumption.MONTHS:
                return say(N_("a budget for twelve months"))
            case Assumption.START:
                return say(N_("work that starts on {date}"), date=self.value)


@dataclass(frozen=True, slots=True)
class Given:
    """The means of a strategy, with what had to be assumed of them."""

    means: Means
    assumed: tuple[Assumed, ...]


def given(strategy: Strategy) -> Given:
    """Return what a strategy says of its work, its hands, its money and its main objective."""
    assumed: list[Assumed] = []
    lines = _lines(strategy, assumed)
    tasks = _tasks(strategy, assumed)
    team, providers = _hands(strategy, assumed)
    rate = _rate(strategy, assumed)
    provider_month, fixed_month, budgeted = _money(strategy, assumed)
    goal = _goal(strategy, assumed)
    return Given(
        Means(
            lines, tasks, team, providers, rate, provider_month, fixed_month, budgeted, goal
        ),
        tuple(assumed),
    )  # fmt: skip


def _lines(strategy: Strategy, assumed: list[Assumed]) -> tuple[Line, ...]:
    found: list[Line] = []
    notes: set[Assumption] = set()
    for cadence in strategy.of(Cadence):
        planned = cadence.posts_per_week or 0.0
        most = cadence.maximum
        if most is None:
            most = max(planned, cadence.minimum or 0.0)
            notes |= {Assumption.MOST} if most else set()
        if not most:
            continue
        effort = _effort(strategy, cadence)
        if effort is None:
            effort = EFFORT
            notes.add(Assumption.EFFORT)
        least = cadence.minimum
        if least is None:
            least = LEAST * most
            notes.add(Assumption.LEAST)
        place = _place(strategy, cadence)
        least = min(least, most)
        found.append(Line(cadence.id, place, cadence.what, planned, least, most, effort))
    if not any(line.effort for line in found):
        assumed += [Assumed(Assumption.RHYTHM, POSTS), Assumed(Assumption.EFFORT, EFFORT)]
        return (Line("", "", "", 0.0, LEAST * POSTS, POSTS, EFFORT),)
    figures = {Assumption.EFFORT: EFFORT}
    assumed += [Assumed(kind, figures.get(kind, 0)) for kind in Assumption if kind in notes]
    return tuple(found)


def _effort(strategy: Strategy, cadence: Cadence) -> float | None:
    """Return the hours that a post of this rhythm takes: its own, or its content type's."""
    if cadence.effort_hours is not None:
        return cadence.effort_hours
    kind = strategy.linked(ContentType, cadence.content_type)
    return kind.effort_hours if kind else None


def _place(strategy: Strategy, cadence: Cadence) -> Network | str:
    account = strategy.linked(Account, cadence.account)
    return (account.network or account.handle) if account else cadence.what


def _tasks(strategy: Strategy, assumed: list[Assumed]) -> float:
    hours = [t.hours for t in strategy.of(TaskAutomation) if t.hours is not None]
    if not hours:
        assumed.append(Assumed(Assumption.TASKS, TASKS))
        return TASKS
    return sum(hours)


def _hands(strategy: Strategy, assumed: list[Assumed]) -> tuple[tuple[Hand, ...], tuple[Hand, ...]]:
    """Return our people with known hours, and the providers."""
    members = strategy.of(TeamMember)
    ours = tuple(
        Hand(m.name, m.hours_week)
        for m in members
        if m.belonging is not Belonging.EXTERNAL and m.hours_week is not None
    )
    theirs = tuple(Hand(m.name, m.hours_week) for m in members if m.belonging is Belonging.EXTERNAL)
    if not ours:
        assumed.append(Assumed(Assumption.HOURS))
    return ours or (Hand(""),), theirs or (Hand(""),)


def _rate(strategy: Strategy, assumed: list[Assumed]) -> int:
    """Return what an hour of a provider costs: the mean of those known, by their hours."""
    known = [
        (m.cost_hour, m.hours_week or 0.0)
        for m in strategy.of(TeamMember)
        if m.belonging is Belonging.EXTERNAL and m.cost_hour
    ]
    if known:
        hours = sum(h for _, h in known)
        if hours:
            return round(sum(cost * h for cost, h in known) / hours)
        return round(sum(cost for cost, _ in known) / len(known))
    currency = strategy.one(Settings).currency or Currency.EUR
    assumed.append(Assumed(Assumption.RATE, Money(RATES[currency], str(currency))))
    return RATES[currency]


def _money(strategy: Strategy, assumed: list[Assumed]) -> tuple[int, int, bool]:
    """Return the budget for providers and the rest of it, a month, and whether there is one."""
    planned = {spending.category: spending.planned for spending in by_category(strategy)}
    total = sum(planned.values())
    if not total:
        assumed.append(Assumed(Assumption.BUDGET))
        return 0, 0, False
    months = strategy.one(Settings).horizon
    if not months:
        months = MONTHS
        assumed.append(Assumed(Assumption.MONTHS))
    providers = round(planned.get(BudgetCategory.PROVIDER, 0) / months)
    return providers, round(total / months) - providers, True


def main_objective(strategy: Strategy) -> Objective | None:
    """Return the main objective, or the first one while none is marked."""
    objectives = strategy.of(Objective)
    return next((o for o in objectives if o.is_primary), objectives[0] if objectives else None)


def _goal(strategy: Strategy, assumed: list[Assumed]) -> Goal | None:
    objective = main_objective(strategy)
    if objective is None or objective.due is None:
        return None
    starts = (objective.start, strategy.one(Settings).start_date, objective.baseline_date)
    start = next((day for day in starts if day is not None and day < objective.due), None)
    if start is None:
        start = objective.due - dt.timedelta(LEAD)
        assumed.append(Assumed(Assumption.START, start))
    return Goal(objective.id, start, objective.due, objective.baseline, objective.target)
