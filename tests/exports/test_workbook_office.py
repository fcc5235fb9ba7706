"""What LibreOffice makes of the workbook: it works out the same figures, and new ones."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.load import in_hours, load
from tests.exports import books
from tests.exports.render import convert, has_office

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="LibreOffice (soffice) or pdftoppm is not here"),
]

TODAY = dt.date.today()  # noqa: DTZ011 - LibreOffice's own TODAY() is compared with ours


def recalculated(content: bytes, folder) -> openpyxl.Workbook:
    """Return the values that LibreOffice works out."""
    source = folder / "workbook.xlsx"
    source.write_bytes(content)
    return openpyxl.load_workbook(convert(source, folder / "office", "xlsx"), data_only=True)


def differences(content: bytes, office: openpyxl.Workbook) -> list[tuple]:
    """Return the formulas whose value is not the one that we gave them."""
    formulas, ours = books.opened(content), books.opened(content, values=True)
    found = []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    here = ours[sheet.title][cell.coordinate].value or 0
                    there = office[sheet.title][cell.coordinate].value or 0
                    if isinstance(there, str) or abs(here - there) > 1e-6 * max(1, abs(here)):
                        found.append((sheet.title, cell.coordinate, here, there))
    return found


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("bakery", "fr"),
        ("software", "en"),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in [("bakery", "en"), ("none", "fr")]
        ),
    ],
)
def test_every_formula_comes_to_the_value_that_we_wrote(name, language, tmp_path):
    strategy = Strategy("none") if name == "none" else books.example(name)
    content = books.workbook(strategy, language, TODAY)
    assert differences(content, recalculated(content, tmp_path)) == []


@pytest.mark.slow
def test_the_load_follows_what_is_edited(tmp_path):
    before = books.example("software")
    content = books.workbook(before, "en", TODAY)
    post = next(p for p in before.of(Post) if p.date and p.date.year == 2027)
    moved = post.date + dt.timedelta(days=14)
    book = books.opened(content)
    books.cell_of(book, "post", post.id, "date").value = moved
    books.cell_of(book, "post", post.id, "effort_hours").value = 11
    edited = io.BytesIO()
    book.save(edited)
    office = recalculated(edited.getvalue(), tmp_path)["Weekly load"]
    after = books.edited(before, "post", post.id, date=moved.isoformat(), effort_hours=11)
    weeks = [office.cell(row, 2).value.date() for row in range(8, office.max_row + 1)]
    asked = next(cell.column for cell in office[7] if cell.value == "Hours asked for")
    found = load(after, weeks[0], weeks[-1])
    for row, week in enumerate(weeks, 8):
        expected = in_hours(found.team(week).needed)
        # Each source is rounded to a hundredth of an hour before they are added up.
        assert office.cell(row, asked).value == pytest.approx(expected, abs=0.031), week
