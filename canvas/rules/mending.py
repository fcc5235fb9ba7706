"""What would mend a week that breaks (C128).

A proposal is one change, with the hours before and after it.  Each is found on the work
that is counted already and then checked on the whole: it is only made if the week lacks
less afterwards and no other week or person lacks more than before.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.rules.changing import (
    WEEK,
    Movable,
    changed,
    day_of,
    given_to,
    is_open,
    moved_by,
    week_later,
)
from canvas.rules.proposals import Proposal, Way
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.promotion import Repurposing
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.hands import NOBODY, Hand
from canvas.steps.resources.load import MINUTE, Break, Load
from canvas.steps.resources.spans import HOUR
from canvas.steps.resources.team import Belonging
from canvas.steps.resources.work import Piece, Source, Work

REACH = 6
"""Weeks, earlier or later, that a line may move."""

EACH = 3
"""Proposals of one kind."""

GAIN = HOUR // 4
"""Less than a quarter of an hour is not worth a change."""

STEPS = 12
"""Changes that are put together at most."""


Cells = dict[tuple[str, dt.date], int]


class Mending:
    """Looks for what would mend one week."""

    def __init__(
        self, strategy: Strategy, found: Load, broken: Break, since: dt.date | None = None
    ) -> None:
        """Prepare the search.

        Args:
            strategy: The plan.
            found: Its load; lines move within its weeks.
            broken: The week to mend.
            since: Nothing moves to a week before the one of this day.
        """
        self._strategy = strategy
        self._load = found
        self._week = broken.week
        self._hand = broken.hand
        self._capacity = broken.cell.capacity or 0
        self._before = broken.cell.needed
        window = (found.weeks[0].toordinal(), found.weeks[-1].toordinal() + 6)
        self._work = Work(strategy, window)
        self._targets = [
            week for week in found.weeks if since is None or week + dt.timedelta(6) >= since
        ]
        self._cells: Cells = {}
        for piece in found.pieces:
            place = piece.hand, piece.week
            self._cells[place] = self._cells.get(place, 0) + piece.amount

    def proposals(self) -> tuple[Proposal, ...]:
        """Return what would mend the week: all together and paid for first, then one by one."""
        if self._hand is NOBODY:
            return tuple(self._take_up())
        moves = sorted(self._moves(self._cells), key=_rank)[:EACH]
        hands = sorted(self._handovers(self._cells), key=_rank)[:EACH]
        together = self._together()
        if together is not None and len(together.steps) == 1:
            together = None  # it is one of the others
        best = [together] if together else []
        return (*best, *self._paid(together), *moves, *hands, *self._less())

    # Moving and handing over: found cell by cell, without counting the whole again.

    def _lines(self) -> Iterator[Movable]:
        """Yield the lines of the week that may still change, with work of this person."""
        ids = {
            piece.record
            for piece in self._load.pieces
            if self._is_here(piece) and piece.source not in (Source.TASKS, Source.PROMOTION)
        }
        plan = self._strategy
        lines: tuple[Movable, ...] = (
            *plan.of(Post),
            *plan.of(Action),
            *plan.of(Training),
            *plan.of(Repurposing),
        )
        for line in lines:
            if line.id in ids and is_open(line):
                yield line

    def _is_here(self, piece: Piece) -> bool:
        return piece.week == self._week and piece.hand == self._hand.id

    def _moves(self, cells: Cells) -> Iterator[Proposal]:
        for line in self._lines():
            # The few major posts are the ones that the others are planned around.
            if isinstance(line, Post) and line.is_major:
                continue
            for distance in _distances():
                days = moved_by(line, distance)
                moved = changed(line, days) if days else line
                if not days or not self._may_stand(line, moved):
                    continue
                after = self._with(cells, line, moved)
                if self._is_better(cells, after):
                    week = week_later(self._week, distance)
                    yield self._proposal(Way.MOVE, line, days, (cells, after), week=week)
                    break

    def _may_stand(self, line: Movable, moved: Record) -> bool:
        """Return whether a line may stand where it was moved, before or after its kin."""
        day = day_of(moved)
        if day is None or day - dt.timedelta(day.weekday()) not in self._targets:
            return False
        if isinstance(line, Post):
            parent = self._strategy.linked(Post, line.parent)
            if parent is not None and parent.date is not None and parent.date > day:
                return False
            kin = (p for p in self._strategy.of(Post) if p.parent == line.id)
            return all(p.date is None or p.date >= day for p in kin)
        if isinstance(line, Action):
            before = self._strategy.linked_all(Action, line.depends_on)
            if any(a.due is not None and a.due > day for a in before):
                return False
            return all(
                a.due is None or a.due >= day
                for a in self._strategy.of(Action)
                if line.id in a.depends_on
            )
        return True

    def _handovers(self, cells: Cells) -> Iterator[Proposal]:
        for line in self._lines():
            if isinstance(line, Training):
                continue
            for hand in self._others(line):
                given = given_to(line, hand.person)
                after = self._with(cells, line, changed(line, given))
                if self._is_better(cells, after):
                    yield self._proposal(Way.HAND, line, given, (cells, after), hand=hand)
                    break

    def _others(self, line: Movable) -> list[Hand]:
        """Return who could take a line: ours first, then those who know its network."""
        found = [
            hand
            for hand in self._load.hands
            if hand.member is not None
            and hand.person
            and hand.id != self._hand.id
            and (hand.id, self._week) in self._load.capacities
        ]

        def order(hand: Hand) -> tuple[bool, bool]:
            member = hand.member
            assert member is not None
            network = getattr(line, "network", None)
            return (network not in member.networks, member.belonging is Belonging.EXTERNAL)

        return sorted(found, key=order)

    def _with(self, cells: Cells, old: Record, new: Record) -> Cells:
        """Return the hours as they are with one record changed."""
        after = dict(cells)
        for record, sign in ((old, -1), (new, 1)):
            for piece in self._work.of(record):
                place = piece.hand, piece.week
                after[place] = after.get(place, 0) + sign * piece.amount
        return after

    def _is_better(self, before: Cells, after: Cells) -> bool:
        """Return whether this week lacks less, and nobody, nor all together, lacks more."""
        here = self._hand.id, self._week
        if after.get(here, 0) > before.get(here, 0) - GAIN:
            return False
        added: dict[dt.date, int] = {}
        for place, then in after.items():
            capacity = self._load.capacities.get(place)
            now = before.get(place, 0)
            if capacity is not None and then > now and then > capacity:
                return False
            if then != now and (capacity is not None or not place[0]):
                added[place[1]] = added.get(place[1], 0) + then - now
        return all(more <= 0 or self._has_room(after, week) for week, more in added.items())

    def _has_room(self, cells: Cells, week: dt.date) -> bool:
        """Return whether all together have the hours, with the work of nobody."""
        known = [hand for hand, day in self._load.capacities if day == week]
        needed = sum(cells.get((hand, week), 0) for hand in (*known, NOBODY.id))
        return needed <= sum(self._load.capacities[hand, week] for hand in known)

    def _proposal(
        self,
        way: Way,
        line: Movable,
        new: Mapping[str, Json],
        cells: tuple[Cells, Cells],
        *,
        week: dt.date | None = None,
        hand: Hand | None = None,
    ) -> Proposal:
        here = self._hand.id, self._week
        before, after = (found.get(here, 0) for found in cells)
        old = write_record(line)
        edits = tuple(Edit(line.key, line.id, name, old.get(name), new[name]) for name in new)
        return Proposal(way, (line.id,), edits, before, after, self._capacity, week, hand)

    def _together(self) -> Proposal | None:
        """Return moves and handovers one after the other until the week fits."""
        cells = self._cells
        here = self._hand.id, self._week
        steps: list[Proposal] = []
        touched: set[str] = set()
        while cells.get(here, 0) > self._capacity + MINUTE and len(steps) < STEPS:
            found = [
                p
                for p in (*self._moves(cells), *self._handovers(cells))
                if not touched.intersection(p.lines)
            ]
            if not found:
                break
            short = cells.get(here, 0) - self._capacity
            # What covers the rest with the least, else what takes most away.
            step = min(found, key=lambda p: _fit(p, short))
            steps.append(step)
            touched.update(step.lines)
            cells = self._after(cells, step)
        if not steps:
            return None
        return Proposal(
            Way.TOGETHER,
            tuple(line for step in steps for line in step.lines),
            tuple(edit for step in steps for edit in step.edits),
            self._before,
            cells.get(here, 0),
            self._capacity,
            steps=tuple(steps),
        )

    def _after(self, cells: Cells, step: Proposal) -> Cells:
        """Return the hours as they are once one line was moved or handed over."""
        old = self._strategy.find(step.lines[0])
        assert old is not None
        return self._with(cells, old, changed(old, {e.field: e.new for e in step.edits}))

    # What is decided outside the plan: hours to pay for, posts to leave out.

    def _paid(self, together: Proposal | None) -> Iterator[Proposal]:
        """Yield what each provider costs for what is missing once the rest is done."""
        steps = together.steps if together is not None and not together.mends else ()
        cells = self._cells
        for step in steps:
            cells = self._after(cells, step)
        needed = cells.get((self._hand.id, self._week), 0)
        short = needed - self._capacity
        for hand in self._load.hands:
            member = hand.member
            if member is None or member.belonging is not Belonging.EXTERNAL:
                continue
            if member.cost_hour is None or hand.id == self._hand.id:
                continue
            place = hand.id, self._week
            spare = max(0, self._load.capacities.get(place, 0) - cells.get(place, 0))
            yield Proposal(
                Way.PROVIDER,
                (),
                (),
                needed,
                self._capacity,
                self._capacity,
                hand=hand,
                hours=short,
                extra=max(0, short - spare),
                cost=round(short * member.cost_hour / HOUR),
                follows=bool(steps),
            )

    def _less(self) -> Iterator[Proposal]:
        """Yield how few posts of a rhythm would fit, for the rhythm that weighs most.

        No fewer than the rhythm's own least, and none of the major ones.
        """
        weights: dict[str, dict[str, int]] = {}
        for piece in self._load.pieces:
            post = self._strategy.linked(Post, piece.record) if self._is_here(piece) else None
            if post is None or post.is_major or not is_open(post) or not self._goes_out(post):
                continue
            rhythm = self._rhythm(post)
            if rhythm:
                lines = weights.setdefault(rhythm, {})
                lines[post.id] = lines.get(post.id, 0) + piece.amount
        for rhythm, lines in sorted(weights.items(), key=lambda one: -sum(one[1].values())):
            cadence = self._strategy.linked(Cadence, rhythm)
            least = math.ceil(cadence.minimum or 0) if cadence else 0
            needed = self._before
            out: list[str] = []
            for line, amount in sorted(lines.items(), key=lambda one: -one[1]):
                if needed <= self._capacity + MINUTE or len(lines) - len(out) <= least:
                    break
                needed -= amount
                out.append(line)
            if out:
                yield Proposal(
                    Way.DROP,
                    tuple(out),
                    (),
                    self._before,
                    needed,
                    self._capacity,
                    cadence=rhythm,
                    left=len(lines) - len(out),
                )
                return

    def _goes_out(self, post: Post) -> bool:
        """Return whether a post goes out in this week."""
        return post.date is not None and 0 <= (post.date - self._week).days < WEEK

    def _rhythm(self, post: Post) -> str:
        """Return the rhythm of a post: the one that made it, else its account's for its type."""
        if self._strategy.linked(Cadence, post.cadence):
            return post.cadence
        found = (
            c.id
            for c in self._strategy.of(Cadence)
            if c.account and c.account == post.account and c.content_type in ("", post.content_type)
        )
        return next(found, "")

    def _take_up(self) -> Iterator[Proposal]:
        """Yield who could take what nobody has taken on."""
        for line in self._lines():
            for hand in self._others(line):
                given = given_to(line, hand.person)
                after = self._with(self._cells, line, changed(line, given))
                if all(
                    amount <= self._load.capacities.get((hand.id, week), 0)
                    for (who, week), amount in after.items()
                    if who == hand.id and amount > self._cells.get((who, week), 0)
                ):
                    cells = self._cells, after
                    yield self._proposal(Way.HAND, line, given, cells, hand=hand)
                    break


def mend(
    strategy: Strategy, found: Load, broken: Break, since: dt.date | None = None
) -> tuple[Proposal, ...]:
    """Return what would mend a week that breaks, each checked by counting again.

    Args:
        strategy: The plan.
        found: Its load; lines move within its weeks.
        broken: The week to mend.
        since: Nothing moves to a week before the one of this day.
    """
    return Mending(strategy, found, broken, since).proposals()


def _distances() -> Iterator[int]:
    """Yield weeks to move by, the nearest first, later before earlier."""
    for weeks in range(1, REACH + 1):
        yield from (weeks, -weeks)


def _rank(proposal: Proposal) -> tuple[bool, int]:
    """Order proposals: those that mend first, then those that take most away."""
    return not proposal.mends, proposal.after


def _fit(proposal: Proposal, short: int) -> tuple[bool, int]:
    gain = proposal.before - proposal.after
    return (gain < short, gain if gain >= short else -gain)
