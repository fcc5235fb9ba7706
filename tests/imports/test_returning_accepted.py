"""A workbook comes back: what happened here meanwhile, its acceptance, and where it comes from."""

import shutil
import subprocess

import openpyxl
import pytest

from canvas.domain.errors import NotAllowedError, StrategyNotFoundError
from canvas.domain.records import EXISTS
from canvas.imports.bounded import TableError
from canvas.imports.workbook import errors
from canvas.services import Person
from canvas.services.returning import Kind, accept, compare, everything
from canvas.steps.sheets import MANIFEST
from tests.imports.conftest import NORA, changed, notes, said
from tests.imports.edited import Tab, put

# --- what happened here meanwhile -------------------------------------------------------------


def test_what_was_changed_here_only_stays(desk):
    book = desk.edited()
    desk.edit("post", "cake", "title", "Apple cake", "Plum cake")
    desk.edit("person", "nora", "name", "Nora Le Goff", "Nora Martin")
    assert said(desk.compare(book)) == []


def test_a_field_changed_on_both_sides_is_a_conflict_and_ours_is_kept(desk):
    book = desk.edited()
    book["Calendar"].put("cake", "Title", "Pear cake")
    desk.edit("post", "cake", "title", "Apple cake", "Plum cake")
    found = desk.compare(book)
    (line,) = found.lines
    assert line.kind is Kind.CONFLICT
    assert (line.base, line.before, line.after) == ("Apple cake", "Plum cake", "Pear cake")
    assert desk.accept(found).outcome is None
    assert desk.raw("post", "cake")["title"] == "Plum cake"
    desk.accept(found, [line.key])
    assert desk.raw("post", "cake")["title"] == "Pear cake"


def test_the_same_change_on_both_sides_is_none(desk):
    book = desk.edited()
    book["Calendar"].put("cake", "Title", "Pear cake")
    desk.edit("post", "cake", "title", "Apple cake", "Pear cake")
    assert said(desk.compare(book)) == []


def test_a_line_deleted_here_and_left_alone_there_stays_deleted(desk):
    book = desk.edited()
    desk.edit("post", "cake", EXISTS, True, None)
    assert said(desk.compare(book)) == []


def test_a_line_deleted_here_and_edited_there_is_a_conflict(desk):
    book = desk.edited()
    book["Calendar"].put("cake", "Title", "Pear cake")
    desk.edit("post", "cake", EXISTS, True, None)
    found = desk.compare(book)
    (line,) = found.lines
    assert line.kind is Kind.CONFLICT
    desk.accept(found, [line.key])
    back = desk.raw("post", "cake")
    assert (back[EXISTS], back["title"], back["date"]) == (True, "Pear cake", "2027-03-11")


def test_a_line_deleted_there_and_edited_here_is_a_conflict(desk):
    book = desk.edited()
    posts = book["Calendar"]
    del posts.rows[posts.row("oven")]
    desk.edit("post", "oven", "title", "The oven", "Our oven")
    found = desk.compare(book)
    (line,) = found.lines
    assert (line.kind, line.field) == (Kind.CONFLICT, "")
    assert desk.accept(found).outcome is None


def test_what_moved_between_the_dry_run_and_its_acceptance_is_not_overwritten(desk):
    book = desk.edited()
    book["Calendar"].put("cake", "Title", "Pear cake")
    book["Calendar"].put("oven", "Title", "Our oven")
    found = desk.compare(book)
    desk.edit("post", "cake", "title", "Apple cake", "Plum cake")
    done = desk.accept(found)
    assert [conflict.theirs for conflict in done.outcome.conflicts] == ["Plum cake"]
    assert desk.raw("post", "cake")["title"] == "Plum cake"
    assert desk.raw("post", "oven")["title"] == "Our oven"


# --- acceptance -----------------------------------------------------------------------------


def everything_edited(desk):
    """Return a workbook with a line of each kind."""
    book = desk.edited()
    posts = book["Calendar"]
    posts.put("bread", "Title", "Easter bread")
    posts.put("bread", "Cost", "cheap")
    posts.add(Title="Rye day")
    del posts.rows[posts.row("oven")]
    return book


def test_one_undo_brings_all_of_it_back(desk):
    before = desk.service.rows(desk.id, NORA)
    found = desk.compare(everything_edited(desk))
    revision = desk.strategy.revision
    done = desk.accept(found)
    assert desk.strategy.revision == revision + 1
    assert len(done.lines) == 3
    desk.undo()
    after = {k: r for k, r in desk.service.rows(desk.id, NORA).items() if r.get(EXISTS)}
    assert after == before


def test_lines_are_accepted_one_by_one(desk):
    found = desk.compare(everything_edited(desk))
    (title,) = found.of(Kind.CHANGED)
    done = desk.accept(found, [title.key])
    assert done.lines == (title,)
    assert desk.raw("post", "bread")["title"] == "Easter bread"
    again = desk.compare(everything_edited(desk))
    assert {line.kind for line in again.lines} == {Kind.NEW, Kind.DELETED, Kind.INVALID}


def test_a_second_click_does_nothing(desk):
    found = desk.compare(everything_edited(desk))
    desk.accept(found)
    revision = desk.strategy.revision
    assert desk.accept(found).outcome.replayed
    assert desk.strategy.revision == revision


def test_a_new_line_that_was_accepted_is_not_new_a_second_time(desk):
    book = desk.edited()
    for _ in range(2):
        book["Calendar"].add(Title="Rye day", Network="Facebook", Cost=5)
    content = book.save()
    found = desk.compare(content)
    desk.accept(found, [found.lines[0].key])
    desk.accept(desk.compare(content))
    assert desk.compare(content).lines == ()
    titles = [post.title for post in desk.strategy.records["post"]]
    assert titles.count("Rye day") == 2
    desk.undo()
    assert [line.kind for line in desk.compare(content).lines] == [Kind.NEW]


def test_an_invalid_line_cannot_be_accepted(desk):
    found = desk.compare(everything_edited(desk))
    (line,) = found.of(Kind.INVALID)
    assert desk.accept(found, [line.key]).outcome is None


def test_a_viewer_may_look_and_not_accept(desk):
    reader = Person("reader")
    content = everything_edited(desk).save()
    with pytest.raises(StrategyNotFoundError):
        compare(desk.service, reader, desk.id, content)
    desk.service.store.grant(desk.id, "reader", "viewer")
    found = compare(desk.service, reader, desk.id, content)
    with pytest.raises(NotAllowedError):
        accept(desk.service, reader, desk.id, found, everything(found))


# --- where it comes from ----------------------------------------------------------------------


def test_a_workbook_of_another_strategy_is_refused_by_its_name(desk, store):
    other = store.create(NORA, {"name": "Bistro"}, [("post", "soup", {"title": "Soup"})])
    theirs = type(desk)(store, other).edited()
    with pytest.raises(errors.OtherStrategyError, match="Bistro"):
        desk.compare(theirs)


def test_a_workbook_of_a_copy_is_compared_with_today(desk, store):
    from canvas.services.exchange import duplicate

    copy = type(desk)(store, duplicate(store, NORA, desk.id, "Copy"))
    book = desk.edited()
    book["Calendar"].put("oven", "Title", "Our oven")
    found = copy.compare(book)
    assert said(found) == [changed("oven", "title", "Our oven")]
    assert "Port" in notes(found)


def test_a_workbook_without_its_hidden_sheet_is_compared_with_today(desk):
    book = desk.edited("fr")
    book.drop(MANIFEST)
    book["Calendrier"].put("oven", "Titre", "Le four")
    found = desk.compare(book)
    assert said(found) == [changed("oven", "title", "Le four")]
    assert found.notes


def test_without_its_hidden_sheet_the_workbook_of_another_strategy_is_refused(desk, store):
    other = store.create(NORA, {"name": "Bistro"}, [("post", "soup", {"title": "Soup"})])
    theirs = type(desk)(store, other).edited()
    theirs.drop(MANIFEST)
    with pytest.raises(errors.UnknownStrategyError):
        desk.compare(theirs)


def test_a_workbook_that_is_none_of_ours_is_refused(desk):
    book = desk.edited()
    book.tabs = [Tab("Sheet1", hidden=False, rows=[["Title"], ["Bread"]])]
    with pytest.raises(errors.NotOurWorkbookError):
        desk.compare(book)


def test_a_workbook_of_a_newer_version_is_refused(desk):
    book = desk.edited()
    put(book[MANIFEST].rows[0], 1, 99)
    with pytest.raises(errors.NewerWorkbookError, match="99"):
        desk.compare(book)


def test_a_damaged_hidden_sheet_is_as_none(desk):
    book = desk.edited()
    book[MANIFEST].rows[3:] = [["table", "x", "y"]]
    found = desk.compare(book)
    assert said(found) == []
    assert found.notes


def test_a_refused_file_changes_nothing(desk):
    before = desk.strategy.revision
    for content in (b"", b"PK\x03\x04", b"<html>", desk.export()[:5_000]):
        with pytest.raises(TableError):
            desk.compare(content)
    assert desk.strategy.revision == before


# --- other programs -----------------------------------------------------------------------------


def test_a_workbook_saved_by_google_sheets_changes_nothing(desk):
    assert said(desk.compare(desk.edited("fr").save(serials=True))) == []


def test_a_workbook_saved_by_openpyxl_changes_nothing_but_what_was_edited(desk, tmp_path):
    path = tmp_path / "saved.xlsx"
    path.write_bytes(desk.export())
    book = openpyxl.load_workbook(path)
    sheet = book["Calendar"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == "Apple cake"]
    cell.value = "Pear cake"
    book.save(path)
    assert said(desk.compare(path.read_bytes())) == [changed("cake", "title", "Pear cake")]


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_workbook_saved_by_libreoffice_changes_nothing(desk, tmp_path):
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "port.xlsx"
    path.write_bytes(desk.export("fr"))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = desk.compare((tmp_path / "port.xlsx").read_bytes())
    assert said(found) == []
    assert found.notes == ()
