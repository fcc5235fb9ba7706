"""The best times from one's own posts, beside the slots that the plan believes in (C106).

Each post with an hour counts for its weekday and its three hours, with its score over the
median of its account.  A block says something from three posts on, and the whole from
twenty; below that it is said that there is not enough data.  A post at midnight sharp is
taken for one whose hour is not known: that is how dates without an hour come.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span, period
from canvas.rules.dashboard_posts import LOOK_BACK, score_of, usual_scores
from canvas.steps.common import Network, Weekday, weekday_of
from canvas.steps.measure.merged import Figures
from canvas.steps.objectives.indicators import InteractionWeights
from canvas.steps.plan.rhythm import BestTime

HOURS = 3
"""How long a block of the day is."""

FEWEST_IN_BLOCK = 3
"""Posts from which a block, or a slot, says something."""

FEWEST_IN_ALL = 20
"""Posts with an hour from which blocks are compared at all."""

BEST = 3
"""Blocks that are named."""


@dataclass(frozen=True, slots=True)
class BlockFigures:
    """Three hours of a weekday.

    Attributes:
        weekday: The day.
        start: Its first hour: 0, 3, 6 …
        posts: How many posts went out then.
        times: The median of their scores, in medians of their accounts; None with too few.
    """

    weekday: Weekday
    start: int
    posts: int
    times: float | None


@dataclass(frozen=True, slots=True)
class SlotFigures:
    """A slot that the plan believes in, and what own posts say of it."""

    slot: BestTime
    posts: int
    times: float | None


@dataclass(frozen=True, slots=True)
class Times:
    """When posts did well.

    Attributes:
        blocks: The blocks with posts, by day and hour.
        posts: How many posts have an hour and a score.
        slots: The plan's slots, each with what own posts say of it.
        enough: Whether there are enough posts to compare blocks.
        said: The result, or why there is none.
    """

    blocks: tuple[BlockFigures, ...]
    posts: int
    slots: tuple[SlotFigures, ...]
    enough: bool
    said: Message

    @property
    def best(self) -> tuple[BlockFigures, ...]:
        """The blocks in which posts do better than usual, the best first."""
        return _best(self.blocks) if self.enough else ()


@dataclass(frozen=True, slots=True)
class _Timed:
    at: dt.datetime
    network: Network | None
    times: float


def times(strategy: Strategy, figures: Figures, span: Span) -> Times:
    """Return when posts of the twelve months until the end of a period did well."""
    found = _timed(strategy, figures, span)
    by_block: dict[tuple[int, int], list[float]] = defaultdict(list)
    for one in found:
        by_block[one.at.weekday(), one.at.hour // HOURS * HOURS].append(one.times)
    weekdays = tuple(Weekday)
    blocks = tuple(
        BlockFigures(
            weekdays[day],
            start,
            len(values),
            median(values) if len(values) >= FEWEST_IN_BLOCK else None,
        )
        for (day, start), values in sorted(by_block.items())
    )
    enough = len(found) >= FEWEST_IN_ALL and any(b.times is not None for b in blocks)
    slots = tuple(_slot(slot, found) for slot in strategy.of(BestTime) if slot.weekdays)
    return Times(blocks, len(found), slots, enough, _said(blocks, len(found), enough))


def _timed(strategy: Strategy, figures: Figures, span: Span) -> list[_Timed]:
    usual = usual_scores(strategy, figures, span)
    weights = strategy.one(InteractionWeights)
    first = min(span.first, period(span.kind, span.last, back=LOOK_BACK - 1).first)
    found = []
    for post in figures.posts_between(first, span.last):
        score, habit = score_of(post, weights), usual.get(post.account)
        if post.published and post.published.time() != dt.time() and score is not None and habit:
            found.append(_Timed(post.published, post.network, score / habit))
    return found


def _slot(slot: BestTime, found: Sequence[_Timed]) -> SlotFigures:
    start, end = slot.start_time or dt.time(), slot.end_time or dt.time.max
    inside = [
        one.times
        for one in found
        if weekday_of(one.at.date()) in slot.weekdays
        and start <= one.at.time().replace(tzinfo=None) <= end
        and slot.network in (None, one.network)
    ]
    enough = len(inside) >= FEWEST_IN_BLOCK
    return SlotFigures(slot, len(inside), median(inside) if enough else None)


def _best(blocks: Sequence[BlockFigures]) -> tuple[BlockFigures, ...]:
    better = [block for block in blocks if block.times is not None and block.times > 1]
    return tuple(sorted(better, key=lambda b: (-(b.times or 0), -b.posts))[:BEST])


def _said(blocks: Sequence[BlockFigures], posts: int, enough: bool) -> Message:
    if not enough:
        return say_count(
            "Not enough data: {n} post with its hour and its interactions, {need} are needed.",
            "Not enough data: {n} posts with their hour and their interactions, {need} are needed.",
            posts,
            need=FEWEST_IN_ALL,
        )
    best = _best(blocks)
    if not best:
        return say(N_("No time of the week stands out, over {n} posts."), n=posts)
    return say(
        N_("Over {n} posts of twelve months, these did best: {blocks}."),
        n=posts,
        blocks=[block_said(block) for block in best],
    )


def block_said(block: BlockFigures) -> Message:
    """Return a block in words: “Tuesday, 9 to 12 h”."""
    return say(
        N_("{day}, {start} to {end} h"),
        day=block.weekday,
        start=block.start,
        end=block.start + HOURS,
    )
