"""All figures of a strategy as one: files and typed records merged, ready to be asked."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from canvas.domain.strategy import Strategy
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.figures import AudiencePart, Batch, PageFigures, PostResult, Visit
from canvas.steps.measure.readings import PostMetric, Reading, WebVisit

SeriesKey = tuple[str, Metric, Scope]
"""An account's id ("" for all of them together), what is counted, which part of it."""

TYPED = {
    Metric.REACH: "reach",
    Metric.IMPRESSIONS: "impressions",
    Metric.VIEWS: "views",
    Metric.LIKES: "likes",
    Metric.COMMENTS: "comments",
    Metric.SHARES: "shares",
    Metric.SAVES: "saves",
    Metric.CLICKS: "clicks",
    Metric.FOLLOWS: "follows",
    Metric.KEY_EVENTS: "conversions",
}
"""Where a typed result of a post keeps each counter."""


_LONG_AGO = dt.datetime(1, 1, 1)  # noqa: DTZ001 - on no clock: before all others


@dataclass(frozen=True)
class Figures:
    """What is known, each figure once.

    Attributes:
        series: Days and values of each account, metric and scope, by day.
        posts: Each post once, the first published first.
        visits: Visits of the site whose periods do not overlap for the same source.
        audience: The latest parts of each account and dimension.
        pages: Competitors' pages, by name and period.
    """

    series: Mapping[SeriesKey, Mapping[dt.date, float]] = field(default_factory=dict)
    posts: tuple[PostResult, ...] = ()
    visits: tuple[Visit, ...] = ()
    audience: tuple[AudiencePart, ...] = ()
    pages: tuple[PageFigures, ...] = ()

    def total(
        self,
        account: str,
        metric: Metric,
        first: dt.date,
        last: dt.date,
        scope: Scope = Scope.TOTAL,
    ) -> float | None:
        """Return a figure over a period: the sum of a flow, the latest level of a stock.

        Where no total is known, organic and paid together make it, of days that have both.
        None where nothing is known, or the metric is a rate.
        """
        if metric.is_rate:
            return None
        days = self.days(account, metric, scope)
        inside = [day for day in days if first <= day <= last]
        if not inside:
            return None
        return days[max(inside)] if metric.is_stock else sum(days[day] for day in inside)

    def days(
        self, account: str, metric: Metric, scope: Scope = Scope.TOTAL
    ) -> Mapping[dt.date, float]:
        """Return the values of a series by day; a total may be put together from its parts."""
        known = self.series.get((account, metric, scope))
        if known is not None or scope is not Scope.TOTAL:
            return known or {}
        organic = self.series.get((account, metric, Scope.ORGANIC))
        paid = self.series.get((account, metric, Scope.PAID))
        if organic is None or paid is None:
            return {}
        return {day: organic[day] + paid[day] for day in organic if day in paid}

    @cached_property
    def accounts(self) -> tuple[str, ...]:
        """Ids of the accounts that anything is known of."""
        found = {account for account, _, _ in self.series if account}
        found |= {post.account for post in self.posts if post.account}
        return tuple(sorted(found))

    def posts_between(self, first: dt.date, last: dt.date) -> tuple[PostResult, ...]:
        """Return the posts published in a period."""
        return tuple(p for p in self.posts if p.published and first <= p.published.date() <= last)


def merged(strategy: Strategy, batches: Mapping[str, Batch]) -> Figures:
    """Return all figures of a strategy; the order of the batches makes no difference.

    Args:
        strategy: What was typed: readings by account and metric, results of posts, visits.
        batches: What came in the files that count, by fingerprint.
    """
    found = [batches[name] for name in sorted(batches, key=lambda n: _age(n, batches[n]))]
    return Figures(
        series=_series(strategy, found),
        posts=_posts(strategy, found),
        visits=_visits(strategy, found),
        audience=_audience(found),
        pages=_pages(found),
    )


def _age(name: str, batch: Batch) -> tuple[dt.date, dt.date, str]:
    """Return what orders batches, the oldest first.

    A year of files that were exported on one day is told apart by the days they speak of,
    so that the audience is that of the last month.  Then their fingerprints decide: any
    order will do, as long as it is the same.
    """
    days = batch.days
    return batch.read_on, days[1] if days else dt.date.min, name


def _series(strategy: Strategy, batches: Iterable[Batch]) -> dict[SeriesKey, dict[dt.date, float]]:
    series: dict[SeriesKey, dict[dt.date, float]] = defaultdict(dict)
    for batch in batches:
        for point in batch.daily:
            days = series[point.account, point.metric, point.scope]
            known = days.get(point.day)
            if known is None or point.value > known:
                days[point.day] = point.value
    typed: dict[SeriesKey, dict[dt.date, float]] = defaultdict(dict)
    for reading in strategy.of(Reading):
        if reading.metric and not reading.kpi and reading.date and reading.value is not None:
            key = reading.account, reading.metric, reading.scope or Scope.TOTAL
            typed[key][reading.date] = reading.value
    for key, days in typed.items():
        series[key] = _with_typed(key[1], series[key], days)
    return {key: dict(sorted(days.items())) for key, days in series.items()}


def _with_typed(
    metric: Metric, days: Mapping[dt.date, float], typed: Mapping[dt.date, float]
) -> dict[dt.date, float]:
    """Return what files say by day, with what a person typed in its place.

    What was typed of a flow stands for its month, as a reading a month does: the month that a
    person adds up is not added to its own days.
    """
    if metric.is_stock or metric.is_rate:
        return {**days, **typed}
    months = {(day.year, day.month) for day in typed}
    kept = {day: value for day, value in days.items() if (day.year, day.month) not in months}
    return {**kept, **typed}


def _posts(strategy: Strategy, batches: Iterable[Batch]) -> tuple[PostResult, ...]:
    posts: dict[tuple[str, str], PostResult] = {}
    read_on: dict[tuple[str, str], dict[Metric, dt.date]] = {}
    for batch in batches:
        for post in batch.posts:
            key = str(post.network or ""), post.key
            known = posts.get(key)
            if known is None:
                posts[key] = post
                read_on[key] = dict.fromkeys(post.counters, batch.read_on)
                continue
            counters, read = dict(known.counters), read_on[key]
            for metric, value in post.counters.items():
                at = read.get(metric)
                if at is None or batch.read_on > at or value > counters[metric]:
                    counters[metric] = value
                    read[metric] = batch.read_on
            posts[key] = replace(_filled(post, known), counters=counters)
    results = strategy.of(PostMetric)
    named = _names_of(posts) if results else {}
    for typed in results:
        network = str(typed.network or "")
        names = ((network, typed.url), (network, typed.title, typed.published_on))
        found = (named[name] for name in names if name in named)
        key = next(found, (network, typed.url or typed.id))
        known = posts.get(key)
        counters = dict(known.counters) if known else {}
        for metric, name in TYPED.items():
            value = getattr(typed, name)
            if value is not None:
                counters[metric] = float(value)
        at = dt.datetime.combine(typed.published_on, dt.time()) if typed.published_on else None
        posts[key] = PostResult(
            key=key[1],
            account=typed.account or (known.account if known else ""),
            network=typed.network,
            counters=counters,
            published=at or (known.published if known else None),
            url=typed.url or (known.url if known else ""),
            text=typed.title,
            kind=known.kind if known else "",
            paid=bool(typed.spent) or (known.paid if known else None),
        )
    return tuple(sorted(posts.values(), key=lambda p: (p.published or _LONG_AGO, p.key)))


def _names_of(
    posts: Mapping[tuple[str, str], PostResult],
) -> dict[tuple[object, ...], tuple[str, str]]:
    """Return the keys of posts by what a person may have typed of them: address, title, day."""
    named: dict[tuple[object, ...], tuple[str, str]] = {}
    for key, post in posts.items():
        if post.text and post.published:
            named[key[0], post.text, post.published.date()] = key
    # The address says more, and keys are addresses where a platform gives no identifier.
    named |= {(key[0], post.url): key for key, post in posts.items() if post.url}
    return named | {key: key for key in posts}


def _filled(post: PostResult, known: PostResult) -> PostResult:
    """Return a post as it is now, with what only an older file said of it."""
    return replace(
        post,
        account=post.account or known.account,
        published=post.published or known.published,
        url=post.url or known.url,
        text=post.text or known.text,
        kind=post.kind or known.kind,
        paid=known.paid if post.paid is None else post.paid,
    )


def _visits(strategy: Strategy, batches: Iterable[Batch]) -> tuple[Visit, ...]:
    newest: dict[tuple[object, ...], Visit] = {}
    for batch in batches:
        for visit in batch.visits:
            key = visit.key, visit.first, visit.last
            # One report counts visits, another one people: neither takes from the other.
            known = newest[key].counters if key in newest else {}
            newest[key] = replace(visit, counters={**known, **visit.counters})
    typed = list(_typed_visits(strategy))
    kept = list(typed)
    taken: dict[tuple[str, ...], list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for visit in sorted(newest.values(), key=lambda v: ((v.last - v.first).days, v.first, v.key)):
        if any(_says_the_same(one, visit) for one in typed):
            continue
        spans = taken[visit.key]
        if all(visit.last < first or visit.first > last for first, last in spans):
            spans.append((visit.first, visit.last))
            kept.append(visit)
    return tuple(sorted(kept, key=lambda v: (v.first, v.last, v.key)))


def _says_the_same(typed: Visit, visit: Visit) -> bool:
    """Return whether a person typed what a file says of a source, links of posts left out."""
    return (
        visit.content in _NO_CONTENT
        and (visit.source, visit.medium, visit.campaign)
        == (typed.source, typed.medium, typed.campaign)
        and visit.first <= typed.last
        and typed.first <= visit.last
    )


_NO_CONTENT = ("", "(not set)")
"""What analytics write where a link named no post."""


def _typed_visits(strategy: Strategy) -> Iterable[Visit]:
    for typed in strategy.of(WebVisit):
        if typed.month is None:
            continue
        first = typed.month.replace(day=1)
        last = (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        counters = {
            metric: float(value)
            for metric, value in (
                (Metric.SESSIONS, typed.sessions),
                (Metric.ENGAGED_SESSIONS, typed.engaged_sessions),
                (Metric.KEY_EVENTS, typed.conversions),
                (Metric.REVENUE, typed.revenue / 100 if typed.revenue is not None else None),
            )
            if value is not None
        }
        yield Visit(
            first, last, counters,
            source=typed.source, medium=typed.medium, campaign=typed.campaign,
        )  # fmt: skip


def _audience(batches: Iterable[Batch]) -> tuple[AudiencePart, ...]:
    latest: dict[tuple[str, str], list[AudiencePart]] = {}
    for batch in batches:
        groups: dict[tuple[str, str], list[AudiencePart]] = defaultdict(list)
        for part in batch.audience:
            groups[part.account, part.dimension].append(part)
        latest.update(groups)
    return tuple(part for key in sorted(latest) for part in latest[key])


def _pages(batches: Iterable[Batch]) -> tuple[PageFigures, ...]:
    latest: dict[tuple[object, ...], PageFigures] = {}
    for batch in batches:
        for page in batch.pages:
            latest[page.page, page.first, page.last] = page
    return tuple(latest.values())
