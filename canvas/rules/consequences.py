"""What an edit brings with it, so that a later one does not take it back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.kinds import Lines
from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence

Consequence = Callable[[Strategy, Sequence[Edit]], Iterator[Edit]]


def concerns(edits: Sequence[Edit]) -> bool:
    """Return whether these edits may have consequences at all: only deletions do."""
    return any(edit.field == EXISTS and not edit.new and edit.type == Post.key for edit in edits)


def consequences(strategy: Strategy, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that go with `edits`, in the same step to undo."""
    return [edit for follow in CONSEQUENCES for edit in follow(strategy, edits)]


def _stays_away(strategy: Strategy, edits: Sequence[Edit]) -> Iterator[Edit]:
    """A line from a rhythm that was deleted does not come back: its day is left out.

    Where the rhythm has several lines that day, the others are no longer tied to it,
    or they would go with the day.
    """
    named = {(edit.key, edit.field) for edit in edits}
    gone = [
        post
        for edit in edits
        if edit.type == Post.key and edit.field == EXISTS and not edit.new
        if (post := strategy.linked(Post, edit.record)) is not None
    ]
    days: dict[str, list[str]] = defaultdict(list)
    for post in gone:
        if post.slot is not None and post.slot.isoformat() not in days[post.cadence]:
            days[post.cadence].append(post.slot.isoformat())
    for cadence_id, skipped in days.items():
        cadence = strategy.linked(Cadence, cadence_id)
        key = (Cadence.key, cadence_id)
        if cadence is None or {(key, EXISTS), (key, "skipped")} & named:
            continue
        before: list[Json] = [*cadence.skipped]
        after = [*before, *(day for day in skipped if day not in before)][-_MOST:]
        if after != before:
            yield Edit(*key, "skipped", before or None, after)
        yield from _set_free(strategy, cadence, skipped, {post.id for post in gone})


def _set_free(
    strategy: Strategy, cadence: Cadence, days: Sequence[str], gone: set[str]
) -> Iterator[Edit]:
    """Yield the edits that keep the other lines of days that a rhythm leaves out."""
    for post in strategy.of(Post):
        if post.cadence == cadence.id and post.slot is not None and post.id not in gone:
            day = post.slot.isoformat()
            if day in days:
                yield Edit(Post.key, post.id, "slot", day, None)


_SKIPPED = Cadence.field("skipped")
_MOST = _SKIPPED.max_items if isinstance(_SKIPPED, Lines) else 0

CONSEQUENCES: tuple[Consequence, ...] = (_stays_away,)
"""What follows from edits; each reads the strategy as it was before them."""
