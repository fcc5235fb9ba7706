"""The key indicators over a period: value, start, target, period before, and a light.

The light compares the way done, from the start to the target, with a straight line
between the two days (those of the indicator's objective):

- green: the target is reached, or the way done is at most 10 points behind the line;
- amber: at most 30 points behind it;
- red: further behind.

Without a due date there is no line: green where the target is reached, amber where the
indicator comes nearer to it, red where it is no nearer than at the start.  Without a
start, a target or a figure in the period there is no light, and what is missing is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, CalendarMonth, Message, Share, say, say_count
from canvas.domain.story import Tone
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span, last_day
from canvas.rules.feeds import FLOWS, PEOPLE, Months, accounts_of, course, fed
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.series import Course, Month
from canvas.steps.objectives.indicators import Kpi, Measure
from canvas.steps.objectives.objective import Objective
from canvas.steps.wording import figure

ON_TRACK = 0.10
"""How far behind the straight line an indicator may be and still be green."""

BEHIND = 0.30
"""How far behind it is amber; beyond, it is red."""


NAMED = 3
"""Months without a figure that are named; more are counted."""


class Light(Choice):
    """How an indicator stands to its target."""

    GREEN = "green", N_("On track"), N_("Green: the target is reached, or within reach in time.")
    AMBER = "amber", N_("A little late"), N_("Amber: it comes nearer, but later than planned.")
    RED = "red", N_("Far from the target"), N_("Red: at this pace it is not reached.")
    NONE = "none", N_("Cannot be judged"), N_("Something is missing to compare it.")

    @property
    def tone(self) -> Tone:
        """What its colour means in documents."""
        return _TONES[self]


_TONES = {
    Light.GREEN: Tone.GOOD,
    Light.AMBER: Tone.WATCH,
    Light.RED: Tone.BAD,
    Light.NONE: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One indicator over a period.

    Attributes:
        kpi: The indicator.
        course: All its months.
        month: The month that its value is of: the latest read in the period.
        value: Its value then, None where none was read in the period.
        previous: The same of the period before.
        total: All months of the period added up, for what can be added; None where one
            of them is missing, or the period is a month.
        way: The share of the way from the start to the target; above 1 beyond it.
        expected: The share that a straight line would have done by then.
        light: Green, amber, red or none.
        said: What is to be read in it, in sentences.
        missing: What is not known, in sentences.
    """

    kpi: Kpi
    course: Course
    month: Month | None
    value: float | None
    previous: float | None
    total: float | None
    way: float | None
    expected: float | None
    light: Light
    said: tuple[Message, ...]
    missing: tuple[Message, ...]

    @property
    def change(self) -> float | None:
        """By how much it moved since the period before."""
        if self.value is None or self.previous is None:
            return None
        return self.value - self.previous


def key_figure(strategy: Strategy, months: Months, kpi: Kpi, span: Span) -> KeyFigure:
    """Return how an indicator stands at the end of a period."""
    found = course(strategy, months.figures, kpi, months)
    now, before = _read(found, span), _read(found, span.previous)
    value = now[1] if now else None
    previous = before[1] if before else None
    way = found.way_of(value)
    expected = _expected(strategy, kpi, now[0]) if now else None
    light = _light(way, expected)
    return KeyFigure(
        kpi,
        found,
        now[0] if now else None,
        value,
        previous,
        _total(kpi, found, span),
        way,
        expected,
        light,
        (*_said(kpi, found, span, expected), *_people(kpi, found, months, span)),
        tuple(_missing(kpi, found, span)),
    )


def _read(found: Course, span: Span) -> tuple[Month, float] | None:
    """Return the latest month of a period that was read, with its value."""
    return found.last_between(span.months[0], span.months[-1])


def dates_of(strategy: Strategy, kpi: Kpi) -> tuple[dt.date | None, dt.date | None]:
    """Return when an indicator starts from its baseline, and when its target is due."""
    objective = strategy.linked(Objective, kpi.objective)
    start = strategy.one(Settings).start_date
    if objective is None:
        return start, None
    return objective.start or objective.baseline_date or start, objective.due


def _expected(strategy: Strategy, kpi: Kpi, month: Month) -> float | None:
    start, due = dates_of(strategy, kpi)
    if start is None or due is None or due <= start:
        return None
    return min(1.0, max(0.0, (last_day(month) - start).days / (due - start).days))


def _light(way: float | None, expected: float | None) -> Light:
    if way is None:
        return Light.NONE
    if way >= 1:
        return Light.GREEN
    if expected is None:
        return Light.AMBER if way > 0 else Light.RED
    behind = round(expected - way, 6)
    if behind <= ON_TRACK:
        return Light.GREEN
    return Light.AMBER if behind <= BEHIND else Light.RED


def _total(kpi: Kpi, found: Course, span: Span) -> float | None:
    if kpi.measure not in FLOWS or len(span.months) == 1:
        return None
    values = dict(zip(found.months, found.values, strict=True))
    parts = [values.get(month) for month in span.months]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _said(kpi: Kpi, found: Course, span: Span, expected: float | None) -> Iterator[Message]:
    now, before = _read(found, span), _read(found, span.previous)
    if now is None:
        return
    month, value = now
    if before is not None:
        yield _moved(value, before[1], kpi)
    way = found.way_of(value)
    if way is not None:
        yield _way_said(kpi, found, way, expected)
    if month in found.fed:
        yield say(N_("Computed from the files of the platforms."))
    total = _total(kpi, found, span)
    if total is not None:
        yield say(N_("{total} in all over the period."), total=total)


def _moved(value: float, previous: float, kpi: Kpi) -> Message:
    before = figure(previous, kpi.unit)
    if value == previous:
        return say(N_("The same as in the period before."))
    if value > previous:
        return say(N_("Up from {before} in the period before."), before=before)
    return say(N_("Down from {before} in the period before."), before=before)


def _people(kpi: Kpi, found: Course, months: Months, span: Span) -> Iterator[Message]:
    """Say of a reach that was added up that it counts some people more than once."""
    if kpi.measure is not Measure.REACH:
        return
    read, files = dict(zip(found.months, found.values, strict=True)), fed(kpi, months)
    # What a person typed of a month is no sum of ours.
    ours = [month for month in span.months if month in files and read.get(month) == files[month]]
    accounts = ("", *accounts_of(months.strategy, months.figures, kpi.networks))
    known = [months.of(account, metric) for account in accounts for metric in PEOPLE]
    if any(one[month].days > 1 for one in known for month in ours if month in one):
        yield say(N_("Added up over days: whoever saw posts on several days counts each time."))


def _way_said(kpi: Kpi, found: Course, way: float, expected: float | None) -> Message:
    start, target = figure(found.baseline, kpi.unit), figure(found.target, kpi.unit)
    if way >= 1:
        return say(N_("The target of {target} is reached."), target=target)
    if way < 0:
        return say(
            N_("Further from the target of {target} than at the start, {start}."),
            target=target,
            start=start,
        )
    done = Share(round(way, 2))
    if not expected:
        return say(
            N_("{way} of the way from {start} to {target}."), way=done, start=start, target=target
        )
    return say(
        N_(
            "{way} of the way from {start} to {target}, where a straight line would have done "
            "{expected}."
        ),
        way=done,
        start=start,
        target=target,
        expected=Share(round(expected, 2)),
    )


def _missing(kpi: Kpi, found: Course, span: Span) -> Iterator[Message]:
    known = dict(zip(found.months, found.values, strict=True))
    empty = [m for m in span.months if known.get(m) is None]
    if len(empty) == len(span.months):
        if found.latest is None:
            yield say(N_("No reading yet."))
        else:
            yield say(
                N_("No figure in this period; the latest one, {value}, is of {month}."),
                value=figure(found.latest, kpi.unit),
                month=CalendarMonth(*found.months[-1]),
            )
    elif empty:
        named = [CalendarMonth(*month) for month in empty[:NAMED]]
        if len(empty) <= NAMED:
            yield say_count(
                "{n} month of the period has no figure: {months}.",
                "{n} months of the period have no figure: {months}.",
                len(empty),
                months=named,
            )
        else:
            yield say(N_("{n} months of the period have no figure."), n=len(empty))
    if _read(found, span.previous) is None and found.latest is not None:
        yield say(N_("The period before has no figure to compare with."))
    if found.baseline is None:
        yield say(N_("Its starting value is missing."))
    if found.target is None:
        yield say(N_("Its value to reach is missing."))
