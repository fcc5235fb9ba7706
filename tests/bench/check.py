"""What the rules cost on a calendar of ten thousand lines, and after an edit of one field."""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, Record, write_record
from canvas.domain.strategy import RecordKey, Strategy, build
from canvas.imports.project import read_project
from canvas.rules.coherence import RULES, Reader
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.team import TeamMember
from tests.bench.table import Row

EXAMPLE = ROOT / "data" / "examples" / "software.canevas.json"

LINES = 10_000

RUNS = 7

AIM = 0.15
"""Seconds of CPU that all rules may take."""


def bench(_: Path) -> Iterator[Row]:
    """Yield the rows of the rules, in seconds of CPU on one core."""
    whole = crowded(LINES)
    everything = _cpu(lambda: _after_nothing(whole))
    yield Row(
        what=f"all rules, {LINES} lines of the calendar",
        ours=everything,
        bare=AIM,
        unit="s",
        aim=1.0,
        against="150 ms of CPU",
    )
    yield Row(
        what=f"all rules, {LINES} lines with hours, no week too full",
        ours=_cpu(partial(_after_nothing, unhurried(whole))),
        bare=AIM,
        unit="s",
        aim=1.0,
        against="150 ms of CPU",
    )
    for record_type, what, aim in ((Objective, "an objective", 0.1), (Post, "a line", None)):
        yield Row(
            what=f"the rules again, one field of {what} later",
            ours=_cpu(_after_edit(whole, edited(whole, record_type))),
            bare=everything,
            unit="s",
            aim=aim,
            against="all rules from scratch",
        )


def crowded(lines: int) -> Strategy:
    """Return the software firm's strategy with so many lines, spread over its year."""
    records = list(read_project(EXAMPLE.read_bytes()))
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in records}
    posts = [rows.pop(key) for key in list(rows) if key[0] == Post.key]
    first = dt.date(2027, 1, 4)
    for n in range(lines):
        day = (first + dt.timedelta(days=n % 360)).isoformat()
        copied = {**posts[n % len(posts)], "date": day, "position": float(n)}
        rows[Post.key, f"line-{n}"] = copied
    return build("crowded", 1, rows, RECORD_TYPES)


def unhurried(whole: Strategy) -> Strategy:
    """Return the strategy with hours on each line and hands enough: no week ends the count."""
    rows: dict[RecordKey, dict[str, Json]] = {}
    changes: tuple[tuple[type[Record], dict[str, Json]], ...] = (
        (Post, {"effort_hours": 0.1}),
        (TeamMember, {"hours_week": 160.0}),
    )
    for kind, fields in changes:
        for record in whole.of(kind):
            row = {**write_record(record), **fields, EXISTS: True, "position": record.position}
            rows[record.key, record.id] = row
    return build("unhurried", 1, rows, RECORD_TYPES, previous=whole)


def edited(whole: Strategy, record_type: type[Objective] | type[Post]) -> Strategy:
    """Return the strategy one edit of one field later."""
    record = whole.of(record_type)[0]
    raw = {field.name: field.dump(getattr(record, field.name)) for field in record.fields()}
    row = {**raw, EXISTS: True, "position": record.position, "title": "Renamed"}
    return build(whole.id, 2, {(record.key, record.id): row}, RECORD_TYPES, previous=whole)


def _after_nothing(strategy: Strategy) -> float:
    return _timed(Reader(RULES), strategy)


def _after_edit(before: Strategy, after: Strategy) -> Callable[[], float]:
    def measure() -> float:
        reader = Reader(RULES)
        reader.findings(before)
        return _timed(reader, after)

    return measure


def _timed(reader: Reader, strategy: Strategy) -> float:
    gc.collect()
    start = time.process_time()
    reader.findings(strategy)
    return time.process_time() - start


def _cpu(measure: Callable[[], float]) -> float:
    return median(measure() for _ in range(RUNS))
