"""The action plan: its board, its line of time, and the committee's agenda and decisions."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action, CommitteeMeeting
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TODAY = dt.date.today()  # noqa: DTZ011
PAST, SOON = (str(TODAY + dt.timedelta(days)) for days in (-3, 20))

STRATEGY = [
    ("person", "ana", {"name": "Ana"}),
    ("action", "film", {"title": "Film the oven", "status": "doing", "owner": "ana",
                        "due": SOON}),
    ("action", "cut", {"title": "Cut the film", "status": "to_do", "due": PAST,
                       "depends_on": ["film"]}),
    ("committee_meeting", "m", {"topic": "Spring", "date": SOON, "agenda": ["Figures"],
                                "decisions": ["Close TikTok", "Film in May"]}),
]  # fmt: skip


@pytest.fixture
def plan(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Actions"}, STRATEGY)

    def open_plan(show: str, **options) -> Page:
        options = {"locale": "en-GB", **options}
        return new_tab(f"/plan?strategy={strategy_id}&show={show}", **options)

    open_plan.strategy = lambda: server.service.open(strategy_id, server.person)
    open_plan.history = lambda: len(server.service.history(strategy_id, server.person))
    return open_plan


def card(page: Page, key: str):
    return page.locator(f'.card[data-id="{key}"]')


def area(page: Page, status: str):
    return page.locator(f'.area[data-area="{status}"]')


def test_the_board_says_what_is_late_and_waits_and_a_card_goes_to_another_column(plan):
    page = plan("action_board")
    expect(card(page, "cut").locator(".hint")).to_contain_text("late by 3 days")
    expect(card(page, "cut").locator(".hint")).to_contain_text("Film the oven")
    expect(page.get_by_text("1 action is late, and 1 action waits for another")).to_be_visible()
    handle = card(page, "cut").locator(".handle")
    start, goal = handle.bounding_box(), area(page, "doing").bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(goal["x"] + 60, goal["y"] + 50, steps=6)
    page.mouse.up()
    expect(area(page, "doing").locator(".card")).to_have_count(2)
    saved(page)
    assert plan.strategy().find("cut").status is Progress.DOING
    card(page, "cut").locator(".handle").focus()
    page.keyboard.press("ArrowLeft")
    saved(page)
    assert plan.strategy().find("cut").status is Progress.TO_DO


def test_a_phone_ticks_an_action_with_one_tap_and_frees_what_waited_for_it(plan):
    page = plan("action_board", width=390, height=844, has_touch=True)
    before = plan.history()
    card(page, "film").locator(".tick").tap()
    expect(area(page, "done").locator(".card")).to_have_count(1)
    saved(page)
    assert plan.strategy().find("film").status is Progress.DONE
    assert plan.history() == before + 1
    expect(card(page, "cut").locator(".hint")).not_to_contain_text("Film the oven")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card(page, "film").locator(".tick input").uncheck()
    saved(page)
    assert plan.strategy().find("film").status is Progress.TO_DO


def test_actions_that_would_wait_for_each_other_are_refused_with_a_sentence(plan):
    page = plan("action_board")
    film = card(page, "film")
    film.locator(".toggle").click()
    film.locator('[data-field="depends_on"] select').select_option("cut")
    expect(film.locator('[data-field="depends_on"] .problem')).to_contain_text(
        "“Cut the film” already waits for this action"
    )
    assert plan.strategy().find("film").depends_on == ()


def test_the_line_of_time_shows_bars_and_the_same_as_a_table(plan):
    page = plan("timeline", width=390)
    expect(page.locator("canvas, svg.marks").first).to_be_visible(timeout=30_000)
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(2)
    expect(page.locator("table")).to_contain_text("starts before “Film the oven” is due")
    page.get_by_role("radio", name="By quarter").click()
    expect(rows).to_have_count(2)


def test_the_agenda_is_written_in_one_click_and_decisions_become_actions(plan):
    page = plan("committee")
    page.get_by_role("button", name="Write the agenda").click()
    expect(page.get_by_text("Nothing in the plan calls for one more point.")).to_be_visible()
    (meeting,) = plan.strategy().of(CommitteeMeeting)
    assert meeting.agenda[0] == "Figures"
    assert "Late by 3 days: Cut the film" in meeting.agenda
    before = plan.history()
    page.get_by_role("button", name="Make all of them actions").click()
    expect(page.get_by_text("Every decision of your committees has its action.")).to_be_visible()
    titles = [action.title for action in plan.strategy().of(Action)]
    assert titles[-2:] == ["Close TikTok", "Film in May"]
    assert plan.history() == before + 1
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Make all of them actions")).to_be_visible()
