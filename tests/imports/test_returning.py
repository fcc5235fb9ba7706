"""A workbook comes back: each thing that people and programs do to it has its answer."""

import datetime as dt
import random

import openpyxl
import pytest

from canvas.domain.records import EXISTS
from canvas.i18n import Translator
from canvas.imports.bounded import Percentage
from canvas.services.returning import Kind, everything
from tests.imports.conftest import NORA, RECORDS, Desk, changed, day, notes, said
from tests.imports.edited import Tab, put

NOON = dt.time(12, 0)


# --- nothing was edited ---------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_that_nobody_edited_changes_nothing(desk, language):
    found = desk.compare(desk.export(language))
    assert said(found) == []
    assert found.notes == ()
    assert said(desk.compare(desk.edited(language))) == []


def test_lines_moved_sorted_and_filtered_change_nothing(desk):
    book = desk.edited()
    posts = book["Calendar"]
    head, end = posts.head(), posts.end()
    lines = posts.rows[head + 1 : end]
    posts.rows[head + 1 : end] = [lines[2], lines[0], [], lines[1]]
    posts.rows[0:0] = [[], ["A line above"], []]
    assert said(desk.compare(book)) == []


def test_columns_reordered_change_nothing(desk):
    book = desk.edited()
    posts = book["Calendar"]
    order = random.Random(1)
    width = len(posts.rows[posts.head()])
    places = order.sample(range(width), width)
    for at in range(posts.head(), posts.end()):
        row = posts.rows[at] + [None] * (width - len(posts.rows[at]))
        posts.rows[at] = [row[place] for place in places]
    assert said(desk.compare(book)) == []


def test_a_column_that_was_added_is_not_read_and_that_is_said(desk):
    book = desk.edited()
    posts = book["Calendar"]
    for at in range(posts.head(), posts.end()):
        posts.rows[at][2:2] = ["My remarks" if at == posts.head() else "mine"]
    found = desk.compare(book)
    assert said(found) == []
    assert "My remarks" in notes(found)
    assert "Hours counted" not in notes(found)


def test_a_column_that_was_deleted_empties_nothing(desk):
    book = desk.edited()
    posts = book["Calendar"]
    at = posts.column("Author")
    for row in posts.rows[posts.head() : posts.end()]:
        del row[at : at + 1]
    assert said(desk.compare(book)) == []


@pytest.mark.parametrize("heading", ["Titre", "Our posts"])
def test_a_renamed_heading_is_still_the_same_column(desk, heading):
    book = desk.edited()
    posts = book["Calendar"]
    posts.rows[posts.head()][posts.column("Title")] = heading
    posts.rows[posts.row("bread")][1] = "Easter bread"
    found = desk.compare(book)
    assert said(found) == [changed("bread", "title", "Easter bread")]


def test_a_sheet_that_was_deleted_deletes_nothing_and_that_is_said(desk):
    book = desk.edited()
    book.drop("Calendar")
    found = desk.compare(book)
    assert said(found) == []
    assert "Calendar" in notes(found)


def test_what_is_written_on_the_sheet_of_findings_is_not_read(desk):
    book = desk.edited()
    for row in book["Findings"].rows[3:]:
        row[1:] = ["Mine"] * 12
    book["Findings"].rows.append(["mine", "bread", "Title"])
    found = desk.compare(book)
    assert said(found) == []
    assert notes(found) == notes(desk.compare(desk.edited()))


def test_a_sheet_that_was_renamed_or_added_is_no_matter(desk):
    book = desk.edited()
    book["Calendar"].name = "What we post"
    book.tabs.insert(0, Tab("Mine", hidden=False, rows=[["Title"], ["something"]]))
    assert said(desk.compare(book)) == []


def test_a_sheet_that_was_copied_is_read_once_and_that_is_said(desk):
    book = desk.edited()
    copy = Tab("Calendar (2)", hidden=False, rows=[list(row) for row in book["Calendar"].rows])
    book.tabs.insert(0, copy)
    copy.put("cake", "Title", "In the copy")
    book["Calendar"].put("cake", "Title", "Pear cake")
    found = desk.compare(book)
    assert said(found) == [changed("cake", "title", "Pear cake")]
    assert "Calendar (2)" in notes(found)


# --- edits ----------------------------------------------------------------------------------


def test_an_edit_is_told_with_its_sheet_and_row(desk):
    book = desk.edited()
    posts = book["Calendar"]
    posts.put("cake", "Title", "Pear cake")
    (line,) = desk.compare(book).lines
    assert (line.kind, line.sheet, line.row) == (Kind.CHANGED, "Calendar", posts.row("cake") + 1)
    assert (line.type, line.record, line.field) == ("post", "cake", "title")
    assert (line.before, line.after) == ("Apple cake", "Pear cake")


EDITS = [
    ("Publication date", day(2027, 5, 6), "date", "2027-05-06"),
    ("Publication date", "6/5/2027", "date", None),
    ("Publication date", "2027-05-06", "date", "2027-05-06"),
    ("Publication date", "31/05/2027", "date", "2027-05-31"),
    ("Publication date", "05/31/2027", "date", "2027-05-31"),
    ("Publication date", "6 May 2027", "date", "2027-05-06"),
    ("Publication date", "May 6th, 2027", "date", "2027-05-06"),
    ("Publication date", "jeudi 6 mai 2027", "date", "2027-05-06"),
    ("Publication date", "1er mai 2027", "date", "2027-05-01"),
    ("Publication date", 46513, "date", "2027-05-06"),
    ("Publication date", "some day", "date", None),
    ("Publication date", "31/02/2027", "date", None),
    ("Time of day", NOON, "time", "12:00"),
    ("Time of day", "9h30", "time", "09:30"),
    ("Time of day", "14:05", "time", "14:05"),
    ("Time of day", "2 pm", "time", "14:00"),
    ("Time of day", 0.5, "time", "12:00"),
    ("Time of day", "noonish", "time", None),
    ("Effort", 2, "effort_hours", 2),
    ("Effort", "2,5", "effort_hours", 2.5),
    ("Effort", "2.5", "effort_hours", 2.5),
    ("Effort", "1 234,5", "effort_hours", 1234.5),
    ("Effort", "two", "effort_hours", None),
    ("Effort", -1, "effort_hours", None),
    ("Effort", "20 %", "effort_hours", None),
    ("Cost", 12.55, "cost", 1255),
    ("Cost", "12,55 €", "cost", 1255),
    ("Cost", "€1,250.50", "cost", 125050),
    ("Cost", "EUR 40", "cost", 4000),
    ("Network", "LinkedIn", "network", "linkedin"),
    ("Network", "linkedin", "network", "linkedin"),
    ("Network", "Myspace", "network", None),
    ("Status", Translator("fr")("Approved"), "status", "approved"),
    ("Status", "Brouillon", "status", "draft"),
    ("Author", "Paul", "author", "paul"),
    ("Author", "  nora   LE goff ", "author", "nora"),
    ("Author", "Sam", "author", None),
    ("Author", "Sam (2)", "author", "twin2"),
    ("Author", "Nobody", "author", None),
    ("Hashtags", "#a\n\n #b ", "hashtags", ["#a", "#b"]),
    ("Major post", "oui", "is_major", True),
    ("Major post", True, "is_major", True),
    ("Major post", "perhaps", "is_major", None),
    ("Title", 42, "title", "42"),
    ("Title", "=cmd|' /C calc'!A1", "title", "=cmd|' /C calc'!A1"),
    ("Title", "x" * 500, "title", None),
    ("Text", "a\nb", "text", "a\nb"),
]


@pytest.fixture(scope="module")
def typed(store):
    """What a workbook with all of these says, one line each."""
    posts = [("post", f"post{n}", {"title": "The oven"}) for n in range(len(EDITS))]
    people = [record for record in RECORDS if record[0] == "person"]
    desk = Desk(store, store.create(NORA, {"name": "Port"}, [*people, *posts]))
    book = desk.edited()
    for number, (heading, cell, *_) in enumerate(EDITS):
        book["Calendar"].put(f"post{number}", heading, cell)
    found = desk.compare(book)
    assert len(found.lines) == len(EDITS)
    return {line.record: line for line in found.lines}


@pytest.mark.parametrize(
    "number", range(len(EDITS)), ids=[f"{heading}: {cell!s:.20}" for heading, cell, *_ in EDITS]
)
def test_what_people_type_is_read_as_they_mean_it_or_asked_for(typed, number):
    _, cell, field, after = EDITS[number]
    line = typed[f"post{number}"]
    assert line.field == field
    assert line.kind is (Kind.INVALID if after is None else Kind.CHANGED)
    assert line.after == after
    if after is None:
        assert str(cell).startswith(line.typed)
        for language in ("fr", "en"):
            assert Translator(language)(line.message).endswith((".", ")"))


def test_an_emptied_cell_empties_its_field(desk):
    book = desk.edited()
    book["Calendar"].put("bread", "Cost", None)
    book["Calendar"].put("bread", "Major post", None)
    found = desk.compare(book)
    assert sorted(said(found)) == sorted(
        [changed("bread", "cost", None), changed("bread", "is_major", None)]
    )


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        (Percentage(0.2), 0.2),
        (20, 0.2),
        (0.2, 0.2),
        ("20 %", 0.2),
        ("20", 0.2),
        ("2,5 %", 0.025),
    ],
)
def test_a_share_is_read_as_20_or_20_percent(desk, typed, after):
    book = desk.edited()
    book["La Fournée"].put("here", "Engagement rate", typed)
    assert said(desk.compare(book)) == [changed("here", "engagement_rate", after)]


def test_a_column_tells_how_its_dates_are_written(desk):
    book = desk.edited()
    posts = book["Calendar"]
    posts.put("bread", "Publication date", "05/06/2027")
    posts.put("cake", "Publication date", "05/31/2027")
    found = desk.compare(book)
    assert said(found) == [
        changed("bread", "date", "2027-05-06"),
        changed("cake", "date", "2027-05-31"),
    ]


def test_an_ambiguous_date_says_both_its_meanings(desk):
    book = desk.edited()
    book["Calendar"].put("bread", "Publication date", "05/06/2027")
    (line,) = desk.compare(book).lines
    assert line.kind is Kind.INVALID
    words = Translator("en")(line.message)
    assert "5 June 2027" in words
    assert "6 May 2027" in words


def test_french_dates_have_their_day_first(desk):
    book = desk.edited("fr")
    book["Calendrier"].put("bread", "Date de publication", "05/06/2027")
    assert said(desk.compare(book)) == [changed("bread", "date", "2027-06-05")]


def test_a_name_added_to_several_leaves_the_others_as_they_are(desk):
    desk.edit("action", "card", "depends_on", ["mill"], ["mill", "gone"])
    book = desk.edited()
    book["Action plan"].put("card", "After", None)
    assert said(desk.compare(book)) == [changed("card", "depends_on", None)]


def test_a_cell_that_is_merged_or_shows_an_error_is_said_and_left(desk):
    book = desk.edited()
    posts = book["Calendar"]
    at = posts.column("Visual")
    letter = openpyxl.utils.get_column_letter(at + 1)
    rows = sorted(posts.row(one) + 1 for one in ("bread", "cake"))
    posts.merged.append(f"{letter}{rows[0]}:{letter}{rows[1]}")
    found = desk.compare(book)
    assert {line.kind for line in found.lines} == {Kind.CHANGED, Kind.INVALID}
    (line,) = found.of(Kind.INVALID)
    assert "merged" in Translator("en")(line.message)


# --- lines that come and go -----------------------------------------------------------------


def test_a_new_line_comes_with_its_row(desk):
    book = desk.edited()
    row = book["Calendar"].add(Title="Rye day", Network="Facebook", Author="Paul", Cost=5)
    (line,) = desk.compare(book).lines
    assert (line.kind, line.sheet, line.row, line.name) == (Kind.NEW, "Calendar", row, "Rye day")
    assert line.after == {"title": "Rye day", "network": "facebook", "author": "paul", "cost": 500}
    desk.accept(desk.compare(book))
    assert [post.title for post in desk.strategy.records["post"]][-1] == "Rye day"


def test_a_new_line_on_a_competitors_sheet_belongs_to_it(desk):
    book = desk.edited()
    book["Le Moulin"].rows[book["Le Moulin"].head() + 1 :][0:0] = []
    put_at = book["Le Moulin"].head() + 1
    book["Le Moulin"].rows[put_at] = [None, "Instagram"]
    (line,) = desk.compare(book).lines
    assert line.kind is Kind.NEW
    assert line.after == {"network": "instagram", "competitor": "other"}


def test_a_line_cut_and_pasted_onto_another_competitors_sheet_moves_there(desk):
    book = desk.edited()
    old, new = book["La Fournée"], book["Le Moulin"]
    at = old.row("here")
    new.rows[new.head() + 1], old.rows[at] = old.rows[at], []
    assert said(desk.compare(book)) == [changed("here", "competitor", "other")]


def test_a_line_that_was_deleted_is_told_and_only_told(desk):
    book = desk.edited()
    posts = book["Calendar"]
    del posts.rows[posts.row("oven")]
    found = desk.compare(book)
    (line,) = found.lines
    assert (line.kind, line.record, line.name) == (Kind.DELETED, "oven", "The oven")
    assert line.before["title"] == "The oven"
    desk.accept(found, everything(found, deletions=False))
    assert desk.raw("post", "oven")[EXISTS]
    desk.accept(found)
    assert not desk.raw("post", "oven").get(EXISTS)


def test_a_line_whose_cells_were_emptied_is_deleted(desk):
    book = desk.edited()
    posts = book["Calendar"]
    posts.rows[posts.row("oven")] = ["oven"]
    (line,) = desk.compare(book).lines
    assert (line.kind, line.record) == (Kind.DELETED, "oven")


def test_a_copied_line_is_new_and_the_first_stays_what_it_was(desk):
    book = desk.edited()
    posts = book["Calendar"]
    copy = list(posts.rows[posts.row("bread")])
    copy[1] = "Spring bread again"
    posts.rows.insert(posts.head() + 1, copy)  # above the one that it was copied from
    (line,) = desk.compare(book).lines
    assert (line.kind, line.name) == (Kind.NEW, "Spring bread again")
    assert line.record != "bread"
    assert line.after["cost"] == 1250


def test_a_line_of_another_strategy_is_a_new_one(desk):
    book = desk.edited()
    posts = book["Calendar"]
    posts.rows.insert(posts.end(), ["from-elsewhere", "A guest"])
    (line,) = desk.compare(book).lines
    assert (line.kind, line.name) == (Kind.NEW, "A guest")
    assert line.record != "from-elsewhere"


def test_a_new_line_may_name_another_new_line(desk):
    book = desk.edited()
    book["People"].add(Name="Zoé")
    book["Calendar"].put("oven", "Author", "Zoé")
    found = desk.compare(book)
    (new,) = found.of(Kind.NEW)
    (edit,) = found.of(Kind.CHANGED)
    assert edit.after == new.record
    desk.accept(found, [edit.key])  # who is named comes along
    assert desk.raw("person", new.record)["name"] == "Zoé"
    assert desk.raw("post", "oven")["author"] == new.record


def test_a_deleted_column_of_ids_is_made_good_by_names(desk):
    book = desk.edited()
    posts = book["Calendar"]
    for row in posts.rows[posts.head() : posts.end()]:
        del row[0]
    at = next(n for n, row in enumerate(posts.rows) if row[:1] == ["Apple cake"])
    put(posts.rows[at], 1, day(2027, 6, 1))
    del posts.rows[next(n for n, row in enumerate(posts.rows) if row[:1] == ["The oven"])]
    found = desk.compare(book)
    assert said(found) == [changed("cake", "date", "2027-06-01")]
    assert "Calendar" in notes(found)
