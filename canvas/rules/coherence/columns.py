"""Fields without which a line says nothing, or that all lines of a list but a few have.

A link is needed where the line is about what it names: a figure of a competitor without
the competitor, an answer without the persona.  Other fields, owners above all, are asked
for only once most lines of the list have them: a list that does without is left in peace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from canvas.domain.kinds import Link, Links
from canvas.domain.links import naming_none
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Rule, Severity, Thresholds, hit, name
from canvas.rules.gauge import NAMED
from canvas.steps import RECORD_TYPES
from canvas.steps.frame.rule_names import RuleCode

R = TypeVar("R", bound=Record)

Told = Callable[[int, Message, Message, tuple[Message, ...]], Message]
"""A sentence of how many lines, their list, the field that they lack, and some of them."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A field that lines of a list have.

    Attributes:
        kind: The type of the lines.
        fields: The field; where there are several, one of them is enough.
        when: Which lines it is asked of; those that say anything at all.
    """

    kind: type[R]
    fields: tuple[str, ...]
    when: Callable[[R], object]

    @property
    def targets(self) -> tuple[type[Record], ...]:
        """The record types that these fields name."""
        declared = (self.kind.field(field) for field in self.fields)
        return tuple(RECORD_TYPES[f.to] for f in declared if isinstance(f, Link | Links))

    def lacking(self, strategy: Strategy, asked: list[R]) -> list[R]:
        """Return those of the lines asked that do not have it."""
        declared = [self.kind.field(field) for field in self.fields]
        known = {r.id for target in self.targets for r in strategy.of(target)}
        lacking = asked
        for field in declared:
            if isinstance(field, Link | Links):
                lacking = list(naming_none(lacking, field, known))
            else:
                held, empty = attrgetter(field.name), field.empty
                lacking = [record for record in lacking if held(record) == empty]
        return lacking


def sorted_out(
    strategy: Strategy, columns: Sequence[Column[Any]]
) -> Iterator[tuple[Column[Any], int, list[Any]]]:
    """Yield columns that some lines lack: how many lines have it, and those that do not."""
    lines: dict[tuple[object, object], list[Any]] = {}
    for one in columns:
        asked = lines.get((one.kind, one.when))
        if asked is None:
            asked = [record for record in strategy.of(one.kind) if one.when(record)]
            lines[one.kind, one.when] = asked
        lacking = one.lacking(strategy, asked)
        if lacking:
            yield one, len(asked) - len(lacking), lacking


def filled(record: Record) -> bool:
    """Return whether a line says anything at all."""
    return not record.is_blank()


def column(kind: type[R], *fields: str, when: Callable[[R], object] = filled) -> Column[R]:
    """Return a column; its fields are enough one by one."""
    return Column(kind, fields, when)


def each(kind: type[R], *fields: str, when: Callable[[R], object] = filled) -> list[Column[R]]:
    """Return a column for each of these fields."""
    return [Column(kind, (field,), when) for field in fields]


def needed(
    chapter: Chapter, code: RuleCode, capability: str, columns: Sequence[Column[Any]]
) -> Rule:
    """Return the rule that each of these fields is filled in."""

    def check(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
        for one, _, lacking in sorted_out(strategy, columns):
            yield _hit(one, lacking, _said_of_one if one.kind.single else _said)

    return chapter.rule(code, Severity.WARNING, capability, *_needs(columns))(check)


def usual(
    chapter: Chapter, code: RuleCode, capability: str, columns: Sequence[Column[Any]]
) -> Rule:
    """Return the rule that a field which most lines of a list have is filled in everywhere."""

    def check(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
        for one, having, lacking in sorted_out(strategy, columns):
            if having >= len(lacking):
                yield _hit(one, lacking, _said_of_few)

    return chapter.rule(code, Severity.HINT, capability, *_needs(columns))(check)


def _needs(columns: Sequence[Column[Any]]) -> Iterable[type[Record]]:
    return dict.fromkeys(kind for one in columns for kind in (one.kind, *one.targets))


def _hit(one: Column[Any], lacking: Sequence[Record], told: Told) -> Hit:
    field = one.kind.field(one.fields[0])
    sentence = told(len(lacking), say(one.kind.many), field.said, _names(lacking))
    return hit(sentence, *lacking, field=field.name)


def _names(records: Sequence[Record]) -> tuple[Message, ...]:
    """Return lines as a sentence lists them: a few by name, the others by their number."""
    if len(records) <= NAMED + 1:
        return _once(records)
    rest = say_count("{n} other", "{n} others", len(records) - NAMED)
    return (*_once(records[:NAMED]), rest)


def _once(records: Sequence[Record]) -> tuple[Message, ...]:
    said = [_called(record) for record in records]
    return tuple(one for number, one in enumerate(said) if one not in said[:number])


def _called(record: Record) -> Message:
    """Return what to call a line: its words, else what was chosen in it first."""
    chosen = (getattr(record, field.name) for field in record.fields() if field.kind == "choice")
    choice = next((value for value in chosen if value is not None), None)
    return name(record) if record.title or choice is None else say(choice.label)


def _said(count: int, of: Message, field: Message, lines: tuple[Message, ...]) -> Message:
    return say_count(
        "In “{list}”, {n} line has no “{field}”: {lines}.",
        "In “{list}”, {n} lines have no “{field}”: {lines}.",
        count,
        list=of,
        field=field,
        lines=lines,
    )


def _said_of_one(_: int, of: Message, field: Message, lines: tuple[Message, ...]) -> Message:
    return say(N_("In “{list}”, “{field}” is still empty."), list=of, field=field)


def _said_of_few(count: int, of: Message, field: Message, lines: tuple[Message, ...]) -> Message:
    return say_count(
        "In “{list}”, {n} line has no “{field}”, unlike the others: {lines}.",
        "In “{list}”, {n} lines have no “{field}”, unlike the others: {lines}.",
        count,
        list=of,
        field=field,
        lines=lines,
    )
