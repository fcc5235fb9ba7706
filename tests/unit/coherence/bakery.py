"""The bakery with a few fields otherwise than it wrote them."""

from __future__ import annotations

from collections.abc import Mapping

from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, POSITION, write_record
from canvas.domain.strategy import RecordKey, Strategy, build
from canvas.rules.coherence import RULES, Finding, Reader
from canvas.steps import RECORD_TYPES
from tests.contracts.test_examples import BAKERY
from tests.contracts.test_examples import strategy as example


def bakery() -> Strategy:
    """Return the bakery as it is."""
    return example(BAKERY)


def changed(edits: Mapping[RecordKey, Mapping[str, Json]]) -> Strategy:
    """Return the bakery with some fields of some records set, or emptied by None."""
    whole = bakery()
    rows = {}
    for (kind, record_id), fields in edits.items():
        found = whole.find(record_id)
        known = write_record(found) if found else {}
        position = found.position if found else 99.0
        row = {**known, **fields, EXISTS: True, POSITION: position}
        rows[kind, record_id] = {name: value for name, value in row.items() if value is not None}
    return build("broken", 2, rows, RECORD_TYPES, previous=whole)


def found_in(strategy: Strategy) -> tuple[Finding, ...]:
    """Return what hangs loose in a strategy."""
    return Reader(RULES).findings(strategy).open
