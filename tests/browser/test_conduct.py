"""Roles, crisis ladder, charter and influencers, used as a room uses them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.steps.attitudes.charter import CharterRule, EditorialPolicy
from canvas.steps.attitudes.crisis import CrisisLevel
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.competitors.influencers import Influencer
from canvas.steps.frame.people import Person
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def canvas(new_tab, server):
    """Open a canvas on a strategy of its own: `canvas(path, rows)`."""

    def open_canvas(path: str, rows=(), *, again: str = "", **options):
        strategy_id = again or server.service.create(server.person, {"name": "Essai"}, list(rows))
        step, show = path.split("/")
        page = new_tab(f"/{step}?strategy={strategy_id}&show={show}", **options)
        page.locator(".roles .table, .sheet .area").first.wait_for(timeout=30_000)
        return page, strategy_id

    return open_canvas


@pytest.fixture
def stored(server):
    """Return the records of a type, as another process reads them."""
    return lambda strategy_id, kind: server.service.open(strategy_id, server.person).of(kind)


TEAM = [
    ("person", "p1", {"name": "Maëlle Kervadec"}),
    ("person", "p2", {"name": "Solène Abgrall"}),
    ("network_role", "r1", {"network": "instagram", "publishers": ["p1"]}),
    ("network_role", "r2", {"network": "facebook"}),
]


def cell(page: Page, row: str, task: str) -> Locator:
    return page.locator(f'.roles .row[data-id="{row}"] .slot[data-task="{task}"]')


def names(where: Locator) -> list[str]:
    return where.locator(".person .name").all_inner_texts()


def drag(page: Page, source: Locator, target: Locator, *, by: str = "mouse") -> None:
    """Drag the middle of `source` onto the middle of `target`."""
    source.scroll_into_view_if_needed()
    start, end = source.bounding_box(), target.bounding_box()
    x0, y0 = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    x1, y1 = end["x"] + end["width"] / 2, end["y"] + end["height"] / 2
    points = [(x0 + (x1 - x0) * n / 10, y0 + (y1 - y0) * n / 10) for n in range(1, 11)]
    if by == "mouse":
        page.mouse.move(x0, y0)
        page.mouse.down()
        for x, y in points:
            page.mouse.move(x, y)
        page.mouse.up()
        return
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *at: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in at]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    send("touchStart", (x0, y0))
    for point in points:
        send("touchMove", point)
    send("touchEnd")


@pytest.mark.parametrize("by", ["mouse", pytest.param("touch", marks=pytest.mark.slow)])
def test_a_name_is_dragged_into_a_cell_and_on_to_another_and_undone(canvas, stored, by):
    page, strategy_id = canvas("attitudes/roles", TEAM, has_touch=by == "touch", height=1100)
    drag(page, page.locator('.names [data-person="p2"]'), cell(page, "r1", "repliers"), by=by)
    assert names(cell(page, "r1", "repliers")) == ["Solène"]
    saved(page)
    assert stored(strategy_id, NetworkRole)[0].repliers == ("p2",)
    chip = cell(page, "r1", "publishers").locator(".person")
    drag(page, chip, cell(page, "r2", "publishers"), by=by)
    saved(page)
    first, second = stored(strategy_id, NetworkRole)
    assert (first.publishers, second.publishers) == ((), ("p1",))
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(cell(page, "r1", "publishers").locator(".person")).to_have_count(1)


def test_a_new_colleague_and_a_new_network_are_written_with_keys_alone(canvas, stored):
    page, strategy_id = canvas("attitudes/roles")
    assert page.locator(".sample").is_visible()  # what the table will look like
    page.locator(".newcomer textarea").focus()
    for name in ("Camille", "Alex"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    assert names(page.locator(".names")) == ["Camille", "Alex"]
    page.locator("select.network").focus()
    page.keyboard.type("Inst")
    page.keyboard.press("Enter")
    row = page.locator(".roles .rows .row")
    expect(row).to_have_count(1)
    # In hand with Enter, then put with the cell's own button; the other from its list.
    page.locator(".names .person").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".roles .voice")).to_contain_text("Alex")
    row.locator('.slot[data-task="repliers"] .put').focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    row.locator('.slot[data-task="publishers"] select').focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    saved(page)
    people = {person.id: person.name for person in stored(strategy_id, Person)}
    (role,) = stored(strategy_id, NetworkRole)
    assert [people[i] for i in role.repliers] == ["Alex"]
    assert [people[i] for i in role.publishers] == ["Camille"]
    again, _ = canvas("attitudes/roles", again=strategy_id)
    expect(again.locator('.slot[data-task="publishers"] .person .name')).to_have_text("Camille")


def test_a_task_that_nobody_does_is_seen_until_somebody_does_it(canvas):
    page, _ = canvas("attitudes/roles", TEAM[:3])
    expect(page.locator(".gaps li")).to_have_count(2)
    expect(page.locator(".gaps li").first).to_contain_text("Instagram")
    expect(page.locator(".lacking")).to_have_count(2)
    page.locator('.names [data-person="p2"]').click()
    cell(page, "r1", "repliers").locator(".holds").click(position={"x": 4, "y": 4})
    cell(page, "r1", "moderators").locator(".put").click()
    expect(page.locator(".lacking")).to_have_count(0)
    expect(page.locator(".gaps li")).to_have_count(0)
    assert names(cell(page, "r1", "repliers")) == ["Solène"]


def test_a_network_chosen_elsewhere_waits_for_its_roles(canvas, stored):
    rows = [*TEAM[:2], ("network_option", "o1", {"network": "tiktok", "role": "main"})]
    page, strategy_id = canvas("attitudes/roles", rows)
    awaited = page.locator(".row.awaited")
    expect(awaited).to_contain_text("TikTok")
    drag(page, page.locator('.names [data-person="p1"]'), awaited.locator(".slot").first)
    expect(awaited).to_have_count(0)
    saved(page)
    (role,) = stored(strategy_id, NetworkRole)
    assert (str(role.network), role.publishers) == ("tiktok", ("p1",))


def test_the_first_step_of_alert_is_written_over_its_example(canvas, stored):
    page, strategy_id = canvas("attitudes/crisis", TEAM[:2])
    step = page.locator('.sheet .area[data-area="2"]')
    box = step.locator('.cell[data-field="signs"] textarea')
    assert box.get_attribute("placeholder")
    box.click()
    page.keyboard.type("La presse appelle")
    step.locator('.cell[data-field="responder"] select').first.select_option("p2")
    saved(page)
    (level,) = stored(strategy_id, CrisisLevel)
    assert (level.level, level.signs, level.responder) == (2, ("La presse appelle",), "p2")


def test_a_situation_climbs_a_step_with_a_key_or_with_the_mouse(canvas, stored):
    rows = [("crisis_level", "c1", {"name": "Une critique", "level": 1})]
    page, strategy_id = canvas("attitudes/crisis", rows, height=1400)
    card = page.locator('.card[data-id="c1"]')
    expect(card.locator(".missing li")).to_have_count(1)  # nobody answers
    card.locator(".handle").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator('.area[data-area="2"] .card[data-id="c1"]')).to_have_count(1)
    expect(page.locator(".sheet .voice")).to_contain_text("Une critique")
    drag(page, card.locator(".handle"), page.locator('.area[data-area="3"] h3'))
    saved(page)
    assert stored(strategy_id, CrisisLevel)[0].level == 3
    again, _ = canvas("attitudes/crisis", again=strategy_id)
    expect(again.locator('.area[data-area="3"] .card[data-id="c1"]')).to_have_count(1)


def test_the_charter_is_written_in_the_page_and_says_when_it_is_too_long(canvas, stored):
    page, strategy_id = canvas("attitudes/charter", [("organisation", "organisation", {})])
    gauge = page.get_by_role("meter")
    short = int(gauge.get_attribute("aria-valuenow"))
    page.locator('.area[data-area="no"] .card.ghost textarea').first.click()
    for rule in ("On ne répond jamais à chaud", "On ne parle pas des confrères"):
        page.keyboard.type(rule)
        page.keyboard.press("Enter")
    policy = page.locator('.area[data-area="policy"] .cell[data-field="text"] textarea')
    policy.fill("Nous montrons le pain qui se fait.")
    assert short < int(gauge.get_attribute("aria-valuenow")) < 100
    policy.fill("Nous montrons le pain qui se fait.\n" * 80)
    assert int(gauge.get_attribute("aria-valuenow")) > 100
    expect(page.locator(".desk")).to_contain_class("over")
    policy.blur()
    saved(page)
    assert [rule.rule for rule in stored(strategy_id, CharterRule)] == [
        "On ne répond jamais à chaud",
        "On ne parle pas des confrères",
    ]
    assert {str(rule.kind) for rule in stored(strategy_id, CharterRule)} == {"forbidden"}
    assert stored(strategy_id, EditorialPolicy)[0].text.startswith("Nous montrons")


def test_only_the_page_is_printed_with_what_is_filled_in(canvas):
    rows = [
        ("charter_rule", "c1", {"rule": "On dit où l’on travaille", "kind": "allowed"}),
        ("charter_rule", "c2", {"rule": "Jamais à chaud", "kind": "forbidden"}),
        ("person", "p1", {"name": "Maëlle"}),
        ("network_role", "r1", {"network": "instagram", "repliers": ["p1"]}),
    ]
    page, _ = canvas("attitudes/charter", rows)
    page.emulate_media(media="print")
    printed = page.locator("body").inner_text()
    assert "On dit où l’on travaille" in printed
    assert "Instagram" in printed
    assert page.locator(".canevas-paper h1").is_visible()
    assert page.locator(".stApp").is_hidden()
    page.emulate_media(media="screen")
    assert page.locator(".stApp").is_visible()
    # On another list the page is an ordinary page again.
    lists = page.locator(".st-key-lists-attitudes-charter")
    lists.get_by_role("radio", name=re.compile("^(Charter|Charte)$")).click()
    page.locator(".st-key-editor-charter_rule .row").first.wait_for()
    assert page.locator(".canevas-paper").count() == 0


CROWD = [
    ("influencer", "i1", {"name": "Léa", "first_wave": True, "relevance": 3}),
    ("influencer", "i2", {"name": "Théo", "first_wave": True, "relevance": 4}),
    ("influencer", "i3", {"name": "Anna", "relevance": 5}),
]


def ranked(page: Page, section: str) -> list[str]:
    cards = page.locator(f'.sheet .area[data-area="{section}"] .card:not(.ghost)')
    return [cards.nth(n).get_attribute("data-id") for n in range(cards.count())]


def test_a_better_score_moves_somebody_up_once_the_card_is_left(canvas, stored):
    page, strategy_id = canvas("competitors/influencers", CROWD)
    assert ranked(page, "first") == ["i2", "i1"]
    card = page.locator('.card[data-id="i1"]')
    card.locator('.cell[data-field="influence"] input').nth(4).click()
    expect(card.locator(".badge")).to_have_text("4")
    card.locator('.cell[data-field="closeness"] input').nth(4).click()
    expect(card.locator(".badge")).to_have_text("4,3")
    assert ranked(page, "first") == ["i2", "i1"]  # not under the cursor
    page.locator('.card[data-id="i3"] .cell[data-field="name"] textarea').click()
    expect(page.locator('.area[data-area="first"] .card').first).to_have_attribute("data-id", "i1")
    saved(page)
    assert stored(strategy_id, Influencer)[0].influence == 5


def test_the_ten_are_ticked_or_dragged_and_say_what_they_lack(canvas, stored):
    page, strategy_id = canvas("competitors/influencers", CROWD, height=1400)
    card = page.locator('.card[data-id="i3"]')
    assert not card.locator(".missing").is_visible()
    card.locator('.cell[data-field="first_wave"] input').check()
    expect(card.locator(".missing li")).to_have_count(4)
    assert ranked(page, "first")[0] == "i3"
    card.locator('.cell[data-field="goal"] select').select_option("visit")
    expect(card.locator(".missing li")).to_have_count(3)
    drag(page, page.locator('.card[data-id="i1"] .handle'), page.locator('[data-area="later"] h3'))
    assert ranked(page, "later") == ["i1"]
    saved(page)
    waves = {who.name: who.first_wave for who in stored(strategy_id, Influencer)}
    assert waves == {"Léa": False, "Théo": True, "Anna": True}
    page.locator('.area[data-area="first"] .card.ghost textarea').first.click()
    page.keyboard.type("Le chef")
    page.keyboard.press("Enter")
    saved(page)
    assert stored(strategy_id, Influencer)[-1].first_wave
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.locator('.area[data-area="first"] .card:not(.ghost)')).to_have_count(2)


@pytest.mark.slow
def test_two_tabs_that_fill_two_cells_at_once_lose_neither(canvas, stored):
    first, strategy_id = canvas("attitudes/roles", TEAM)
    second, _ = canvas("attitudes/roles", again=strategy_id)
    cell(first, "r2", "publishers").locator("select").select_option("p1")
    cell(second, "r2", "repliers").locator("select").select_option("p2")
    for page in (first, second):
        saved(page)
        expect(cell(page, "r2", "publishers").locator(".person")).to_have_count(1, timeout=10_000)
        expect(cell(page, "r2", "repliers").locator(".person")).to_have_count(1, timeout=10_000)
    role = stored(strategy_id, NetworkRole)[1]
    assert (role.publishers, role.repliers) == (("p1",), ("p2",))
