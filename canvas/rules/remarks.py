"""What the rules say of single records and their fields, to stand beside them on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from canvas.domain.messages import Message
from canvas.rules.coherence import RULES, Finding, Severity

_TOLD_TOGETHER = frozenset(rule.code for rule in RULES if rule.told is not None)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is the matter with one record.

    Attributes:
        field: The field that mends it, "" for the record as a whole.
        severity: How much it weighs.
        sentence: What is the matter.
    """

    field: str
    severity: Severity
    sentence: Message


def remarks(found: Iterable[Finding]) -> Mapping[str, tuple[Remark, ...]]:
    """Return what is said of each record, by its id, in the order of the findings.

    Of records that are told together each is to be mended; of others only the first.
    """
    said: dict[str, tuple[Remark, ...]] = {}
    for finding in found:
        remark = Remark(finding.field, finding.severity, finding.sentence)
        together = finding.rule in _TOLD_TOGETHER
        # Ten thousand lines with the same faults share what is said of them.
        grown: dict[int, tuple[tuple[Remark, ...], tuple[Remark, ...]]] = {}
        for _, record in finding.records if together else finding.records[:1]:
            before = said.get(record, ())
            if id(before) not in grown:
                grown[id(before)] = before, (*before, remark)
            said[record] = grown[id(before)][1]
    return said
