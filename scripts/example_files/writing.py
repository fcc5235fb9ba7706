"""How tables become the bytes of a file."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable

import xlsxwriter

Row = list[object]


def csv_text(titles: Row, rows: Iterable[Row]) -> str:
    """Return a table with commas between its cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(titles)
    writer.writerows(rows)
    return out.getvalue()


def with_mark(text: str) -> bytes:
    """Return UTF-8 that starts with a byte order mark, as Meta and YouTube write it."""
    return text.encode("utf-8-sig")


def workbook(out: io.BytesIO, made: dt.date) -> xlsxwriter.Workbook:
    """Return a workbook that has the same bytes each time."""
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(made.year, made.month, made.day)})  # noqa: DTZ001
    return book
