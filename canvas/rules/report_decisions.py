"""What a report asks to be decided, drafted from the figures and the plan (C147)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.story import (
    Decision,
    Piece,
    Said,
)
from canvas.rules.coherence import findings
from canvas.rules.dashboard_key import KeyFigure, Light
from canvas.rules.report_long import decision_on
from canvas.rules.report_plan import (
    doings,
)
from canvas.rules.report_view import STEP, View
from canvas.rules.report_words import Words, signs
from canvas.steps.frame.settings import money
from canvas.steps.measure.choices import LearningDecision
from canvas.steps.measure.learning import Learning
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.objectives.todos import objectives
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.wording import name_of, shorten

MOST_DECISIONS = 6


def decisions(view: View, words: Words) -> Iterator[Piece]:
    """Ask for the decisions that the figures and the plan call for, the most pressing first."""
    for number, (place, decision) in enumerate(_asked(view)):
        if number == MOST_DECISIONS:
            break
        said = words(place, decision.what)
        if said:
            yield Decision(said, decision.why, decision.who, decision.when, decision.step)
    for said in words.others():
        yield Decision(said, step=STEP)


def _asked(view: View) -> Iterator[tuple[str, Decision]]:
    yield from _late_keys(view)
    yield from _late_actions(view)
    yield from _instalments(view)
    yield from _verdicts(view)
    yield from _waiting(view)
    yield from _slow(view)
    yield from _lessons(view)
    yield from _values(view)
    yield from _left_open(view)


def _late_keys(view: View) -> Iterator[tuple[str, Decision]]:
    for key in view.board.keys:
        if key.light in (Light.RED, Light.AMBER):
            what = say(
                N_("Say what changes for “{name}”: the means, the content or the target"),
                name=shorten(key.kpi.name, 50),
            )
            yield (
                f"key/{signs(key.kpi.id)}",
                Decision(what, _why(key), name_of(view.strategy, key.kpi.owner), step=STEP),
            )


def _why(key: KeyFigure) -> Said:
    return key.said[-1] if key.said else say(key.light.label)


def _late_actions(view: View) -> Iterator[tuple[str, Decision]]:
    late = doings(view).late
    if late:
        what = say_count(
            "Give “{first}” a new date, or drop it",
            "Give {n} late actions a new date, or drop them",
            len(late),
            first=shorten(late[0].title, 60),
        )
        why = say(N_("The oldest: {action}, due on {date}."),
                  action=shorten(late[0].title, 60), date=late[0].due)  # fmt: skip
        yield "late", Decision(what, why, step="plan")


def _instalments(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask for the next instalment of the budget, with what it depends on (C58)."""
    coming = [
        (one.date, one)
        for one in view.strategy.of(BudgetRequest)
        if one.amount and one.state is RequestState.PLANNED and one.date
        and view.span.last < one.date <= view.following.last
    ]  # fmt: skip
    for day, one in sorted(coming, key=lambda pair: pair[0]):
        key = view.indicators.get(one.kpi)
        met = key and key.value is not None and one.threshold is not None
        why: Said = one.condition
        if met and key and key.value is not None and one.threshold is not None:
            text = (
                N_("Its condition is met: {name} stands at {value}.")
                if key.value >= one.threshold
                else N_("Its condition is not met yet: {name} stands at {value}.")
            )
            why = say(text, name=shorten(key.kpi.name, 40), value=key.value)
        what = say(
            N_("Grant {amount}: {stage}"),
            amount=money(view.strategy, one.amount or 0),
            stage=shorten(one.stage, 60),
        )
        yield (
            f"budget/{signs(one.id)}",
            Decision(what, why, name_of(view.strategy, one.decided_by), day, "resources"),
        )


def _verdicts(view: View) -> Iterator[tuple[str, Decision]]:
    if view.is_month:
        return
    for objective in objectives(view.strategy):
        decision, is_proposed = decision_on(view, objective)
        if not is_proposed:
            continue
        name = shorten(objective.title, 60)
        what = (
            say(N_("“{objective}”: {verdict}?"), objective=name, verdict=decision)
            if decision
            else say(N_("“{objective}”: keep it, change it or stop?"), objective=name)
        )
        why = say(N_("No result check gives it a verdict in this period."))
        who = name_of(view.strategy, objective.owner)
        yield f"verdict/{signs(objective.id)}", Decision(what, why, who, step="objectives")


def _waiting(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask for the approval of posts that wait for it."""
    lines = [
        (one.date, one)
        for one in view.strategy.of(Post)
        if one.status is PostStatus.TO_VALIDATE and one.date and one.date >= view.today
    ]
    if lines:
        what = say_count(
            "Approve the post that waits, or send it back",
            "Approve the {n} posts that wait, or send them back",
            len(lines),
        )
        day, first = min(lines, key=lambda pair: pair[0])
        why = say(
            N_("The first one, “{post}”, goes out on {date}."),
            post=shorten(first.title, 60),
            date=day,
        )
        yield "waiting", Decision(what, why, step="plan")


def _slow(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask who answers where nobody answers within the maximum."""
    for one in view.board.responses:
        most = one.target.max_h
        if one.hours is not None and most is not None and one.hours > most and one.target.network:
            what = say(N_("Name who answers on {network}, and when"), network=one.target.network)
            who = name_of(view.strategy, one.target.owner)
            yield f"slow/{one.target.network}", Decision(what, one.said, who, step="segments")


_FOLLOW = {
    LearningDecision.EXTEND: N_("Do more of it: {lesson}"),
    LearningDecision.CHANGE: N_("Change it: {lesson}"),
    LearningDecision.STOP: N_("Stop it: {lesson}"),
}


def _lessons(view: View) -> Iterator[tuple[str, Decision]]:
    for one in view.strategy.of(Learning):
        if one.what and one.date and view.span.holds(one.date) and one.decision in _FOLLOW:
            what = say(_FOLLOW[one.decision], lesson=shorten(one.what, 80))
            yield f"lesson/{signs(one.id)}", Decision(what, one.evidence, step=STEP)


def _values(view: View) -> Iterator[tuple[str, Decision]]:
    missing = view.earned.missing
    if missing:
        what = say(N_("Name who completes the figures that the return needs"))
        yield "values", Decision(what, missing[0], step=STEP)


def _left_open(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask to settle what hangs loose in how we measure, as the rules see it."""
    found = findings(view.strategy, STEP).open
    if found:
        what = say_count(
            "Settle the open point of our measure",
            "Settle the {n} open points of our measure",
            len(found),
        )
        yield "open", Decision(what, found[0].sentence, step=STEP)
