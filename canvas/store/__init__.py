"""The store: strategies, who may see them, and the log of their changes.

What stands here knows no engine.  `open_store` imports the one that the address
names, because the libraries behind it take a moment to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from canvas.domain.changes import ChangeSet, Edit, Outcome
from canvas.domain.clean import Json
from canvas.domain.strategy import RecordKey
from canvas.store.errors import UnknownAddressError

ROLES = ("viewer", "participant", "facilitator", "owner")
"""Each allows all that the ones before it allow."""

Views = Mapping[str, Sequence[str]]
"""Field names by record type: what the readable views of the database show."""


@dataclass(frozen=True, slots=True)
class StrategyHeading:
    """What a list of strategies shows of one, read without its records.

    Attributes:
        id: The strategy's identifier.
        revision: How many change sets it has had.
        name: Its name, "" where it has none yet.
        state: Code of its state, "" where none was ever chosen.
        created_at: ISO instant of its creation, in UTC.
        updated_at: ISO instant of its last change, or of its creation.
        role: The role of the person who asked; "" where all were asked for.
        progress: What `remember_progress` was last told, None where the strategy has
            changed since.
    """

    id: str
    revision: int
    name: str
    state: str
    created_at: str
    updated_at: str
    role: str
    progress: Mapping[str, Json] | None


@dataclass(frozen=True, slots=True)
class Condition:
    """How a store is, for `doctor`.

    Attributes:
        engine: The engine and its version.
        place: Where the data is.
        format: Number of the format that the data is in.
        size: Bytes that it takes.
        backups: Its backups, oldest first.
        concerns: Technical lines on what is not as it should be.
    """

    engine: str
    place: str
    format: int
    size: int
    backups: tuple[Path, ...] = ()
    concerns: tuple[str, ...] = ()


class Store(Protocol):
    """Keeps strategies.  Safe to share between threads.

    Every verb that names a strategy raises `StrategyNotFoundError` if there is none,
    but for `role`, which answers None.  Whatever the engine refuses arrives as a
    `StoreError`.
    """

    def create(self, strategy_id: str, owner: str) -> None:
        """Create a strategy at revision 0; harmless when repeated for the same owner.

        Raises:
            StrategyExistsError: It exists and belongs to somebody else.
        """

    def strategies(self, who: str | None = None) -> list[StrategyHeading]:
        """Return the strategies on which `who` has a role, the last changed first.

        Args:
            who: A person; None for all strategies, which only the command line may ask.
        """

    def revision(self, strategy_id: str) -> int:
        """Return the strategy's revision: one indexed read, cheap enough to poll."""

    def load(
        self, strategy_id: str, since: int = 0
    ) -> tuple[int, dict[RecordKey, dict[str, Json]]]:
        """Return the revision and the rows changed after `since`, as of one moment.

        Deleted records come too, without existence, so that a reader can drop them.
        """

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
        """Write what can be of `edits` as one change set; when this returns, it is kept.

        Args:
            strategy_id: The strategy.
            edits: Fields to change; those that conflict come back, the others are
                written together or not at all.
            operation: Id of this group.  When it was applied before, nothing is done
                and what it changed then is returned.
            author: Who to name in the history.
            label: What the person did, as a catalogue key.
            undoes: Revision that this takes back.
            only_at: Revision for which the edits were computed, where that matters.

        Raises:
            MovedOnError: The strategy is no longer at `only_at`.
            UnusableValueError: A value can be kept by no store.
        """

    def change_set(self, strategy_id: str, revision: int) -> ChangeSet:
        """Return the change set that made `revision`.

        Raises:
            KeyError: The strategy has never been at this revision.
        """

    def changes_since(self, strategy_id: str, revision: int) -> list[ChangeSet]:
        """Return the change sets after `revision`, oldest first."""

    def headings(self, strategy_id: str, limit: int, author: str | None = None) -> list[ChangeSet]:
        """Return the last change sets without their changes, newest first."""

    def history(self, strategy_id: str, limit: int, before: int | None = None) -> list[ChangeSet]:
        """Return the last change sets, newest first, those older than `before` if given."""

    def role(self, strategy_id: str, who: str) -> str | None:
        """Return the person's role, or None: no such strategy, or not for them."""

    def members(self, strategy_id: str) -> dict[str, str]:
        """Return the role of each person who has one."""

    def grant(self, strategy_id: str, who: str, role: str) -> None:
        """Give a person a role, in place of the one they had.

        Raises:
            ValueError: There is no such role.
        """

    def revoke(self, strategy_id: str, who: str) -> None:
        """Take a person's role away; harmless if they had none."""

    def keep_batch(self, strategy_id: str, batch_id: str, payload: bytes) -> None:
        """Keep a batch of figures; harmless when repeated, for equal names are equal bytes."""

    def batch(self, strategy_id: str, batch_id: str) -> bytes:
        """Return a batch.

        Raises:
            KeyError: There is none of this name.
        """

    def publish(self, strategy_id: str, digest: str) -> None:
        """Show a strategy to whoever has the address of this digest, and no other one."""

    def withdraw(self, strategy_id: str) -> None:
        """Take all addresses of a strategy back; harmless if it had none."""

    def published(self, digest: str) -> str | None:
        """Return the strategy that an address shows, None for none."""

    def remember_progress(
        self, strategy_id: str, revision: int, progress: Mapping[str, Json]
    ) -> None:
        """Keep how far the strategy was at `revision`, for `strategies` to return."""

    def backup(self) -> Path:
        """Write a backup, verify it and return its path.

        Raises:
            BackupFailedError: The copy does not pass its check.
        """

    def check(self) -> list[str]:
        """Return a technical line for each thing that is wrong; empty for a sound store.

        The engine's own check, and that the log of each strategy gives its records.
        """

    def condition(self) -> Condition:
        """Return how the store is, without reading it all."""

    def close(self) -> None:
        """Let go of the data; the store cannot be used afterwards."""


def open_store(url: str, *, views: Views | None = None, must_exist: bool = False) -> Store:
    """Open the store at an address, creating it where there is none.

    Args:
        url: `sqlite:///` and a path; a relative one starts at the current folder.
        views: Field names by record type, for readable views beside the tables.
        must_exist: Refuse to create it.

    Raises:
        StoreError: It cannot be opened; the message says why and what to do.
    """
    scheme, separator, place = url.partition(":///")
    if scheme != "sqlite" or not separator or not place or place.startswith(":"):
        raise UnknownAddressError(address=url)
    from canvas.store.sqlite import SqliteStore

    return SqliteStore(Path(place), views=views or {}, must_exist=must_exist)
