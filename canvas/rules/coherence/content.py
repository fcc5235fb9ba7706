"""Whether profiles have content of their own, at good times, by people who know how (C103–C123)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.lines import PLAN, planned
from canvas.rules.coherence.model import (
    Hit,
    Severity,
    Thresholds,
    account_name,
    hit,
    name,
    titled,
)
from canvas.rules.coherence.networks import front, networks_of
from canvas.rules.coherence.plan import FEW
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network, Progress, Weekday
from canvas.steps.competitors.watching import Tool, ToolState
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.measure.readings import PostMetric
from canvas.steps.networks.matrix import NetworkOption
from canvas.steps.plan.actions import Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import TimeSource
from canvas.steps.plan.content import ContentMission, ContentType
from canvas.steps.plan.rhythm import BestTime

GOOD = 3
"""Strength of a slot from which it is worth writing for."""


@PLAN.rule(
    RuleCode.ACCOUNT_WITHOUT_CONTENT,
    Severity.WARNING,
    "C103",
    NetworkOption,
    Account,
    ContentMission,
)
def account_without_content(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each profile on which the effort goes has its line in the content matrix, once begun."""
    where = networks_of(strategy)
    served = {where.get(one.account) for one in strategy.of(ContentMission)} - {None}
    for option in front(strategy) if served else ():
        if option.network in where.values() and option.network not in served:
            yield hit(
                say(N_("The content matrix has no line for {network}."), network=option.called),
                option,
            )


@PLAN.rule(
    RuleCode.CONTENT_MISSION_VAGUE, Severity.WARNING, "C103", ContentMission, Account, ContentType
)
def content_mission_vague(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A content mission is that of an account, and says what kinds of content carry it."""
    for mission in titled(strategy, ContentMission):
        account = strategy.linked(Account, mission.account)
        if account is None or not strategy.linked_all(ContentType, mission.content_types):
            yield hit(
                say(N_("{mission} has no account or no kind of content."), mission=name(mission)),
                mission,
                field="content_types" if account else "account",
            )


@PLAN.rule(RuleCode.CONTENT_SHARES, Severity.ERROR, "C103", ContentMission, Account)
def content_shares(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The missions of one account share no more than all of its posts."""
    for account in strategy.of(Account):
        given = [
            one for one in strategy.of(ContentMission) if one.account == account.id and one.share
        ]
        total = sum(one.share or 0 for one in given)
        if total > 1.001:
            yield hit(
                say(
                    N_("The content missions of {account} make {total} of its posts."),
                    account=account_name(strategy, account),
                    total=Share(total),
                ),
                *given,
                field="share",
            )


@PLAN.rule(RuleCode.SLOT_OF_HEARSAY, Severity.HINT, "C106", BestTime, PostMetric)
def slot_of_hearsay(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Once enough of your own posts were read, they say when your readers are there."""
    read = Counter(figures.network for figures in strategy.of(PostMetric))
    enough = limits[Limit.OWN_POSTS]
    for slot in titled(strategy, BestTime):
        if (
            slot.source is TimeSource.RULE_OF_THUMB
            and slot.network
            and (read[slot.network] >= enough)
        ):
            yield hit(
                say_count(
                    "{slot} on {network} is a rule of thumb: {n} post of yours was read by now.",
                    "{slot} on {network} is a rule of thumb: {n} posts of yours were read by now.",
                    read[slot.network],
                    slot=name(slot),
                    network=slot.network,
                ),
                slot,
                field="source",
            )


_Hours = list[tuple[dt.time, dt.time]]


def _good_hours(strategy: Strategy) -> dict[Network, dict[int, _Hours]]:
    """Return the good slots by network and by number of the weekday."""
    found: dict[Network, dict[int, _Hours]] = {}
    days = tuple(Weekday)
    for slot in strategy.of(BestTime):
        if slot.network and slot.weekdays and (slot.weight is None or slot.weight >= GOOD):
            hours = (slot.start_time or dt.time.min, slot.end_time or dt.time.max)
            for day in slot.weekdays:
                found.setdefault(slot.network, {}).setdefault(days.index(day), []).append(hours)
    return found


@PLAN.rule(
    RuleCode.LINES_OUTSIDE_SLOTS,
    Severity.HINT,
    "C106",
    Post,
    BestTime,
    reads={Post: ("network", "date", "time")},
)
def lines_outside_slots(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Most lines go out when readers are there, on networks where one knows when that is."""
    good = _good_hours(strategy)
    inside: Counter[Network] = Counter()
    outside: dict[Network, list[Post]] = {network: [] for network in good}
    for post in planned(strategy) if good else ():
        if post.network in good and post.time and post.date:
            hours = good[post.network].get(post.date.weekday(), ())
            if any(start <= post.time <= end for start, end in hours):
                inside[post.network] += 1
            else:
                outside[post.network].append(post)
    least = limits[Limit.SLOT_SHARE] / 100
    for network, lines in outside.items():
        total = inside[network] + len(lines)
        if total >= FEW and inside[network] / total < least:
            yield hit(
                say(
                    N_(
                        "On {network}, {share} of the lines go out at your best times: "
                        "aim at {least}."
                    ),
                    network=network,
                    share=Share(inside[network] / total),
                    least=Share(least),
                ),
                *lines,
                field="time",
            )


_SETTLED = (Progress.DONE, Progress.DROPPED)


@PLAN.rule(RuleCode.TRAINING_UNPLANNED, Severity.WARNING, "C123", Training, Person)
def training_unplanned(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What is to be learnt is learnt by somebody, on a day."""
    for training in titled(strategy, Training):
        person = strategy.linked(Person, training.person)
        if training.status not in _SETTLED and (person is None or training.date is None):
            yield hit(
                say(N_("Who learns this, and when? {topic}"), topic=name(training)),
                training,
                field="date" if person else "person",
            )


@PLAN.rule(RuleCode.TOOL_WITHOUT_TRAINING, Severity.WARNING, "C123", Tool, Training)
def tool_without_training(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who needs to learn a tool in use has a day to do it."""
    planned_for = {one.tool for one in strategy.of(Training) if one.status is not Progress.DROPPED}
    for tool in titled(strategy, Tool):
        used = tool.state in (ToolState.USED, ToolState.ON_TRIAL)
        if used and tool.training_needed and tool.id not in planned_for:
            yield hit(
                say(N_("{tool} has to be learnt and no training is planned."), tool=name(tool)),
                tool,
                field="training_needed",
            )


RULES = (
    account_without_content,
    content_mission_vague,
    content_shares,
    slot_of_hearsay,
    lines_outside_slots,
    training_unplanned,
    tool_without_training,
)
