"""Slides that show a canvas as the room saw it: chart with table, ladder, grid of lists."""

from __future__ import annotations

from pptx.oxml.ns import qn

from canvas.domain.messages import say
from canvas.domain.story import (
    Cell,
    Chart,
    ChartKind,
    ChartTable,
    Column,
    Item,
    Ladder,
    Panel,
    Section,
    Series,
    Slide,
    Table,
    Tone,
)
from tests.exports.lint import problems
from tests.exports.reading import all_texts, slides, texts


def frames(slide) -> set[str]:
    kinds = {"chart": "has_chart", "table": "has_table"}
    return {kind for kind, has in kinds.items() if any(getattr(s, has) for s in slide.shapes)}


def both(rows: int) -> ChartTable:
    brands = [f"marque-{n:02d}" for n in range(rows)]
    return ChartTable(
        Chart(ChartKind.STACKED, brands[:5], [Series("Instagram", [n + 1 for n in range(5)])],
              [Item("Nous sommes les troisièmes")]),
        Table([Column("Marque"), Column("Abonnés", figures=True)], [[one, "9"] for one in brands]),
    )  # fmt: skip


def test_a_chart_and_its_table_stand_on_one_slide_with_words_for_who_sees_neither(build):
    _, page = slides(build([Slide(Section.SITUATION, say("Les deux"), both(5))]))
    assert frames(page) == {"chart", "table"}
    said = [p.get("descr") for p in page._element.iter(qn("p:cNvPr")) if p.get("descr")]
    assert "marque-04 5" in said[0]
    assert "Marque, Abonnés" in said[1]
    table = next(s for s in page.shapes if s.has_table).table
    sizes = {run.font.size.pt for row in list(table.rows)[1:] for cell in row.cells
             for para in cell.text_frame.paragraphs for run in para.runs}  # fmt: skip
    assert min(sizes) >= 11


def test_a_table_too_long_for_its_chart_s_slide_follows_it_whole(build):
    deck = build([Slide(Section.SITUATION, say("Les deux"), both(14))])
    assert [frames(page) for page in slides(deck)[1:]] == [{"chart"}, {"table"}]
    assert all(f"marque-{n:02d}" in all_texts(deck) for n in range(14))


def steps_of(slide) -> list[tuple[int, int]]:
    found = [s for s in slide.shapes if s.has_text_frame and s.text_frame.text.startswith("Marche")]
    return [(s.left, s.top) for s in found]


def test_a_ladder_s_steps_rise_from_left_to_right_on_one_ground(build):
    panels = [Panel(f"Marche {n}", [Item("un mot")]) for n in range(4)]
    _, page = slides(build([Slide(Section.MEANS, say("Échelle"), Ladder(panels, "Plus haut →"))]))
    places = steps_of(page)
    assert len(places) == 4
    assert places == sorted(places)
    assert [top for _, top in places] == sorted((top for _, top in places), reverse=True)
    assert len({top for _, top in places}) == 4
    assert "Plus haut →" in texts(page)


def test_steps_that_hold_too_much_become_cards(build):
    panels = [Panel(f"Marche {n}", [Item(f"{n} " + "mot " * 300)]) for n in range(3)]
    deck = build([Slide(Section.MEANS, say("Échelle"), Ladder(panels))])
    assert len({top for _, top in steps_of(slides(deck)[1])}) == 1
    assert problems(deck) == []


def test_a_cell_lists_things_with_their_details_and_says_in_colour_what_is_left_to_do(build):
    cell = Cell("", items=[Item("Vidéo", "Existe"), Item("Article", "À créer", tone=Tone.WATCH)])
    deck = build([Slide(Section.METHOD, say("Grille"), Table([Column("Nora")], [[cell]]))])
    table = next(s for s in slides(deck)[1].shapes if s.has_table).table
    runs = list(table.cell(1, 0)._tc.iter(qn("a:r")))
    assert [r.find(qn("a:t")).text for r in runs] == ["Vidéo", "Existe", "Article", "À créer"]
    colours = [r.find(f".//{qn('a:solidFill')}")[0].get("val") for r in runs]
    assert colours[1] != colours[3]
