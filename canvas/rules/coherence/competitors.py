"""Whether looking at others leads to something (C95b–C95d)."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Hit, Severity, Thresholds, hit, name, titled
from canvas.steps.competitors.best import CounterOpportunity
from canvas.steps.competitors.influencers import ContactStatus, Influencer
from canvas.steps.competitors.watching import Watch
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode

COMPETITORS = Chapter("competitors")


@COMPETITORS.rule(RuleCode.FEW_SCORED_INFLUENCERS, Severity.WARNING, "C95c", Influencer)
def few_scored_influencers(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Ten people are chosen among more, by their scores."""
    found = list(titled(strategy, Influencer))
    scored = [one for one in found if None not in (one.relevance, one.influence, one.closeness)]
    wanted = limits[Limit.SCORED_INFLUENCERS]
    if found and len(scored) < wanted:
        yield Hit(
            say_count(
                "{n} influencer has all three scores, for {wanted} to choose among.",
                "{n} influencers have all three scores, for {wanted} to choose among.",
                len(scored),
                wanted=wanted,
            )
        )


@COMPETITORS.rule(RuleCode.FIRST_WAVE_WITHOUT_DATE, Severity.WARNING, "C95c", Influencer)
def first_wave_without_date(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who is contacted first has a day."""
    for one in titled(strategy, Influencer):
        if one.first_wave and not one.first_contact and one.status is not ContactStatus.DECLINED:
            yield hit(
                say(N_("{influencer} is to be contacted first: when?"), influencer=name(one)),
                one,
                field="first_contact",
            )


@COMPETITORS.rule(RuleCode.WATCH_WITHOUT_OWNER, Severity.WARNING, "C95d", Watch, Person)
def watch_without_owner(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody reads what monitoring brings."""
    for watch in titled(strategy, Watch):
        if strategy.linked(Person, watch.owner) is None:
            yield hit(
                say(N_("Nobody reads what is found on {subject}."), subject=name(watch)),
                watch,
                field="owner",
            )


@COMPETITORS.rule(RuleCode.OPENING_WITHOUT_MOVE, Severity.WARNING, "C95b", CounterOpportunity)
def opening_without_move(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What others leave open is taken, or let go."""
    for opening in strategy.of(CounterOpportunity):
        if opening.description and not opening.our_move:
            yield hit(
                say(N_("{opening} is open: what is your move?"), opening=name(opening)),
                opening,
                field="our_move",
            )


RULES = (
    few_scored_influencers,
    first_wave_without_date,
    watch_without_owner,
    opening_without_move,
)
