"""How text is measured, cut and packed before it is drawn."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml.ns import qn

from canvas.domain.messages import say
from canvas.domain.story import Column, FigureCard, Figures, Section, Slide, Table
from canvas.exports.deck.paging import fill_pages, pack
from canvas.exports.deck.typeset import (
    ELLIPSIS,
    LINE,
    Para,
    Run,
    cut,
    em,
    fit,
    height,
    longest_word,
    plain,
    points,
    split,
    width,
    wrap,
)
from canvas.exports.deck.typography import is_right_to_left, typeset_spaces

TEXTS = st.text(
    alphabet=st.sampled_from("abcdéèàçœ ABC 123 -/.,’\n\u00a0\u202f«»日本🥐مخ"), max_size=300
)


def lines_of(text: str, room: float, size: float = 12) -> list[str]:
    return ["".join(t for _, t in line.pieces) for line in wrap(plain(text), room, size)]


def test_a_short_text_takes_one_line():
    assert lines_of("Du pain", 200) == ["Du pain"]


def test_a_text_breaks_where_a_space_is_and_never_at_a_fixed_one():
    fixed = "200\u00a0abonnés"
    assert lines_of(f"cinq sur {fixed}", width("cinq sur 200 ab", 12)) == ["cinq sur ", fixed]


def test_a_word_longer_than_the_line_is_cut_and_nothing_of_it_is_lost():
    lines = lines_of("anticonstitutionnellement", 50)
    assert len(lines) > 1
    assert "".join(lines) == "anticonstitutionnellement"
    assert all(width(line, 12) <= 50 for line in lines)


def test_a_newline_ends_the_line():
    assert lines_of("un\n\ndeux", 200) == ["un", "", "deux"]


def test_a_line_is_as_high_as_its_largest_words():
    small = Para((Run("grand"), Run("\npetit", scale=0.85)))
    assert height([small], 200, 20) == pytest.approx((20 + 17) * LINE)


def test_no_text_is_smaller_than_the_floor():
    assert points(11, 0.72) == 10.0


def test_bold_words_are_wider():
    assert em("boulangerie", True) > em("boulangerie")


def test_side_by_side_boxes_share_the_size_that_the_fullest_needs():
    short, long = [plain("Court")], [plain("Un texte bien plus long " * 6)]
    alone = fit([(short, 200, 60)], (18, 14, 11))
    together = fit([(short, 200, 60), (long, 200, 60)], (18, 14, 11, 8))
    assert alone == 18
    assert together is not None
    assert together < 18


def test_a_text_that_fits_at_no_size_is_said_not_to_fit():
    assert fit([([plain("mot " * 500)], 100, 20)], (18, 11)) is None


@given(TEXTS, st.integers(1, 6), st.floats(30, 300))
def test_a_split_text_is_whole_in_its_two_parts(text, lines, room):
    head, rest = split(plain(text), lines, room, 12)
    joined = head.text + (rest.text if rest else "")
    assert joined.replace("\n", "") == text.replace("\n", "").replace("\t", " ")
    assert len(wrap(head, room, 12)) <= lines


@given(TEXTS, st.integers(1, 4), st.floats(40, 300))
def test_a_cut_text_keeps_to_its_lines_and_shows_that_it_was_cut(text, lines, room):
    short = cut(plain(text), lines, room, 12)
    assert len(wrap(short, room, 12)) <= lines
    assert short.text == text or short.text.endswith(ELLIPSIS)


HEIGHTS = st.lists(st.floats(1, 120), max_size=80)


@given(HEIGHTS, st.floats(20, 300))
def test_packing_loses_no_row_and_keeps_their_order(heights, room):
    rows = [at for page in pack(heights, room) for at in page]
    assert rows == list(range(len(heights)))


@given(HEIGHTS, st.floats(20, 300))
def test_packing_overfills_no_page_and_uses_no_more_pages_than_needed(heights, room):
    pages = pack(heights, room)
    assert len(pages) == len(fill_pages(heights, room))
    for page in pages:
        assert len(page) == 1 or sum(heights[at] for at in page) <= room + 0.02


def test_packing_leaves_no_orphan_row_on_the_last_page():
    assert [len(page) for page in pack([10.0] * 11, 100)] == [6, 5]


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Vraiment ?", "Vraiment\u202f?"),
        ("Vraiment?", "Vraiment\u202f?"),
        ("À retenir : tout", "À retenir\u00a0: tout"),
        ("100 %, 5 €", "100\u202f%, 5\u202f€"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("12 345 abonnés", "12\u202f345\u00a0abonnés"),
        ("l'été", "l’été"),
        ("https://a.fr/?b=1;c", "https://a.fr/?b=1;c"),
        ("à 9:30", "à 9:30"),
    ],
)
def test_french_texts_get_french_spaces(typed, set_):
    assert typeset_spaces(typed, "fr") == set_


def test_english_texts_keep_their_spaces():
    assert typeset_spaces("Really? It's 5 %: yes", "en") == "Really? It’s 5 %: yes"


@given(TEXTS)
def test_setting_the_spaces_twice_changes_nothing_more(text):
    once = typeset_spaces(text, "fr")
    assert typeset_spaces(once, "fr") == once


def test_the_first_letter_decides_the_direction():
    assert is_right_to_left("2027 مخبز")
    assert not is_right_to_left("Pain مخبز")
    assert not is_right_to_left("2027")


UNIT = "4,2\u00a0réactions\u00a0par\u00a0publication\u00a0vidéo"


def drawn(build, body):
    """Return the slide of a block, and the size that UNIT is written at on it."""
    deck = build([Slide(Section.METHOD, say("Unités"), body)])
    slide = Presentation(io.BytesIO(deck)).slides[1]
    (size,) = {
        int(run.get("sz")) / 100
        for run in slide._element.iter(qn("a:rPr"))
        if run.getparent().findtext(qn("a:t"), "") == UNIT
    }
    return slide, size


def test_a_long_unit_is_not_cut_in_a_figure_s_card(build):
    cards = [FigureCard("a", UNIT), FigureCard("b", "1"), FigureCard("c", "2")]
    slide, size = drawn(build, Figures(cards))
    (box,) = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text == UNIT]
    assert longest_word(plain(UNIT, bold=True), size) <= box.width / 12700


def test_a_long_unit_is_not_cut_in_a_table(build):
    columns = [Column("a", 3), Column("b", 3), Column("c", 1, figures=True)]
    slide, size = drawn(build, Table(columns, [["du texte " * 9, "encore " * 9, UNIT]]))
    table = next(s for s in slide.shapes if s.has_table).table
    assert longest_word(plain(UNIT), size) <= table.columns[2].width / 12700
