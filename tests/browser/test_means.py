"""Means in front of objectives: what is short is decided, or the objective revised."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from canvas.steps.resources.means import Arbitration, MeansGap, ObjectiveRevision
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRATEGY = [
    ("person", "ana", {"name": "Ana"}),
    ("objective", "o", {"title": "More orders", "is_primary": True, "baseline": 20, "target": 120,
                        "unit": "orders", "due": "2027-06-30", "hours_week": 5}),
    ("objective", "fans", {"title": "More fans"}),
    ("post", "p", {"title": "Bread", "date": "2027-01-04", "objective": "o", "effort_hours": 8}),
]  # fmt: skip


@pytest.fixture
def cards(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Moyens"}, STRATEGY)

    def open_cards(**options):
        options = {"locale": "en-GB", **options}
        page = new_tab(f"/resources?strategy={strategy_id}&show=means", **options)
        page.locator(".card").first.wait_for(timeout=30_000)
        return page

    open_cards.strategy = lambda: server.service.open(strategy_id, server.person)
    open_cards.history = lambda: len(server.service.history(strategy_id, server.person))
    return open_cards


def test_an_objective_that_lacks_hours_says_how_many_and_what_gives_way_is_decided(cards):
    page = cards()
    card = page.locator(".card").first
    expect(card).to_have_attribute("data-verdict", "short")
    expect(card.locator(".verdict")).to_contain_text("3 h a week")
    expect(card.locator(".parts")).to_contain_text("1 post: 8 h")
    card.locator(".acts > .adder select").select_option("give_time")
    expect(card).to_have_attribute("data-verdict", "decided")
    saved(page)
    (gap,) = cards.strategy().of(MeansGap)
    assert gap.arbitration is Arbitration.GIVE_TIME
    assert (gap.objective, gap.hours_needed, gap.hours_available) == ("o", 5, 2)


def test_an_objective_is_revised_with_its_reason_in_one_step_and_undone_in_one(cards):
    page = cards()
    before = cards.history()
    card = page.locator(".card").first
    card.get_by_role("button", name="Revise the objective").click()
    form = card.locator(".form")
    form.get_by_label("Value to reach").fill("60")
    form.get_by_role("button", name="Revise it").click()
    expect(form.locator(".wrong")).to_contain_text("why it changes")
    form.get_by_label("Reason for the change").fill("Two hours a week, not five")
    form.get_by_label("Decided by").select_option("ana")
    form.get_by_role("button", name="Revise it").click()
    expect(card.locator(".goal")).to_contain_text("from 20 to 60")
    saved(page)
    strategy = cards.strategy()
    assert strategy.find("o").target == 60
    (line,) = strategy.of(ObjectiveRevision)
    assert re.sub(r"\s", " ", line.before) == "120 orders by 30 June 2027"
    assert re.sub(r"\s", " ", line.after) == "60 orders by 30 June 2027"
    assert (line.reason, line.decided_by, line.objective) == (
        "Two hours a week, not five", "ana", "o")  # fmt: skip
    assert line.date is not None
    assert cards.history() == before + 1
    expect(card.locator(".past")).to_contain_text("Ana")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(card.locator(".goal")).to_contain_text("120")
    assert cards.strategy().of(ObjectiveRevision) == ()


def test_a_revision_that_is_no_number_is_not_written_and_on_a_phone_nothing_is_cut_off(cards):
    page = cards(width=390, height=844)
    card = page.locator(".card").first
    card.get_by_role("button", name="Revise the objective").click()
    form = card.locator(".form")
    form.get_by_label("Value to reach").fill("about sixty")
    form.get_by_label("Reason for the change").fill("x")
    form.get_by_role("button", name="Revise it").click()
    expect(form.locator(".wrong")).to_contain_text("about sixty")
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert cards.strategy().of(ObjectiveRevision) == ()
