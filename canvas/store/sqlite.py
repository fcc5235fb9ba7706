"""The store in one SQLite file: each verb of `Store` as a transaction."""

from __future__ import annotations

import datetime as dt
import json
import logging
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from canvas.domain.changes import ChangeSet, Edit, Outcome, digest, left_out, merge
from canvas.domain.clean import Json, clean
from canvas.domain.ids import is_id
from canvas.domain.strategy import RecordKey
from canvas.store import ROLES, Condition, StrategyHeading, Views, backups, checks, rows
from canvas.store import views as readable
from canvas.store.connections import WAIT, Connections
from canvas.store.driver import Database, Migrations, sqlite3
from canvas.store.errors import (
    MovedOnError,
    NetworkDriveError,
    StoreError,
    StrategyExistsError,
)
from canvas.store.migrations import FORMAT, migrations
from canvas.store.safety import (
    APPLICATION_ID,
    file_system,
    has_wal_reset_bug,
    in_our_words,
    look_inside,
    prepare_place,
)

_log = logging.getLogger(__name__)

_HEADINGS = """
    SELECT s.id, s.revision, s.created_at, coalesce(c.at, s.created_at) AS updated_at,
        json_extract(r.fields, '$.name'), json_extract(r.fields, '$.state'), m.role, p.steps
    FROM strategy s
    {members}
    LEFT JOIN change_set c ON c.strategy_id = s.id AND c.revision = s.revision
    LEFT JOIN record r ON r.strategy_id = s.id AND r.type = 'settings' AND r.id = 'settings'
    LEFT JOIN progress p ON p.strategy_id = s.id AND p.revision = s.revision
    ORDER BY updated_at DESC, s.id DESC
"""


class SqliteStore:
    """Strategies in the file at `path`, backed up beside it.

    Args:
        path: The file; it and its folder are created where they are missing.
        views: Field names by record type, for the readable views.
        must_exist: Refuse to create the file.
        wait: Seconds to wait for another writer.
        history: The migrations that make the schema.
        known_format: How many there are.
    """

    def __init__(
        self,
        path: Path,
        *,
        views: Views,
        must_exist: bool = False,
        wait: float = WAIT,
        history: Migrations = migrations,
        known_format: int = FORMAT,
    ) -> None:
        self.path = path.expanduser().resolve()
        with in_our_words(self.path):
            was_here = bool(backups.backups(self.path))
            prepare_place(self.path, was_here=was_here, must_exist=must_exist)
            due = backups.is_due(self.path)
        self._next_backup = time.monotonic() + backups.EVERY.total_seconds()
        self._backup_failure = ""
        self._connections = Connections(self.path, wait=wait)
        try:
            with self._connections.taken() as db:
                look_inside(db.conn, self.path, was_here=was_here, known_format=known_format)
                self._use_wal(db)
                is_new = not db.table("strategy").exists()
                outdated = bool(history.pending(db))
            if outdated and not is_new:
                backups.write(self._connections)  # no migration without one
            elif due and not is_new:
                self._try_to_back_up()
            with self._connections.writing() as db:
                history.apply(db)
                _sign(db, known_format)
                readable.refresh(db, views)
        except BaseException:
            self.close()
            raise

    def _use_wal(self, db: Database) -> None:
        (mode,) = db.execute("PRAGMA journal_mode=WAL").fetchone()
        if mode != "wal":  # there is no shared memory where this file is
            raise NetworkDriveError(path=self.path, kind=file_system(self.path.parent) or mode)

    # --- strategies ---------------------------------------------------------------------

    def create(self, strategy_id: str, owner: str) -> None:
        """See `Store.create`."""
        if not is_id(strategy_id):
            raise ValueError(f"not an identifier: {strategy_id!r}")
        with self._connections.writing() as db:
            made = db.execute(
                "INSERT INTO strategy VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                [strategy_id, _now().isoformat(timespec="milliseconds")],
            )
            if made.rowcount:
                db.execute("INSERT INTO member VALUES (?, ?, 'owner')", [strategy_id, owner])
            elif _role(db, strategy_id, owner) != "owner":
                raise StrategyExistsError(strategy=strategy_id)

    def strategies(self, who: str | None = None) -> list[StrategyHeading]:
        """See `Store.strategies`."""
        members = "LEFT JOIN member m ON false"
        if who is not None:
            members = "JOIN member m ON m.strategy_id = s.id AND m.who = :who"
        with self._connections.reading() as db:
            found = db.execute(_HEADINGS.format(members=members), {"who": who}).fetchall()
            return [
                StrategyHeading(
                    id=strategy_id,
                    revision=revision,
                    name=str(name or ""),
                    state=str(state or ""),
                    created_at=created_at,
                    updated_at=updated_at,
                    role=role or "",
                    progress=json.loads(steps) if steps else None,
                )
                for strategy_id, revision, created_at, updated_at, name, state, role, steps in found
            ]

    def revision(self, strategy_id: str) -> int:
        """See `Store.revision`."""
        with self._connections.reading() as db:
            return rows.revision_of(db, strategy_id)

    def load(
        self, strategy_id: str, since: int = 0
    ) -> tuple[int, dict[RecordKey, dict[str, Json]]]:
        """See `Store.load`."""
        with self._connections.reading() as db:
            revision = rows.revision_of(db, strategy_id)
            return revision, rows.records(db, strategy_id, since)

    # --- changes ------------------------------------------------------------------------

    def apply(
        self,
        strategy_id: str,
        edits: Iterable[Edit],
        *,
        operation: str,
        author: str,
        label: str,
        undoes: int | None = None,
        only_at: int | None = None,
    ) -> Outcome:
        """See `Store.apply`."""
        wanted = [_checked(edit) for edit in edits]
        with self._connections.writing() as db:
            revision = rows.revision_of(db, strategy_id)
            if only_at not in (None, revision):
                raise MovedOnError
            found = rows.records_named(db, strategy_id, (edit.key for edit in wanted))
            done = _applied(db, strategy_id, operation)
            if done is not None:
                missed = left_out(found, wanted, done.changes)
                return Outcome(done.revision, done.changes, missed, replayed=True)
            touched, changes, conflicts = merge(found, wanted)
            if not changes:
                return Outcome(revision, (), conflicts)
            made = ChangeSet(
                revision=revision + 1,
                operation=operation,
                author=author,
                at=_now(),
                label=label,
                undoes=undoes,
                digest="",
                changes=changes,
            )
            previous = rows.headings(db, strategy_id, limit=1)
            made = replace(made, digest=digest(previous[0].digest if previous else "", made))
            rows.save(db, strategy_id, made, touched)
        self._back_up_hourly()
        return Outcome(made.revision, changes, conflicts)

    def change_set(self, strategy_id: str, revision: int) -> ChangeSet:
        """See `Store.change_set`."""
        with self._connections.reading() as db:
            rows.revision_of(db, strategy_id)
            found = rows.change_sets(db, strategy_id, after=revision - 1, before=revision + 1)
        if not found:
            raise KeyError(revision)
        return found[0]

    def changes_since(self, strategy_id: str, revision: int) -> list[ChangeSet]:
        """See `Store.changes_since`."""
        with self._connections.reading() as db:
            rows.revision_of(db, strategy_id)
            return rows.change_sets(db, strategy_id, after=revision)[::-1]

    def headings(self, strategy_id: str, limit: int, author: str | None = None) -> list[ChangeSet]:
        """See `Store.headings`."""
        with self._connections.reading() as db:
            rows.revision_of(db, strategy_id)
            return rows.headings(db, strategy_id, limit=limit, author=author)

    def history(self, strategy_id: str, limit: int, before: int | None = None) -> list[ChangeSet]:
        """See `Store.history`."""
        with self._connections.reading() as db:
            rows.revision_of(db, strategy_id)
            return rows.change_sets(
                db, strategy_id, before=rows.LATEST if before is None else before, limit=limit
            )

    # --- people -------------------------------------------------------------------------

    def role(self, strategy_id: str, who: str) -> str | None:
        """See `Store.role`."""
        with self._connections.reading() as db:
            return _role(db, strategy_id, who)

    def members(self, strategy_id: str) -> dict[str, str]:
        """See `Store.members`."""
        with self._connections.reading() as db:
            rows.revision_of(db, strategy_id)
            return dict(
                db.execute(
                    "SELECT who, role FROM member WHERE strategy_id = ? ORDER BY who",
                    [strategy_id],
                )
            )

    def grant(self, strategy_id: str, who: str, role: str) -> None:
        """See `Store.grant`."""
        if role not in ROLES:
            raise ValueError(f"no such role: {role}")
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute(
                "INSERT INTO member VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET role = excluded.role",
                [strategy_id, who, role],
            )

    def revoke(self, strategy_id: str, who: str) -> None:
        """See `Store.revoke`."""
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute("DELETE FROM member WHERE strategy_id = ? AND who = ?", [strategy_id, who])

    def keep_batch(self, strategy_id: str, batch_id: str, payload: bytes) -> None:
        """See `Store.keep_batch`."""
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute(
                "INSERT INTO batch VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                [strategy_id, batch_id, payload, _now().isoformat(timespec="milliseconds")],
            )

    def batch(self, strategy_id: str, batch_id: str) -> bytes:
        """See `Store.batch`."""
        with self._connections.reading() as db:
            found = db.execute(
                "SELECT payload FROM batch WHERE strategy_id = ? AND id = ?",
                [strategy_id, batch_id],
            ).fetchone()
        if found is None:
            raise KeyError(batch_id)
        return bytes(found[0])

    def publish(self, strategy_id: str, digest: str) -> None:
        """See `Store.publish`."""
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute("DELETE FROM publication WHERE strategy_id = ?", [strategy_id])
            db.execute(
                "INSERT INTO publication VALUES (?, ?, ?)",
                [digest, strategy_id, _now().isoformat(timespec="milliseconds")],
            )

    def withdraw(self, strategy_id: str) -> None:
        """See `Store.withdraw`."""
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute("DELETE FROM publication WHERE strategy_id = ?", [strategy_id])

    def published(self, digest: str) -> str | None:
        """See `Store.published`."""
        with self._connections.reading() as db:
            found = db.execute(
                "SELECT strategy_id FROM publication WHERE digest = ?", [digest]
            ).fetchone()
        return str(found[0]) if found else None

    def remember_progress(
        self, strategy_id: str, revision: int, progress: Mapping[str, Json]
    ) -> None:
        """See `Store.remember_progress`."""
        with self._connections.writing() as db:
            rows.revision_of(db, strategy_id)
            db.execute(
                "INSERT INTO progress VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
                "SET revision = excluded.revision, steps = excluded.steps "
                "WHERE excluded.revision >= progress.revision",
                [strategy_id, revision, json.dumps(dict(progress), ensure_ascii=False)],
            )

    # --- the file -----------------------------------------------------------------------

    def backup(self) -> Path:
        """See `Store.backup`."""
        return backups.write(self._connections)

    def check(self) -> list[str]:
        """See `Store.check`."""
        return checks.wrong(self._connections)

    def condition(self) -> Condition:
        """See `Store.condition`."""
        with self._connections.reading() as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
        bug = f"SQLite {sqlite3.sqlite_version} has the WAL-reset bug: install pysqlite3"
        concerns = (bug if has_wal_reset_bug() else "", self._backup_failure)
        log = self.path.with_name(self.path.name + "-wal")
        return Condition(
            engine=f"SQLite {sqlite3.sqlite_version}",
            place=str(self.path),
            format=version,
            size=sum(file.stat().st_size for file in (self.path, log) if file.exists()),
            backups=tuple(backups.backups(self.path)),
            concerns=tuple(filter(None, concerns)),
        )

    def close(self) -> None:
        """See `Store.close`."""
        self._connections.close()

    def _back_up_hourly(self) -> None:
        if time.monotonic() >= self._next_backup:
            self._try_to_back_up()

    def _try_to_back_up(self) -> None:
        """Write a backup; a failure is for `doctor`, what people do is safe without one."""
        self._next_backup = time.monotonic() + backups.EVERY.total_seconds()
        try:
            backups.write(self._connections)
            self._backup_failure = ""
        except StoreError as error:
            self._backup_failure = f"no backup could be written: {error}"
            _log.error("%s", self._backup_failure)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _checked(edit: Edit) -> Edit:
    """Return `edit` with a value that can be kept."""
    for name in (edit.type, edit.record, edit.field):
        if not is_id(name):
            raise ValueError(f"not an identifier: {name!r}")
    return replace(edit, new=clean(edit.new))


def _role(db: Database, strategy_id: str, who: str) -> str | None:
    found = db.execute(
        "SELECT role FROM member WHERE strategy_id = ? AND who = ?", [strategy_id, who]
    ).fetchone()
    return found and str(found[0])


def _applied(db: Database, strategy_id: str, operation: str) -> ChangeSet | None:
    """Return the change set of this operation, if it was applied before."""
    found = db.execute(
        "SELECT revision FROM change_set WHERE strategy_id = ? AND operation = ?",
        [strategy_id, operation],
    ).fetchone()
    if found is None:
        return None
    return rows.change_sets(db, strategy_id, after=found[0] - 1, before=found[0] + 1)[0]


def _sign(db: Database, version: int) -> None:
    """Write whose file it is and its format into its header, where they are not yet."""
    for pragma, value in (("application_id", APPLICATION_ID), ("user_version", version)):
        if db.execute(f"PRAGMA {pragma}").fetchone() != (value,):
            db.execute(f"PRAGMA {pragma}={value}")
