"""Posts with their figures, one by one or column by column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any, overload

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

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]


def plain_posts(posts: Sequence[PostResult]) -> dict[str, Any]:
    """Return posts as JSON values, the same whichever way they are kept."""
    if not isinstance(posts, PostColumns):
        return {
            "key": [p.key for p in posts],
            "account": [p.account for p in posts],
            "network": [str(p.network) if p.network else None for p in posts],
            "published": [p.published.isoformat() if p.published else None for p in posts],
            "url": [p.url for p in posts],
            "text": [p.text for p in posts],
            "kind": [p.kind for p in posts],
            "paid": [p.paid for p in posts],
            "counters": counted_columns([p.counters for p in posts]),
        }
    count = len(posts)
    known = {m: v for m, v in posts.counters.items() if any(one is not None for one in v)}
    return {
        "key": list(posts.keys),
        "account": [posts.account] * count,
        "network": [str(posts.network) if posts.network else None] * count,
        "published": [at.isoformat() if at else None for at in posts.published],
        "url": list(posts.urls),
        "text": list(posts.texts),
        "kind": list(posts.kinds),
        "paid": list(posts.paid),
        "counters": {str(metric): list(known[metric]) for metric in Metric if metric in known},
    }


def counted_columns(rows: list[Counters]) -> dict[str, list[float | None]]:
    """Return the figures of lines as columns, those that any line has."""
    known = set[Metric]().union(*rows)
    metrics = [metric for metric in Metric if metric in known]
    return {str(metric): [row.get(metric) for row in rows] for metric in metrics}
