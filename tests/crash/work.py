"""What the crash harnesses have in common: people who edit, and the proof of what was kept.

Each edit counts one field of one record up, so that what is there after a crash can be
compared with what was acknowledged before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from canvas.domain.changes import Edit, creation
from canvas.domain.ids import new_id
from canvas.store import Store, open_store

STRATEGY = "crash"
TEXT = "An evening class in sourdough, with a tasting at the end. " * 4


def open_here(path: Path) -> Store:
    """Open the database at `path` with one strategy in it."""
    store = open_store(f"sqlite:///{path}", views={"counter": ("n", "text")})
    store.create(STRATEGY, "anna")
    return store


def edit_for_ever(
    store: Store, who: str, acknowledge: Callable[[str], None], *, too_early: bool = False
) -> None:
    """Edit one record after the other until killed.

    Args:
        store: The store.
        who: Name of this writer.
        acknowledge: Told the operation of each edit once `apply` has returned.
        too_early: Tell it before instead: a store of this kind must be caught out.
    """
    while True:
        record = new_id()
        n = 0
        edits = creation("counter", record, {"n": n, "text": TEXT}, 1.0)
        for _ in range(20):
            operation = new_id()
            if too_early:
                acknowledge(operation)
            store.apply(STRATEGY, edits, operation=operation, author=who, label="Edit")
            if not too_early:
                acknowledge(operation)
            edits = [
                Edit("counter", record, "n", n, n + 1),
                Edit("counter", record, "text", text(n), text(n + 1)),
            ]
            n += 1


def text(n: int) -> str:
    """Return the text of the n-th edit of a record: long enough to fill pages."""
    return TEXT if n == 0 else f"{n} · {TEXT}"


def lost(store: Store, acknowledged: Iterable[str]) -> set[str]:
    """Return those of these operations that are not in the log."""
    return set(acknowledged) - {made.operation for made in store.headings(STRATEGY, 10**9)}
