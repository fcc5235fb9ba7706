"""The project file: a whole strategy as one JSON document, and its schema (C156).

It carries what the strategy says today, not its history, and the figures of the files that
count.  Fields and types that this version does not know are written as they came in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from canvas import __version__
from canvas.domain.clean import Json
from canvas.domain.project_format import FIGURES, FORMAT, VERSION
from canvas.domain.records import EXISTS, POSITION, Record, write_record
from canvas.domain.strategy import Strategy
from canvas.exports.project_figures import figures_schema
from canvas.steps import RECORD_TYPES, STEP_OF
from canvas.steps.measure.batches import written
from canvas.steps.measure.files import DataFile

NO_BATCHES: Mapping[str, bytes] = MappingProxyType({})


def project(strategy: Strategy) -> dict[str, Any]:
    """Return the strategy as a document, in an order that never changes by itself."""
    records: dict[str, list[dict[str, Json]]] = {}
    for type_key in RECORD_TYPES:
        found = strategy.records.get(type_key, ())
        if found:
            records[type_key] = [_written(record) for record in found]
    for (type_key, record_id), raw in sorted(strategy.unknown.items()):
        row = {"id": record_id, **{k: v for k, v in raw.items() if k != EXISTS}}
        records.setdefault(type_key, []).append(row)
    return {
        "format": FORMAT,
        "version": VERSION,
        "generator": f"canevas {__version__}",
        "records": records,
    }


def _written(record: Record) -> dict[str, Json]:
    return {"id": record.id, POSITION: record.position, **write_record(record)}


def build_project(strategy: Strategy, batches: Mapping[str, bytes] = NO_BATCHES) -> bytes:
    """Return the project file, UTF-8.

    Args:
        strategy: What to write.
        batches: Packed batches of figures by fingerprint; those that no file of the
            strategy names are left out.
    """
    text = json.dumps(project(strategy), ensure_ascii=False, indent=1)
    named = dict.fromkeys(file.batch for file in strategy.of(DataFile) if file.batch in batches)
    if named:
        # A batch a line: one number a line would make a file of mostly spaces.
        lines = ",\n".join(f'  "{name}": {written(batches[name])}' for name in named)
        text = text.removesuffix("\n}") + f',\n "{FIGURES}": {{\n{lines}\n }}\n}}'
    return (text + "\n").encode("utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the project file."""
    types = {
        record_type.key: {"type": "array", "items": _record_schema(record_type)}
        for record_type in RECORD_TYPES.values()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Canevas project file",
        "description": "One social-media strategy. Null or absent means not filled in.",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
            "generator": {"type": "string"},
            "records": {
                "type": "object",
                "properties": types,
                "additionalProperties": {"type": "array", "items": {"type": "object"}},
            },
            FIGURES: figures_schema(),
        },
        "additionalProperties": True,
    }


def _record_schema(record_type: type[Record]) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"},
        POSITION: {"type": "number"},
    }
    for field in record_type.fields():
        properties[field.name] = {
            "title": field.label,
            "description": field.help,
            "anyOf": [field.schema(), {"type": "null"}],
        }
        if field.default is not None:
            properties[field.name]["default"] = field.dump(field.default)
    step = STEP_OF[record_type.key].key
    made: dict[str, Any] = {
        "title": record_type.one,
        "description": record_type.help,
        "type": "object",
        "required": ["id"],
        "properties": properties,
        "additionalProperties": True,
        "x-step": step,
    }
    if record_type.single:
        made["description"] += " At most one."
    return made
