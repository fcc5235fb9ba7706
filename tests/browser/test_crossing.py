"""The SWOT crossed: two notes chosen, an idea written, and what it becomes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.domain.changes import Edit
from canvas.steps.audit.swot import Outcome, SwotItem, TowsLink
from canvas.steps.common import MethodStep, Priority
from canvas.steps.frame.year import Experiment
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from tests.browser.acting import editor, saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NOTES = {
    "s": ("Levain maison", "strength"),
    "w": ("Une seule personne", "weakness"),
    "o": ("320 logements", "opportunity"),
    "t": ("Terminal de cuisson", "threat"),
}
LONG = "Filmer le fournil chaque nuit et " + "raconter le pain, " * 11 + "encore"


@pytest.fixture
def canvas(new_tab, server):
    """A SWOT of one note a quadrant, and one idea, in tabs of its own."""

    class Canvas:
        strategy_id = server.service.create(
            server.person,
            {"name": "Croisement"},
            [
                *(("swot_item", i, {"text": t, "quadrant": q}) for i, (t, q) in NOTES.items()),
                (
                    "tows_link",
                    "idea",
                    {"idea": "Ouvrir plus tard", "internal": "s", "external": "o",
                     "priority": "high"},
                ),
            ],
        )  # fmt: skip

        def open(self, **options) -> Page:
            path = f"/audit?strategy={self.strategy_id}&show=crossing"
            page = new_tab(path, locale="en-GB", **options)
            page.locator(".layout-crossing .card").first.wait_for(timeout=30_000)
            return page

        @property
        def strategy(self):
            return server.service.open(self.strategy_id, server.person)

    return Canvas()


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'.area[data-area="{name}"]')


def ideas(page: Page, name: str) -> list[str]:
    boxes = cell(page, name).locator(".said textarea")
    return [boxes.nth(n).input_value() for n in range(boxes.count())]


def note(page: Page, text: str) -> Locator:
    return page.locator(".list").get_by_role("button", name=text)


def test_two_notes_are_tapped_and_the_idea_goes_to_their_cell(canvas):
    page = canvas.open()
    note(page, "Une seule personne").click()
    note(page, "320 logements").click()
    expect(cell(page, "weakness-opportunity")).to_have_class("area empty aimed")
    page.keyboard.type("Programmer deux semaines d’avance")
    page.keyboard.press("Enter")
    page.keyboard.type("Former Solène")
    page.keyboard.press("Enter")
    assert ideas(page, "weakness-opportunity") == [
        "Programmer deux semaines d’avance",
        "Former Solène",
    ]
    saved(page)
    links = canvas.strategy.of(TowsLink)[1:]
    assert [(link.internal, link.external) for link in links] == [("w", "o")] * 2
    page = canvas.open()
    expect(cell(page, "weakness-opportunity").locator(".card")).to_have_count(2, timeout=30_000)


def test_an_idea_is_crossed_with_keys_alone_and_from_lists(canvas):
    page = canvas.open()
    page.get_by_label("Internal note").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("Une")
    page.keyboard.press("Tab")
    page.keyboard.type("Ter")
    page.keyboard.press("Tab")
    page.keyboard.type("Laisser le quotidien aux autres")
    page.keyboard.press("Enter")
    assert ideas(page, "weakness-threat") == ["Laisser le quotidien aux autres"]
    saved(page)


def test_an_idea_written_first_is_kept_until_its_notes_are_chosen(canvas):
    page = canvas.open()
    page.locator(".composer .adder textarea").click()
    page.keyboard.type("Une idée d’abord")
    page.keyboard.press("Enter")
    card = cell(page, "").locator(".card")
    saved(page)
    card.locator('[data-field="internal"] select').select_option("s")
    card.locator('[data-field="external"] select').select_option("t")
    expect(cell(page, "strength-threat").locator(".card")).to_have_count(1)
    expect(cell(page, "")).to_be_hidden()
    saved(page)


@pytest.mark.slow
def test_a_pause_in_the_middle_of_an_idea_makes_one_card_of_it(canvas):
    page = canvas.open()
    note(page, "Levain maison").click()
    note(page, "Terminal de cuisson").click()
    page.keyboard.type("Demander ")
    saved(page)
    expect(cell(page, "strength-threat").locator(".card")).to_have_count(0)
    note(page, "320 logements").click()
    page.keyboard.press("End")
    page.keyboard.type("un avis")
    page.keyboard.press("Enter")
    saved(page)
    expect(cell(page, "strength-opportunity").locator(".card")).to_have_count(2)
    link = canvas.strategy.of(TowsLink)[1]
    assert (link.idea, link.internal, link.external) == ("Demander un avis", "s", "o")


@pytest.mark.parametrize(
    ("label", "record_type", "outcome"),
    [
        ("Action", Action, Outcome.ACTION),
        pytest.param("Objective", Objective, Outcome.OBJECTIVE, marks=pytest.mark.slow),
        pytest.param("Experiment", Experiment, Outcome.EXPERIMENT, marks=pytest.mark.slow),
    ],
)
def test_an_idea_becomes_a_record_in_one_change_and_undo_takes_it_back(
    canvas, label, record_type, outcome
):
    page = canvas.open()
    before = canvas.strategy.revision
    page.get_by_role("button", name=f"Make it: {label}").click()
    way = page.get_by_role("link", name="Open “Ouvrir plus tard”")
    expect(way).to_be_focused()
    saved(page)
    (made,) = canvas.strategy.of(record_type)
    assert (made.title, made.source_crossing) == ("Ouvrir plus tard", "idea")
    assert canvas.strategy.of(TowsLink)[0].outcome is outcome
    assert canvas.strategy.revision == before + 1
    way.click()
    editor(page, record_type).wait_for(timeout=30_000)
    assert "Ouvrir plus tard" in [
        box.input_value() for box in editor(page, record_type).locator("textarea").all()
    ]
    page = canvas.open()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name=f"Make it: {label}")).to_be_visible()
    assert canvas.strategy.of(record_type) == ()
    assert canvas.strategy.of(TowsLink)[0].outcome is None


def test_an_action_keeps_its_priority_and_where_it_comes_from(canvas):
    page = canvas.open()
    page.get_by_role("button", name="Make it: Action").click()
    saved(page)
    (action,) = canvas.strategy.of(Action)
    assert (action.priority, action.step) == (Priority.HIGH, MethodStep.AUDIT)


def test_an_idea_that_is_too_long_for_a_title_is_cut_at_a_word(canvas):
    page = canvas.open()
    box = cell(page, "strength-opportunity").locator(".said textarea")
    box.fill(LONG)
    box.blur()
    page.get_by_role("button", name="Make it: Experiment").click()
    saved(page)
    (made,) = canvas.strategy.of(Experiment)
    assert made.title.endswith("…")
    assert LONG.startswith(made.title[:-1] + " ")
    assert canvas.strategy.of(TowsLink)[0].idea == LONG


@pytest.mark.slow
def test_two_people_who_make_two_things_of_one_idea_lose_neither(canvas):
    first, second = canvas.open(), canvas.open()
    first.get_by_role("button", name="Make it: Objective").click()
    second.get_by_role("button", name="Make it: Action").click()
    for page in (first, second):
        saved(page)
        expect(page.get_by_role("link", name="Open “Ouvrir plus tard”")).to_have_count(
            2, timeout=10_000
        )


def test_a_note_moved_on_the_grid_takes_its_ideas_along(canvas, server):
    page = canvas.open()
    move = Edit(SwotItem.key, "s", "quadrant", "strength", "weakness")
    server.service.edit(canvas.strategy_id, server.person, [move])
    expect(cell(page, "weakness-opportunity").locator(".card")).to_have_count(1, timeout=10_000)


def test_an_idea_moves_in_its_cell_and_goes_with_delete(canvas):
    page = canvas.open()
    note(page, "Levain maison").click()
    note(page, "320 logements").click()
    page.keyboard.type("Prévenir à 17 h")
    page.keyboard.press("Enter")
    saved(page)
    cards = cell(page, "strength-opportunity").locator(".card")
    cards.nth(1).locator(".handle").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert ideas(page, "strength-opportunity") == ["Prévenir à 17 h", "Ouvrir plus tard"]
    page.keyboard.press("Delete")
    assert ideas(page, "strength-opportunity") == ["Ouvrir plus tard"]
    saved(page)
    assert [link.idea for link in canvas.strategy.of(TowsLink)] == ["Ouvrir plus tard"]


@pytest.mark.slow
def test_an_empty_crossing_shows_in_grey_what_it_will_look_like(new_tab, strategy_id):
    page = new_tab(f"/audit?strategy={strategy_id}&show=crossing", locale="en-GB")
    page.locator(".layout-crossing").wait_for(timeout=30_000)
    expect(page.locator(".area .example")).to_have_count(5)
    expect(page.get_by_text("Film the bakehouse at night")).to_be_visible()
    page.get_by_role("link", name="Fill in the grid").first.click()
    expect(page.locator(".layout-grid")).to_be_visible(timeout=30_000)
