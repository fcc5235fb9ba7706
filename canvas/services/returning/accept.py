"""Bring what a person chose of a workbook into the strategy, as one change set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from canvas.domain.changes import Edit, Outcome, creation
from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message
from canvas.domain.records import EXISTS
from canvas.services.people import Person
from canvas.services.returning.model import Kind, Line, Return
from canvas.services.strategies import Strategies

RETURNED = N_("Return of the workbook")


@dataclass(frozen=True, slots=True)
class Accepted:
    """What became of an acceptance.

    Attributes:
        outcome: What was stored; None where nothing was chosen or nothing could be.
        lines: The lines that were asked for, those that came along with them too.
        problems: Why nothing could be stored.
    """

    outcome: Outcome | None
    lines: tuple[Line, ...] = ()
    problems: tuple[Message, ...] = ()


def everything(found: Return, *, deletions: bool = True) -> frozenset[str]:
    """Return the keys of all lines that can be accepted; of conflicts, ours are kept."""
    wanted = {Kind.NEW, Kind.CHANGED} | ({Kind.DELETED} if deletions else set())
    return frozenset(line.key for line in found.lines if line.kind in wanted)


def accept(
    service: Strategies,
    person: Person,
    strategy_id: str,
    found: Return,
    chosen: Collection[str],
) -> Accepted:
    """Store the chosen lines of a dry run, in one change set that one undo takes back.

    What was changed here since the dry run is not overwritten: it is among the conflicts
    of the outcome.  A chosen conflict takes the workbook's value.  A new line that another
    chosen one names comes along.
    """
    lines = tuple(_with_new_ones(found, chosen))
    edits = list(_edits(found, lines))
    if not edits:
        return Accepted(None)
    submission = service.edit(strategy_id, person, edits, operation=found.operation, label=RETURNED)
    problems = tuple(message for _, message in submission.problems)
    return Accepted(submission.outcome, lines, problems)


def _with_new_ones(found: Return, chosen: Collection[str]) -> Iterator[Line]:
    """Yield the chosen lines, and the new ones that they name."""
    new = {line.record: line for line in found.of(Kind.NEW)}
    wanted = {line.key for line in found.lines if line.key in chosen}
    waiting = [line for line in found.lines if line.key in wanted]
    while waiting:
        for record_id in _named(waiting.pop().after):
            line = new.get(record_id)
            if line is not None and line.key not in wanted:
                wanted.add(line.key)
                waiting.append(line)
    return (line for line in found.lines if line.key in wanted and line.kind is not Kind.INVALID)


def _named(value: Json) -> Iterator[str]:
    """Yield the texts inside a value, ids among them."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _named(item)
        case dict():
            for item in value.values():
                yield from _named(item)


def _edits(found: Return, lines: Iterable[Line]) -> Iterator[Edit]:
    last = {
        key: max((record.position for record in records), default=0.0)
        for key, records in found.strategy.records.items()
    }
    back: set[tuple[str, str]] = set()
    for line in lines:
        if line.kind is Kind.NEW:
            last[line.type] = last.get(line.type, 0.0) + 1.0
            fields = line.after if isinstance(line.after, dict) else {}
            yield from creation(line.type, line.record, fields, last[line.type])
        elif not line.field:
            yield Edit(line.type, line.record, EXISTS, True, None)
        else:
            if line.of in found.gone and line.of not in back:
                # Deleted here, changed there, and the person wants it: it comes back whole.
                back.add(line.of)
                yield Edit(line.type, line.record, EXISTS, None, True)
            yield Edit(line.type, line.record, line.field, line.before, line.after)
