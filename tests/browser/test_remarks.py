"""What the rules find: a sign at its field, a way to it, and the decision to take next."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.steps.express import STOPS
from canvas.steps.frame.organisation import Organisation
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RECORDS = (
    ("account", "port", {"handle": "@port", "network": "instagram", "decision": "develop"}),
    ("objective", "orders", {"title": "From 20 to 60 orders a month", "is_primary": True}),
)


@pytest.fixture
def strategy_id(server) -> str:
    return server.service.create(server.person, {"name": "Port Bakery"}, RECORDS)


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'.editor .cell[data-field="{name}"]').first


def sign(page: Page, name: str) -> Locator:
    return cell(page, name).locator(".remark-sign")


def test_a_finding_stands_beside_its_field_until_it_is_mended(new_tab, strategy_id):
    page = new_tab(f"/audit?strategy={strategy_id}&show=account&lang=en")
    owner = sign(page, "owner")
    expect(owner).to_be_visible(timeout=60_000)
    expect(sign(page, "decision")).to_have_count(0)
    note = cell(page, "owner").locator(".remark-note")
    expect(note).to_be_hidden()

    # With the keyboard: from the field to its sign, which says what is the matter.
    select = cell(page, "owner").locator("select")
    expect(select).to_have_accessible_description(owner.get_attribute("aria-label"))
    select.focus()
    page.keyboard.press("Tab")
    expect(owner).to_be_focused()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Nobody looks after")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    owner.click()
    expect(note).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(note).to_be_hidden()

    # From the list of what hangs loose to a field among the details.
    page.goto(page.url.replace("/audit", "/objectives").replace("account", "mission"))
    page.get_by_text("What hangs loose").first.click()
    page.get_by_role("link", name="Go to “Exactly what”").click()
    specific = cell(page, "specific").locator("textarea")
    expect(specific).to_be_focused(timeout=30_000)
    assert "record=" not in page.url
    exact = sign(page, "specific")
    expect(exact).to_be_visible()

    # Nothing is said of a field while somebody writes in it.
    height = cell(page, "specific").bounding_box()["height"]
    specific.press_sequentially("Sixty")
    expect(exact).to_be_hidden()
    saved(page)
    specific.fill("")
    saved(page)
    expect(exact).to_be_hidden()
    specific.blur()
    expect(exact).to_be_visible()
    assert cell(page, "specific").bounding_box()["height"] == height
    specific.fill("Sixty orders a month, placed from a post")
    specific.blur()
    saved(page)
    expect(exact).to_be_hidden()

    # A room sees the strategy, not the proofreading.
    page.get_by_role("button", name="Project on a big screen").click()
    page.get_by_role("button", name="Start the clock: two hours").wait_for()
    expect(page.locator(".remark-sign:visible")).to_have_count(0)


def test_the_home_page_says_what_to_decide_next_and_leads_to_it(new_tab, strategy_id):
    page = new_tab("/?lang=en")
    ahead = page.locator(".st-key-ahead")
    asked = next(ask for stop in STOPS for ask in stop.asks if ask.record is Organisation)
    expect(ahead).to_contain_text(asked.question)
    ahead.get_by_text("How far each step is").click()
    chart = ahead.get_by_test_id("stVegaLiteChart")
    expect(chart.locator("svg, canvas").first).to_be_visible(timeout=30_000)
    ahead.get_by_role("link", name="Decide it: Frame").click()
    expect(cell(page, "name").locator("textarea")).to_be_focused(timeout=30_000)
