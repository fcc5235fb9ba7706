"""The calendar: lines dragged to other days, written, found, moved on, in every view."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.domain.changes import Edit
from canvas.services import exchange
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from tests.browser.acting import saved
from tests.browser.test_projection import SMALLEST, project, turn

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINES = (
    ("Le levain", "2027-03-09", "instagram"),
    ("La vitrine", "2027-03-11", "facebook"),
    ("Un jour", None, None),
)


def day(page: Page, iso: str) -> Locator:
    return page.locator(f'.calendar .day[data-day="{iso}"]')


def line(page: Page, title: str) -> Locator:
    shown = page.locator(".calendar .line:not(.ghosted)")
    return shown.filter(has=page.get_by_text(title, exact=True))


def titles(scope: Locator) -> list[str]:
    return scope.locator(".line:not(.ghosted) .title").all_inner_texts()


@pytest.fixture
def plan(new_tab, server):
    """A calendar with two lines in March 2027 and an idea, in a tab of its own."""
    strategy_id = server.service.create(
        server.person,
        {"name": "Calendrier", "country": "FR"},
        [
            ("account", "a1", {"handle": "@levain", "network": "instagram", "rank": "main"}),
            *(
                ("post", f"p{n}", {"title": title, "date": date, "network": network})
                for n, (title, date, network) in enumerate(LINES)
            ),
        ],
    )

    def open_plan(query: str = "&day=2027-03-01", **options) -> Page:
        page = new_tab(f"/plan?strategy={strategy_id}{query}", **options)
        page.locator(".calendar .line").first.wait_for(timeout=30_000)
        return page

    def posts() -> dict[str, Post]:
        return {p.title: p for p in server.service.open(strategy_id, server.person).of(Post)}

    open_plan.posts = posts
    open_plan.date = lambda title: str(posts()[title].date or "")
    open_plan.id = strategy_id
    return open_plan


def drag(page: Page, source: Locator, target: Locator, *, by: str = "mouse") -> None:
    """Drag `source` onto `target`."""
    target.scroll_into_view_if_needed()
    source.scroll_into_view_if_needed()
    start, end = source.bounding_box(), target.bounding_box()
    x0, y0 = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    x1, y1 = end["x"] + end["width"] / 2, end["y"] + min(end["height"] / 2, 60)
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


@pytest.mark.parametrize("by", ["mouse", "touch"])
def test_a_line_is_dragged_to_another_week_kept_and_undone(plan, by):
    page = plan(has_touch=by == "touch")
    moved = line(page, "Le levain")
    drag(page, moved.locator(".grip") if by == "touch" else moved, day(page, "2027-03-17"), by=by)
    # It is there at once; the server's word comes after.
    assert titles(day(page, "2027-03-17")) == ["Le levain"]
    expect(page.locator(".calendar .voice")).to_contain_text("mercredi 17 mars 2027")
    saved(page)
    assert plan.date("Le levain") == "2027-03-17"
    page.reload()
    expect(day(page, "2027-03-17").locator(".title")).to_have_text("Le levain", timeout=30_000)
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(day(page, "2027-03-09").locator(".title")).to_have_text("Le levain")
    expect(page.locator(".calendar dialog")).not_to_be_visible()


def test_an_idea_is_dragged_to_a_day_and_back_among_the_ideas(plan):
    page = plan()
    tray = page.locator(".calendar .tray")
    drag(page, line(page, "Un jour"), day(page, "2027-03-12"))
    assert titles(day(page, "2027-03-12")) == ["Un jour"]
    saved(page)
    assert plan.date("Un jour") == "2027-03-12"
    drag(page, line(page, "Un jour"), tray)
    assert titles(tray) == ["Un jour"]
    saved(page)
    assert plan.date("Un jour") == ""


def test_a_line_is_dragged_into_another_week_over_the_way_to_it(plan):
    page = plan("&day=2027-03-09&as=week", locale="en-GB")
    start = line(page, "Le levain").bounding_box()
    onward = page.get_by_role("button", name="Next week").bounding_box()
    page.mouse.move(start["x"] + 30, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(onward["x"] + 8, onward["y"] + 12, steps=6)
    expect(page.locator(".toolbar h3")).to_have_text("Week of 15 March 2027")
    page.wait_for_timeout(1200)  # the server's word on that week comes, without the line
    target = day(page, "2027-03-18").bounding_box()
    page.mouse.move(target["x"] + 40, target["y"] + 120, steps=6)
    page.mouse.up()
    assert titles(day(page, "2027-03-18")) == ["Le levain"]
    saved(page)
    assert plan.date("Le levain") == "2027-03-18"


def test_a_line_is_carried_with_keys_into_a_month_that_is_not_there_yet(plan):
    page = plan(locale="en-GB")
    line(page, "Le levain").locator(".open").focus()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("PageDown")
        page.wait_for_timeout(500)
    page.keyboard.press("Enter")
    assert titles(day(page, "2027-06-09")) == ["Le levain"]
    saved(page)
    assert plan.date("Le levain") == "2027-06-09"


def test_a_line_is_moved_with_keys_alone_and_each_step_is_announced(plan):
    page = plan()
    voice = page.locator(".calendar .voice")
    line(page, "Le levain").locator(".open").focus()
    page.keyboard.press("Space")
    expect(voice).to_contain_text("Le levain")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(voice).to_contain_text("mercredi 17 mars 2027")
    assert plan.date("Le levain") == "2027-03-09"
    page.keyboard.press("Space")
    saved(page)
    assert plan.date("Le levain") == "2027-03-17"
    expect(line(page, "Le levain").locator(".open")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert titles(day(page, "2027-03-17")) == ["Le levain"]
    page.keyboard.press("Delete")
    saved(page)
    assert "Le levain" not in plan.posts()


def test_a_title_and_enter_on_a_day_make_a_line_filled_in_from_the_strategy(plan):
    page = plan(locale="en-GB")
    day(page, "2027-03-18").locator(".date").press("Enter")
    page.keyboard.type("Bread at seven")
    page.keyboard.press("Enter")
    assert titles(day(page, "2027-03-18")) == ["Bread at seven"]
    page.keyboard.type("Bread at eight")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(day(page, "2027-03-18").locator(".date")).to_be_focused()
    saved(page)
    made = plan.posts()["Bread at seven"]
    assert (made.date, str(made.network), made.account) == (
        dt.date(2027, 3, 18),
        "instagram",
        "a1",
    )
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(day(page, "2027-03-18").locator(".title")).to_have_text(["Bread at seven"])
    assert set(plan.posts()) == {"Bread at seven", *(title for title, _, _ in LINES)}


@pytest.mark.slow
def test_two_tabs_moving_two_lines_lose_neither(plan):
    first, second = plan(), plan()
    drag(first, line(first, "Le levain"), day(first, "2027-03-16"))
    drag(second, line(second, "La vitrine"), day(second, "2027-03-18"))
    saved(first)
    saved(second)
    for page in (first, second):
        expect(day(page, "2027-03-16").locator(".title")).to_have_text("Le levain", timeout=10_000)
        expect(day(page, "2027-03-18").locator(".title")).to_have_text("La vitrine")


def test_a_line_is_filled_in_beside_the_calendar(plan):
    page = plan(locale="en-GB")
    line(page, "La vitrine").locator(".open").click()
    panel = page.locator(".calendar dialog.panel")
    panel.locator('[data-field="text"] textarea').fill("Six heures, la lumière s’allume.")
    panel.locator('[data-field="practices"] input').first.check(force=True)
    panel.locator("button.main").click()
    panel.locator('[data-field="private_note"] textarea').fill("À relire")
    page.keyboard.press("Escape")
    expect(panel).not_to_be_visible()
    expect(line(page, "La vitrine").locator(".open")).to_be_focused()
    saved(page)
    stored = plan.posts()["La vitrine"]
    assert stored.text == "Six heures, la lumière s’allume."
    assert stored.private_note == "À relire"
    assert stored.status is PostStatus.DRAFT
    assert len(stored.practices) == 1


def test_a_line_is_copied_to_another_day_and_deleted_from_its_panel(plan):
    page = plan(locale="en-GB")
    line(page, "La vitrine").locator(".open").click()
    panel = page.locator(".calendar dialog.panel")
    panel.get_by_label("Day of the copy").fill("2027-03-25")
    panel.get_by_role("button", name="Duplicate", exact=True).click()
    page.keyboard.press("Escape")
    expect(day(page, "2027-03-25").locator(".title")).to_have_text("La vitrine", timeout=10_000)
    day(page, "2027-03-25").locator(".open").click()
    panel.get_by_role("button", name="Delete the post").click()
    assert titles(day(page, "2027-03-25")) == []
    saved(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(day(page, "2027-03-25").locator(".title")).to_have_text("La vitrine", timeout=10_000)


def test_the_period_stays_through_other_people_s_edits_a_reload_and_back(plan, server):
    page = plan(locale="en-GB")
    page.get_by_role("button", name="Next month").click()
    expect(page.locator(".toolbar h3")).to_have_text("April 2027")
    page.locator('[data-view="week"]').click()
    expect(page).to_have_url(re.compile(r"day=2027-04-01.*as=week|as=week.*day=2027-04-01"))
    page.get_by_role("button", name="Next week").click()
    expect(page.locator(".toolbar h3")).to_have_text("Week of 5 April 2027")
    edit = Edit("post", "p0", "title", "Le levain", "Le levain dur")
    server.service.edit(plan.id, server.person, [edit])
    page.wait_for_timeout(1500)
    expect(page.locator(".toolbar h3")).to_have_text("Week of 5 April 2027")
    page.reload()
    expect(page.locator(".toolbar h3")).to_have_text("Week of 5 April 2027", timeout=30_000)
    page.get_by_role("button", name="Previous week").click()
    expect(page).to_have_url(re.compile("day=2027-04-01"))
    page.go_back()
    expect(page.locator(".toolbar h3")).to_have_text("Week of 5 April 2027")


def test_a_phone_opens_on_the_list_adds_an_idea_and_moves_a_line_on_with_a_tap(plan):
    page = plan(width=390, height=844, has_touch=True, is_mobile=True, locale="en-GB")
    expect(page.locator('[data-view="list"]')).to_have_attribute("aria-pressed", "true")
    box = page.get_by_label("Write an idea, then Enter")
    box.fill("Photo du four")
    page.locator(".tray .composer button").tap()
    expect(page.locator(".tray .count")).to_have_text("2")
    line(page, "La vitrine").locator(".forward").tap()
    saved(page)
    assert plan.date("Photo du four") == ""
    assert plan.posts()["La vitrine"].status is PostStatus.DRAFT
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator('[data-view="month"]').tap()
    page.locator('.dotted[data-day="2027-03-11"]').tap()
    expect(page.locator(".month > .agenda .title")).to_have_text("La vitrine")


def test_lines_are_found_by_network_status_and_words(plan):
    page = plan(locale="en-GB")
    page.get_by_label("Show one network or account").select_option("n:instagram")
    expect(page.locator(".view .title")).to_have_text(["Le levain"])
    page.get_by_label("Show one network or account").select_option("")
    page.get_by_label("Show one status").select_option("draft")
    expect(page.locator(".view .line")).to_have_count(0)
    page.get_by_label("Show one status").select_option("")
    page.locator('[data-view="list"]').click()
    page.get_by_role("button", name="Today").click()
    page.get_by_label("Search in the calendar").fill("VITRINE")
    expect(page.locator(".view .title")).to_have_text(["La vitrine"], timeout=10_000)


def test_all_fields_of_a_line_are_one_click_from_its_panel(plan):
    page = plan(locale="en-GB")
    line(page, "La vitrine").locator(".open").click()
    page.get_by_role("button", name="All fields").click()
    expect(page.locator(".editor .row").first).to_be_visible(timeout=15_000)


def test_the_promotion_is_ticked_off_and_a_post_becomes_others(new_tab, server):
    strategy_id = server.service.create(
        server.person,
        {"name": "Suites"},
        [
            ("content_type", "t1", {"name": "Article"}),
            ("promotion_action", "r1", {"name": "Thank the reader", "level": "both"}),
            ("reuse_step", "s1", {"name": "a carousel", "source": "t1", "delay_days": 7}),
            ("post", "p1", {"title": "Why bread", "date": "2027-03-09", "content_type": "t1"}),
        ],
    )
    page = new_tab(f"/plan?strategy={strategy_id}&day=2027-03-01", locale="en-GB")
    line(page, "Why bread").locator(".open").click()
    panel = page.locator(".calendar dialog.panel")
    panel.get_by_label("Thank the reader").check()
    panel.get_by_role("button", name="Plan what it becomes: 1").click()
    expect(panel).to_contain_text("All that it becomes is planned.", timeout=10_000)
    page.keyboard.press("Escape")
    expect(day(page, "2027-03-16").locator(".title")).to_have_text("Why bread – a carousel")
    saved(page)
    stored = server.service.open(strategy_id, server.person).linked(Post, "p1")
    assert stored.promotion_done == ("r1",)


def test_what_is_half_written_on_a_day_is_not_lost_with_the_period(plan):
    page = plan(locale="en-GB")
    day(page, "2027-03-18").locator(".date").click()
    page.keyboard.type("Half a thought")
    page.get_by_role("button", name="Next month").click()
    saved(page)
    assert plan.date("Half a thought") == "2027-03-18"


def test_two_people_who_move_one_line_keep_the_first_move(plan, server):
    page = plan(locale="en-GB")
    page.context.set_offline(True)
    drag(page, line(page, "Le levain"), day(page, "2027-03-16"))
    server.service.edit(
        plan.id, server.person, [Edit("post", "p0", "date", "2027-03-09", "2027-03-23")]
    )
    page.context.set_offline(False)
    expect(day(page, "2027-03-23").locator(".title")).to_have_text("Le levain", timeout=20_000)
    saved(page)
    assert plan.date("Le levain") == "2027-03-23"


@pytest.mark.slow
def test_three_hundred_lines_in_a_month_stay_fluid(new_tab, server):
    rows = [
        ("post", f"p{n}", {"title": f"Ligne {n}", "date": f"2027-03-{1 + n % 31:02}"})
        for n in range(300)
    ]
    strategy_id = server.service.create(server.person, {"name": "Plein"}, rows)
    page = new_tab(f"/plan?strategy={strategy_id}&day=2027-03-01", locale="en-GB", height=1400)
    page.locator(".calendar .line").first.wait_for(timeout=30_000)
    busy = day(page, "2027-03-10")
    expect(busy.locator(".line")).to_have_count(3)
    busy.locator(".more").click()
    expect(busy.locator(".line")).to_have_count(10, timeout=10_000)
    drag(page, busy.locator(".line").first, day(page, "2027-03-04"))
    assert busy.locator(".line").count() == 9
    saved(page)
    moved = [p for p in server.service.open(strategy_id, server.person).of(Post) if p.id == "p9"]
    assert [str(p.date) for p in moved] == ["2027-03-04"]


def test_a_projected_month_stands_on_one_screen_and_is_read_from_the_back(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "software")
    page = new_tab(f"/plan?strategy={strategy_id}&day=2027-03-01", width=1920, height=1080)
    page.locator(".calendar .line").first.wait_for(timeout=30_000)
    project(page)
    grid = page.locator(".calendar.room .grid")
    grid.wait_for(timeout=20_000)
    assert page.evaluate(SMALLEST) == []
    box = grid.bounding_box()
    assert box["y"] + box["height"] <= 1080
    turn(page, "ArrowRight")
    expect(page.locator(".calendar.part .week .day")).to_have_count(7, timeout=15_000)
    assert page.evaluate(SMALLEST) == []
