"""Read a workbook of ours that comes back edited: which lines it holds, and what they say."""

from canvas.imports.workbook.book import Book, FoundRow, FoundTable, read_workbook
from canvas.imports.workbook.errors import (
    OtherStrategyError,
    UnknownStrategyError,
    WorkbookError,
)
from canvas.imports.workbook.values import Habits, Reading, UnreadableCellError, habits

__all__ = [
    "Book",
    "FoundRow",
    "FoundTable",
    "Habits",
    "OtherStrategyError",
    "Reading",
    "UnknownStrategyError",
    "UnreadableCellError",
    "WorkbookError",
    "habits",
    "read_workbook",
]
