"""The thread: a chain is lit both ways, by mouse and by keys, on any screen, and stays live."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from canvas.domain.changes import Edit
from canvas.rules.thread_graph import Web, web
from canvas.services import exchange
from canvas.steps.objectives.missions import Mission, MissionRank
from canvas.steps.objectives.todos import main_mission
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LIT = """nodes => nodes.map(node => node.dataset.key)"""


def lit(page: Page) -> set[str]:
    return set(page.locator(".node.lit").evaluate_all(LIT))


def chain(found: Web, key: str) -> set[str]:
    near = found.chain(key)
    return {key, *(node.key for node in (*near.before, *near.after))}


def test_a_chain_is_lit_both_ways_by_mouse_and_by_keys(new_tab, server):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    strategy = server.service.open(strategy_id, server.person)
    found = web(strategy)
    line = next(node.key for node in found.nodes if str(node.kind) == "line")
    page = new_tab(f"/thread?strategy={strategy_id}&lang=en", width=1920, height=1080)
    node = page.locator(f'.node[data-key="{line}"]')
    node.wait_for(timeout=60_000)
    assert page.locator(".node").count() == len(found.nodes)
    assert lit(page) == set()

    node.click()
    assert lit(page) == chain(found, line)
    expect(page.locator(".thread .voice")).to_contain_text("Chain of “")
    panel = page.locator(".panel")
    expect(panel).to_contain_text("This line exists because:")
    expect(panel.locator("a.open")).to_have_attribute(
        "href", f"plan?strategy={strategy_id}&show=post&lang=en"
    )  # it stands for many lines

    page.keyboard.press("ArrowLeft")  # to the lit content type before it
    page.keyboard.press("Enter")
    focused = page.locator(".node.chosen").get_attribute("data-key")
    assert focused.startswith("content:")
    assert lit(page) == chain(found, focused)
    record = focused.partition(":")[2]
    expect(panel.locator("a.open")).to_have_attribute(
        "href", f"plan?strategy={strategy_id}&show=content_type&record={record}&lang=en"
    )
    page.keyboard.press("Escape")
    assert lit(page) == set()

    page.get_by_role("textbox", name="Search a word in the thread").fill("nadege")
    expect(page.locator(".node:visible")).to_have_count(1)
    page.get_by_role("button", name="Show everything").click()
    page.get_by_text("All links as a table").click()
    expect(page.locator(".table tbody tr")).to_have_count(len(found.nodes))

    mission = main_mission(strategy)
    page.locator(f'.node[data-key="mission:{mission.id}"]').click()
    renamed = Edit(Mission.key, mission.id, "text", mission.text, "Somebody’s <other> words")
    server.service.edit(strategy_id, server.person, [renamed])
    expect(page.locator(".node.chosen")).to_contain_text("Somebody’s <other> words")
    expect(page.locator(".panel h2")).to_have_text("Somebody’s <other> words")

    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".graph.list")).to_be_visible()
    assert page.locator(".node.lit").count() > 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.set_viewport_size({"width": 1920, "height": 1080})
    page.get_by_role("button", name="Show everything").first.click()
    page.get_by_role("button", name="Project on a big screen").click()
    page.locator(".projecting .node.lit").first.wait_for(timeout=30_000)
    expect(page.locator(".node:visible:not(.lit)")).to_have_count(0)
    page.wait_for_function("parseFloat(getComputedStyle(document.documentElement).fontSize) >= 28")
    sizes = page.locator(".node:visible .title").evaluate_all(
        "titles => titles.map(title => parseFloat(getComputedStyle(title).fontSize))"
    )
    assert min(sizes) >= 28

    title = page.locator(".projection .title")
    for key, shown in {
        "PageDown": "How far each step is",
        "PageUp": "The thread",
        "ArrowLeft": "9 · Measure",
        "ArrowRight": "The thread",
    }.items():
        title.click()
        page.keyboard.press(key)
        expect(title).to_have_text(shown, timeout=15_000)


def test_an_empty_thread_starts_with_one_sentence(new_tab, server):
    strategy_id = server.service.create(server.person, {"name": "Port"})
    page = new_tab(f"/thread?strategy={strategy_id}&lang=en")
    box = page.locator(".adder textarea")
    box.wait_for(timeout=60_000)
    box.fill("Be chosen by the neighbourhood")
    box.press("Enter")
    saved(page)
    node = page.locator(".node.loose")
    expect(node).to_contain_text("Be chosen by the neighbourhood")
    [mission] = server.service.open(strategy_id, server.person).of(Mission)
    assert (mission.text, mission.rank) == ("Be chosen by the neighbourhood", MissionRank.MAIN)
