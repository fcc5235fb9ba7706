"""Lines of the plan moved to another week or given to somebody else, before it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, POSITION, Record, read_record, write_record
from canvas.domain.strategy import RecordKey, Strategy, build
from canvas.steps import RECORD_TYPES
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.plan.promotion import Repurposing

WEEK = 7
"""Days."""

Movable = Post | Action | Training | Repurposing


def applied(strategy: Strategy, edits: Sequence[Edit]) -> Strategy:
    """Return the strategy as it is after these edits of records that are there."""
    rows: dict[RecordKey, dict[str, Json]] = {}
    for edit in edits:
        if edit.key not in rows:
            record = strategy.find(edit.record)
            assert record is not None
            row = {EXISTS: True, POSITION: record.position, **write_record(record)}
            rows[edit.key] = row
        rows[edit.key][edit.field] = edit.new
    return build(strategy.id, strategy.revision, rows, RECORD_TYPES, previous=strategy)


def changed(record: Record, raw: Mapping[str, Json]) -> Record:
    """Return a record with other raw values in some fields."""
    before = {POSITION: record.position, **write_record(record)}
    return read_record(type(record), record.id, {**before, **raw})


def is_open(record: Movable) -> bool:
    """Return whether a line may still change: it is neither out, scheduled, nor over."""
    if isinstance(record, Post):
        return record.status not in (PostStatus.PUBLISHED, PostStatus.SCHEDULED)
    return record.status not in (Progress.DONE, Progress.DROPPED)


def week_later(week: dt.date, later: int) -> dt.date | None:
    """Return the Monday some weeks later, None where there is no such day."""
    day = week.toordinal() + WEEK * later
    return dt.date.fromordinal(day) if 1 <= day <= dt.date.max.toordinal() else None


def day_of(record: Record) -> dt.date | None:
    """Return the day that a line stands on."""
    if isinstance(record, Post | Training):
        return record.date
    if isinstance(record, Action):
        return record.due or record.start
    return record.planned_date if isinstance(record, Repurposing) else None


def moved_by(record: Movable, weeks: int) -> dict[str, Json]:
    """Return the days of a line some weeks later or earlier, none where there is none such."""
    if isinstance(record, Action):
        days = {"start": record.start, "due": record.due}
    elif isinstance(record, Repurposing):
        days = {"planned_date": record.planned_date}
    else:
        days = {"date": record.date}
    found: dict[str, Json] = {}
    for name, day in days.items():
        if day is None:
            continue
        moved = day.toordinal() + WEEK * weeks
        if not 1 <= moved <= dt.date.max.toordinal():
            return {}
        found[name] = dt.date.fromordinal(moved).isoformat()
    return found


def given_to(record: Movable, person: str) -> dict[str, Json]:
    """Return what makes somebody else do a line."""
    if isinstance(record, Post):
        return {"author": person}
    return {"person" if isinstance(record, Training) else "owner": person}
