"""An edited workbook comes back: looked at, ticked line by line, accepted, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from canvas.domain.changes import Edit
from canvas.exports.workbook import build_workbook
from canvas.i18n import Translator
from tests.imports.edited import Edited

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLES = {"bread": "Bread", "cake": "Cake", "oven": "Oven"}


class Desk:
    """A strategy of three posts, and the page on which its workbook comes back."""

    def __init__(self, server, new_tab) -> None:
        self.server, self.new_tab = server, new_tab
        posts = [("post", key, {"title": title}) for key, title in TITLES.items()]
        self.id = server.service.create(server.person, {"name": "Port"}, posts)

    @property
    def titles(self) -> list[str]:
        strategy = self.server.service.open(self.id, self.server.person)
        return [record.title for record in strategy.records["post"]]

    def workbook(self) -> Edited:
        strategy = self.server.service.open(self.id, self.server.person)
        return Edited(build_workbook(strategy, Translator("en"), dt.date(2027, 1, 4)))

    def edited(self) -> bytes:
        """Return a workbook with two changes, a new line and one that was deleted."""
        book = self.workbook()
        posts = book["Calendar"]
        posts.put("bread", "Title", "Rye")
        posts.put("cake", "Title", "Pear cake")
        posts.add(Title="Brioche", Cost="cheap")
        del posts.rows[posts.row("oven")]
        return book.save()

    def page(self, **options) -> Page:
        return self.new_tab(f"/deliver?strategy={self.id}", locale="en-GB", **options)

    def change(self, key: str, new: str) -> None:
        edit = Edit("post", key, "title", TITLES[key], new)
        self.server.service.edit(self.id, self.server.person, [edit])


@pytest.fixture
def desk(server, new_tab) -> Desk:
    return Desk(server, new_tab)


def give(page: Page, content: bytes) -> None:
    """Choose a file in the card of edited workbooks."""
    chooser = page.locator(".st-key-returning input[type=file]")
    chooser.set_input_files({"name": "edited.xlsx", "mimeType": XLSX, "buffer": content})


def box(page: Page, text: str):
    """Return the box of the line that says `text`."""
    return page.locator(".st-key-dry-run").get_by_test_id("stCheckbox").filter(has_text=text)


def test_lines_are_accepted_one_by_one_and_undo_takes_them_back(desk):
    page = desk.page()
    give(page, desk.edited())
    expect(box(page, "Bread → Rye").get_by_role("checkbox")).to_be_checked(timeout=30_000)
    expect(box(page, "Brioche").get_by_role("checkbox")).to_be_checked()
    expect(box(page, "Oven").get_by_role("checkbox")).not_to_be_checked()
    dry_run = page.locator(".st-key-dry-run")
    expect(dry_run).to_contain_text("“cheap” is not a number")
    box(page, "Cake → Pear cake").locator("label").click()
    page.get_by_role("button", name="Bring 2 lines back").click()
    expect(dry_run).to_contain_text("2 lines were brought back", timeout=30_000)
    assert desk.titles == ["Rye", "Cake", "Oven", "Brioche"]
    # What was left is still there to be ticked.
    expect(box(page, "Cake → Pear cake").get_by_role("checkbox")).not_to_be_checked()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Compare again")).to_be_visible(timeout=30_000)
    assert desk.titles == ["Bread", "Cake", "Oven"]


def test_what_changes_meanwhile_is_not_overwritten(desk):
    page = desk.page()
    give(page, desk.edited())
    accept = page.get_by_role("button", name="Bring 3 lines back")
    expect(accept).to_be_visible(timeout=30_000)
    desk.change("bread", "Baguette")
    expect(page.get_by_role("button", name="Compare again")).to_be_visible(timeout=30_000)
    accept.click()
    dry_run = page.locator(".st-key-dry-run")
    expect(dry_run).to_contain_text("changed here meanwhile", timeout=30_000)
    assert desk.titles == ["Baguette", "Pear cake", "Oven", "Brioche"]
    expect(dry_run).to_contain_text("Values changed on both sides")
    expect(box(page, "Baguette → Rye").get_by_role("checkbox")).not_to_be_checked()


def test_deletions_are_ticked_on_purpose(desk):
    page = desk.page()
    give(page, desk.edited())
    page.get_by_role("button", name="Tick deletions too").click(timeout=30_000)
    expect(box(page, "Oven").get_by_role("checkbox")).to_be_checked()
    page.get_by_role("button", name="Untick all").click()
    expect(box(page, "Bread → Rye").get_by_role("checkbox")).not_to_be_checked()
    box(page, "Oven").locator("label").click()
    page.get_by_role("button", name="Bring 1 line back").click()
    expect(page.locator(".st-key-dry-run")).to_contain_text("1 line was brought back")
    assert desk.titles == ["Bread", "Cake"]


def test_a_file_that_cannot_be_used_is_answered_in_one_sentence(desk):
    page = desk.page(width=390, height=844)
    for content, words in ((b"<html>", "a web page"), (b"PK\x03\x04", "damaged")):
        give(page, content)
        card = page.locator(".st-key-returning")
        expect(card.get_by_test_id("stAlert")).to_contain_text(words, timeout=30_000)
        expect(page.locator(".st-key-dry-run")).to_have_count(0)
        card.get_by_role("button", name="Remove").first.click()
        expect(card.get_by_test_id("stAlert")).to_have_count(0)
    give(page, desk.workbook().save())
    expect(page.locator(".st-key-dry-run")).to_contain_text(
        "the workbook says what the strategy says", timeout=30_000
    )
