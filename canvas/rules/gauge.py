"""What a gauge of the plan says: a figure, its target, and the lines that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.remembered import Remembered
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Network
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import shorten

NAMED = 3
"""Lines that a sentence names; the others are counted."""


class Fit(StrEnum):
    """How a figure stands to its target."""

    FITS = "fits"
    NEAR = "near"
    OFF = "off"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a gauge.

    Attributes:
        label: What it measures.
        figure: The figure in words, with its unit.
        amount: The figure: lines, hours or days.
        fill: How far the bar goes, 0.0–1.0.
        mark: Where its target stands on the same scale, None where there is none.
        fit: Its own verdict, None where it has the gauge's.
        unsaid: Whether it is what nobody said, which is not part of any share.
    """

    label: Said
    figure: Message
    amount: float
    fill: float
    mark: float | None = None
    fit: Fit | None = None
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class Gauge:
    """One thing that a plan keeps to, or does not.

    Attributes:
        key: Its name in addresses and tests.
        title: What it is called, to translate.
        figure: Where the plan stands.
        target: Where it should be, None where nobody said.
        fit: The verdict.
        said: One sentence or two: what is the matter, and with which lines.
        records: The lines concerned, those to see to first at the head.
        bars: The figure in detail.
    """

    key: str
    title: str
    figure: Message
    target: Message | None
    fit: Fit
    said: tuple[Message, ...]
    records: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True)
class Scope:
    """What is looked at.

    Attributes:
        strategy: The plan.
        first: The first day.
        last: The last day, on or after the first.
        network: One network, None for all.
        today: The day that reserves are counted from.
        holidays: Public holidays by day, None where the country is not known.
    """

    strategy: Strategy
    first: dt.date
    last: dt.date
    network: Network | None
    today: dt.date
    holidays: Mapping[dt.date, str] | None = field(default=None, compare=False)

    @property
    def weeks(self) -> float:
        """How long the period is."""
        return ((self.last - self.first).days + 1) / 7

    @cached_property
    def dated(self) -> tuple[Post, ...]:
        """All dated lines of the network, in any period, the earliest first."""
        posts = self.strategy.of(Post)
        everywhere = _DATED.get(self.strategy.id, Post.key, (posts,), lambda: in_order(posts))
        if self.network is None:
            return everywhere
        return tuple(post for post in everywhere if network_of(self.strategy, post) is self.network)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The lines of the period, the earliest first."""
        return tuple(post for post in self.dated if self.first <= day_of(post) <= self.last)


def in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return the lines that have a day, the earliest first."""
    return tuple(sorted((post for post in posts if post.date is not None), key=moment))


_DATED: Remembered[tuple[Post, ...]] = Remembered()
"""Calendars in order: several rules and gauges of one page ask for the same one."""


def day_of(post: Post) -> dt.date:
    """Return the day of a line that is known to have one."""
    assert post.date is not None
    return post.date


def moment(post: Post) -> tuple[dt.date, dt.time, str]:
    """Return what orders the lines of a calendar."""
    return post.date or dt.date.max, post.time or dt.time.min, post.id


def network_of(strategy: Strategy, post: Post) -> Network | None:
    """Return where a line goes out: what it says, else its account's network."""
    if post.network is not None:
        return post.network
    account = strategy.linked(Account, post.account)
    return account.network if account else None


def ids(posts: Iterable[Post]) -> tuple[str, ...]:
    """Return the ids of lines."""
    return tuple(post.id for post in posts)


def called(title: str) -> Message:
    """Return how a sentence names a line."""
    if not title:
        return say(N_("a line without a title"))
    return say(N_("“{text}”"), text=shorten(title, 40))


def named(titles: Sequence[str]) -> tuple[Message, ...]:
    """Return lines as a sentence lists them: a few by name, the others by their number."""
    if len(titles) <= NAMED + 1:
        return tuple(called(title) for title in titles)
    rest = say_count("{n} other", "{n} others", len(titles) - NAMED)
    return (*(called(title) for title in titles[:NAMED]), rest)


def names(posts: Iterable[Post]) -> tuple[Message, ...]:
    """Return lines of the calendar as a sentence lists them."""
    return named([post.title for post in posts])


def in_days(number: int) -> Message:
    """Return a number of days as a figure."""
    return say_count("{n} day", "{n} days", number)


def at_most(figure: float, target: float | None, slack: float) -> Fit:
    """Return the verdict on what must not exceed its target by more than `slack`."""
    if target is None:
        return Fit.UNKNOWN
    if figure <= target + 1e-9:
        return Fit.FITS
    return Fit.NEAR if figure <= target + slack + 1e-9 else Fit.OFF


def at_least(figure: float, target: float | None, slack: float) -> Fit:
    """Return the verdict on what must not fall below its target by more than `slack`."""
    return at_most(-figure, None if target is None else -target, slack)


def worst(fits: Iterable[Fit]) -> Fit:
    """Return the verdict on several figures together; those without a target do not count."""
    found = [fit for fit in fits if fit is not Fit.UNKNOWN]
    order = (Fit.FITS, Fit.NEAR, Fit.OFF)
    return max(found, key=order.index) if found else Fit.UNKNOWN
