"""How long a workbook takes, against the same cells written straight with XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from openpyxl import load_workbook
from xlsxwriter import Workbook

from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy, build
from canvas.exports.workbook import build_workbook
from canvas.exports.workbook.quick import QuickSheet
from canvas.i18n import Translator
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES
from tests.bench.table import Row, side_by_side

_LINES = 10_000
_RUNS = 5
_TODAY = dt.date(2027, 2, 1)

Cell = tuple[int, int, str, object, str]
"""Row, column, kind, value, number format."""


def strategy_of(lines: int) -> Strategy:
    """Return an example whose calendar has so many lines: its own, again and again."""
    file = ROOT / "data" / "examples" / "software.canevas.json"
    records = json.loads(file.read_text("utf-8"))["records"]
    own = records["post"]
    start = dt.date(2027, 1, 4)
    records["post"] = [
        {
            **own[number % len(own)],
            "id": f"post-{number}",
            "title": f"{own[number % len(own)]['title']} {number}"[:140],
            "date": (start + dt.timedelta(number % 364)).isoformat(),
        }
        for number in range(lines)
    ]
    rows = {
        (key, raw["id"]): {**raw, EXISTS: True} for key, found in records.items() for raw in found
    }
    return build("bench", 1, rows, RECORD_TYPES)


def recipe(content: bytes) -> list[tuple[str, list[Cell]]]:
    """Return the cells of each sheet, read beforehand so that reading is not timed."""
    found = []
    for sheet in load_workbook(io.BytesIO(content), read_only=True):
        cells: list[Cell] = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    place = cell.row - 1, cell.column - 1
                    cells.append((*place, cell.data_type, cell.value, cell.number_format))
        found.append((sheet.title, cells))
    return found


def bare(sheets: list[tuple[str, list[Cell]]], sheet_class: type | None = None) -> bytes:
    """Write those cells through XlsxWriter's own API, with their number formats."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        patterns = {cell[4] for _, cells in sheets for cell in cells}
        formats = {pattern: book.add_format({"num_format": pattern}) for pattern in patterns}
        for title, cells in sheets:
            sheet = book.add_worksheet(title, sheet_class)
            put: dict[str, Callable[..., int]] = {
                "s": sheet.write_string,
                "n": sheet.write_number,
                "d": sheet.write_datetime,
                "f": sheet.write_formula,
                "b": sheet.write_boolean,
            }
            for row, col, kind, value, pattern in cells:
                put[kind](row, col, value, formats[pattern])
    return stream.getvalue()


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def measure() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return measure


def bench(_: Path) -> Iterable[Row]:
    """Yield one row: a calendar of ten thousand lines, everything else of an example with it."""
    strategy = strategy_of(_LINES)
    tr = Translator("fr")
    sheets = recipe(build_workbook(strategy, tr, _TODAY))
    count = sum(len(cells) for _, cells in sheets)
    own, plain = side_by_side(
        _timed(lambda: build_workbook(strategy, tr, _TODAY)),
        _timed(lambda: bare(sheets)),
        _RUNS,
    )
    yield Row(
        what=f"workbook, {_LINES:,} calendar lines",
        ours=own,
        bare=plain,
        unit="s",
        aim=1.5,
        against=f"the same {count:,} cells written straight with XlsxWriter",
    )
    # XlsxWriter spends most of that on formulas, each of which ours prepares once.
    own, plain = side_by_side(
        _timed(lambda: build_workbook(strategy, tr, _TODAY)),
        _timed(lambda: bare(sheets, QuickSheet)),
        _RUNS,
    )
    yield Row(
        what=f"workbook, {_LINES:,} calendar lines",
        ours=own,
        bare=plain,
        unit="s",
        against="the same, given our way with formulas too",
    )


if __name__ == "__main__":
    for row in bench(Path()):
        print(f"{row.what}: {row.ours:.2f} s, bare {row.bare:.2f} s, ratio {row.ratio:.2f}")
