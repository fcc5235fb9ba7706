"""Words, numbers, money and dates as French and English readers write them.

`_` stands for U+00A0 and `|` for U+202F, which look alike in an editor.
"""

import datetime as dt

import pytest

from canvas.domain.messages import Money, Share, say, say_count
from canvas.i18n import Translator, best_language
from canvas.steps.audit.swot import SwotItem

FR = Translator("fr")
EN = Translator("en")
FIRST = dt.date(2026, 10, 1)


def spaced(text):
    return text.replace("_", "\u00a0").replace("|", "\u202f")


@pytest.mark.parametrize(
    ("number", "french", "english"),
    [
        (0, "0", "0"),
        (1234.5, "1|234,5", "1,234.5"),
        (1_000_000, "1|000|000", "1,000,000"),
        (-1234, "-1|234", "-1,234"),
        (0.125, "0,12", "0.12"),
        (-0.001, "0", "0"),
    ],
)
def test_a_number_has_the_separators_of_its_reader(number, french, english):
    assert FR.number(number) == spaced(french)
    assert EN.number(number) == english


def test_a_year_is_not_written_in_groups_of_three():
    assert FR.number(2026, grouped=False) == EN.number(2026, grouped=False) == "2026"


@pytest.mark.parametrize(
    ("minor", "currency", "french", "english"),
    [
        (240_000, "EUR", "2|400_€", "€2,400"),
        (1_999, "EUR", "19,99_€", "€19.99"),
        (-5, "EUR", "-0,05_€", "-€0.05"),
        (240_000, "CHF", "2|400_CHF", "CHF_2,400"),
        (240_050, "CHF", "2|400,50_CHF", "CHF_2,400.50"),
        (-240_000, "CHF", "-2|400_CHF", "-CHF_2,400"),
        (240_000, "MAD", "2|400_MAD", "MAD_2,400"),
        (240_000, "XOF", "2|400_F|CFA", "F|CFA_2,400"),
        (240_000, "CAD", "2|400_$CA", "CA$2,400"),
        (240_000, "GBP", "2|400_£GB", "£2,400"),
    ],
)
def test_an_amount_shows_its_currency_and_cents_only_where_there_are_some(
    minor, currency, french, english
):
    assert FR.money(Money(minor, currency)) == spaced(french)
    assert EN.money(Money(minor, currency)) == spaced(english)


@pytest.mark.parametrize(
    ("ratio", "french", "english"),
    [(0.05, "5|%", "5%"), (0.125, "12,5|%", "12.5%"), (1.5, "150|%", "150%"), (-0.0, "0|%", "0%")],
)
def test_a_ratio_is_shown_as_a_percentage(ratio, french, english):
    assert FR.share(ratio) == spaced(french)
    assert EN.share(ratio) == english


@pytest.mark.parametrize(
    ("style", "french", "english"),
    [
        ("long", "1er octobre 2026", "1 October 2026"),
        ("full", "jeudi 1er octobre 2026", "Thursday, 1 October 2026"),
        ("medium", "1er oct. 2026", "1 Oct 2026"),
        ("d MMMM", "1er octobre", "1 October"),
        ("short", "01/10/2026", "01/10/2026"),
    ],
)
def test_the_first_of_the_month_is_an_ordinal_in_french_words_only(style, french, english):
    assert FR.date(FIRST, style) == french
    assert EN.date(FIRST, style) == english


@pytest.mark.parametrize(
    ("day", "french"),
    [(2, "2 octobre 2026"), (11, "11 octobre 2026"), (31, "31 octobre 2026")],
)
def test_other_days_are_plain_numbers(day, french):
    assert FR.date(FIRST.replace(day=day)) == french


def test_months_weekdays_and_times_are_words_of_the_language():
    assert (FR.month(FIRST), EN.month(FIRST)) == ("octobre 2026", "October 2026")
    assert (FR.short_month(FIRST), EN.short_month(FIRST)) == ("oct.", "Oct")
    assert (FR.weekday(FIRST), EN.weekday(FIRST)) == ("jeudi", "Thursday")
    assert (FR.time(dt.time(9, 5)), EN.time(dt.time(9, 5))) == (spaced("9_h_05"), "09:05")


@pytest.mark.parametrize(
    ("items", "french", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a et b", "a and b"),
        (["a", "b", "c"], "a, b et c", "a, b and c"),
    ],
)
def test_a_list_is_enumerated(items, french, english):
    assert FR.enumeration(items) == french
    assert EN.enumeration(items) == english


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [
        (0, "Nous avons 0 compte.", "We have 0 accounts."),
        (1, "Nous avons 1 compte.", "We have 1 account."),
        (2, "Nous avons 2 comptes.", "We have 2 accounts."),
        (1_200, "Nous avons 1|200 comptes.", "We have 1,200 accounts."),
    ],
)
def test_zero_is_singular_in_french_and_plural_in_english(count, french, english):
    said = say_count("We have {n} account.", "We have {n} accounts.", count)
    assert FR(said) == spaced(french)
    assert EN(said) == english


def test_what_stands_inside_a_sentence_follows_the_readers_language():
    inside = (Money(240_000, "CHF"), Share(0.5), FIRST, dt.time(14, 2), 1234.5, None)
    said = say("{list} · {choice} · {label}", list=inside, choice=None, label=say("Yes"))
    assert FR(said).startswith(spaced("2|400_CHF, 50|%, 1er octobre 2026, 14_h_02, 1|234,5 et  · "))
    assert EN(said).startswith(spaced("CHF_2,400, 50%, 1 October 2026, 14:02, 1,234.5 and  · "))


def test_a_choice_is_shown_by_its_words():
    choice = next(iter(SwotItem.field("quadrant").choices))
    assert EN.value(choice) == EN.label(choice) == choice.label
    assert FR.value(choice) == FR.label(choice) != choice.label
    assert FR.label(None) == ""


def test_braces_and_percent_signs_typed_by_a_user_are_only_text():
    said = say("“{value}” does not fit in “{field}”.", value="{field} %s {0}", field="x")
    assert EN(said) == "“{field} %s {0}” does not fit in “x”."
    assert EN.said("{field}") == "{field}"


def test_two_readers_in_one_process_each_have_their_language():
    said = say("Settings")
    assert (FR(said), EN(said), FR(said)) == ("Réglages", "Settings", "Réglages")


@pytest.mark.parametrize(
    ("locale", "language"),
    [("fr-CA", "fr"), ("FR", "fr"), ("en-US", "en"), ("de-DE", "en"), (None, "fr"), ("", "fr")],
)
def test_the_browsers_language_decides_at_first(locale, language):
    assert best_language(locale) == language


def test_accents_and_capitals_do_not_decide_the_order_of_words():
    words = ["zèbre", "Été", "abeille", "étage"]
    assert sorted(words, key=FR.collate) == ["abeille", "étage", "Été", "zèbre"]
