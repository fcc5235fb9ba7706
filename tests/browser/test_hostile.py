"""Whatever is typed comes back as typed, is shown as plain text, and does nothing."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.kinds import Field
from canvas.i18n import Translator
from canvas.services import documents
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.audit.swot import SwotItem, TowsLink
from canvas.steps.frame.organisation import Organisation
from canvas.steps.frame.settings import Settings
from canvas.steps.objectives.missions import Brand
from tests.browser.acting import choose_list, editor, saved
from tests.unit.values import PICTURES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TR = Translator("en")

HOSTILE = (
    "🥐👩‍🍳 déjà vu",
    "مخبز الحي ١٢٣",
    "=cmd|'/C calc'!A0",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](http://127.0.0.1:9/p.png)",
    "[a](javascript:alert(1))",
    ":material/home: :smile: :red[x]",
    "5$ et 10$, $x$ **b** _i_ `c`",
    "1. {name} %s -> -- <- >=",
    "# </textarea><b>& &amp; ~~s~~",
    "+1 @x \\n https://127.0.0.1:9/x",
)

CONTROLS = "a\x00b\x07c\x1b[0m\x7fd\ufffee"
"""What it holds beside its letters can be kept by no spreadsheet or slide."""

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(
  `${e.violatedDirective} ${e.blockedURI}`));
"""

MARKUP = """() => [...document.querySelectorAll(
  '[data-testid="stMain"] :is(img, script, iframe, .katex, code, del, ol), ' +
  '[data-testid="stSidebar"] :is(img, script, iframe, .katex, code, del, ol), ' +
  'a[href^="javascript"], a[href*="127.0.0.1:9/"]')]
  .filter((e) => !(e.title ?? "").startsWith("st_aggrid"))
  .filter((e) => !e.closest('[data-testid="stCode"]'))
  .filter((e) => !(e.src ?? "").startsWith("data:image/svg+xml;base64,"))
  .filter((e) => e.tagName !== "A" || e.textContent !== decodeURI(e.href))
  .map((e) => e.outerHTML)"""
"""What in a page can only come from a text that was taken for markup.

A bare address may become a link to exactly what it says: nothing is fetched unless
somebody follows it.  A box to copy from shows any text as it is, and the QR code is ours.
"""


@pytest.fixture
def watched(new_tab):
    """Open tabs that fail the test where a text does something."""
    tabs: list[tuple[Page, list[str]]] = []

    def open_tab(path: str) -> Page:
        page = new_tab("/", locale="en-GB")
        happened: list[str] = []
        page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda r: happened.append(r.url) if "127.0.0.1:9/" in r.url else None)
        page.add_init_script(WATCH)
        page.goto(page.url.split("/?")[0].rstrip("/") + path)
        page.get_by_role("heading", level=1).first.wait_for()
        tabs.append((page, happened))
        return page

    yield open_tab
    for page, happened in tabs:
        assert not happened
        assert page.evaluate("window.violations") == []


def test_what_is_typed_in_each_kind_of_field_comes_back_as_typed(watched, server):
    strategy_id = server.service.create(server.person, {"name": "Typed"})
    page = watched(f"/frame?strategy={strategy_id}")

    def box(record_type, name: str, row: int = 0):
        cell = editor(page, record_type).locator(".row").nth(row).locator(f'[data-field="{name}"]')
        return cell.locator("textarea, input").first

    def leave() -> None:
        page.get_by_role("heading", level=1).click()

    paragraphs = "\n".join(HOSTILE) + "\n\n    four spaces"
    typed = {
        (Organisation, "name"): " ".join(HOSTILE[:4]),
        (Organisation, "expected_success"): paragraphs,
        (Organisation, "offers"): "\n".join(HOSTILE),
        (Organisation, "website"): "javascript:alert(1)//" + HOSTILE[5],
    }
    choose_list(page, Organisation, TR)
    for (record_type, name), text in typed.items():
        box(record_type, name).fill(text)
    box(Organisation, "sector").fill(CONTROLS)
    leave()
    saved(page)
    expect(box(Organisation, "sector")).to_have_value("abc[0mde")

    stored = server.service.open(strategy_id, server.person).one(Organisation)
    assert stored.expected_success == paragraphs
    assert stored.offers == HOSTILE
    assert stored.sector == "abc[0mde"
    page.reload()
    choose_list(page, Organisation, TR)
    for (record_type, name), text in typed.items():
        expect(box(record_type, name)).to_have_value(text)
        assert str(getattr(stored, name)) == text or name == "offers"

    # Far too long: refused with the limit, kept in the field, cut, stored; and a line that
    # begins so is still one line whatever is filled in beside it meanwhile.
    name = box(Organisation, "name")
    name.fill("x" * 100_000)
    leave()
    alert = editor(page, Organisation).get_by_role("alert")
    expect(alert).to_contain_text("holds up to 120 characters and this text has 100,000")
    assert len(name.input_value()) == 100_000
    assert server.service.open(strategy_id, server.person).one(Organisation).name == stored.name
    name.fill("x" * 120)
    leave()
    saved(page)
    expect(alert).to_have_count(0)
    assert server.service.open(strategy_id, server.person).one(Organisation).name == "x" * 120

    page.goto(page.url.replace("/frame", "/audit") + "&show=swot_item")
    choose_list(page, SwotItem, TR)
    box(SwotItem, "text").fill("y" * 100_000)
    expect(editor(page, SwotItem).get_by_role("alert")).to_be_visible(timeout=10_000)
    first = editor(page, SwotItem).locator(".row").first
    first.locator('[data-field="quadrant"] select').select_option("threat")
    box(SwotItem, "text").fill(HOSTILE[4])
    leave()
    saved(page)
    found = server.service.open(strategy_id, server.person).of(SwotItem)
    assert [(i.text, str(i.quadrant)) for i in found] == [(HOSTILE[4], "threat")]

    # Kinds that take only some words refuse the others, and keep them to be mended.
    page.goto(page.url.replace("/audit", "/objectives"))
    choose_list(page, Brand, TR)
    color = box(Brand, "main_color")
    color.fill("red;}</style><script>alert(1)</script>")
    leave()
    expect(editor(page, Brand).get_by_role("alert")).to_contain_text("</style><script>")
    color.fill("#0F766E")
    leave()
    saved(page)
    assert server.service.open(strategy_id, server.person).one(Brand).main_color == "#0F766E"


def test_hostile_texts_everywhere_are_shown_as_plain_text(watched, server):
    name = " ".join((*HOSTILE[2:6], HOSTILE[7]))[:120].strip()
    strategy_id = server.service.create(server.person, {"name": name}, everything())
    strategy = server.service.open(strategy_id, server.person)
    page = watched(f"/frame?strategy={strategy_id}")

    # The decision, the to-do list and the menu of each step.
    links = page.locator(".st-key-menu").get_by_role("link")
    for number, step in enumerate(STEPS):
        links.nth(number).click(delay=60)
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_contain_text(TR(step.title)[:20], timeout=30_000)
        expect(page.locator(".st-key-decision")).to_be_visible(timeout=30_000)
        page.locator(f".st-key-todos-{step.key} summary").click()
        expect(page.get_by_test_id("stSidebar").get_by_role("heading")).to_have_text(name)
        decision = step.decision(strategy)
        if decision is not None:
            said = typeset(flat(TR(decision)))
            expect(page.locator(".st-key-decision")).to_contain_text(said)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert page.evaluate(MARKUP) == [], step.key

    # The search of a long list, the options of a link, a conflict.
    page.goto(page.url.split("/measure")[0] + f"/audit?show=swot_item&strategy={strategy_id}")
    choose_list(page, SwotItem, TR)
    page.get_by_label("Search", exact=True).fill(HOSTILE[7])
    rows = editor(page, SwotItem).locator(".row:not(.ghost)")
    found = [i for i in strategy.of(SwotItem) if HOSTILE[7] in i.text + i.evidence]
    expect(rows).to_have_count(len(found), timeout=10_000)
    item = found[-1]
    row = editor(page, SwotItem).locator(f'[data-id="{item.id}"]')
    box = row.locator("textarea").first
    expect(box).to_have_value(HOSTILE[7])
    box.press_sequentially("!")
    theirs = " ".join(HOSTILE[3:9])
    edit = Edit("swot_item", item.id, "text", item.text, theirs)
    assert server.service.edit(strategy_id, server.person, [edit]).outcome.changes
    page.get_by_role("heading", level=1).click()
    expect(row.get_by_role("alert")).to_contain_text(f"“{theirs}”")
    row.get_by_role("button", name="Take theirs").click()
    saved(page)
    choose_list(page, TowsLink, TR)
    option = editor(page, TowsLink).locator("option", has_text=HOSTILE[3]).first
    expect(option).to_be_attached()

    # What the exports lack, and the history.
    links.last.click(delay=60)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deliver", timeout=30_000)
    for expander in page.get_by_test_id("stExpander").all():
        expander.locator("summary").click()
    expect(page.get_by_text(theirs[:60]).first).to_be_visible()
    assert page.evaluate(MARKUP) == []

    # The card, and the bin.
    page.get_by_test_id("stSidebar").get_by_role("link").first.click(delay=60)
    card = page.locator(f".st-key-card-{strategy_id}")
    expect(card.get_by_role("heading")).to_have_text(name, timeout=30_000)
    card.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.locator(".st-key-deleted-note")).to_contain_text(f"“{name}” is in the bin.")
    assert page.evaluate(MARKUP) == []

    # And the deck opens with all of it.
    content = documents.deck(strategy, TR, dt.date(2027, 1, 1), complete=True)
    text = flat("\n".join(_deck_texts(Presentation(io.BytesIO(content)))))
    assert name in text
    for hostile in HOSTILE:
        assert flat(hostile) in text, hostile


def flat(text: str) -> str:
    return " ".join(text.split())


def typeset(text: str) -> str:
    """Return `text` with the arrows and dashes that Streamlit's Markdown sets by itself."""
    return text.replace("<-", "←").replace("->", "→").replace("--", "—")


def everything() -> Iterator[tuple[str, str, dict[str, Json]]]:
    """Yield two records of each type, all of their fields filled in, and a long SWOT."""
    ids = {key: (new_id(), new_id()) for key in RECORD_TYPES}
    turn = 0
    for key, record_type in RECORD_TYPES.items():
        if record_type is Settings:
            continue
        for record_id in (key,) if record_type.single else ids[key]:
            values = {}
            for field in record_type.fields():
                turn += 1
                value = _value(field, turn, ids)
                if value is not None and field.problem(value) is None:
                    values[field.name] = value
            yield key, record_id, values
    for number in range(60):
        yield "swot_item", new_id(), {"text": HOSTILE[number % len(HOSTILE)], "quadrant": "threat"}


def _value(field: Field, turn: int, ids: dict[str, tuple[str, str]]) -> Json:
    text = HOSTILE[turn % len(HOSTILE)]
    match field.kind:
        case "text" | "url":
            return text if len(text) <= field.max_chars else "<b>"
        case "lines":
            return [text, HOSTILE[(turn + 5) % len(HOSTILE)]]
        case "choice":
            return str(list(field.choices)[turn % len(list(field.choices))])
        case "choices":
            return [str(choice) for choice in field.choices][:2]
        case "link":
            return ids[field.to][turn % 2]
        case "links":
            return list(ids[field.to])
        case "flag":
            return bool(turn % 2) or None
        case "date":
            return "2027-03-31"
        case "time":
            return "18:30"
        case "color":
            return "#0F766E"
        case "picture":
            return PICTURES[0]
        case "share":
            return 0.05
    return max(field.minimum or 0, 1)


def _deck_texts(deck) -> Iterator[str]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                for row in shape.table.rows:
                    yield from (cell.text for cell in row.cells)
