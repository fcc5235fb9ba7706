"""What the store may refuse, each with what happened and what to do.

No database is imported here, so that pages and commands can name these errors
without loading one.
"""

from __future__ import annotations

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_


class StoreError(CanvasError):
    """The store cannot do what was asked."""


class UnknownAddressError(StoreError):
    """The address names no kind of store that this version knows."""

    message = N_(
        "“{address}” is not the address of a database. Write it as “sqlite:///folder/file.sqlite3”."
    )


class StrategyExistsError(StoreError):
    """A strategy with this identifier belongs to somebody else already."""

    message = N_(
        "There is already a strategy “{strategy}” here. "
        "Open it, or import under another identifier."
    )


class StrategyBusyError(StoreError):
    """Other people change the strategy faster than a step can be taken back."""

    message = N_("This strategy is changing too fast to undo just now. Try again in a moment.")


class NoDatabaseError(StoreError):
    """The caller wanted an existing database, and there never was one."""

    message = N_("There is no database at “{path}”. Check its address, or create a strategy first.")


class MissingDatabaseError(StoreError):
    """The file is gone, but its backups or its write-ahead log show that it was here."""

    message = N_(
        "“{path}” is missing, although it was here before. Put it back. If it is lost, move "
        "the files that start with its name away, then copy the newest file of “{backups}” in "
        "its place, or start afresh by moving that folder away too."
    )


class EmptyDatabaseError(StoreError):
    """The file holds nothing, but its backups or its write-ahead log show that it did."""

    message = N_(
        "“{path}” is empty, although it held strategies before. Move it and the files that "
        "start with its name away, then copy the newest file of “{backups}” in its place."
    )


class DamagedDatabaseError(StoreError):
    """SQLite, or what it holds, cannot be read any more."""

    message = N_(
        "“{path}” is damaged. Move it and the files that start with its name away, then copy "
        "the newest file of “{backups}” in its place."
    )


class ForeignFileError(StoreError):
    """The file is something else: another program's database, or no database at all."""

    message = N_("“{path}” belongs to another program and was left as it is. Choose another file.")


class NewerFormatError(StoreError):
    """A newer version of this program has written the file."""

    message = N_(
        "“{path}” was written by a newer version of Canevas (format {found}, this one reads "
        "up to {known}). Update Canevas, or open another file."
    )


class ReadOnlyDatabaseError(StoreError):
    """The file or its folder does not let us write."""

    message = N_(
        "“{path}” cannot be written to. Give yourself the right to write to this file and to "
        "its folder, or choose another place."
    )


class CannotOpenError(StoreError):
    """The system does not open the file."""

    message = N_(
        "“{path}” cannot be opened. Check that it is a file, that its folder exists and that "
        "you may read both."
    )


class NetworkDriveError(StoreError):
    """The file is where locks cannot be relied on."""

    message = N_(
        "“{path}” is on a network drive ({kind}), where two people can overwrite each other. "
        "Move it to a disk of this computer."
    )


class DiskFullError(StoreError):
    """No room left; what was saved before is safe."""

    message = N_(
        "The disk that holds “{path}” is full, so this change was not saved. "
        "Free some space, then try again."
    )


class DiskError(StoreError):
    """The system reports an error of the disk itself."""

    message = N_(
        "The disk that holds “{path}” did not answer as it should, so this change may not have "
        "been saved. Check the disk, then restart Canevas."
    )


class DatabaseBusyError(StoreError):
    """Another program kept the file locked for longer than we wait."""

    message = N_(
        "“{path}” is kept busy by another program, so nothing was saved. "
        "Wait a moment, then try again."
    )


class DatabaseGoneError(StoreError):
    """The file at this path is no longer the one that was opened."""

    message = N_(
        "“{path}” was moved, deleted or replaced while Canevas was running, so this change was "
        "not saved. Put the file back, then restart Canevas."
    )


class BackupFailedError(StoreError):
    """A backup was made and does not hold what it should."""

    message = N_(
        "A backup of “{path}” did not pass its check and was thrown away; the earlier ones in "
        "“{backups}” are kept. Run “python -m canvas doctor”."
    )


class MovedOnError(Exception):
    """The strategy is no longer at the revision that the caller computed for.

    Never shown to anybody: whoever asked for one revision computes again.
    """
