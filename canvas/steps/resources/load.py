"""Hours needed and hours there are, by week and by person (C127, C128).

The rules, which the pages say in the same words:

* A calendar line takes its effort (`effort_of`).  It is spread evenly over the working
  days from its date less the lead time of its content type to its date; without a lead
  time it belongs to the week of its date.
* Each gesture of the promotion routine that serves the line takes its own effort, on the
  line's date plus its delay.
* An action is spread from its start to its due date, or belongs to the week of the one
  that is known.  Training belongs to its date, a reuse to the date planned for it.
* A weekly task takes its hours each week in which the strategy runs.
* Who: a line's author, else who publishes it, else the owner of its rhythm; a gesture
  without an owner is the line's; a task, an action or a reuse has an owner.  Work of
  nobody is counted as nobody's.
* A person has their hours a week, shared out over five working days, from their start to
  their end; while they are away only the hours left.  Who replaces them takes over the
  part of their lines that they have no hours for.
* What is done stays in the week in which it was done; what was dropped is not counted.
* Work whose effort nobody knows is listed as unknown: it is not zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from canvas.domain.strategy import Strategy
from canvas.steps.resources.hands import NOBODY, Hand
from canvas.steps.resources.spans import HOUR, monday
from canvas.steps.resources.work import Line, Piece, Source, Work

MINUTE = 60
"""Seconds that a week may lack without breaking: less is rounding."""


class Cause(StrEnum):
    """Why a week breaks."""

    ABSENCE = "absence"
    """Fewer hours than usual."""
    TAKEOVER = "takeover"
    """Work taken over from somebody who is away."""
    PILE = "pile"
    """More work than usual."""
    ALWAYS = "always"
    """More work than hours in most weeks."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One person in one week, in seconds.

    Attributes:
        by_source: What each source of work asks for; sources that ask for nothing left out.
        capacity: The hours that there are, None where nobody knows.
    """

    by_source: Mapping[Source, int]
    capacity: int | None

    @property
    def needed(self) -> int:
        """All that is asked for."""
        return sum(self.by_source.values())

    @property
    def spare(self) -> int | None:
        """What is left over, negative where it is short; None where unknown."""
        return None if self.capacity is None else self.capacity - self.needed

    @property
    def short(self) -> int:
        """What is missing; 0 where there is enough, or nobody knows."""
        missing = -(self.spare or 0)
        return missing if missing > MINUTE else 0


@dataclass(frozen=True, slots=True)
class Load:
    """Hours needed against hours there are.  All amounts are in seconds.

    Attributes:
        weeks: The Mondays, one after the other.
        hands: Who works: the team, then people whose hours are not known, then nobody
            where there is work of nobody.
        pieces: All work: what one record asks of one person in one week.
        unknown: Work of these weeks whose effort nobody knows.
        undated: Work that is in no week, since it has no date.
        capacities: Hours by person and week, left out where not known.
    """

    weeks: tuple[dt.date, ...]
    hands: tuple[Hand, ...]
    pieces: tuple[Piece, ...]
    unknown: tuple[Line, ...]
    undated: tuple[Line, ...]
    capacities: Mapping[tuple[str, dt.date], int]
    _cells: dict[tuple[str, dt.date], dict[Source, int]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __post_init__(self) -> None:
        for piece in self.pieces:
            cell = self._cells.setdefault((piece.hand, piece.week), {})
            cell[piece.source] = cell.get(piece.source, 0) + piece.amount

    def hand(self, hand_id: str) -> Hand:
        """Return who has this id."""
        return next(hand for hand in self.hands if hand.id == hand_id)

    def cell(self, hand_id: str, week: dt.date) -> Cell:
        """Return one person's week."""
        found = self._cells.get((hand_id, week), {})
        return Cell(found, self.capacities.get((hand_id, week)))

    def team(self, week: dt.date) -> Cell:
        """Return the week of all together: everybody's work, and the hours that are known."""
        return self._sum(self.hands, week)

    def compared(self, week: dt.date) -> Cell:
        """Return the week of those whose hours are known, with the work of nobody.

        This is what the team must be able to do; those whose hours are not known do
        theirs beside it.
        """
        known = [h for h in self.hands if h is NOBODY or (h.id, week) in self.capacities]
        return self._sum(known, week)

    def _sum(self, hands: Iterable[Hand], week: dt.date) -> Cell:
        by_source: dict[Source, int] = {}
        for hand in hands:
            for source, amount in self._cells.get((hand.id, week), {}).items():
                by_source[source] = by_source.get(source, 0) + amount
        known = [c for h in hands if (c := self.capacities.get((h.id, week))) is not None]
        return Cell(by_source, sum(known) if known else None)

    @property
    def needed(self) -> int:
        """All work of all weeks."""
        return sum(piece.amount for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Break:
    """A week in which somebody lacks hours.

    Attributes:
        week: Its Monday.
        hand: Who lacks them; `NOBODY` stands for the whole team, whose free hours are
            fewer than what nobody has taken on.
        cell: What is needed and what there is.
        cause: Why.
        usual: What the person needs in the middle one of their other weeks, in seconds.
        pieces: The work of that week, the heaviest first.
    """

    week: dt.date
    hand: Hand
    cell: Cell
    cause: Cause
    usual: int
    pieces: tuple[Piece, ...]

    @property
    def short(self) -> int:
        """Seconds that are missing."""
        return self.cell.short


def load(strategy: Strategy, first: dt.date, last: dt.date) -> Load:
    """Return the load of the weeks from the one of `first` to the one of `last`."""
    work, weeks = _work(strategy, first, last)
    pieces = tuple(work.pieces())
    kept = _kept(work, {piece.hand for piece in pieces})
    capacities = _capacities(work, kept, weeks)
    return Load(weeks, kept, pieces, tuple(work.unknown), tuple(work.undated), capacities)


def first_full_week(strategy: Strategy, first: dt.date, last: dt.date) -> Break | None:
    """Return the first of these weeks in which somebody, or the whole team, lacks hours.

    It is the first of `breaks`, but for its cause and what is usual, without the pieces of
    all other weeks.
    """
    work, weeks = _work(strategy, first, last)
    cells = {
        (hand, dt.date.fromordinal(week)): cell for (hand, week), cell in work.amounts().items()
    }
    kept = _kept(work, {hand for hand, _ in cells})
    found = Load(weeks, kept, (), (), (), _capacities(work, kept, weeks), cells)
    broken = first_break(found)
    return broken and first_break(load(strategy, broken.week, broken.week))


def _work(strategy: Strategy, first: dt.date, last: dt.date) -> tuple[Work, tuple[dt.date, ...]]:
    start = monday(first.toordinal())
    end = max(monday(last.toordinal()), start) + 6
    window = (start, min(end, dt.date.max.toordinal()))
    weeks = tuple(dt.date.fromordinal(day) for day in range(start, window[1] + 1, 7))
    return Work(strategy, window), weeks


def _kept(work: Work, busy: Collection[str]) -> tuple[Hand, ...]:
    return tuple(hand for hand in work.hands.all if hand.member is not None or hand.id in busy)


def _capacities(
    work: Work, hands: Iterable[Hand], weeks: Sequence[dt.date]
) -> dict[tuple[str, dt.date], int]:
    return {
        (hand.id, week): capacity
        for hand in hands
        for week in weeks
        if (capacity := work.hands.capacity(hand, week)) is not None
    }


def breaks(found: Load) -> Iterator[Break]:
    """Yield the weeks in which somebody lacks hours, each with the one who lacks most."""
    for week in found.weeks:
        short = [
            (cell.short, number, hand, cell)
            for number, hand in enumerate(found.hands)
            if (cell := found.cell(hand.id, week)).short
        ]
        if short:
            _, _, hand, cell = max(short, key=lambda one: (one[0], -one[1]))
            yield _broken(found, week, hand, cell)
        elif (cell := found.compared(week)).short:
            yield _broken(found, week, NOBODY, cell)


def first_break(found: Load) -> Break | None:
    """Return the first week in which somebody, or the whole team, lacks hours."""
    return next(breaks(found), None)


def _broken(found: Load, week: dt.date, hand: Hand, cell: Cell) -> Break:
    pieces = [p for p in found.pieces if p.week == week and p.hand == hand.id]
    pieces.sort(key=lambda piece: (-piece.amount, piece.record))
    others = sorted(_needed(found, hand, other) for other in found.weeks if other != week)
    usual = others[len(others) // 2] if others else 0
    capacities = [c for w in found.weeks if (c := _capacity(found, hand, w)) is not None]
    ordinary = max(capacities, default=0)
    if any(piece.instead_of for piece in pieces):
        cause = Cause.TAKEOVER
    elif (cell.capacity or 0) + MINUTE < ordinary and cell.needed <= ordinary:
        cause = Cause.ABSENCE
    elif usual > ordinary:
        cause = Cause.ALWAYS
    else:
        cause = Cause.PILE
    return Break(week, hand, cell, cause, usual, tuple(pieces))


def _needed(found: Load, hand: Hand, week: dt.date) -> int:
    cell = found.compared(week) if hand is NOBODY else found.cell(hand.id, week)
    return cell.needed


def _capacity(found: Load, hand: Hand, week: dt.date) -> int | None:
    cell = found.compared(week) if hand is NOBODY else found.cell(hand.id, week)
    return cell.capacity


def in_hours(amount: int) -> float:
    """Return seconds as hours, with two decimals."""
    return round(amount / HOUR, 2)
