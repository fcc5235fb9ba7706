"""What the rules say beside the fields of a page, as its components read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import findings
from canvas.rules.remarks import Remark, remarks
from canvas.steps import STEPS
from canvas.ui.kept import Kept

_STEP_OF: Mapping[str, str] = {kind.key: step.key for step in STEPS for kind in step.records}


def _of_step(strategy: Strategy, step: str) -> Mapping[str, tuple[Remark, ...]]:
    return remarks(findings(strategy, step).open)


_REMARKS = Kept(_of_step)


def remark_data(record: Record, strategy: Strategy, tr: Translator) -> list[dict[str, Any]]:
    """Return what the rules of a record's own step say of it, the heaviest first."""
    step = _STEP_OF.get(type(record).key)
    said = _REMARKS.of(strategy, step).get(record.id, ()) if step else ()
    return [
        {
            "field": remark.field,
            "severity": str(remark.severity),
            "label": tr.label(remark.severity),
            "sentence": tr(remark.sentence),
        }
        for remark in said
    ]
