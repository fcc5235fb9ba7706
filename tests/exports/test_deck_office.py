"""What LibreOffice makes of the deck: heights of texts, words on their pages."""

from __future__ import annotations

import pytest

from canvas.domain.messages import say
from canvas.domain.story import Cards, Item, Panel, Section, Slide
from canvas.exports.deck import typeset
from tests.exports.oracle import overflows, words_off_their_page
from tests.exports.render import has_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="LibreOffice (soffice) or pdftoppm is not here"),
]


@pytest.mark.slow
def test_every_text_and_row_of_a_plausible_deck_fits(plausible_deck, tmp_path):
    measured, low = overflows(plausible_deck, tmp_path)
    assert measured > 100
    assert low == []


def test_every_text_and_row_of_an_extreme_deck_fits(extreme_deck, tmp_path):
    measured, low = overflows(extreme_deck, tmp_path)
    assert measured > 400
    assert low == []


def test_a_text_that_is_too_long_for_its_box_would_be_found(build, tmp_path, monkeypatch):
    for function in (typeset.em, typeset._words, typeset.wrap):
        function.cache_clear()
    monkeypatch.setattr(typeset, "SAFETY", 0.5)
    words = Item("un texte qui prend bien plus de place qu’on ne le croit " * 14)
    cards = Cards([Panel("a", [words]), Panel("b", [words]), Panel("c", [words])])
    deck = build([Slide(Section.METHOD, say("Trop"), cards)])
    for function in (typeset.em, typeset._words, typeset.wrap):
        function.cache_clear()
    assert overflows(deck, tmp_path)[1]


def test_every_word_is_on_the_page_of_its_slide_and_inside_it(plausible_deck, tmp_path):
    assert words_off_their_page(plausible_deck, tmp_path) == []
