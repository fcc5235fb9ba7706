"""What was made of a part of a strategy, kept for as long as that part stays the same.

A snapshot shares the tuples of the record types that an edit did not touch: what was made of
the same objects need not be made again.  Rules, links, the thread and pages all remember by it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import Generic, TypeVar

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy

T = TypeVar("T")

KEPT = 64
"""Strategies of which something stays in memory."""


@dataclass(slots=True)
class Remembered(Generic[T]):
    """Remembers what was made of which objects, by strategy; shared by all who look at one."""

    _kept: OrderedDict[str, dict[Hashable, tuple[tuple[object, ...], T]]] = field(
        default_factory=OrderedDict
    )
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(
        self, strategy_id: str, key: Hashable, parts: tuple[object, ...], make: Callable[[], T]
    ) -> T:
        """Return what `make` gave for these very objects, or gives now.

        Args:
            strategy_id: The strategy that it is of.
            key: What it is.
            parts: All that it is made of; compared by identity.
            make: Makes it.
        """
        with self._lock:
            known = self._kept.get(strategy_id, {}).get(key)
        if known is not None and len(known[0]) == len(parts) and all(map(is_, known[0], parts)):
            return known[1]
        made = make()
        with self._lock:
            self._kept.setdefault(strategy_id, {})[key] = parts, made
            self._kept.move_to_end(strategy_id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def of(self, strategy: Strategy, make: Callable[[], T], key: Hashable = "") -> T:
        """Return what `make` gave for this very snapshot, or gives now.

        Args:
            strategy: The snapshot that it is made of, all of it.
            make: Makes it.
            key: What it is, where several things are made.
        """
        # Its records stand for it: they let the index go that each snapshot makes of its ids.
        return self.get(strategy.id, key, (strategy.records,), make)


@dataclass(slots=True)
class Columns:
    """Tells whether some fields of all records of a type are what they were.

    For what reads few fields of many records: an edit of another field need not have it
    made again.
    """

    _seen: OrderedDict[Hashable, tuple[tuple[Record, ...], object]] = field(
        default_factory=OrderedDict
    )
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, strategy: Strategy, kind: type[Record], fields: tuple[str, ...]) -> object:
        """Return an object that stays the same for as long as these fields do.

        Args:
            strategy: The snapshot.
            kind: The type of the records.
            fields: Their fields; which records there are, and their order, counts too.
        """
        records = strategy.of(kind)
        key = strategy.id, kind, fields
        with self._lock:
            before, mark = self._seen.get(key, ((), None))
        if mark is None or (before is not records and _moved(before, records, fields)):
            mark = object()
        with self._lock:
            self._seen[key] = records, mark
            self._seen.move_to_end(key)
            while len(self._seen) > KEPT:
                self._seen.popitem(last=False)
        return mark


def _moved(before: Sequence[Record], after: Sequence[Record], fields: Sequence[str]) -> bool:
    return len(before) != len(after) or any(
        old.id != new.id or any(getattr(old, name) != getattr(new, name) for name in fields)
        for old, new in zip(before, after, strict=True)
        if old is not new
    )
