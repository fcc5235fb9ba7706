"""No serious violation of accessibility comes from our own markup, on any page or canvas.

Those that Streamlit's own elements cause are known by name, and docs/accessibility.md says
what each of them is.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from canvas.services import exchange
from canvas.steps import STEPS
from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SEATS = {
    "light": {"locale": "fr-FR", "scheme": "light"},
    "dark": {"locale": "en-GB", "scheme": "dark"},
}

RULES = {"light": None, "dark": ["color-contrast"]}
"""What is looked at: a theme changes colours alone, names and roles are the same in both."""

STREAMLIT = ("color-contrast",)
"""Rules that Streamlit's own elements break; docs/accessibility.md says where and why."""

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
    found = ["", "deliver"]
    for step in STEPS:
        canvases = [canvas for view in step.views for canvas in view.canvases]
        found += [f"{step.key}?show={canvas.key}" for canvas in canvases] or [step.key]
    return found


def violations(page: Page, address: str, rules: list[str] | None) -> list[dict[str, Any]]:
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for(timeout=30_000)
    page.locator(DRAWN).wait_for(timeout=30_000)
    page.wait_for_timeout(250)  # components draw themselves after the script has run
    page.evaluate(axe())
    return page.evaluate(RUN, rules)


@pytest.mark.parametrize("seat", SEATS)
def test_no_page_or_canvas_has_a_serious_violation_of_ours(new_tab, server, seat):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/?strategy={strategy_id}", **SEATS[seat])
    wrong = []
    for place in places():
        joint = "&" if "?" in place else "?"
        address = f"{server.url}/{place}{joint}strategy={strategy_id}"
        for found in violations(page, address, RULES[seat]):
            # Inside a shadow root, where our components are, axe gives the path as a list.
            ours = any(isinstance(step, list) for step in found["target"])
            if ours or found["id"] not in STREAMLIT:
                wrong.append(f"{place}: {found['id']} {found['target']} {found['html']}")
    assert not wrong, "\n".join(sorted(set(wrong))[:40])


def test_the_documentation_names_what_streamlit_breaks():
    told = (ROOT / "docs" / "accessibility.md").read_text("utf-8")
    assert [rule for rule in STREAMLIT if f"`{rule}`" not in told] == []
