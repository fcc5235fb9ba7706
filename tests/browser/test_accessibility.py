"""No serious violation of accessibility comes from our own markup, on any page.

What Streamlit's own elements cause is listed in docs/accessibility.md.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from canvas.services import exchange
from canvas.steps import STEPS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SEATS = {
    "light": {"locale": "fr-FR", "scheme": "light"},
    "dark": {"locale": "en-GB", "scheme": "dark"},
}

OURS = ('[data-testid^="stBidiComponent"]', ".st-key-menu", ".st-key-decision")

STREAMLIT = {
    "aria-required-children": "a segmented control puts labels inside its radio group",
}


def ours(violation: dict) -> list[str]:
    """Return the parts of our components that a violation is about."""
    found = []
    for node in violation["nodes"]:
        # Inside a shadow root, axe gives the path as a list of lists.
        if any(isinstance(step, list) for step in node["target"]):
            found.append(f"{violation['id']}: {node['target']} {node['html'][:160]}")
    return found


@pytest.mark.parametrize("seat", SEATS)
def test_no_page_has_a_serious_violation_of_ours(new_tab, server, seat):
    strategy_id = exchange.open_example(server.service, server.person, "bakery")
    page = new_tab(f"/?strategy={strategy_id}", **SEATS[seat])
    wrong = []
    for name in ["", *(step.key for step in STEPS), "deliver"]:
        page.goto(f"{server.url}/{name}?strategy={strategy_id}")
        page.get_by_role("heading", level=1).first.wait_for(timeout=30_000)
        page.wait_for_timeout(800)  # components come after the heading
        report = Axe().run(page).response
        for violation in report["violations"]:
            if violation["impact"] in ("serious", "critical"):
                wrong += [f"{name}: {line}" for line in ours(violation)]
    assert not wrong, "\n".join(sorted(set(wrong))[:40])
