"""Us against competitors: the charts and their table, the best in class, the sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from canvas.steps.competitors.best import BestInClass, Discipline
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MARKET = [
    ("account", "a", {"handle": "port", "network": "instagram"}),
    ("account_snapshot", "s", {"account": "a", "followers": 1274}),
    ("competitor", "c", {"name": "Maison Le Noir", "why_chosen": "La référence"}),
    ("competitor", "d", {"name": "La Grange"}),
    ("competitor_metric", "m", {"competitor": "c", "network": "instagram", "followers": 3860}),
    ("best_in_class", "b", {"category": "blogging", "competitor": "c", "why": "Dix ans"}),
    ("competitor_keyword", "k", {"keyword": "gâteau de fête", "competitor": "c", "volume": 90}),
]


@pytest.fixture
def market(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Marché"}, MARKET)

    def open_at(path: str, selector: str) -> Page:
        page = new_tab(f"{path}&strategy={strategy_id}")
        page.locator(selector).first.wait_for(timeout=30_000)
        return page

    open_at.best = lambda: server.service.open(strategy_id, server.person).of(BestInClass)
    return open_at


def test_the_chart_and_the_table_say_the_same_and_mark_us_in_words(market):
    page = market("/audit?show=against_us", ".table tr.ours")
    rows = page.locator(".table tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("1\u202f274")
    expect(rows.nth(1)).to_contain_text("3\u202f860")
    expect(rows.nth(2)).to_contain_text("–")
    chart = page.locator('[data-testid="stVegaLiteChart"]')
    expect(chart).to_have_attribute("aria-label", re.compile("Maison Le Noir 3\u202f860"))
    page.locator(".st-key-competitors-measure").get_by_role("radio").nth(1).click()
    expect(page.locator(".st-key-editor-competitor_metric .editor")).to_be_visible()


def test_a_discipline_that_nobody_filled_in_waits_for_its_first_words(market):
    page = market("/competitors?show=best_in_class_matrix", ".grouped .row")
    press = page.locator('.grouped .group[data-group="press"]')
    expect(press.locator(".row")).to_have_count(1)
    press.locator('.cell[data-field="why"] textarea').fill("Une photo prête")
    press.locator('.cell[data-field="competitor"] select').select_option("d")
    saved(page)
    (made,) = [best for best in market.best() if best.category is Discipline.PRESS]
    assert (made.why, made.competitor) == ("Une photo prête", "d")
    expect(press.locator('.cell[data-field="somebody_else"]')).to_be_hidden()
    press.locator(".more").click()
    expect(press.locator(".row")).to_have_count(2)
    page.locator('.grouped .group[data-group="blogging"] .remove').first.click()
    saved(page)
    assert [best.id for best in market.best()] == [made.id]
    page.get_by_role("button", name="Annuler", exact=True).click()
    blogging = page.locator('.grouped .group[data-group="blogging"]')
    expect(blogging.locator("textarea").first).to_be_attached()
    expect(blogging.locator('.cell[data-field="why"] textarea')).to_have_value("Dix ans")


def test_a_sheet_tells_all_of_one_competitor_and_leads_to_the_lists(market):
    page = market("/competitors?show=competitor_sheets", ".st-key-sheet-head")
    expect(page.locator(".st-key-sheet-head")).to_contain_text("La référence")
    keywords = page.locator(".st-key-sheet-competitor_keyword")
    expect(keywords).to_contain_text("gâteau de fête")
    page.get_by_text("La Grange", exact=True).click()
    expect(page.locator(".st-key-sheet-head")).to_contain_text("La Grange")
    expect(keywords).to_have_count(0)
    page.locator(".st-key-sheet-empty a[href*='competitor_keyword']").click()
    page.locator(".st-key-editor-competitor_keyword .editor").wait_for(timeout=30_000)
