"""Filling the calendar: a dry run that is believed, one button, one undo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from canvas.domain.changes import Edit
from canvas.services import exchange
from canvas.steps.plan.calendar import Post
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RECORDS = [
    ("account", "port", {"handle": "@port", "network": "instagram"}),
    ("account", "page", {"handle": "Le Port", "network": "facebook"}),
    ("content_type", "article", {"name": "Article", "cta": "Lire"}),
    ("cadence", "photo", {"what": "Photo du four", "account": "port", "posts_per_week": 1,
                          "weekdays": ["tuesday"], "times": ["12:15"]}),
    ("cadence", "question", {"what": "Question", "account": "page", "posts_per_week": 0.5,
                             "weekdays": ["friday"]}),
    ("reuse_step", "r", {"name": "en carrousel", "source": "article", "account": "port",
                         "delay_days": 5}),
    ("post", "mine", {"title": "Le levain", "date": "2031-01-15", "account": "page",
                      "content_type": "article"}),
    ("promotion_action", "story", {"name": "La partager en story", "delay_days": 0}),
]  # fmt: skip


@pytest.fixture
def calendar(server):
    """A strategy of 2031, whatever the day on which this test runs."""
    settings = {"name": "Le Port", "start_date": "2031-01-01"}
    return server.service.create(server.person, settings, RECORDS)


@pytest.fixture
def stored(server, calendar):
    """The lines as the store has them."""
    return lambda: server.service.open(calendar, server.person).of(Post)


def open_fill(new_tab, strategy_id: str, **options) -> Page:
    page = new_tab(f"/plan?strategy={strategy_id}&show=fill&lang=en", **options)
    expect(button(page)).to_be_visible(timeout=30_000)
    return page


def button(page: Page):
    return page.locator(".st-key-fill-calendar").get_by_role("button")


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo").click()


def test_a_quarter_is_generated_as_the_dry_run_said_and_undone_at_once(new_tab, calendar, stored):
    page = open_fill(new_tab, calendar)
    expect(page.get_by_role("heading", name="19 new lines")).to_be_visible()
    expect(page.get_by_role("row", name="Photo du four · @port 12")).to_be_visible()
    button(page).click()
    expect(page.get_by_text("Done: 19 new lines.")).to_be_visible()
    expect(button(page)).to_be_disabled()
    assert len(stored()) == 20
    undo(page)
    expect(page.get_by_role("heading", name="19 new lines")).to_be_visible()
    expect(page.get_by_text("Done:")).to_have_count(0)
    assert len(stored()) == 1


@pytest.mark.slow
def test_one_rhythm_of_another_quarter_is_filled_alone(new_tab, calendar, stored):
    page = open_fill(new_tab, calendar)
    page.get_by_role("button", name="Photo du four · @port").click()
    expect(page.get_by_role("heading", name="12 new lines")).to_be_visible()
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="1 April 2031").click()
    page.get_by_text("Line by line").click()
    expect(page.get_by_text("1 April 2031 at 12:15: Photo du four")).to_be_visible()
    button(page).click()
    expect(page.get_by_text("Done: 13 new lines.")).to_be_visible()
    assert {post.date.month for post in stored() if post.cadence} == {4, 5, 6}


def test_what_was_edited_by_hand_is_counted_and_left_alone(new_tab, server, calendar, stored):
    page = open_fill(new_tab, calendar)
    button(page).click()
    expect(page.get_by_text("Done: 19 new lines.")).to_be_visible()
    line = next(post for post in stored() if post.cadence == "photo")
    server.service.edit(calendar, server.person, [
        Edit("post", line.id, "text", None, "Quatre heures."),
        Edit("cadence", "photo", "weekdays", ["tuesday"], ["monday"]),
    ])  # fmt: skip
    page.reload()
    expect(page.get_by_role("heading", name="1 new line · 11 lines moved")).to_be_visible(
        timeout=30_000
    )
    expect(page.get_by_text("1 kept because you edited it")).to_be_visible()
    button(page).click()
    expect(page.get_by_text("Done: 1 new line · 11 lines moved.")).to_be_visible()
    assert next(post for post in stored() if post.id == line.id).date == line.date


def test_a_chain_is_unfolded_from_its_line(new_tab, calendar, stored):
    page = open_fill(new_tab, calendar)
    page.get_by_text("Chains of reuse: 1 line to unfold").click()
    page.get_by_role("button", name="Add 1 line").click()
    expect(page.get_by_text("Chains of reuse")).to_have_count(0)
    assert "Le levain – en carrousel" in {post.title for post in stored()}


def test_a_step_of_the_promotion_routine_is_ticked_on_a_telephone_and_undone(
    new_tab, calendar, stored
):
    page = open_fill(new_tab, calendar, width=390, height=844)
    tick = page.get_by_role("checkbox", name="La partager en story")
    page.get_by_text("La partager en story").click()
    expect(tick).to_be_checked()
    expect(page.get_by_text("0 steps to do")).to_be_visible()
    assert stored()[0].promotion_done == ("story",)
    saved(page)
    undo(page)
    expect(tick).not_to_be_checked()
    expect(page.get_by_text("1 step to do")).to_be_visible()
    assert stored()[0].promotion_done == ()
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390


def test_the_bakery_is_asked_for_nothing_that_it_has_already(new_tab, server):
    bakery = exchange.open_example(server.service, server.person, "bakery")
    page = open_fill(new_tab, bakery)
    expect(page.get_by_text("kept because you edited them")).to_be_visible()
