"""The links between records, both ways: what a record names, and what uses it.

They are read from the fields that were declared as links, so that nothing has to be kept
twice: a link holds an id, which a new name does not change, and counts for as long as both
of its ends are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from canvas.domain.kinds import Link, Links
from canvas.domain.records import Record
from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy

R = TypeVar("R", bound=Record)

Users = Mapping[str, Sequence[Record]]
"""The records that name each id in one field, in their order."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One link: `source` names `target` in `field`, whose label says what the link means."""

    source: Record
    field: Link | Links
    target: Record


def link_fields(record_type: type[Record]) -> tuple[Link | Links, ...]:
    """Return the fields by which records of a type name others."""
    return _link_fields(record_type)  # type: ignore[arg-type]  # mypy takes it for an instance


@lru_cache(maxsize=512)
def _link_fields(record_type: type[Record]) -> tuple[Link | Links, ...]:
    return tuple(found for found in record_type.fields() if isinstance(found, Link | Links))


def named(record: Record, by: Link | Links) -> tuple[str, ...]:
    """Return the ids that a record names in a field, those of records deleted since too."""
    held = getattr(record, by.name)
    if isinstance(by, Links):
        return tuple(held)
    return (held,) if held else ()


def naming_none(records: Iterable[R], by: Link | Links, there: AbstractSet[str]) -> Iterator[R]:
    """Yield the records that name nothing in a field, or nothing that is still there.

    Args:
        records: Records of one type.
        by: The field of theirs.
        there: Ids of all that can be named.
    """
    held = attrgetter(by.name)
    if isinstance(by, Links):
        return (record for record in records if there.isdisjoint(held(record)))
    return (record for record in records if held(record) not in there)


@dataclass(slots=True)
class Graph:
    """The links of one snapshot; `graph` makes it."""

    strategy: Strategy
    _users: Callable[[Sequence[Record], Link | Links], Users]
    _fields: dict[str, list[tuple[tuple[Record, ...], Link | Links]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for records in self.strategy.records.values():
            for by in link_fields(type(records[0])) if records else ():
                self._fields.setdefault(by.to, []).append((records, by))

    def of(self, record: Record) -> tuple[Tie, ...]:
        """Return the links from a record: what it names, in the order of its fields."""
        return tuple(
            Tie(record, by, target)
            for by in link_fields(type(record))
            for target in self._targets(record, by)
        )

    def to(self, record: Record) -> tuple[Tie, ...]:
        """Return the links to a record: what uses it, type by type; not what it says of itself."""
        return tuple(
            Tie(source, by, record)
            for records, by in self._fields.get(record.key, ())
            for source in self._users(records, by).get(record.id, ())
            if source.id != record.id
        )

    def counts(self, record: Record) -> Mapping[type[Record], int]:
        """Return how many records of each type use a record; each counts once."""
        by_type: dict[type[Record], list[Sequence[Record]]] = {}
        for records, by in self._fields.get(record.key, ()):
            if found := self._users(records, by).get(record.id):
                by_type.setdefault(type(found[0]), []).append(found)
        counts = {kind: _differing(lists, record) for kind, lists in by_type.items()}
        return MappingProxyType({kind: n for kind, n in counts.items() if n})

    def _targets(self, record: Record, by: Link | Links) -> Iterator[Record]:
        for record_id in named(record, by):
            target = self.strategy.find(record_id)
            if target is not None and target.key == by.to:
                yield target


def _differing(lists: Sequence[Sequence[Record]], record: Record) -> int:
    """Return how many records stand in lists of one type, `record` itself aside."""
    if len(lists) == 1 and lists[0][0].key != record.key:
        return len(lists[0])  # ten thousand lines are not looked at one by one
    return len({found.id for some in lists for found in some} - {record.id})


@dataclass(slots=True)
class LinkReader:
    """Reads the links of strategies and remembers those of the records that an edit left."""

    _read: Remembered[Users] = field(default_factory=Remembered)
    _last: Graph | None = None

    def graph(self, strategy: Strategy) -> Graph:
        """Return the links of a snapshot; only what is asked of them is read."""
        last = self._last
        if last is not None and last.strategy is strategy:
            return last  # a page asks for each of its rows

        def users(records: Sequence[Record], by: Link | Links) -> Users:
            place = records[0].key, by.name
            return self._read.get(strategy.id, place, (records,), lambda: _users(records, by))

        self._last = made = Graph(strategy, users)
        return made


def _users(records: Sequence[Record], by: Link | Links) -> Users:
    found: dict[str, list[Record]] = {}
    for record in records:
        for record_id in named(record, by):
            found.setdefault(record_id, []).append(record)
    return found


_READER = LinkReader()


def graph(strategy: Strategy) -> Graph:
    """Return the links of a snapshot, both ways; shared by all who look at it."""
    return _READER.graph(strategy)
