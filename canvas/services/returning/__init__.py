"""The way back of the workbook: a dry run, then all of it or line by line, in one change set."""

from canvas.imports.bounded import TableError
from canvas.services.returning.accept import Accepted, accept, everything
from canvas.services.returning.compare import compare
from canvas.services.returning.model import Kind, Line, Return

__all__ = [
    "Accepted",
    "Kind",
    "Line",
    "Return",
    "TableError",
    "accept",
    "compare",
    "everything",
]
