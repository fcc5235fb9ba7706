"""Figures of the method corrected for one strategy, and put back (C155)."""

from __future__ import annotations

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy
from canvas.steps.frame.coherence import RuleThreshold, correction
from canvas.steps.frame.rule_names import Limit


def correcting(strategy: Strategy, limit: Limit, value: float, reason: str) -> list[Edit]:
    """Return the edits that set a strategy's own figure, with its reason."""
    own = strategy.of(RuleThreshold)
    raw: dict[str, Json] = {"limit": str(limit), "value": value, "reason": reason}
    known = correction(own, limit)
    if known is None:
        position = max((one.position for one in own), default=0.0) + 1
        return creation(RuleThreshold.key, new_id(), raw, position)
    return [
        Edit(RuleThreshold.key, known.id, name, before, raw[name])
        for name, before in (("value", known.value), ("reason", known.reason or None))
        if before != raw[name]
    ]


def putting_back(strategy: Strategy, limit: Limit) -> list[Edit]:
    """Return the edits after which the method's figure counts again."""
    return [
        Edit(RuleThreshold.key, one.id, EXISTS, True, None)
        for one in strategy.of(RuleThreshold)
        if one.limit is limit
    ]
