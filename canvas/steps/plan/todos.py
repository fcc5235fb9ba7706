"""What must be decided in the plan (C154), and what it comes down to."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Training
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.conversation import Availability
from canvas.steps.plan.keywords import CurationSource
from canvas.steps.plan.promotion import PromotionAction, TrafficCall
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.plan.story_calendar import next_posts, plural_of, posts_per_week
from canvas.steps.wording import shorten


def _schedule_missing(strategy: Strategy) -> Message | None:
    if not posts_per_week(strategy.of(Cadence)):
        return say(N_("No publishing rhythm yet: how many posts a week can you keep up?"))
    if not next_posts(strategy):
        return say(N_("No coming post has a date yet."))
    return None


def _time_missing(strategy: Strategy) -> Message | None:
    slots = [slot for slot in strategy.of(Availability) if slot.weekdays]
    if not slots:
        return say(N_("No time of the week is set aside for social media yet."))
    for slot in slots:
        if slot.start_time is None or slot.end_time is None:
            return say(
                N_("“{slot}” does not say from when to when yet."),
                slot=shorten(slot.purpose) or say(slot.one),
            )
    return None


def _training_missing(strategy: Strategy) -> Message | None:
    trainings = [t for t in strategy.of(Training) if t.topic]
    if not trainings:
        return say(N_("Nobody’s training needs are listed yet."))
    for training in trainings:
        settled = training.status in (Progress.DONE, Progress.DROPPED)
        if not settled and training.date is None:
            return say(
                N_("“{training}” has no training date yet."), training=shorten(training.topic)
            )
    return None


def _promotion_missing(strategy: Strategy) -> Message | None:
    routine = [gesture for gesture in strategy.of(PromotionAction) if gesture.name]
    if not routine:
        return say(N_("No promotion step yet."))
    if not any(gesture.serves(PromotionLevel.MAJOR) for gesture in routine):
        return say(N_("Nothing is planned for major posts yet."))
    if not any(gesture.serves(PromotionLevel.MINOR) for gesture in routine):
        return say(N_("Nothing is planned for minor posts yet."))
    return None


def _curation_missing(strategy: Strategy) -> Message | None:
    rhythm = strategy.one(Rhythm)
    if not rhythm.says_origin:
        return say(N_("Say which share you make yourselves and which you take from others."))
    safe = [s for s in strategy.of(CurationSource) if s.name and s.non_competing]
    if rhythm.curated_share != 0 and not safe:
        return say(N_("No curation source is checked as “not a competitor” yet."))
    return None


def _traffic_missing(strategy: Strategy) -> Message | None:
    calls = [call for call in strategy.of(TrafficCall) if call.place]
    if not calls:
        return say(N_("No place with visitors invites them to your networks yet."))
    if not any(call.target_network for call in calls):
        return say(N_("Say which network “{place}” feeds."), place=shorten(calls[0].place))
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return the rhythm that the plan comes down to, and the publication that opens it."""
    posts = posts_per_week(strategy.of(Cadence))
    if not posts:
        return None
    coming = next_posts(strategy)
    if not coming or not coming[0].title:
        return say_count(
            "We publish {posts} post a week.",
            "We publish {posts} posts a week.",
            plural_of(posts),
            posts=posts,
        )
    return say_count(
        "We publish {posts} post a week; the next one is “{title}”, on {date}.",
        "We publish {posts} posts a week; the next one is “{title}”, on {date}.",
        plural_of(posts),
        posts=posts,
        title=coming[0].title,
        date=coming[0].date,
    )


TODOS = (
    ToDo(
        key="schedule",
        text=N_("Plan posts ahead, as many as you can really keep up"),
        missing=_schedule_missing,
        view="calendar",
    ),
    ToDo(
        key="time",
        text=N_("Set time aside in the week, before it is full"),
        missing=_time_missing,
        view="conversation",
    ),
    ToDo(
        key="promotion",
        text=N_("List what you do to promote major and minor posts"),
        missing=_promotion_missing,
        view="promotion",
    ),
    ToDo(
        key="curation",
        text=N_("Decide what you make yourselves, and which sources you share from"),
        missing=_curation_missing,
        view="line",
    ),
    ToDo(
        key="traffic",
        text=N_("Use the visitors that you have to feed your two or three main networks"),
        missing=_traffic_missing,
        view="promotion",
    ),
    ToDo(
        key="training",
        text=N_("Learn the tools for images and for scheduling"),
        missing=_training_missing,
        view="actions",
    ),
)
