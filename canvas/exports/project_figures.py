"""The JSON Schema of figures in a project file: columns of equal length, by subject."""

from __future__ import annotations

from typing import Any

from canvas.steps.measure.batches import VERSION
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope

_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_NUMBER = {"type": "number"}


def figures_schema() -> dict[str, Any]:
    """Return the schema of all batches, each under its fingerprint."""
    return {
        "title": "Figures of files",
        "description": (
            "What the platforms' files said, each under the SHA-256 of its compact JSON text, or "
            "under the digest that Canevas takes of its columns; "
            "the records of type data_file name those that count."
        ),
        "type": "object",
        "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
        "additionalProperties": {
            "type": "object",
            "required": ["version"],
            # A newer version's figures are kept as they are.
            "if": {"properties": {"version": {"maximum": VERSION}}},
            "then": _batch(),
        },
    }


def _batch() -> dict[str, Any]:
    known: dict[str, Any] = {
        "version": {"type": "integer", "minimum": 1},
        "platform": {"enum": [str(platform) for platform in Platform]},
        "grain": {"enum": [str(grain) for grain in Grain]},
        "read_on": _DAY,
        "daily": {
            "type": "array",
            "items": _object(
                account=_TEXT,
                metric={"type": "string", "examples": [str(metric) for metric in Metric]},
                scope={"enum": [str(scope) for scope in Scope]},
                days=_list(_DAY),
                values=_list(_NUMBER),
            ),
        },
        "posts": _object(
            key=_list(_TEXT),
            account=_list(_TEXT),
            network=_list(_or_null(_TEXT)),
            published=_list(_or_null({"type": "string", "format": "date-time"})),
            url=_list(_TEXT),
            text=_list(_TEXT),
            kind=_list(_TEXT),
            paid=_list({"type": ["boolean", "null"]}),
            counters=_COUNTERS,
        ),
        "visits": _object(
            first=_list(_DAY),
            last=_list(_DAY),
            channel=_list(_TEXT),
            source=_list(_TEXT),
            medium=_list(_TEXT),
            campaign=_list(_TEXT),
            content=_list(_TEXT),
            page=_list(_TEXT),
            counters=_COUNTERS,
        ),
        "audience": {
            "type": "array",
            "items": {
                "description": "Account, dimension, part, value, whether it is a share.",
                "type": "array",
                "prefixItems": [_TEXT, _TEXT, _TEXT, _NUMBER, {"type": "boolean"}],
                "minItems": 5,
                "maxItems": 5,
            },
        },
        "pages": _object(
            page=_list(_TEXT),
            first=_list(_or_null(_DAY)),
            last=_list(_or_null(_DAY)),
            counters=_COUNTERS,
        ),
        "unknown": {
            "description": "Columns that no figure is known for, as text.",
            "type": "object",
            "additionalProperties": _list(_TEXT),
        },
    }
    return _object(**known)


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _or_null(found: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [found, {"type": "null"}]}


_COUNTERS = {
    "description": "One list a metric, as long as the other lists; null is unknown, never zero.",
    "type": "object",
    "additionalProperties": {"type": "array", "items": {"type": ["number", "null"]}},
}
