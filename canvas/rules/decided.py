"""Decisions that were taken: where a strategy leaves the method on purpose, and its own course.

The deck lists them all; the thread those that follow from what was read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import Record
from canvas.domain.story import Cell, Column, Said, Section, Slide, Table
from canvas.domain.strategy import Strategy
from canvas.rules.coherence import findings
from canvas.steps.frame.coherence import RuleThreshold, correction, method_figures
from canvas.steps.frame.people import Approval, ApprovalStatus
from canvas.steps.frame.settings import money
from canvas.steps.measure.choices import AdjustmentKind
from canvas.steps.measure.follow_up import Adjustment
from canvas.steps.measure.learning import Learning
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.objectives.diagnosis import Review
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.steps.wording import listed, name_of, shorten, shown

_Source = Callable[[Strategy], "Iterator[Taken]"]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that was taken.

    Attributes:
        what: What was decided, as a sentence without its full stop.
        record: Where it was written.
        why: The reason, "" where nobody gave one.
        who: Who answers for it.
        when: Since when.
        about: What it was decided on: an objective, an ambition; "" where `what` says it all.
    """

    what: Said
    record: Record
    why: Said = ""
    who: str = ""
    when: dt.date | None = None
    about: str = ""

    @property
    def said(self) -> Said:
        """What was decided, and on what."""
        if not self.about:
            return self.what
        return say(N_("“{subject}”: {decided}"), subject=shorten(self.about, 70), decided=self.what)


def on_purpose(strategy: Strategy) -> Iterator[Taken]:
    """Yield where the strategy leaves the method: accepted findings, then limits of its own."""
    for accepted in findings(strategy).accepted:
        by = accepted.by
        what = say(N_("Left as it is on purpose: {finding}"), finding=accepted.finding.sentence)
        yield Taken(what, by, by.reason, by.accepted_by, by.accepted_on)
    limits = strategy.of(RuleThreshold)
    for limit, usual in method_figures().items():
        own = correction(limits, limit)
        if own is None or own.value == usual.value:
            continue
        what = say(
            N_("{limit}: {value}, where the method says {usual}"),
            limit=limit,
            value=own.value,
            usual=usual.value,
        )
        yield Taken(what, own, own.reason)


def taken(strategy: Strategy) -> list[Taken]:
    """Return what was decided on the way, the latest first."""
    return _latest_first(strategy, (_approvals, _grants, _compromises, *_FOLLOWING))


def from_figures(strategy: Strategy) -> list[Taken]:
    """Return what was decided because of what was read, lessons too, the latest first."""
    return _latest_first(strategy, (*_FOLLOWING, _lessons))


def _latest_first(strategy: Strategy, sources: Sequence[_Source]) -> list[Taken]:
    found = [one for read in sources for one in read(strategy)]
    return sorted(found, key=lambda one: one.when or dt.date.min, reverse=True)


def decisions_taken(strategy: Strategy) -> Iterator[Slide]:
    """Yield the slide of the decisions taken, those that leave the method first."""
    aside = list(on_purpose(strategy))
    lines = [*aside, *taken(strategy)]
    if not lines:
        return
    columns = [
        Column(say(N_("What was decided")), 4.4),
        Column(say(N_("Why")), 4.4),
        Column(say(N_("Who")), 1.3),
        Column(say(N_("When")), 1.4),
    ]
    rows = [[Cell(one.said, strong=True), one.why, one.who, shown(one.when)] for one in lines]
    yield Slide(
        Section.DECISIONS, _title(lines, aside), Table(columns, rows), step="frame", brief=True
    )


def _title(lines: Sequence[Taken], aside: Sequence[Taken]) -> Message:
    decisions = say_count("One decision is taken", "{n} decisions are taken", len(lines))
    if not aside:
        return decisions
    leaves = say_count(
        "one leaves the method on purpose", "{n} leave the method on purpose", len(aside)
    )
    return say(N_("{decisions}; {leaves}"), decisions=decisions, leaves=leaves)


def _approvals(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(Approval):
        if one.status is ApprovalStatus.VALIDATED:
            what = say(
                N_("“{version}” is approved"), version=one.version or say(N_("The road map"))
            )
            yield Taken(what, one, one.comment, name_of(strategy, one.approver), one.date)


def _grants(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(BudgetRequest):
        if one.state is not RequestState.GRANTED or one.amount is None:
            continue
        amount = money(strategy, one.amount)
        what = (
            say(N_("{amount} granted for “{stage}”"), amount=amount, stage=shorten(one.stage, 100))
            if one.stage
            else say(N_("{amount} granted"), amount=amount)
        )
        yield Taken(what, one, one.condition, name_of(strategy, one.decided_by), one.date)


def _verdicts(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(Review):
        if verdict := one.change_decided or shown(one.decision):
            who = name_of(strategy, one.decided_by)
            on = name_of(strategy, one.objective)
            yield Taken(verdict, one, one.reason, who, one.date, on)


def _revisions(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(ObjectiveRevision):
        if not one.after:
            continue
        change: Said = (
            say(N_("{after}, instead of {before}"), after=one.after, before=one.before)
            if one.before
            else one.after
        )
        who = name_of(strategy, one.decided_by)
        on = name_of(strategy, one.objective)
        yield Taken(change, one, one.reason, who, one.date, on)


def _compromises(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(MeansGap):
        if one.decision:
            who = name_of(strategy, one.decided_by)
            # Its date is that of the deadline, and not the day when it was decided.
            yield Taken(one.decision, one, shown(one.arbitration), who, about=one.ambition)


def _changes(strategy: Strategy) -> Iterator[Taken]:
    revised = {(one.objective, one.date) for one in strategy.of(ObjectiveRevision) if one.after}
    for one in strategy.of(Adjustment):
        # The revision of an objective says the same with both figures.
        twice = one.kind is AdjustmentKind.NEW_OBJECTIVE and (one.objective, one.date) in revised
        if one.what and not twice:
            yield Taken(one.what, one, one.why, when=one.date)


def _lessons(strategy: Strategy) -> Iterator[Taken]:
    for one in strategy.of(Learning):
        if one.what and one.decision:
            what = listed([shown(one.decision), one.what])
            yield Taken(what, one, one.evidence, when=one.date)


_FOLLOWING: tuple[_Source, ...] = (_verdicts, _revisions, _changes)
