"""Workbooks to look at: of the examples, of nothing, of texts that mean harm."""

from __future__ import annotations

import datetime as dt
import io
import json
from functools import cache
from typing import Any

import openpyxl

from canvas.domain.records import EXISTS, write_record
from canvas.domain.strategy import Strategy, build
from canvas.exports.workbook import build_workbook
from canvas.i18n import Translator
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES
from canvas.steps.sheets import MANIFEST, Manifest, Placed, marked

TODAY = dt.date(2027, 2, 1)

Raw = dict[str, dict[str, dict[str, Any]]]
"""Fields by record id by type."""


@cache
def example(name: str) -> Strategy:
    """Return one of the example strategies."""
    file = ROOT / "data" / "examples" / f"{name}.canevas.json"
    records = json.loads(file.read_text("utf-8"))["records"]
    return strategy({key: {r["id"]: r for r in found} for key, found in records.items()})


def strategy(records: Raw, revision: int = 3) -> Strategy:
    """Return the strategy of raw records."""
    rows = {
        (key, record_id): {**raw, EXISTS: True, "position": raw.get("position", float(number))}
        for key, found in records.items()
        for number, (record_id, raw) in enumerate(found.items())
    }
    return build("0190", revision, rows, RECORD_TYPES)


def workbook(of: Strategy, language: str = "fr", today: dt.date = TODAY) -> bytes:
    """Return the workbook of a strategy."""
    return build_workbook(of, Translator(language), today)


def opened(content: bytes, *, values: bool = False) -> openpyxl.Workbook:
    """Return a workbook as openpyxl reads it: its formulas, or their values."""
    return openpyxl.load_workbook(io.BytesIO(content), data_only=values)


def manifest(book: openpyxl.Workbook) -> Manifest:
    """Return what a workbook says of itself."""
    return Manifest.read(book[MANIFEST].iter_rows(values_only=True))


def table(book: openpyxl.Workbook, record: str, about: str = "") -> tuple[Any, Placed, int]:
    """Return the sheet, the place and the row of headings of a table."""
    placed = next(t for t in manifest(book).tables if (t.record, t.about) == (record, about))
    sheet = book[placed.sheet]
    for row in range(1, sheet.max_row + 1):
        if marked(sheet.cell(row, 1).value) == placed.number:
            return sheet, placed, row
    raise AssertionError(f"no headings for {record}")


def rows(book: openpyxl.Workbook, record: str, about: str = "") -> list[dict[str, Any]]:
    """Return the cells of a table by field name, a row a record, its id among them."""
    sheet, placed, header = table(book, record, about)
    names = [placed.columns.get(str(cell.value), "") for cell in sheet[header]]
    found = []
    for line in range(header + 1, header + 1 + len(placed.ids)):
        cells = zip(names, sheet[line], strict=True)
        found.append({name: cell.value for name, cell in cells if name})
        found[-1]["id"] = sheet.cell(line, 1).value
    return found


def cell_of(book: openpyxl.Workbook, record: str, record_id: str, name: str) -> Any:
    """Return the cell of one field of one record."""
    sheet, placed, header = table(book, record)
    line = header + 1 + list(placed.ids).index(record_id)
    heading = next(h for h, field in placed.columns.items() if field == name)
    col = next(c.column for c in sheet[header] if c.value == heading)
    return sheet.cell(line, col)


def edited(of: Strategy, key: str, record_id: str, **fields: Any) -> Strategy:
    """Return a strategy with some raw fields of one record changed."""
    changed = {**write_record(of.find(record_id)), **fields, EXISTS: True}
    return build(of.id, of.revision + 1, {(key, record_id): changed}, RECORD_TYPES, previous=of)
