"""What the canvas of hours says: where it breaks, why, what would mend it, how long it lasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Money, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.load import Lasting
from canvas.rules.proposals import Proposal, Way
from canvas.steps.frame.settings import money
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.hands import NOBODY, Hand
from canvas.steps.resources.load import Break, Cause, Load, in_hours
from canvas.steps.resources.work import Line, Source
from canvas.steps.wording import name_of, shorten

NAMED = 3
"""Lines that a sentence names."""


def broken(found: Break) -> Message:
    """Return which week breaks, and for whom."""
    needed, there = in_hours(found.cell.needed), in_hours(found.cell.capacity or 0)
    if found.hand is NOBODY:
        return say(
            N_(
                "In the week of {week}, the team has {there} h for {needed} h of work: "
                "nobody has the other {short} h."
            ),
            week=found.week,
            needed=needed,
            there=there,
            short=in_hours(found.short),
        )
    return say(
        N_("In the week of {week}, {name} has {there} h for {needed} h of work: {short} h short."),
        week=found.week,
        name=found.hand.name,
        needed=needed,
        there=there,
        short=in_hours(found.short),
    )


def why(found: Break, load: Load) -> Message:
    """Return why a week breaks."""
    if found.cause is Cause.TAKEOVER:
        taken = [piece for piece in found.pieces if piece.instead_of]
        return say(
            N_("It includes {hours} h taken over from {name}, who is away."),
            hours=in_hours(sum(piece.amount for piece in taken)),
            name=load.hand(taken[0].instead_of).name,
        )
    if found.cause is Cause.ABSENCE:
        return say(N_("There are fewer hours than usual that week, and the work is as usual."))
    if found.cause is Cause.ALWAYS:
        return say(
            N_("Most weeks take {usual} h or more: the rhythm itself is too fast."),
            usual=in_hours(found.usual),
        )
    lines = len({piece.record for piece in found.pieces if piece.source is not Source.TASKS})
    return say_count(
        "Most weeks take {usual} h; here {n} line falls in the same week.",
        "Most weeks take {usual} h; here {n} lines fall in the same week.",
        lines,
        usual=in_hours(found.usual),
    )


def fits(load: Load) -> Message:
    """Return that all weeks fit, with the fullest one."""
    first, last = load.weeks[0], load.weeks[-1]
    known = [hand for hand in load.hands if (hand.id, first) in load.capacities]
    fullest, hand = max(
        ((week, hand) for week in load.weeks for hand in known),
        key=lambda one: _fullness(load, one[1], one[0]),
    )
    cell = load.cell(hand.id, fullest)
    if len(known) == 1:
        return say(
            N_(
                "It fits in {there} h a week, in every week from {first} to {last}; "
                "the fullest, from {week}, takes {needed} h."
            ),
            there=in_hours(max(load.capacities.values())),
            first=first,
            last=last + dt.timedelta(6),
            week=fullest,
            needed=in_hours(cell.needed),
        )
    return say(
        N_(
            "It fits: nobody lacks hours in any week from {first} to {last}. The fullest "
            "week is the one of {name} from {week}: {needed} h of {there}."
        ),
        first=first,
        last=last + dt.timedelta(6),
        name=hand.name,
        week=fullest,
        needed=in_hours(cell.needed),
        there=in_hours(cell.capacity or 0),
    )


def _fullness(load: Load, hand: Hand, week: dt.date) -> float:
    cell = load.cell(hand.id, week)
    return cell.needed / cell.capacity if cell.capacity else 0.0


def source_name(strategy: Strategy, line: Line) -> str:
    """Return what a line of work is called."""
    return shorten(name_of(strategy, line.record))


def limits(strategy: Strategy, load: Load, publishing: float) -> Iterator[Message]:
    """Yield what the figures leave out.

    Args:
        strategy: The plan.
        load: Its load.
        publishing: Hours a week that the rhythms promise.
    """
    if load.unknown:
        names = [source_name(strategy, line) for line in load.unknown[:NAMED]]
        yield say_count(
            "{n} line has no known effort and is not counted: {names}.",
            "{n} lines have no known effort and are not counted, among them {names}.",
            len(load.unknown),
            names=[name for name in names if name],
        )
    outside = [hand for hand in load.hands if hand is not NOBODY and not _is_known(load, hand)]
    if outside:
        amount = sum(p.amount for p in load.pieces if any(p.hand == h.id for h in outside))
        yield say_count(
            "{names} has {hours} h of it too, and no hours a week are known: they are not "
            "compared.",
            "{names} have {hours} h of it too, and no hours a week are known: they are not "
            "compared.",
            len(outside),
            names=[hand.name for hand in outside],
            hours=in_hours(amount),
        )
    alone = sum(piece.amount for piece in load.pieces if piece.hand == NOBODY.id)
    if alone:
        yield say(
            N_("Nobody has taken {hours} h of it on: give them an owner."), hours=in_hours(alone)
        )
    if load.undated:
        yield say_count(
            "{n} line without a date is in no week.",
            "{n} lines without a date are in no week.",
            len(load.undated),
        )
    full = [piece.week for piece in load.pieces if piece.source is Source.POSTS]
    empty = [week for week in load.weeks if not full or week > max(full)]
    if empty and publishing:
        yield say(
            N_(
                "From {week} on the calendar is empty: at the present rhythm, posts would take "
                "{hours} h a week more."
            ),
            week=empty[0],
            hours=round(publishing, 2),
        )


def _is_known(load: Load, hand: Hand) -> bool:
    return any((hand.id, week) in load.capacities for week in load.weeks)


def lasting(strategy: Strategy, found: Lasting) -> Message:
    """Return for how long the present rhythm can be kept (C129)."""
    if found.until is None or found.hand is None:
        return say(
            N_("The present rhythm can be kept for good: no week of a whole year lacks hours.")
        )
    name = found.hand.name or say(N_("the team"))
    needed, there = in_hours(found.needed), in_hours(found.capacity)
    if not found.weeks:
        return say(
            N_(
                "The present rhythm cannot be kept for a week: it takes {needed} h of {name}, "
                "and there are {there}."
            ),
            name=name,
            needed=needed,
            there=there,
        )
    return say_count(
        "The present rhythm can be kept for {n} week: from {week} on it takes {needed} h of "
        "{name}, and there are {there}.",
        "The present rhythm can be kept for {n} weeks: from {week} on it takes {needed} h of "
        "{name}, and there are {there}.",
        found.weeks or 0,
        week=found.until,
        name=name,
        needed=needed,
        there=there,
    )


def lasting_mend(strategy: Strategy, found: Lasting) -> Message | None:
    """Return what would make the rhythm last, None where there is nothing to say."""
    if found.until is None:
        return None
    cadence = strategy.linked(Cadence, found.cadence)
    if cadence is not None and found.posts is not None:
        return say(
            N_("With “{rhythm}” at {posts} a week instead of {now}, it lasts for good."),
            rhythm=shorten(cadence.what),
            posts=found.posts,
            now=cadence.posts_per_week,
        )
    if found.capacity < found.ordinary or found.needed > found.ordinary:
        return say(N_("Somebody is away then: publish less meanwhile, or write ahead."))
    return None


def proposal(strategy: Strategy, found: Proposal) -> Message:
    """Return what is proposed, as an instruction."""
    title = shorten(name_of(strategy, found.lines[0])) if found.lines else ""
    name = found.hand.name if found.hand else ""
    match found.way:
        case Way.MOVE:
            return say(N_("Move “{line}” to the week of {week}."), line=title, week=found.week)
        case Way.HAND:
            return say(N_("Hand “{line}” over to {name}."), line=title, name=name)
        case Way.TOGETHER:
            return say_count(
                "Do this together: {n} change.",
                "Do these together: {n} changes.",
                len(found.steps),
            )
        case Way.PROVIDER:
            paid = _paid(strategy, found, name)
            return say(N_("Then, for the rest: {what}"), what=paid) if found.follows else paid
        case Way.DROP:
            cadence = strategy.linked(Cadence, found.cadence)
            return say_count(
                "Publish {n} post of “{rhythm}” that week instead of {now}: leave out {lines}.",
                "Publish {n} posts of “{rhythm}” that week instead of {now}: leave out {lines}.",
                found.left,
                rhythm=shorten(cadence.what) if cadence else "",
                now=found.left + len(found.lines),
                lines=[
                    say(N_("“{text}”"), text=shorten(name_of(strategy, line), 40))
                    for line in found.lines
                ],
            )


def _paid(strategy: Strategy, found: Proposal, name: str) -> Message:
    cost: Money = money(strategy, found.cost or 0)
    if found.extra:
        return say(
            N_("Pay {name} for {hours} h that week: {cost}, {extra} h of them beyond the usual."),
            name=name,
            hours=in_hours(found.hours),
            cost=cost,
            extra=in_hours(found.extra),
        )
    return say(
        N_("Give {hours} h of it to {name}, who has them free that week: {cost}."),
        name=name,
        hours=in_hours(found.hours),
        cost=cost,
    )


def effect(found: Proposal, name: str) -> Message:
    """Return what a proposal changes for the one who lacks hours."""
    if found.mends:
        return say(
            N_("{name}: {before} → {after} h of {there}. The week fits."),
            name=name,
            before=in_hours(found.before),
            after=in_hours(found.after),
            there=in_hours(found.capacity),
        )
    return say(
        N_("{name}: {before} → {after} h of {there}. Still {short} h short."),
        name=name,
        before=in_hours(found.before),
        after=in_hours(found.after),
        there=in_hours(found.capacity),
        short=in_hours(found.after - found.capacity),
    )
