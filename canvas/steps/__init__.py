"""The steps of the method, in their order."""

from __future__ import annotations

from types import MappingProxyType

from canvas.domain.records import Record
from canvas.domain.step import Step
from canvas.steps import (
    attitudes,
    audit,
    competitors,
    frame,
    measure,
    networks,
    objectives,
    personas,
    plan,
    resources,
    segments,
)

STEPS: tuple[Step, ...] = (
    frame.STEP,
    audit.STEP,
    objectives.STEP,
    personas.STEP,
    segments.STEP,
    attitudes.STEP,
    competitors.STEP,
    networks.STEP,
    plan.STEP,
    resources.STEP,
    measure.STEP,
)

BY_KEY = MappingProxyType({step.key: step for step in STEPS})

RECORD_TYPES: MappingProxyType[str, type[Record]] = MappingProxyType(
    {record.key: record for step in STEPS for record in step.records}
)

STEP_OF = MappingProxyType({record.key: step for step in STEPS for record in step.records})
"""The step that each record type is written in, by the type's key."""
