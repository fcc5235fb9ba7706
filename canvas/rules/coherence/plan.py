"""Whether the plan as a whole is balanced and can be carried out (C105–C124)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.lines import PLAN, planned
from canvas.rules.coherence.model import Hit, Severity, Thresholds, hit, name, titled
from canvas.rules.gauge import Scope, names
from canvas.rules.mix_time import hours, third_targets
from canvas.rules.newsjacking import BOLD
from canvas.rules.silences import longest_silences
from canvas.rules.slots import times_of
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Priority, Progress
from canvas.steps.frame.people import Person
from canvas.steps.frame.rule_names import Limit, RuleCode
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent, Verdict
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import Opportunity, TaskAutomation
from canvas.steps.plan.keywords import CurationSource
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.plan.rhythm import Cadence, Rhythm

FEW = 5
"""Lines from which on a share says something."""


def whole_calendar(strategy: Strategy) -> Scope | None:
    """Return the calendar from its first line to its last, None where it has none."""
    days = [post.date for post in strategy.of(Post) if post.date is not None]
    return Scope(strategy, min(days), max(days), None, min(days)) if days else None


@PLAN.rule(RuleCode.TYPE_UNUSED, Severity.WARNING, "C101", ContentType, Post, Cadence)
def type_unused(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What was chosen as a kind of content is published, once there is a calendar.

    A type of low priority may wait.
    """
    used = {post.content_type for post in planned(strategy)}
    if not used:
        return
    used |= {cadence.content_type for cadence in strategy.of(Cadence)}
    # What others are made from needs no line of its own.
    used |= {kind.derived_from for kind in strategy.of(ContentType)}
    for kind in titled(strategy, ContentType):
        if kind.id not in used and kind.priority is not Priority.LOW:
            yield hit(
                say(N_("No line of the calendar is of this type: {kind}."), kind=name(kind)), kind
            )


@PLAN.rule(RuleCode.ONE_TYPE_TOO_MUCH, Severity.WARNING, "C111", Post, ContentType)
def one_type_too_much(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """No content type fills the calendar alone."""
    counted = Counter(post.content_type for post in planned(strategy))
    total = counted.total()
    most = limits[Limit.ONE_TYPE_SHARE] / 100
    for kind in strategy.of(ContentType):
        share = counted[kind.id] / total if total >= FEW else 0
        if share > most:
            yield hit(
                say(
                    N_("{kind} fills {share} of the calendar: {most} at most."),
                    kind=name(kind),
                    share=Share(share),
                    most=Share(most),
                ),
                kind,
            )


@PLAN.rule(RuleCode.TOO_MUCH_PROMOTION, Severity.WARNING, "C109", Post, Rhythm)
def too_much_promotion(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A fifth at most asks to buy: what is planned, and what the plan allows itself."""
    method = limits[Limit.PROMOTION_SHARE] / 100
    rhythm = strategy.one(Rhythm)
    own = method if rhythm.promotional_share is None else rhythm.promotional_share
    if own > method + 1e-9:
        yield hit(
            say(
                N_("You let {own} of your posts ask to buy: the method says {method} at most."),
                own=Share(own),
                method=Share(method),
            ),
            rhythm,
            field="promotional_share",
        )
    said = [post for post in planned(strategy) if post.intent is not None]
    asking = [post for post in said if post.intent is Intent.PROMOTE]
    if len(said) >= FEW and len(asking) / len(said) > own + 1e-9:
        yield hit(
            say(
                N_("{share} of the calendar asks to buy, for {most} at most: {lines}."),
                share=Share(len(asking) / len(said)),
                most=Share(own),
                lines=names(asking),
            ),
            *asking,
            field="intent",
        )


@PLAN.rule(
    RuleCode.THIRDS_OF_TIME,
    Severity.WARNING,
    "C110",
    Post,
    Rhythm,
    TaskAutomation,
    PromotionAction,
    ContentType,
    Cadence,
    Account,
    reads={
        Post: ("date", "time", "effort_hours", "content_type", "cadence", "is_major"),
    },
)
def thirds_of_time(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Creating, promoting and talking each have their share of the time."""
    scope = whole_calendar(strategy)
    spent = hours(scope) if scope else None
    if scope is None or spent is None or not spent.total or spent.posts or spent.tasks:
        return
    targets = third_targets(strategy.one(Rhythm))
    shares = {family: amount / spent.total for family, amount in spent.by_family.items()}
    family = max(shares, key=lambda one: abs(shares[one] - targets[one]))
    if abs(shares[family] - targets[family]) > limits[Limit.THIRDS_POINTS] / 100:
        yield Hit(
            say(
                N_("{family} takes {share} of the time, instead of {target}."),
                family=say(family.label),
                share=Share(shares[family]),
                target=Share(round(targets[family], 2)),
            )
        )


@PLAN.rule(RuleCode.RHYTHM_WITHOUT_SLOTS, Severity.WARNING, "C105", Cadence)
def rhythm_without_slots(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A rhythm has days and times, or the calendar guesses."""
    for cadence in titled(strategy, Cadence):
        if cadence.posts_per_week and not (cadence.weekdays and times_of(cadence)):
            yield hit(
                say(N_("The rhythm {rhythm} has no days or no times."), rhythm=name(cadence)),
                cadence,
                field="times" if cadence.weekdays else "weekdays",
            )


@PLAN.rule(RuleCode.RHYTHM_OUT_OF_BOUNDS, Severity.WARNING, "C105", Cadence)
def rhythm_out_of_bounds(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """A rhythm stays between its own least and most."""
    for cadence in titled(strategy, Cadence):
        posts = cadence.posts_per_week
        said = {"rhythm": name(cadence), "posts": posts}
        if posts and cadence.maximum is not None and posts > cadence.maximum:
            sentence = N_("The rhythm {rhythm} has {posts} posts a week: {bound} at most, you say.")
            yield hit(say(sentence, bound=cadence.maximum, **said), cadence, field="posts_per_week")
        if posts and cadence.minimum is not None and posts < cadence.minimum:
            sentence = N_(
                "The rhythm {rhythm} has {posts} posts a week: {bound} at least, you say."
            )
            yield hit(say(sentence, bound=cadence.minimum, **said), cadence, field="posts_per_week")


@PLAN.rule(
    RuleCode.SILENCE_TOO_LONG,
    Severity.WARNING,
    "C107",
    Post,
    Cadence,
    Account,
    Rhythm,
    Settings,
    source="004",
    reads={Post: ("date", "time", "account", "network")},
)
def silence_too_long(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """No account falls silent for longer than you allow, unless its rhythm is slower."""
    most = strategy.one(Rhythm).max_gap_days
    scope = whole_calendar(strategy)
    if most is None or scope is None:
        return
    for silence in longest_silences(scope):
        if silence.around and silence.days > max(most, silence.planned):
            yield hit(
                say_count(
                    "{place} is silent for {n} day from {first} on: {most} at most, you say.",
                    "{place} is silent for {n} days from {first} on: {most} at most, you say.",
                    silence.days,
                    place=silence.place,
                    first=silence.first,
                    most=most,
                ),
                *silence.around,
                field="date",
            )


@PLAN.rule(RuleCode.SHORT_RESERVE, Severity.HINT, "C107", Rhythm, Post)
def short_reserve(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Some days are ready in advance, once there is a calendar."""
    rhythm = strategy.one(Rhythm)
    wanted = limits[Limit.RESERVE_DAYS]
    if (rhythm.buffer_days or 0) < wanted and any(True for _ in planned(strategy)):
        yield hit(
            say_count(
                "You keep {n} day ready in advance: an illness takes at least {wanted}.",
                "You keep {n} days ready in advance: an illness takes at least {wanted}.",
                rhythm.buffer_days or 0,
                wanted=wanted,
            ),
            rhythm,
            field="buffer_days",
        )


@PLAN.rule(RuleCode.NO_FREE_SLOT, Severity.HINT, "C107", Rhythm, Post)
def no_free_slot(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Part of the calendar stays open for news, once there is a calendar."""
    rhythm = strategy.one(Rhythm)
    if not rhythm.free_share and any(True for _ in planned(strategy)):
        yield hit(
            say(N_("Nothing is left free in the calendar for news and ideas.")),
            rhythm,
            field="free_share",
        )


@PLAN.rule(RuleCode.ORIGIN_SHARES, Severity.WARNING, "C112", Rhythm)
def origin_shares(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What you make, take and receive makes one whole."""
    rhythm = strategy.one(Rhythm)
    given = (rhythm.own_share, rhythm.curated_share, rhythm.ugc_share)
    total = sum(share or 0 for share in given)
    if (None not in given and abs(total - 1) > 0.011) or total > 1.011:
        yield hit(
            say(
                N_("What you make, take from others and receive adds up to {total}."),
                total=Share(total),
            ),
            rhythm,
            field="own_share",
        )


@PLAN.rule(RuleCode.CURATION_WITHOUT_SOURCE, Severity.WARNING, "C111", Rhythm, CurationSource)
def curation_without_source(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Who shares from others knows from whom."""
    rhythm = strategy.one(Rhythm)
    safe = any(source.name and source.non_competing for source in strategy.of(CurationSource))
    if rhythm.curated_share and not safe:
        yield hit(
            say(
                N_(
                    "{share} is to come from others, and no source is listed that does not compete."
                ),
                share=Share(rhythm.curated_share),
            ),
            rhythm,
            field="curated_share",
        )


def _coming(strategy: Strategy) -> Iterator[Action]:
    settled = (Progress.DONE, Progress.DROPPED)
    return (action for action in titled(strategy, Action) if action.status not in settled)


@PLAN.rule(RuleCode.ACTION_WITHOUT_OWNER, Severity.WARNING, "C124", Action, Person)
def action_without_owner(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Somebody does each action."""
    for action in _coming(strategy):
        if strategy.linked(Person, action.owner) is None:
            yield hit(say(N_("Nobody does {action}."), action=name(action)), action, field="owner")


@PLAN.rule(RuleCode.ACTION_WITHOUT_DATE, Severity.WARNING, "C124", Action)
def action_without_date(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """Each action has a deadline."""
    for action in _coming(strategy):
        if action.due is None:
            yield hit(
                say(N_("{action} has no due date."), action=name(action)), action, field="due"
            )


@PLAN.rule(RuleCode.ACTION_BEFORE_ITS_CAUSE, Severity.ERROR, "C124", Action)
def action_before_its_cause(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """What an action needs is done before it."""
    for action in _coming(strategy):
        for needed in strategy.linked_all(Action, action.depends_on):
            open_still = needed.status not in (Progress.DONE, Progress.DROPPED)
            if action.due and needed.due and open_still and needed.due > action.due:
                yield hit(
                    say(
                        N_("{action} is due before {needed}, which it needs."),
                        action=name(action),
                        needed=name(needed),
                    ),
                    action,
                    needed,
                    field="due",
                )


@PLAN.rule(RuleCode.RISKY_NEWS, Severity.ERROR, "C119", Opportunity)
def risky_news(strategy: Strategy, limits: Thresholds) -> Iterator[Hit]:
    """If in doubt, one does not."""
    for opportunity in titled(strategy, Opportunity):
        risk = opportunity.risk
        if opportunity.verdict is Verdict.GO and risk is not None and risk > BOLD:
            yield hit(
                say(
                    N_("{topic} is to be seized with a risk of {risk} out of 3."),
                    topic=name(opportunity),
                    risk=risk,
                ),
                opportunity,
                field="verdict",
            )


RULES = (
    type_unused,
    one_type_too_much,
    too_much_promotion,
    thirds_of_time,
    rhythm_without_slots,
    rhythm_out_of_bounds,
    silence_too_long,
    short_reserve,
    no_free_slot,
    origin_shares,
    curation_without_source,
    action_without_owner,
    action_without_date,
    action_before_its_cause,
    risky_news,
)
