"""What the tests of several steps share: strategies of a few records, stories read aloud."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

from canvas.domain.choices import Choice
from canvas.domain.kinds import Field
from canvas.domain.messages import Message
from canvas.domain.records import Record
from canvas.domain.step import Step
from canvas.domain.story import Gap, Slide
from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from tests.unit.values import PICTURES

EN = Translator("en")

LONG = "a rather long text that a person in a hurry pasted into this field without reading " * 3


def strategy(*records: Record) -> Strategy:
    """Return a strategy of these records."""
    by_type: dict[str, tuple[Record, ...]] = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


def missing(step: Step, key: str, *records: Record) -> str:
    """Return what a to-do line says is missing from a strategy of these records, "" when done."""
    todo = next(todo for todo in step.todos if todo.key == key)
    said = todo.missing(strategy(*records))
    return EN(said) if said else ""


def titles(step: Step, *records: Record) -> list[str]:
    """Return the titles of a story's slides."""
    return [EN(p.title) for p in step.story(strategy(*records)) if isinstance(p, Slide)]


def slide(step: Step, title: str, *records: Record) -> Slide:
    """Return the slide whose title starts so."""
    pieces = step.story(strategy(*records))
    return next(p for p in pieces if isinstance(p, Slide) and EN(p.title).startswith(title))


def gaps(step: Step, *records: Record) -> list[str]:
    """Return what a story says is missing."""
    return [EN(p.what) for p in step.story(strategy(*records)) if isinstance(p, Gap)]


def spoken(piece: object) -> Iterator[str]:
    """Yield every text of a piece in English; fails on a code shown in place of its words."""
    if isinstance(piece, Message):
        yield EN(piece)
    elif isinstance(piece, Choice):
        raise AssertionError(f"the code {piece!r} would be shown in place of its words")
    elif isinstance(piece, str):
        yield str(piece)
    elif isinstance(piece, list | tuple):
        for item in piece:
            yield from spoken(item)
    elif dataclasses.is_dataclass(piece):
        for slot in dataclasses.fields(piece):
            if slot.name not in ("section", "tone", "step", "kind"):
                yield from spoken(getattr(piece, slot.name))


def check_story(step: Step, of: Strategy) -> None:
    """Read a whole story aloud: no title too long, no code, no None."""
    for piece in step.story(of):
        said = list(spoken(piece))
        assert not any("None" in text for text in said), said
        if isinstance(piece, Slide):
            title = EN(piece.title)
            assert 0 < len(title) <= 125, title


def check_half_filled(step: Step, *neighbours: Record) -> None:
    """Read the story of records with one field filled, all but one, and all linked together.

    Records link to one another by the type's key, which stands for the id; `neighbours`
    are records of other steps under such ids.
    """
    everything = [*neighbours]
    for record_type in step.records:
        full = {field.name: _sample(field) for field in record_type.fields()}
        everything.append(record_type(id=record_type.key, **full))
        variants: list[dict[str, object]] = [{}]
        for name, value in full.items():
            variants.append({name: value})
            variants.append({other: full[other] for other in full if other != name})
        for values in variants:
            check_step(step, strategy(record_type(id=record_type.key, **values)))
    check_step(step, strategy(*everything))


def check_step(step: Step, of: Strategy) -> None:
    """Check that a step can speak of this strategy at all."""
    check_story(step, of)
    for todo in step.todos:
        todo.missing(of)
    step.decision(of)


def _sample(field: Field) -> object:
    match field.kind:
        case "text" | "url":
            return LONG[: field.max_chars].strip()
        case "lines":
            return (LONG.strip(), "two")
        case "choice":
            return next(iter(field.choices))
        case "choices":
            return tuple(field.choices)[:2]
        case "flag":
            return True
        case "date":
            return dt.date(2026, 10, 1)
        case "picture":
            return PICTURES[0]
        case "link":
            return field.to
        case "links":
            return (field.to, "gone")
        case "share":
            return 0.05
    return 2
