"""What each kind of field accepts, how it says no, and the one way it keeps a value."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.kinds import Field
from canvas.i18n import Translator
from canvas.steps import RECORD_TYPES
from tests.unit.values import PICTURES, raw_values

EN = Translator("en")
FR = Translator("fr")


class Size(Choice):
    SMALL = "small", "Small"
    LARGE = "large", "Large"


def field(declare, *arguments, **options):
    """Return the field that one of the declaring functions makes."""
    slot = declare(*arguments, label="Colour", help="Say it.", **options)
    return dataclasses.replace(slot.metadata["field"], name="it")


KINDS = {
    "text": field(fields.text, max_chars=5),
    "long_text": field(fields.long_text, max_chars=50),
    "url": field(fields.url),
    "color": field(fields.color),
    "lines": field(fields.lines, max_items=2, max_chars=5),
    "choice": field(fields.choice, Size),
    "choices": field(fields.choices, Size),
    "flag": field(fields.flag),
    "number": field(fields.number, minimum=-1),
    "whole": field(fields.whole, maximum=2_000),
    "year": field(fields.whole, minimum=2_000, grouped=False),
    "money": field(fields.money),
    "share": field(fields.share),
    "rating": field(fields.rating),
    "date": field(fields.date),
    "time": field(fields.time),
    "picture": field(fields.picture),
    "link": field(fields.link, "person"),
    "links": field(fields.links, "person"),
}

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "é", "é"),
        ("text", "one\n two", "one two"),
        ("long_text", "one\ntwo", "one\ntwo"),
        ("lines", [" a ", "", "b\nc"], ("a", "b", "c")),
        ("choice", "large", Size.LARGE),
        ("choices", ["large", "small", "large"], (Size.SMALL, Size.LARGE)),
        ("flag", True, True),
        ("number", 1.5, 1.5),
        ("whole", 3.0, 3),
        ("money", 1_999, 1_999),
        ("date", "2026-10-01", dt.date(2026, 10, 1)),
        ("time", "09:05", dt.time(9, 5)),
        ("links", ["a", "b", "a"], ("a", "b")),
    ],
)
def test_a_raw_value_becomes_what_a_record_holds(kind, raw, value):
    found = KINDS[kind].parse(raw)
    assert found == value
    assert type(found) is type(value)
    assert KINDS[kind].parse(KINDS[kind].dump(found)) == value


@each_kind
def test_nothing_is_empty_and_empty_is_nothing(kind):
    of_kind = KINDS[kind]
    assert of_kind.parse(None) == of_kind.empty
    assert of_kind.dump(of_kind.empty) is None
    assert of_kind.problem(None) is None
    assert of_kind.stored(None) is None


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("text", 5),
        ("long_text", ["a"]),
        ("color", "teal"),
        ("color", "#0F766E\n"),
        ("lines", "a"),
        ("lines", ["a", 1]),
        ("choice", "huge"),
        ("choice", 1),
        ("choice", ["small"]),
        ("choices", "small"),
        ("choices", [["small"]]),
        ("flag", 1),
        ("flag", "yes"),
        ("number", "1"),
        ("number", True),
        ("number", float("nan")),
        ("number", float("inf")),
        ("whole", 1.5),
        ("whole", float("-inf")),
        ("whole", float("nan")),
        ("money", -1),
        ("share", 1.01),
        ("rating", 6),
        ("date", "2026-02-30"),
        ("date", "20261001"),
        ("date", "1/10/2026"),
        ("time", "24:00"),
        ("time", "9:05"),
        ("picture", "hello"),
        ("picture", 1),
        ("picture", "é"),
        ("picture", "iVBORw0KGgo="),
        ("picture", PICTURES[0] + "AAAA"),
        ("picture", "A" * 60_004),
        ("link", "a b"),
        ("link", ""),
        ("links", ["a", None]),
        ("links", {"a": 1}),
    ],
)
def test_what_does_not_fit_is_answered_with_a_sentence_in_both_languages(kind, raw):
    said = KINDS[kind].problem(raw)
    assert said is not None
    for tr in (EN, FR):
        assert tr(said).endswith((".", "…"))


@pytest.mark.parametrize(
    ("kind", "raw", "sentence"),
    [
        (
            "text",
            "longer",
            "“Colour” holds up to 5 characters and this text has 6: "
            "shorten it, it is still in the field.",
        ),
        ("lines", ["a", "b", "c"], "“Colour” holds up to 2 lines and this has 3: shorten it."),
        (
            "lines",
            ["longer"],
            "A line of “Colour” holds up to 5 characters and “longer…” has 6: "
            "shorten it, it is still in the field.",
        ),
        ("whole", 2_500, "“Colour” cannot be above 2,000; you wrote 2,500."),
        ("year", 1_999, "“Colour” cannot be below 2000; you wrote 1999."),
        ("money", -150, "“Colour” cannot be below 0; you wrote −1.5."),
        ("share", 1.5, "“Colour” cannot be above 100%; you wrote 150%."),
        ("whole", 1.5, "“Colour” is a whole number; you wrote 1.5."),
        ("date", "tomorrow", "“tomorrow” is not a date: write it as 2027-03-31."),
        ("color", "teal", "“teal” is not a colour: write it as #0F766E."),
        ("flag", "yes", "“yes” does not fit in “Colour”."),
    ],
)
def test_a_refusal_names_the_field_the_limit_and_what_was_written(kind, raw, sentence):
    assert EN(KINDS[kind].problem(raw)) == sentence


def test_a_value_is_kept_in_one_way_however_it_was_written():
    assert KINDS["choices"].stored(["large", "small"]) == ["small", "large"]
    assert KINDS["lines"].stored(["a\nb", " "]) == ["a", "b"]
    assert KINDS["text"].stored("") is None
    assert KINDS["flag"].stored(False) is None
    assert KINDS["links"].stored([]) is None


def test_the_default_is_kept_as_nothing_since_nothing_reads_as_the_default():
    sized = field(fields.choice, Size, default=Size.SMALL)
    assert sized.stored("small") is None
    assert sized.stored("large") == "large"
    counted = field(fields.whole, default=1)
    assert counted.stored(1) is None
    assert counted.stored(0) == 0


def test_a_code_that_this_version_does_not_know_is_kept_as_it_came():
    assert KINDS["choice"].stored("huge") == "huge"
    assert KINDS["choices"].stored(["huge", "small"]) == ["huge", "small"]


@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES)
@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_every_declared_field_gives_back_what_it_was_given(record_type, data):
    for declared in record_type.fields():
        raw = data.draw(raw_values(declared), label=declared.name)
        value = declared.parse(raw)
        assert declared.dump(value) == raw
        assert declared.parse(declared.dump(value)) == value
        assert declared.stored(raw) in (raw, None)
        assert declared.problem(raw) is None
        Draft202012Validator(declared.schema()).validate(raw)


def test_a_kind_without_its_own_rules_cannot_be_used():
    bare = Field(label="Bare", help="None.")
    with pytest.raises(NotImplementedError):
        bare.parse("x")
    with pytest.raises(NotImplementedError):
        bare.schema()
