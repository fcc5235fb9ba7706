"""Connections to one SQLite file, and who may use which one when.

Each script run of Streamlit is a thread of its own, so a connection kept by thread
would be opened for each run and closed by none.  Here a thread takes a connection
for as long as it reads or writes, and gives it back: never two threads at once on
one, since the rollback of the one would undo what the other has just been told is
saved.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from canvas.store.driver import Database, sqlite3
from canvas.store.errors import DatabaseBusyError, DatabaseGoneError
from canvas.store.safety import in_our_words

WAIT = 10.0
"""Seconds to wait for another writer, in this process or another."""

SYNCHRONOUS = "FULL"
"""With NORMAL a power cut takes back what people were told is saved: tests/crash."""

IDLE = 8
"""Connections kept open for the next reader; more are closed when given back."""

_writers: weakref.WeakValueDictionary[Path, threading.Lock] = weakref.WeakValueDictionary()
_writers_lock = threading.Lock()


def _writer(path: Path) -> threading.Lock:
    """Return the lock that the process's writers to `path` share."""
    with _writers_lock:
        lock = _writers.get(path)
        if lock is None:
            lock = _writers[path] = threading.Lock()
        return lock


class Connections:
    """Connections to the file at `path`, which exists."""

    def __init__(self, path: Path, *, wait: float = WAIT) -> None:
        self.path = path
        self.wait = wait
        self._file = self._identity()
        self._idle: list[Database] = []
        self._lock = threading.Lock()
        self._writing = _writer(path)
        self._closed = False

    @contextmanager
    def taken(self) -> Iterator[Database]:
        """Lend a connection on which no transaction is open."""
        with in_our_words(self.path):
            db = self._take()
            try:
                yield db
            finally:
                self._give_back(db)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Lend a connection that sees the database as of one moment."""
        with self.taken() as db:
            db.execute("BEGIN")
            yield db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Lend a connection in a transaction that is kept if the block ends well.

        Raises:
            DatabaseBusyError: Somebody else wrote for longer than `wait`.
            DatabaseGoneError: The file is no longer the one that was opened.
        """
        # One writer at a time in the process: waiting for a lock of ours is fair and
        # wakes up at once, SQLite's sleeps and retries.
        if not self._writing.acquire(timeout=self.wait):
            raise DatabaseBusyError(path=self.path)
        try:
            with self.taken() as db:
                self._still_there()
                # atomic() would begin a deferred transaction, which fails at once,
                # without waiting, when somebody writes between its read and its write.
                db.execute("BEGIN IMMEDIATE")
                yield db
                db.execute("COMMIT")
        finally:
            self._writing.release()

    def close(self) -> None:
        """Close the idle connections, and those in use when they are given back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    def _take(self) -> Database:
        with self._lock:
            if self._closed:
                raise ValueError("this store was closed")
            if self._idle:
                return self._idle.pop()
        return self._open()

    def _give_back(self, db: Database) -> None:
        with suppress(sqlite3.Error):  # what went wrong before is what matters
            db.conn.rollback()
        with self._lock:
            usable = not self._closed and not db.conn.in_transaction
            if usable and len(self._idle) < IDLE:
                self._idle.append(db)
                return
        db.close()

    def _open(self) -> Database:
        self._still_there()
        connection = sqlite3.connect(
            # Never created here: a file that was deleted must not come back empty.
            f"{self.path.as_uri()}?mode=rw",
            uri=True,
            timeout=self.wait,
            isolation_level=None,
            check_same_thread=False,
        )
        db = Database(connection, execute_plugins=False)
        try:
            db.execute("PRAGMA foreign_keys=ON")
            db.execute(f"PRAGMA synchronous={SYNCHRONOUS}")
            db.execute("PRAGMA fullfsync=ON")  # on macOS a plain fsync does not reach the disk
        except BaseException:
            db.close()
            raise
        return db

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _still_there(self) -> None:
        # Linux commits into a deleted file without a word.
        if self._file is None or self._identity() != self._file:
            raise DatabaseGoneError(path=self.path)
