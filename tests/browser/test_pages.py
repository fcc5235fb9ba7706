"""Every page, in both languages and themes, from a phone to a projector."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from canvas.i18n import Translator
from canvas.steps import STEPS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OTHERS = {
    "": "My strategies",
    "thread": "The thread: what exists because of what",
    "express": "The two hours",
    "deliver": "Deliver",
}

PAGES = ["", *(step.key for step in STEPS), *filter(None, OTHERS)]

SEATS = {
    "projector": {"locale": "fr-FR", "scheme": "dark", "width": 1920, "height": 1080},
    "laptop": {"locale": "en-GB", "scheme": "light", "width": 1280, "height": 720},
    "phone": {"locale": "fr-FR", "scheme": "light", "width": 390, "height": 844},
}

TOO_WIDE = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(document.documentElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
}"""  # noqa: E501

CUT_OFF = """() => [...document.querySelectorAll('*')].flatMap((host) => host.shadowRoot
  ? [...host.shadowRoot.querySelectorAll('.row, .details, .field, .cell')] : [])
  .filter((box) => box.offsetParent && box.scrollWidth > box.clientWidth + 2)
  .map((box) => box.className + ' ' + (box.dataset.field || ''))"""


@pytest.mark.parametrize(
    "seat", ["projector", pytest.param("laptop", marks=pytest.mark.slow), "phone"]
)
def test_every_page_fits_and_speaks_the_language(new_tab, server, seat):
    strategy_id = server.service.create(server.person, {"name": "Toutes les pages"})
    options = SEATS[seat]
    tr = Translator(options["locale"][:2])
    page = new_tab(f"/?strategy={strategy_id}", **options)
    for name in PAGES:
        page.goto(f"{server.url}/{name}?strategy={strategy_id}")
        heading = page.get_by_role("heading", level=1)
        step = next((step for step in STEPS if step.key == name), None)
        wanted = tr(step.title if step else OTHERS[name])
        expect(heading).to_contain_text(wanted, timeout=30_000)
        if step:
            for tabs in page.locator('[role="radiogroup"]').all():
                expect(tabs.locator('[aria-checked="true"]').first).to_be_visible()
            expect(page.locator(".st-key-decision")).to_be_visible(timeout=30_000)
            expect(page.get_by_test_id("save-state")).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert page.evaluate(TOO_WIDE) <= 0, f"{name} is too wide for a {seat}"
        assert page.evaluate(CUT_OFF) == [], f"{name}: something is cut off on a {seat}"
