"""Read an Excel workbook that somebody uploads: bounded, and values alone."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import warnings
from collections.abc import Mapping
from typing import Any

from canvas.domain.clean import clean_text
from canvas.imports.bounded.census import MAX_ROW_TAGS, SheetCensus, census
from canvas.imports.bounded.errors import (
    DamagedWorkbookError,
    EmptyFileError,
    FarCellError,
    FileTooLargeError,
    LongTextError,
    MergedTooMuchError,
    NoSheetError,
    NotAWorkbookError,
    OldExcelError,
    PasswordError,
    TableError,
    TooManyRowsError,
    TooManySheetsError,
    UnpacksTooLargeError,
    WebPageError,
)
from canvas.imports.bounded.model import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Odd,
    Percentage,
    SheetRow,
    SheetRows,
)

MAX_SHEETS = 250

MAX_CHARACTERS = 30_000_000
"""Characters of all cells together: one text may stand in a million of them."""

MAX_COVERED = 200_000
"""Rows of all merged blocks together."""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB = re.compile(rb"\s*<(!doctype\s+html|html|head|body|table|\?xml|meta)\b", re.IGNORECASE)


def read_xlsx(content: bytes) -> list[SheetRows]:
    """Return the sheets of a workbook, with the values that it was saved with.

    No formula is worked out, and no picture, link or macro is looked at.

    Raises:
        TableError: One of its kinds says what is wrong and what to do.
    """
    check_kind(content)
    counted = census(content)
    try:
        with warnings.catch_warnings():
            # What openpyxl leaves aside (styles, extensions) is none of the values.
            warnings.simplefilter("ignore")
            return _sheets(content, counted)
    except TableError:
        raise
    except Exception as error:
        # A damaged file raises some fifteen kinds in openpyxl, none of them its own.
        raise DamagedWorkbookError from error


def check_kind(content: bytes) -> None:
    """Refuse what is no workbook by its first bytes.

    Raises:
        TableError: It is empty, too large, or a file of another kind.
    """
    if not content:
        raise EmptyFileError
    if len(content) > MAX_BYTES:
        raise FileTooLargeError(limit=MAX_BYTES // 1_000_000)
    if content.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise PasswordError if encrypted else OldExcelError
    if _WEB.match(content[:400].removeprefix(b"\xef\xbb\xbf")):
        raise WebPageError
    if content.startswith(b"PK") and not content.startswith(_ZIP):
        raise DamagedWorkbookError
    if not content.startswith(_ZIP):
        raise NotAWorkbookError


def _sheets(content: bytes, counted: Mapping[str, SheetCensus]) -> list[SheetRows]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        # A sheet that holds a chart alone has no cells.
        sheets = list(book.worksheets)
        if not sheets:
            raise NoSheetError
        if len(sheets) > MAX_SHEETS:
            raise TooManySheetsError(limit=MAX_SHEETS)
        found = []
        left = MAX_CHARACTERS
        for sheet in sheets:
            name = clean_text(sheet.title).strip()[:100]
            noted = counted.get(str(sheet._worksheet_path).lstrip("/"))
            if noted is None:
                raise DamagedWorkbookError
            reader = _Reader(name, sheet.sheet_state != "visible", noted, left)
            found.append(reader.read(sheet))
            left = reader.left
        return found
    finally:
        book.close()


class _Reader:
    """Reads one sheet."""

    def __init__(self, name: str, hidden: bool, noted: SheetCensus, left: int) -> None:
        if noted.far:
            raise FarCellError(sheet=name, cell=noted.far, columns=MAX_COLUMNS)
        self.name = name
        self.hidden = hidden
        self.left = left
        self._noted = noted
        self._cleaned: dict[str, str] = {}
        self._percent: dict[str, bool] = {}

    def read(self, sheet: Any) -> SheetRows:
        """Return its rows that are not blank."""
        limit = MAX_ROW_TAGS if self.hidden else MAX_ROWS
        rows: list[SheetRow] = []
        sheet.reset_dimensions()
        covered = self._covered()
        odd = covered.keys() | self._noted_rows()
        read = sheet.iter_rows(max_col=max(self._noted.width, 1))
        for number, found in enumerate(read, start=1):
            if number > MAX_ROW_TAGS:
                break
            cells = [None if cell.value is None else self._value(cell) for cell in found]
            if number in odd:
                self._mark(number, cells, covered.get(number, ()))
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                if len(rows) >= limit:
                    raise TooManyRowsError(sheet=self.name, limit=limit)
                rows.append(SheetRow(number, tuple(cells)))
        return SheetRows(self.name, tuple(rows), self.hidden)

    def _value(self, cell: Any) -> Cell:
        value = cell.value
        if isinstance(value, str):
            return Odd.FAULTY if cell.data_type == "e" else self._text(value)
        if isinstance(value, bool | dt.datetime | dt.date | dt.time | dt.timedelta):
            return value
        if isinstance(value, int | float):
            if not math.isfinite(value):
                return Odd.FAULTY
            # The General format, of most cells, needs no look.
            return Percentage(value) if self._is_percent(cell.number_format) else value
        return Odd.FAULTY

    def _is_percent(self, number_format: str) -> bool:
        known = self._percent.get(number_format)
        if known is None:
            bare = re.sub(r'"[^"]*"|\\.', "", number_format)
            known = self._percent[number_format] = "%" in bare
        return known

    def _text(self, text: str) -> str | None:
        if len(text) > MAX_CELL:
            raise LongTextError(limit=MAX_CELL)
        self.left -= len(text)
        if self.left < 0:
            raise UnpacksTooLargeError
        known = self._cleaned.get(text)
        if known is None:
            known = self._cleaned[text] = as_read(text)
        return known or None

    def _noted_rows(self) -> set[int]:
        return {row for row, _ in self._noted.uncalculated}

    def _covered(self) -> dict[int, list[tuple[int, int]]]:
        """Return the columns under merged cells, first and last, by row; the top left one is not.

        Rows beyond those that are read have none: somebody merged whole columns.
        """
        found: dict[int, list[tuple[int, int]]] = {}
        count = 0
        for top, left, bottom, right in self._noted.merged:
            for row in range(top, min(bottom, MAX_ROWS) + 1):
                first = left + 1 if row == top else left
                if first <= min(right, MAX_COLUMNS):
                    found.setdefault(row, []).append((first, min(right, MAX_COLUMNS)))
                    count += 1
                if count > MAX_COVERED:
                    raise MergedTooMuchError(sheet=self.name)
        return found

    def _mark(self, number: int, cells: list[Cell], covered: Any) -> None:
        """Put what is no value where it stands, in a row that holds something else."""
        for at in range(len(cells)):
            if (number, at + 1) in self._noted.uncalculated:
                cells[at] = Odd.UNCALCULATED
        if any(cell is not None for cell in cells):
            for first, last in covered:
                for at in range(first - 1, min(last, len(cells))):
                    cells[at] = Odd.MERGED


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def as_read(text: str) -> str:
    """Return a text as it is after its way through a workbook.

    Excel writes a control character as _x000D_, and those very letters as _x005F_x000D_,
    which openpyxl shortens wherever it stands: to be compared, a text that was never in a
    workbook goes through the same.
    """
    text = text.replace("x005F_", "")
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return clean_text(text)
