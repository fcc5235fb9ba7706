"""A figure of the method that a strategy had corrected, put back (C155)."""

from __future__ import annotations

from canvas.domain.changes import Edit
from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy
from canvas.steps.frame.coherence import RuleThreshold
from canvas.steps.frame.rule_names import Limit


def putting_back(strategy: Strategy, limit: Limit) -> list[Edit]:
    """Return the edits after which the method's figure counts again."""
    return [
        Edit(RuleThreshold.key, one.id, EXISTS, True, None)
        for one in strategy.of(RuleThreshold)
        if one.limit is limit
    ]
