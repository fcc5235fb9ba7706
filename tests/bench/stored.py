"""What one stored edit costs against one raw commit of as many bytes."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from canvas.domain.changes import Edit
from canvas.domain.records import write_record
from canvas.services import Strategies
from canvas.store.driver import sqlite3
from tests.bench import data
from tests.bench.table import Row, side_by_side

RUNS = 200

AGAINST = "one INSERT of as many bytes: raw sqlite3, WAL, synchronous=FULL"


def bench(folder: Path) -> Iterator[Row]:
    """Yield the row of one stored edit, in a strategy of the example's size."""
    _, service = data.store_in(folder / "stored")
    strategy_id = data.example(service)
    ours, size = _editing(service, strategy_id)
    own, plain = side_by_side(ours, _committing(folder / "raw.sqlite3", size), RUNS)
    service.store.close()
    what = f"one stored edit ({size} bytes of log and record)"
    yield Row(what=what, ours=own, bare=plain, unit="s", against=AGAINST)


def _editing(service: Strategies, strategy_id: str) -> tuple[Callable[[], float], int]:
    """Return what edits one text, and the bytes that each time writes."""
    strategy = service.open(strategy_id, data.OWNER)
    record_type = data.heaviest(strategy)[2]
    record = strategy.of(record_type)[0]
    field = next(f for f in record_type.fields() if f.kind == "text")
    now = getattr(record, field.name) or None

    def edit() -> float:
        nonlocal now
        wanted = "Seen" if now != "Seen" else "Seen again"
        edits = [Edit(record_type.key, record.id, field.name, now, wanted)]
        start = time.perf_counter()
        submission = service.edit(strategy_id, data.OWNER, edits)
        seconds = time.perf_counter() - start
        assert submission.outcome is not None
        assert submission.outcome.changes
        now = wanted
        return seconds

    edit()
    (made,) = service.history(strategy_id, data.OWNER, 1)
    logged = (made.operation, made.author, made.at.isoformat(), made.label, made.digest)
    changed = [(c.type, c.record, c.field, c.old, c.new) for c in made.changes]
    row = write_record(record)
    return edit, len(json.dumps([strategy_id, logged, changed, row], ensure_ascii=False).encode())


def _committing(path: Path, size: int) -> Callable[[], float]:
    """Return what commits that many bytes once."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT")
    content = "x" * size

    def commit() -> float:
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO t (content) VALUES (?)", [content])
        connection.execute("COMMIT")
        return time.perf_counter() - start

    return commit
