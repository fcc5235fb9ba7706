"""A readable view of each record type, so that any SQLite tool can open the file.

Nothing in the program reads them: they are for people.
"""

from __future__ import annotations

from collections.abc import Sequence

from canvas.store import Views
from canvas.store.driver import Database


def refresh(db: Database, views: Views) -> None:
    """Create or replace the view of each type whose fields have changed since.

    A view bears its type's key and leaves deleted records out; those of types that
    this version does not know stay.
    """
    known = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))
    for type_key, fields in views.items():
        select = _select(type_key, fields)
        # create_view looks too, but lists all views each time: 0.1 s at each start.
        if not known.get(type_key, "").endswith(select):
            db.create_view(type_key, select, replace=True)


def _select(type_key: str, fields: Sequence[str]) -> str:
    columns = ["strategy_id", "id", "revision", _column("position")]
    columns += [_column(name) for name in fields]
    return (
        f"SELECT {', '.join(columns)} FROM record "
        f"WHERE type = {_quoted(type_key)} AND json_extract(fields, '$.exists')"
    )


def _column(name: str) -> str:
    return f"""json_extract(fields, {_quoted(f'$."{name}"')}) AS "{name}\""""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
