"""A first-time user answers the two hours and leaves with a deck in which nothing contradicts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Severity, findings
from canvas.steps import BY_KEY, express
from canvas.steps.express import Ask, Line
from canvas.steps.frame.settings import Depth, Settings
from tests.browser.acting import editor, saved
from tests.express_answers import ANSWERS, NAME

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TR = Translator("fr")

CHARACTERS_A_MINUTE = 100
"""A person who types with two fingers and thinks meanwhile."""

SECONDS_A_CHOICE = 10
"""To read a list of choices and take one."""


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text, timeout=30_000)


def answer(row: Locator, ask: Ask, name: str, value: object) -> None:
    """Answer one field as a person does: keys for texts and figures, a choice for the rest."""
    cell = row.locator(f'.cell[data-field="{name}"]').first
    match ask.record.field(name).kind:
        case "choice":
            cell.locator("select").select_option(str(value))
        case "links":
            cell.locator("select").select_option(label=str(value))
        case "date":
            cell.locator("input").fill(str(value))
            cell.locator("input").blur()
        case _:
            box = cell.locator("textarea, input").first
            box.click()
            box.press_sequentially(str(value))
            box.blur()


def expect_filled(row: Locator, ask: Ask, line: Line) -> None:
    """Wait until a blank line shows what the strategy says of it already."""
    for name in ask.filled:
        if name in line.given and ask.record.field(name).kind in ("choice", "link"):
            select = row.locator(f'.cell[data-field="{name}"] select')
            expect(select).to_have_value(str(line.given[name]), timeout=15_000)


def fill_in(page: Page, ask: Ask, lines: tuple[Line, ...], typed: tuple[Mapping, ...]) -> None:
    here = editor(page, ask.record)
    here.wait_for()
    for line, values in zip(lines, typed, strict=True):
        assert set(values) == set(ask.fields), ask.record.key
        row = here.locator(".row" if ask.record.single else ".row.ghost").first
        expect_filled(row, ask, line)
        row = here.locator(f'.row[data-id="{row.get_attribute("data-id")}"]')
        for name in ask.fields:
            answer(row, ask, name, values[name])
    saved(page)


def test_a_first_time_user_reaches_a_deck_by_the_express_path_alone(new_tab, server, capsys):
    def strategy() -> Strategy:
        # Its address says which one it is: others may bear the same name.
        (opened,) = parse_qs(urlsplit(page.url).query)["strategy"]
        return server.service.open(opened, server.person)

    page = new_tab("/")
    page.get_by_label(TR("Name of the strategy")).press_sequentially(NAME)
    page.get_by_role("button", name="Créer").click()
    given = [("text", NAME)]
    for stop in express.STOPS:
        heading(page, TR(BY_KEY[str(stop.step)].title)[:20])
        for ask in stop.asks:
            if ask.record is Settings:
                continue
            typed = ANSWERS[ask.record.key]
            fill_in(page, ask, ask.lines(strategy()), typed)
            kinds = {name: ask.record.field(name).kind for name in ask.fields}
            given += [(kinds[name], str(line[name])) for line in typed for name in line]
        assert stop.done(strategy()) == len(stop.asks), stop.step
        page.locator(".st-key-decision").get_by_role("link").click()

    end = page.locator(".st-key-express-end")
    expect(end).to_contain_text(TR("Deliver: your deck is ready"), timeout=30_000)
    end.get_by_role("link").click()
    heading(page, "Livrables")
    with page.expect_download(timeout=60_000) as downloading:
        page.get_by_role("button", name="PowerPoint en français").click(delay=60)
    deck = Presentation(io.BytesIO(Path(downloading.value.path()).read_bytes()))
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    text = "\n".join(shape.text_frame.text for shape in shapes)
    for said in (NAME, ANSWERS["mission"][0]["text"], ANSWERS["objective"][0]["title"]):
        assert said in text

    made = strategy()
    found = findings(made).open
    assert [finding.sentence for finding in found if finding.severity is Severity.ERROR] == []
    assert express.is_ready(made)
    assert len(given) == express.inputs(made) == 33
    keys = sum(len(value) for kind, value in given if kind in ("text", "number", "lines"))
    choices = sum(kind not in ("text", "number", "lines") for kind, _ in given)
    minutes = keys / CHARACTERS_A_MINUTE + choices * SECONDS_A_CHOICE / 60
    assert minutes < express.TWO_HOURS
    with capsys.disabled():
        print(
            f"\nexpress path: {len(given)} required inputs, {keys} keys and {choices} choices: "
            f"about {minutes:.0f} of {express.TWO_HOURS} minutes; {len(deck.slides)} slides, "
            f"{len(found)} findings, no contradiction"
        )

    # The same data at the other depth, for one page and for all; undo takes it back.
    page.locator(".st-key-menu").get_by_role("link").nth(1).click()
    page.get_by_role("button", name=TR("Show everything of this step")).click()
    expect(page.locator(".st-key-views-frame")).to_be_visible(timeout=15_000)
    assert strategy().one(Settings).depth_of("frame") is Depth.COMPLETE
    assert strategy().one(Settings).depth_of("audit") is Depth.EXPRESS
    page.keyboard.press("Control+Alt+z")
    expect(page.locator(".st-key-express-where")).to_be_visible(timeout=15_000)
    page.get_by_text(TR(Depth.COMPLETE.label), exact=True).click()
    expect(page.locator(".st-key-views-frame")).to_be_visible(timeout=15_000)
    assert strategy().one(Settings).depth_of("audit") is Depth.COMPLETE
