"""A table that is shown on a page, as a file that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Value = str | float | None
"""A text, a number, or nothing where there is no figure."""

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_table(headings: Sequence[str], rows: Sequence[Sequence[Value]], language: str) -> bytes:
    """Return a table as CSV, with the separators that spreadsheets of a language expect.

    Args:
        headings: The columns.
        rows: The cells; an empty one is written as nothing, never as 0.
        language: “fr” writes semicolons and decimal commas.
    """
    french = language == "fr"
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow([_cell(heading, french) for heading in headings])
    writer.writerows([[_cell(value, french) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value, french: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # A text that a spreadsheet would compute is a text all the same.
        return f"'{value}" if value.startswith(_FORMULAS) else value
    written = f"{value:.10g}"
    return written.replace(".", ",") if french else written
