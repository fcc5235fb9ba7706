"""Open whatever was uploaded as sheets of rows: text, a workbook, an archive of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from canvas.imports.bounded import (
    SheetRow,
    SheetRows,
    TableError,
    TextRows,
    read_lines,
    read_xls,
    read_xlsx,
)
from canvas.imports.bounded.errors import (
    EmptyFileError,
    FileTooLargeError,
    PasswordError,
)
from canvas.imports.bounded.xls import OLE
from canvas.imports.platforms.errors import ArchiveError, DamagedArchiveError
from canvas.steps.measure.choices import Platform

MAX_BYTES = 60_000_000
"""Bytes of a file of text: a hundred thousand posts with long captions are thirty million."""

MAX_LINES = 200_000

MAX_PARTS = 40
"""Files in an archive; YouTube Studio puts three."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""First bytes of an archive, and of one with nothing in it."""

_TEXTS = (".csv", ".tsv", ".txt")

_ASIDE = ("chart data", "données du graphique", "donnees du graphique")
"""Files of an archive that say again, day by day, what its table says of each video."""

_STUDIO = ("table data", "totals", "données du tableau", "donnees du tableau", "totaux")
"""Names that YouTube Studio gives to the files of its archives."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or a text.

    Attributes:
        name: Its name, “” for a text alone.
        rows: Its rows that are not blank.
    """

    name: str
    rows: Sequence[SheetRow]


@dataclass(frozen=True, slots=True)
class Opened:
    """What is in a file.

    Attributes:
        sheets: Its sheets that a person sees, or its one table.
        platform: Whose it is, where its build alone says so.
        is_whole: Whether its last line has an end; True where lines have none.
    """

    sheets: tuple[Sheet, ...]
    platform: Platform | None = None
    is_whole: bool = True


def opened(name: str, content: bytes) -> Opened:
    """Return what is in a file.

    Raises:
        TableError: It cannot be read, or holds too much.
        FiguresFileError: It is an archive without a table.
    """
    if content.startswith(OLE):
        return _seen(read_xls(content))
    if content.startswith(_ZIP):
        names = _names(name, content)
        if "[Content_Types].xml" in names or "mimetype" in names:
            return _seen(read_xlsx(content))
        return _archive(name, content)
    return Opened((Sheet("", _text(content)),), is_whole=_ends(content))


def _seen(sheets: list[SheetRows]) -> Opened:
    return Opened(tuple(Sheet(one.name, one.rows) for one in sheets if not one.hidden and one.rows))


def _text(content: bytes) -> TextRows:
    return read_lines(content, max_rows=MAX_LINES, max_bytes=MAX_BYTES)


def _ends(content: bytes) -> bool:
    return content.rstrip(b"\0")[-1:] in (b"\n", b"\r")


def _names(name: str, content: bytes) -> set[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parcel:
            return set(parcel.namelist())
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise DamagedArchiveError(name=name) from error


def _archive(name: str, content: bytes) -> Opened:
    sheets: list[Sheet] = []
    whole = True
    is_studio = False
    for part, text in _parts(name, content):
        stem = PurePosixPath(part).stem.casefold().strip()
        if stem.startswith(_ASIDE):
            is_studio = True
            continue
        is_studio = is_studio or stem in _STUDIO
        try:
            sheets.append(Sheet(PurePosixPath(part).stem, _text(text)))
        except EmptyFileError:
            continue
        whole = whole and _ends(text)
    if not sheets:
        raise ArchiveError(name=name)
    return Opened(tuple(sheets), Platform.YOUTUBE if is_studio else None, whole)


def _parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of text in an archive, never more than is read of a file alone."""
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parcel:
            entries = parcel.infolist()
            if len(entries) > MAX_PARTS:
                raise ArchiveError(name=name)
            if any(entry.flag_bits & 1 for entry in entries):
                raise PasswordError
            for entry in entries:
                path = PurePosixPath(entry.filename)
                if path.suffix.casefold() not in _TEXTS or path.name.startswith("."):
                    continue
                if "__MACOSX" in path.parts:
                    continue
                # What the directory says may be a lie: what comes out is counted.
                with parcel.open(entry) as stream:
                    text = stream.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise FileTooLargeError(limit=MAX_BYTES // 1_000_000)
                yield entry.filename, text
    except (TableError, ArchiveError):
        raise
    except Exception as error:
        # The decompressors raise an error of their own each; none of ours comes from here.
        raise DamagedArchiveError(name=name) from error
