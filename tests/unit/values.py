"""Raw values of any field, records of any type, strategies of any records, for hypothesis."""

from __future__ import annotations

import base64
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from canvas.domain.clean import clean_text
from canvas.domain.kinds import Field
from canvas.domain.records import EXISTS, POSITION, Record
from canvas.domain.strategy import Strategy, build
from canvas.imports.picture import portrait
from canvas.steps import RECORD_TYPES

IDS = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True)
WORDS = st.text(max_size=12).map(lambda text: " ".join(clean_text(text).split()))
NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-(10**6), 10**6).map(lambda x: round(x, 4))
PICTURES = tuple(
    portrait(base64.b64decode(dot))
    for dot in (
        # A red and a transparent dot, as PNG files.
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNkAAIAAAoAAv/lxKUAAAAASUVORK5CYII=",
    )
)
UNKNOWN = st.recursive(
    st.booleans() | NUMBERS | st.text(max_size=8).map(clean_text),
    lambda inside: st.lists(inside, max_size=3),
    max_leaves=4,
)
"""What a newer version might have written into a field that this one does not know."""


def raw_values(field: Field) -> SearchStrategy[Any]:
    """Return the raw values that `field` may keep, empty ones aside."""
    found = _raw_values(field).map(lambda raw: field.dump(field.parse(raw)))
    return found.filter(lambda raw: raw is not None and field.problem(raw) is None)


def _raw_values(field: Any) -> SearchStrategy[Any]:
    match field.kind:
        case "text" | "url":
            return WORDS if not field.multiline else st.text(max_size=12).map(clean_text)
        case "color":
            return st.from_regex("#[0-9A-Fa-f]{6}", fullmatch=True)
        case "lines":
            return st.lists(WORDS, min_size=1, max_size=4)
        case "choice":
            return st.sampled_from([str(choice) for choice in field.choices])
        case "choices":
            codes = [str(choice) for choice in field.choices]
            return st.lists(st.sampled_from(codes), min_size=1, unique=True)
        case "flag":
            return st.just(True)
        case "date":
            return st.dates().map(lambda day: day.isoformat())
        case "time":
            return st.times().map(lambda time: time.strftime("%H:%M"))
        case "picture":
            return st.sampled_from(PICTURES)
        case "link":
            return IDS
        case "links":
            return st.lists(IDS, min_size=1, max_size=3, unique=True)
    low = field.minimum if field.minimum is not None else -(10**6)
    high = field.maximum if field.maximum is not None else 10**6
    if field.whole:
        return st.integers(int(low), int(high))
    return st.floats(float(low), float(high)).map(lambda x: round(x, 4))


@st.composite
def raw_records(draw: st.DrawFn, record_type: type[Record], *, unknown: bool = True) -> Any:
    """Draw the raw fields of a record of this type, some of them unknown to this version."""
    raw: dict[str, Any] = {POSITION: draw(NUMBERS)}
    for field in record_type.fields():
        if draw(st.booleans()):
            raw[field.name] = draw(raw_values(field))
    if unknown and draw(st.booleans()):
        raw["from_the_future"] = draw(UNKNOWN)
    return raw


@st.composite
def rows(draw: st.DrawFn, *, max_records: int = 6) -> Any:
    """Draw the rows of a strategy, tombstones and types of a newer version among them."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    keys = [*RECORD_TYPES, "from_the_future"]
    for number in range(draw(st.integers(0, max_records))):
        key = draw(st.sampled_from(keys))
        record_type = RECORD_TYPES.get(key)
        if record_type is None:
            raw = {"title": draw(WORDS), "weights": draw(UNKNOWN)}
        else:
            raw = draw(raw_records(record_type))
        single = record_type is not None and record_type.single
        there = {EXISTS: True} if draw(st.integers(0, 4)) else {}
        found[key, key if single else f"r{number}"] = {**raw, **there}
    return found


@st.composite
def strategies(draw: st.DrawFn) -> Strategy:
    """Draw a strategy of any record types."""
    return build("s", 1, draw(rows()), RECORD_TYPES)
