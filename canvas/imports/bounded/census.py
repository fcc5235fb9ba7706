"""Count what is in a workbook before a library builds objects of it.

A zip file of some kilobytes can hold millions of rows, one cell of 200 MB or a million
texts, and each becomes objects that weigh ten times more.  This reads every part as a
stream, keeps nothing of it but figures, and refuses what would not fit.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from canvas.domain.clean import clean_text
from canvas.imports.bounded.errors import (
    DamagedWorkbookError,
    DeclarationError,
    LongTextError,
    MacrosError,
    MergedTooMuchError,
    OldExcelError,
    OtherDocumentError,
    PasswordError,
    TableError,
    TooManyCellsError,
    TooManyRowsError,
    UnpacksTooLargeError,
)
from canvas.imports.bounded.model import MAX_CELL, MAX_COLUMNS, MAX_ROWS

MAX_UNPACKED = 60_000_000
MAX_PARTS = 1_000
MAX_TEXTS = 300_000
MAX_TEXTS_BYTES = 25_000_000
MAX_OTHER_BYTES = 4_000_000
MAX_OTHER_ELEMENTS = 60_000
MAX_CELLS = 1_500_000
"""Cells of all sheets together, empty ones that are written down too: some ten seconds."""

MAX_ROW_ELEMENTS = 70_000
MAX_ROW_BYTES = 4_000_000
MAX_ROW_TAGS = 5 * MAX_ROWS
"""Rows that are written down, blank ones too: programs write some for their height."""

MAX_MERGED = 2_000
MAX_DEPTH = 40
MAX_RUN = 6 * MAX_CELL
"""Bytes without a tag: a text whose every character is written as an entity."""

_CHUNK = 1 << 16
_PARSED = (".xml", ".rels")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)

_KINDS = {
    "word/": "Word",
    "ppt/": "PowerPoint",
    "Index/": "Numbers",
    "META-INF/": "Java",
}

Place = tuple[int, int]
"""Row and column, from 1."""

Box = tuple[int, int, int, int]
"""First row and column, last row and column."""


@dataclass(slots=True)
class SheetCensus:
    """What a sheet holds that its values do not tell.

    Attributes:
        uncalculated: Cells with a formula and no result.
        merged: Blocks of cells that are merged.
        far: The first filled cell beyond what is read, "" for none.
        width: Its last column that is filled.
        name: What its tab says, as far as can be told.
        refusal: What there is too much of, None for nothing.
    """

    uncalculated: set[Place] = field(default_factory=set)
    merged: list[Box] = field(default_factory=list)
    width: int = 0
    name: str = ""
    refusal: type[TableError] | None = None

    far: str = ""


def census(content: bytes) -> dict[str, SheetCensus]:
    """Return what there is to know of each sheet, by the name of its part.

    Raises:
        TableError: The workbook holds too much, or what no workbook holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parcel:
            parts = parcel.infolist()
            _check_parts(parts)
            left, cells = MAX_UNPACKED, 0
            counters: dict[str, _Counter] = {}
            for part in parts:
                counter = _Counter()
                if part.filename.lower().endswith(_PARSED):
                    counters[part.filename.lstrip("/")] = counter
                else:
                    counter.is_done = True
                for chunk in _chunks(parcel, part):
                    left -= len(chunk)
                    if left < 0:
                        raise UnpacksTooLargeError
                    counter.feed(chunk)
                counter.feed(b"", last=True)
                cells += counter.cells
                if cells > MAX_CELLS:
                    raise TooManyCellsError(limit=MAX_CELLS)
            return _named(counters)
    except RuntimeError as error:  # zipfile's word for an encrypted part
        raise PasswordError from error
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise DamagedWorkbookError from error
    except expat.ExpatError as error:
        raise DamagedWorkbookError from error


def _named(counters: Mapping[str, _Counter]) -> dict[str, SheetCensus]:
    """Return the sheets with their names, which stand in two other parts.

    Raises:
        TableError: There is too much in one of them.
    """
    names = {key: name for one in counters.values() for key, name in one.names.items()}
    targets = {key: to for one in counters.values() for key, to in one.targets.items()}
    found = {part: one.sheet for part, one in counters.items() if one.kind == "worksheet"}
    for key, target in targets.items():
        sheet = found.get(f"xl/{target}") or found.get(target.lstrip("/"))
        if sheet is not None:
            sheet.name = names.get(key, "")
    for sheet in found.values():
        if sheet.refusal is not None:
            raise sheet.refusal(sheet=clean_text(sheet.name)[:100], limit=MAX_ROWS)
    return found


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename for part in parts}
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnpacksTooLargeError
    if any(part.flag_bits & 1 for part in parts):
        raise PasswordError
    lower = {name.lower() for name in names}
    if any(name.endswith(("vbaproject.bin", "xlm.bin")) for name in lower):
        raise MacrosError
    if any(name.startswith("xl/macrosheets/") for name in lower):
        raise MacrosError
    if "xl/workbook.bin" in lower:
        raise OldExcelError
    if "mimetype" in names:
        raise OtherDocumentError(kind="OpenDocument")
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in lower):
        for start, kind in _KINDS.items():
            if any(name.startswith(start) for name in names):
                raise OtherDocumentError(kind=kind)
        raise DamagedWorkbookError


def _chunks(parcel: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    try:
        with parcel.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except Exception as error:
        # The decompressors raise an error of their own each; none of ours comes from here.
        raise DamagedWorkbookError from error


class _TooMuch(Exception):  # noqa: N818 - a signal, and no error of ours
    """There is more of something than is read."""

    def __init__(self, refusal: type[TableError]) -> None:
        super().__init__()
        self.refusal = refusal


class _Counter:
    """Counts one part as it streams by."""

    def __init__(self) -> None:
        self.sheet = SheetCensus()
        self.kind = ""
        self.is_done = False
        self.cells = 0
        self.names: dict[str, str] = {}
        self.targets: dict[str, str] = {}
        self._bytes = 0
        self._run = 0
        self._depth = 0
        self._elements = 0
        self._texts = 0
        self._rows = 0
        self._row = 0
        self._column = 0
        self._row_began = 0
        self._formula = self._result = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_declaration
        parser.EntityDeclHandler = self._refuse_declaration
        parser.StartCdataSectionHandler = self._refuse_section
        self._parser = parser

    def feed(self, chunk: bytes, *, last: bool = False) -> None:
        """Count one more piece."""
        if self.is_done:
            return
        self._bytes += len(chunk)
        at = chunk.rfind(b"<")
        self._run = self._run + len(chunk) if at < 0 else len(chunk) - at
        if self._run > MAX_RUN:
            raise LongTextError(limit=MAX_CELL)
        if self.kind == "sst":
            if self._bytes > MAX_TEXTS_BYTES:
                raise UnpacksTooLargeError
        elif self.kind != "worksheet" and self._bytes > MAX_OTHER_BYTES:
            raise UnpacksTooLargeError
        try:
            self._parser.Parse(chunk, last)
        except _TooMuch as error:
            # Said when the name of its sheet is known, which may stand further on.
            self.sheet.refusal, self.is_done = error.refusal, True
            return
        if self._row_began and self._parser.CurrentByteIndex - self._row_began > MAX_ROW_BYTES:
            raise UnpacksTooLargeError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH:
            raise DamagedWorkbookError
        if not self.kind:
            self.kind = name
        if self.kind == "worksheet":
            self._start_in_sheet(name, attributes)
        elif self.kind == "sst":
            self._texts += name == "si"
            if self._texts > MAX_TEXTS or self._elements > 20 * MAX_TEXTS:
                raise UnpacksTooLargeError
        else:
            if name == "sheet" and self.kind == "workbook":
                key = next((v for k, v in attributes.items() if k.endswith(" id")), "")
                self.names[key] = attributes.get("name", "")
            elif name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
                self.targets[attributes.get("Id", "")] = attributes.get("Target", "")
            # Attributes become objects too.
            self._elements += len(attributes) // 4
            if self._elements > MAX_OTHER_ELEMENTS:
                raise UnpacksTooLargeError

    def _start_in_sheet(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._rows += 1
            if self._rows > MAX_ROW_TAGS:
                raise _TooMuch(TooManyRowsError)
            self._row = _whole(attributes.get("r")) or self._row + 1
            self._column = self._elements = 0
            self._row_began = self._parser.CurrentByteIndex
        elif name == "c":
            self._formula = self._result = False
            self._column += 1
            self.cells += 1
            if self.cells > MAX_CELLS:
                raise TooManyCellsError(limit=MAX_CELLS)
            if ref := attributes.get("r"):
                self._row, self._column = place(ref)
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self._result = True
            self.sheet.width = max(self.sheet.width, self._column)
            if (self._column > MAX_COLUMNS and not self.sheet.far) or (
                self._row > MAX_ROW_TAGS and not self.sheet.far
            ):
                self.sheet.far = f"{_letters(self._column)}{self._row}"
        elif name == "mergeCell":
            if len(self.sheet.merged) >= MAX_MERGED:
                raise _TooMuch(MergedTooMuchError)
            self.sheet.merged.append(_box(attributes.get("ref", "")))
        if self._elements > MAX_ROW_ELEMENTS:
            raise UnpacksTooLargeError

    def _end(self, name: str) -> None:
        self._depth -= 1
        name = name.rpartition(" ")[2]
        if self.kind != "worksheet":
            return
        if name == "c" and self._formula and not self._result:
            self.sheet.uncalculated.add((self._row, self._column))
        elif name == "row":
            self._row_began = self._elements = 0

    def _refuse_declaration(self, *_: object) -> NoReturn:
        raise DeclarationError

    def _refuse_section(self) -> NoReturn:
        raise DamagedWorkbookError


def place(ref: str) -> Place:
    """Return row and column of a reference such as B7.

    Raises:
        DamagedWorkbookError: It is none.
    """
    found = _CELL.fullmatch(ref.replace("$", ""))
    if found is None:
        raise DamagedWorkbookError
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(65 + last) + letters
    return letters


def _box(ref: str) -> Box:
    first, _, last = ref.partition(":")
    return (*place(first), *place(last or first))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0
