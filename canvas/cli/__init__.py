"""The command line, for who scripts and for tests: `python -m canvas …`.

Exit status: 0 done, 1 findings or a negative answer, 2 the user's mistake, said in
one sentence on standard error.  Libraries are imported in the commands that need them.
"""

from canvas.cli import check, export, fill, history, readings, strategies, system, workbook
from canvas.cli.common import main

__all__ = [
    "check",
    "export",
    "fill",
    "history",
    "main",
    "readings",
    "strategies",
    "system",
    "workbook",
]
