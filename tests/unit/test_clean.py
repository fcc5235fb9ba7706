"""The gate for every value on its way in."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.clean import MAX_INTEGER, UnusableValueError, clean, clean_text
from tests.unit.values import UNKNOWN


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1bc\x7fd\x85e", "abcde"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("\ufffe\uffff", ""),
        ("one\r\ntwo\rthree\vfour\ffive\tsix", "one\ntwo\nthree\nfour\nfive\tsix"),
        ("e\u0301", "é"),
        ("\u212b", "Å"),
    ],
)
def test_what_no_file_can_hold_is_taken_out(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🍳 👍🏽",
        "\u202bمرحبا\u202c",
        "=cmd()",
        "<script>alert(1)</script>",
        "![x](http://a/b.png)",
        "« 5\u202f% »\u00a0: œuvre",
        "\ufeffstart",
    ],
)
def test_what_people_write_stays_as_it_is(text):
    assert clean_text(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_is_cleaning_once_and_leaves_what_any_file_can_hold(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in once if c not in "\t\n")
    assert json.loads(json.dumps(once).encode("utf-8")) == once


@given(UNKNOWN)
def test_a_sound_value_is_left_alone_at_any_depth(value):
    assert clean({"in": [value]}) == {"in": [value]}


def test_texts_inside_lists_and_objects_are_cleaned_too():
    assert clean({"na\x00me": ["a\r\nb", {"x": "\x07"}]}) == {"name": ["a\nb", {"x": ""}]}


@pytest.mark.parametrize(
    "number",
    [float("nan"), float("inf"), float("-inf"), MAX_INTEGER + 1, -1e16, 10**400],
    ids=str,
)
def test_a_number_that_files_would_change_is_refused_with_its_limit(number):
    with pytest.raises(UnusableValueError, match=str(MAX_INTEGER)):
        clean([number])


def test_only_json_is_a_value():
    with pytest.raises(TypeError):
        clean({1, 2})
