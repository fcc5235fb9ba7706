"""Platform files are brought in on the page: a year at once, one that has to be mended."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.settings import ROOT
from canvas.steps.measure.files import DataFile, FileMapping
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

YEAR = sorted((ROOT / "data" / "examples" / "software-figures").iterdir())

ACCOUNTS = {
    "li": ("Gantrell", "linkedin"),
    "hanne": ("Hanne Verlinckx", "linkedin"),
    "yt": ("Gantrell Workshop", "youtube"),
    "ig": ("gantrell.team", "instagram"),
    "fb": ("Gantrell", "facebook"),
}

FRENCH = """\
Identifiant de publication,Nom de la page,Heure de publication,Vues,Comptes touchés,Réactions
{0}01,Gantrell,03/{1}/2026 10:00,120,90,4
{0}02,Gantrell,05/{1}/2026 10:00,80,60,2
"""


class Desk:
    """A strategy with accounts, and the page on which files come in."""

    def __init__(self, server, new_tab) -> None:
        self.server, self.new_tab = server, new_tab
        accounts = [
            ("account", key, {"handle": handle, "network": network})
            for key, (handle, network) in ACCOUNTS.items()
        ]
        self.id = server.service.create(server.person, {"name": "Port"}, accounts)

    def of(self, record_type):
        return self.server.service.open(self.id, self.server.person).of(record_type)

    def page(self, **options) -> Page:
        address = f"/measure?strategy={self.id}&show=figures_import"
        page = self.new_tab(address, **{"locale": "en-GB", **options})
        chooser(page).wait_for(state="attached", timeout=30_000)
        return page


@pytest.fixture
def desk(server, new_tab) -> Desk:
    return Desk(server, new_tab)


def chooser(page: Page) -> Locator:
    return page.get_by_test_id("stFileUploader").locator("input[type=file]")


def text(name: str, content: str) -> dict[str, object]:
    return {"name": name, "mimeType": "text/csv", "buffer": content.encode()}


def kinds(page: Page) -> Locator:
    return page.locator('[class*="st-key-figures-kind-"]')


WATCH = """() => {
  window.bars = new Set();
  new MutationObserver(() => {
    for (const bar of document.querySelectorAll('[data-testid="stProgress"]'))
      window.bars.add(bar.textContent);
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""
"""Remember what progress bars have said: on a fast machine they are gone in a moment."""


def bars(page: Page) -> str:
    """Return all that progress bars have said."""
    return page.evaluate("[...window.bars].join('; ')")


def choose(page: Page, box: Locator, option: str) -> None:
    """Choose an option of a select box by typing its name."""
    box.locator("input").click()
    page.keyboard.type(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_a_year_of_files_comes_in_at_one_go_and_goes_with_one_undo(desk):
    page = desk.page()
    page.evaluate(WATCH)
    chooser(page).set_input_files(YEAR)
    button = page.get_by_role("button", name="Bring 72 files in")
    expect(button).to_be_visible(timeout=60_000)
    assert "of 72 files read" in bars(page)
    expect(kinds(page)).to_have_count(6)
    expect(page.get_by_role("heading", name="72 files understood")).to_contain_text("0 changed")
    linkedin = kinds(page).filter(has_text="LinkedIn · Days · Gantrell").first
    linkedin.get_by_text("12 files", exact=True).click()
    expect(linkedin.get_by_role("row")).to_have_count(13)
    expect(linkedin.get_by_role("row").nth(1)).to_contain_text("30 November 2025")

    button.click()
    said = page.get_by_test_id("stAlert").filter(has_text="72 files came in")
    expect(said).to_be_visible(timeout=60_000)
    assert "of 72 files brought in" in bars(page)
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
    assert len(desk.of(DataFile)) == 72
    brought = page.locator(".st-key-figures-brought")
    expect(brought).to_contain_text("72 files brought in so far")

    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_enabled(timeout=30_000)
    undo.click()
    expect(brought).to_have_count(0, timeout=30_000)
    assert desk.of(DataFile) == ()


def test_a_french_file_is_mended_once_and_remembered_for_the_next(desk):
    page = desk.page()
    chooser(page).set_input_files(text("publications.csv", FRENCH.format(1, "09")))
    kind = kinds(page).first
    expect(kind).to_contain_text("day or the month first", timeout=30_000)
    expect(page.locator(".st-key-figures-bring")).to_have_count(0)
    # The date of the file, both ways.
    kind.get_by_text("3 September 2026").click()
    expect(kind).to_contain_text("2 new", timeout=30_000)
    expect(kind.get_by_text("to confirm").first).to_be_visible()
    unknown = kind.get_by_test_id("stSelectbox").filter(has_text="Comptes touchés")
    choose(page, unknown, "Reach")
    expect(unknown.locator("input")).to_have_value("Reach", timeout=30_000)
    page.get_by_role("button", name="Bring 1 file in").click()
    expect(page.locator(".st-key-figures-brought")).to_contain_text(
        "publications.csv", timeout=30_000
    )
    (mapping,) = desk.of(FileMapping)
    assert mapping.columns == ("reach=Comptes touchés",)

    chooser(page).set_input_files(text("publications (1).csv", FRENCH.format(2, "10")))
    kind = kinds(page).first
    expect(kind).to_contain_text("3 October 2026 to 5 October 2026", timeout=30_000)
    kind.get_by_text("Columns, and what they were taken for").click()
    known = kind.get_by_test_id("stSelectbox").filter(has_text="Comptes touchés")
    expect(known.locator("input")).to_have_value("Reach", timeout=30_000)
    expect(page.get_by_role("button", name="Bring 1 file in")).to_be_enabled()


def test_a_file_that_waits_for_an_answer_stays_while_the_others_come_in(desk):
    page = desk.page()
    good = FRENCH.format(1, "09").replace("05/09", "25/09")
    waits = FRENCH.format(2, "10")
    chooser(page).set_input_files([text("good.csv", good), text("waits.csv", waits)])
    page.get_by_role("button", name="Bring 1 file in").click(timeout=30_000)
    expect(page.locator(".st-key-figures-brought")).to_contain_text("good.csv", timeout=30_000)
    expect(kinds(page).first).to_contain_text("waits.csv")
    kinds(page).first.get_by_text("3 October 2026").click()
    page.get_by_role("button", name="Bring 1 file in").click(timeout=30_000)
    brought = page.locator('[class*="st-key-brought-"]')
    expect(brought).to_have_count(2, timeout=30_000)
    assert {file.name for file in desk.of(DataFile)} == {"good.csv", "waits.csv"}


def test_on_a_phone_in_french_a_bad_file_is_said_and_the_other_left_out_again(desk):
    page = desk.page(locale="fr-FR", width=390, height=844)
    good = FRENCH.format(1, "09").replace("05/09", "25/09")
    chooser(page).set_input_files([text("bonnes.csv", good), text("vide.csv", "")])
    alert = page.get_by_test_id("stAlert").filter(has_text="vide.csv")
    expect(alert).to_be_visible(timeout=30_000)
    page.locator(".st-key-figures-bring button").click()
    line = page.locator('[class*="st-key-brought-"]')
    expect(line).to_have_count(1, timeout=30_000)
    expect(line).to_contain_text("bonnes.csv")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    line.get_by_role("button").click()
    expect(line).to_have_count(0, timeout=30_000)
    saved(page)
    assert desk.of(DataFile) == ()
