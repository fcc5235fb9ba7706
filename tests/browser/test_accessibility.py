"""No serious violation of accessibility is on any page or canvas, whoever drew it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from canvas.services import exchange
from canvas.steps import STEPS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

DRAWN = '[data-testid="stApp"][data-test-script-state="notRunning"]'

RUN = """async (rules) => {
  const only = rules ? { runOnly: rules } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact)).flatMap(
    ({ id, nodes }) => nodes.map(({ target, html }) => ({ id, target, html: html.slice(0, 160) })));
}"""


@cache
def axe() -> str:
    """Return axe-core's own script."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def places() -> list[str]:
    """Return every page, and of a step that has canvases every canvas instead."""
    found = ["", "thread", "deliver"]
    for step in STEPS:
        canvases = [canvas for view in step.views for canvas in view.canvases]
        found += [f"{step.key}?show={canvas.key}" for canvas in canvases] or [step.key]
    return found


def violations(page: Page, *rules: str) -> list[dict[str, Any]]:
    """Return what axe finds on a page, by all its rules if none is named."""
    page.locator(DRAWN).wait_for(timeout=30_000)
    page.wait_for_timeout(250)  # components draw themselves after the script has run
    return page.evaluate(RUN, list(rules) or None)


def in_the_light_in_french(page: Page, address: str) -> list[dict[str, Any]]:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for(timeout=30_000)
    page.evaluate(axe())
    return violations(page)


def in_the_dark_in_english(page: Page) -> list[dict[str, Any]]:
    """Look at the same page again: a theme changes colours alone, so its contrast is enough.

    The other language has the page drawn anew, which costs half of loading it.
    """
    page.emulate_media(color_scheme="dark")
    page.get_by_role("radio", name="English", exact=True).click()
    page.get_by_test_id("stSidebar").get_by_text("My strategies", exact=True).wait_for()
    return violations(page, "color-contrast")


def opening() -> list[str]:
    """Return what each page opens on; `make thorough` looks at every canvas."""
    first: dict[str, str] = {}
    for place in places():
        first.setdefault(place.partition("?")[0], place)
    return list(first.values())


@pytest.mark.parametrize("every_canvas", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_no_page_or_canvas_has_a_serious_violation(new_tab, server, every_canvas):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/?strategy={strategy_id}")
    wrong = []
    first = opening()
    for place in places() if every_canvas else first:
        joint = "&" if "?" in place else "?"
        address = f"{server.url}/{place}{joint}strategy={strategy_id}&lang=fr"
        seen = {
            "light": in_the_light_in_french(page, address),
            "dark": in_the_dark_in_english(page),
        }
        for theme, found in ((theme, each) for theme, all_ in seen.items() for each in all_):
            wrong.append(f"{place}, {theme}: {found['id']} {found['target']} {found['html']}")
    assert not wrong, "\n".join(sorted(set(wrong))[:40])
