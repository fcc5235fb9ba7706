"""A list of records, or the form of the only one, made from the fields' declarations."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from canvas.domain.clean import Json
from canvas.domain.kinds import (
    Field,
    Link,
    Links,
    Number,
    OneOf,
    Picture,
    Rating,
    SomeOf,
    Text,
    Time,
)
from canvas.domain.messages import N_
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.imports.picture import NotAPictureError
from canvas.steps import RECORD_TYPES
from canvas.steps.frame.settings import Settings
from canvas.ui.components.assets import component
from canvas.ui.entry import FIGURES
from canvas.ui.naming import record_title
from canvas.ui.remarks import remark_data
from canvas.ui.state import Goal
from canvas.ui.uses import WORDS as USE_WORDS
from canvas.ui.uses import use_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "editor/row.js",
    "editor/editor.js",
)

OPTIONS_SHOWN = 400
"""Records that a link offers; the nearest to the end of their list, the newest."""

WORDS = {
    "details": N_("Details"),
    "remove": N_("Delete"),
    "removed": N_("Deleted; undo brings it back."),
    "moved": N_("“{title}” is now number {place}."),
    "move_up": N_("Move up"),
    "move_down": N_("Move down"),
    "keep_mine": N_("Keep mine"),
    "take_theirs": N_("Take theirs"),
    "put_back": N_("Put it back with my text"),
    "give_up": N_("Let it go"),
    **USE_WORDS,
}


@dataclass(frozen=True, slots=True)
class Short:
    """A short form of a list: a few of its fields, and the lines that are asked for.

    Attributes:
        fields: Names of the fields that it shows.
        prepared: Name, raw values and example of each blank line that stands ready.
        more: Raw values of a blank line beyond these.
        is_open: Whether each record shows all of the fields, one under the other.
    """

    fields: tuple[str, ...]
    prepared: Sequence[tuple[str, Mapping[str, Json], str]]
    more: Mapping[str, Json]
    is_open: bool = False


def editor(
    record_type: type[Record],
    strategy: Strategy,
    tr: Translator,
    *,
    records: Sequence[Record] | None = None,
    goal: Goal | None = None,
    short: Short | None = None,
) -> None:
    """Mount the editor of one record type.

    Args:
        record_type: What it edits.
        strategy: Where the records and the links' targets are.
        tr: The reader's language.
        records: The records to show, all of the type if not given.
        goal: Where to put the cursor, if it is in this list.
        short: The part of it to show, all fields if not given.
    """
    shown = strategy.of(record_type) if records is None else records
    if record_type.single:
        shown = (strategy.one(record_type),)
    mount = component("editor", '<div class="editor"></div>', SCRIPTS)
    mount(
        key=f"editor-{record_type.key}",
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "type": record_type.key,
            "mode": "form" if record_type.single else "list",
            "one": tr(record_type.one),
            "many": tr(record_type.many),
            "fields": _short_fields(record_type, short, tr),
            "prepared": [
                {"slot": slot, "values": dict(values), "example": example}
                for slot, values, example in (short.prepared if short else ())
            ],
            "more": dict(short.more) if short else {},
            "open": bool(short and short.is_open),
            "options": option_data(record_type, strategy, tr),
            "rows": [
                row_data(record, strategy, tr, short.fields if short else None) for record in shown
            ],
            "next_position": strategy.next_position(record_type),
            "creatable": not record_type.single,
            "goal": asdict(goal) if goal and goal.kind == record_type.key else None,
            "words": {name: tr.unfilled(text) for name, text in WORDS.items()},
        },
    )


def _short_fields(
    record_type: type[Record], short: Short | None, tr: Translator
) -> Sequence[Mapping[str, Any]]:
    """Return the fields of a list, or those of its short form: all of them columns if few."""
    every = field_data(record_type, tr)
    if short is None:
        return every
    kept = [data for data in every if data["name"] in short.fields]
    columns = 0 if record_type.single else 1 if short.is_open else len(kept)
    return [{**data, "in_list": at < columns, "group": ""} for at, data in enumerate(kept)]


HIDDEN = frozenset((Settings.key, name) for name in ("state", "depth", "other_depth"))
"""Fields that a page has better means for than a form."""


def field_data(record_type: type[Record], tr: Translator) -> Sequence[Mapping[str, Any]]:
    """Return the declared fields as the component reads them; the same for all sessions."""
    return _field_data(record_type.key, tr)


@lru_cache(maxsize=512)
def _field_data(type_key: str, tr: Translator) -> Sequence[Mapping[str, Any]]:
    record_type = RECORD_TYPES[type_key]
    found = []
    for field in record_type.fields():
        if (record_type.key, field.name) in HIDDEN:
            continue
        data: dict[str, Any] = {
            "name": field.name,
            "kind": field.kind,
            "label": tr(field.label),
            "help": tr(field.help),
            "example": tr(field.example),
            "group": tr(field.group),
            "in_list": field.in_list and not record_type.single,
            "essential": field.essential,
        }
        data.update(_kind_data(field, tr))
        found.append(data)
    return found


def _kind_data(field: Field, tr: Translator) -> dict[str, Any]:
    match field:
        case OneOf() | SomeOf():
            return {
                "choices": [
                    {"code": str(c), "label": tr.label(c), "help": tr(c.help)}
                    for c in field.choices
                ]
            }
        case Rating():
            return {"min": int(field.minimum or 0), "max": int(field.maximum or 0)}
        case Number():
            unit = {"money": "", "share": "%"}.get(field.kind, tr(field.unit))
            return {"unit": unit}
        case Text():
            return {"multiline": field.multiline}
        case Link() | Links():
            return {
                "to": field.to,
                "gone": tr(N_("(deleted)")),
                "add": tr(N_("Add…")),
                "remove": tr(N_("Remove")),
            }
        case Picture():
            return {
                "choose": tr(N_("Choose a picture")),
                "remove": tr(N_("Remove the picture")),
                "unreadable": tr(NotAPictureError.message),
            }
        case Time():
            return {}
    return {}


def option_data(
    record_type: type[Record], strategy: Strategy, tr: Translator
) -> dict[str, list[dict[str, str]]]:
    """Return what the links of this type can point at, by type."""
    targets = {field.to for field in record_type.fields() if isinstance(field, Link | Links)}
    found: dict[str, list[dict[str, str]]] = {}
    for target in sorted(targets):
        target_type = RECORD_TYPES.get(target)
        if target_type is None:
            continue
        records = strategy.of(target_type)[-OPTIONS_SHOWN:]
        found[target] = [{"id": r.id, "title": record_title(r, strategy, tr)} for r in records]
    return found


def row_data(
    record: Record, strategy: Strategy, tr: Translator, fields: Container[str] | None = None
) -> dict[str, Any]:
    """Return a record as the component reads it: raw values, and figures in words.

    Args:
        record: The record.
        strategy: Where it is.
        tr: The reader's language.
        fields: Names of those that a short form shows, None for all.
    """
    raw = write_record(record)
    shown = {
        field.name: shown_figure(field, raw[field.name], tr)
        for field in _figures(type(record).key)
        if raw.get(field.name) is not None
    }
    row = {"id": record.id, "position": record.position, "values": raw, "shown": shown}
    also = {
        "remarks": remark_data(record, strategy, tr, fields),
        "uses": use_data(record, strategy, tr),
    }
    return row | {name: said for name, said in also.items() if said}


@lru_cache(maxsize=256)
def _figures(type_key: str) -> tuple[Field, ...]:
    return tuple(field for field in RECORD_TYPES[type_key].fields() if field.kind in FIGURES)


def shown_figure(field: Field, raw: Any, tr: Translator) -> str:
    """Return a figure as its field shows it, in the reader's language, without its unit."""
    match field.kind:
        case "money":
            return tr.number(raw / 100)
        case "share":
            return tr.number(raw * 100)
    grouped = not isinstance(field, Number) or field.grouped
    return tr.number(raw, decimals=6, grouped=grouped)
