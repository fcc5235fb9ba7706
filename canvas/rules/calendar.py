"""The lines of the calendar by day, and the weeks that fall short of the rhythm (C104, C105)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import is_not

from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence

WEEK = dt.timedelta(7)


@dataclass(frozen=True, slots=True)
class Days:
    """All lines of a calendar, found by their day.

    Attributes:
        dated: The lines of each day that has some, in the order of the day.
        ideas: Those without a day, the newest first.
        known: All lines in their own order: what is not among them has changed since.
    """

    dated: Mapping[dt.date, tuple[Post, ...]]
    ideas: tuple[Post, ...]
    known: tuple[Post, ...]

    def between(self, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, tuple[Post, ...]]]:
        """Yield the days that have lines between two days, both included."""
        for number in range((last - first).days + 1):
            day = first + dt.timedelta(number)
            if day in self.dated:
                yield day, self.dated[day]

    def nearest(self, day: dt.date) -> dt.date:
        """Return a day of the nearest month with lines: this one, a later one, an earlier one."""
        if not self.dated or any(d.year == day.year and d.month == day.month for d in self.dated):
            return day
        later = [d for d in self.dated if d > day]
        return min(later) if later else max(self.dated)


def by_day(posts: Sequence[Post], before: Days | None = None) -> Days:
    """Return the lines by day; on top of `before`, only the days of changed lines are sorted.

    Records are taken over from one snapshot to the next as they are, so that a line which
    did not change is the same object.
    """
    gone, come = _changed(before.known, posts) if before else ((), posts)
    if before and not gone and not come:
        return before
    touched = {post.date for post in (*gone, *come)}
    left = {id(post) for post in gone}
    lines: defaultdict[dt.date | None, list[Post]] = defaultdict(list)
    for day in touched if before else ():
        kept = before.ideas if day is None else before.dated.get(day, ())  # type: ignore[union-attr]
        lines[day].extend(post for post in kept if id(post) not in left)
    for post in come:
        lines[post.date].append(post)
    dated = dict(before.dated) if before else {}
    for day in touched:
        if day is None:
            continue
        if lines[day]:
            dated[day] = tuple(sorted(lines[day], key=_moment))
        else:
            dated.pop(day, None)
    ideas = before.ideas if before else ()
    if None in touched:
        ideas = tuple(sorted(lines[None], key=_own, reverse=True))
    return Days(dated, ideas, tuple(posts))


def _changed(before: Sequence[Post], now: Sequence[Post]) -> tuple[list[Post], list[Post]]:
    """Return the lines that are no more, and those that are new.

    Both are in one order, and an edit changes few of many: where none came or went, only
    those that differ at their place are looked at, at the speed of a loop in C.
    """
    if len(before) == len(now):
        places = tuple(compress(zip(before, now, strict=True), map(is_not, before, now)))
        before, now = [old for old, _ in places], [new for _, new in places]
    old, new = ({id(post): post for post in posts} for posts in (before, now))
    gone = [post for key, post in old.items() if key not in new]
    return gone, [post for key, post in new.items() if key not in old]


def _own(post: Post) -> tuple[float, str]:
    return post.position, post.id


def _moment(post: Post) -> tuple[bool, dt.time, float, str]:
    """Order the lines of a day: by the clock, those without a time last."""
    return post.time is None, post.time or dt.time.min, post.position, post.id


def monday_of(day: dt.date) -> dt.date:
    """Return the first day of the week that a day is in."""
    return day - dt.timedelta(day.weekday())


def month_grid(day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the whole weeks that show the month of a day."""
    first = day.replace(day=1)
    following = (first + dt.timedelta(31)).replace(day=1)
    return monday_of(first), monday_of(following - dt.timedelta(1)) + dt.timedelta(6)


@dataclass(frozen=True, slots=True)
class Short:
    """A week in which an account publishes less than its rhythm says.

    Attributes:
        account: The account's id.
        planned: How many lines the week has.
        wanted: How many the rhythm wants, in whole posts.
    """

    account: str
    planned: int
    wanted: int


def short_weeks(
    strategy: Strategy, days: Days, first: dt.date, last: dt.date
) -> dict[dt.date, tuple[Short, ...]]:
    """Return the weeks between two days that fall short of the rhythm, by their Monday.

    A rhythm of less than a post a week says nothing of one week.
    """
    found: dict[dt.date, tuple[Short, ...]] = {}
    monday = monday_of(first)
    while monday <= last:
        wanted: defaultdict[str, float] = defaultdict(float)
        for cadence in strategy.of(Cadence):
            if cadence.account and _runs(cadence, monday):
                wanted[cadence.account] += cadence.posts_per_week or 0.0
        planned: defaultdict[str, int] = defaultdict(int)
        for _, posts in days.between(monday, monday + dt.timedelta(6)):
            for post in posts:
                planned[post.account] += 1
        short = tuple(
            Short(account, planned[account], int(number))
            for account, number in wanted.items()
            if planned[account] < int(number)
        )
        if short:
            found[monday] = short
        monday += WEEK
    return found


def _runs(cadence: Cadence, monday: dt.date) -> bool:
    """Return whether a rhythm runs through a whole week."""
    started = cadence.start is None or cadence.start <= monday
    return started and (cadence.end is None or cadence.end >= monday + dt.timedelta(6))


def lines_of(
    days: Days,
    first: dt.date,
    last: dt.date,
    wanted: Callable[[Post], bool],
    most: Callable[[dt.date], int],
) -> tuple[list[Post], dict[dt.date, int]]:
    """Return the wanted lines between two days, and how many there are where some are left out.

    Args:
        days: All lines.
        first: The first day.
        last: The last day.
        wanted: Which lines to return.
        most: How many of a day at most.
    """
    found: list[Post] = []
    more: dict[dt.date, int] = {}
    for day, posts in days.between(first, last):
        kept = [post for post in posts if wanted(post)]
        found += kept[: most(day)]
        if len(kept) > most(day):
            more[day] = len(kept)
    return found, more
