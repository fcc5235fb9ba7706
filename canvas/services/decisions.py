"""What is decided when results are read: each decision is one step to undo (C13, C56, C148)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.loop import Turn
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.steps.common import MethodStep
from canvas.steps.measure.choices import LearningDecision, Verdict, Winner
from canvas.steps.measure.learning import Learning, SplitTest
from canvas.steps.objectives.diagnosis import Review, ReviewDecision
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.resources.means import ObjectiveRevision

DECIDED = N_("Verdict on an objective")
REVISED = N_("Revised objective")
LEARNT = N_("Verdict on a split test")
NOTED = N_("Note on an objective")


class DecisionRefusedError(CanvasError):
    """What was decided cannot be kept."""

    message = N_("This could not be kept. {problem} Change it, then try again.")


class DecisionOvertakenError(CanvasError):
    """Somebody else changed the same thing meanwhile."""

    message = N_("Somebody else changed this meanwhile: look at it as it is now.")


class ReasonMissingError(CanvasError):
    """A verdict without a reason teaches nobody."""

    message = N_("Say in a few words why: the reason is what you will look for in six months.")


class NothingChangesError(CanvasError):
    """A revision that changes nothing."""

    message = N_("Change the value or the date first.")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was decided of an objective.

    Attributes:
        decision: Keep, change or stop.
        reason: Why.
        change: What is done differently; "" for nothing.
        got: What happened, in words.
        value: The value read, None where there is none.
        action: What to do, as a line of the plan; "" for none.
        owner: Id of the person who does it.
        due: Until when.
        target: The value to reach from now on; None to leave it.
        until: The due date from now on; None to leave it.
    """

    decision: ReviewDecision
    reason: str
    change: str = ""
    got: str = ""
    value: float | None = None
    action: str = ""
    owner: str = ""
    due: dt.date | None = None
    target: float | None = None
    until: dt.date | None = None


def decide(
    service: Strategies,
    person: Person,
    strategy_id: str,
    turn: Turn,
    made: Verdicts,
    *,
    tr: Translator,
    today: dt.date,
) -> None:
    """Keep a verdict with what follows from it: an action, a revised objective, or both.

    Raises:
        ReasonMissingError: It says no reason.
        DecisionRefusedError: Something in it cannot be kept, so nothing is.
        DecisionOvertakenError: Somebody else revised the objective meanwhile.
    """
    if not made.reason.strip():
        raise ReasonMissingError
    strategy = service.open(strategy_id, person)
    action = new_id() if made.action.strip() else ""
    edits: list[Edit] = []
    if action:
        edits += _new(
            strategy,
            Action,
            {
                "title": made.action,
                "owner": made.owner or None,
                "due": _day(made.due),
                "objective": turn.objective.id,
                "step": str(MethodStep.MEASURE),
            },
            action,
        )
    edits += _revision(
        strategy,
        turn.objective,
        target=made.target,
        until=made.until,
        reason=made.reason,
        tr=tr,
        today=today,
    )
    edits += _new(
        strategy,
        Review,
        {
            "objective": turn.objective.id,
            "date": today.isoformat(),
            "wanted": tr(turn.wanted)[:300],
            "got": made.got or tr(turn.got)[:300],
            "got_value": made.value,
            "decision": str(made.decision),
            "reason": made.reason,
            "change_decided": made.change or None,
            "action": action or None,
        },
    )
    _send(service, person, strategy_id, edits, DECIDED)


def revise(
    service: Strategies,
    person: Person,
    strategy_id: str,
    objective: Objective,
    *,
    target: float,
    reason: str,
    tr: Translator,
    today: dt.date,
) -> None:
    """Give an objective another value to reach, and remember what it was and why.

    Raises:
        ReasonMissingError: It says no reason.
        NothingChangesError: It aims at that already.
        DecisionRefusedError: The value cannot be kept.
        DecisionOvertakenError: Somebody else revised it meanwhile.
    """
    if not reason.strip():
        raise ReasonMissingError
    strategy = service.open(strategy_id, person)
    edits = list(
        _revision(strategy, objective, target=target, until=None, reason=reason, tr=tr, today=today)
    )
    if not edits:
        raise NothingChangesError
    _send(service, person, strategy_id, edits, REVISED)


def note(
    service: Strategies, person: Person, strategy_id: str, objective: Objective, text: str
) -> None:
    """Add a line to why an objective is realistic.

    Raises:
        ReasonMissingError: There is no text.
        DecisionRefusedError: It has become too long.
        DecisionOvertakenError: Somebody else wrote there meanwhile.
    """
    if not text.strip():
        raise ReasonMissingError
    written = "\n".join(filter(None, (objective.realistic, text.strip())))
    edit = Edit(Objective.key, objective.id, "realistic", objective.realistic or None, written)
    _send(service, person, strategy_id, [edit], NOTED)


def learn(
    service: Strategies,
    person: Person,
    strategy_id: str,
    test: SplitTest,
    *,
    winner: Winner,
    lesson: str,
    evidence: str,
    today: dt.date,
) -> None:
    """Write down who won a split test, and the lesson, in the test and in the log.

    Raises:
        ReasonMissingError: It says no lesson.
        DecisionRefusedError: Something in it cannot be kept, so nothing is.
        DecisionOvertakenError: Somebody else decided it meanwhile.
    """
    if not lesson.strip():
        raise ReasonMissingError
    strategy = service.open(strategy_id, person)
    raw = write_record(test)
    edits = [
        Edit(SplitTest.key, test.id, name, raw.get(name), value)
        for name, value in (("winner", str(winner)), ("lesson", lesson))
        if raw.get(name) != value
    ]
    kept = winner is Winner.A
    edits += _new(
        strategy,
        Learning,
        {
            "what": lesson,
            "date": today.isoformat(),
            "result": str(_OUTCOMES[winner]),
            "decision": str(LearningDecision.KEEP if kept else LearningDecision.CHANGE)
            if winner is not Winner.NONE
            else None,
            "evidence": evidence[:300] or None,
            "network": str(test.network) if test.network else None,
        },
    )
    _send(service, person, strategy_id, edits, LEARNT)


_OUTCOMES = {
    # What one does today is version A: where it wins, the new idea failed.
    Winner.A: Verdict.FAILURE,
    Winner.B: Verdict.SUCCESS,
    Winner.NONE: Verdict.MIXED,
}


def aim_of(objective: Objective, tr: Translator) -> str:
    """Return its value and its date in a few words, as a revision remembers them."""
    return _aim(objective.target, objective.unit, objective.due, tr)


def _aim(target: float | None, unit: str, due: dt.date | None, tr: Translator) -> str:
    value = "" if target is None else tr.number(target)
    if value and unit:
        value = f"{value}\u00a0{unit}"
    if due is None:
        return value
    date = tr.date(due)
    return tr(N_("{value} by {date}"), value=value, date=date) if value else date


def _revision(
    strategy: Strategy,
    objective: Objective,
    *,
    target: float | None,
    until: dt.date | None,
    reason: str,
    tr: Translator,
    today: dt.date,
) -> Iterator[Edit]:
    """Yield the edits that revise an objective; none where nothing of it changes."""
    raw = write_record(objective)
    wanted: dict[str, Json] = {}
    if target is not None and target != objective.target:
        wanted["target"] = target
    if until is not None and until != objective.due:
        wanted["due"] = until.isoformat()
    if not wanted:
        return
    for name, value in wanted.items():
        yield Edit(Objective.key, objective.id, name, raw.get(name), value)
    aim = objective.target if target is None else target
    yield from _new(
        strategy,
        ObjectiveRevision,
        {
            "objective": objective.id,
            "before": aim_of(objective, tr)[:200] or None,
            "after": _aim(aim, objective.unit, until or objective.due, tr)[:200],
            "reason": reason[:240],
            "date": today.isoformat(),
        },
    )


def _new(
    strategy: Strategy, record_type: type[Record], raw: Mapping[str, Json], record_id: str = ""
) -> list[Edit]:
    """Return the edits that add a record after those that are there."""
    known = strategy.of(record_type)
    position = known[-1].position + 1 if known else 1.0
    return creation(record_type.key, record_id or new_id(), raw, position)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _send(
    service: Strategies, person: Person, strategy_id: str, edits: Sequence[Edit], label: str
) -> None:
    strategy = service.open(strategy_id, person)
    overtaken = any(
        edit.base is not None and _now(strategy, edit) not in (edit.base, edit.new)
        for edit in edits
    )
    if overtaken:
        raise DecisionOvertakenError
    submission = service.edit(strategy_id, person, edits, label=label)
    if submission.problems:
        problem: Message = submission.problems[0][1]
        raise DecisionRefusedError(problem=problem)


def _now(strategy: Strategy, edit: Edit) -> Json:
    found = strategy.find(edit.record)
    return write_record(found).get(edit.field) if found else None
