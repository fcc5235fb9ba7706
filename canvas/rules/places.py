"""Where on the pages something is decided or mended."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.step import Step, ToDo
from canvas.rules.coherence import RULES, Finding
from canvas.steps import RECORD_TYPES, STEP_OF

_NEEDS = {rule.code: rule.needs for rule in RULES}


@dataclass(frozen=True, slots=True)
class Place:
    """A list or a canvas of a step, or a field of a record in a list.

    Attributes:
        step: Key of the step.
        show: Key of the canvas or of the record type.
        record: Id of a record of it, "" for none in particular.
        field: The field of it to write in, "" for none in particular.
        name: What stands there, as a catalogue key.
    """

    step: str
    show: str
    name: str
    record: str = ""
    field: str = ""


def place_of_type(type_key: str) -> Place:
    """Return the list of a record type, or the form of the only one."""
    kind = RECORD_TYPES[type_key]
    return Place(STEP_OF[type_key].key, type_key, kind.one if kind.single else kind.many)


def place_of_record(type_key: str, record: str, field: str = "") -> Place:
    """Return a field of a record, or the record where it has no such field."""
    kind = RECORD_TYPES[type_key]
    declared = kind.schema_fields.get(field)
    name = declared.label if declared else kind.one
    return Place(STEP_OF[type_key].key, type_key, name, record, field if declared else "")


def place_of_finding(finding: Finding) -> Place:
    """Return where a finding is mended; where it names no record, the list that lacks one."""
    if finding.records:
        return place_of_record(*finding.records[0], finding.field)
    needs = _NEEDS[finding.rule]
    here = [kind for kind in needs if STEP_OF[kind.key].key == finding.step]
    return place_of_type((here or needs)[0].key)


def place_of_todo(step: Step, todo: ToDo) -> Place:
    """Return what the view of a to-do opens on."""
    view = next(view for view in step.views if view.key == todo.view)
    if view.canvases:
        return Place(step.key, view.canvases[0].key, view.canvases[0].title)
    return place_of_type(view.records[0].key)
