"""What LibreOffice makes of the deck: heights of texts, words on their pages."""

from __future__ import annotations

import re
import subprocess
import unicodedata

import pytest
from lxml import etree

from canvas.domain.messages import say
from canvas.domain.story import Cards, Item, Panel, Section, Slide
from canvas.exports.deck import typeset
from tests.exports.oracle import overflows, words_by_page
from tests.exports.render import convert, has_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="LibreOffice (soffice) or pdftoppm is not here"),
]


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
    source = tmp_path / "deck.pptx"
    source.write_bytes(plausible_deck)
    pdf = convert(source, tmp_path)
    boxes = tmp_path / "words.html"
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(boxes)], check=True)
    pages = list(etree.fromstring(boxes.read_bytes()).iter("{*}page"))
    slides = words_by_page(plausible_deck)
    assert len(pages) == len(slides)
    for number, (page, said) in enumerate(zip(pages, slides, strict=True), start=1):
        wide, high = float(page.get("width")), float(page.get("height"))
        printed = ""
        for word in page.iter("{*}word"):
            x, y = float(word.get("xMin")), float(word.get("yMin"))
            right, bottom = float(word.get("xMax")), float(word.get("yMax"))
            assert x >= -1, (number, word.text)
            assert y >= -1, (number, word.text)
            assert right <= wide + 1, (number, word.text)
            assert bottom <= high + 1, (number, word.text)
            printed += letters(word.text or "")
        missing = [w for w in re.split(r"[\s\-–/]+", said) if letters(w) not in printed]
        assert missing == [], number


def letters(text: str) -> str:
    """Return letters and digits only, ligatures apart, since a word may be cut by its line."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if c.isalnum())
