"""The one decision to take next, and why it matters more than the others.

What a first strategy cannot do without comes first, in the order of the method; then what
contradicts, then what is to be looked at, by how much builds on it; then the decisions of
the method that are still open, and last of all what would be better otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from canvas.domain.links import graph
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.rules.coherence import Finding, Severity, findings
from canvas.rules.places import (
    Place,
    place_of_finding,
    place_of_record,
    place_of_todo,
    place_of_type,
)
from canvas.steps import BY_KEY, STEPS
from canvas.steps.express import STOPS, Ask, answers, missing


@dataclass(frozen=True, slots=True)
class NextDecision:
    """The decision to take next.

    Attributes:
        step: The step that it is taken in.
        what: What is to be decided, in one sentence.
        why: Why this and not another.
        place: Where it is decided.
        missing: What is still missing, where that is more than nothing at all.
    """

    step: Step
    what: Message
    why: Message
    place: Place
    missing: Message | None = None


def next_decision(strategy: Strategy) -> NextDecision | None:
    """Return the decision that matters most now; None where all are taken."""
    return next(_in_order(strategy), None)


def _in_order(strategy: Strategy) -> Iterator[NextDecision]:
    yield from _asked(strategy)
    found = findings(strategy).open
    for weight in (Severity.ERROR, Severity.WARNING):
        yield from _mended(strategy, [one for one in found if one.severity is weight])
    yield from _to_do(strategy)
    yield from _mended(strategy, [one for one in found if one.severity is Severity.HINT])


def _asked(strategy: Strategy) -> Iterator[NextDecision]:
    """Yield what the express path still asks for."""
    for stop in STOPS:
        for ask in stop.asks:
            lacking = missing(ask, strategy)
            if lacking is not None:
                step = BY_KEY[str(stop.step)]
                place = _place_of_ask(ask, strategy)
                yield NextDecision(step, say(ask.question), say(ask.why), place, lacking)


def _place_of_ask(ask: Ask, strategy: Strategy) -> Place:
    """Return the first field that is empty in a line that was begun, else the list."""
    for answer in answers(ask, strategy):
        if answer.record is not None and answer.empty:
            return place_of_record(ask.record.key, answer.record.id, answer.empty[0])
    return place_of_type(ask.record.key)


def _mended(strategy: Strategy, found: Sequence[Finding]) -> Iterator[NextDecision]:
    """Yield what hangs loose, what most builds on first; then in the order of the steps."""
    order = [step.key for step in STEPS]
    weighed = [(_building_on(strategy, one), one) for one in found]
    weighed.sort(key=lambda pair: (-pair[0], order.index(pair[1].step)))
    for building, one in weighed:
        why = say(one.severity.help)
        if building:
            why = say_count(
                "{why} {n} other line builds on it.",
                "{why} {n} other lines build on it.",
                building,
                why=why,
            )
        yield NextDecision(BY_KEY[one.step], one.sentence, why, place_of_finding(one))


def _building_on(strategy: Strategy, finding: Finding) -> int:
    """Return how many records use those that a finding is about."""
    links = graph(strategy)
    records = [strategy.find(record) for _, record in finding.records]
    return sum(sum(links.counts(record).values()) for record in records if record is not None)


def _to_do(strategy: Strategy) -> Iterator[NextDecision]:
    """Yield the decisions of the method that are still open, in their order."""
    for step in STEPS:
        made, total = step.progress(strategy)
        for todo in step.todos:
            lacking = todo.missing(strategy)
            if lacking is not None:
                why = say(
                    N_(
                        "No contradiction is left: this is the first decision that is open "
                        "in the order of the method, and {made} of {total} are made in its step."
                    ),
                    made=made,
                    total=total,
                )
                place = place_of_todo(step, todo)
                yield NextDecision(step, say(todo.text), why, place, lacking)
