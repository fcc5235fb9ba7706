"""Which limits stand behind a finding; how a strategy sets one itself and puts it back (C155)."""

from __future__ import annotations

from dataclasses import dataclass, field

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy
from canvas.rules.coherence import RULES
from canvas.rules.coherence.model import Thresholds
from canvas.steps.frame.coherence import RuleThreshold, correction
from canvas.steps.frame.rule_names import Limit, RuleCode

_BY_CODE = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class _Noting(Thresholds):
    """The figures that the rules measure by, noting which of them were asked for."""

    asked: dict[Limit, None] = field(default_factory=dict)

    def __getitem__(self, limit: Limit) -> float:
        self.asked[limit] = None
        return Thresholds.__getitem__(self, limit)


def limits_behind(strategy: Strategy, code: RuleCode) -> tuple[Limit, ...]:
    """Return the limits that a rule asked for until it found something.

    The rule is run as far as its first hit, so that no list of them can go out of date.
    """
    noting = _Noting(strategy.of(RuleThreshold))
    next(iter(_BY_CODE[code].check(strategy, noting)), None)
    return tuple(noting.asked)


def limit_set(strategy: Strategy, limit: Limit, value: float, reason: str) -> list[Edit]:
    """Return the edits by which a strategy sets a limit itself, or sets it anew."""
    known = correction(strategy.of(RuleThreshold), limit)
    if known is None:
        raw: dict[str, Json] = {"limit": str(limit), "value": value, "reason": reason or None}
        position = strategy.next_position(RuleThreshold)
        return creation(RuleThreshold.key, new_id(), raw, position)
    wanted = {"value": (known.value, value), "reason": (known.reason or None, reason or None)}
    return [
        Edit(RuleThreshold.key, known.id, name, base, new)
        for name, (base, new) in wanted.items()
        if base != new
    ]


def limit_put_back(strategy: Strategy, limit: Limit) -> list[Edit]:
    """Return the edits after which the method's figure counts again."""
    return [
        Edit(RuleThreshold.key, one.id, EXISTS, True, None)
        for one in strategy.of(RuleThreshold)
        if one.limit is limit
    ]
