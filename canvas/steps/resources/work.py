"""The work that a plan asks for, record by record, week by week (C128).

`canvas.steps.resources.load` says by which rules.
"""

from __future__ import annotations

import datetime as dt
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
from canvas.steps.resources.spans import monday, seconds, split, spread


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


class Work:
    """Reads a strategy's work within a window of days.

    Attributes:
        unknown: What was met without a known effort.
        undated: What was met without a date.
    """

    def __init__(self, strategy: Strategy, window: tuple[int, int]) -> None:
        self._strategy = strategy
        self._window = window
        self.hands = Hands(strategy)
        self._gestures = [g for g in strategy.of(PromotionAction) if not g.is_blank()]
        self._latest = max((g.delay_days or 0 for g in self._gestures), default=0)
        self._period = period_of(strategy)
        self.unknown: list[Line] = []
        self.undated: list[Line] = []

    def pieces(self) -> Iterator[Piece]:
        """Yield all work."""
        for record_type in (Post, Action, Training, Repurposing, TaskAutomation):
            for record in self._strategy.of(record_type):
                if not record.is_blank():
                    yield from self.of(record)

    def of(self, record: Record) -> Iterator[Piece]:
        """Yield what one record asks for, a gesture of promotion with its post."""
        if isinstance(record, Post):
            yield from self._post(record)
        elif isinstance(record, TaskAutomation):
            yield from self._task(record)
        elif isinstance(record, _Dated) and record.status is not Progress.DROPPED:
            yield from self._once(record)

    def _post(self, post: Post) -> Iterator[Piece]:
        if post.date is None:
            self.undated.append(Line(Source.POSTS, post.id))
            return
        date = post.date.toordinal()
        if date + max(0, self._latest) < self._window[0] - 6:
            return
        kind = self._strategy.linked(ContentType, post.content_type)
        cadence = self._strategy.linked(Cadence, post.cadence)
        owner = cadence.owner if cadence else ""
        hand = self.hands.of(post.author, post.publisher, owner)
        lead = kind.lead_days if kind else None
        days = _week_of(date) if lead is None else (date - max(0, lead), date)
        effort = effort_of(self._strategy, post)
        yield from self._laid(Line(Source.POSTS, post.id), post.id, hand, effort, days)
        level = PromotionLevel.MAJOR if post.is_major else PromotionLevel.MINOR
        for gesture in self._gestures:
            if gesture.serves(level):
                day = date + max(0, gesture.delay_days or 0)
                doer = self.hands.of(gesture.owner) or hand
                line = Line(Source.PROMOTION, gesture.id)
                yield from self._laid(line, post.id, doer, gesture.effort_hours, (day, day))

    def _once(self, record: _Dated) -> Iterator[Piece]:
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
        yield from self._laid(Line(source, record.id), record.id, hand, record.effort_hours, days)

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
        self, line: Line, record: str, hand: str, effort: float | None, days: tuple[int, int]
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
