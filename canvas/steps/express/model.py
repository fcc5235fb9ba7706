"""A question of the express path, and how far a strategy has answered it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import NOTHING, Record
from canvas.domain.strategy import Strategy
from canvas.steps.common import MethodStep
from canvas.steps.wording import shorten


@dataclass(frozen=True, slots=True)
class Line:
    """One record that is asked for, and what a new one comes filled in with.

    Attributes:
        slot: Its name among the lines of its question.
        given: Raw values that a new record has before anybody typed in it.
        same: Names of the given values by which a record is known to be this one.
        example: What its first field shows in grey, "" for what the field shows anywhere.
    """

    slot: str = ""
    given: Mapping[str, Json] = field(default_factory=lambda: NOTHING)
    same: tuple[str, ...] = ()
    example: str = ""

    def fits(self, record: Record) -> bool:
        """Return whether `record` can be what this line asks for."""
        return all(
            record.field(name).dump(getattr(record, name)) == self.given[name] for name in self.same
        )


Lines = Callable[[Strategy], tuple[Line, ...]]


def one_line(strategy: Strategy) -> tuple[Line, ...]:
    """Ask for one record, blank."""
    return (Line(),)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the path: a few fields of one record type.

    Attributes:
        record: The record type.
        fields: Fields that a person fills in: those without which there is no strategy.
        question: What is asked, as one would say it.
        why: Why it cannot be left out, in one sentence.
        minutes: What it takes a room.
        filled: Fields that come filled in, may be changed, and may not be empty either.
        lines: The records that it asks for, by what the strategy holds already.
        as_card: Whether a record is shown as a small form and not as a line.
    """

    record: type[Record]
    fields: tuple[str, ...]
    question: str
    why: str
    minutes: int
    filled: tuple[str, ...] = ()
    lines: Lines = one_line
    as_card: bool = False

    @property
    def needed(self) -> tuple[str, ...]:
        """All fields that may not be empty."""
        return self.fields + self.filled

    def empty_fields(self, record: Record) -> tuple[str, ...]:
        """Return which of the needed fields are empty in a record."""
        return tuple(
            name for name in self.needed if getattr(record, name) == record.field(name).empty
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A line that is asked for, and the record that answers it, if any does."""

    ask: Ask
    line: Line
    record: Record | None

    @property
    def empty(self) -> tuple[str, ...]:
        """Fields that are still empty; all of them where there is no record."""
        return self.ask.fields if self.record is None else self.ask.empty_fields(self.record)

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is missing."""
        return self.record is not None and not self.empty


def answers(ask: Ask, strategy: Strategy) -> tuple[Answer, ...]:
    """Return each line that `ask` wants with the record that answers it best."""
    left: list[Record] = [strategy.one(ask.record)] if ask.record.single else []
    left = left or [record for record in strategy.of(ask.record) if not record.is_blank()]
    found = []
    for line in ask.lines(strategy):
        fitting = [record for record in left if line.fits(record)]
        best = min(fitting, key=lambda record: len(ask.empty_fields(record)), default=None)
        left = [record for record in left if record is not best]
        found.append(Answer(ask, line, best))
    return tuple(found)


def missing(ask: Ask, strategy: Strategy) -> Message | None:
    """Return what an ask still lacks, in one sentence; None when it is answered."""
    open_ones = [answer for answer in answers(ask, strategy) if not answer.is_whole]
    begun = next((answer for answer in open_ones if answer.record is not None), None)
    if begun is not None and begun.record is not None:
        labels = [say(ask.record.field(name).label) for name in begun.empty]
        title = shorten(begun.record.title)
        if title and not ask.record.single:
            return say(N_("“{title}” still needs: {fields}."), title=title, fields=labels)
        return say(N_("Still to fill in: {fields}."), fields=labels)
    if open_ones:
        return say_count(
            "One line is still to be written.",
            "{n} lines are still to be written.",
            len(open_ones),
        )
    return None


@dataclass(frozen=True, slots=True)
class Stop:
    """The questions of the path that stand on one step's page."""

    step: MethodStep
    asks: tuple[Ask, ...]

    @property
    def minutes(self) -> int:
        """What all its questions take together."""
        return sum(ask.minutes for ask in self.asks)

    def done(self, strategy: Strategy) -> int:
        """Return how many of its questions are answered."""
        return sum(missing(ask, strategy) is None for ask in self.asks)


def given(**values: Json) -> Mapping[str, Json]:
    """Return raw values, those that nothing is known of left out."""
    return MappingProxyType({name: value for name, value in values.items() if value})
