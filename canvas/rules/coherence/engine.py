"""What the rules find in a strategy; only what an edit touched is computed again.

A snapshot shares the tuples of the record types that an edit did not touch, so a rule
whose types are the same objects as last time has nothing new to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from canvas.domain.messages import Message
from canvas.domain.records import Record
from canvas.domain.remembered import Columns, Remembered
from canvas.domain.strategy import RecordKey, Strategy
from canvas.rules.coherence.model import Finding, Hit, Rule, Severity, Thresholds
from canvas.steps import BY_KEY
from canvas.steps.frame.coherence import AcceptedFinding, RuleThreshold
from canvas.steps.frame.settings import Settings

_OUTSIDE: tuple[type[Record], ...] = (Settings, AcceptedFinding, RuleThreshold)
"""What does not begin a step: a strategy has its name from the start."""

Acceptances = tuple[AcceptedFinding, ...]

Hits = tuple[Hit | Record, ...]
"""What one rule said, before anything of it is accepted."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody answers for, with their reason."""

    finding: Finding
    by: AcceptedFinding


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the rules find.

    Attributes:
        open: What is still to be mended or accepted, the heaviest first, then step by step.
        accepted: What was accepted, with the reasons.
    """

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


@dataclass(slots=True)
class Reader:
    """Reads strategies by a set of rules and remembers what it read."""

    rules: tuple[Rule, ...]
    _hits: Remembered[Hits] = field(default_factory=Remembered)
    _found: Remembered[Findings] = field(default_factory=Remembered)
    _columns: Columns = field(default_factory=Columns)

    def findings(self, strategy: Strategy, step: str | None = None) -> Findings:
        """Return what the rules find; those whose records did not change are not asked again.

        Args:
            strategy: What to read.
            step: The step whose rules are asked, None for those of all.
        """
        rules = [rule for rule in self.rules if step in (None, rule.step)]
        begun = {key: has_begun(strategy, key) for key in {rule.step for rule in rules}}
        acceptances: dict[str, list[AcceptedFinding]] = {}
        for accepted in strategy.of(AcceptedFinding):
            if accepted.rule is not None and accepted.reason:
                acceptances.setdefault(accepted.rule, []).append(accepted)
        found = [
            self._read(rule, strategy, begun[rule.step], tuple(acceptances.get(rule.code, ())))
            for rule in rules
        ]
        order, steps = list(Severity), list(BY_KEY)
        opened = [finding for one in found for finding in one.open]
        return Findings(
            tuple(
                sorted(opened, key=lambda one: (order.index(one.severity), steps.index(one.step)))
            ),
            tuple(pair for one in found for pair in one.accepted),
        )

    def _read(
        self, rule: Rule, strategy: Strategy, begun: bool, acceptances: Acceptances
    ) -> Findings:
        """Return what one rule finds; to accept a finding does not ask the rule again."""
        thresholds = strategy.of(RuleThreshold)

        def asked() -> Hits:
            return tuple(rule.check(strategy, Thresholds(thresholds))) if begun else ()

        parts = (begun, thresholds, *(self._part(rule, strategy, kind) for kind in rule.needs))
        hits = self._hits.get(strategy.id, rule.code, parts, asked)
        return self._found.get(
            strategy.id,
            rule.code,
            (hits, *acceptances),
            lambda: _sorted_out(rule, hits, acceptances),
        )

    def _part(self, rule: Rule, strategy: Strategy, kind: type[Record]) -> object:
        fields = rule.reads.get(kind) if rule.reads else None
        return self._columns.of(strategy, kind, fields) if fields else strategy.of(kind)


def has_begun(strategy: Strategy, step: str) -> bool:
    """Return whether anything was written in a step."""
    return any(
        not record.is_blank()
        for kind in BY_KEY[step].records
        if kind not in _OUTSIDE
        for record in strategy.of(kind)
    )


def _sorted_out(rule: Rule, hits: Sequence[Hit | Record], acceptances: Acceptances) -> Findings:
    """Return hits as findings, those that were accepted apart."""
    # A group gives records and nothing else, ten thousand of them on a long calendar.
    records = cast("Sequence[Record]", hits if rule.told else ())
    loose = cast("Sequence[Hit]", () if rule.told else hits)
    opened: list[Finding] = []
    accepted: list[Accepted] = []
    for one in loose:
        finding = _finding(rule, one)
        by = next((a for a in acceptances if _covers(a, one.records)), None)
        if by is None:
            opened.append(finding)
        else:
            accepted.append(Accepted(finding, by))
    if records and rule.told:
        by_id: dict[str, list[Record]] = {}
        for record in records if acceptances else ():
            key = ((record.key, record.id),)
            by = next((a for a in acceptances if _covers(a, key)), None)
            by_id.setdefault(by.id if by else "", []).append(record)
        left = by_id.get("", ()) if acceptances else records
        if left:
            opened.append(_finding(rule, _together(rule, left, rule.told(left))))
        for by in acceptances:
            if covered := by_id.get(by.id):
                told = _together(rule, covered, rule.told(covered))
                accepted.append(Accepted(_finding(rule, told), by))
    return Findings(tuple(opened), tuple(accepted))


def _covers(by: AcceptedFinding, records: tuple[RecordKey, ...]) -> bool:
    """Return whether an acceptance speaks of these records; one without any of all."""
    return not by.records or (bool(records) and all(id in by.records for _, id in records))


def _together(rule: Rule, records: Sequence[Record], sentence: Message) -> Hit:
    keys = zip([record.key for record in records], [record.id for record in records], strict=True)
    return Hit(sentence, tuple(keys), rule.field)


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(
        rule.code,
        rule.severity,
        hit.sentence,
        hit.records,
        hit.field,
        rule.step,
        rule.capability,
        rule.source,
    )
