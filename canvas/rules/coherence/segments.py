"""Whether the people aimed at come in the right order, and get an answer (C70–C79)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Share, say
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.common import Network, Priority
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.personas.persona import Persona
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.groups import TechnographicGroup
from canvas.steps.segments.segment import Segment, SegmentNetwork, Temperature
from canvas.steps.segments.service import ResponseTarget, ServiceRule

SEGMENTS = Chapter("segments")

ONE_WAY = (Network.WEBSITE, Network.BLOG, Network.NEWSLETTER, Network.PODCAST)
"""Where nobody waits for a reply in public."""

_ORDER = list(Priority)


@SEGMENTS.rule(RuleCode.HOT_BELOW_COLD, Severity.WARNING, "C72", Segment)
def hot_below_cold(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who is about to buy comes before who does not know you."""
    ranked = [segment for segment in titled(strategy, Segment) if segment.priority]
    hot = [segment for segment in ranked if segment.temperature is Temperature.HOT]
    cold = [segment for segment in ranked if segment.temperature is Temperature.COLD]
    for near in hot:
        before = [far for far in cold if _rank(far) < _rank(near)]
        if before:
            yield hit(
                say(
                    N_("{hot} are about to buy and come after {cold}."),
                    hot=name(near),
                    cold=[name(far) for far in before],
                ),
                near,
                *before,
                field="priority",
            )


def _rank(segment: Segment) -> int:
    assert segment.priority is not None
    return _ORDER.index(segment.priority)


@SEGMENTS.rule(RuleCode.SEGMENT_WITHOUT_APPROACH, Severity.WARNING, "C70", Segment)
def segment_without_approach(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each segment has an approach of its own."""
    for segment in strategy.of(Segment):
        if segment.name and not segment.approach:
            yield hit(
                say(N_("How do you approach {segment}?"), segment=name(segment)),
                segment,
                field="approach",
            )


@SEGMENTS.rule(RuleCode.SEGMENT_WITHOUT_PERSONA, Severity.WARNING, "C70", Segment, Persona)
def segment_without_persona(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each segment has a face, once there are personas."""
    if not any(True for _ in titled(strategy, Persona)):
        return
    for segment in titled(strategy, Segment):
        if not strategy.linked_all(Persona, segment.personas):
            yield hit(
                say(N_("No persona stands for {segment}."), segment=name(segment)),
                segment,
                field="personas",
            )


@SEGMENTS.rule(RuleCode.GROUP_SHARES, Severity.WARNING, "C75", TechnographicGroup)
def group_shares(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """The six groups make one whole."""
    known = [group for group in strategy.of(TechnographicGroup) if group.share is not None]
    total = sum(group.share or 0 for group in known)
    if len(known) > 1 and abs(total - 1) > 0.011:
        yield hit(
            say(N_("Your groups add up to {total}, not to 100%."), total=Share(total)),
            *known,
            field="share",
        )


@SEGMENTS.rule(RuleCode.REPLY_TOO_SLOW, Severity.WARNING, "C78", ResponseTarget)
def reply_too_slow(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """People get an answer in time, by what is promised and by what was measured."""
    wanted, latest = limits[Limit.REPLY_WANTED_HOURS], limits[Limit.REPLY_LIMIT_HOURS]
    for target in strategy.of(ResponseTarget):
        said = {"network": target.network or name(target), "wanted": wanted, "latest": latest}
        longest = target.max_h if target.max_h is not None else target.target_h
        measured = target.measured_median_h
        if longest is not None and longest > latest:
            sentence = N_("On {network} you allow {hours} h for a reply: {latest} h at most.")
            yield hit(say(sentence, hours=longest, **said), target, field="max_h")
        elif target.target_h is not None and target.target_h > wanted:
            sentence = N_("On {network} you aim at a reply in {hours} h: people expect {wanted} h.")
            yield hit(say(sentence, hours=target.target_h, **said), target, field="target_h")
        elif measured is not None and longest is not None and measured > longest:
            sentence = N_("On {network} people wait {hours} h, longer than what you promise.")
            yield hit(say(sentence, hours=measured, **said), target, field="measured_median_h")


@SEGMENTS.rule(
    RuleCode.REPLY_WITHOUT_COVER, Severity.WARNING, "C78", ResponseTarget, NetworkRole, Person
)
def reply_without_cover(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Where an answer is promised, somebody gives it."""
    covered = {
        role.network
        for role in strategy.of(NetworkRole)
        if strategy.linked_all(Person, role.repliers)
    }
    for target in strategy.of(ResponseTarget):
        promised = target.network and (target.target_h is not None or target.max_h is not None)
        if promised and target.network not in covered:
            yield hit(
                say(
                    N_("You promise an answer on {network} and nobody is there to give it."),
                    network=target.network,
                ),
                target,
            )


@SEGMENTS.rule(
    RuleCode.NETWORK_WITHOUT_REPLY_TIME, Severity.WARNING, "C78", NetworkOption, ResponseTarget
)
def network_without_reply_time(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """On main and strong networks it is known how fast one answers."""
    promised = {
        target.network
        for target in strategy.of(ResponseTarget)
        if target.target_h is not None or target.max_h is not None
    }
    for option in with_role(strategy, Role.MAIN, Role.STRONG):
        if option.network not in promised and option.network not in ONE_WAY:
            yield hit(
                say(
                    N_("How fast do you answer on {network}? Nobody has said."),
                    network=option.called,
                ),
                option,
            )


@SEGMENTS.rule(RuleCode.SERVICE_WITHOUT_RESPONDER, Severity.WARNING, "C79", ServiceRule, Person)
def service_without_responder(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody answers each kind of message."""
    for service in strategy.of(ServiceRule):
        if service.message_type and strategy.linked(Person, service.responder) is None:
            yield hit(
                say(
                    N_("Nobody answers these messages: {kind}."),
                    kind=say(service.message_type.label),
                ),
                service,
                field="responder",
            )


@SEGMENTS.rule(RuleCode.AUDIENCE_WITHOUT_GIFT, Severity.HINT, "C71", Audience)
def audience_without_gift(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who is asked for help gets something."""
    for audience in strategy.of(Audience):
        if audience.name and not audience.what_we_give:
            yield hit(
                say(N_("What do you give {audience} in return?"), audience=name(audience)),
                audience,
                field="what_we_give",
            )


@SEGMENTS.rule(
    RuleCode.SEGMENT_ELSEWHERE, Severity.WARNING, "C74", Segment, SegmentNetwork, NetworkOption
)
def segment_elsewhere(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """One of the networks that suit a segment best is one on which the effort goes.

    A segment of low priority may be met where you only defend your name.
    """
    front = {option.network for option in with_role(strategy, Role.MAIN, Role.STRONG)}
    for segment in titled(strategy, Segment) if front else ():
        if segment.priority is Priority.LOW:
            continue
        fits = [fit for fit in strategy.of(SegmentNetwork) if fit.segment == segment.id and fit.fit]
        best = max((fit.fit or 0 for fit in fits), default=0)
        where = [fit.network for fit in fits if fit.fit == best and fit.network]
        if where and front.isdisjoint(where):
            yield hit(
                say(
                    N_("{segment} are best met where you put no effort: {networks}."),
                    segment=name(segment),
                    networks=where,
                ),
                segment,
            )


RULES = (
    hot_below_cold,
    segment_without_approach,
    segment_without_persona,
    group_shares,
    reply_too_slow,
    reply_without_cover,
    network_without_reply_time,
    service_without_responder,
    audience_without_gift,
    segment_elsewhere,
)
