"""What hangs loose in a strategy, and what contradicts: one small function a rule."""

from __future__ import annotations

from canvas.domain.strategy import Strategy
from canvas.rules.coherence import (
    attitudes,
    audit,
    competitors,
    frame,
    lines,
    measure,
    networks,
    objectives,
    personas,
    plan,
    resources,
    segments,
)
from canvas.rules.coherence.engine import Accepted, Findings, Reader
from canvas.rules.coherence.model import Finding, Rule, Severity

__all__ = ["RULES", "Accepted", "Finding", "Findings", "Reader", "Rule", "Severity", "findings"]

RULES: tuple[Rule, ...] = (
    *frame.RULES,
    *audit.RULES,
    *objectives.RULES,
    *personas.RULES,
    *segments.RULES,
    *attitudes.RULES,
    *competitors.RULES,
    *networks.RULES,
    *lines.RULES,
    *plan.RULES,
    *resources.RULES,
    *measure.RULES,
)

_READER = Reader(RULES)


def findings(strategy: Strategy, step: str | None = None) -> Findings:
    """Return what the rules of a step find, or of all steps; shared by all who look at it."""
    return _READER.findings(strategy, step)
