"""Whether the frame holds: who answers, what for, and how one would know (C8–C13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.steps.common import Quarter
from canvas.steps.frame.expectations import Purpose, Symptom
from canvas.steps.frame.organisation import Differentiator
from canvas.steps.frame.people import Person, Responsibility
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.frame.todos import first_purposes
from canvas.steps.frame.year import AgendaItem, Experiment, PlanLevel, PlanVersion
from canvas.steps.resources.period import months_later

FRAME = Chapter("frame")


@FRAME.rule(RuleCode.DUTY_WITHOUT_OWNER, Severity.ERROR, "C8", Responsibility, Person)
def duty_without_owner(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody answers for each result."""
    for duty in titled(strategy, Responsibility):
        if strategy.linked(Person, duty.owner) is None:
            yield hit(
                say(N_("Nobody answers for {duty}: name one person."), duty=name(duty)),
                duty,
                field="owner",
            )


@FRAME.rule(RuleCode.DUTY_WITHOUT_RESULT, Severity.WARNING, "C8", Responsibility, Person)
def duty_without_result(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who answers knows for what result."""
    for duty in strategy.of(Responsibility):
        owner = strategy.linked(Person, duty.owner)
        if owner and not duty.result and not duty.objectives_owned:
            yield hit(
                say(N_("{owner} answers for no result: say which."), owner=name(owner)),
                duty,
                owner,
                field="result",
            )


@FRAME.rule(RuleCode.DUTY_WITHOUT_BUDGET, Severity.WARNING, "C8", Responsibility)
def duty_without_budget(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who answers has a budget, even of nothing; hours are counted elsewhere."""
    duties = list(titled(strategy, Responsibility))
    if duties and all(duty.budget_owned is None for duty in duties):
        yield hit(
            say(
                N_("No budget goes with {duty}: write 0 if there is nothing to spend."),
                duty=name(duties[0]),
            ),
            duties[0],
            field="budget_owned",
        )


@FRAME.rule(RuleCode.SYMPTOM_WITHOUT_REMEDY, Severity.WARNING, "C9", Symptom)
def symptom_without_remedy(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A symptom that is there has a remedy."""
    for symptom in strategy.of(Symptom):
        if symptom.symptom and symptom.present and not symptom.remedy:
            yield hit(
                say(
                    N_("You see this sign and no remedy is written: {symptom}."),
                    symptom=say(symptom.symptom.label),
                ),
                symptom,
                field="remedy",
            )


@FRAME.rule(RuleCode.TOO_MANY_PURPOSES, Severity.WARNING, "C11", Purpose, source="002")
def too_many_purposes(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Few purposes come first."""
    first = first_purposes(strategy)
    most = limits[Limit.HIGH_PURPOSES_MOST]
    if len(first) > most:
        yield hit(
            say_count(
                "{n} purpose comes first, for {most} at most: {purposes}.",
                "{n} purposes come first, for {most} at most: {purposes}.",
                len(first),
                most=most,
                purposes=[say(p.purpose.label) for p in first if p.purpose],
            ),
            *first,
            field="priority",
        )


@FRAME.rule(RuleCode.DIFFERENCE_WITHOUT_PROOF, Severity.HINT, "C10", Differentiator)
def difference_without_proof(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What only you offer can be shown."""
    for difference in strategy.of(Differentiator):
        if difference.text and not difference.proof:
            yield hit(
                say(
                    N_("{difference} has no proof: a fact, a figure or a client’s words."),
                    difference=name(difference),
                ),
                difference,
                field="proof",
            )


@FRAME.rule(RuleCode.EXPERIMENT_WITHOUT_MEASURE, Severity.WARNING, "C13", Experiment)
def experiment_without_measure(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """An experiment says what is counted, what would be a success, and when it ends."""
    for trial in titled(strategy, Experiment):
        if not (trial.metric and trial.target is not None and trial.end):
            yield hit(
                say(
                    N_("{trial} cannot teach anything without a measure, a target and an end."),
                    trial=name(trial),
                ),
                trial,
                field="metric" if not trial.metric else "target" if trial.end else "end",
            )


@FRAME.rule(RuleCode.REVISION_INCOMPLETE, Severity.WARNING, "C3", PlanVersion)
def revision_incomplete(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A revision says what it is for, what changed, and when that was decided."""
    for version in titled(strategy, PlanVersion):
        lacking = [
            field
            for field in ("what_changed", "level", "year", "quarter", "revision_date")
            if getattr(version, field) in ("", None)
            and not (field == "quarter" and version.level is PlanLevel.STRATEGY)
        ]
        if lacking:
            yield hit(
                say(
                    N_("The revision {version} does not say this: {fields}."),
                    version=name(version),
                    fields=[PlanVersion.field(field).said for field in lacking],
                ),
                version,
                field=lacking[0],
            )


@FRAME.rule(RuleCode.REVISION_TOO_LATE, Severity.WARNING, "C3", PlanVersion, Settings)
def revision_too_late(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A plan is revised before its quarter is over, a strategy before its year is."""
    for version in titled(strategy, PlanVersion):
        end = _last_day(version, strategy.one(Settings).start_date)
        if end and version.revision_date and version.revision_date > end:
            yield hit(
                say(
                    N_("{version} was decided on {day}, after what it was for: {end}."),
                    version=name(version),
                    day=version.revision_date,
                    end=end,
                ),
                version,
                field="revision_date",
            )


def _last_day(version: PlanVersion, first: dt.date | None) -> dt.date | None:
    """Return the last day of the quarter or the year that a revision is for."""
    quarterly = version.level is PlanLevel.PLAN
    if version.year is None or version.level is None or (quarterly and version.quarter is None):
        return None
    start = dt.date(version.year, first.month if first else 1, 1)
    quarters = tuple(Quarter).index(version.quarter) + 1 if version.quarter and quarterly else 4
    return months_later(start, 3 * quarters) - dt.timedelta(1)


@FRAME.rule(RuleCode.QUARTER_NOT_REVISED, Severity.WARNING, "C3", PlanVersion)
def quarter_not_revised(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Between two quarters whose plan was revised, none is left out."""
    quarters = tuple(Quarter)
    revised = {
        version.year * len(quarters) + quarters.index(version.quarter): version
        for version in titled(strategy, PlanVersion)
        if version.level is PlanLevel.PLAN and version.year and version.quarter
    }
    left = [n for n in range(min(revised, default=0), max(revised, default=0)) if n not in revised]
    if left:
        following = revised[min(n for n in revised if n > left[0])]
        year, number = divmod(left[0], len(quarters))
        yield hit(
            say_count(
                "The plan was not revised for {n} quarter: {quarter} of {year}.",
                "The plan was not revised for {n} quarters, from this one on: {quarter} of {year}.",
                len(left),
                quarter=say(quarters[number].label),
                year=str(year),
            ),
            following,
            field="quarter",
        )


@FRAME.rule(RuleCode.SESSION_TOO_LONG, Severity.WARNING, "C5", AgendaItem)
def session_too_long(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """All parts of the session fit in its two hours."""
    planned = [item for item in strategy.of(AgendaItem) if item.planned_minutes]
    minutes = sum(item.planned_minutes or 0 for item in planned)
    most = limits[Limit.SESSION_MINUTES]
    if minutes > most:
        yield hit(
            say_count(
                "The session has {n} minute planned, for {most} at most.",
                "The session has {n} minutes planned, for {most} at most.",
                minutes,
                most=most,
            ),
            *planned,
            field="planned_minutes",
        )


RULES = (
    duty_without_owner,
    duty_without_result,
    duty_without_budget,
    symptom_without_remedy,
    too_many_purposes,
    difference_without_proof,
    experiment_without_measure,
    revision_incomplete,
    revision_too_late,
    quarter_not_revised,
    session_too_long,
)
