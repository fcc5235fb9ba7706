"""Why an edit cannot be kept, before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from canvas.domain.changes import Edit
from canvas.domain.ids import is_id
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import EXISTS, POSITION, Record
from canvas.domain.strategy import Strategy
from canvas.rules.actions import goes_in_circles
from canvas.steps import RECORD_TYPES

Problems = tuple[tuple[Edit, Message], ...]


def problems_of(edits: Sequence[Edit], opened: Callable[[], Strategy]) -> Problems:
    """Return what is wrong with a group of edits, each with its sentence.

    Args:
        edits: The group.
        opened: Gives the strategy, asked only where an edit is judged by other records.
    """
    found = tuple((edit, problem) for edit in edits if (problem := _problem(edit)) is not None)
    if found or not any(edit.field == "depends_on" for edit in edits):
        return found
    refused = goes_in_circles(opened(), edits)
    return (refused,) if refused else ()


def _problem(edit: Edit) -> Message | None:
    """Return why an edit cannot be kept, or None if it can."""
    record_type: type[Record] | None = RECORD_TYPES.get(edit.type)
    if record_type is None:
        return say(N_("This version knows no “{type}”."), type=edit.type)
    if not is_id(edit.record) or (record_type.single and edit.record != record_type.key):
        return say(
            N_("“{record}” cannot name a “{type}”."),
            record=edit.record[:60],
            type=say(record_type.one),
        )
    if edit.field == EXISTS:
        if edit.new is None and record_type.single:
            return say(
                N_("“{type}” is always there: empty its fields instead."), type=say(record_type.one)
            )
        return None if edit.new in (None, True) else say(N_("A record is there or is not."))
    if edit.field == POSITION:
        fits = isinstance(edit.new, int | float) and not isinstance(edit.new, bool)
        return None if fits else say(N_("A position is a number."))
    field = record_type.schema_fields.get(edit.field)
    if field is None:
        return say(
            N_("“{type}” has no field “{field}”."), type=say(record_type.one), field=edit.field
        )
    return field.problem(edit.new)
