"""Whom first: the ladder and the six shares, with a mouse, a finger or keys alone."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.domain.changes import Edit
from canvas.steps.segments.groups import TechnographicGroup
from canvas.steps.segments.ladder import targets
from tests.browser.acting import saved
from tests.browser.test_board import drag

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PEOPLE = [
    ("segment", "s1", {"name": "Curieux", "temperature": "cold", "priority": "high"}),
    ("segment", "s2", {"name": "Pressés", "temperature": "hot", "priority": "medium"}),
    ("audience", "a1", {"name": "Presse", "kind": "journalist", "priority": "medium"}),
    ("segment", "s3", {"name": "Habitués", "temperature": "regular", "priority": "low"}),
]


def rung(page: Page, record_id: str) -> Locator:
    return page.locator(f'.ladder .rung[data-id="{record_id}"]')


def order(page: Page) -> list[str]:
    return page.locator(".ladder .rung:not(.ghost, .ghosted)").evaluate_all(
        "rungs => rungs.map((r) => r.dataset.id)"
    )


@pytest.fixture
def ladder(new_tab, server):
    """A ladder of three segments and an audience, in a tab of its own."""
    strategy_id = server.service.create(server.person, {"name": "Échelle"}, PEOPLE)

    def open_ladder(**options):
        page = new_tab(f"/segments?strategy={strategy_id}", **options)
        page.locator(".ladder .rung").first.wait_for(timeout=30_000)
        return page

    def stored() -> list[tuple[str, str]]:
        found = targets(server.service.open(strategy_id, server.person))
        return [(target.id, str(target.priority)) for target in found]

    open_ladder.stored = stored
    return open_ladder


@pytest.mark.parametrize("by", ["mouse", pytest.param("touch", marks=pytest.mark.slow)])
def test_a_target_is_dragged_above_one_of_another_type_and_undone(ladder, by):
    page = ladder(has_touch=by == "touch")
    before = ladder.stored()
    drag(page, rung(page, "s3").locator(".handle"), rung(page, "a1"), by=by)
    assert order(page) == ["s1", "s2", "s3", "a1"]
    expect(rung(page, "s3").locator(".number")).to_have_text("3")
    saved(page)
    wanted = [("s1", "high"), ("s2", "medium"), ("s3", "medium"), ("a1", "medium")]
    assert ladder.stored() == wanted
    page.reload()
    page.locator(".ladder .rung").first.wait_for()
    assert order(page) == ["s1", "s2", "s3", "a1"]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(rung(page, "s3").locator(".number")).to_have_text("4")
    assert ladder.stored() == before


def test_keys_alone_bring_a_target_to_the_top_and_it_is_announced(ladder):
    page = ladder()
    rung(page, "a1").locator(".handle").focus()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert order(page) == ["a1", "s1", "s2", "s3"]
    expect(rung(page, "a1").locator(".handle")).to_be_focused()
    expect(page.locator(".ladder .voice")).to_contain_text("Presse")
    page.keyboard.press("ArrowUp")
    saved(page)
    assert ladder.stored()[0] == ("a1", "high")


def test_the_methods_order_is_one_change_that_undo_takes_back(ladder):
    page = ladder()
    before = ladder.stored()
    page.locator(".ladder .suggest").click()
    expect(page.locator(".ladder .suggest")).to_be_disabled()
    saved(page)
    assert ladder.stored() == [("s2", "high"), ("a1", "medium"), ("s1", "low"), ("s3", "low")]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.locator(".ladder .suggest")).to_be_enabled()
    assert ladder.stored() == before


def test_segments_are_written_one_after_the_other_in_a_band(ladder):
    page = ladder()
    box = page.locator('.ladder .band[data-band="high"] .adder textarea')
    box.click()
    for text in ("Voisins", "Étudiants"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    saved(page)
    assert [priority for _, priority in ladder.stored()] == ["high"] * 3 + ["medium"] * 2 + ["low"]


@pytest.mark.slow
def test_two_tabs_moving_two_targets_at_once_lose_neither(ladder):
    first, second = ladder(), ladder()
    rung(first, "s3").locator(".handle").focus()
    rung(second, "a1").locator(".handle").focus()
    first.keyboard.press("ArrowUp")
    for _ in range(2):
        second.keyboard.press("ArrowUp")
    saved(first)
    saved(second)
    kept = dict(ladder.stored())
    assert (kept["s3"], kept["a1"]) == ("medium", "high")
    for page in (first, second):
        expect(rung(page, "a1").locator(".number")).to_have_text("2", timeout=10_000)


def slice_of(page: Page, group: str) -> Locator:
    return page.locator(f'.shares .slice[data-part="{group}"]')


def shown(page: Page) -> list[int]:
    figures = page.locator(".shares .figure")
    return [int(figures.nth(n).input_value()) for n in range(6)]


def hold(page: Page, group: str, parts: tuple[float, ...]) -> Iterator[None]:
    """Take a slider's handle and move it along, without letting go."""
    slider = slice_of(page, group).locator("input[type=range]")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * parts[0], y)
    page.mouse.down()
    for part in parts[1:]:
        page.mouse.move(box["x"] + box["width"] * part, y, steps=3)
        yield


GROUPS = ("hyperactive", "critics", "collectors", "followers", "spectators", "inactives")


@pytest.fixture
def shares(new_tab, server):
    """The six groups with 10, 10, 10, 20, 40 and 10 %, or without figures."""

    def open_shares(*, empty: bool = False, strategy_id: str = ""):
        rows = [
            ("technographic_group", f"g{n}", {"group": group, "share": share})
            for n, (group, share) in enumerate(
                zip(GROUPS, (0.1, 0.1, 0.1, 0.2, 0.4, 0.1), strict=True)
            )
        ]
        strategy_id = strategy_id or server.service.create(
            server.person, {"name": "Parts"}, [] if empty else rows
        )
        page = new_tab(f"/segments?strategy={strategy_id}&show=six_groups")
        page.locator(".shares .slice").first.wait_for(timeout=30_000)

        def stored() -> list[int]:
            lines = server.service.open(strategy_id, server.person).of(TechnographicGroup)
            found = {str(line.group): line.share for line in lines}
            return [round((found.get(group) or 0) * 100) for group in GROUPS]

        def revision() -> int:
            return server.service.open(strategy_id, server.person).revision

        page.stored, page.revision, page.strategy = stored, revision, strategy_id
        return page

    return open_shares


def test_raising_one_share_lowers_the_others_in_proportion_as_one_change(shares):
    page = shares()
    before = page.revision()
    for _ in hold(page, "spectators", (0.4, 0.5, 0.6, 0.7)):
        assert sum(shown(page)) == 100
    page.mouse.up()
    saved(page)
    at_rest = shown(page)
    assert at_rest[4] > 60
    assert at_rest[3] > at_rest[0] > 0
    assert page.stored() == at_rest
    assert page.revision() == before + 1
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(slice_of(page, "spectators").locator(".figure")).to_have_value("40")
    assert page.stored() == [10, 10, 10, 20, 40, 10]


def test_arrow_keys_are_one_change_and_a_locked_share_stays(shares):
    page = shares()
    before = page.revision()
    lock = slice_of(page, "followers").locator(".lock")
    lock.focus()
    page.keyboard.press("Enter")
    expect(lock).to_have_attribute("aria-pressed", "true")
    slice_of(page, "critics").locator("input[type=range]").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert sum(shown(page)) == 100
    expect(page.locator(".shares .voice")).to_contain_text("15", timeout=5_000)
    saved(page)
    assert page.stored()[1] == 15
    assert page.stored()[3] == 20
    assert sum(page.stored()) == 100
    assert page.revision() == before + 1


def test_a_figure_may_be_typed_and_never_goes_over_what_is_left(shares):
    page = shares()
    slice_of(page, "spectators").locator(".lock").click()
    box = slice_of(page, "inactives").locator(".figure")
    box.fill("90")
    box.press("Enter")
    saved(page)
    assert page.stored() == [0, 0, 0, 0, 40, 60]


def test_the_first_gesture_makes_the_six_groups(shares):
    page = shares(empty=True)
    expect(page.locator(".shares .whole.guess")).to_be_visible()
    assert page.stored() == [0] * 6
    slice_of(page, "hyperactive").locator("input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    saved(page)
    assert sum(page.stored()) == 100
    expect(page.locator(".shares .whole.guess")).to_have_count(0)
    tactic = slice_of(page, "critics").locator("textarea")
    tactic.fill("Une question par semaine")
    tactic.blur()
    saved(page)
    page = shares(strategy_id=page.strategy)
    expect(slice_of(page, "critics").locator("textarea")).to_have_value("Une question par semaine")
    assert sum(shown(page)) == 100


@pytest.mark.parametrize("mine", [True, False])
@pytest.mark.slow
def test_two_people_at_the_sliders_choose_whose_shares_stand(shares, server, mine):
    page = shares()
    for _ in hold(page, "inactives", (0.1, 0.6)):
        pass
    wanted = shown(page)
    theirs = [30, 10, 10, 20, 20, 10]
    server.service.edit(
        page.strategy,
        server.person,
        [
            Edit("technographic_group", "g0", "share", 0.1, 0.3),
            Edit("technographic_group", "g4", "share", 0.4, 0.2),
        ],
    )
    page.mouse.up()
    choices = page.locator(".shares .note button")
    expect(choices).to_have_count(2, timeout=10_000)
    choices.nth(0 if mine else 1).click()
    expect(choices).to_have_count(0)
    kept = wanted if mine else theirs
    until = time.monotonic() + 10
    while shown(page) != kept and time.monotonic() < until:
        page.wait_for_timeout(100)  # the answer to the choice is on its way
    saved(page)
    assert shown(page) == page.stored() == kept
