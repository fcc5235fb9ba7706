"""The plan’s balance and the news: lines are mended under their gauge, a go becomes one."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent, NewsTest, Verdict
from canvas.steps.plan.conversation import Opportunity
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DAY = dt.date(2027, 3, 2)

LINES = [
    ("rhythm", "rhythm", {"promotional_share": 0.2}),
    *(
        (
            "post",
            f"p{n}",
            {"title": f"Ligne {n}", "date": DAY.isoformat(), "network": network, **said},
        )
        for n, (network, said) in enumerate(
            [
                ("instagram", {"intent": "promote"}),
                ("instagram", {"intent": "educate"}),
                ("facebook", {}),
                ("facebook", {"intent": "entertain"}),
            ]
        )
    ),
]

NEWS = [
    (
        "opportunity",
        "o1",
        {
            "topic": "Journée du pain",
            "date": "2027-10-16",
            "network": "instagram",
            "idea": "Notre levain",
            "tests": [str(test) for test in NewsTest][:4],
            "risk": 1,
        },
    ),
    ("opportunity", "o2", {"topic": "Une polémique", "risk": 3}),
]


@pytest.fixture
def plan(new_tab, server):
    """A plan of its own, in a tab of its own, on one canvas."""

    def open_plan(show: str, records: list, **options) -> Page:
        strategy_id = server.service.create(server.person, {"name": "Dosage"}, records)
        page = new_tab(f"/plan?strategy={strategy_id}&show={show}", **options)
        page.locator(".canvas .card:visible").first.wait_for(timeout=30_000)
        page.stored = lambda: server.service.open(strategy_id, server.person)
        return page

    return open_plan


def card(page: Page, key: str):
    return page.locator(f'.gauges .card[data-key="{key}"]')


def test_a_line_is_mended_under_its_gauge_and_the_figure_follows(plan):
    page = plan("mix", LINES)
    promotion = card(page, "promotion")
    expect(promotion).to_have_attribute("data-fit", "near")
    expect(promotion.locator(".figure")).to_contain_text("33,3")
    promotion.locator("summary").click()
    line = promotion.locator('.line[data-id="p2"]')
    line.locator("select").focus()
    line.locator("select").select_option("educate")
    saved(page)
    expect(promotion.locator(".figure")).to_contain_text("25")
    assert page.stored().find("p2").intent is Intent.EDUCATE
    # It stays under the person's hands, and leaves with them.
    expect(line).to_have_class("line done")
    page.locator("h1").click()
    expect(line).to_have_count(0)


def test_the_gauges_follow_the_network_that_is_chosen(plan):
    page = plan("mix", LINES)
    expect(card(page, "thirds")).to_be_visible()
    page.locator(".st-key-mix-network input").click()
    page.get_by_role("option", name="Facebook").click()
    expect(card(page, "promotion").locator(".figure")).to_contain_text("0")
    expect(card(page, "thirds")).to_have_count(0)
    expect(card(page, "promotion")).to_have_attribute("data-fit", "fits")


@pytest.mark.slow
def test_the_first_line_of_a_plan_may_be_written_among_the_gauges(plan):
    page = plan("mix", [])
    expect(page.locator(".gauges .ghost")).to_be_visible()
    page.locator(".gauges .adder textarea").fill("La nuit au fournil")
    page.keyboard.press("Enter")
    saved(page)
    expect(card(page, "promotion")).to_be_visible()
    assert [post.title for post in page.stored().of(Post)] == ["La nuit au fournil"]


def opportunity(page: Page, record_id: str):
    return page.locator(f'.news .card[data-id="{record_id}"]')


def test_the_last_test_makes_a_go_that_becomes_a_line_and_is_undone(plan):
    page = plan("newsjacking", NEWS)
    bread = opportunity(page, "o1")
    expect(bread.locator(".confirm")).to_contain_text("n’y va pas")
    bread.locator(".chip input").nth(4).check(force=True)
    saved(page)
    expect(bread.locator(".confirm")).to_contain_text("On y va")
    bread.locator(".confirm").click()
    saved(page)
    assert page.stored().find("o1").verdict is Verdict.GO
    bread.locator(".make").click()
    expect(bread.locator(".made a")).to_contain_text("Journée du pain", timeout=10_000)
    saved(page)
    (line,) = page.stored().of(Post)
    assert (line.title, line.reason, line.opportunity) == ("Journée du pain",) * 2 + ("o1",)
    assert (line.date, line.text) == (dt.date(2027, 10, 16), "Notre levain")
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(bread.locator(".make")).to_be_visible()
    assert page.stored().of(Post) == ()


def test_a_risk_that_may_turn_against_us_is_left_aside_in_one_click(plan):
    page = plan("newsjacking", NEWS, width=390, height=844, has_touch=True)
    quarrel = opportunity(page, "o2")
    quarrel.locator(".confirm").tap()
    saved(page)
    assert page.stored().find("o2").verdict is Verdict.NO_GO
    page.locator("h1").tap()
    expect(page.locator(".news details.group")).to_be_visible()


def test_an_opportunity_is_written_and_described_with_keys_alone(plan):
    page = plan("newsjacking", [])
    page.locator(".news .adder textarea").focus()
    page.keyboard.type("Le prix du beurre")
    page.keyboard.press("Enter")
    page.keyboard.type("Une phrase claire")
    page.keyboard.press("Tab")
    saved(page)
    (found,) = page.stored().of(Opportunity)
    assert (found.topic, found.idea) == ("Le prix du beurre", "Une phrase claire")
