"""What the rules say beside the fields of a page, as its components read it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import findings
from canvas.rules.remarks import Remark, remarks
from canvas.steps import STEPS

KEPT = 32
"""Pages whose remarks stay in memory."""

_STEP_OF: Mapping[str, str] = {kind.key: step.key for step in STEPS for kind in step.records}

Remarks = Mapping[str, tuple[Remark, ...]]


@dataclass(slots=True)
class _Shelf:
    """The remarks on the records of a step, shared by all who look at the same snapshot."""

    _kept: OrderedDict[tuple[str, str], tuple[Strategy, Remarks]] = field(
        default_factory=OrderedDict
    )
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, strategy: Strategy, step: str) -> Remarks:
        """Return what the rules of a step say of each record."""
        key = strategy.id, step
        with self._lock:
            known = self._kept.get(key)
        if known is not None and known[0] is strategy:
            return known[1]
        said = remarks(findings(strategy, step).open)
        with self._lock:
            self._kept[key] = strategy, said
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return said


_SHELF = _Shelf()


def remark_data(record: Record, strategy: Strategy, tr: Translator) -> list[dict[str, Any]]:
    """Return what the rules of a record's own step say of it, the heaviest first."""
    step = _STEP_OF.get(type(record).key)
    said = _SHELF.of(strategy, step).get(record.id, ()) if step else ()
    return [
        {
            "field": remark.field,
            "severity": str(remark.severity),
            "label": tr.label(remark.severity),
            "sentence": tr(remark.sentence),
        }
        for remark in said
    ]
