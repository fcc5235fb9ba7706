"""Want, get, change: what is drafted for each objective, and what was decided (C13, C56)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import last_day
from canvas.rules.feeds import Months, course
from canvas.steps.measure.series import Course
from canvas.steps.objectives.diagnosis import Review
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.resources.means import ObjectiveRevision
from canvas.steps.wording import figure


@dataclass(frozen=True, slots=True)
class Turn:
    """An objective, what was wanted of it, what there is, and what was decided so far.

    Attributes:
        objective: The objective.
        kpi: The indicator that its value is read from, None where there is none.
        value: The latest value, None where nothing was read.
        read_on: The last day of the month that it is of.
        wanted: What was wanted, in a sentence.
        got: What there is, in a sentence; what is missing where there is nothing.
        way: The share of the way from the start to the target; None where not known.
        later: How long after the start the value is, in words; None where not known.
        reviews: What was decided before, the latest first.
        revisions: How the objective changed, the latest first.
    """

    objective: Objective
    kpi: Kpi | None
    value: float | None
    read_on: dt.date | None
    wanted: Message
    got: Message
    way: float | None
    later: Message | None
    reviews: tuple[Review, ...]
    revisions: tuple[ObjectiveRevision, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether no verdict was given since the month of the latest value."""
        last = self.reviews[0] if self.reviews else None
        if last is None or last.decision is None:
            return True
        if self.read_on is None or last.date is None:
            return False
        return (last.date.year, last.date.month) < (self.read_on.year, self.read_on.month)


def turns(strategy: Strategy, months: Months) -> tuple[Turn, ...]:
    """Return the objectives, the main one first, each with what is drafted for it."""
    found = [one for one in strategy.of(Objective) if one.title]
    found.sort(key=lambda one: not one.is_primary)
    return tuple(_turn(strategy, months, objective) for objective in found)


def _turn(strategy: Strategy, months: Months, objective: Objective) -> Turn:
    kpi, read = _indicator(strategy, months, objective)
    value, read_on = None, None
    if read is not None and read.latest is not None:
        value, read_on = read.latest, last_day(read.months[-1])
    reviews = [r for r in strategy.of(Review) if r.objective == objective.id]
    reviews.sort(key=lambda r: (r.date or dt.date.min, r.position), reverse=True)
    revisions = [r for r in strategy.of(ObjectiveRevision) if r.objective == objective.id]
    revisions.sort(key=lambda r: (r.date or dt.date.min, r.position), reverse=True)
    way = _way(objective, value)
    return Turn(
        objective,
        kpi,
        value,
        read_on,
        _wanted(objective),
        _got(objective, kpi, value, read_on, way),
        way,
        _later(objective, value, read_on),
        tuple(reviews),
        tuple(revisions),
    )


def _indicator(
    strategy: Strategy, months: Months, objective: Objective
) -> tuple[Kpi | None, Course | None]:
    """Return the indicator of an objective: that with its own target first, then a key one."""
    own = [kpi for kpi in strategy.of(Kpi) if kpi.objective == objective.id]
    own.sort(key=lambda kpi: (kpi.target != objective.target, not kpi.is_key))
    found = [(kpi, course(strategy, months.figures, kpi, months)) for kpi in own]
    return next(
        ((kpi, read) for kpi, read in found if read.latest is not None),
        found[0] if found else (None, None),
    )


def _wanted(objective: Objective) -> Message:
    aim = figure(objective.target, objective.unit)
    if objective.target is None:
        return say(N_("It has no value to reach yet."))
    if objective.baseline is not None and objective.due is not None:
        return say(
            N_("From {start} to {aim} by {date}"),
            start=objective.baseline,
            aim=aim,
            date=objective.due,
        )
    if objective.due is not None:
        return say(N_("{value} by {date}"), value=aim, date=objective.due)
    return say("{value}", value=aim)


def _way(objective: Objective, value: float | None) -> float | None:
    if value is None or objective.baseline is None or objective.target is None:
        return None
    if objective.baseline == objective.target:
        return None
    return (value - objective.baseline) / (objective.target - objective.baseline)


def _got(
    objective: Objective,
    kpi: Kpi | None,
    value: float | None,
    read_on: dt.date | None,
    way: float | None,
) -> Message:
    if kpi is None:
        return say(N_("No indicator measures it: write what you see."))
    if value is None or read_on is None:
        return say(N_("“{name}” was not read yet."), name=kpi.name)
    shown = figure(value, objective.unit or kpi.unit)
    if way is None:
        return say(N_("{value} on {date}"), value=shown, date=read_on)
    if way >= 1:
        return say(N_("{value} on {date}: reached"), value=shown, date=read_on)
    if way < 0:
        return say(N_("{value} on {date}: further away than at the start"), value=shown,
                   date=read_on)  # fmt: skip
    return say(
        N_("{value} on {date}: {way} of the way"),
        value=shown,
        date=read_on,
        way=Share(round(way, 2)),
    )


def _later(objective: Objective, value: float | None, read_on: dt.date | None) -> Message | None:
    start = objective.baseline_date
    if value is None or read_on is None or objective.baseline is None or start is None:
        return None
    if read_on <= start:
        return None
    return say_count(
        "{before} at the start; {n} month later: {now}",
        "{before} at the start; {n} months later: {now}",
        round((read_on - start).days / 30.44),
        before=figure(objective.baseline, objective.unit),
        now=figure(value, objective.unit),
    )
