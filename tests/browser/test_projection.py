"""A room sees one block at a time, in large, with the clock; nothing is retyped."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, WebSocket, expect

from canvas.i18n import Translator
from canvas.services import exchange
from canvas.steps import BY_KEY
from canvas.steps.frame.year import AgendaItem
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TR = Translator("fr")

SMALLEST = """() => {
  const sizes = [];
  const look = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.shadowRoot) look(element.shadowRoot);
    if (!element.offsetParent && getComputedStyle(element).position !== 'fixed') return;
    const text = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    const field = /^(TEXTAREA|SELECT)$/.test(element.tagName);
    if (text || field) sizes.push([parseFloat(getComputedStyle(element).fontSize), element.tagName, element.className]);
  });
  look(document.querySelector('[data-testid="stMain"]'));
  return sizes.filter(([size, tag]) => size < 28 && tag !== 'OPTION').slice(0, 5);
}"""  # noqa: E501


def project(page: Page) -> None:
    page.get_by_role("button", name=TR("Project on a big screen")).click()
    page.locator(".projection .title").wait_for(timeout=20_000)


def turn(page: Page, key: str) -> None:
    page.locator(".projection .title").click()
    page.keyboard.press(key)


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.slow), "dark"])
def test_a_projected_canvas_can_be_read_from_the_back(new_tab, server, scheme):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/audit?strategy={strategy_id}", width=1920, height=1080, scheme=scheme)
    page.locator(".board .card").first.wait_for()
    project(page)
    expect(page.get_by_test_id("stSidebar")).not_to_be_visible()
    page.locator(".board .card").first.wait_for()
    assert page.evaluate(SMALLEST) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_arrow_keys_turn_the_blocks_then_the_steps_and_esc_leaves(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/audit?strategy={strategy_id}", width=1920, height=1080)
    project(page)
    place = page.locator(".projection .place")
    expect(place).to_contain_text("Grille · 1 sur ")
    turn(page, "ArrowRight")
    expect(place).to_contain_text("Forces · 2 sur ")
    turn(page, "ArrowLeft")
    expect(place).to_contain_text("Grille · 1 sur ")
    turn(page, "ArrowLeft")
    expect(page.locator(".projection .title")).to_contain_text("Cadrage", timeout=15_000)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-menu")).to_be_visible(timeout=15_000)
    expect(page.locator(".projection")).to_have_count(0)


def test_the_projection_starts_with_the_canvas_that_was_on_the_page(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/attitudes?show=crisis&strategy={strategy_id}", width=1920, height=1080)
    page.get_by_test_id("save-state").wait_for(timeout=30_000)
    project(page)
    crisis = next(c for v in BY_KEY["attitudes"].views for c in v.canvases if c.key == "crisis")
    expect(page.locator(".projection .place")).to_contain_text(TR(crisis.title))


def test_esc_leaves_once_in_full_screen_too(new_tab, server):
    # A second turn would come while the page is drawn anew, and break it.
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/audit?strategy={strategy_id}", width=1920, height=1080)
    turns: list[bool] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda sent: turns.append(b'"leave"' in bytes(sent)))

    page.on("websocket", listen)
    page.reload()
    page.get_by_test_id("save-state").wait_for(timeout=30_000)
    project(page)
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-menu")).to_be_visible(timeout=15_000)
    page.wait_for_timeout(500)
    assert sum(turns) == 1


def test_what_is_written_while_projecting_is_in_the_strategy(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Atelier"})
    page = new_tab(f"/audit?strategy={strategy_id}", width=1920, height=1080)
    project(page)
    page.get_by_role("button", name=TR("Start the clock: two hours")).click()
    expect(page.locator(".projection .step")).to_contain_text("reste 19:", timeout=15_000)
    page.locator('.area[data-area="strength"] .adder textarea').click()
    page.keyboard.type("Levain maison")
    page.keyboard.press("Enter")
    page.get_by_label(TR("Minutes planned for this step")).fill("30")
    page.locator(".projection .title").click()
    saved(page)
    strategy = server.service.open(strategy_id, server.person)
    assert [item.text for item in strategy.records["swot_item"]] == ["Levain maison"]
    planned = {str(item.step): item.planned_minutes for item in strategy.of(AgendaItem)}
    assert sum(planned.values()) == 120 + 10
    assert planned["audit"] == 30
