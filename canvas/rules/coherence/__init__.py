"""What hangs loose in a strategy, and what contradicts: one small function a rule."""

from __future__ import annotations

from canvas.domain.strategy import Strategy
from canvas.rules.coherence import (
    attitudes,
    audit,
    competitors,
    content,
    frame,
    lines,
    lists,
    measure,
    networks,
    objectives,
    personas,
    plan,
    presence,
    promises,
    resources,
    segments,
    voice,
)
from canvas.rules.coherence.engine import Accepted, Findings, Reader
from canvas.rules.coherence.model import Finding, Rule, Severity

__all__ = ["RULES", "Accepted", "Finding", "Findings", "Reader", "Rule", "Severity", "findings"]

RULES: tuple[Rule, ...] = (
    *frame.RULES,
    *audit.RULES,
    *objectives.RULES,
    *promises.RULES,
    *personas.RULES,
    *segments.RULES,
    *presence.RULES,
    *attitudes.RULES,
    *competitors.RULES,
    *networks.RULES,
    *voice.RULES,
    *lines.RULES,
    *plan.RULES,
    *content.RULES,
    *resources.RULES,
    *measure.RULES,
    *lists.RULES,
)

_READER = Reader(RULES)


def findings(strategy: Strategy, step: str | None = None) -> Findings:
    """Return what the rules of a step find, or of all steps; shared by all who look at it."""
    return _READER.findings(strategy, step)
