"""What the rules find in a strategy; only what an edit touched is computed again.

A snapshot shares the tuples of the record types that an edit did not touch, so a rule
whose types are the same objects as last time has nothing new to say.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from canvas.domain.messages import Message
from canvas.domain.records import Record
from canvas.domain.strategy import RecordKey, Strategy
from canvas.rules.coherence.model import Finding, Hit, Rule, Severity, Thresholds
from canvas.steps import BY_KEY
from canvas.steps.frame.coherence import AcceptedFinding, RuleThreshold
from canvas.steps.frame.settings import Settings

KEPT = 64
"""Strategies whose findings stay in memory."""

_OUTSIDE: tuple[type[Record], ...] = (Settings, AcceptedFinding, RuleThreshold)
"""What does not begin a step: a strategy has its name from the start."""

Acceptances = tuple[AcceptedFinding, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody answers for, with their reason."""

    finding: Finding
    by: AcceptedFinding


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the rules find.

    Attributes:
        open: What is still to be mended or accepted, the heaviest first.
        accepted: What was accepted, with the reasons.
    """

    open: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


@dataclass(slots=True)
class _Kept:
    """What one rule said last time, and of what."""

    parts: tuple[object, ...]
    hits: tuple[Hit | Record, ...]
    acceptances: Acceptances
    findings: Findings


@dataclass(slots=True)
class Reader:
    """Reads strategies by a set of rules and remembers what it read."""

    rules: tuple[Rule, ...]
    _kept: OrderedDict[str, dict[str, _Kept]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def findings(self, strategy: Strategy, step: str | None = None) -> Findings:
        """Return what the rules find; those whose records did not change are not asked again.

        Args:
            strategy: What to read.
            step: The step whose rules are asked, None for those of all.
        """
        with self._lock:
            before = dict(self._kept.get(strategy.id, {}))
        rules = [rule for rule in self.rules if step in (None, rule.step)]
        thresholds = strategy.of(RuleThreshold)
        begun = {key: has_begun(strategy, key) for key in {rule.step for rule in rules}}
        acceptances: dict[str, list[AcceptedFinding]] = {}
        for accepted in strategy.of(AcceptedFinding):
            if accepted.rule is not None and accepted.reason:
                acceptances.setdefault(accepted.rule, []).append(accepted)
        after = {
            str(rule.code): _read(
                rule,
                strategy,
                (begun[rule.step], thresholds, *(strategy.of(kind) for kind in rule.needs)),
                tuple(acceptances.get(rule.code, ())),
                before.get(str(rule.code)),
            )
            for rule in rules
        }
        with self._lock:
            self._kept[strategy.id] = before | after
            self._kept.move_to_end(strategy.id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        order = list(Severity)
        found = [finding for kept in after.values() for finding in kept.findings.open]
        return Findings(
            tuple(sorted(found, key=lambda finding: order.index(finding.severity))),
            tuple(pair for kept in after.values() for pair in kept.findings.accepted),
        )


def has_begun(strategy: Strategy, step: str) -> bool:
    """Return whether anything was written in a step."""
    return any(
        not record.is_blank()
        for kind in BY_KEY[step].records
        if kind not in _OUTSIDE
        for record in strategy.of(kind)
    )


def _read(
    rule: Rule,
    strategy: Strategy,
    parts: tuple[object, ...],
    acceptances: Acceptances,
    before: _Kept | None,
) -> _Kept:
    if before and all(a is b for a, b in zip(before.parts, parts, strict=True)):
        if before.acceptances == acceptances:
            return before
        hits = before.hits
    else:
        begun = bool(parts[0])
        limits = Thresholds(strategy.of(RuleThreshold))
        hits = tuple(rule.check(strategy, limits)) if begun else ()
    return _Kept(parts, hits, acceptances, _sorted_out(rule, hits, acceptances))


def _sorted_out(rule: Rule, hits: Sequence[Hit | Record], acceptances: Acceptances) -> Findings:
    """Return hits as findings, those that were accepted apart."""
    records = [hit for hit in hits if isinstance(hit, Record)]
    loose = [hit for hit in hits if isinstance(hit, Hit)]
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
        left = by_id.get("", []) if acceptances else records
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
    return Hit(sentence, tuple((record.key, record.id) for record in records), rule.field)


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
