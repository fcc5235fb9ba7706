"""The accounts over a period: followers, what was seen and done, rates, organic and paid.

The engagement rate is computed again from its parts: interactions divided by views, by
impressions where there are none, by reach as a last resort, both of the same source.
Organic reach is what a post reaches on average, over the followers (C54).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span
from canvas.rules.feeds import PEOPLE, Months, engagement, exists_in, interactions
from canvas.rules.usual_reach import Range, usual_reach
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.figures import snapshots
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.figures import PostResult
from canvas.steps.measure.series import Month

FEWEST_POSTS = 3
"""Posts from which an average says something of organic reach."""

MEASURES = (
    Metric.REACH,
    Metric.IMPRESSIONS,
    Metric.VIEWS,
    Metric.ENGAGEMENTS,
    Metric.CLICKS,
)
"""What is shown of each account beside its followers, where it is known."""

_OTHERWISE = {Metric.CLICKS: Metric.LINK_CLICKS, Metric.REACH: Metric.VIEWERS}

SPLIT = (
    Metric.IMPRESSIONS,
    Metric.VIEWS,
    Metric.REACH,
    Metric.LIKES,
    Metric.COMMENTS,
    Metric.SHARES,
    Metric.CLICKS,
    Metric.NEW_FOLLOWERS,
)
"""What may be known in its organic and its paid part."""


@dataclass(frozen=True, slots=True)
class Level:
    """A number of followers, and the day that it was read."""

    value: float
    day: dt.date


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure over a period, and over the one before.

    Attributes:
        metric: What is counted.
        value: The figure of the period, None where it is not known.
        previous: That of the period before; None where it is not known.
        is_whole: Whether the whole period is known; where it is not, nothing is compared.
        from_posts: Whether it adds up the posts of the period, since no figure of the
            account itself is known.
        is_added: Whether it adds up people who were counted on several days or of several
            posts, and may be there more than once.
    """

    metric: Metric
    value: float | None
    previous: float | None
    is_whole: bool
    from_posts: bool = False
    is_added: bool = False

    @property
    def change(self) -> float | None:
        """By how much it moved; None where one of the two is not known whole."""
        if self.value is None or self.previous is None or not self.is_whole:
            return None
        return self.value - self.previous


@dataclass(frozen=True, slots=True)
class Rate:
    """An engagement rate.

    Attributes:
        base: What interactions are divided by.
        value: Interactions over it in the period, as a ratio; None where not known.
        previous: The same of the period before.
    """

    base: Metric
    value: float | None
    previous: float | None


@dataclass(frozen=True, slots=True)
class OrganicReach:
    """What posts reach of an account's followers without advertising (C54).

    Attributes:
        value: The average over its posts, as a ratio; None with too few of them.
        posts: How many posts it is made of.
        ranges: What the strategy and the sources say is usual.
    """

    value: float | None
    posts: int
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class AccountFigures:
    """One account over a period.

    Attributes:
        account: The account.
        followers: Its followers at the end of the period, None where not known; its day
            says whether they were read in the period or earlier.
        before: Those read in the period before, to compare with; None where either of the
            two periods has none.
        amounts: What is known of each measure, in their order; those never known left out.
        engagement: Its engagement rate, None where nothing is known of its parts.
        organic: What its posts reach without advertising.
        missing: What is not known, in sentences.
    """

    account: Account
    followers: Level | None
    before: Level | None
    amounts: tuple[Amount, ...]
    engagement: Rate | None
    organic: OrganicReach
    missing: tuple[Message, ...]

    @property
    def gained(self) -> float | None:
        """Followers won or lost since the period before; None where one is not known."""
        if self.followers is None or self.before is None:
            return None
        return self.followers.value - self.before.value


def account_figures(strategy: Strategy, months: Months, span: Span) -> tuple[AccountFigures, ...]:
    """Return the accounts that were there in the period, those with most followers first."""
    found = [
        _account(strategy, months, account, span)
        for account in strategy.of(Account)
        if (account.handle or account.network) and exists_in(strategy, account.id, span.months[-1])
    ]
    return tuple(sorted(found, key=lambda one: -(one.followers.value if one.followers else -1)))


def _account(strategy: Strategy, months: Months, account: Account, span: Span) -> AccountFigures:
    posts = [p for p in months.figures.posts_between(span.first, span.last)
             if p.account == account.id]  # fmt: skip
    followers = followers_on(strategy, months, account.id, span.last)
    before = followers_on(strategy, months, account.id, span.previous.last)
    if before and (before.day < span.previous.first or not followers or followers.day < span.first):
        before = None
    amounts = tuple(
        found
        for metric in MEASURES
        if (found := _amount(months, account.id, metric, span, posts)) is not None
    )
    rate = engagement_rate(months, account.id, span)
    organic = _organic(strategy, account, followers, posts)
    return AccountFigures(
        account,
        followers,
        before,
        amounts,
        rate,
        organic,
        (
            *_missing((followers, before), amounts, rate, span),
            *_besides(months, account, amounts, span),
        ),
    )


def followers_on(strategy: Strategy, months: Months, account: str, day: dt.date) -> Level | None:
    """Return the latest number of followers read until a day.

    Readings and files count, and the audit's figures too.  Where followers won and lost
    are known for each day since, they are added.
    """
    levels = {
        s.date: float(s.followers)
        for s in snapshots(strategy, account)
        if s.date and s.followers is not None
    }
    levels |= months.figures.days(account, Metric.FOLLOWERS)
    known = [at for at in levels if at <= day]
    if not known:
        return None
    latest = max(known)
    won = months.figures.days(account, Metric.NEW_FOLLOWERS)
    lost = months.figures.days(account, Metric.UNFOLLOWS)
    value = levels[latest]
    while latest < day:
        following = latest + dt.timedelta(1)
        if following not in won or following not in lost:
            break
        value += won[following] - lost[following]
        latest = following
    return Level(value, latest)


def _amount(
    months: Months, account: str, metric: Metric, span: Span, posts: Sequence[PostResult]
) -> Amount | None:
    for known in filter(None, (metric, _OTHERWISE.get(metric))):
        if months.of(account, known):
            now = months.over(account, known, span.months)
            before = months.over(account, known, span.previous.months)
            return Amount(
                known,
                now.value if now else None,
                before.value if before and before.is_whole else None,
                now is not None and now.is_whole,
                is_added=known in PEOPLE and now is not None and now.days > 1,
            )
    total = _of_posts(posts, metric)
    if total is None:
        return None
    own = [p for p in months.figures.posts_between(span.previous.first, span.previous.last)
           if p.account == account]  # fmt: skip
    return Amount(metric, total, _of_posts(own, metric), True, from_posts=True,
                  is_added=metric in PEOPLE and len(posts) > 1)  # fmt: skip


def _of_posts(posts: Sequence[PostResult], metric: Metric) -> float | None:
    if metric is Metric.ENGAGEMENTS:
        values = [interactions(post.counters) for post in posts]
    else:
        values = [
            post.counters.get(metric, post.counters.get(_OTHERWISE.get(metric, metric)))
            for post in posts
        ]
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def engagement_rate(months: Months, account: str, span: Span) -> Rate | None:
    """Return an account's interactions over what they are divided by, from its parts."""
    found = engagement(months, account)
    if found is None:
        return None
    base, by_month = found
    return Rate(base, _ratio(by_month, span.months), _ratio(by_month, span.previous.months))


def _ratio(by_month: Mapping[Month, tuple[float, float]], months: Sequence[Month]) -> float | None:
    pairs = [by_month[month] for month in months if month in by_month]
    below = sum(pair[1] for pair in pairs)
    return sum(pair[0] for pair in pairs) / below if below else None


def _organic(
    strategy: Strategy, account: Account, followers: Level | None, posts: Sequence[PostResult]
) -> OrganicReach:
    reached = [
        post.counters[Metric.REACH]
        for post in posts
        if post.paid is not True and Metric.REACH in post.counters
    ]
    enough = len(reached) >= FEWEST_POSTS and followers is not None and followers.value > 0
    value = mean(reached) / followers.value if enough and followers else None
    return OrganicReach(value, len(reached), tuple(usual_reach(strategy, account.network)))


def _missing(
    levels: tuple[Level | None, Level | None],
    amounts: Sequence[Amount],
    rate: Rate | None,
    span: Span,
) -> Iterator[Message]:
    followers, before = levels
    if followers is None:
        yield say(N_("Its followers were never read."))
    elif followers.day < span.first:
        yield say(N_("Its followers were last read on {date}."), date=followers.day)
    elif before is None:
        yield say(N_("Its followers were not read in the period before."))
    partial = [say(one.metric.label) for one in amounts if one.value is not None
               and not one.is_whole]  # fmt: skip
    if partial:
        yield say(N_("Only a part of the period is known for: {names}."), names=partial)
    absent = [say(one.metric.label) for one in amounts if one.value is None]
    if absent:
        yield say(N_("Nothing is known in this period for: {names}."), names=absent)
    if amounts and (rate is None or rate.value is None):
        yield say(N_("No engagement rate: interactions and views of the same period are needed."))


def _besides(
    months: Months, account: Account, amounts: Sequence[Amount], span: Span
) -> tuple[Message, ...]:
    """Return what else is known of an account of whose main figures there is none."""
    if amounts:
        return ()
    known = {
        metric
        for (owner, metric, _), days in months.figures.series.items()
        if owner == account.id and metric is not Metric.FOLLOWERS and any(map(span.holds, days))
    }
    if not known:
        return (say(N_("Nothing else is known of it: bring in its files.")),)
    names = [say(metric.label) for metric in Metric if metric in known]
    return (say(N_("What its files tell besides: {names}."), names=names),)


@dataclass(frozen=True, slots=True)
class Split:
    """The organic and the paid part of a metric, on the days that both are known.

    Attributes:
        account: Id of the account.
        metric: What is counted.
        organic: What came without advertising.
        paid: What advertising brought.
        total: What the platform gives as their total, else their sum.
        days: How many days they are of.
    """

    account: str
    metric: Metric
    organic: float
    paid: float
    total: float
    days: int

    @property
    def paid_share(self) -> float | None:
        """The paid part, as a ratio."""
        whole = self.organic + self.paid
        return self.paid / whole if whole else None


def splits(months: Months, span: Span) -> tuple[Split, ...]:
    """Return what is known in its organic and its paid part, by account and metric."""
    found: list[Split] = []
    for account in ("", *months.figures.accounts):
        for metric in SPLIT:
            organic = months.figures.days(account, metric, Scope.ORGANIC)
            paid = months.figures.days(account, metric, Scope.PAID)
            both = [day for day in organic if day in paid and span.holds(day)]
            if not both:
                continue
            total = months.figures.days(account, metric)
            parts = sum(organic[day] for day in both), sum(paid[day] for day in both)
            given = sum(total[day] for day in both) if all(d in total for d in both) else sum(parts)
            found.append(Split(account, metric, *parts, given, len(both)))
    return tuple(found)


def in_words(organic: OrganicReach) -> Message:
    """Return what posts reach, beside what is usual."""
    if organic.value is None:
        return say_count(
            "Not enough data: {n} post with its reach; three posts and the followers are needed.",
            "Not enough data: {n} posts with their reach; three and the followers are needed.",
            organic.posts,
        )
    if organic.value > 1:
        return say(
            N_(
                "A post reaches {times} times as many people as follow the account, over {n} "
                "posts: others share it, so this says nothing of its followers."
            ),
            times=round(organic.value, 1),
            n=organic.posts,
        )
    if not organic.ranges:
        return say(
            N_("{reach} of followers see a post, over {n} posts."),
            reach=Share(organic.value),
            n=organic.posts,
        )
    usual = organic.ranges[0]
    return say(
        N_("{reach} of followers see a post, over {n} posts; usual: {low} to {high} ({source})."),
        reach=Share(organic.value),
        n=organic.posts,
        low=Share(usual.low),
        high=Share(usual.high),
        source=usual.source or say(N_("no source")),
    )
