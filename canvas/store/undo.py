"""Undo and redo: a change set taken back by another one.

Composed of the store's verbs, so that it is the same for every engine.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from canvas.domain.changes import Outcome, inverse, undoable
from canvas.domain.errors import NothingToUndoError
from canvas.domain.messages import N_
from canvas.store import Store
from canvas.store.errors import MovedOnError, StrategyBusyError

UNDO = N_("Undo")
REDO = N_("Redo")

REACH = 500
"""How many of a person's steps are looked at: more than anybody takes back."""

TRIES = 50
"""How often a step is computed again because somebody else has changed the strategy."""


def steps(
    store: Store, strategy_id: str, author: str, passed: Collection[int] = ()
) -> tuple[int | None, int | None]:
    """Return the revisions that `undo` and `redo` would take back, None where none is left.

    Args:
        store: The store.
        strategy_id: The strategy.
        author: Whose steps count.
        passed: Revisions to pass over, because they were refused.
    """
    return undoable(store.headings(strategy_id, REACH, author), author, passed)


def undo(
    store: Store, strategy_id: str, author: str, operation: str, passed: Collection[int] = ()
) -> Outcome:
    """Take back the author's last step.

    What somebody else has changed since is left as it is and comes back as a conflict;
    the rest of the step is taken back.  A step of which nothing could be taken back
    stays the next one, unless its revision (see `steps`) is `passed`.

    Raises:
        NothingToUndoError: No step is left.
    """
    return _step(store, strategy_id, author, operation, passed, redoing=False)


def redo(
    store: Store, strategy_id: str, author: str, operation: str, passed: Collection[int] = ()
) -> Outcome:
    """Do again what the author last took back; as `undo` in all else.

    Raises:
        NothingToUndoError: Nothing was taken back since the author's last edit.
    """
    return _step(store, strategy_id, author, operation, passed, redoing=True)


def take_back(
    store: Store,
    strategy_id: str,
    revision: int,
    author: str,
    operation: str,
    *,
    label: str = UNDO,
) -> Outcome:
    """Take back one change set, whoever made it and whenever.

    Raises:
        KeyError: The strategy has never been at this revision.
        StrategyBusyError: Others change it faster than this can be computed.
    """
    for _ in range(TRIES):
        now = store.revision(strategy_id)
        target = store.change_set(strategy_id, revision)
        later = store.changes_since(strategy_id, revision)
        others = [c for made in later if made.author != author for c in made.changes]
        edits, refused = inverse(target.changes, others)
        try:
            # Somebody may write into a record between our looking and its deletion.
            outcome = store.apply(
                strategy_id,
                edits,
                operation=operation,
                author=author,
                label=label,
                undoes=revision,
                only_at=now,
            )
        except MovedOnError:
            continue
        return replace(outcome, conflicts=refused + outcome.conflicts)
    raise StrategyBusyError


def _step(
    store: Store,
    strategy_id: str,
    author: str,
    operation: str,
    passed: Collection[int],
    *,
    redoing: bool,
) -> Outcome:
    label = REDO if redoing else UNDO
    to_pass = set(passed)
    headings = store.headings(strategy_id, REACH, author)
    for heading in headings:
        # Sent again: the step that would be next now is not the one that was meant.
        if heading.operation == operation:
            done = store.change_set(strategy_id, heading.revision)
            return Outcome(done.revision, done.changes, replayed=True)
    while True:
        target = undoable(headings, author, to_pass)[redoing]
        if target is None:
            raise NothingToUndoError
        outcome = take_back(store, strategy_id, target, author, operation, label=label)
        if outcome.changes or outcome.conflicts:
            return outcome
        to_pass.add(target)  # everything is back already, by other hands
