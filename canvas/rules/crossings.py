"""What the crossings of the SWOT become in the later steps (C30)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.steps.audit.swot import Outcome
from canvas.steps.frame.year import Experiment
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action

BECOMES: Mapping[Outcome, type[Record]] = MappingProxyType(
    {Outcome.OBJECTIVE: Objective, Outcome.ACTION: Action, Outcome.EXPERIMENT: Experiment}
)
"""What is made of a crossing, by its outcome; each has a `title` and a `source_crossing`."""


def made_from_crossings(strategy: Strategy) -> dict[str, list[Record]]:
    """Return what was made of each crossing and is still there, by the crossing's id."""
    found: dict[str, list[Record]] = {}
    for record_type in BECOMES.values():
        for record in strategy.of(record_type):
            source = str(getattr(record, "source_crossing"))  # noqa: B009 - no common base
            if source:
                found.setdefault(source, []).append(record)
    return found
