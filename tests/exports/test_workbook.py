"""The workbook, opened by another library than the one that wrote it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.domain.strategy import Strategy
from canvas.exports.workbook.places import LONGEST, tab_title
from canvas.i18n import Translator
from canvas.rules.cells import MAX_CELL, Cells, units
from canvas.services import documents
from canvas.steps import RECORD_TYPES
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.sheets import LISTS, MANIFEST, SHEETS, WITHHELD, Table
from tests.exports import books
from tests.unit.values import strategies

EXAMPLES = ("bakery", "software")
LANGUAGES = ("fr", "en")

each_book = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in EXAMPLES for language in LANGUAGES]
)


@pytest.fixture(scope="module")
def bakery():
    return books.workbook(books.example("bakery"))


# What it holds


@each_book
def test_every_record_of_every_table_is_a_row_with_its_hidden_id(name, language):
    strategy = books.example(name)
    book = books.opened(books.workbook(strategy, language))
    for sheet in SHEETS:
        for table in sheet.tables:
            abouts = [one.id for one in strategy.of(RECORD_TYPES[sheet.per])] if sheet.per else [""]
            for about in abouts:
                found = books.rows(book, table.record, about)
                expected = [record.id for record in table.records(strategy, about)]
                assert [row["id"] for row in found] == expected, table.record
                page = books.table(book, table.record, about)[0]
                assert page.column_dimensions["A"].hidden


@each_book
def test_every_cell_says_what_the_record_says(name, language):
    strategy = books.example(name)
    cells = Cells(strategy, Translator(language))
    book = books.opened(books.workbook(strategy, language))
    for placed in books.manifest(book).tables:
        for row in books.rows(book, placed.record, placed.about):
            record = strategy.find(row["id"])
            for field in placed.columns.values():
                declared = type(record).field(field)
                expected = cells.cell(getattr(record, field), declared)
                found = row[field]
                if isinstance(found, dt.datetime):
                    found = found.date()
                assert found == expected, (placed.record, field)


def test_a_table_has_every_field_of_its_record_type_but_what_is_withheld():
    for sheet in SHEETS:
        for table in sheet.tables:
            shown = {column.field.name for column in table.columns}
            declared = {f.name for f in table.type.fields() if f.kind != "picture"}
            hidden = WITHHELD.get(table.record, frozenset()) | {table.within}
            assert shown == declared - hidden


def test_dates_times_and_money_are_real_ones(bakery):
    book = books.opened(bakery)
    post = books.example("bakery").of(Post)[0]
    date = books.cell_of(book, "post", post.id, "date")
    assert date.is_date
    assert date.value.date() == post.date
    assert books.cell_of(book, "post", post.id, "time").value == post.time
    line = next(one for one in books.rows(book, "budget_line") if one["planned"])
    cell = books.cell_of(book, "budget_line", line["id"], "planned")
    record = books.example("bakery").find(line["id"])
    assert cell.value * 100 == record.planned
    assert "€" in cell.number_format


def test_private_notes_and_contact_details_stay_at_home():
    secret = "zq-very-private"
    strategy = books.strategy(
        {
            "post": {"p1": {"title": "Bread", "private_note": secret}},
            "person": {"n1": {"name": "Nora", "email": f"{secret}@x.example", "phone": secret}},
        }
    )
    with zipfile.ZipFile(io.BytesIO(books.workbook(strategy))) as package:
        assert not [name for name in package.namelist() if secret.encode() in package.read(name)]


def test_the_workbook_says_where_it_comes_from(bakery):
    book = books.opened(bakery)
    said = books.manifest(book)
    assert (said.strategy, said.revision, said.language) == ("0190", 3, "fr")
    assert (said.currency, said.made) == ("EUR", books.TODAY.isoformat())
    assert book[MANIFEST].sheet_state == "veryHidden"
    assert book[LISTS].sheet_state == "hidden"
    assert [t.record for t in said.tables if not t.about] == [
        table.record for sheet in SHEETS if not sheet.per for table in sheet.tables
    ]


def test_each_competitor_has_a_sheet_of_its_own(bakery):
    strategy = books.example("bakery")
    names = {one.name for one in strategy.of(RECORD_TYPES["competitor"])}
    assert names <= set(books.opened(bakery).sheetnames)


# How one works with it


def test_headings_stay_in_sight_and_every_table_can_be_filtered(bakery):
    book = books.opened(bakery)
    sheet, _, header = books.table(book, "post")
    assert sheet.freeze_panes == f"C{header + 1}"
    assert sheet.tables["t_post"].autoFilter.ref == sheet.tables["t_post"].ref
    assert sheet.print_title_rows == f"${header}:${header}"
    assert sheet.page_setup.orientation == "landscape"


def test_a_cell_that_names_a_record_or_a_choice_offers_those_of_the_strategy(bakery):
    book = books.opened(bakery)
    sheet, placed, header = books.table(book, "action")
    offered = {
        str(rule.sqref).split(":")[0]: rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    for name, expected in (("owner", "list_person"), ("status", "list_Progress")):
        heading = next(h for h, field in placed.columns.items() if field == name)
        column = next(c.column_letter for c in sheet[header] if c.value == heading)
        assert offered[f"{column}{header + 1}"] == expected
    place = book.defined_names["list_person"].attr_text
    column = re.search(r"\$([A-Z]+)\$2", place)[1]
    names = {cell.value for cell in book[LISTS][column][1:] if cell.value}
    assert names == {person.name for person in books.example("bakery").of(RECORD_TYPES["person"])}


def test_records_of_one_name_are_told_apart():
    strategy = books.strategy(
        {
            "person": {"a": {"name": "Nora"}, "b": {"name": "NORA"}, "c": {"name": "Nora (2)"}},
            "action": {"x": {"title": "Bake", "owner": "b"}},
        }
    )
    cells = Cells(strategy, Translator("en"))
    assert len({name.casefold() for name in cells.names("person").values()}) == 3
    row = books.rows(books.opened(books.workbook(strategy, "en")), "action")[0]
    assert cells.ids("person")[row["owner"].casefold()] == "b"


def test_totals_follow_filters_and_carry_their_values(bakery):
    sheet, _, _ = books.table(books.opened(bakery), "budget_line")
    values, _, _ = books.table(books.opened(bakery, values=True), "budget_line")
    totals = [cell for cell in sheet[4] if cell.data_type == "f"]
    assert all(cell.value.startswith("=SUBTOTAL(") for cell in totals)
    planned = sum(
        one.planned or 0 for one in books.example("bakery").of(RECORD_TYPES["budget_line"])
    )
    assert values.cell(4, totals[1].column).value == planned / 100


def test_late_lines_and_statuses_have_their_colours(bakery):
    sheet, _, _ = books.table(books.opened(bakery), "action")
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert any("TODAY()" in str(rule.formula) for rule in rules)
    assert any(rule.type == "cellIs" for rule in rules)


def test_the_charts_are_native_and_say_what_they_show(bakery):
    with zipfile.ZipFile(io.BytesIO(bakery)) as package:
        names = package.namelist()
        charts = [name for name in names if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        drawings = [package.read(n).decode() for n in names if n.startswith("xl/drawings/drawing")]
    assert len(charts) >= 8
    frames = "".join(drawings)
    assert frames.count("<xdr:graphicFrame") == frames.count("descr=")


def test_the_first_sheet_leads_to_all_others(bakery):
    book = books.opened(bakery)
    first = book.worksheets[0]
    visible = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    links = [cell.hyperlink for row in first.iter_rows() for cell in row if cell.hyperlink]
    led_to = [link.location.rpartition("!")[0].strip("'").replace("''", "'") for link in links]
    assert led_to == visible[1:]


def test_headings_and_choices_are_in_the_language_asked_for():
    strategy = books.example("bakery")
    french, english = (books.opened(books.workbook(strategy, lang)) for lang in LANGUAGES)
    assert "Calendrier" in french.sheetnames
    assert "Calendar" in english.sheetnames
    post = strategy.of(Post)[0]
    assert books.cell_of(french, "post", post.id, "status").value == "Publié"
    assert books.cell_of(english, "post", post.id, "status").value == "Published"


def test_the_same_strategy_gives_the_same_bytes(bakery):
    assert books.workbook(books.example("bakery")) == bakery


def test_every_export_can_be_asked_for_by_name():
    wish = documents.Wish(Translator("en"), books.TODAY)
    content = documents.build(books.example("bakery"), "workbook", wish)
    assert content == books.workbook(books.example("bakery"), "en")


# What could go wrong


HARM = (
    '=cmd|"/c calc"!A1',
    "{=1+1}",
    "+33 4 00 00 00 00",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://x.example")',
    "external:\\\\x\\y",
    "0042",
    "_x0041_ and _x000D_",
    "a\x00b\x1bc\ud800d\ufffee",
    "two\r\nlines\vthree",
    " spaces ",
    "\u202e right to left 👩‍🍳",
    "<b>&amp;\"'",
)


def test_what_a_user_typed_is_never_a_formula_nor_a_link():
    strategy = books.strategy(
        {
            "post": {f"p{n}": {"title": text, "text": text} for n, text in enumerate(HARM)},
            "competitor": {f"c{n}": {"name": text, "url": text} for n, text in enumerate(HARM)},
            "settings": {"settings": {"name": HARM[0]}},
            "person": {"n": {"name": HARM[0]}},
            "action": {"a": {"title": "Do", "owner": "n"}},
            "kpi": {"k": {"name": '=1"&"'}},
            "reading": {
                f"r{n}": {"kpi": "k", "value": n, "date": f"2027-0{n}-01"} for n in (1, 2, 3)
            },
        }
    )
    content = books.workbook(strategy)
    book = books.opened(content)
    for row in books.rows(book, "post"):
        for name in ("title", "text"):
            assert books.cell_of(book, "post", row["id"], name).data_type == "s"
    assert books.rows(book, "action")[0]["owner"] == HARM[0]
    formulas = {
        cell.value for sheet in book for row in sheet for cell in row if cell.data_type == "f"
    }
    assert not [one for one in formulas if "calc" in str(one) or "http" in str(one)]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        links = [package.read(n) for n in package.namelist() if n.endswith(".rels")]
    assert not [one for one in links if b'TargetMode="External"' in one]


def test_a_text_longer_than_a_cell_is_cut_and_said_to_be():
    strategy = books.strategy({"post": {"p": {"title": "Long", "text": "é🍞" * 15_000}}})
    book = books.opened(books.workbook(strategy))
    cell = books.cell_of(book, "post", "p", "text").value
    assert cell.endswith("…")
    assert units(cell) <= MAX_CELL
    assert books.table(book, "post")[1].shortened == {("p", "text")}


def test_a_date_on_which_programs_disagree_is_written_as_text():
    strategy = books.strategy({"post": {"p": {"title": "Old", "date": "1900-02-28"}}})
    book = books.opened(books.workbook(strategy))
    assert books.cell_of(book, "post", "p", "date").value == "1900-02-28"


def test_a_code_of_a_newer_version_leaves_its_cell_empty():
    strategy = books.strategy({"post": {"p": {"title": "New", "status": "hologram"}}})
    book = books.opened(books.workbook(strategy))
    # What is unknown reads as the default: nothing says otherwise in the cell.
    assert books.cell_of(book, "post", "p", "status").value in (None, "Idée")


def test_an_empty_strategy_gives_a_workbook_to_fill():
    book = books.opened(books.workbook(Strategy("empty")))
    assert len([s for s in book if s.sheet_state == "visible"]) == len(SHEETS) - 1
    assert all(not placed.ids for placed in books.manifest(book).tables)


@pytest.mark.parametrize("language", LANGUAGES)
def test_workbooks_follow_the_open_xml_schema(tmp_path, language):
    from openxml_audit import OpenXmlValidator

    harmful = books.strategy(
        {
            "post": {f"p{n}": {"title": text} for n, text in enumerate(HARM)},
            "competitor": {f"c{n}": {"name": text} for n, text in enumerate(HARM)},
        }
    )
    found = {name: books.example(name) for name in EXAMPLES}
    for name, strategy in {**found, "empty": Strategy("e"), "harmful": harmful}.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(books.workbook(strategy, language))
        result = OpenXmlValidator().validate(str(path))
        assert [str(error) for error in result.errors] == [], name


ANY_NAME = st.text(max_size=60) | st.sampled_from(
    ["History", "''", "[a]:*?/\\", "a" * 31, "A" * 31, "🍞" * 20, "Calendrier", "_canevas"]
)


@given(st.lists(ANY_NAME, max_size=12))
def test_titles_of_tabs_are_legal_and_no_two_the_same(names):
    taken: list[str] = [MANIFEST, LISTS]
    for name in names:
        title = tab_title(name, taken, otherwise="Concurrent")
        assert 0 < units(title) <= LONGEST
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff]", title)
        assert title.strip("'") == title
        assert title.casefold() != "history"
        assert title.casefold() not in {one.casefold() for one in taken}
        taken.append(title)


@settings(max_examples=12)
@given(strategies())
def test_any_strategy_gives_a_workbook_that_can_be_read_again(strategy):
    book = books.opened(books.workbook(strategy))
    said = books.manifest(book)
    assert said.strategy == strategy.id
    for placed in said.tables:
        expected = [r.id for r in Table(placed.record).records(strategy)]
        if not placed.about:
            assert [row["id"] for row in books.rows(book, placed.record)] == expected


def test_a_dropped_action_counts_for_no_hours():
    strategy = books.strategy(
        {
            "action": {
                "a": {"title": "Do", "due": "2027-02-03", "effort_hours": 3},
                "b": {"title": "Drop", "due": "2027-02-03", "effort_hours": 5, "status": "dropped"},
            }
        }
    )
    book = books.opened(books.workbook(strategy, "en"), values=True)
    assert [a.effort_hours for a in strategy.of(Action)] == [3, 5]
    load = book["Weekly load"]
    asked = next(cell.column for cell in load[7] if cell.value == "Hours asked for")
    assert load.cell(8, asked).value == 3


def test_work_of_people_without_known_hours_takes_none_from_the_team():
    action = {"title": "Do", "due": "2027-02-03", "effort_hours": 5, "owner": "p"}
    strategy = books.strategy(
        {
            "person": {"p": {"name": "Bo"}},
            "team_member": {"m": {"name": "Ann", "hours_week": 2}},
            "action": {"a": action},
        }
    )
    load = books.opened(books.workbook(strategy, "en"), values=True)["Weekly load"]
    at = {cell.value: cell.column for cell in load[7]}
    names = ("Hours asked for", "Without known hours", "Hours left")
    assert [load.cell(8, at[name]).value for name in names] == [5, 5, 2]
