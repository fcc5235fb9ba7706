"""The main thread of a strategy, in words: from the company's goal to the last decision.

Twelve knots, one a column of the chain; each says what the strategy says there, or what
is missing.  The thread page opens on it and the deck draws it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.records import Record
from canvas.domain.story import Said
from canvas.domain.strategy import RecordKey, Strategy
from canvas.rules.decided import from_figures
from canvas.steps.common import Priority, PurchaseStage
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.frame.settings import money
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.series import course_of
from canvas.steps.measure.story import key_indicators
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import Role
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.todos import main_mission, main_objective
from canvas.steps.personas.stages import StageContent
from canvas.steps.personas.todos import primary_persona
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.plan.story_calendar import plural_of, posts_per_week
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.workload import weekly_workload
from canvas.steps.segments.segment import Segment
from canvas.steps.wording import figure, from_to, listed, shown

NAMED = 3
"""Things of one kind that the main thread names; the others are on the page."""


class Column(Choice):
    """What a strategy is made of, each because of the ones before it."""

    GOAL = "goal", N_("Company goals"), N_("What the organisation wants.")
    MISSION = "mission", N_("Missions"), N_("What social media are there for.")
    OBJECTIVE = "objective", N_("Objectives"), N_("What must be reached, and by when.")
    KPI = "kpi", N_("Indicators"), N_("What tells whether it is reached.")
    AUDIENCE = "audience", N_("Personas and segments"), N_("Who it is for.")
    STAGE = "stage", N_("Purchase stages"), N_("Where these people stand.")
    NETWORK = "network", N_("Networks and accounts"), N_("Where we meet them, and what for.")
    CONTENT = "content", N_("Content types"), N_("What we make for them.")
    LINE = "line", N_("Calendar lines"), N_("What goes out, and when.")
    MEANS = "means", N_("Hours and money"), N_("What it takes.")
    READING = "reading", N_("Figures read"), N_("What came of it.")
    DECISION = "decision", N_("Decisions taken"), N_("What we do about it.")


@dataclass(frozen=True, slots=True)
class Knot:
    """What the main thread says in one column.

    Attributes:
        column: Which one.
        says: What stands there, the most important first; none where nothing is decided.
        detail: What completes it: a figure, a date, a reason.
        records: Where it was read.
        missing: What is still to be written; None where something stands there.
        step: Key of the step where it is written.
    """

    column: Column
    says: tuple[Said, ...]
    detail: Said
    records: tuple[RecordKey, ...]
    missing: Message | None
    step: str

    @property
    def holds(self) -> bool:
        """Whether something stands there."""
        return bool(self.says)


def main_thread(strategy: Strategy) -> tuple[Knot, ...]:
    """Return the twelve knots of the main thread, in the order of the columns."""
    return tuple(read(strategy) for read in _READERS)


def _keys(records: Iterable[Record]) -> tuple[RecordKey, ...]:
    return tuple((record.key, record.id) for record in records)


def _knot(
    column: Column,
    step: str,
    missing: Message,
    says: Iterable[Said] = (),
    *,
    detail: Said = "",
    records: Iterable[Record] = (),
) -> Knot:
    said = tuple(text for text in says if text)
    if not said:
        return Knot(column, (), "", (), missing, step)
    return Knot(column, said, detail, _keys(records), None, step)


def _goal(strategy: Strategy) -> Knot:
    mission = main_mission(strategy)
    return _knot(
        Column.GOAL,
        "objectives",
        say(N_("No company goal stands behind the main mission yet.")),
        [mission.company_goal] if mission else (),
        records=[mission] if mission else (),
    )


def _mission(strategy: Strategy) -> Knot:
    mission = main_mission(strategy)
    return _knot(
        Column.MISSION,
        "objectives",
        say(N_("No mission is marked as the main one yet.")),
        [mission.text] if mission else (),
        records=[mission] if mission else (),
    )


def _objective(strategy: Strategy) -> Knot:
    objective = main_objective(strategy)
    missing = say(N_("No single objective is marked as the main one yet."))
    if objective is None:
        return _knot(Column.OBJECTIVE, "objectives", missing)
    way = from_to(objective.baseline, objective.target, objective.unit)
    by: Said = say(N_("by {date}"), date=objective.due) if objective.due else ""
    return _knot(
        Column.OBJECTIVE,
        "objectives",
        missing,
        [objective.title],
        detail=listed([way, by]),
        records=[objective],
    )


def _kpis(strategy: Strategy) -> Knot:
    keys = key_indicators(strategy)[: round(figure_of(strategy, Limit.KEY_INDICATORS))]
    return _knot(
        Column.KPI,
        "objectives",
        say(N_("No indicator is marked as key yet.")),
        [kpi.name for kpi in keys],
        records=keys,
    )


def _audience(strategy: Strategy) -> Knot:
    persona = primary_persona(strategy)
    segments = [
        segment for segment in strategy.of(Segment) if persona and persona.id in segment.personas
    ]
    named = [segment.name for segment in segments if segment.name][:NAMED]
    return _knot(
        Column.AUDIENCE,
        "personas",
        say(N_("No single persona is marked as the primary one yet.")),
        [listed([persona.name, persona.job])] if persona else (),
        detail=listed(named),
        records=[persona, *segments] if persona else (),
    )


def _stages(strategy: Strategy) -> Knot:
    persona = primary_persona(strategy)
    contents = [
        content
        for content in strategy.of(StageContent)
        if content.stage and content.content and (persona is None or content.persona == persona.id)
    ]
    known = {content.stage for content in contents}
    return _knot(
        Column.STAGE,
        "personas",
        say(N_("No content is tied to a purchase stage yet.")),
        [say(stage.label) for stage in PurchaseStage if stage in known],
        records=contents,
    )


def _networks(strategy: Strategy) -> Knot:
    options = (*with_role(strategy, Role.MAIN), *with_role(strategy, Role.STRONG))
    return _knot(
        Column.NETWORK,
        "networks",
        say(N_("No network has the role of main or strong yet.")),
        [option.called for option in options],
        detail=options[0].reason if options else "",
        records=options,
    )


def _contents(strategy: Strategy) -> Knot:
    order = list(Priority)
    kinds = sorted(
        (kind for kind in strategy.of(ContentType) if kind.name),
        key=lambda kind: (
            -(kind.share or 0.0),
            order.index(kind.priority) if kind.priority else len(order),
        ),
    )[:NAMED]
    return _knot(
        Column.CONTENT,
        "plan",
        say(N_("No content type is described yet.")),
        [
            listed([kind.name, say("{value}", value=Share(kind.share)) if kind.share else ""])
            for kind in kinds
        ],
        records=kinds,
    )


def _lines(strategy: Strategy) -> Knot:
    missing = say(N_("No line of the calendar has a day yet."))
    days = sorted(post.date for post in strategy.of(Post) if post.date)
    lines = _dated(days) if days else say(N_("As the rhythms say; no line has a day yet."))
    rhythms = [rhythm for rhythm in strategy.of(Cadence) if rhythm.posts_per_week]
    weekly = posts_per_week(rhythms)
    if not weekly:
        return _knot(Column.LINE, "plan", missing, [lines] if days else ())
    pace = say_count("{posts} post a week", "{posts} posts a week", plural_of(weekly), posts=weekly)
    return _knot(
        Column.LINE,
        "plan",
        missing,
        [pace],
        detail=lines,
        records=() if days else rhythms,
    )


def _dated(days: Sequence[dt.date]) -> Message:
    first, last = days[0], days[-1]
    if first == last:
        return say_count("{n} line, on {day}", "{n} lines, on {day}", len(days), day=first)
    return say_count(
        "{n} line, from {first} to {last}",
        "{n} lines, from {first} to {last}",
        len(days),
        first=first,
        last=last,
    )


def _means(strategy: Strategy) -> Knot:
    load = weekly_workload(strategy)
    planned = sum(spending.planned for spending in by_category(strategy))
    hours: Said = ""
    if load.available is not None and load.needed:
        hours = say(
            N_("{needed} h a week planned, {available} available"),
            needed=load.needed,
            available=load.available,
        )
    elif load.available is not None or load.needed:
        hours = say(N_("{hours} h a week"), hours=load.available or load.needed)
    return _knot(
        Column.MEANS,
        "resources",
        say(N_("Neither the hours nor the money are known yet.")),
        [hours, say("{value}", value=money(strategy, planned)) if planned else ""],
    )


def _reading(strategy: Strategy) -> Knot:
    objective = main_objective(strategy)
    missing = (
        say(N_("Nothing was read yet; the first check is on {date}."), date=objective.review_date)
        if objective and objective.review_date
        else say(N_("Nothing was read yet."))
    )
    read = {reading.kpi for reading in strategy.of(Reading) if reading.value is not None}
    candidates: list[Kpi] = [*key_indicators(strategy), *strategy.of(Kpi)]
    kpi = next((kpi for kpi in candidates if kpi.id in read and kpi.name), None)
    course = course_of(strategy, kpi) if kpi else None
    if kpi is None or course is None or course.latest is None:
        return _knot(Column.READING, "measure", missing)
    on: Said = say(N_("read on {date}"), date=course.read_on) if course.read_on else ""
    return _knot(
        Column.READING,
        "measure",
        missing,
        [say(N_("{name}: {value}"), name=kpi.name, value=figure(course.latest, kpi.unit))],
        detail=listed([from_to(course.baseline, course.target, kpi.unit), on]),
        records=[kpi],
    )


def _decision(strategy: Strategy) -> Knot:
    missing = say(N_("No decision was taken from a figure yet."))
    latest = next(iter(from_figures(strategy)), None)
    if latest is None:
        return _knot(Column.DECISION, "measure", missing)
    return _knot(
        Column.DECISION,
        "measure",
        missing,
        [latest.what],
        detail=shown(latest.when),
        records=[latest.record],
    )


_READERS: tuple[Callable[[Strategy], Knot], ...] = (
    _goal,
    _mission,
    _objective,
    _kpis,
    _audience,
    _stages,
    _networks,
    _contents,
    _lines,
    _means,
    _reading,
    _decision,
)
