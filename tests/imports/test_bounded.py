"""Whatever the bytes, a table is read or refused in one sentence, and never costs much."""

import contextlib
import datetime as dt
import io
import itertools
import json
import random
import subprocess
import sys
import time
import zipfile

import openpyxl
import pytest
import xlsxwriter

from canvas.imports.bounded import (
    Odd,
    Percentage,
    TableError,
    as_read,
    date_order,
    number_style,
    read_csv,
    read_date,
    read_number,
    read_xlsx,
)
from canvas.settings import ROOT
from tests.imports.hostile import TEXTS, WORKBOOKS, cells, merged, package, sheet_xml

MEMORY = 500_000_000

MARCH_4 = dt.datetime.combine(dt.date(2027, 3, 4), dt.time())
"""As openpyxl gives a day."""

CHILD = """
import json, resource, sys
from pathlib import Path
from canvas.imports.bounded import TableError, read_csv, read_xlsx
import openpyxl
resource.setrlimit(resource.RLIMIT_AS, (900_000_000, 900_000_000))
answers = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    content = path.read_bytes()
    try:
        (read_csv if path.suffix == ".csv" else read_xlsx)(content)
        answers[path.name] = None
    except TableError as error:
        answers[path.name] = [type(error).__name__, str(error)]
# Of this program alone: getrusage counts what its parent held when it was started.
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
print(json.dumps({"answers": answers, "peak": peak}))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What each hostile file is answered with, all read by one process of little memory."""
    folder = tmp_path_factory.mktemp("hostile")
    for ending, cases in (("xlsx", WORKBOOKS), ("csv", TEXTS)):
        for number, case in enumerate(cases):
            (folder / f"{number:03d}.{ending}").write_bytes(case.make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout)


ALL = [
    *((f"{n:03d}.xlsx", case) for n, case in enumerate(WORKBOOKS)),
    *((f"{n:03d}.csv", case) for n, case in enumerate(TEXTS)),
]


@pytest.mark.parametrize(("file", "case"), ALL, ids=[f"{f[-4:]} {c.name}" for f, c in ALL])
def test_a_hostile_file_is_answered_with_one_sentence(answers, file, case):
    answer = answers["answers"][file]
    assert (answer and answer[0]) == (case.error and case.error.__name__)
    if answer:
        assert answer[1].endswith(".")
        assert "\n" not in answer[1]
        assert "“”" not in answer[1]


def test_all_of_them_together_take_less_than_500_megabytes(answers):
    assert answers["peak"] < MEMORY


def test_there_are_more_than_forty_of_them():
    assert len(ALL) > 40


def test_a_sheet_with_too_many_rows_is_named():
    for rows in (20_001, 100_001):
        data = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, rows + 1))
        with pytest.raises(TableError, match="“Long list”"):
            read_xlsx(package([sheet_xml(data)], names=["Long list"]))


def test_mutated_workbooks_give_rows_or_a_sentence():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("A")
        sheet.write_row(0, 0, ["Title", 1.5, True, "é\nb"])
        sheet.write_datetime(1, 0, MARCH_4, book.add_format({"num_format": 14}))
        sheet.merge_range("A4:B5", "m")
    chance = random.Random(4)
    slowest, read = 0.0, 0
    for turn in range(400):
        content = made.getvalue()
        # Turned over as it is, a parcel fails its own check; inside of it, nothing else does.
        found = _mutated_inside(content, chance) if turn % 8 else _mutated(content, chance)
        began = time.perf_counter()
        with contextlib.suppress(TableError):
            read_xlsx(found)
            read += 1
        slowest = max(slowest, time.perf_counter() - began)
    assert read > 20
    assert slowest < 5


def test_mutated_csv_files_give_rows_or_a_sentence():
    chance = random.Random(4)
    content = 'sep=;\r\nDate;Café;"a ""b"""\r\n03/04/2027;1 234,5;"x\ny"\r\n'.encode("cp1252")
    for _ in range(2_000):
        with contextlib.suppress(TableError):
            read_csv(_mutated(content, chance))


def _mutated_inside(content, chance):
    """Return a workbook one of whose parts was damaged before it was packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        victim = chance.choice([name for name in old.namelist() if name.startswith("xl/")])
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _mutated(part, chance, most=2) if name == victim else part)
    return made.getvalue()


def _mutated(content, chance, most=6):
    found = bytearray(content)
    for _ in range(chance.randint(1, most)):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randint(1, 30)]
            case 2:
                found[place:place] = bytes(chance.choices(b'<>&"; 019,\0\xff', k=5))
            case 3:
                found[place:place] = found[place : place + 40]
        if not found:
            break
    return bytes(found)


# --- what is read ---------------------------------------------------------------------------


def rows(sheet):
    """Return the rows of a sheet by their numbers."""
    return {row.number: row.cells for row in sheet.rows}


def test_values_come_as_they_were_saved():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Plan")
        percent = book.add_format({"num_format": '0.0" "%'})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        hour = book.add_format({"num_format": "hh:mm"})
        sheet.write_string(0, 0, "=cmd()")
        sheet.write_number(1, 1, 0.2, percent)
        sheet.write_datetime(2, 2, dt.date(2027, 3, 4), day)
        sheet.write_datetime(3, 0, dt.time(14, 5), hour)
        sheet.write_formula(4, 0, "=1+1", None, 2)
        sheet.write_boolean(5, 0, True)
        sheet.write_string(9, 4, "a\nb")
        book.add_worksheet("Aside").very_hidden()
    plan, aside = read_xlsx(made.getvalue())
    assert (plan.name, plan.hidden, aside.name, aside.hidden) == ("Plan", False, "Aside", True)
    found = rows(plan)
    assert found[1] == ("=cmd()",)
    assert found[2] == (None, 0.2)
    assert isinstance(found[2][1], Percentage)
    assert found[3] == (None, None, MARCH_4)
    assert found[4] == (dt.time(14, 5),)
    assert found[5] == (2,)
    assert found[6] == (True,)
    assert found[10] == (None, None, None, None, "a\nb")
    assert set(found) == {1, 2, 3, 4, 5, 6, 10}


def test_what_holds_no_value_is_told_from_an_empty_cell():
    data = (
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#N/A</v></c>'
        '<c r="C1"><v>5</v></c><c r="D1"/><c r="E1"><v>6</v></c></row>'
        '<row r="2"><c r="A2"><v>2</v></c></row>'
    )
    (sheet,) = read_xlsx(package([sheet_xml(data, merged("C1:D2"))]))
    assert rows(sheet) == {
        1: (Odd.UNCALCULATED, Odd.FAULTY, 5, Odd.MERGED, 6),
        2: (2, None, Odd.MERGED, Odd.MERGED),
    }


def test_a_text_with_control_characters_reads_as_it_was_meant():
    (sheet,) = read_xlsx(package([sheet_xml(cells("a_x000D__x000A_b"))]))
    assert sheet.rows[0].cells == ("a\nb",)
    assert as_read("plain _x text") == "plain _x text"


def test_openpyxl_reads_xml_with_entities_refused():
    assert openpyxl.DEFUSEDXML


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_csv_file_is_read_whatever_program_wrote_it(encoding):
    for mark, line, said in itertools.product(";\t,|", ("\r\n", "\n", "\r"), (False, True)):
        head = f"sep={mark}{line}" if said else ""
        quoted = f'"a{mark}b ""c"""'
        text = f"{head}Nom{mark}Café{mark}Note{line}Zoé{mark}12{mark}{quoted}{line}"
        sheet = read_csv(text.encode(encoding))
        first = 2 if said else 1
        assert rows(sheet) == {
            first: ("Nom", "Café", "Note"),
            first + 1: ("Zoé", "12", f'a{mark}b "c"'),
        }


def test_a_line_is_numbered_where_it_begins():
    assert set(rows(read_csv(b'a;b\n"1\n2";3\n\n4;5\n'))) == {1, 2, 5}


# --- columns --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["1 234,5"], "fr"),
        (["1,234.5"], "en"),
        (["1.234,5"], "fr"),
        (["1.5"], "en"),
        (["0,125"], "fr"),
        (["12,50 €"], "fr"),
        (["$1,234,567"], "en"),
        (["1,234"], None),
        (["1,234", "2,5"], "fr"),
        (["1,5", "1.5"], None),
        (["12", "abc", ""], None),
        (["1.2.2027"], None),
        (["٣,٥"], None),
    ],
)
def test_a_column_of_numbers_tells_how_it_is_written(texts, style):
    assert number_style(texts) == style


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("1 234,5", "fr", 1234.5),
        ("1.234,5 €", "fr", 1234.5),
        ("12 %", "fr", 0.12),
        ("−3", "fr", -3),
        ("1,234.5", "en", 1234.5),
        ("EUR 12.50", "en", 12.5),
        ("1,2,3", "en", None),
        ("1e400", "en", None),
        ("nan", "en", None),
        ("", "en", None),
        ("9" * 20, "en", None),
        ("٣", "en", None),
    ],
)
def test_a_number_is_read_in_its_style(text, style, number):
    assert read_number(text, style) == (None if number is None else pytest.approx(number))


def test_a_column_of_dates_tells_its_order():
    assert date_order(["03/04/2027", "25/04/2027"]) == "dmy"
    assert date_order(["03/04/2027", "04/25/2027"]) == "mdy"
    assert date_order(["03/04/2027"]) is None
    assert date_order(["13/01/2027", "01/13/2027"]) is None


def test_a_date_is_read_in_its_order():
    assert read_date("03/04/2027", "dmy") == dt.date(2027, 4, 3)
    assert read_date("03/04/2027", "mdy") == dt.date(2027, 3, 4)
    assert read_date("2027-04-03", "mdy") == dt.date(2027, 4, 3)
    assert read_date("3.4.27", "dmy") == dt.date(2027, 4, 3)
    assert read_date("31/02/2027", "dmy") is None
    assert read_date("soon", "dmy") is None
