"""What the deck and the workbook say of the thread, of decisions taken and of open points."""

from __future__ import annotations

import datetime as dt
import io
import json
from functools import cache

import openpyxl
import pytest

from canvas.domain.messages import say
from canvas.domain.story import Gap, OpenPoint, Section, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Severity, findings
from canvas.rules.decided import taken
from canvas.rules.thread import Column, main_thread
from canvas.rules.thread_slide import thread_slide
from canvas.services import documents
from canvas.steps import STEPS
from tests.exports import books
from tests.exports.lint import problems
from tests.exports.reading import notes, slides, texts, titles

TODAY = dt.date(2026, 11, 22)
FR, EN = Translator("fr"), Translator("en")


@cache
def deck(name: str, complete: bool = False) -> bytes:
    return documents.deck(books.example(name), EN, TODAY, complete=complete)


@cache
def overfull() -> Strategy:
    """Return a strategy with two hundred faults, a contradiction and a gap among them."""
    names = {f"k{n:03d}": {"name": f"Figure number {n:03d}"} for n in range(200)}
    objective = {"title": "More orders", "is_primary": True}
    return books.strategy({"kpi": names, "objective": {"o": objective}})


def slide_of(found: bytes, words: str):
    return next(s for s in slides(found) if words in s.shapes.title.text_frame.text)


def said(text: str) -> str:
    return " ".join(text.split())


# The thread


@pytest.mark.parametrize("name", ["bakery", "software"])
def test_the_second_slide_follows_the_thread_from_the_goal_to_a_decision(name):
    slide = slides(deck(name))[2]
    words = said(texts(slide))
    for knot in main_thread(books.example(name)):
        assert EN(knot.column.label) in words
        assert said(EN.said(knot.says[0])) in words
    title = slide.shapes.title.text_frame.text
    assert title.startswith("The thread is complete, from “")
    assert not any(shape.has_chart or shape.shape_type == 13 for shape in slide.shapes)


def test_what_the_thread_lacks_is_in_its_title_and_in_its_place():
    records = books.strategy(
        {
            "objective": {"o": {"title": "More orders", "is_primary": True}},
            "kpi": {"k": {"name": "Orders", "is_key": True}},
            "persona": {"p": {"name": "Nora", "rank": "primary"}},
            "content_type": {"c": {"name": "Reel"}},
        }
    )
    (slide,) = thread_slide(records)
    assert EN(slide.title) == ("The thread lacks 8 of its 12 links, first of all: Company goals")
    panels = [panel for strand in slide.body.strands for panel in strand.panels]
    assert [EN(panel.heading) for panel in panels] == [EN(column.label) for column in Column]
    assert sum(panel.tone is Tone.WATCH for panel in panels) == 8


def test_with_little_to_follow_there_is_no_thread():
    assert list(thread_slide(books.strategy({"persona": {"p": {"name": "Nora"}}}))) == []


def test_a_thread_of_long_texts_stays_on_one_slide_and_goes_whole_to_the_notes(build):
    (slide,) = thread_slide(books.example("bakery"))
    long = "des mots qui débordent de leur case et qui continuent encore " * 12
    strands = [
        type(strand)(strand.heading, [_with(panel, long) for panel in strand.panels])
        for strand in slide.body.strands
    ]
    found = build([Slide(Section.SUMMARY, slide.title, type(slide.body)(strands))])
    assert problems(found) == []
    assert len(slides(found)) == 2
    assert said(long) in said(notes(found))


def _with(panel, text: str):
    items = [type(panel.items[0])(text) for _ in range(4)]
    return type(panel)(panel.heading, items, panel.tone)


# Decisions taken


def test_what_was_accepted_is_said_with_its_reason_before_other_decisions():
    slide = slide_of(deck("bakery"), "leave the method on purpose")
    assert "3 leave the method" in slide.shapes.title.text_frame.text
    table = next(shape for shape in slide.shapes if shape.has_table).table
    rows = [[cell.text for cell in row.cells] for row in list(table.rows)[1:]]
    assert rows[0][0].startswith("Left as it is on purpose: 8 influencers")
    assert "huit vraies conversations" in rows[0][1]
    assert rows[0][2:] == ["Maëlle", "17\u00a0November\u00a02026"]
    assert rows[2][0] == "Reply aimed at, in hours: 12, where the method says 2"
    assert "Au fournil" in rows[2][1]
    everything = "\n".join(
        texts(s) for s in slides(deck("bakery", complete=True)) if "decisions are" in texts(s)
    )
    for words in ("€560 granted", "Feuille de route 2027” is approved", "Nom réservé"):
        assert words in everything


def test_an_objective_that_was_revised_is_told_once():
    found = [EN.said(one.said) for one in taken(books.example("software"))]
    assert sum("2,500" in one for one in found) == 1


def test_nothing_decided_makes_no_slide():
    found = documents.deck(Strategy("empty"), FR, TODAY)
    assert problems(found) == []
    assert not any("décisions" in title and "prises" in title for title in titles(found))


# Open points


def test_open_points_stand_heaviest_first_and_step_by_step():
    slide = slides(deck("software"))[-1]
    table = next(shape for shape in slide.shapes if shape.has_table).table
    rows = [[cell.text for cell in row.cells] for row in list(table.rows)[1:]]
    found = findings(books.example("software")).open
    assert slide.shapes.title.text_frame.text.startswith("Still open: 1 contradiction")
    assert [row[0] for row in rows] == [EN(finding.severity.label) for finding in found]
    assert [said(rows[0][1]), rows[0][2]] == [said(EN(found[0].sentence)), "Resources"]
    kinds = [EN(severity.label) for severity in Severity]
    steps = [EN(step.menu) for step in STEPS]
    order = [(kinds.index(row[0]), steps.index(row[2])) for row in rows]
    assert order == sorted(order)


def test_management_sees_one_page_of_two_hundred_findings_and_how_many_are_left():
    brief = documents.deck(overfull(), EN, TODAY)
    whole = documents.deck(overfull(), EN, TODAY, complete=True)
    assert problems(brief) == []
    pages = [title for title in titles(brief) if title.startswith("Still open")]
    assert len(pages) == 1
    page = slide_of(brief, "Still open")
    rows = len(next(shape for shape in page.shapes if shape.has_table).table.rows) - 1
    left = next(line for line in texts(page).split("\n") if "more in Canevas" in line)
    counted = len([p for p in documents.whole_story(overfull()) if isinstance(p, OpenPoint | Gap)])
    assert rows + int("".join(filter(str.isdigit, left))) == counted > 200
    assert "Contradiction" in texts(page)
    everything = "\n".join(texts(s) for s in slides(whole) if "Still open" in texts(s))
    assert all(f"Figure number {n:03d}" in everything for n in range(200))


def test_what_a_rule_tells_is_not_told_again_as_a_gap():
    without = {k: v for k, v in _bakery().items() if k != "editorial_policy"}
    told = [
        EN(p.what) if isinstance(p, Gap) else EN(p.said)
        for p in documents.whole_story(books.strategy(without))
        if isinstance(p, Gap | OpenPoint)
    ]
    assert "The editorial policy" not in told
    assert any("No editorial policy" in words for words in told)


def _bakery() -> books.Raw:
    file = books.ROOT / "data" / "examples" / "bakery.canevas.json"
    records = json.loads(file.read_text("utf-8"))["records"]
    return {key: {r["id"]: r for r in found} for key, found in records.items()}


def test_a_gap_and_a_finding_stand_in_one_table(build):
    found = build(
        [
            OpenPoint(say("Too much"), say("Suggestion"), Tone.NEUTRAL, "audit"),
            Gap(say("The SWOT"), say("Nobody sees what it builds on."), "audit"),
            OpenPoint(say("It cannot be"), say("Contradiction"), Tone.BAD, "competitors"),
        ],
        "en",
    )
    (_, slide) = slides(found)
    table = next(shape for shape in slide.shapes if shape.has_table).table
    assert [row.cells[1].text for row in list(table.rows)[1:]] == [
        "It cannot be",
        "The SWOT. Nobody sees what it builds on.",
        "Too much",
    ]
    assert slide.shapes.title.text_frame.text == (
        "Still open: 1 contradiction, 1 gap and 1 suggestion"
    )


# The workbook


def test_the_workbook_lists_findings_with_a_way_to_their_lines():
    strategy = books.example("software")
    content = books.workbook(strategy, "en")
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Findings"]
    found = findings(strategy)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[3] for row in rows] == [
        *(EN(finding.sentence) for finding in found.open),
        *(EN(accepted.finding.sentence) for accepted in found.accepted),
    ]
    assert rows[0][1:3] == ["Contradiction", "Resources"]
    assert [row[4] for row in rows[-2:]] == ["Not settled", "Accepted"]
    assert "A reserve serves" in rows[-1][7]
    assert rows[-1][10] == found.accepted[-1].finding.capability
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == f"B4:L{4 + len(rows)}"
    linked = [row for row in sheet.iter_rows(min_row=5) if row[6].hyperlink]
    assert len(linked) >= 3
    for row in linked:
        tab, cell = row[6].hyperlink.location.rsplit("!", 1)
        assert row[6].value == tab.strip("'")
        record = strategy.find(book[row[6].value].cell(int(cell[1:]), 1).value)
        assert row[5].value.startswith(f"{EN(record.one)} · {record.title}")
    links = [c.hyperlink.location for c in book["Contents"]["B"] if c.hyperlink]
    assert "Findings!A1" in links


def test_a_strategy_without_findings_has_a_sheet_that_says_so():
    book = books.opened(books.workbook(Strategy("empty"), "en"))
    assert book["Findings"]["B5"].value == "The rules have nothing to say."
