"""Posts with their figures, one by one or column by column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, overload

from canvas.columns import Flags, Moments, Numbers, Texts
from canvas.steps.common import Network
from canvas.steps.measure.choices import Metric

Counters = Mapping[Metric, float]


@dataclass(frozen=True, slots=True)
class PostResult:
    """A post with its figures so far.

    Attributes:
        key: The platform's own identifier, as text; its address where it has none.
        account: Id of the account.
        network: Where it is.
        counters: Its figures, those that are known.
        published: When it went out, on the platform's clock; None where unknown.
        url: Its permanent address.
        text: Title or text, as published.
        kind: What the platform calls it: photo, reel, carousel …
        paid: Whether it is known to have been paid for; None where unknown.
    """

    key: str
    account: str
    network: Network | None
    counters: Counters
    published: dt.datetime | None = None
    url: str = ""
    text: str = ""
    kind: str = ""
    paid: bool | None = None


@dataclass(frozen=True, eq=False)
class PostColumns(Sequence[PostResult]):
    """Posts of one account and network, kept column by column and made when asked for.

    A file may hold a hundred thousand, and most of them are written to the disk before
    anybody asks for one.

    Attributes:
        account: Id of the account.
        network: Where they are.
        keys: Their identifiers, each once.
        counters: Their figures, None where one is missing.
        published: When they went out.
        urls: Their addresses.
        texts: Their titles or texts.
        kinds: What the platform calls them.
        paid: Whether they are known to have been paid for.
    """

    account: str
    network: Network | None
    keys: Sequence[str]
    counters: Mapping[Metric, Sequence[float | None]]
    published: Sequence[dt.datetime | None]
    urls: Sequence[str]
    texts: Sequence[str]
    kinds: Sequence[str]
    paid: Sequence[bool | None]

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> PostResult: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PostResult]: ...
    def __getitem__(self, at: int | slice) -> PostResult | Sequence[PostResult]:
        """Return a post, or some of them."""
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        found = ((metric, values[at]) for metric, values in self.counters.items())
        counters = {metric: value for metric, value in found if value is not None}
        return PostResult(
            self.keys[at], self.account, self.network, counters, self.published[at],
            self.urls[at], self.texts[at], self.kinds[at], self.paid[at],
        )  # fmt: skip

    def __iter__(self) -> Iterator[PostResult]:
        metrics = list(self.counters)
        rows: Iterator[tuple[float | None, ...]] = zip(*self.counters.values(), strict=True)
        for key, values, at, url, text, kind, paid in zip(
            self.keys, rows if metrics else [()] * len(self), self.published, self.urls,
            self.texts, self.kinds, self.paid, strict=True,
        ):  # fmt: skip
            counters = {m: v for m, v in zip(metrics, values, strict=True) if v is not None}
            yield PostResult(key, self.account, self.network, counters, at, url, text, kind, paid)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]


def published_days(posts: Sequence[PostResult]) -> set[dt.date]:
    """Return the days on which posts went out."""
    if isinstance(posts, PostColumns):
        return {day for day in Moments.of(posts.published).days.listed if day}
    return {post.published.date() for post in posts if post.published}


def columns_of(posts: Sequence[PostResult]) -> dict[str, Any]:
    """Return posts as columns by name, the same whichever way they are kept."""
    if not isinstance(posts, PostColumns):
        return {
            "key": Texts.of([p.key for p in posts]),
            "account": Texts.of([p.account for p in posts]),
            "network": Texts.of([str(p.network or "") for p in posts]),
            "published": Moments.of([p.published for p in posts]),
            "url": Texts.of([p.url for p in posts]),
            "text": Texts.of([p.text for p in posts]),
            "kind": Texts.of([p.kind for p in posts]),
            "paid": Flags.of([p.paid for p in posts]),
            "counters": counted_columns([p.counters for p in posts]),
        }
    count = len(posts)
    counters = {metric: Numbers.of(values) for metric, values in posts.counters.items()}
    known = {metric for metric, values in counters.items() if not values.is_empty}
    return {
        "key": Texts.of(posts.keys),
        "account": Texts.repeated(posts.account, count),
        "network": Texts.repeated(str(posts.network or ""), count),
        "published": Moments.of(posts.published),
        "url": Texts.of(posts.urls),
        "text": Texts.of(posts.texts),
        "kind": Texts.of(posts.kinds),
        "paid": Flags.of(posts.paid),
        "counters": {str(metric): counters[metric] for metric in Metric if metric in known},
    }


def counted_columns(rows: list[Counters]) -> dict[str, Numbers]:
    """Return the figures of lines as columns, those that any line has."""
    known = set[Metric]().union(*rows)
    metrics = [metric for metric in Metric if metric in known]
    return {str(metric): Numbers.of([row.get(metric) for row in rows]) for metric in metrics}
