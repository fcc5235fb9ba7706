"""Whether each line of the calendar has a reason to exist (C60, C68, C104, C108, C122)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import Message, say_count
from canvas.domain.records import Record
from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Chapter, Severity, Thresholds
from canvas.rules.gauge import named
from canvas.rules.mix_days import covers
from canvas.steps.audit.accounts import CLOSING, Account
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.networks.choice import with_role
from canvas.steps.networks.matrix import NetworkOption, Role
from canvas.steps.objectives.objective import Objective
from canvas.steps.personas.persona import Persona
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import Availability
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.segments.segment import Segment

PLAN = Chapter("plan")


_PLANNED: Remembered[tuple[Post, ...]] = Remembered()
"""Most rules of the calendar go through the same lines."""


def planned(strategy: Strategy) -> tuple[Post, ...]:
    """Return the lines that have a day; an idea owes nothing yet."""
    posts = strategy.of(Post)
    return _PLANNED.get(
        strategy.id,
        Post.key,
        (posts,),
        lambda: tuple(post for post in posts if post.date is not None),
    )


def lines(records: Sequence[Record]) -> tuple[Message, ...]:
    """Return lines as a sentence lists them."""
    return named([record.title for record in records[:4]] + [""] * (len(records) - 4))


@PLAN.group(
    RuleCode.LINE_WITHOUT_OBJECTIVE,
    Severity.ERROR,
    "C60",
    Post,
    Objective,
    told=lambda found: say_count(
        "{n} line of the calendar serves no objective: {lines}.",
        "{n} lines of the calendar serve no objective: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="objective",
)
def line_without_objective(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Each line serves an objective."""
    known = {objective.id for objective in strategy.of(Objective)}
    return (post for post in planned(strategy) if post.objective not in known)


@PLAN.group(
    RuleCode.LINE_WITHOUT_TARGET,
    Severity.ERROR,
    "C68",
    Post,
    Persona,
    Segment,
    told=lambda found: say_count(
        "{n} line of the calendar speaks to nobody in particular: {lines}.",
        "{n} lines of the calendar speak to nobody in particular: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="persona",
)
def line_without_target(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Each line speaks to a persona or a segment."""
    known = {r.id for r in strategy.of(Persona)} | {r.id for r in strategy.of(Segment)}
    return (
        post
        for post in planned(strategy)
        if post.persona not in known and post.segment not in known
    )


@PLAN.group(
    RuleCode.LINE_WITHOUT_STAGE,
    Severity.WARNING,
    "C66",
    Post,
    told=lambda found: say_count(
        "{n} line of the calendar is for no purchase stage: {lines}.",
        "{n} lines of the calendar are for no purchase stage: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="stage",
)
def line_without_stage(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Each line has a meaning on the way to buying."""
    return (post for post in planned(strategy) if post.stage is None)


@PLAN.group(
    RuleCode.LINE_WITHOUT_CTA,
    Severity.WARNING,
    "C108",
    Post,
    told=lambda found: say_count(
        "{n} line of the calendar asks for no next step: {lines}.",
        "{n} lines of the calendar ask for no next step: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="cta",
)
def line_without_cta(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Each line says what to do next."""
    return (post for post in planned(strategy) if not post.cta)


@PLAN.group(
    RuleCode.LINE_WITHOUT_PRACTICE,
    Severity.HINT,
    "C122",
    Post,
    told=lambda found: say_count(
        "{n} line of the calendar has none of the good practices: {lines}.",
        "{n} lines of the calendar have none of the good practices: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="practices",
)
def line_without_practice(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Each line has an image, a question or another good practice."""
    return (post for post in planned(strategy) if not post.practices)


@PLAN.group(
    RuleCode.LINE_ON_LEFT_NETWORK,
    Severity.ERROR,
    "C32",
    Post,
    Account,
    NetworkOption,
    told=lambda found: say_count(
        "{n} line of the calendar goes out where you have decided to leave: {lines}.",
        "{n} lines of the calendar go out where you have decided to leave: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="account",
)
def line_on_left_network(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Nothing goes out on an account that closes or a network that was given up."""
    closing = {account.id for account in strategy.of(Account) if account.decision in CLOSING}
    left = {option.network for option in with_role(strategy, Role.NONE)} - {None}
    return (
        post
        for post in planned(strategy)
        if not post.is_out and (post.account in closing or post.network in left)
    )


@PLAN.group(
    RuleCode.MAJOR_WITHOUT_PROMOTION,
    Severity.WARNING,
    "C113",
    Post,
    PromotionAction,
    told=lambda found: say_count(
        "{n} major post has no promotion routine behind it: {lines}.",
        "{n} major posts have no promotion routine behind them: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="is_major",
)
def major_without_promotion(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """What is major is promoted."""
    routine = [gesture for gesture in strategy.of(PromotionAction) if gesture.name]
    if any(gesture.serves(PromotionLevel.MAJOR) for gesture in routine):
        return iter(())
    return (post for post in planned(strategy) if post.is_major)


@PLAN.group(
    RuleCode.LIVE_WITHOUT_PRESENCE,
    Severity.WARNING,
    "C118",
    Post,
    ContentType,
    Availability,
    told=lambda found: say_count(
        "Nobody is there to answer during {n} live: {lines}.",
        "Nobody is there to answer during {n} lives: {lines}.",
        len(found),
        lines=lines(found),
    ),
    field="time",
)
def live_without_presence(strategy: Strategy, limits: Thresholds) -> Iterator[Record]:
    """Somebody answers during each live whose time is known."""
    kinds = {kind.id for kind in strategy.of(ContentType) if kind.is_live}
    slots = [slot for slot in strategy.of(Availability) if slot.takes_lives]
    return (
        post
        for post in (planned(strategy) if kinds else ())
        if post.content_type in kinds
        and post.date
        and post.time
        and not any(covers(slot, post.date, post.time) for slot in slots)
    )


RULES = (
    line_without_objective,
    line_without_target,
    line_without_stage,
    line_without_cta,
    line_without_practice,
    line_on_left_network,
    major_without_promotion,
    live_without_presence,
)
