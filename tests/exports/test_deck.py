"""The deck that a consultant hands over."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from canvas.domain.messages import say
from canvas.domain.story import (
    Banner,
    Bullets,
    Cards,
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Decision,
    FigureCard,
    Figures,
    Gap,
    Item,
    Ladder,
    Month,
    Panel,
    Profile,
    Quadrants,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    Triangle,
)
from canvas.exports.deck.files import MASTER
from canvas.exports.deck.master import build_master
from canvas.exports.deck.theme import ENOUGH, THEME, Palette, contrast
from canvas.i18n.translator import Translator
from tests.exports import samples
from tests.exports.lint import problems
from tests.exports.reading import all_texts, notes, slides, texts, titles


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


# What a careful reader would find


def test_a_plausible_deck_has_nothing_to_hold_against_it(plausible_deck):
    assert problems(plausible_deck) == []


def test_an_english_deck_has_nothing_to_hold_against_it(english_deck):
    assert problems(english_deck) == []


def test_too_much_of_everything_still_makes_a_clean_deck(extreme_deck):
    assert problems(extreme_deck, leftovers=False) == []


@pytest.mark.parametrize(
    "brand", ["#FFD400", "#E30613", "7F7F7F", "#000000", "#00B5E2", "no colour"]
)
def test_any_brand_colour_gives_texts_that_can_be_read(build, brand):
    deck = build(samples.plausible(), brand=brand)
    assert problems(deck) == []


def test_the_brand_colour_becomes_the_theme_s_accent(build):
    with zipfile.ZipFile(io.BytesIO(build(samples.english(), brand="#e30613"))) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="E30613"/>' in theme


def test_decks_follow_the_open_xml_schema(plausible_deck, extreme_deck, english_deck, tmp_path):
    from openxml_audit import OpenXmlValidator

    decks = {"plausible": plausible_deck, "extreme": extreme_deck, "english": english_deck}
    for name, deck in decks.items():
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(deck)
        result = OpenXmlValidator().validate(str(path))
        assert [str(error) for error in result.errors] == [], name


# An empty strategy, and parts of one


def test_a_strategy_with_nothing_but_gaps_gives_a_short_valid_deck(build):
    deck = build([Gap(say("The SWOT"), say("Nobody sees what it builds on."), "audit")], title="")
    assert problems(deck) == []
    assert len(slides(deck)) == 2


def test_nothing_at_all_gives_a_cover(build):
    deck = build([])
    assert problems(deck) == []
    assert len(slides(deck)) == 1


EMPTY = [
    Bullets([]), Bullets([Panel("")]), Cards([]), Cards([Panel("")]), Banner(""),
    Banner("", [Panel("a")]), Profile("", [], "", []), Table([], []), Table([Column("a")], []),
    Table([Column("a"), Column("b")], [[], ["1", "2", "3"]]),
    Quadrants([Panel("")] * 4, ("", ""), ("", "")), Chart(ChartKind.BARS, [], []),
    Chart(ChartKind.LINES, ["a"], [Series("x", [])]), Figures([]), Figures([FigureCard("", "")]),
    Triangle(("", "", ""), (0, 0, 0)), Month(2026, 2, []), Ladder([]), Ladder([Panel("")] * 2),
    Table([Column("a")], [[Cell("", items=[Item("")])]]),
    ChartTable(Chart(ChartKind.BARS, [], []), Table([], [])),
    ChartTable(Chart(ChartKind.BARS, ["a"], [Series("x", [1])]), Table([Column("a")], [])),
]  # fmt: skip


@pytest.mark.parametrize("block", EMPTY, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("language", samples.ALL_LANGUAGES)
def test_an_empty_block_breaks_nothing(build, block, language):
    deck = build([Slide(Section.METHOD, say("Rien encore"), block)], language)
    assert problems(deck) == []


# Order, sections, cover, footers


def test_slides_stand_in_the_order_of_the_questions(plausible_deck):
    kickers = [
        next((p.text_frame.text for p in s.placeholders if p.placeholder_format.idx == 21), "")
        for s in slides(plausible_deck)[1:]
    ]
    tr = Translator("fr")
    order = [tr(section.value) for section in Section]
    assert [order.index(kicker) for kicker in kickers] == sorted(map(order.index, kickers))


def test_the_deck_is_divided_into_sections_that_hold_every_slide(plausible_deck):
    root = Presentation(io.BytesIO(plausible_deck)).part._element
    names = [e.get("name") for e in root.iter("{*}section")]
    assert len(names) == 1 + len(Section)
    assert len(list(root.iter("{*}section"))) == len(names)


def test_the_cover_says_whose_strategy_which_day_and_which_revision(plausible_deck):
    cover = texts(slides(plausible_deck)[0])
    assert "Boulangerie du Port 2027" in cover
    assert "5 octobre 2026" in cover.replace("\u00a0", " ")
    assert "42" in cover


def test_every_slide_has_its_number_as_a_field_and_the_strategy_s_name(plausible_deck):
    for number, slide in enumerate(slides(plausible_deck)[1:], start=2):
        field = next(slide._element.iter(qn("a:fld")))
        assert (field.get("type"), field.find(qn("a:t")).text) == ("slidenum", str(number))
        assert "Boulangerie du Port 2027" in texts(slide)


def test_titles_take_two_lines_at_most_and_no_two_are_the_same(build):
    long = say("Titre {words}", words="sans fin " * 60)
    deck = build([Slide(Section.METHOD, long, Banner("Un mot"))] * 3)
    assert len(set(titles(deck))) == 4
    assert problems(deck) == []
    assert ("sans fin " * 60).strip() in notes(deck)


def test_layouts_are_named_in_the_language_of_the_deck(english_deck):
    names = [layout.name for layout in Presentation(io.BytesIO(english_deck)).slide_layouts]
    assert names == [
        "Cover", "Divider", "Title and text", "Title alone", "Chart and comment", "Title and table",
    ]  # fmt: skip


def test_properties_say_title_author_and_language(build):
    properties = Presentation(io.BytesIO(build([], author="Nora"))).core_properties
    assert properties.title == "Boulangerie du Port 2027"
    assert (properties.author, properties.language) == ("Nora", "fr-FR")


def test_every_run_carries_the_language_of_the_deck(plausible_deck, english_deck):
    for deck, lang in ((plausible_deck, "fr-FR"), (english_deck, "en-GB")):
        for slide in slides(deck):
            found = {run.get("lang") for run in slide._element.iter(qn("a:rPr"))}
            assert found == {lang}


def test_notes_hold_what_to_say_and_the_source(plausible_deck):
    said = notes(plausible_deck)
    assert "rangés par poids" in said
    assert "atelier d’audit du 8\u00a0septembre 2026" in said


# Decisions and open points


def test_decisions_are_asked_for_with_who_and_when(plausible_deck):
    slide = next(s for s in slides(plausible_deck) if "Fermer le compte TikTok" in texts(s))
    said = texts(slide)
    assert "Karim" in said
    assert "15 octobre 2026" in said.replace("\u00a0", " ")
    assert slide.shapes.title.text_frame.text.startswith("3")


def test_open_points_say_what_is_missing_and_at_which_step(plausible_deck):
    said = texts(slides(plausible_deck)[-1])
    assert "The crisis plan" in said
    assert "A single bad review" in said


# Nothing is lost


def test_every_item_of_four_full_quadrants_is_in_the_deck(build):
    words = "un constat assez long pour prendre deux lignes sur la diapositive"
    panels = [
        Panel(f"P{p}", [Item(f"{p}-{n:02d} {words}") for n in range(20)], Tone.STRENGTH)
        for p in range(4)
    ]
    body = Quadrants(panels, ("Interne", "Externe"), ("Aide", "Frein"))
    deck = build([Slide(Section.SITUATION, say("Trop"), body)])
    found = all_texts(deck)
    assert all(f"{p}-{n:02d}" in found for p in range(4) for n in range(20))


def test_a_long_table_shows_or_counts_every_row(build):
    rows = [[f"ligne-{n:03d}", "du texte"] for n in range(200)]
    deck = build([Slide(Section.METHOD, say("Long"), Table([Column("a"), Column("b")], rows))])
    said, noted = all_texts(deck), notes(deck)
    shown = sum(f"ligne-{n:03d}" in said for n in range(200))
    counted = re.search(r"\+\s(\d+)", said)
    assert counted
    assert shown + int(counted[1]) == 200
    assert all(f"ligne-{n:03d}" in said + noted for n in range(200))


def test_a_table_continues_with_its_heading_and_its_page_in_the_title(build):
    rows = [[f"ligne {n}", "du texte"] for n in range(40)]
    deck = build([Slide(Section.METHOD, say("Long"), Table([Column("Tête"), Column("b")], rows))])
    pages = [s for s in slides(deck) if s.shapes.title.text_frame.text.startswith("Long")]
    assert [p.shapes.title.text_frame.text for p in pages] == [
        f"Long ({n}/{len(pages)})" for n in range(1, len(pages) + 1)
    ]
    assert len(pages) > 1
    assert all("Tête" in texts(page) for page in pages)
    counts = [len(next(s for s in p.shapes if s.has_table).table.rows) for p in pages]
    assert max(counts) - min(counts) <= 2


def test_a_column_that_nobody_filled_in_is_left_out(build):
    table = Table(
        [Column("Plein"), Column("Vide"), Column("Autre")], [["a", "", "b"], ["c", "", ""]]
    )
    deck = build([Slide(Section.METHOD, say("Table"), table)])
    said = texts(slides(deck)[1])
    assert "Plein" in said
    assert "Autre" in said
    assert "Vide" not in said


def test_every_step_s_story_of_an_empty_strategy_makes_a_clean_deck(build):
    from canvas.domain.strategy import Strategy
    from canvas.steps import STEPS

    pieces = [piece for step in STEPS for piece in step.story(Strategy("empty"))]
    deck = build(pieces, step_titles={step.key: step.title for step in STEPS})
    assert problems(deck) == []


@pytest.mark.parametrize(
    "body",
    [
        lambda text: Bullets([Panel("a", [Item(text)]), Panel("b", [Item("x")])]),
        lambda text: Cards([Panel("a", [Item(text)]), Panel("b", [Item("x")])]),
        lambda text: Banner(text, [Panel("b", [Item("x")])]),
        lambda text: Profile("N", [text], text, [Panel("a", [Item(text)])]),
        lambda text: Table([Column("a"), Column("b")], [[text, "x"]]),
        lambda text: Figures([FigureCard("a", "1", [text]), FigureCard("b", text)]),
        lambda text: Ladder([Panel("a", [Item("x")]), Panel("b", [Item(text)])]),
        lambda text: Table([Column("a")], [[Cell("", items=[Item("x"), Item(text, text)])]]),
        lambda text: ChartTable(
            Chart(ChartKind.BARS, ["a"], [Series("s", [1])], [Item(text)]),
            Table([Column("a")], [[text]]),
        ),
    ],
    ids=["bullets", "cards", "banner", "profile", "table", "figures", "ladder", "cell", "both"],
)
def test_a_very_long_text_is_whole_on_the_slides_or_in_the_notes(build, body):
    text = " ".join(f"mot{n}" for n in range(1500))
    deck = build([Slide(Section.METHOD, say("Long"), body(text))])
    found = all_texts(deck) + notes(deck)
    assert [n for n in range(1500) if not re.search(rf"\bmot{n}\b", found)] == []
    assert problems(deck) == []


def test_a_month_shows_or_counts_every_entry(build):
    entries = samples.extreme()
    month = next(p.body for p in entries if isinstance(p, Slide) and isinstance(p.body, Month))
    deck = build([Slide(Section.METHOD, say("Mois"), month)])
    table = next(s for s in slides(deck)[1].shapes if s.has_table).table
    cells = [c.text_frame.paragraphs for row in list(table.rows)[1:] for c in row.cells]
    shown = hidden = 0
    for paragraphs in cells:
        for paragraph in paragraphs[1:]:
            more = re.fullmatch(r"\+\s(\d+)", paragraph.text)
            hidden, shown = hidden + int(more[1]) if more else hidden, shown + (not more)
    assert shown + hidden == len(month.entries)


def test_a_quote_typed_with_its_marks_gets_no_second_pair(build):
    deck = build([Slide(Section.AUDIENCE, say("Nora"), Profile("Nora", [], "« Du pain ! »", []))])
    assert "« Du pain ! »" in re.sub("[\u00a0\u202f]", " ", all_texts(deck))
    assert "««" not in squeezed(all_texts(deck))


# Hostile texts


def test_what_users_paste_is_text_and_nothing_else(build):
    pieces = [
        Slide(Section.METHOD, say("Texte {n}: {text}", n=n, text=text), block)
        for n, text in enumerate(samples.HOSTILE)
        for block in (
            Cards([Panel(text, [Item(text, text, 3)])]),
            Table([Column(text), Column("b")], [[text, Cell(text, heat=0.5)]]),
            Chart(ChartKind.BARS, [text, "b"], [Series(text, [1, 2])], [Item(text)]),
            Ladder([Panel(text, [Item(text, text)]), Panel("b", [Item(text)])], text),
            Table([Column("a")], [[Cell("", items=[Item(text, text)])]]),
        )
    ]
    deck = build(pieces, title=samples.HOSTILE[0], author=samples.HOSTILE[2])
    assert problems(deck, leftovers=False) == []
    found = squeezed(all_texts(deck))
    for text in ("=cmd|", "<script>alert(1)</script>&<b>", "**Markdown**_et_[lien]("):
        assert text in found


def test_texts_of_a_chart_are_neither_formulas_nor_links_in_its_workbook(build):
    chart = Chart(ChartKind.BARS, ["=1+1", "https://example.org"], [Series("=2+2", [1, None])])
    deck = build([Slide(Section.METHOD, say("Graphique"), chart)])
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        name = next(n for n in package.namelist() if "/embeddings/" in n)
        with zipfile.ZipFile(io.BytesIO(package.read(name))) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
            assert b"=1+1" in book.read("xl/sharedStrings.xml")


def test_a_missing_figure_is_a_gap_and_not_a_zero(build):
    chart = Chart(ChartKind.LINES, ["a", "b", "c"], [Series("x", [1, None, 3])])
    deck = build([Slide(Section.METHOD, say("Graphique"), chart)])
    native = next(s for s in slides(deck)[1].shapes if s.has_chart).chart
    assert tuple(native.plots[0].series[0].values) == (1, None, 3)


def test_a_text_from_the_right_is_set_from_the_right(build):
    deck = build(
        [Slide(Section.METHOD, say("Arabe"), Cards([Panel("", [Item(samples.HOSTILE[5])])]))]
    )
    assert any(p.get("rtl") == "1" for p in slides(deck)[1]._element.iter(qn("a:pPr")))


# The file


def test_the_same_day_gives_the_same_bytes(build, plausible_deck):
    assert build(samples.plausible()) == plausible_deck


def test_the_template_is_the_one_that_the_code_builds():
    assert _parts(MASTER.read_bytes()) == _parts(build_master()), (
        "run `python -m canvas.exports.deck.master`"
    )


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {
            name: etree.tostring(etree.fromstring(opened.read(name)), method="c14n")
            for name in opened.namelist()
        }


def test_every_colour_of_a_text_can_be_read_on_a_panel():
    palette = Palette()
    for tone in Tone:
        assert contrast(palette.hex(palette.tone(tone)), THEME["lt2"]) >= ENOUGH, tone


def test_a_decision_without_a_day_is_still_to_be_decided(build):
    deck = build([Decision("Fermer")])
    assert problems(deck) == []
