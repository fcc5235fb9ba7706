"""Rows of the SQLite tables as the words of the domain, and back.

Each function works inside the transaction that its caller has opened.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from canvas.domain.changes import Change, ChangeSet
from canvas.domain.clean import Json
from canvas.domain.errors import StrategyNotFoundError
from canvas.domain.strategy import RecordKey
from canvas.store.driver import Database

ALL = -1
"""SQLite's word for no limit."""

LATEST = 2**62
"""Above every revision."""


def revision_of(db: Database, strategy_id: str) -> int:
    """Return the strategy's revision.

    Raises:
        StrategyNotFoundError: There is no such strategy.
    """
    found = db.execute("SELECT revision FROM strategy WHERE id = ?", [strategy_id]).fetchone()
    if found is None:
        raise StrategyNotFoundError(strategy=strategy_id)
    return int(found[0])


def records(db: Database, strategy_id: str, since: int) -> dict[RecordKey, dict[str, Json]]:
    """Return the rows that changed after the revision `since`."""
    found = db.execute(
        "SELECT type, id, fields FROM record WHERE strategy_id = ? AND revision > ?",
        [strategy_id, since],
    )
    return {(type_key, record_id): json.loads(fields) for type_key, record_id, fields in found}


def records_named(
    db: Database, strategy_id: str, keys: Iterable[RecordKey]
) -> dict[RecordKey, dict[str, Json]]:
    """Return the rows of these records; those that never were are left out."""
    found = db.execute(
        """
        SELECT type, id, fields FROM record
        WHERE strategy_id = ?
        AND (type, id) IN (
            SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)
        )
        """,
        [strategy_id, _text(sorted(set(keys)))],
    )
    return {(type_key, record_id): json.loads(fields) for type_key, record_id, fields in found}


def save(
    db: Database,
    strategy_id: str,
    change_set: ChangeSet,
    rows: Mapping[RecordKey, Mapping[str, Json]],
) -> None:
    """Write a change set, and the rows as it leaves them."""
    made = change_set
    db.execute(
        "INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            strategy_id,
            made.revision,
            made.operation,
            made.author,
            made.at.isoformat(timespec="milliseconds"),
            made.label,
            made.undoes,
            made.digest,
        ],
    )
    db.conn.executemany(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (strategy_id, made.revision, n, c.type, c.record, c.field, _text(c.old), _text(c.new))
            for n, c in enumerate(made.changes)
        ],
    )
    db.conn.executemany(
        """
        INSERT INTO record VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET revision = excluded.revision, fields = excluded.fields
        """,
        [
            (strategy_id, type_key, record_id, made.revision, _text(row))
            for (type_key, record_id), row in rows.items()
        ],
    )
    db.execute("UPDATE strategy SET revision = ? WHERE id = ?", [made.revision, strategy_id])


def headings(
    db: Database,
    strategy_id: str,
    *,
    after: int = 0,
    before: int = LATEST,
    author: str | None = None,
    limit: int = ALL,
) -> list[ChangeSet]:
    """Return change sets between two revisions without their changes, newest first."""
    found = db.execute(
        """
        SELECT revision, operation, author, at, label, undoes, digest FROM change_set
        WHERE strategy_id = :strategy AND revision > :after AND revision < :before
        AND (:author IS NULL OR author = :author)
        ORDER BY revision DESC LIMIT :limit
        """,
        {
            "strategy": strategy_id,
            "after": after,
            "before": before,
            "author": author,
            "limit": limit,
        },
    )
    return [
        ChangeSet(revision, operation, who, dt.datetime.fromisoformat(at), label, undoes, digest)
        for revision, operation, who, at, label, undoes, digest in found
    ]


def change_sets(
    db: Database,
    strategy_id: str,
    *,
    after: int = 0,
    before: int = LATEST,
    limit: int = ALL,
) -> list[ChangeSet]:
    """Return change sets between two revisions with their changes, newest first."""
    found = headings(db, strategy_id, after=after, before=before, limit=limit)
    if not found:
        return []
    changes = dict(_changes(db, strategy_id, found[-1].revision, found[0].revision))
    return [replace(heading, changes=changes.get(heading.revision, ())) for heading in found]


def _changes(
    db: Database, strategy_id: str, first: int, last: int
) -> Iterator[tuple[int, tuple[Change, ...]]]:
    found = db.execute(
        """
        SELECT revision, type, record, field, old, new FROM change
        WHERE strategy_id = ? AND revision BETWEEN ? AND ? ORDER BY revision, number
        """,
        [strategy_id, first, last],
    )
    for revision, group in groupby(found, key=lambda row: row[0]):
        yield (
            revision,
            tuple(
                Change(type_key, record, field, json.loads(old), json.loads(new))
                for _, type_key, record, field, old, new in group
            ),
        )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
