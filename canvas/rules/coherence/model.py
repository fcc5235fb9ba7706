"""What a rule of coherence is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import Record
from canvas.domain.story import Said
from canvas.domain.strategy import RecordKey, Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.frame.coherence import RuleThreshold, figure
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.plan.telling import account_label
from canvas.steps.wording import shorten

R = TypeVar("R", bound=Record)


class Severity(Choice):
    """How much a finding weighs, the heaviest first."""

    ERROR = "error", N_("Contradiction"), N_("The strategy cannot work as it is written.")
    WARNING = "warning", N_("To be looked at"), N_("Likely to cost you time or results.")
    HINT = "hint", N_("Suggestion"), N_("It would be better otherwise.")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The figures that the rules measure by: the method's, or the strategy's own."""

    own: tuple[RuleThreshold, ...] = ()

    def __getitem__(self, limit: Limit) -> float:
        """Return the figure that counts."""
        return figure(self.own, limit)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found, once.

    Attributes:
        sentence: What is the matter, naming the records concerned.
        records: Those records, the one to mend first; none where it is about everything.
        field: The field of the first one that mends it, "" for none in particular.
    """

    sentence: Message
    records: tuple[RecordKey, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must hold.

    Attributes:
        code: Its name.
        severity: How much it weighs where it does not hold.
        capability: The capability behind it, as “C49”.
        source: The article behind it.
        step: Key of the step that it speaks on, once that step has begun.
        needs: The record types that it reads, and no others.
        check: What it finds: hits, or the records of a group that is told as one.
        told: The sentence about a group; None where each hit has its own.
        field: The field that mends each record of a group.
        reads: For types of many records, the only fields that it reads of them; its hits
            hold no record of these.  None where it reads whole records.
    """

    code: RuleCode
    severity: Severity
    capability: str
    source: str
    step: str
    needs: tuple[type[Record], ...]
    check: Callable[[Strategy, Thresholds], Iterable[Hit | Record]]
    told: Callable[[Sequence[Record]], Message] | None = None
    field: str = ""
    reads: Mapping[type[Record], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What hangs loose or contradicts.

    Attributes:
        rule: Code of the rule.
        severity: How much it weighs.
        sentence: What is the matter.
        records: Types and ids concerned, the one to mend first.
        field: The field that mends it, "" for none in particular.
        step: Key of the step that it is shown on.
        capability: The capability behind it.
        source: The article behind it.
    """

    rule: RuleCode
    severity: Severity
    sentence: Message
    records: tuple[RecordKey, ...]
    field: str
    step: str
    capability: str
    source: str


Check = Callable[[Strategy, Thresholds], Iterator[Hit]]
Search = Callable[[Strategy, Thresholds], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Declares the rules of one step as decorators of their functions."""

    step: str

    def rule(
        self,
        code: RuleCode,
        severity: Severity,
        capability: str,
        *needs: type[Record],
        source: str = "000",
        reads: Mapping[type[Record], tuple[str, ...]] | None = None,
    ) -> Callable[[Check], Rule]:
        """Declare a rule whose hits each have a sentence of their own."""

        def declared(check: Check) -> Rule:
            return Rule(code, severity, capability, source, self.step, needs, check, reads=reads)

        return declared

    def group(
        self,
        code: RuleCode,
        severity: Severity,
        capability: str,
        *needs: type[Record],
        told: Callable[[Sequence[Record]], Message],
        field: str = "",
        source: str = "000",
    ) -> Callable[[Search], Rule]:
        """Declare a rule whose records are told together, however many they are."""

        def declared(search: Search) -> Rule:
            return Rule(code, severity, capability, source, self.step, needs, search, told, field)

        return declared


def hit(sentence: Message, *records: Record, field: str = "") -> Hit:
    """Return what a rule found about these records."""
    return Hit(sentence, tuple((record.key, record.id) for record in records), field)


def titled(strategy: Strategy, record_type: type[R]) -> Iterator[R]:
    """Yield the records of a type that say what they are: an empty line breaks no rule."""
    return (record for record in strategy.of(record_type) if record.title)


def name(record: Record) -> Message:
    """Return how a sentence names a record."""
    return quoted(record.title) if record.title else say(record.one)


def quoted(text: str) -> Message:
    """Return a text of the user's inside a sentence."""
    return say(N_("“{text}”"), text=shorten(text, 60))


def account_name(strategy: Strategy, account: Account) -> Said:
    """Return an account's network and handle."""
    return account_label(strategy, account.id)
