"""The smallest strategies that break each rule and that do not, a module for each of theirs."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.records import Record
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import RuleCode

NORA = Person(id="nora", name="Nora")


@dataclass(frozen=True)
class Case:
    """One rule, broken and kept.

    Attributes:
        code: The rule.
        broken: The smallest strategy that breaks it, once.
        kept: The smallest that does not.
        records: Ids that the finding is about, in its order.
        names: What its sentence says in English and in French.
    """

    code: RuleCode
    broken: tuple[Record, ...]
    kept: tuple[Record, ...]
    records: tuple[str, ...]
    names: tuple[str, ...] = ()
