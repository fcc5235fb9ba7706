"""How records are put into words."""

import datetime as dt

from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.steps.common import Priority
from canvas.steps.frame.people import Person
from canvas.steps.wording import figure, from_to, listed, name_of, names_of, shorten, shown

en = Translator("en")


def test_a_text_of_the_user_stays_as_it_is_and_a_choice_shows_its_words():
    assert shown("Taste {it}") == "Taste {it}"
    assert en(shown(Priority.HIGH)) == "High"
    assert en(shown(dt.date(2027, 3, 1))) == "1 March 2027"
    assert shown(None) == ""


def test_zero_is_a_figure_and_nothing_is_none():
    assert en(figure(0, "visits")) == "0\u00a0visits"
    assert figure(None, "visits") == ""


def test_a_target_is_shown_with_or_without_its_starting_value():
    assert en(from_to(0, 60, "%")) == "0 → 60%"
    assert en(from_to(None, 60)) == "→ 60"
    assert from_to(None, None) == ""


def test_a_list_leaves_out_what_is_empty():
    assert listed(("Bread", "", "Cake {x}")) == "Bread · Cake {x}"
    assert en(listed((shown(Priority.LOW), "", "Cake {x}"))) == "Low · Cake {x}"
    assert listed(()) == ""


def test_a_long_text_is_cut_between_two_words():
    assert shorten("Fill the workshop.\nEvery Saturday.") == "Fill the workshop"
    assert shorten("Fill the Saturday workshop", 20) == "Fill the Saturday…"
    assert len(shorten("x" * 300, 60)) == 60


def test_a_link_to_a_deleted_record_has_no_name():
    strategy = Strategy("s", 1, {"person": (Person(id="p", name="Camille"),)})
    assert name_of(strategy, "p") == "Camille"
    assert name_of(strategy, "gone") == ""
    assert names_of(strategy, ("gone", "p")) == ("Camille",)
