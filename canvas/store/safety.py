"""What is looked at before a SQLite file is trusted, and SQLite's errors in our words."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from canvas.store.driver import sqlite3
from canvas.store.errors import (
    CannotOpenError,
    DamagedDatabaseError,
    DatabaseBusyError,
    DiskError,
    DiskFullError,
    EmptyDatabaseError,
    ForeignFileError,
    MissingDatabaseError,
    NetworkDriveError,
    NewerFormatError,
    NoDatabaseError,
    ReadOnlyDatabaseError,
    StoreError,
)

APPLICATION_ID = 0x43414E56
"""“CANV” in the file's header, so that no other program's file is taken for ours."""

MAGIC = b"SQLite format 3\x00"

MOUNTS = Path("/proc/mounts")

NETWORK_DRIVES = frozenset(
    {
        *("9p", "afs", "ceph", "cifs", "gfs2", "glusterfs", "nfs", "nfs4", "ocfs2"),
        *("smb3", "smbfs"),
        *("fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"),
    }
)
"""File systems whose locks, or whose shared memory, SQLite cannot rely on."""

_REFUSALS: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusyError,
    sqlite3.SQLITE_LOCKED: DatabaseBusyError,
    sqlite3.SQLITE_READONLY: ReadOnlyDatabaseError,
    sqlite3.SQLITE_PERM: ReadOnlyDatabaseError,
    sqlite3.SQLITE_IOERR: DiskError,
    sqlite3.SQLITE_CORRUPT: DamagedDatabaseError,
    sqlite3.SQLITE_NOTADB: DamagedDatabaseError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CANTOPEN: CannotOpenError,
}

_DISK: dict[int, type[StoreError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EACCES: ReadOnlyDatabaseError,
    errno.EPERM: ReadOnlyDatabaseError,
    errno.EROFS: ReadOnlyDatabaseError,
    errno.EIO: DiskError,
}


def backups_of(path: Path) -> Path:
    """Return the folder that holds the backups of the database at `path`."""
    return path.parent / "backups"


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file at `path` into the `StoreError` that it means."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind; the others are a detail of it.
        refusal = _REFUSALS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if refusal is None and "decode to UTF-8" in str(error):
            refusal = DamagedDatabaseError
        if refusal is None:
            raise
        raise refusal(path=path, backups=backups_of(path)) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        # The tables accept nothing but valid JSON, so it has changed on the disk.
        raise DamagedDatabaseError(path=path, backups=backups_of(path)) from error
    except OSError as error:
        raise _DISK.get(error.errno or 0, CannotOpenError)(path=path) from error


def prepare_place(path: Path, *, was_here: bool, must_exist: bool) -> None:
    """Check the place where the database is or will be, and create an empty file there.

    Args:
        path: The file.
        was_here: Whether backups show that there was a database; a write-ahead log
            beside a missing file shows it too.
        must_exist: Whether the caller refuses a new one.

    Raises:
        StoreError: No database should be opened or created there.
    """
    signs = was_here or path.with_name(path.name + "-wal").exists()
    said = {"path": path, "backups": backups_of(path)}
    if not path.exists():
        if signs:
            raise MissingDatabaseError(**said)
        if must_exist:
            raise NoDatabaseError(**said)
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        raise CannotOpenError(**said)
    elif path.stat().st_size == 0:
        if signs:
            raise EmptyDatabaseError(**said)
        if must_exist:
            raise NoDatabaseError(**said)
    else:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
        if head != MAGIC:
            raise (DamagedDatabaseError if signs else ForeignFileError)(**said)
    kind = file_system(path.parent)
    if kind in NETWORK_DRIVES:
        raise NetworkDriveError(path=path, kind=kind)
    if not path.exists():
        path.touch()


def file_system(folder: Path) -> str:
    """Return the kind of file system that `folder` is on, "" where the system does not tell."""
    if not MOUNTS.exists():
        return ""
    place = folder.resolve()
    longest, kind = -1, ""
    for line in MOUNTS.read_text("utf-8", "surrogateescape").splitlines():
        _, mount, found, *_ = line.split()
        point = Path(mount.replace("\\040", " "))
        # The last of two mounts on one point is the one that shows.
        if place.is_relative_to(point) and len(point.parts) >= longest:
            longest, kind = len(point.parts), found
    return kind


def look_inside(
    connection: sqlite3.Connection, path: Path, *, was_here: bool, known_format: int
) -> None:
    """Check that what was opened is a sound database of ours, of a format that we know.

    Raises:
        StoreError: It is not, and nothing may be written to it.
    """
    said = {"path": path, "backups": backups_of(path)}
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not tables and application in (0, APPLICATION_ID):
        if was_here:
            raise EmptyDatabaseError(**said)
        return  # new, or a first start that did not get further
    if application != APPLICATION_ID:
        raise ForeignFileError(**said)
    if version > known_format:
        raise NewerFormatError(path=path, found=version, known=known_format)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedDatabaseError(**said)


def has_wal_reset_bug(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Return whether this SQLite can lose data when two processes write at once.

    Fixed in 3.51.3, 3.50.7 and 3.44.6: https://sqlite.org/wal.html#walresetbug
    """
    fixed = version >= (3, 51, 3)
    return not (fixed or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45))
