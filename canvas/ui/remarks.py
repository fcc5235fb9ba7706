"""What the rules say beside the fields of a page, as its components read it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from canvas.domain.records import Record
from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import findings
from canvas.rules.remarks import Remark, remarks
from canvas.steps import STEP_OF

_REMARKS: Remembered[Mapping[str, tuple[Remark, ...]]] = Remembered()


def remark_data(
    record: Record, strategy: Strategy, tr: Translator, fields: Container[str] | None = None
) -> list[dict[str, Any]]:
    """Return what the rules of a record's own step say of it, the heaviest first.

    Args:
        record: The record.
        strategy: Where it is.
        tr: The reader's language.
        fields: Names of those that a short form shows, None for all: a short form marks
            what it asks for, and leaves the rest to the page's list.
    """
    step = STEP_OF[record.key].key
    found = _REMARKS.of(strategy, lambda: _of_step(strategy, step), step)
    said = found.get(record.id, ())
    if fields is not None:
        said = tuple(remark for remark in said if remark.field in fields)
    return [
        {
            "field": remark.field,
            "severity": str(remark.severity),
            "label": tr.label(remark.severity),
            "sentence": tr(remark.sentence),
        }
        for remark in said
    ]


def _of_step(strategy: Strategy, step: str) -> Mapping[str, tuple[Remark, ...]]:
    return remarks(findings(strategy, step).open)
