"""The one reader of every table that somebody uploads, bounded whatever the bytes are.

Every byte string gives rows or a `TableError`, which is one sentence for the person;
never another exception, and never more memory than the limits of `model` and `census`
allow.
"""

from canvas.imports.bounded.delimited import read_csv, read_lines
from canvas.imports.bounded.errors import TableError
from canvas.imports.bounded.figures import date_order, number_style, read_date, read_number
from canvas.imports.bounded.lines import TextRows
from canvas.imports.bounded.model import MAX_BYTES, Cell, Odd, Percentage, SheetRow, SheetRows
from canvas.imports.bounded.xls import read_xls
from canvas.imports.bounded.xlsx import as_read, read_xlsx

__all__ = [
    "MAX_BYTES",
    "Cell",
    "Odd",
    "Percentage",
    "SheetRow",
    "SheetRows",
    "TableError",
    "TextRows",
    "as_read",
    "date_order",
    "number_style",
    "read_csv",
    "read_date",
    "read_lines",
    "read_number",
    "read_xls",
    "read_xlsx",
]
