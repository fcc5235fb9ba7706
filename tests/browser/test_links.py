"""Links between records: counted before one goes, brought back by undo, made by one click."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from canvas.steps.personas.persona import Persona
from canvas.steps.plan.calendar import Post
from canvas.steps.segments.segment import Segment
from tests.browser.acting import editor, saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def strategy_id(server) -> str:
    lines = [
        ("post", f"p{n}", {"title": f"Line {n}", "date": "2027-03-01", "persona": "nora"})
        for n in range(3)
    ]
    return server.service.create(
        server.person,
        {"name": "Links"},
        [
            ("persona", "nora", {"name": "Nora"}),
            ("persona", "ali", {"name": "Ali"}),
            ("segment", "s", {"name": "Neighbours", "personas": ["nora"]}),
            ("segment", "t", {"name": "Passers-by"}),
            *lines,
        ],
    )


def test_who_deletes_a_record_reads_what_uses_it_and_undo_brings_the_links_back(
    new_tab, server, strategy_id
):
    def stored(kind):
        return {one.id: one for one in server.service.open(strategy_id, server.person).of(kind)}

    page = new_tab(f"/personas?strategy={strategy_id}&show=persona&lang=en")
    here = editor(page, Persona)
    nora = here.locator('.row[data-id="nora"]')
    question = here.get_by_role("alertdialog")

    nora.get_by_role("button", name="Details").click()
    expect(nora.locator(".used")).to_have_text("Used by: 3 calendar lines and 1 segment")

    remove = nora.get_by_role("button", name="Delete").first
    remove.focus()
    page.keyboard.press("Enter")
    expect(question).to_have_accessible_name("3 calendar lines and 1 segment use “Nora”.")
    expect(question.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(question).to_have_count(0)
    expect(remove).to_be_focused()
    assert set(stored(Persona)) == {"nora", "ali"}

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(nora).to_have_count(0)
    saved(page)
    assert set(stored(Persona)) == {"ali"}

    page.get_by_role("button", name="Undo", exact=True).click()
    nora.get_by_role("button", name="Details").click()
    expect(nora.locator(".used")).to_have_text("Used by: 3 calendar lines and 1 segment")
    assert stored(Post)["p0"].persona in stored(Persona)

    here.locator('.row[data-id="ali"]').get_by_role("button", name="Delete").first.click()
    expect(here.locator('.row[data-id="ali"]')).to_have_count(0)  # nobody uses it: no question
    saved(page)
    assert set(stored(Persona)) == {"nora"}

    page.goto(f"{server.url}/segments?strategy={strategy_id}&show=segment&lang=en")
    page.get_by_text("Suggested links (1)").click()
    expect(page.get_by_text("“Nora” is your only persona.")).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("Suggested links (1)")).to_have_count(0)
    assert stored(Segment)["t"].personas == ("nora",)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("Suggested links (1)")).to_be_visible()
    assert stored(Segment)["t"].personas == ()
