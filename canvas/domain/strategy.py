"""A strategy at one revision: an immutable snapshot of all its records."""

from __future__ import annotations

import dataclasses
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, Record, read_record

R = TypeVar("R", bound=Record)

RecordKey = tuple[str, str]
"""The type's key and the record's id."""

Rows = Mapping[RecordKey, Mapping[str, Json]]
"""Raw fields by record, deleted ones included, as the store keeps them."""


@dataclasses.dataclass(frozen=True, slots=True)
class Strategy:
    """All records of one strategy at one revision.

    Attributes:
        id: The strategy's identifier.
        revision: How many change sets it has had.
        records: The records of each known type, in their order; deleted ones left out.
        unknown: Raw rows of types that this version does not know, kept for exports.
    """

    id: str
    revision: int = 0
    records: Mapping[str, tuple[Record, ...]] = dataclasses.field(
        default_factory=lambda: MappingProxyType({})
    )
    unknown: Rows = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    _by_id: dict[str, Record] = dataclasses.field(
        default_factory=dict, compare=False, repr=False, init=False
    )

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """Return the records of one type, in their order."""
        return self.records.get(record_type.key, ())  # type: ignore[return-value]

    def one(self, record_type: type[R]) -> R:
        """Return the record of a type that a strategy has one of; blank if never filled."""
        found = self.of(record_type)
        return found[0] if found else record_type(id=record_type.key)

    def find(self, record_id: str) -> Record | None:
        """Return the record with this id, whatever its type."""
        if not self._by_id:
            for records in self.records.values():
                self._by_id.update((record.id, record) for record in records)
        return self._by_id.get(record_id)

    def linked(self, record_type: type[R], record_id: str) -> R | None:
        """Return the record that a link names, or None where it was deleted since."""
        found = self.find(record_id)
        return found if isinstance(found, record_type) else None

    def linked_all(self, record_type: type[R], record_ids: Iterable[str]) -> tuple[R, ...]:
        """Return the records that links name, those deleted since left out."""
        found = (self.linked(record_type, record_id) for record_id in record_ids)
        return tuple(record for record in found if record is not None)

    def next_position(self, record_type: type[Record]) -> float:
        """Return where a new record of a type stands: after all others."""
        found = self.of(record_type)
        return (found[-1].position if found else 0.0) + 1.0

    def __iter__(self) -> Iterator[Record]:
        for records in self.records.values():
            yield from records


FEW = 8
"""Changed records that are put into their order one by one: to sort a long list anew for
one line of it costs more than the line."""


def build(
    strategy_id: str,
    revision: int,
    rows: Rows,
    types: Mapping[str, type[Record]],
    *,
    previous: Strategy | None = None,
) -> Strategy:
    """Return the snapshot that `rows` give, on top of `previous`.

    Args:
        strategy_id: The strategy's identifier.
        revision: The revision that the rows bring it to.
        rows: Raw rows, tombstones included: all of them, or those that changed since
            `previous`.  Records that did not change are taken over as they are, so
            that an edit costs the same in a strategy of ten records or ten thousand.
        types: The known record types, by key.
        previous: An earlier snapshot of the same strategy.
    """
    records: dict[str, tuple[Record, ...]] = dict(previous.records) if previous else {}
    unknown: dict[RecordKey, Mapping[str, Json]] = dict(previous.unknown) if previous else {}
    changed: dict[str, dict[str, Record | None]] = {}
    for (type_key, record_id), raw in rows.items():
        record_type = types.get(type_key)
        if record_type is not None:
            made = read_record(record_type, record_id, raw) if raw.get(EXISTS) else None
            changed.setdefault(type_key, {})[record_id] = made
        elif raw.get(EXISTS):
            unknown[type_key, record_id] = raw
        else:
            unknown.pop((type_key, record_id), None)
    for type_key, made_by_id in changed.items():
        kept = [r for r in records.get(type_key, ()) if r.id not in made_by_id]
        new = [record for record in made_by_id.values() if record is not None]
        if len(new) < FEW:
            for record in new:
                insort(kept, record, key=_place)
        else:
            kept = sorted([*kept, *new], key=_place)
        records[type_key] = tuple(kept)
    return Strategy(strategy_id, revision, MappingProxyType(records), MappingProxyType(unknown))


def _place(record: Record) -> tuple[float, str]:
    return record.position, record.id
