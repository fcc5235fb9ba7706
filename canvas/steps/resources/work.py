"""The work that a plan asks for, record by record, week by week (C128).

`canvas.steps.resources.load` says by which rules.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action, Training
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.effort import effort_of
from canvas.steps.plan.promotion import PromotionAction, Repurposing
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.hands import Hands
from canvas.steps.resources.period import period_of
from canvas.steps.resources.spans import by_week, monday, seconds, split, spread


class Source(Choice):
    """Where work comes from."""

    POSTS = "posts", N_("Posts")
    PROMOTION = "promotion", N_("Getting it seen")
    TASKS = "tasks", N_("Weekly tasks")
    ACTIONS = "actions", N_("Actions")
    TRAINING = "training", N_("Learning")
    REUSE = "reuse", N_("Reuses")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one record asks of one person in one week.

    Attributes:
        week: The Monday.
        hand: Id of who does it, "" for nobody.
        source: Where it comes from.
        record: Id of the post, action, training, reuse or task; a gesture of promotion
            goes by its post.
        amount: Seconds.
        instead_of: Id of who would do it, were they not away; "" for work of one's own.
    """

    week: dt.date
    hand: str
    source: Source
    record: str
    amount: int
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Work that cannot be counted: its source and its record, a gesture by its own id."""

    source: Source
    record: str


_Dated = Action | Training | Repurposing

_Part = tuple[Line, str, str, float | None, int, int]
"""Work as it is asked for: what, of which record, by whom, hours, first and last day."""

_Asked = tuple[str, float | None, int, int]
"""The same without what it is and whose."""


class Work:
    """Reads a strategy's work within a window of whole weeks.

    Attributes:
        unknown: What was met without a known effort.
        undated: What was met without a date.
    """

    def __init__(self, strategy: Strategy, window: tuple[int, int]) -> None:
        self._strategy = strategy
        self._window = window
        self.hands = Hands(strategy)
        gestures = [g for g in strategy.of(PromotionAction) if not g.is_blank()]
        self._latest = max((g.delay_days or 0 for g in gestures), default=0)
        self._routines = {
            level: [
                (
                    Line(Source.PROMOTION, g.id),
                    max(0, g.delay_days or 0),
                    self.hands.of(g.owner),
                    g.effort_hours,
                )
                for g in gestures
                if g.serves(level)
            ]
            for level in (PromotionLevel.MAJOR, PromotionLevel.MINOR)
        }
        self._leads = {kind.id: kind.lead_days for kind in strategy.of(ContentType)}
        self._owners = {cadence.id: cadence.owner for cadence in strategy.of(Cadence)}
        self._doers: dict[tuple[str, str, str], str] = {}
        self._period = period_of(strategy)
        self.unknown: list[Line] = []
        self.undated: list[Line] = []

    def pieces(self) -> Iterator[Piece]:
        """Yield all work."""
        for record in self._records():
            yield from self.of(record)

    def of(self, record: Record) -> Iterator[Piece]:
        """Yield what one record asks for, a gesture of promotion with its post."""
        if isinstance(record, TaskAutomation):
            yield from self._task(record)
        for part in self._parts(record):
            yield from self._laid(*part)

    def amounts(self) -> dict[tuple[str, int], dict[Source, int]]:
        """Return seconds by hand and Monday, by where the work comes from.

        That is the sum of all pieces, several times as fast as to make them: what posts ask
        for alike is laid over its weeks once and counted as often as it comes.
        """
        own: dict[_Asked, int] = {}
        promoted: dict[tuple[int, bool, str], int] = {}
        found: dict[tuple[str, int], dict[Source, int]] = {}
        for record in self._records():
            if not isinstance(record, Post):
                for piece in self.of(record):
                    _add(found, piece.hand, piece.week.toordinal(), piece.source, piece.amount)
            elif record.date is not None:
                date = record.date.toordinal()
                asked = self._asked(record, date)
                own[asked] = own.get(asked, 0) + 1
                routine = (date, record.is_major, asked[0])
                promoted[routine] = promoted.get(routine, 0) + 1
        routines: Counter[_Asked] = Counter()
        for (day, is_major, hand), count in promoted.items():
            for part in self._routine("", day, is_major, hand):
                routines[part[2:]] += count
        for source, counted in ((Source.POSTS, own), (Source.PROMOTION, routines)):
            for one, count in counted.items():
                for doer, week, amount in self._in_weeks(*one):
                    _add(found, doer, week, source, amount * count)
        return found

    def _in_weeks(
        self, hand: str, effort: float | None, first: int, last: int
    ) -> Iterator[tuple[str, int, int]]:
        """Yield who does how much of an effort in which week of the window."""
        if effort is None or last < self._window[0] or first > self._window[1]:
            return
        if self.hands.replaced_in(hand, first, last):
            for piece in self._laid(Line(Source.POSTS, ""), "", hand, effort, first, last):
                yield piece.hand, piece.week.toordinal(), piece.amount
        elif monday(first) == monday(last):
            if amount := seconds(effort):
                yield hand, monday(first), amount
        else:
            for week, share in by_week(seconds(effort), first, last, self._window):
                yield hand, week, share

    def _records(self) -> Iterator[Record]:
        """Yield all records that may ask for something in the window, and all undated posts."""
        longest_lead = max((lead or 0 for lead in self._leads.values()), default=0)
        first = _date(self._window[0] - 6 - max(0, self._latest))
        last = _date(self._window[1] + 6 + max(0, longest_lead))
        for post in self._strategy.of(Post):
            # A dated line is not blank, which is quicker to see.
            if first <= post.date <= last if post.date is not None else not post.is_blank():
                yield post
        for record_type in (Action, Training, Repurposing, TaskAutomation):
            yield from (one for one in self._strategy.of(record_type) if not one.is_blank())

    def _parts(self, record: Record) -> Iterator[_Part]:
        if isinstance(record, Post):
            if record.date is None:
                self.undated.append(Line(Source.POSTS, record.id))
                return
            date = record.date.toordinal()
            asked = self._asked(record, date)
            yield Line(Source.POSTS, record.id), record.id, *asked
            yield from self._routine(record.id, date, record.is_major, asked[0])
        elif isinstance(record, _Dated) and record.status is not Progress.DROPPED:
            yield from self._once(record)

    def _asked(self, post: Post, date: int) -> _Asked:
        """Return what a post asks for without its promotion."""
        people = (post.author, post.publisher, self._owners.get(post.cadence, ""))
        hand = self._doers.get(people)
        if hand is None:
            hand = self._doers[people] = self.hands.of(*people)
        lead = self._leads.get(post.content_type)
        begin, end = _week_of(date) if lead is None else (date - max(0, lead), date)
        return hand, effort_of(self._strategy, post), begin, end

    def _routine(self, post: str, date: int, is_major: bool, hand: str) -> Iterator[_Part]:
        """Yield the gestures that promote a post."""
        level = PromotionLevel.MAJOR if is_major else PromotionLevel.MINOR
        for line, delay, doer, hours in self._routines[level]:
            yield line, post, doer or hand, hours, date + delay, date + delay

    def _once(self, record: _Dated) -> Iterator[_Part]:
        if isinstance(record, Action):
            source, hand = Source.ACTIONS, self.hands.of(record.owner)
            days = _period(record.start, record.due)
        elif isinstance(record, Training):
            source, hand = Source.TRAINING, self.hands.of(record.person)
            days = _period(None, record.date)
        else:
            source, hand = Source.REUSE, self.hands.of(record.owner)
            days = _period(None, record.planned_date)
        if days is None:
            if record.status is not Progress.DONE:
                self.undated.append(Line(source, record.id))
            return
        yield Line(source, record.id), record.id, hand, record.effort_hours, *days

    def _task(self, task: TaskAutomation) -> Iterator[Piece]:
        first, last = self._window
        if self._period is not None:
            first = max(first, self._period[0].toordinal())
            last = min(last, self._period[1].toordinal())
        if first > last:
            return
        if task.hours is None:
            self._met(Line(Source.TASKS, task.id))
            return
        hand = self.hands.of(task.owner)
        shares = split(seconds(task.hours), (1, 1, 1, 1, 1, 0, 0))
        given = [(day, shares[(day - 1) % 7]) for day in range(first, last + 1)]
        yield from self._weeks(Source.TASKS, task.id, hand, given)

    def _laid(
        self, line: Line, record: str, hand: str, effort: float | None, *days: int
    ) -> Iterator[Piece]:
        """Yield an effort spread from the first to the last day, within the window."""
        first, last = days
        if last < self._window[0] or first > self._window[1]:
            return
        if effort is None:
            self._met(line)
            return
        amount = seconds(effort)
        if first == last:
            given = [(first, amount)]
        else:
            given = list(spread(amount, first, last, self._window))
        yield from self._weeks(line.source, record, hand, given)

    def _weeks(
        self, source: Source, record: str, hand: str, days: list[tuple[int, int]]
    ) -> Iterator[Piece]:
        """Yield days of work by week, each part with who really does it."""
        if not days:
            return
        amounts: dict[tuple[int, str], int] = {}
        shared = self.hands.replaced_in(hand, days[0][0], days[-1][0])
        for day, amount in days:
            week = monday(day)
            if not shared:
                amounts[week, hand] = amounts.get((week, hand), 0) + amount
                continue
            for doer, part in self.hands.doing(hand, day, amount):
                amounts[week, doer] = amounts.get((week, doer), 0) + part
        for (week, doer), amount in amounts.items():
            if amount:
                instead = hand if doer != hand else ""
                yield Piece(dt.date.fromordinal(week), doer, source, record, amount, instead)

    def _met(self, line: Line) -> None:
        if line not in self.unknown:
            self.unknown.append(line)


def _add(
    found: dict[tuple[str, int], dict[Source, int]],
    hand: str,
    week: int,
    source: Source,
    amount: int,
) -> None:
    cell = found.setdefault((hand, week), {})
    cell[source] = cell.get(source, 0) + amount


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(min(max(1, ordinal), dt.date.max.toordinal()))


def _week_of(day: int) -> tuple[int, int]:
    return monday(day), monday(day) + 6


def _period(start: dt.date | None, due: dt.date | None) -> tuple[int, int] | None:
    """Return the days of a piece of work: from start to due, or the week of the one known."""
    known = due or start
    if known is None:
        return None
    if start is None or due is None or start > due:
        return _week_of(known.toordinal())
    return start.toordinal(), due.toordinal()
