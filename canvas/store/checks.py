"""Whether a database holds what it should, down to single bits.

SQLite's own check sees a broken tree, hardly ever a changed letter; replaying the log
against the records, and its chain of digests, does.
"""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.changes import replay
from canvas.store import rows
from canvas.store.connections import Connections
from canvas.store.driver import Database
from canvas.store.errors import DamagedDatabaseError
from canvas.store.safety import in_our_words


def wrong(connections: Connections) -> list[str]:
    """Return a technical line for each thing that is wrong; empty for a sound database."""
    lines: list[str] = []
    try:
        with connections.reading() as db:
            lines += _engine(db)
            for (strategy_id,) in db.execute("SELECT id FROM strategy ORDER BY id").fetchall():
                try:
                    # One strategy that cannot be read does not hide the others.
                    with in_our_words(connections.path):
                        found = list(_strategy(db, strategy_id))
                except (DamagedDatabaseError, ValueError, TypeError) as error:
                    found = [f"unreadable: {error.__cause__ or error}"]
                lines += [f"strategy {strategy_id}: {line}" for line in found]
    except DamagedDatabaseError as error:
        lines.append(f"unreadable: {error.__cause__}")
    return lines


def _engine(db: Database) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield str(line)
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table} row {row} names a {parent} that is not there"


def _strategy(db: Database, strategy_id: str) -> Iterator[str]:
    log = rows.change_sets(db, strategy_id)[::-1]
    said, broken = replay(log)
    yield from broken
    last = log[-1].revision if log else 0
    revision = rows.revision_of(db, strategy_id)
    if revision != last:
        yield f"revision {revision}, but the log ends at {last}"
    kept = rows.records(db, strategy_id, since=-1)
    for key in sorted(said.keys() | kept.keys()):
        if said.get(key) != kept.get(key):
            yield f"record {' '.join(key)} is not what the log gives"
    changed = {change.key: made.revision for made in log for change in made.changes}
    for type_key, record_id, at in db.execute(
        "SELECT type, id, revision FROM record WHERE strategy_id = ?", [strategy_id]
    ):
        if changed.get((type_key, record_id)) != at:
            yield f"record {type_key} {record_id} bears revision {at}"
