"""What the rules of coherence measure by in this strategy, and what was accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.domain.strategy import Strategy
from canvas.steps.common import MethodStep
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.reference import Sourced, lines, sources


@record(
    "accepted_finding",
    one=N_("Accepted finding"),
    many=N_("Accepted findings"),
    help=N_("What hangs loose on purpose, and why; the reason stays with the strategy."),
)
class AcceptedFinding(Record):
    """A finding that somebody answers for instead of mending it."""

    rule: RuleCode | None = fields.choice(
        RuleCode,
        label=N_("Rule"),
        help=N_("What the rule found."),
        in_list=True,
    )
    reason: str = fields.long_text(
        label=N_("Reason to accept it"),
        help=N_("Why you leave it so; those who read the strategy will see it."),
        example=N_("We are an online shop: 40% promotion is our trade."),
        max_chars=600,
        in_list=True,
    )
    records: tuple[str, ...] = fields.lines(
        label=N_("Lines concerned"),
        help=N_("Identifiers of what it is about; empty for whatever the rule finds."),
        max_items=400,
        max_chars=64,
    )
    accepted_by: str = fields.text(
        label=N_("Accepted by"), help=N_("Who answers for it."), max_chars=120, in_list=True
    )
    accepted_on: dt.date | None = fields.date(
        label=N_("Accepted on"), help=N_("The day when it was decided."), in_list=True
    )


@record(
    "rule_threshold",
    one=N_("Limit of your own"),
    many=N_("Limits of your own"),
    help=N_("Where a limit of the method does not suit you: yours, and why."),
)
class RuleThreshold(Record):
    """A limit that this strategy sets itself."""

    limit: Limit | None = fields.choice(
        Limit,
        label=N_("Limit of the method"),
        help=N_("Which limit you set yourself."),
        in_list=True,
    )
    value: float | None = fields.number(
        label=N_("Your limit"),
        help=N_("The figure that counts here; shares are in percent."),
        example="40",
        minimum=0,
        in_list=True,
    )
    reason: str = fields.long_text(
        label=N_("Reason for it"),
        help=N_("Why the method’s figure does not suit you."),
        example=N_("An online shop lives on offers."),
        max_chars=600,
        in_list=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodFigure(Sourced):
    """What the method says of a limit, before a strategy says otherwise.

    Attributes:
        limit: Which one.
        value: The figure; shares are in percent.
        step: The step that it is used in first of all.
    """

    limit: Limit
    value: float
    step: MethodStep


@cache
def method_figures() -> Mapping[Limit, MethodFigure]:
    """Return the figures of the method, in the order of the file."""
    return MappingProxyType(
        {
            (limit := Limit.of(line["limit"])): MethodFigure(
                limit=limit,
                value=float(line["value"]),
                step=MethodStep.of(line["step"]),
                source=sources()[line["source"]],
                date=line["date"],
            )
            for line in lines("figures")
        }
    )


def correction(own: Sequence[RuleThreshold], limit: Limit) -> RuleThreshold | None:
    """Return what a strategy says itself; where it says it twice, the last one counts."""
    return next(
        (one for one in reversed(own) if one.limit is limit and one.value is not None), None
    )


def figure(own: Sequence[RuleThreshold], limit: Limit) -> float:
    """Return the figure that counts: the strategy's own, else the method's."""
    said = correction(own, limit)
    if said is not None and said.value is not None:
        return said.value
    return method_figures()[limit].value


def figure_of(strategy: Strategy, limit: Limit) -> float:
    """Return the figure that counts in a strategy."""
    return figure(strategy.of(RuleThreshold), limit)
