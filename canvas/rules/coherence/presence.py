"""Whether those who reply are there on the days and at the hours that one is open (C78, C118)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Hit, Severity, Thresholds, hit
from canvas.rules.coherence.segments import SEGMENTS
from canvas.rules.opening_hours import DAY, longest_wait, opening, spans
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.plan.conversation import Availability
from canvas.steps.segments.service import ResponseTarget


def presences(strategy: Strategy, network: Network | None) -> list[tuple[int, int]]:
    """Return when somebody who replies on a network is there, in minutes from a Monday."""
    repliers = {
        person
        for role in strategy.of(NetworkRole)
        if role.network is network
        for person in role.repliers
        if strategy.linked(Person, person)
    }
    days = tuple(Weekday)
    return [
        span
        for slot in strategy.of(Availability)
        if slot.person in repliers
        for span in spans(
            [days.index(day) for day in slot.weekdays], slot.start_time, slot.end_time
        )
    ]


@SEGMENTS.rule(
    RuleCode.REPLY_OUTSIDE_HOURS,
    Severity.WARNING,
    "C78",
    ResponseTarget,
    NetworkRole,
    Availability,
    Person,
)
def reply_outside_hours(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """On each open day somebody replies, and nobody waits through more open hours than said."""
    for target in strategy.of(ResponseTarget):
        hours, there = opening(target.hours_open), presences(strategy, target.network)
        if hours is None or not there:
            continue
        lacking = hours.days - {day % 7 for a, b in there for day in range(a // DAY, b // DAY + 1)}
        wait = longest_wait(hours, there) / 60
        if lacking:
            yield hit(
                say(
                    N_("On {network} you are open and nobody replies on these days: {days}."),
                    network=target.network,
                    days=[say(tuple(Weekday)[day].label) for day in sorted(lacking)],
                ),
                target,
                field="hours_open",
            )
        elif target.max_h is not None and wait > target.max_h:
            yield hit(
                say(
                    N_(
                        "On {network} nobody is there for {wait} open hours in a row: you "
                        "promise an answer within {hours} h."
                    ),
                    network=target.network,
                    wait=round(wait, 1),
                    hours=target.max_h,
                ),
                target,
                field="max_h",
            )


RULES = (reply_outside_hours,)
