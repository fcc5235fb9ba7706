"""The means in front of each objective: hours and money, asked and given (C133, C134).

Asked, for an objective: its own hours a week and budget, or what the ambitions that serve it
need where that is more; an ambition that was given up or reduced asks for nothing any more.

Given, in hours a week: the calendar's lines and the actions that serve it, from the first of
them to the last one planned (`LEAST_WEEKS` at least, or one busy week would look like a
rhythm), or the hours that its ambitions declare to be free, where these are more: the planned
work is done in those hours.  In money: the budget lines, advertisements, actions and posts
that serve it, or what its ambitions have set aside, where that is more.

Work after the due date does not help any more and is left out; so are dropped actions.
Everything is a plain sum; nothing unknown is counted as zero: it is counted in `unknown`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.effort import efforts_of
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.resources.workload import weekly_workload

LEAST_WEEKS = 4
"""Weeks that planned work is spread over at least."""

_R = TypeVar("_R", bound=Record)

_NOTICEABLE = 0.05
"""Hours a week that a figure with one decimal does not show."""


class Verdict(StrEnum):
    """Whether an objective has the means that it asks for."""

    FITS = "fits"
    SHORT = "short"
    DECIDED = "decided"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Part:
    """Work or money that serves an objective, of one kind.

    Attributes:
        kind: The key of the record type that it comes from.
        count: How many records.
        hours: What they take in all, in hours.
        money: What they cost in all, in minor units.
        unknown: Records whose hours nobody said; 0 where the kind has none.
    """

    kind: str
    count: int
    hours: float = 0.0
    money: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """An objective with its means in front of it.

    Attributes:
        objective: The objective.
        parts: What serves it, by kind; only kinds that have something.
        gaps: The ambitions that serve it.
        revisions: Its changes so far, the last one first.
        weeks: Weeks that its planned work is spread over, 0 where none is planned.
        until: The last day of planned work, None where no line has a date.
        hours_asked: Hours a week, None where nobody said.
        hours_given: Hours a week.
        money_asked: Minor units over the whole period, None where nobody said.
        money_given: Minor units.
    """

    objective: Objective
    parts: tuple[Part, ...]
    gaps: tuple[MeansGap, ...]
    revisions: tuple[ObjectiveRevision, ...]
    weeks: float
    until: dt.date | None
    hours_asked: float | None
    hours_given: float
    money_asked: int | None
    money_given: int

    @property
    def hours_short(self) -> float:
        """Hours a week that are missing."""
        missing = (self.hours_asked or 0.0) - self.hours_given
        return round(missing, 2) if missing > _NOTICEABLE else 0.0

    @property
    def money_short(self) -> int:
        """Minor units that are missing."""
        return max(0, (self.money_asked or 0) - self.money_given)

    @property
    def decided(self) -> MeansGap | None:
        """The ambition on which it was decided what gives way, None while one is open."""
        if any(gap.is_open for gap in self.gaps):
            return None
        return next((gap for gap in self.gaps if gap.arbitration is not None), None)

    @property
    def verdict(self) -> Verdict:
        """Whether it has what it asks for, and whether that is settled where not."""
        if self.hours_short or self.money_short:
            return Verdict.DECIDED if self.decided else Verdict.SHORT
        asked = self.hours_asked is not None or self.money_asked is not None
        return Verdict.FITS if asked else Verdict.UNASKED


@dataclass(frozen=True, slots=True)
class Together:
    """All objectives in front of one team.

    Attributes:
        asked: Hours a week that they ask for, all together.
        available: Hours a week that there are, None where unknown.
    """

    asked: float
    available: float | None

    @property
    def short(self) -> float:
        """Hours a week that are missing, 0 where they are unknown."""
        return 0.0 if self.available is None else max(0.0, round(self.asked - self.available, 2))


def sights(strategy: Strategy) -> list[Sight]:
    """Return each objective that has a name with its means, the main one first."""
    named = [objective for objective in strategy.of(Objective) if objective.title]
    named.sort(key=lambda objective: not objective.is_primary)
    return [sight(strategy, objective) for objective in named]


def together(strategy: Strategy, found: Iterable[Sight]) -> Together:
    """Return what all objectives ask for beside the hours that the team has."""
    asked = sum(one.hours_asked or 0.0 for one in found)
    return Together(round(asked, 2), weekly_workload(strategy).available)


def sight(strategy: Strategy, objective: Objective) -> Sight:
    """Return one objective with the means in front of it."""
    posts = _in_time(_serving(strategy.of(Post), objective), objective, lambda post: post.date)
    actions = [a for a in _serving(strategy.of(Action), objective) if a.status != Progress.DROPPED]
    actions = _in_time(actions, objective, lambda action: action.start or action.due)
    lines = _serving(strategy.of(BudgetLine), objective)
    ads = _serving(strategy.of(AdLine), objective)
    gaps = tuple(gap for gap in strategy.of(MeansGap) if gap.objective == objective.id)
    efforts = efforts_of(strategy, posts)
    works = [action.effort_hours for action in actions]
    parts = (
        _part(Post.key, efforts, [(post.cost or 0) + (post.paid_budget or 0) for post in posts]),
        _part(Action.key, works, [action.cost for action in actions]),
        _part(BudgetLine.key, None, [line.planned for line in lines]),
        _part(AdLine.key, None, [ad.budget for ad in ads]),
    )
    days = [post.date for post in posts if post.date]
    days += [day for action in actions for day in (action.start, action.due) if day]
    until = min(max(days), objective.due or dt.date.max) if days else None
    planned = sum(part.hours for part in parts)
    weeks = _weeks(days) if planned else 0.0
    live = [gap for gap in gaps if not gap.gives_way]
    revised = [r for r in strategy.of(ObjectiveRevision) if r.objective == objective.id]
    money = _known(objective.budget, [gap.money_needed for gap in live])
    return Sight(
        objective=objective,
        parts=tuple(part for part in parts if part.count),
        gaps=gaps,
        revisions=tuple(sorted(revised, key=lambda r: r.date or dt.date.min, reverse=True)),
        weeks=weeks,
        until=until,
        hours_asked=_known(objective.hours_week, [gap.hours_needed for gap in live]),
        hours_given=max(
            round(planned / weeks, 2) if weeks else 0.0,
            round(sum(gap.hours_available or 0.0 for gap in live), 2),
        ),
        money_asked=None if money is None else round(money),
        money_given=max(
            sum(part.money for part in parts), sum(gap.money_available or 0 for gap in live)
        ),
    )


def _serving(records: Iterable[_R], objective: Objective) -> list[_R]:
    return [record for record in records if getattr(record, "objective", "") == objective.id]


def _in_time(
    records: Iterable[_R], objective: Objective, day: Callable[[_R], dt.date | None]
) -> list[_R]:
    """Return the records that come no later than the due date, those without a date too."""
    last = objective.due or dt.date.max
    return [record for record in records if (day(record) or dt.date.min) <= last]


def _part(kind: str, hours: Sequence[float | None] | None, money: Sequence[int | None]) -> Part:
    known = [h for h in hours or () if h is not None]
    return Part(
        kind,
        len(money),
        round(sum(known), 2),
        sum(amount or 0 for amount in money),
        unknown=len(hours) - len(known) if hours is not None else 0,
    )


def _weeks(days: Sequence[dt.date]) -> float:
    span = (max(days) - min(days)).days + 1 if days else 0
    return max(float(LEAST_WEEKS), round(span / 7, 2))


def _known(own: float | None, others: Iterable[float | None]) -> float | None:
    """Return what is asked: its own figure, or that of its ambitions where it is more."""
    needed = [other for other in others if other is not None]
    if own is None and not needed:
        return None
    return max(own or 0.0, round(sum(needed), 2))
