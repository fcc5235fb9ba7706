"""Read a CSV file that somebody uploads, whatever program wrote it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from canvas.imports.bounded.errors import (
    EmptyFileError,
    FileTooLargeError,
    NotTextError,
    WebPageError,
)
from canvas.imports.bounded.lines import TextRows
from canvas.imports.bounded.model import (
    MAX_BYTES,
    MAX_ROWS,
    SheetRows,
)

DELIMITERS = ";\t,|"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)')
_WEB = re.compile(r"\s*<(!doctype\s+html|html|head|body|table|\?xml|meta)\b", re.IGNORECASE)
_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_SAMPLE = 50


def read_csv(content: bytes, *, max_rows: int = MAX_ROWS, max_bytes: int = MAX_BYTES) -> SheetRows:
    """Return the rows of a CSV file; every value is a text or None.

    Args:
        content: The file.
        max_rows: Filled rows that it may have.
        max_bytes: Bytes that it may have.

    Raises:
        TableError: One of its kinds says what is wrong and what to do.
    """
    rows = read_lines(content, max_rows=max_rows, max_bytes=max_bytes)
    return SheetRows("", tuple(rows))


def read_lines(content: bytes, *, max_rows: int = MAX_ROWS, max_bytes: int = MAX_BYTES) -> TextRows:
    """Return the rows of a CSV file as `read_csv` does, kept column by column.

    A hundred thousand rows of twenty columns are two million texts: as rows, they take
    several times as long to make and to go through.

    Raises:
        TableError: One of its kinds says what is wrong and what to do.
    """
    text, raw, begin = decoded(content, max_bytes)
    if _WEB.match(text[:400]):
        raise WebPageError
    said = _SAID.match(text)
    mark = said[1] if said else delimiter(text)
    if said:
        text, begin = text[said.end() :], begin + len(said[0].encode())
    rows = TextRows.read(text, raw, begin, mark, before=1 if said else 0, max_rows=max_rows)
    if not rows:
        raise EmptyFileError
    return rows


def decoded(content: bytes, max_bytes: int = MAX_BYTES) -> tuple[str, bytes, int]:
    """Return the text of a file, the same in UTF-8, and where it begins in there.

    Its encoding is that of its mark, else UTF-16, UTF-8 or Windows' western one.

    Raises:
        TableError: It is empty, too large, or no text.
    """
    if not content or content.isspace():
        raise EmptyFileError
    if len(content) > max_bytes:
        raise FileTooLargeError(limit=max_bytes // 1_000_000)
    if content.startswith(_MAGIC):
        raise NotTextError
    name = _encoding(content)
    try:
        text = content.decode(name or "utf-8")
    except UnicodeDecodeError as error:
        if name:
            raise NotTextError from error
        name, text = "cp1252", content.decode("cp1252", "replace")
    if name in ("", "utf-8-sig") and b"\0" not in content:
        # Most files are UTF-8 and need no second copy.
        return text, content, len(codecs.BOM_UTF8) if name else 0
    text = text.replace("\0", "")
    return text, text.encode("utf-8", "surrogatepass"), 0


def _encoding(content: bytes) -> str:
    """Return what a file says of its encoding, or shows of it; "" for neither.

    Raises:
        NotTextError: It is no text.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name
    # Without a mark, two bytes a character show by their many zeros.
    head = content[:4096]
    if head.count(0) > len(head) / 5:
        low_first = head[1::2].count(0) >= head[0::2].count(0)
        return "utf-16-le" if low_first else "utf-16-be"
    if b"\0" in content:
        raise NotTextError
    return ""


def delimiter(text: str) -> str:
    """Return what separates the columns: what cuts most lines into as many pieces."""
    lines = list(_sample(text))
    best, best_score = ",", (0.0, 0)
    for mark in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        except csv.Error:
            continue
        # Lines of one cell are comments above a table, and tell nothing of its columns.
        wide = {width for width in widths if width > 1}
        usual = max(wide, key=lambda width: (widths.count(width), width), default=1)
        if wide and (score := (widths.count(usual) / len(widths), usual)) > best_score:
            best, best_score = mark, score
    return best


def _sample(text: str) -> Iterator[str]:
    found = 0
    for line in io.StringIO(text[:200_000], newline=None):
        if line.strip():
            found += 1
            yield line
        if found == _SAMPLE:
            return
