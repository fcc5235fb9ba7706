"""The SQLite module that sqlite-utils has chosen, so that its errors are the ones we catch.

That is `pysqlite3` where it is installed, which brings a newer SQLite than Python's.
"""

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined]

__all__ = ["sqlite3"]
