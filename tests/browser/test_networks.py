"""The network matrix: scored with keys at speed, weighed, ranked at once, never overwritten."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from canvas.domain.changes import Edit
from canvas.steps.common import Network
from canvas.steps.networks.matrix import Criterion, NetworkOption, NetworkScore, Role
from canvas.steps.networks.ranking import ranking, scores, weight_of
from canvas.steps.networks.suggested import CRITERIA
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NETWORKS = ("instagram", "facebook", "linkedin")
QUESTIONS = ("Personas", "Moyens", "Temps", "Objectif")


def records(networks, criteria, filled=()):
    options = [("network_option", f"o-{code}", {"network": code}) for code in networks]
    asked = [("criterion", f"c{n}", {"name": name}) for n, name in enumerate(criteria)]
    cells = [
        ("network_score", f"s-{option}-{criterion}", {
            "option": f"o-{option}", "criterion": f"c{criterion}", "score": score,
        })
        for option, criterion, score in filled
    ]  # fmt: skip
    return [*options, *asked, *cells]


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='st_aggrid.AgGrid.agGrid']")


def cell(page: Page, row: str, column: str) -> Locator:
    """Return a cell by its record's ids; the row of weights is called so."""
    return frame(page).locator(f".ag-row[row-id$='{row}'] [col-id='{column}']")


def weight_cell(page: Page, column: str) -> Locator:
    return frame(page).locator(f".ag-floating-top [col-id='{column}']")


def shown(page: Page, row: str, columns: int) -> list[str]:
    return [cell(page, row, f"c{n}").inner_text() for n in range(columns)]


@pytest.fixture
def matrix(new_tab, server):
    """Open a matrix: three networks, four questions and two scores if not told otherwise."""
    made = records(NETWORKS, QUESTIONS, [("instagram", 0, 3), ("facebook", 0, 1)])

    def open_matrix(rows=made, **options):
        open_matrix.id = server.service.create(server.person, {"name": "Réseaux"}, rows)
        return again(**options)

    def again(**options):
        page = new_tab(f"/networks?strategy={open_matrix.id}", **options)
        if options.get("width", 1280) > 640:
            # Hidden while there is nothing in it.
            frame(page).locator(".ag-root").wait_for(timeout=60_000, state="attached")
        return page

    def stored():
        return server.service.open(open_matrix.id, server.person)

    open_matrix.again = again
    open_matrix.stored = stored
    return open_matrix


def throttle(page: Page, rate: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


@pytest.mark.slow
def test_a_matrix_is_typed_at_speed_on_a_slow_laptop_and_no_score_is_lost(matrix):
    page = matrix()
    throttle(page, 4)
    cell(page, "o-instagram", "c0").click()
    typed = "123021302132"
    for digit in typed:
        page.keyboard.press(digit)
        page.keyboard.press("Tab")
    throttle(page, 1)
    saved(page)
    wanted = [list(typed[n : n + 4]) for n in (0, 4, 8)]
    assert [shown(page, f"o-{network}", 4) for network in NETWORKS] == wanted
    known = scores(matrix.stored())
    assert [
        [str(known[f"o-{network}", f"c{n}"]) for n in range(4)] for network in NETWORKS
    ] == wanted
    assert len(matrix.stored().of(NetworkScore)) == 12
    page.reload()
    expect(cell(page, "o-linkedin", "c3")).to_have_text("2", timeout=60_000)
    assert [shown(page, f"o-{network}", 4) for network in NETWORKS] == wanted


def test_total_and_rank_follow_each_key_and_are_those_of_the_ranking(matrix):
    page = matrix()
    expect(cell(page, "o-instagram", "rank")).to_have_text("1")
    cell(page, "o-facebook", "c1").click()
    page.keyboard.press("3")
    expect(cell(page, "o-facebook", "total")).to_contain_text("67", timeout=300)
    cell(page, "o-instagram", "c0").click()
    page.keyboard.press("0")
    page.keyboard.press("Enter")
    expect(cell(page, "o-instagram", "rank")).to_have_text("2")
    saved(page)
    for network in ranking(matrix.stored()):
        rank = cell(page, network.option.id, "rank")
        expect(rank).to_have_text("–" if network.rank is None else str(network.rank))
        if network.total is not None:
            total = cell(page, network.option.id, "total").inner_text()
            assert total.startswith(str(round(network.total * 100)))


def test_a_weight_counts_at_once_and_is_kept(matrix):
    page = matrix(
        records(NETWORKS, QUESTIONS[:2], [("instagram", 0, 3), ("instagram", 1, 0)])
    )  # fmt: skip
    expect(cell(page, "o-instagram", "total")).to_contain_text("50")
    weight_cell(page, "c0").click()
    page.keyboard.press("5")
    expect(weight_cell(page, "c0")).to_have_text("×5")
    expect(cell(page, "o-instagram", "total")).to_contain_text("83")
    page.keyboard.press("9")
    expect(weight_cell(page, "c0")).to_have_text("×5")
    saved(page)
    assert [weight_of(criterion) for criterion in matrix.stored().of(Criterion)] == [5, 1]


def test_a_score_typed_after_a_look_elsewhere_is_written_once(matrix):
    page = matrix()
    views = page.locator(".st-key-views-networks")
    views.get_by_role("radio", name="Noms", exact=True).click()
    expect(page.locator("iframe[title='st_aggrid.AgGrid.agGrid']")).to_have_count(0)
    views.get_by_role("radio", name="Matrice", exact=True).click()
    cell(page, "o-linkedin", "c0").click(timeout=30_000)
    page.keyboard.press("2")
    saved(page)
    assert matrix.stored().revision == 2
    assert len(matrix.stored().of(NetworkScore)) == 3


@pytest.mark.slow
def test_the_keys_of_a_french_keyboard_score_without_shift(matrix):
    page = matrix()
    cell(page, "o-linkedin", "c2").click()
    page.evaluate(
        """() => {
          const page = window.canevasGrids["network-grid"].document;
          const there = page.activeElement;
          there.dispatchEvent(new page.defaultView.KeyboardEvent(
            "keydown", { key: "é", code: "Digit2", bubbles: true }));
        }"""
    )
    expect(cell(page, "o-linkedin", "c2")).to_have_text("2")


def test_a_score_is_raised_by_clicking_and_emptied_by_delete_and_undo_brings_it_back(matrix):
    page = matrix()
    there = cell(page, "o-linkedin", "c1")
    there.click()
    expect(there).to_have_text("–")
    there.click()
    expect(there).to_have_text("0")
    there.click()
    expect(there).to_have_text("1")
    page.keyboard.press("Delete")
    expect(there).to_have_text("–")
    saved(page)
    assert ("o-linkedin", "c1") not in scores(matrix.stored())
    page.keyboard.press("Control+z")
    expect(there).to_have_text("1", timeout=10_000)
    saved(page)
    assert scores(matrix.stored())["o-linkedin", "c1"] == 1


def test_networks_and_criteria_come_and_go_in_one_gesture(matrix):
    page = matrix()
    page.get_by_label("Ajouter un réseau…").or_(page.get_by_label("Add a network…")).select_option(
        "tiktok"
    )
    expect(frame(page).locator(".ag-center-cols-container .ag-row")).to_have_count(4)
    box = page.locator(".scores .criterion-name")
    box.click()
    page.keyboard.type("Concurrents")
    page.keyboard.press("Enter")
    page.keyboard.type("Portée")
    page.keyboard.press("Enter")
    heads = frame(page).locator(".ag-header-cell")
    expect(heads).to_have_count(3 + 6)
    saved(page)
    assert [str(option.network) for option in matrix.stored().of(NetworkOption)] == [
        *NETWORKS, "tiktok",
    ]  # fmt: skip
    name = cell(page, "o-instagram", "network")
    name.click()
    page.keyboard.press("Delete")
    expect(frame(page).locator(".ag-center-cols-container .ag-row")).to_have_count(3)
    saved(page)
    assert [s.option for s in matrix.stored().of(NetworkScore)] == ["o-facebook"]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(cell(page, "o-instagram", "c0")).to_have_text("3", timeout=10_000)


def test_an_empty_matrix_offers_criteria_which_come_as_one_step(matrix):
    page = matrix([])
    expect(page.locator(".scores .example table")).to_be_visible()
    page.locator(".scores button.start").click()
    expect(frame(page).locator(".ag-header-cell")).to_have_count(3 + len(CRITERIA))
    saved(page)
    found = matrix.stored().of(Criterion)
    assert [criterion.weight for criterion in found] == [s.weight for s in CRITERIA]
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(page.locator(".scores button.start")).to_be_visible(timeout=10_000)
    assert matrix.stored().of(Criterion) == ()


def test_two_tabs_score_at_once_and_see_each_other_without_the_grid_coming_anew(matrix):
    first = matrix()
    second = matrix.again()
    mark = "window.canevasGrids['network-grid'].api.marked"
    second.evaluate(f"{mark} = true")
    cell(second, "o-linkedin", "c0").click()
    cell(first, "o-facebook", "c1").click()
    for digit in "21":
        first.keyboard.press(digit)
        first.keyboard.press("Tab")
        second.keyboard.press(digit)
        second.keyboard.press("Tab")
    for page in (first, second):
        saved(page)
        expect(cell(page, "o-facebook", "c2")).to_have_text("1", timeout=10_000)
        expect(cell(page, "o-linkedin", "c1")).to_have_text("1", timeout=10_000)
    assert second.evaluate(mark)
    # The cursor stayed where it was: what is typed next goes to the next cell.
    second.keyboard.press("3")
    expect(cell(second, "o-linkedin", "c2")).to_have_text("3")


@pytest.mark.slow
def test_one_cell_scored_by_two_people_shows_both_and_lets_one_choose(matrix, server):
    page = matrix()
    cell(page, "o-instagram", "c0").click()
    page.context.set_offline(True)
    page.keyboard.press("1")
    edit = Edit("network_score", "s-instagram-0", "score", 3, 2)
    server.service.edit(matrix.id, server.person, [edit])
    page.context.set_offline(False)
    problem = page.locator(".scores .problem")
    expect(problem).to_contain_text("2", timeout=30_000)
    expect(cell(page, "o-instagram", "c0")).to_have_text("1")
    problem.get_by_role("button").nth(1).click()
    expect(cell(page, "o-instagram", "c0")).to_have_text("2")
    expect(problem).to_have_count(0)


def test_a_phone_shows_a_card_a_network_and_scores_with_a_tap(matrix):
    page = matrix(width=390, height=844)
    card = page.locator(".scores details.network", has_text="LinkedIn")
    card.locator("summary").click()
    card.locator(".line", has_text="Moyens").locator(".digit").nth(2).click()
    expect(card.locator(".figure")).to_contain_text("67")
    expect(page.locator(".st-key-network-grid")).to_be_hidden()
    saved(page)
    assert scores(matrix.stored())["o-linkedin", "c1"] == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_roles_follow_the_ranking_and_too_many_are_said(matrix):
    page = matrix(
        records(
            [*NETWORKS, "tiktok"],
            QUESTIONS[:1],
            [("instagram", 0, 3), ("facebook", 0, 2), ("linkedin", 0, 1), ("tiktok", 0, 0)],
        )
    )
    roles = page.locator(".roles .row")
    expect(roles).to_have_count(4)
    page.locator(".roles header button").click()
    saved(page)
    wanted = {
        Network.INSTAGRAM: Role.MAIN,
        Network.FACEBOOK: Role.STRONG,
        Network.LINKEDIN: Role.STRONG,
        Network.TIKTOK: Role.DEFENSIVE,
    }
    assert {option.network: option.role for option in matrix.stored().of(NetworkOption)} == wanted
    limit = page.locator(".roles .limit")
    expect(limit).not_to_have_class("limit exceeded")
    roles.nth(3).locator(".segments label").nth(1).click()
    expect(limit).to_have_class("limit exceeded", timeout=10_000)
    hours = roles.nth(0).locator('[data-field="effort_hours_week"] input')
    hours.fill("3,5")
    hours.blur()
    expect(page.locator(".roles .costs")).to_contain_text("3,5", timeout=10_000)


@pytest.mark.slow  # counted in milliseconds: for a machine that does nothing else
@pytest.mark.slow
def test_twelve_networks_by_ten_criteria_stay_fluid(matrix):
    networks = [str(network) for network in Network][:12]
    criteria = [f"Question {n}" for n in range(10)]
    filled = [(network, n, n % 4) for network in networks for n in range(10)]
    page = matrix(records(networks, criteria, filled), width=1920, height=1080)
    last = cell(page, f"o-{networks[-1]}", "c9")
    last.click()
    page.evaluate(
        """() => {
          const { document: page } = window.canevasGrids["network-grid"];
          window.waits = [];
          page.addEventListener("keydown", () => {
            const began = performance.now();
            const drawn = () => window.waits.push(performance.now() - began);
            requestAnimationFrame(() => setTimeout(drawn));
          }, true);
        }"""
    )
    for digit in "30213021":
        page.keyboard.press(digit)
        time.sleep(0.1)
    expect(last).to_have_text("1")
    waits = sorted(page.evaluate("window.waits"))
    assert waits[len(waits) // 2] < 100, waits
    saved(page)
    assert scores(matrix.stored())[f"o-{networks[-1]}", "c9"] == 1
