"""What to call a record in a list, a link, the history or the workbook."""

from __future__ import annotations

from functools import lru_cache

from canvas.domain.kinds import Field
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import RECORD_TYPES

LONGEST = 80
"""Characters of a name; the rest is cut."""


def record_title(record: Record, strategy: Strategy, tr: Translator) -> str:
    """Return what to call `record`: its first text, or its first two columns in words."""
    columns = _columns(type(record).key)
    first = columns[0]
    if first.kind in ("text", "url") and getattr(record, first.name):
        return str(getattr(record, first.name)).split("\n", 1)[0][:LONGEST]
    words = (_words(record, field, strategy, tr) for field in columns)
    named = [word for word in words if word][:2]
    return " · ".join(named)[:LONGEST] or tr(type(record).one)


@lru_cache(maxsize=256)
def _columns(type_key: str) -> tuple[Field, ...]:
    fields = RECORD_TYPES[type_key].fields()
    return tuple(field for field in fields if field.in_list) or fields


def _words(record: Record, field: Field, strategy: Strategy, tr: Translator) -> str:
    value = getattr(record, field.name)
    if value in (None, "", (), False) or field.kind in ("flag", "rating", "number"):
        return ""
    if field.kind == "link":
        target = strategy.find(value)
        return target.title if target else ""
    if field.kind == "links":
        found = (strategy.find(record_id) for record_id in value)
        return tr.value([target.title for target in found if target])
    if field.kind in ("money", "share"):
        return ""
    return tr.value(value)
