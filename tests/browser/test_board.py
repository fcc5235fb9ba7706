"""The board: written, dragged, weighed and moved, with a mouse, a finger or keys alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.steps.audit.swot import Quadrant, SwotItem
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def area(page: Page, quadrant: str) -> Locator:
    return page.locator(f'.board .area[data-area="{quadrant}"]')


def card(page: Page, text: str) -> Locator:
    found = page.locator(".board .card:not(.ghosted)")
    number = next(
        n for n in range(found.count())
        if found.nth(n).locator("textarea").input_value() == text
    )  # fmt: skip
    return found.nth(number)


def texts(page: Page, quadrant: str) -> list[str]:
    boxes = area(page, quadrant).locator(".card textarea")
    return [boxes.nth(n).input_value() for n in range(boxes.count())]


@pytest.fixture
def grid(new_tab, server):
    """A grid with two strengths and a threat, in a tab of its own."""
    notes = [("Levain maison", "strength"), ("Vitrine", "strength"), ("Enseigne à 300 m", "threat")]
    strategy_id = server.service.create(
        server.person,
        {"name": "Grille"},
        [("swot_item", f"n{n}", {"text": t, "quadrant": q}) for n, (t, q) in enumerate(notes)],
    )

    def open_grid(**options):
        page = new_tab(f"/audit?strategy={strategy_id}", **options)
        page.locator(".board .card").first.wait_for(timeout=30_000)
        return page

    def items() -> tuple[SwotItem, ...]:
        return server.service.open(strategy_id, server.person).of(SwotItem)

    open_grid.items = items
    open_grid.stored = lambda: [(item.text, str(item.quadrant)) for item in items()]
    return open_grid


def drag(page: Page, source: Locator, target: Locator, *, by: str = "mouse") -> None:
    """Drag `source` onto the upper half of `target`."""
    source.scroll_into_view_if_needed()
    target.scroll_into_view_if_needed()
    start, end = source.bounding_box(), target.bounding_box()
    x0, y0 = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    x1, y1 = end["x"] + end["width"] / 2, end["y"] + 4
    if by == "mouse":
        page.mouse.move(x0, y0)
        page.mouse.down()
        page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2, steps=5)
        page.mouse.move(x1, y1, steps=5)
        page.mouse.up()
        return
    touch = page.context.new_cdp_session(page)
    touch.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x0, "y": y0}]}
    )
    for step in range(1, 11):
        point = {"x": x0 + (x1 - x0) * step / 10, "y": y0 + (y1 - y0) * step / 10}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_notes_are_written_one_after_the_other_with_enter(grid):
    page = grid()
    box = area(page, "weakness").locator(".adder textarea")
    box.click()
    for text in ("Seule", "Six heures", "Peu de photos"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    saved(page)
    assert texts(page, "weakness") == ["Seule", "Six heures", "Peu de photos"]
    assert grid.stored()[3:] == [(t, "weakness") for t in ("Seule", "Six heures", "Peu de photos")]


def test_a_pause_in_the_middle_of_a_note_makes_one_card_of_it(grid):
    page = grid()
    area(page, "weakness").locator(".adder textarea").click()
    page.keyboard.type("Une seule ")
    saved(page)
    assert texts(page, "weakness") == []
    page.keyboard.type("personne")
    page.keyboard.press("Enter")
    saved(page)
    assert texts(page, "weakness") == ["Une seule personne"]
    assert grid.stored()[3:] == [("Une seule personne", "weakness")]


def test_the_evidence_of_a_note_is_a_click_away(grid):
    page = grid()
    note = card(page, "Vitrine")
    note.locator(".toggle").click()
    note.locator('[data-field="evidence"] textarea').fill("112 pains par soir")
    note.locator('[data-field="source_step"] select').select_option("audit")
    page.keyboard.press("Escape")
    expect(note.locator(".details")).to_be_hidden()
    expect(note.locator(".toggle.filled")).to_be_focused()
    saved(page)
    (stored,) = [item for item in grid.items() if item.text == "Vitrine"]
    assert (stored.evidence, str(stored.source_step)) == ("112 pains par soir", "audit")


def test_a_note_that_reads_like_the_other_axis_is_remarked_on(grid):
    page = grid(locale="en-GB")
    expect(page.locator(".hint:visible")).to_have_count(0)
    box = area(page, "strength").locator(".adder textarea")
    box.fill("Les concurrents publient peu")
    box.press("Enter")
    hint = page.locator(".hint", has_text="Reads like something outside")
    expect(hint).to_be_visible(timeout=10_000)
    card(page, "Les concurrents publient peu").locator(".handle").press("ArrowDown")
    expect(hint).to_be_hidden(timeout=10_000)


def test_both_rows_of_five_notes_a_quadrant_stand_on_one_screen(new_tab, server):
    text = "Une phrase de la longueur qu’on écrit en atelier, sur deux lignes au plus"
    rows = [
        ("swot_item", f"q{q}n{n}", {"text": text, "quadrant": str(quadrant)})
        for q, quadrant in enumerate(Quadrant)
        for n in range(5)
    ]
    strategy_id = server.service.create(server.person, {"name": "Écran"}, rows)
    page = new_tab(f"/audit?strategy={strategy_id}", width=1920, height=1080)
    expect(page.locator(".board .card")).to_have_count(20, timeout=30_000)
    for quadrant in Quadrant:
        box = area(page, quadrant).bounding_box()
        assert box["y"] + box["height"] <= 1080, quadrant


@pytest.mark.parametrize("by", ["mouse", "touch"])
def test_a_note_is_dragged_to_another_quadrant_and_undone(grid, by):
    page = grid(has_touch=by == "touch")
    drag(page, card(page, "Vitrine").locator(".handle"), card(page, "Enseigne à 300 m"), by=by)
    assert texts(page, "threat") == ["Vitrine", "Enseigne à 300 m"]
    saved(page)
    assert ("Vitrine", "threat") in grid.stored()
    page.reload()
    page.locator(".board .card").first.wait_for()
    assert texts(page, "threat") == ["Vitrine", "Enseigne à 300 m"]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(area(page, "strength").locator(".card")).to_have_count(2)
    assert texts(page, "strength") == ["Levain maison", "Vitrine"]


def test_a_note_is_moved_and_removed_with_keys_alone(grid):
    page = grid()
    card(page, "Levain maison").locator(".handle").focus()
    page.keyboard.press("ArrowDown")
    assert texts(page, "strength") == ["Vitrine", "Levain maison"]
    page.keyboard.press("ArrowRight")
    assert texts(page, "weakness") == ["Levain maison"]
    expect(page.locator(".board .voice")).to_contain_text("Levain maison")
    page.keyboard.press("ArrowDown")
    assert "Levain maison" in texts(page, "threat")
    page.keyboard.press("Delete")
    saved(page)
    assert [text for text, _ in grid.stored()] == ["Vitrine", "Enseigne à 300 m"]


@pytest.mark.slow
def test_two_tabs_moving_two_notes_at_once_lose_neither(grid):
    first, second = grid(), grid()
    card(first, "Levain maison").locator(".handle").focus()
    card(second, "Vitrine").locator(".handle").focus()
    first.keyboard.press("ArrowRight")
    second.keyboard.press("ArrowRight")
    saved(first)
    saved(second)
    for page in (first, second):
        expect(area(page, "weakness").locator(".card")).to_have_count(2, timeout=10_000)
    assert dict(grid.stored())["Levain maison"] == str(Quadrant.WEAKNESS)


@pytest.mark.slow
def test_sixty_notes_a_quadrant_stay_fluid(new_tab, server):
    rows = [
        ("swot_item", f"q{q}n{n}", {"text": f"Note {n}", "quadrant": str(quadrant)})
        for q, quadrant in enumerate(Quadrant)
        for n in range(60)
    ]
    strategy_id = server.service.create(server.person, {"name": "Beaucoup"}, rows)
    page = new_tab(f"/audit?strategy={strategy_id}")
    expect(page.locator(".board .card")).to_have_count(240, timeout=30_000)
    first = area(page, "strength").locator(".card").first
    target = area(page, "weakness").locator(".card").nth(2)
    drag(page, first.locator(".handle"), target)
    # The card is there at once; the server's word comes after.
    assert area(page, "weakness").locator(".card").count() == 61
    saved(page)
