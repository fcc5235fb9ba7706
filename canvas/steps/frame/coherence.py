"""What the rules of coherence measure by in this strategy, and what was accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.frame.rule_names import Limit, RuleCode

DEFAULTS: Mapping[Limit, float] = MappingProxyType(
    {
        Limit.COMPETITORS_LEAST: 3,
        Limit.COMPETITORS_MOST: 4,
        Limit.HIGH_PURPOSES_MOST: 3,
        Limit.KEY_INDICATORS: 3,
        Limit.SECONDARY_MISSIONS: 2,
        Limit.PERSONAS_MOST: 3,
        Limit.STRONG_NETWORKS_MOST: 3,
        Limit.REPLY_WANTED_HOURS: 2,
        Limit.REPLY_LIMIT_HOURS: 24,
        Limit.CHARTER_WORDS: 500,
        Limit.SCORED_INFLUENCERS: 10,
        Limit.DEFENSIVE_SHARE: 15,
        Limit.PROMOTION_SHARE: 20,
        Limit.THIRDS_POINTS: 10,
        Limit.ONE_TYPE_SHARE: 60,
        Limit.RESERVE_DAYS: 7,
        Limit.LASTING_WEEKS: 26,
    }
)
"""What the method says; a strategy may say otherwise, with its reason."""


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
        essential=True,
    )
    reason: str = fields.long_text(
        label=N_("Reason to accept it"),
        help=N_("Why you leave it so; those who read the strategy will see it."),
        example=N_("We are an online shop: 40% promotion is our trade."),
        max_chars=600,
        in_list=True,
        essential=True,
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
        essential=True,
    )
    value: float | None = fields.number(
        label=N_("Your limit"),
        help=N_("The figure that counts here; shares are in percent."),
        example="40",
        minimum=0,
        in_list=True,
        essential=True,
    )
    reason: str = fields.long_text(
        label=N_("Reason for it"),
        help=N_("Why the method’s figure does not suit you."),
        example=N_("An online shop lives on offers."),
        max_chars=600,
        in_list=True,
    )
