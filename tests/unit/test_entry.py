"""Reading what a person typed into a field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.domain.clean import MAX_INTEGER
from canvas.i18n import Translator
from canvas.steps.frame.organisation import Organisation
from canvas.ui.components.editor import shown_figure
from canvas.ui.entry import NotANumberError, read_number, read_typed
from tests.unit.test_fields import KINDS

TRANSLATORS = {language: Translator(language) for language in ("fr", "en")}


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        ("1234", 1234, 1234),
        ("1 234,5", 1234.5, 1234.5),
        ("1\u202f234\u00a0567", 1234567, 1234567),
        ("1'234", 1234, 1234),
        ("12 %", 12, 12),
        ("2 400 €", 2400, 2400),
        ("$1,500", 1.5, 1500),
        ("1.500", 1500, 1.5),
        ("1,5", 1.5, 1.5),
        ("1.5", 1.5, 1.5),
        ("0.500", 0.5, 0.5),
        ("0,500", 0.5, 0.5),
        ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5),
        ("1.234.567,8", 1234567.8, 1234567.8),
        ("\u22125", -5, -5),
        ("+3", 3, 3),
        (",5", 0.5, 0.5),
        ("5,", 5, 5),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(typed, french, english):
    assert read_number(typed, "fr") == french
    assert read_number(typed, "en") == english


@pytest.mark.parametrize(
    "typed",
    ["", " ", "abc", "1e5", "1.2.2026", "12/10", "1,2,3", "1,,5", "--5", "1-2", "nan", "inf",
     "٣", "10h", "9" * 400, "=1+1", "0x10", "1.2,3.4"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_no_number_is_never_taken_for_one(typed, language):
    assert read_number(typed, language) is None


@given(
    st.integers(-MAX_INTEGER, MAX_INTEGER)
    | st.floats(-1e9, 1e9).map(lambda number: round(number, 4)),
    st.sampled_from(["fr", "en"]),
)
def test_a_number_shown_can_be_typed_again_as_it_stands(number, language):
    shown = TRANSLATORS[language].number(number, decimals=6)
    assert read_number(shown, language) == number


@given(st.integers(0, 10**12), st.sampled_from(["fr", "en"]))
def test_an_amount_shown_can_be_typed_again_to_the_cent(cents, language):
    tr = TRANSLATORS[language]
    assert read_typed(KINDS["money"], shown_figure(KINDS["money"], cents, tr), tr) == cents


@pytest.mark.parametrize(
    ("kind", "typed", "raw"),
    [
        ("money", "19,99", 1999),
        ("share", "12,5 %", 0.125),
        ("whole", "1 200", 1200),
        ("number", "1,50", 1.5),
        ("whole", None, None),
        ("whole", 12, 12),
        ("text", "12,5", "12,5"),
        ("rating", 3, 3),
    ],
)
def test_money_is_kept_in_cents_and_a_percentage_as_a_ratio(kind, typed, raw):
    found = read_typed(KINDS[kind], typed, TRANSLATORS["fr"])
    assert found == raw
    assert type(found) is type(raw)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“a lot” is not a number: write digits, such as 1,234.5."),
        ("fr", "« a lot » n’est pas un nombre"),
    ],
)
def test_what_is_no_number_is_refused_with_an_example(language, sentence):
    tr = TRANSLATORS[language]
    with pytest.raises(NotANumberError) as refused:
        read_typed(KINDS["money"], "a lot", tr)
    assert tr(refused.value.say()).replace("\u00a0", " ").startswith(sentence)


def test_a_year_is_shown_without_a_separator_and_a_count_with_one():
    founded = Organisation.field("founded")
    for tr in TRANSLATORS.values():
        assert shown_figure(founded, 1987, tr) == "1987"
        assert shown_figure(KINDS["whole"], 1987, tr) != "1987"
