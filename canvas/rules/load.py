"""For how many weeks the present rhythm can be kept (C129).

`canvas.steps.resources.load` counts the hours of real weeks; the story of step 8 tells
them, which is why they are counted below the rules.  Here the calendar is left aside: what
is asked is whether people have the hours for what the rhythms promise, week after week.

* Each rhythm takes its posts a week times the effort of one, on its owner.
* Each of its posts takes the routine of minor posts; the major posts of a month that the
  rules of the mix ask for take what the routine of major ones adds, on nobody in
  particular where the routine names nobody.
* Weekly tasks are as they are; absences and replacements count, calendar lines do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.rules.changing import WEEK, changed
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.effort import effort_of_rhythm
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.plan.rhythm import Cadence, Rhythm
from canvas.steps.resources.hands import NOBODY, Hand, Hands
from canvas.steps.resources.load import MINUTE
from canvas.steps.resources.spans import monday, seconds, split

AHEAD = 52
"""Weeks that one looks ahead; what holds so long holds for good."""

MONTHS_TO_WEEKS = 12 / 52

STEP = 0.25
"""Posts a week are proposed in steps of one a month."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long the rhythm lasts.  Amounts are in seconds.

    Attributes:
        weeks: Full weeks before the first that lacks hours; None for good.
        first: The Monday of the first week looked at.
        hand: Who lacks hours then; `NOBODY` for the whole team, None where it lasts.
        needed: What they need in that week.
        capacity: What they have.
        ordinary: What they have in their fullest week: less of it is an absence.
        cadence: The rhythm of theirs that takes most, "" where it is none of theirs.
        posts: Posts a week of it with which it lasts for good; None where none would do.
    """

    weeks: int | None
    first: dt.date
    hand: Hand | None = None
    needed: int = 0
    capacity: int = 0
    ordinary: int = 0
    cadence: str = ""
    posts: float | None = None

    @property
    def until(self) -> dt.date | None:
        """The Monday of the week that lacks hours, None where it lasts."""
        if self.weeks is None:
            return None
        return dt.date.fromordinal(self.first.toordinal() + WEEK * self.weeks)


class _Promise:
    """What an ordinary week asks of each person."""

    def __init__(self, strategy: Strategy, hands: Hands) -> None:
        self._strategy = strategy
        self._hands = hands
        self._gestures = [g for g in strategy.of(PromotionAction) if g.effort_hours]

    def of(self, cadences: tuple[Cadence, ...]) -> dict[str, int]:
        """Return seconds a week by person."""
        found: dict[str, int] = {}
        for cadence in cadences:
            for hand, amount in self.of_one(cadence).items():
                found[hand] = found.get(hand, 0) + amount
        for task in self._strategy.of(TaskAutomation):
            hand = self._hands.of(task.owner)
            found[hand] = found.get(hand, 0) + seconds(task.hours or 0)
        majors = (self._strategy.one(Rhythm).majors_per_month or 0) * MONTHS_TO_WEEKS
        if any(cadence.posts_per_week for cadence in cadences):
            for gesture in self._gestures:
                if not gesture.serves(PromotionLevel.MINOR):
                    hand = self._hands.of(gesture.owner)
                    extra = seconds(majors * (gesture.effort_hours or 0))
                    found[hand] = found.get(hand, 0) + extra
        return found

    def of_one(self, cadence: Cadence) -> dict[str, int]:
        """Return seconds a week that one rhythm asks for, its promotion included."""
        posts = cadence.posts_per_week or 0
        owner = self._hands.of(cadence.owner)
        found = {owner: seconds(posts * (effort_of_rhythm(self._strategy, cadence) or 0))}
        for gesture in self._gestures:
            if gesture.serves(PromotionLevel.MINOR):
                hand = self._hands.of(gesture.owner) or owner
                found[hand] = found.get(hand, 0) + seconds(posts * (gesture.effort_hours or 0))
        return found


def sustainable_weeks(strategy: Strategy, since: dt.date) -> Lasting | None:
    """Return how long rhythms and tasks can be kept from the week of `since` on.

    Returns:
        None where nobody's hours are known, or nothing is promised.
    """
    hands = Hands(strategy)
    if not any(h.member is not None and h.member.hours_week is not None for h in hands.all):
        return None
    promise = _Promise(strategy, hands)
    cadences = strategy.of(Cadence)
    if not any(promise.of(cadences).values()):
        return None
    found = _lasting(hands, promise.of(cadences), since)
    if found.weeks is None or found.hand is None:
        return found
    mine = {c.id: promise.of_one(c).get(found.hand.id, 0) for c in cadences}
    heaviest = max((c for c in cadences if mine[c.id]), key=lambda c: mine[c.id], default=None)
    if heaviest is None:
        return found
    posts = heaviest.posts_per_week or 0
    while posts > 0:
        posts = max(0, (posts - STEP) // STEP * STEP if posts % STEP == 0 else posts // STEP * STEP)
        less = tuple(_with_posts(c, posts) if c.id == heaviest.id else c for c in cadences)
        if posts and _lasting(hands, promise.of(less), since).weeks is None:
            return _proposing(found, heaviest.id, posts)
    return _proposing(found, heaviest.id, None)


def _with_posts(cadence: Cadence, posts: float) -> Cadence:
    found = changed(cadence, {"posts_per_week": posts})
    assert isinstance(found, Cadence)
    return found


def _proposing(found: Lasting, cadence: str, posts: float | None) -> Lasting:
    return Lasting(
        found.weeks,
        found.first,
        found.hand,
        found.needed,
        found.capacity,
        found.ordinary,
        cadence,
        posts,
    )


def _lasting(hands: Hands, promised: Mapping[str, int], since: dt.date) -> Lasting:
    """Return how long the hands have what is promised of them."""
    first = monday(since.toordinal())
    last = min(first + WEEK * AHEAD, monday(dt.date.max.toordinal()))
    begin = dt.date.fromordinal(first)
    weeks = [dt.date.fromordinal(day) for day in range(first, last, WEEK)]
    for number, week in enumerate(weeks):
        short = _shortest(hands, promised, week)
        if short is not None:
            hand, needed, capacity = short
            known = [c for w in weeks if (c := _has(hands, hand, w)) is not None]
            return Lasting(number, begin, hand, needed, capacity, max(known, default=0))
    return Lasting(None, begin)


def _shortest(
    hands: Hands, promised: Mapping[str, int], week: dt.date
) -> tuple[Hand, int, int] | None:
    """Return who lacks most in a week, what they need and what they have."""
    needed: dict[str, int] = {}
    for who, amount in promised.items():
        for number, share in enumerate(split(amount, (1, 1, 1, 1, 1))):
            for doer, part in hands.doing(who, week.toordinal() + number, share):
                needed[doer] = needed.get(doer, 0) + part
    known = [(h, c) for h in hands.all if (c := hands.capacity(h, week)) is not None]
    short = [
        (needed.get(hand.id, 0) - capacity, number, hand, capacity)
        for number, (hand, capacity) in enumerate(known)
        if needed.get(hand.id, 0) - capacity > MINUTE
    ]
    if short:
        _, _, hand, capacity = max(short, key=lambda one: (one[0], -one[1]))
        return hand, needed[hand.id], capacity
    asked = sum(needed.get(hand.id, 0) for hand, _ in known) + needed.get("", 0)
    there = sum(capacity for _, capacity in known)
    return (NOBODY, asked, there) if asked - there > MINUTE else None


def _has(hands: Hands, hand: Hand, week: dt.date) -> int | None:
    if hand is not NOBODY:
        return hands.capacity(hand, week)
    return sum(c for h in hands.all if (c := hands.capacity(h, week)) is not None)
