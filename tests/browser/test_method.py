"""Help in place: opened, a figure corrected, a sign noted, a habit adopted; not projected."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from canvas.rules.adoption import is_adopted
from canvas.services import exchange
from canvas.steps.frame.coherence import RuleThreshold, figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.method import advices
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_method_helps_where_one_works(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")

    def kept():
        return server.service.open(strategy_id, server.person)

    page = new_tab(f"/audit?strategy={strategy_id}&lang=en")
    fold = page.locator(".st-key-method-audit")
    fold.locator("summary").wait_for(timeout=60_000)
    expect(fold).not_to_contain_text("where you stand")
    fold.locator("summary").click()
    expect(fold).to_contain_text("You cannot choose a way before you know where you stand.")
    expect(fold).to_contain_text("ConseilsMarketing.com, 2020")

    page.get_by_role("button", name="Use a figure of your own").click()
    page.get_by_role("spinbutton", name="Your figure").fill("2")
    page.get_by_role("textbox", name="Why yours").fill("Two bakers <in> town")
    page.get_by_role("textbox", name="Why yours").press("Tab")
    page.get_by_role("button", name="Use it").click()
    expect(fold).to_contain_text("yours: 2")
    expect(fold).to_contain_text("Two bakers <in> town")
    saved(page)
    assert figure_of(kept(), Limit.COMPETITORS_LEAST) == 2
    assert kept().of(RuleThreshold)[-1].reason == "Two bakers <in> town"

    page.locator(".st-key-diagnosis-audit summary").click()
    signs = page.locator(".st-key-diagnosis-audit")
    expect(signs).to_contain_text("Few reactions")
    expect(signs.get_by_role("link", name="Dealt with in: Plan")).to_be_visible()

    page.get_by_role("button", name="Project").first.click()
    expect(page.locator(".st-key-projection")).to_be_visible(timeout=20_000)
    expect(fold).to_have_count(0)

    page.goto(f"{server.url}/attitudes?strategy={strategy_id}&show=habits&lang=en")
    page.get_by_text("Let a client tell the story").click()
    expect(page.get_by_role("checkbox", name="Let a client tell the story")).to_be_checked()
    saved(page)
    testimony = next(advice for advice in advices() if advice.code == "testimony")
    assert is_adopted(kept(), testimony)
