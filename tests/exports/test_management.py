"""The decks of the examples: short for management, complete on demand."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter

import pytest
from pptx import Presentation

from canvas.domain.story import Section, Slide
from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.services import Person, documents, exchange, open_strategies
from tests.exports.lint import problems
from tests.exports.oracle import overflows, words_off_their_page
from tests.exports.reading import slides, texts, titles
from tests.exports.render import has_office

TODAY = dt.date(2026, 11, 22)
LANGUAGES = ("fr", "en")

# What a strategy shown to management must hold: the step and the kind of block.
NEEDED = Counter(
    {
        ("frame", "Cards"): 1,  # situation
        ("audit", "Table"): 2,  # accounts, crossroads
        ("audit", "ChartTable"): 1,  # competitors
        ("audit", "Quadrants"): 2,  # SWOT, what comes of it
        ("audit", "Bullets"): 1,  # portrait
        ("objectives", "Banner"): 1,  # missions
        ("objectives", "Table"): 1,  # priorities
        ("personas", "Profile"): 1,
        ("personas", "Table"): 1,  # content matrix
        ("segments", "Table"): 1,
        ("networks", "Table"): 1,  # choice of networks
        ("plan", "Cards"): 1,  # editorial line
        ("plan", "Table"): 2,  # rhythm, actions
        ("plan", "Month"): 1,
        ("attitudes", "Bullets"): 1,  # charter
        ("attitudes", "Table"): 1,  # roles
        ("resources", "Triangle"): 1,
        ("resources", "Table"): 1,  # budget
        ("measure", "Figures"): 1,
    }
)


@pytest.fixture(scope="module")
def examples(tmp_path_factory) -> dict[str, Strategy]:
    folder = tmp_path_factory.mktemp("store")
    service, person = open_strategies(f"sqlite:///{folder}/x.sqlite3"), Person("Me")
    return {
        name: service.open(exchange.open_example(service, person, name), person)
        for name in exchange.EXAMPLES
    }


@pytest.fixture(scope="module")
def decks(examples) -> dict[tuple[str, str], bytes]:
    return {
        (name, language): documents.deck(strategy, Translator(language), TODAY)
        for name, strategy in examples.items()
        for language in LANGUAGES
    }


@pytest.mark.parametrize("name", exchange.EXAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deck_for_management_is_short_and_clean(decks, name, language):
    deck = decks[name, language]
    assert 24 <= len(slides(deck)) <= 33
    assert problems(deck, leftovers=False) == []  # “None of the 14 uses it” is a sentence


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_management_sees_every_part_of_the_strategy(examples, decks, name):
    strategy, tr = examples[name], Translator("en")
    shown = [p for p in documents.story(strategy) if isinstance(p, Slide) and not p.detail]
    found = Counter((slide.step, type(slide.body).__name__) for slide in shown)
    assert NEEDED - found == Counter()
    said = titles(decks[name, "en"])
    for slide in shown:
        title = tr(slide.title).replace("\u00a0", " ")
        assert any(t.replace("\u00a0", " ").startswith(title) for t in said), title
    assert "decisions to take today" in said[-1] or "open" in said[-1]


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_the_deck_opens_with_a_summary_that_answers_seven_questions(decks, name):
    cover, summary, *_ = slides(decks[name, "en"])
    assert "Social media strategy" in texts(cover)
    said = texts(summary)
    assert "In short" in said
    assert [n for n in "1234567" if f"\n{n}\n" not in said] == []
    assert "31\u00a0December\u00a02027" in summary.shapes.title.text_frame.text


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_every_decision_has_a_person_and_a_day(decks, name):
    (page,) = [s for s in slides(decks[name, "en"]) if "to take today" in texts(s)]
    assert "To be decided" not in texts(page)


@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_a_person_s_card_takes_one_slide_and_all_cards_one_size(decks, name):
    for language in LANGUAGES:
        pages = [s for s in slides(decks[name, language]) if _is_card(s)]
        sizes = {size for page in pages for size in _sizes_on_panels(page)}
        assert len({_name(page) for page in pages}) == len(pages) >= 2
        assert len(sizes) == 1


def _is_card(slide) -> bool:
    return any(s.has_text_frame and s.width == s.height > 900_000 for s in slide.shapes)


def _name(slide) -> str:
    return slide.shapes.title.text_frame.text.split(":")[0]


def _sizes_on_panels(slide) -> set[float]:
    panels = [s for s in slide.shapes if s.has_text_frame and s.left > 3_200_000]
    return {
        run.font.size.pt
        for shape in panels
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs[:1]
        if run.font.bold and not shape.is_placeholder
    }


def test_the_complete_deck_holds_what_management_sees_and_far_more(examples, decks):
    deck = documents.deck(examples["bakery"], Translator("fr"), TODAY, complete=True)
    assert problems(deck) == []
    assert len(slides(deck)) > 2 * len(slides(decks["bakery", "fr"]))
    # What has one page for management has as many as it needs here.
    whole = {*titles(deck), *(title.removesuffix(" (1/2)") for title in titles(deck))}
    assert set(titles(decks["bakery", "fr"])) <= whole


def test_an_empty_strategy_gives_a_short_valid_deck():
    for complete in (False, True):
        deck = documents.deck(Strategy("empty"), Translator("fr"), TODAY, complete=complete)
        assert problems(deck) == []
        assert len(slides(deck)) <= 8


def test_french_spaces_are_not_forced_on_english_texts(decks):
    said = "\n".join(texts(slide) for slide in slides(decks["software", "fr"]))
    assert "Film: Monday morning" in said
    assert "Film\u00a0: Monday" not in said


def test_what_was_due_before_the_start_stands_first(decks):
    page = next(s for s in slides(decks["software", "en"]) if "actions to carry" in texts(s))
    table = next(s for s in page.shapes if s.has_table).table
    assert [row.cells[0].text for row in list(table.rows)[1:6]] == [
        *["Before the start"] * 4,
        "First quarter",
    ]


def test_later_instalments_are_not_asked_for_today(decks):
    (page,) = [s for s in slides(decks["software", "en"]) if "to take today" in texts(s)]
    assert "Grant €8,000" in texts(page)
    assert "Grant €5,000" not in texts(page)
    assert "Approve a budget" not in texts(page)


def test_what_gives_way_is_not_what_was_paid_for(decks):
    page = next(s for s in slides(decks["software", "en"]) if "What gives way" in texts(s))
    assert "A podcast with planners" in texts(page)
    assert "One workshop film a fortnight" not in texts(page)


# --- What LibreOffice makes of them ------------------------------------------------------

office = pytest.mark.skipif(not has_office(), reason="LibreOffice or pdftoppm is not here")


@pytest.mark.office
@office
@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_every_text_and_row_of_an_example_fits(decks, name, tmp_path):
    measured, low = overflows(decks[name, "fr"], tmp_path)
    assert measured > 200
    assert low == []


@pytest.mark.office
@office
@pytest.mark.parametrize("name", exchange.EXAMPLES)
def test_every_word_of_an_example_is_on_its_page(decks, name, tmp_path):
    assert words_off_their_page(decks[name, "en"], tmp_path) == []


def test_sections_without_slides_are_not_in_the_deck(decks):
    root = Presentation(io.BytesIO(decks["bakery", "en"])).part._element
    names = [e.get("name") for e in root.iter("{*}section")]
    assert names[1] == Section.SUMMARY.value
    assert Section.APPENDIX.value not in names
