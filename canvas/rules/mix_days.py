"""How the plan stands in the calendar: reserve, room, lives, holidays.

They are counted in days and slots, and each names the lines that it is about (C107, C111,
C118).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.rules import slots as rhythm_slots
from canvas.rules.gauge import (
    Bar,
    Fit,
    Gauge,
    Scope,
    at_least,
    day_of,
    ids,
    in_days,
    names,
)
from canvas.steps.audit.accounts import Account
from canvas.steps.common import weekday_of
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import Availability
from canvas.steps.plan.rhythm import Cadence, Rhythm

READY = (PostStatus.APPROVED, PostStatus.SCHEDULED, PostStatus.PUBLISHED)
"""How far a line must be to count as ready."""


def buffer(scope: Scope) -> Gauge | None:
    """How many days ahead are ready, counted from a given day (C107)."""
    coming = [post for post in scope.dated if day_of(post) >= scope.today]
    target = scope.strategy.one(Rhythm).buffer_days
    if not coming and (target is None or not scope.dated):
        return None
    waiting = [post for post in coming if post.status not in READY]
    ahead = 0
    if waiting:
        ahead = (day_of(waiting[0]) - scope.today).days
    elif coming:
        ahead = (day_of(coming[-1]) - scope.today).days + 1
    horizon = scope.today + dt.timedelta(target or 0)
    soon = [post for post in waiting if day_of(post) < horizon]
    scale = max(ahead, (target or 0) * 1.5, 1)
    return Gauge(
        "buffer",
        N_("Ready in advance"),
        in_days(ahead),
        None if target is None else say_count("{n} day at least", "{n} days at least", target),
        at_least(ahead, target, (target or 0) / 2),
        (_ahead(scope.today, coming, waiting, soon),),
        ids(soon or waiting[:1]),
        (
            Bar(
                say(N_("Counted from {day}"), day=scope.today),
                in_days(ahead),
                ahead,
                ahead / scale,
                target and target / scale,
            ),
        ),
    )


def _ahead(
    today: dt.date, coming: Sequence[Post], waiting: Sequence[Post], soon: Sequence[Post]
) -> Message:
    if not coming:
        return say(N_("Nothing is planned from {day} on."), day=today)
    if not waiting:
        return say(N_("All that is planned is ready, until {day}."), day=day_of(coming[-1]))
    return say_count(
        "Still to be approved: {lines}.",
        "Still to be approved, {n} lines: {lines}.",
        len(soon or waiting[:1]),
        lines=names(soon or waiting[:1]),
    )


def room_of(scope: Scope) -> int:
    """Return how many lines the publishing rhythms have room for in the period.

    A day that a rhythm leaves out is room too: that is how one keeps it free.
    """
    found = 0
    origin = scope.strategy.one(Settings).start_date
    for cadence in scope.strategy.of(Cadence):
        account = scope.strategy.linked(Account, cadence.account)
        if scope.network is None or (account and account.network is scope.network):
            for count in (rhythm_slots.slots, rhythm_slots.silences):
                found += len(count(cadence, scope.first, scope.last, origin))
    return found


def free_slots(scope: Scope) -> Gauge | None:
    """Which part of the rhythms' slots is still open for news and ideas (C107)."""
    room = room_of(scope)
    if not room:
        return None
    target = scope.strategy.one(Rhythm).free_share
    taken = len(scope.posts)
    free = max(0, room - taken)
    share = free / room
    return Gauge(
        "free",
        N_("Left free"),
        say("{value}", value=Share(share)),
        None if target is None else say(N_("{share} at least"), share=Share(target)),
        at_least(share, target, (target or 0) / 2),
        (_room(room, taken),),
        (),
        (
            Bar(
                say(N_("Lines in the rhythm’s slots")),
                say(N_("{count} of {total}"), count=taken, total=room),
                taken,
                min(1.0, taken / room),
                None if target is None else 1 - target,
            ),
        ),
    )


def _room(room: int, taken: int) -> Message:
    if taken > room:
        return say_count(
            "{n} line more than the rhythms have slots for.",
            "{n} lines more than the rhythms have slots for.",
            taken - room,
        )
    return say_count(
        "{n} slot of {room} has no line yet.",
        "{n} slots of {room} have no line yet.",
        room - taken,
        room=room,
    )


def lives(scope: Scope) -> Gauge | None:
    """Whether somebody is there to answer during each live (C118)."""
    planned = [
        post
        for post in scope.posts
        for kind in (scope.strategy.linked(ContentType, post.content_type),)
        if kind is not None and kind.is_live
    ]
    if not planned:
        return None
    presences = [slot for slot in scope.strategy.of(Availability) if slot.takes_lives]
    timeless = [post for post in planned if post.time is None]
    outside = [
        post
        for post in planned
        if post.time and not any(covers(slot, day_of(post), post.time) for slot in presences)
    ]
    inside = len(planned) - len(timeless) - len(outside)
    sentences = []
    if outside:
        sentences.append(
            say_count(
                "Nobody is there to answer during {lines}.",
                "Nobody is there to answer during {n} lives: {lines}.",
                len(outside),
                lines=names(outside),
            )
        )
    if timeless:
        sentences.append(
            say_count(
                "{n} live has no time of day yet: {lines}.",
                "{n} lives have no time of day yet: {lines}.",
                len(timeless),
                lines=names(timeless),
            )
        )
    if not sentences:
        sentences.append(say(N_("Somebody is there to answer during each of them.")))
    return Gauge(
        "lives",
        N_("Lives"),
        say(N_("{count} of {total}"), count=inside, total=len(planned)),
        say(N_("all within a presence slot")),
        Fit.OFF if outside else Fit.UNKNOWN if timeless else Fit.FITS,
        tuple(sentences),
        ids((*outside, *timeless)),
    )


def covers(slot: Availability, day: dt.date, time: dt.time) -> bool:
    """Return whether somebody is there at this moment.

    A slot without days covers none: nobody said that they would be there.  One without a
    first or a last time begins or ends with the day, and one that ends before it begins
    goes on after midnight.
    """
    start, end = slot.start_time or dt.time.min, slot.end_time or dt.time.max
    if start <= end:
        return weekday_of(day) in slot.weekdays and start <= time <= end
    night = weekday_of(day - dt.timedelta(1)) in slot.weekdays and time <= end
    return night or (weekday_of(day) in slot.weekdays and time >= start)


def public_days(scope: Scope) -> Gauge | None:
    """Which lines go out on a public holiday: sometimes on purpose, seldom by chance."""
    if not scope.posts:
        return None
    if scope.holidays is None:
        return Gauge(
            "holidays",
            N_("Public holidays"),
            say(N_("Not said")),
            None,
            Fit.UNKNOWN,
            (say(N_("Say your country in the settings, and the calendar knows its holidays.")),),
        )
    found = [post for post in scope.posts if day_of(post) in scope.holidays]
    sentence = say(N_("No line goes out on a public holiday."))
    if found:
        sentence = say_count(
            "On purpose? {lines}.",
            "On purpose? {n} lines: {lines}.",
            len(found),
            lines=[
                say(
                    N_("“{title}” on {holiday}"),
                    title=post.title,
                    holiday=scope.holidays[day_of(post)],
                )
                for post in found[:2]
            ],
        )
    return Gauge(
        "holidays",
        N_("Public holidays"),
        say_count("{n} line", "{n} lines", len(found)),
        None,
        Fit.NEAR if found else Fit.FITS,
        (sentence,),
        ids(found),
    )
