"""Two people on one strategy, or one with a bad network: nothing is lost or overwritten."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from canvas.domain.changes import Edit
from canvas.domain.ids import new_id
from canvas.i18n import Translator
from canvas.services import Person
from canvas.steps.audit.swot import SwotItem
from tests.browser.acting import choose_list, editor, saved
from tests.browser.conftest import assert_quiet, free_port, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SOON = 3_000
"""Milliseconds within which one tab shows what the other did."""

TR = Translator("en")


@pytest.fixture
def ids() -> list[str]:
    return [new_id() for _ in range(3)]


@pytest.fixture
def three_lines(server, ids) -> str:
    """A strategy whose SWOT has three lines."""
    return create(server, ids)


def create(server, ids: list[str]) -> str:
    lines = [("swot_item", id, {"text": text}) for id, text in zip(ids, "ABC", strict=True)]
    return server.service.create(server.person, {"name": "Two tabs"}, lines)


def swot(new_tab, strategy_id: str, **options) -> Page:
    page = new_tab(
        f"/audit?show=swot_item&strategy={strategy_id}&lang=en", locale="en-GB", **options
    )
    choose_list(page, SwotItem, TR)
    return page


def row(page: Page, record_id: str) -> Locator:
    return editor(page, SwotItem).locator(f'.row[data-id="{record_id}"]')


def text_of(page: Page, record_id: str) -> Locator:
    return row(page, record_id).locator('[data-field="text"] textarea')


def retype(box: Locator, text: str) -> None:
    """Replace what is in a box, key by key, and stay in it."""
    box.click()
    box.press("ControlOrMeta+a")
    box.press_sequentially(text)


def leave(page: Page) -> None:
    page.get_by_role("heading", level=1).click()


def stored(server, strategy_id: str) -> list[str]:
    return [item.text for item in server.service.open(strategy_id, server.person).of(SwotItem)]


def shown(page: Page) -> list[str]:
    return page.locator('.row:not(.ghost) [data-field="text"] textarea').evaluate_all(
        "boxes => boxes.map((box) => box.value)"
    )


def test_two_tabs_at_once_lose_nothing_and_leave_each_others_cursor_alone(
    new_tab, server, three_lines, ids
):
    ours, theirs = (swot(new_tab, three_lines) for _ in range(2))
    half_typed = text_of(theirs, ids[1])
    retype(half_typed, "Half a thou")
    half_typed.evaluate("box => box.setSelectionRange(4, 4)")

    # Two fields of one record, and two records of one list, meanwhile.
    retype(text_of(ours, ids[0]), "Ours")
    leave(ours)
    expect(text_of(theirs, ids[0])).to_have_value("Ours", timeout=SOON)
    expect(half_typed).to_have_value("Half a thou")
    expect(half_typed).to_be_focused()
    assert half_typed.evaluate("box => box.selectionStart") == 4
    half_typed.press("End")
    half_typed.press_sequentially("ght")
    leave(theirs)
    row(theirs, ids[0]).locator('[data-field="quadrant"] select').select_option("strength")
    expect(text_of(ours, ids[1])).to_have_value("Half a thought", timeout=SOON)
    chosen = row(ours, ids[0]).locator('[data-field="quadrant"] select')
    expect(chosen).to_have_value("strength", timeout=SOON)

    # Both add a line at the same moment, so that both stand on one position.
    for page, text in ((ours, "From us"), (theirs, "From them")):
        page.locator(".row.ghost textarea").first.press_sequentially(text)
    for page in (ours, theirs):
        leave(page)
    for page in (ours, theirs):
        saved(page)
        expect(page.locator(".row:not(.ghost)")).to_have_count(5, timeout=SOON)
    assert sorted(stored(server, three_lines)) == sorted(
        ["Ours", "Half a thought", "C", "From us", "From them"]
    )
    assert shown(ours) == shown(theirs) == stored(server, three_lines)

    # A line moves with the keyboard, over one that stands where it stands too.
    last = ours.locator(".row:not(.ghost) textarea").nth(4)
    name = last.input_value()
    for _ in range(4):
        last = ours.locator(".row:not(.ghost)").filter(has=ours.locator("textarea:focus"))
        if not last.count():
            ours.locator(".row:not(.ghost) textarea").nth(4).focus()
        ours.keyboard.press("Alt+ArrowUp")
    saved(ours)
    assert shown(ours)[0] == name
    expect(theirs.locator(".row textarea").first).to_have_value(name, timeout=SOON)
    ours.reload()
    choose_list(ours, SwotItem, TR)
    expect(ours.locator(".row textarea").first).to_have_value(name)
    assert shown(ours) == shown(theirs) == stored(server, three_lines)


def test_two_values_for_one_field_are_both_shown_and_one_is_chosen(
    new_tab, server, three_lines, ids
):
    ours, theirs = (swot(new_tab, three_lines) for _ in range(2))
    for mine, verb, kept in (
        ("Mine at first", "Keep mine", "Mine at first"),
        ("Mine again", "Take theirs", "From the other tab 2"),
    ):
        other = "From the other tab" if verb == "Keep mine" else "From the other tab 2"
        retype(text_of(theirs, ids[0]), mine)
        retype(text_of(ours, ids[0]), other)
        leave(ours)
        saved(ours)
        leave(theirs)
        cell = row(theirs, ids[0]).locator('[data-field="text"]')
        expect(cell.get_by_role("alert")).to_contain_text(f"“{other}”", timeout=SOON)
        expect(cell.locator("textarea")).to_have_value(mine)
        expect(theirs.get_by_test_id("save-state")).to_have_attribute("data-state", "trouble")
        assert stored(server, three_lines)[0] == other, "nothing is overwritten before the choice"
        cell.get_by_role("button", name=verb).click()
        saved(theirs)
        expect(cell.get_by_role("alert")).to_have_count(0)
        for page in (ours, theirs):
            expect(text_of(page, ids[0])).to_have_value(kept, timeout=SOON)
        assert stored(server, three_lines)[0] == kept


def test_a_line_deleted_under_the_pen_is_put_back_or_let_go(new_tab, server, three_lines, ids):
    ours, theirs = (swot(new_tab, three_lines) for _ in range(2))
    for record_id, verb in ((ids[0], "Put it back with my text"), (ids[1], "Let it go")):
        retype(text_of(theirs, record_id), "Written meanwhile")
        row(ours, record_id).locator("button.remove").click()
        saved(ours)
        expect(text_of(theirs, record_id)).to_have_value("Written meanwhile")
        leave(theirs)
        alert = row(theirs, record_id).get_by_role("alert")
        expect(alert).to_contain_text("deleted while you were writing", timeout=SOON)
        row(theirs, record_id).get_by_role("button", name=verb).click()
        saved(theirs)
    for page in (ours, theirs):
        expect(row(page, ids[0])).to_have_count(1, timeout=SOON)
        expect(text_of(page, ids[0])).to_have_value("Written meanwhile", timeout=SOON)
        expect(row(page, ids[1])).to_have_count(0)
    assert stored(server, three_lines) == ["Written meanwhile", "C"]


def test_undo_and_redo_by_button_and_keyboard_and_back_and_forward(
    new_tab, server, three_lines, ids
):
    page = swot(new_tab, three_lines)
    box = text_of(page, ids[0])
    retype(box, "One")
    leave(page)
    saved(page)
    page.keyboard.press("ControlOrMeta+z")
    expect(box).to_have_value("A")
    page.keyboard.press("ControlOrMeta+y")
    expect(box).to_have_value("One")
    page.get_by_role("button", name="Undo").click()
    expect(box).to_have_value("A")
    page.get_by_role("button", name="Redo").click()
    expect(box).to_have_value("One")
    # In a text Ctrl+Z is the text's own; with Alt it takes back what was just typed there.
    retype(box, "Two")
    page.keyboard.press("ControlOrMeta+Alt+z")
    expect(box).to_have_value("One")
    expect(box).to_be_focused()
    page.keyboard.press("ControlOrMeta+Alt+Shift+z")
    expect(box).to_have_value("Two")
    saved(page)
    assert stored(server, three_lines)[0] == "Two"

    # Somebody else changes it: undo leaves their words alone and says so.
    server.service.store.grant(three_lines, "other", "participant")
    edit = Edit("swot_item", ids[0], "text", "Two", "The other’s")
    assert server.service.edit(three_lines, Person("other"), [edit]).outcome.changes
    leave(page)
    expect(box).to_have_value("The other’s", timeout=SOON)
    page.get_by_role("button", name="Undo").click()
    toast = page.get_by_test_id("stToast")
    expect(toast).to_contain_text("was changed by somebody else since", timeout=SOON)
    assert stored(server, three_lines)[0] == "The other’s"

    # The browser's own Back and Forward keep the strategy.
    menu = page.locator(".st-key-menu").get_by_role("link")
    for at, heading in ((2, "Objectives"), (3, "Personas")):
        menu.nth(at).click(delay=60)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading, timeout=20_000)
    here = re.compile(f"strategy={three_lines}")
    for act, heading in (
        (page.go_back, "Objectives"), (page.go_back, "Audit"), (page.go_forward, "Objectives"),
    ):  # fmt: skip
        act()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading, timeout=20_000)
        expect(page).to_have_url(here)
        expect(page.locator(".st-key-menu")).to_be_visible()


def test_what_is_typed_while_the_network_or_the_server_is_away_arrives_later(
    browser, tmp_path, ids
):
    port = free_port()
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    with serving(tmp_path, port=port) as server:
        strategy_id = create(server, ids)
        page.goto(f"{server.url}/audit?show=swot_item&strategy={strategy_id}&lang=en")
        choose_list(page, SwotItem, TR)
        context.set_offline(True)
        retype(text_of(page, ids[0]), "Typed without a network")
        leave(page)
        expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saving")
        context.set_offline(False)
        saved(page)
        assert stored(server, strategy_id)[0] == "Typed without a network"
        retype(text_of(page, ids[1]), "Half a wo")
    # The server is gone, as after a crash; the person types on.
    text_of(page, ids[1]).press_sequentially("rd")
    retype(text_of(page, ids[2]), "Without a server")
    page.locator(".row.ghost textarea").first.press_sequentially("A new line")
    leave(page)
    assert shown(page) == [
        "Typed without a network",
        "Half a word",
        "Without a server",
        "A new line",
    ]
    with serving(tmp_path, port=port) as server:
        saved(page)
        wanted = ["Typed without a network", "Half a word", "Without a server", "A new line"]
        assert stored(server, strategy_id) == wanted
        assert shown(page) == wanted
        # And the tab hears the others again.
        edit = Edit("swot_item", ids[0], "text", wanted[0], "Heard")
        server.service.edit(strategy_id, server.person, [edit])
        expect(text_of(page, ids[0])).to_have_value("Heard", timeout=10_000)
        assert_quiet(server)
    context.close()
    assert not broken
