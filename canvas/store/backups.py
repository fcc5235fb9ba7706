"""Backups: a copy that was checked before it replaces an older one.

`VACUUM INTO` copies one moment of the database while others write; copying the file
does not, and gives a copy that passes SQLite's check but lacks the last edits.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from canvas.store.connections import Connections
from canvas.store.driver import sqlite3
from canvas.store.errors import BackupFailedError
from canvas.store.safety import backups_of, in_our_words

KEEP = 24
"""Backups kept; a day of hourly ones."""

EVERY = dt.timedelta(hours=1)
"""How old the last backup may be when something is written."""


def backups(path: Path) -> list[Path]:
    """Return the backups of the database at `path`, oldest first."""
    folder = backups_of(path)
    ours = re.compile(rf"{re.escape(path.stem)}-\d{{8}}T\d{{12}}Z{re.escape(path.suffix)}")
    if not folder.is_dir():
        return []
    return sorted(found for found in folder.iterdir() if ours.fullmatch(found.name))


def is_due(path: Path) -> bool:
    """Return whether the database at `path` may have changed since its last backup."""
    known = backups(path)
    if not known:
        return True
    log = path.with_name(path.name + "-wal")
    changed = max(file.stat().st_mtime_ns for file in (path, log) if file.exists())
    return changed >= known[-1].stat().st_mtime_ns


def write(connections: Connections) -> Path:
    """Write a backup beside the database, verify it, drop the oldest and return its path.

    Raises:
        BackupFailedError: The copy does not pass its check; the older ones stay.
    """
    path = connections.path
    folder = backups_of(path)
    now = dt.datetime.now(dt.UTC)
    final = folder / f"{path.stem}-{now:%Y%m%dT%H%M%S%fZ}{path.suffix}"
    part = final.with_name(final.name + ".part")
    with in_our_words(path), connections.taken() as db:
        folder.mkdir(exist_ok=True)
        try:
            db.execute("VACUUM INTO ?", [str(part)])
            if not _is_sound(part):
                raise BackupFailedError(path=path, backups=folder)
            _to_disk(part)
            part.replace(final)
        finally:
            part.unlink(missing_ok=True)
    if os.name == "posix":
        _to_disk(folder)  # the name is on the disk when the folder is
    _tidy(path, now)
    return final


def _tidy(path: Path, now: dt.datetime) -> None:
    """Remove what is too old: backups beyond `KEEP`, and what a killed run left half done."""
    for old in backups(path)[:-KEEP]:
        old.unlink(missing_ok=True)
    for part in backups_of(path).glob("*.part"):
        if now.timestamp() - part.stat().st_mtime > EVERY.total_seconds():
            part.unlink(missing_ok=True)


def _is_sound(path: Path) -> bool:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        return sound and connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def _to_disk(path: Path) -> None:
    # Windows flushes only what was opened for writing.
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
