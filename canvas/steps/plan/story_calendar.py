"""What the calendar says in the deck: the rhythm, then the next months as grids."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Cell, Column, Gap, Item, Month, Piece, Section, Slide, Table
from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.plan.telling import account_label, account_place
from canvas.steps.wording import listed, name_of, shorten, shown

_STEP = "plan"
_MONTHS_SHOWN = 3

# The year comes as text: as a number it would get a thousands separator.
_MONTHS = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)


def month_name(year: int, month: int) -> Message:
    """Return a month to open a sentence with."""
    return say(_MONTHS[month - 1], year=str(year))


def posts_per_week(cadences: Sequence[Cadence]) -> float:
    """Return how many posts a week the rhythms add up to."""
    return round(sum(cadence.posts_per_week or 0 for cadence in cadences), 2)


def plural_of(number: float) -> int:
    """Return the count that gives `number` its plural, in English and in French.

    1.5 is "1.5 posts" and « 1,5 publication »: 0 has these two forms as well.
    """
    return int(number) if number == 1 or number >= 2 else 0


def next_posts(strategy: Strategy) -> list[Post]:
    """Return the dated publications that are not out yet, the earliest first."""
    pending = [post for post in strategy.of(Post) if post.date and not post.is_out]
    return sorted(pending, key=_moment)


def _moment(post: Post) -> tuple[dt.date, dt.time]:
    return post.date or dt.date.max, post.time or dt.time.min


def calendar_story(strategy: Strategy) -> Iterator[Piece]:
    """The rhythm, then the next three months that have publications."""
    yield from _cadence(strategy)
    yield from _months(strategy)


def _cadence(strategy: Strategy) -> Iterator[Piece]:
    cadences = [c for c in strategy.of(Cadence) if c.what or c.posts_per_week]
    if not cadences:
        yield Gap(
            say(N_("The publishing rhythm")),
            say(N_("A rhythm that lasts is what readers and networks reward first.")),
            _STEP,
        )
        return
    yield Slide(
        Section.METHOD,
        _cadence_title(strategy, cadences),
        Table(
            (
                Column(say(N_("What goes out")), 1.6),
                Column(say(N_("Account")), 1.2),
                Column(say(N_("Posts a week")), 0.7, figures=True),
                Column(say(N_("Days")), 1.4),
                Column(say(N_("Times")), 0.8),
                Column(say(N_("Owner")), 1),
            ),
            [
                (
                    Cell(c.what, strong=True),
                    account_label(strategy, c.account),
                    shown(c.posts_per_week),
                    listed([shown(day) for day in c.weekdays]),
                    listed(c.times),
                    name_of(strategy, c.owner),
                )
                for c in cadences
            ],
        ),
        notes=[
            say(N_("0.25 a week is once a month. The sum of all lines is in the title.")),
        ],
        step=_STEP,
    )


def _cadence_title(strategy: Strategy, cadences: Sequence[Cadence]) -> Message:
    posts = posts_per_week(cadences)
    if not posts:
        return say(N_("What goes out, and when"))
    by_account: dict[str, float] = defaultdict(float)
    for cadence in cadences:
        if account_place(strategy, cadence.account):
            by_account[cadence.account] += cadence.posts_per_week or 0
    if not by_account:
        return say_count(
            "{posts} post a week", "{posts} posts a week", plural_of(posts), posts=posts
        )
    most = account_place(strategy, max(by_account, key=lambda account: by_account[account]))
    if len(by_account) == 1:
        return say_count(
            "{posts} post a week on {account}",
            "{posts} posts a week on {account}",
            plural_of(posts),
            posts=posts,
            account=most,
        )
    return say_count(
        "{posts} post a week, above all on {account}",
        "{posts} posts a week, above all on {account}",
        plural_of(posts),
        posts=posts,
        account=most,
    )


def _months(strategy: Strategy) -> Iterator[Piece]:
    coming = next_posts(strategy)
    months = list(dict.fromkeys((p.date.year, p.date.month) for p in coming if p.date))
    if not months:
        yield Gap(
            say(N_("The calendar of the next months")),
            say(N_("Without dated posts, nobody knows what to prepare this week.")),
            _STEP,
        )
        return
    for number, (year, month) in enumerate(months[:_MONTHS_SHOWN]):
        posts = sorted(
            (
                post
                for post in strategy.of(Post)
                if post.date and (post.date.year, post.date.month) == (year, month)
            ),
            key=_moment,
        )
        yield Slide(
            Section.METHOD,
            say_count(
                "{month}: {n} post planned",
                "{month}: {n} posts planned",
                len(posts),
                month=month_name(year, month),
            ),
            Month(year, month, [(post.date, _entry(post)) for post in posts if post.date]),
            notes=[say(N_("Posts of the month that are already out are shown with the others."))],
            step=_STEP,
            detail=number > 0,
        )


def _entry(post: Post) -> Item:
    title = post.title or shorten(post.text) or say(N_("Untitled post"))
    return Item(title, shown(post.network))
