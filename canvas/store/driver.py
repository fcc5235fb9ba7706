"""sqlite-utils and the SQLite module that it has chosen, imported once for the whole store.

That module is `pysqlite3` where it is installed, which brings a newer SQLite than
Python's; the errors that we catch are its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Make as if modules were not installed, those apart that are loaded already.

    sqlite-utils imports pandas and NumPy wherever it finds them, for column types that
    we do not use: half of the time that the app takes to start and 60 MB.
    """
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


with _without("pandas", "numpy"):
    from sqlite_utils import Database, Migrations
    from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

__all__ = ["Database", "Migrations", "sqlite3"]
