"""Read an old Excel workbook (.xls, of before 2007), in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
import math
import subprocess
import sys
from pathlib import Path

from canvas.domain.clean import clean_text
from canvas.imports.bounded.errors import (
    DamagedOldWorkbookError,
    EmptyFileError,
    FileTooLargeError,
    NoSheetError,
    PasswordError,
    UnpacksTooLargeError,
)
from canvas.imports.bounded.model import MAX_BYTES, MAX_CELL, MAX_COLUMNS, Cell, SheetRow, SheetRows

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of every document of that time."""

MAX_OLD_ROWS = 70_000
"""Rows of all sheets together; such a sheet ends at 65,536."""

MAX_OLD_CELLS = 1_500_000
MAX_OLD_CHARACTERS = 20_000_000

_CHILD = Path(__file__).with_name("old_child.py")
_SECONDS = 30
_TOO_MUCH = 3


def read_xls(content: bytes) -> list[SheetRows]:
    """Return the sheets of an old workbook, with the values that it was saved with.

    Raises:
        TableError: One of its kinds says what is wrong and what to do.
    """
    if not content:
        raise EmptyFileError
    if len(content) > MAX_BYTES:
        raise FileTooLargeError(limit=MAX_BYTES // 1_000_000)
    if not content.startswith(OLE):
        raise DamagedOldWorkbookError
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise PasswordError
    sheets = [_sheet(line) for line in _child(content).splitlines()]
    if not sheets:
        raise NoSheetError
    return sheets


def _child(content: bytes) -> str:
    limits = map(str, (MAX_OLD_ROWS, MAX_OLD_CELLS, MAX_OLD_CHARACTERS))
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", str(_CHILD), *limits],
            input=content, capture_output=True, check=False, timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UnpacksTooLargeError from error
    if done.returncode == _TOO_MUCH or done.returncode < 0:
        # Below zero, the system ended it for the memory or the time that it asked for.
        raise UnpacksTooLargeError
    if done.returncode:
        raise PasswordError if b"PasswordError" in done.stderr else DamagedOldWorkbookError
    return done.stdout.decode("utf-8")


def _sheet(line: str) -> SheetRows:
    name, hidden, rows = json.loads(line)
    found = []
    for number, cells in rows:
        values = [_cell(cell) for cell in cells[:MAX_COLUMNS]]
        while values and values[-1] is None:
            values.pop()
        if values:
            found.append(SheetRow(number, tuple(values)))
    return SheetRows(clean_text(name).strip()[:100], tuple(found), hidden)


def _cell(cell: object) -> Cell:
    if isinstance(cell, str):
        return clean_text(cell[:MAX_CELL]) or None
    if isinstance(cell, dict):
        ((kind, value),) = cell.items()
        match kind:
            case "datetime":
                return dt.datetime.fromisoformat(value)
            case "date":
                return dt.date.fromisoformat(value)
            case "time":
                return dt.time.fromisoformat(value)
            case _:
                return dt.timedelta(seconds=value)
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return cell if isinstance(cell, bool | int | float) else None
