"""The balance of time, money and patience: moved, read, kept, compared and chosen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

STRATEGY = [
    ("account", "a", {"handle": "@port", "network": "instagram"}),
    ("account", "b", {"handle": "Carnet", "network": "blog"}),
    ("cadence", "photo", {"what": "Photo", "account": "a", "posts_per_week": 2, "minimum": 1,
                          "maximum": 4, "effort_hours": 1}),
    ("cadence", "article", {"what": "Article", "account": "b", "posts_per_week": 0.5,
                            "minimum": 0.25, "maximum": 1, "effort_hours": 4}),
    ("task_automation", "t", {"task": "Répondre", "hours_week": 2}),
    ("team_member", "n", {"name": "Nora", "belonging": "internal", "hours_week": 8}),
    ("budget_line", "p", {"label": "Studio", "category": "provider", "planned": 6000_00}),
    ("objective", "o", {"title": "Passer à 60 commandes", "is_primary": True, "baseline": 20,
                        "target": 60, "start": "2027-01-01", "due": "2027-07-01"}),
    ("tradeoff", "tradeoff", {"time": 0.5, "money": 0.2, "quality": 0.3}),
]  # fmt: skip


def weights(page: Page) -> list[int]:
    values = page.locator(".slider .value").all_inner_texts()
    return [int(re.sub(r"\D", "", value)) for value in values]


def big(page: Page, name: str) -> Locator:
    return page.locator(f".tile.{name} .big")


def handle(page: Page) -> Locator:
    return page.locator(".picture .handle")


def point(page: Page, time: float, patience: float) -> tuple[float, float]:
    """Return where a balance stands on the screen."""
    box = page.locator(".picture .outline").bounding_box()
    x = (50 * time + 100 * patience) / 100
    return box["x"] + box["width"] * x / 100, box["y"] + box["height"] * (1 - time / 100)


def drag(page: Page, time: float, patience: float, *, by: str = "mouse") -> None:
    """Drag the handle to a balance."""
    box = handle(page).locator(".knob").bounding_box()
    x0, y0 = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    x1, y1 = point(page, time, patience)
    if by == "mouse":
        page.mouse.move(x0, y0)
        page.mouse.down()
        page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2, steps=4)
        page.mouse.move(x1, y1, steps=4)
        page.mouse.up()
        return
    touch = page.context.new_cdp_session(page)
    where = [{"x": x0 + (x1 - x0) * n / 8, "y": y0 + (y1 - y0) * n / 8} for n in range(9)]
    for kind, points in [("touchStart", where[:1]), *(("touchMove", [p]) for p in where[1:])]:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def bench(new_tab, server):
    """A balance of 50, 20 and 30 over two rhythms, in a tab of its own."""
    strategy_id = server.service.create(server.person, {"name": "Arbitrage"}, STRATEGY)

    def open_bench(**options):
        page = new_tab(f"/resources?strategy={strategy_id}", **options)
        handle(page).wait_for(timeout=30_000)
        handle(page).scroll_into_view_if_needed()
        return page

    def stored() -> list[float | None]:
        tradeoff = open_bench.strategy().one(Tradeoff)
        return [tradeoff.time, tradeoff.money, tradeoff.quality]

    def history() -> int:
        return len(server.service.history(strategy_id, server.person))

    open_bench.strategy = lambda: server.service.open(strategy_id, server.person)
    open_bench.stored = stored
    open_bench.history = history
    return open_bench


@pytest.mark.parametrize("by", ["mouse", pytest.param("touch", marks=pytest.mark.slow)])
def test_the_handle_is_dragged_saved_in_one_group_and_undone(bench, by):
    page = bench(has_touch=by == "touch")
    before = bench.history()
    drag(page, 20, 20, by=by)
    assert weights(page) == [20, 60, 20]
    saved(page)
    assert bench.stored() == [0.2, 0.6, 0.2]
    assert bench.history() == before + 1
    page.reload()
    handle(page).wait_for()
    assert weights(page) == [20, 60, 20]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.locator(".slider .value").first).to_have_text(re.compile("50"))
    assert weights(page) == [50, 20, 30]


def test_what_it_means_follows_the_handle_before_it_is_let_go(bench):
    page = bench()
    assert big(page, "posts").inner_text() == "3,5"
    page.mouse.move(*point(page, 50, 30))
    page.mouse.down()
    page.mouse.move(*point(page, 50, 50), steps=3)
    assert big(page, "posts").inner_text() == "2,5"
    assert big(page, "cost").inner_text() == "0\u00a0€"
    page.mouse.move(*point(page, 50, 0), steps=3)
    assert page.locator(".verdict").inner_text().count("budget") == 1
    assert bench.stored() == [0.5, 0.2, 0.3]
    page.mouse.up()
    saved(page)
    assert bench.stored() == [0.5, 0.5, 0]


def test_the_handle_moves_with_keys_alone_by_ten_or_by_five_with_shift(bench):
    page = bench()
    before = bench.history()
    handle(page).focus()
    page.keyboard.press("ArrowLeft")
    assert weights(page) == [50, 30, 20]
    page.keyboard.press("Shift+ArrowRight")
    assert weights(page) == [50, 25, 25]
    page.keyboard.press("ArrowUp")
    assert weights(page) == [60, 20, 20]
    expect(handle(page)).to_have_attribute("aria-valuetext", re.compile("60.*20.*20"))
    expect(page.locator(".voice")).to_contain_text("Temps 60")
    saved(page)
    assert bench.stored() == [0.6, 0.2, 0.2]
    assert bench.history() == before + 1


def test_one_slider_moves_and_the_two_others_keep_their_proportion(bench):
    page = bench()
    slider = page.get_by_role("slider", name="Notre temps")
    slider.focus()
    slider.press("End")
    assert weights(page) == [100, 0, 0]
    slider.press("Home")
    assert weights(page) == [0, 40, 60]
    page.locator(".tile h2").last.click()
    saved(page)
    assert bench.stored() == [0, 0.4, 0.6]


def test_cheap_fast_and_effortless_is_refused_with_its_reason(bench):
    page = bench()
    expect(page.locator(".legend")).to_contain_text("Refusé")
    drag(page, 5, 90)
    expect(page.locator(".verdict .refused")).to_contain_text("0,8")
    assert big(page, "posts").inner_text() == "–"
    expect(page.get_by_role("button", name="Garder cette position")).to_be_disabled()


def test_a_position_is_kept_as_a_scenario_renamed_compared_and_removed(bench):
    page = bench()
    page.get_by_role("button", name="Garder cette position").click()
    card = page.locator(".card.scenario")
    expect(card).to_have_count(1)
    saved(page)
    kept = bench.strategy().of(Scenario)[0]
    assert (kept.posts_per_week, kept.hours_week) == (3.5, 6)
    assert kept.name == "Temps 50\u202f%, argent 20\u202f%, patience 30\u202f%"
    expect(card).to_contain_text("1 de plus que prévu")
    name = card.locator("textarea")
    name.fill("Nora et un studio")
    name.blur()
    saved(page)
    assert bench.strategy().of(Scenario)[0].name == "Nora et un studio"
    card.locator(".remove").click()
    saved(page)
    assert bench.strategy().of(Scenario) == ()


def test_choosing_a_scenario_says_what_changes_writes_it_at_once_and_is_undone_at_once(bench):
    page = bench()
    page.get_by_role("button", name="Garder cette position").click()
    saved(page)
    before = bench.history()
    card = page.locator(".card.scenario")
    card.get_by_role("button", name="Choisir…").click()
    expect(card.locator(".panel")).to_contain_text("Instagram, «\u00a0Photo\u00a0»\u00a0: 2 → 2,8")
    expect(card.locator(".panel")).to_contain_text("Échéance")
    assert bench.history() == before
    card.get_by_role("button", name="Choisir et tout écrire").click()
    expect(card).to_have_class(re.compile("chosen"))
    saved(page)
    strategy = bench.strategy()
    assert [c.posts_per_week for c in strategy.of(Cadence)] == [2.8, 0.7]
    assert strategy.one(Tradeoff).scenario == strategy.of(Scenario)[0].id
    assert str(strategy.find("o").due) == "2027-05-11"
    assert str(strategy.find("delivery").delivery_model) == "mixed"
    assert bench.history() == before + 1
    expect(card.get_by_role("button", name="Choisi")).to_be_disabled()
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(card).not_to_have_class(re.compile("chosen"))
    strategy = bench.strategy()
    assert [c.posts_per_week for c in strategy.of(Cadence)] == [2, 0.5]
    assert str(strategy.find("o").due) == "2027-07-01"


def test_what_the_means_allow_is_said_with_its_limit_and_takes_the_handle_there(bench):
    page = bench(locale="en-GB")
    before = bench.history()
    panel = page.get_by_role("region", name="What your means allow")
    expect(panel.locator(".allowed-figures")).to_contain_text("5")
    expect(panel.locator(".limits li")).to_have_count(2)  # the ceilings, and hours left over
    expect(panel.locator(".gains")).to_contain_text("Instagram")
    panel.get_by_role("button").first.click()
    assert weights(page) == [75, 25, 0]
    assert big(page, "posts").inner_text() == "5"
    saved(page)
    assert bench.stored() == [0.75, 0.25, 0]
    assert bench.history() == before + 1
    expect(panel.get_by_role("button").first).to_be_disabled()
    panel.get_by_role("button").nth(1).click()
    saved(page)
    kept = bench.strategy().of(Scenario)[0]
    assert (kept.posts_per_week, kept.hours_week) == (5, 8)
    assert kept.name == "What our means allow"


@pytest.mark.slow
def test_two_people_who_move_the_handle_at_once_are_asked_which_one_stands(bench):
    first, second = bench(), bench()
    # The second one holds the handle while the first one's move arrives.
    second.mouse.move(*point(second, 50, 30))
    second.mouse.down()
    second.mouse.move(*point(second, 60, 20), steps=3)
    drag(first, 40, 30)
    saved(first)
    second.wait_for_timeout(600)
    second.mouse.up()
    note = second.locator(".note.watch")
    expect(note).to_be_visible()
    note.get_by_role("button", name="Garder ma version").click()
    saved(second)
    assert bench.stored() == [0.6, 0.2, 0.2]
    expect(first.locator(".slider .value").first).to_contain_text("60")


def test_an_empty_strategy_shows_in_grey_what_it_would_mean_and_what_is_assumed(
    new_tab, strategy_id
):
    page = new_tab(f"/resources?strategy={strategy_id}")
    handle(page).wait_for(timeout=30_000)
    expect(page.locator(".meaning")).to_have_class(re.compile("guess"))
    expect(page.locator(".assumed")).to_contain_text("2\u00a0h par publication")
    handle(page).focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".meaning")).not_to_have_class(re.compile("guess"))
    saved(page)
