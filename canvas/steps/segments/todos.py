"""What must be decided on segments (C154), and what it comes down to."""

from __future__ import annotations

import math

from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.groups import Group, TechnographicGroup
from canvas.steps.segments.ladder import targets
from canvas.steps.segments.segment import Segment
from canvas.steps.segments.service import MAXIMUM_HOURS, ResponseTarget, ServiceRule
from canvas.steps.wording import shorten


def slowest_limit(strategy: Strategy) -> float | None:
    """Return the longest time that a message may wait on any network, in hours."""
    limits = [t.max_h for t in strategy.of(ResponseTarget) if t.network and t.max_h is not None]
    return max(limits, default=None)


def decision(strategy: Strategy) -> Message | None:
    """Return whom the effort goes to first, once two targets have their priority."""
    first = [target for target in targets(strategy) if target.priority][:2]
    if len(first) < 2:
        return None
    hours = slowest_limit(strategy)
    names = {"first": shorten(first[0].name, 70), "second": shorten(first[1].name, 70)}
    if hours is None:
        return say(N_("We concentrate on “{first}”, then on “{second}”."), **names)
    return say(
        N_(
            "We concentrate on “{first}”, then on “{second}”, and answer everybody "
            "within {hours} h."
        ),
        hours=hours,
        **names,
    )


def _segments_missing(strategy: Strategy) -> Message | None:
    found = [segment for segment in strategy.of(Segment) if segment.name]
    if not found:
        return say(N_("No segment is described yet."))
    for segment in found:
        if segment.temperature is None:
            return say(N_("“{segment}”: prospects or clients?"), segment=segment.name)
        if segment.priority is None:
            return say(N_("“{segment}” has no priority yet."), segment=segment.name)
        if not segment.approach:
            return say(N_("“{segment}” has no approach yet."), segment=segment.name)
    if not any(segment.priority is Priority.HIGH for segment in found):
        return say(N_("No segment has a high priority yet: choose where to start."))
    if len(found) > 1 and all(segment.priority is Priority.HIGH for segment in found):
        return say(N_("All segments have a high priority: choose which one can wait."))
    return None


def _audiences_missing(strategy: Strategy) -> Message | None:
    found = [audience for audience in strategy.of(Audience) if audience.name]
    if not found:
        return say(N_("No influential audience is listed yet."))
    for audience in found:
        if not audience.what_we_give:
            return say(
                N_("What you give to “{audience}” is not written yet."), audience=audience.name
            )
    return None


def _groups_missing(strategy: Strategy) -> Message | None:
    found = {line.group: line for line in strategy.of(TechnographicGroup) if line.group}
    for group in Group:
        if group not in found or found[group].share is None:
            return say(N_("The part of this group is not estimated yet: {group}."), group=group)
    total = math.fsum(line.share or 0 for line in found.values())
    if abs(total - 1) > 0.005:
        return say(N_("The six groups make {total} and not 100%."), total=Share(total))
    if not any(line.tactic for line in found.values()):
        return say(N_("No group has a tactic yet."))
    return None


def _service_missing(strategy: Strategy) -> Message | None:
    hours = slowest_limit(strategy)
    if hours is None:
        return say(N_("No response time is set yet."))
    if hours > MAXIMUM_HOURS:
        return say(
            N_("A message may wait {hours} h: come down to {limit} h at most."),
            hours=hours,
            limit=MAXIMUM_HOURS,
        )
    rules = [rule for rule in strategy.of(ServiceRule) if rule.message_type]
    if not rules:
        return say(N_("Who answers which message is not written yet."))
    for rule in rules:
        if not rule.responder:
            return say(
                N_("Nobody answers this kind of message yet: {kind}."), kind=rule.message_type
            )
        if not rule.template_text:
            return say(N_("No ready answer yet for this kind: {kind}."), kind=rule.message_type)
    if not any(rule.alert_to for rule in rules):
        return say(N_("Nobody is to be told yet when a message is serious."))
    return None


TODOS = (
    ToDo(
        key="segments",
        text=N_("Split your personas into segments, and put them in order"),
        missing=_segments_missing,
        view="segments",
    ),
    ToDo(
        key="audiences",
        text=N_("Say what you give to those who influence your clients"),
        missing=_audiences_missing,
        view="audiences",
    ),
    ToDo(
        key="groups",
        text=N_("Estimate the six groups, and choose a tactic"),
        missing=_groups_missing,
        view="groups",
    ),
    ToDo(
        key="service",
        text=N_("Make sure that messages are answered within a day"),
        missing=_service_missing,
        view="service",
    ),
)
