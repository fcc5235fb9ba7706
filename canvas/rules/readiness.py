"""How far each step is: decisions made, and what the rules still say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.rules.coherence import Severity, findings
from canvas.rules.coherence.engine import has_begun
from canvas.steps import STEPS


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a step is.

    Attributes:
        step: Which one.
        made: Decisions made.
        total: Decisions to make.
        begun: Whether anything was written in it.
        open: What the rules find, by how much it weighs; nothing before the step has begun.
    """

    step: Step
    made: int
    total: int
    begun: bool
    open: Mapping[Severity, int]


def readiness(strategy: Strategy) -> tuple[Readiness, ...]:
    """Return how far all steps are, in their order."""
    counts: dict[str, Counter[Severity]] = {step.key: Counter() for step in STEPS}
    for finding in findings(strategy).open:
        counts[finding.step][finding.severity] += 1
    found = []
    for step in STEPS:
        made, total = step.progress(strategy)
        weighed = MappingProxyType({weight: counts[step.key][weight] for weight in Severity})
        found.append(Readiness(step, made, total, has_begun(strategy, step.key), weighed))
    return tuple(found)
