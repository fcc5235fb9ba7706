"""Hours by week: the week that breaks is named, one click moves work, one undo brings it back."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from canvas.services import exchange
from canvas.steps.plan.calendar import Post
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def firm(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "software")

    def open_at(look: str, selector: str):
        page = new_tab(f"/resources?show={look}&strategy={strategy_id}&lang=en")
        page.locator(selector).first.wait_for(timeout=30_000)
        return page

    open_at.posts = lambda: {
        post.id: post for post in server.service.open(strategy_id, server.person).of(Post)
    }
    return open_at


def test_the_week_that_breaks_is_named_mended_by_one_click_and_brought_back_by_one_undo(firm):
    page = firm("load", ".table tbody tr")
    alert = page.get_by_test_id("stAlert").filter(has_text="22 h short")
    expect(alert).to_contain_text("In the week of 8 March 2027, Tom has 12 h for 34 h of work")
    row = page.locator(".table tbody tr").filter(has_text=re.compile(r"^8\u00a0Mar"))
    expect(row).to_contain_text("34\u00a0/\u00a012")
    expect(row).to_contain_text("22 h short")
    chart = page.get_by_test_id("stVegaLiteChart")
    expect(chart).to_have_attribute("aria-label", re.compile("8\u00a0Mar 34 .*22 h short"))

    before = firm.posts()
    page.get_by_role("button", name="Do them all").click()
    expect(page.get_by_test_id("stAlert").filter(has_text="22 h short")).to_have_count(0)
    changed = {key for key, post in firm.posts().items() if post != before[key]}
    assert len(changed) > 1
    assert firm.posts()["post-051"].date == dt.date(2027, 3, 9), "a major post stays"

    page.get_by_role("button", name="Undo").click()
    expect(alert).to_be_visible()
    saved(page)
    assert firm.posts() == before


def test_the_budget_is_read_by_month_with_its_totals(firm):
    page = firm("budget_months", ".table tbody tr")
    total = page.locator(".st-key-budget-table .table tr.ours")
    expect(total).to_contain_text("€30,000")
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(2)
    instalments = page.locator(".st-key-stages-table .table tbody tr")
    expect(instalments).to_have_count(3)
    expect(instalments.nth(0)).to_contain_text("Granted")
