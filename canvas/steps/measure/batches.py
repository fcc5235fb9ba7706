"""How a batch of figures is kept: as packed columns in the database, as JSON in a project file.

A packed batch is named by the digest of what it says.  Batches that were made before columns
were packed are compressed JSON, named by the digest of that text; they are read as ever, and
so are project files with such names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from canvas.columns import Column, Days, Flags, Moments, Numbers, Texts
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import AudiencePart, Batch, Daily, PageFigures, Visit
from canvas.steps.measure.posts import (
    Counters,
    PostColumns,
    PostResult,
    columns_of,
    counted_columns,
)

if TYPE_CHECKING:
    from canvas.columns.packing import Body

__all__ = [
    "VERSION",
    "fingerprint",
    "former_name",
    "from_plain",
    "named",
    "packed",
    "packed_plain",
    "plain",
    "unpacked",
    "written",
]

VERSION = 1

_LEVEL = 2
_JSON = b"\x78"
"""First byte of compressed JSON."""

_VISIT = ("channel", "source", "medium", "campaign", "content", "page")


# --- In the database -----------------------------------------------------------------------


def packed(batch: Batch) -> bytes:
    """Return a batch as it is kept, the same for equal batches."""
    return _body(batch).compressed()


def named(batch: Batch) -> tuple[str, bytes]:
    """Return the fingerprint of a batch, and the batch as it is kept."""
    body = _body(batch)
    return body.digest, body.compressed()


def fingerprint(batch: Batch) -> str:
    """Return the name of a batch: a digest of what it says."""
    return _body(batch).digest


def former_name(batch: Batch) -> str:
    """Return the name that a batch had when batches were kept as JSON."""
    return _digest(_text(plain(batch)))


def unpacked(payload: bytes) -> Batch:
    """Return what `packed` made, of whatever version.

    Raises:
        ValueError: It was made by a newer version, or is damaged.
    """
    from canvas.columns.packing import FORMAT, tree_of

    try:
        if payload.startswith(FORMAT):
            return _batch(tree_of(payload))
        return from_plain(json.loads(_json_of(payload)))
    except (zlib.error, AttributeError, KeyError, TypeError) as error:
        raise ValueError("not a batch") from error


def _body(batch: Batch) -> Body:
    # It works with a library that a command without figures need not wait for.
    from canvas.columns.packing import body_of

    return body_of(_tree(batch))


def _json_of(payload: bytes) -> bytes:
    if not payload.startswith(_JSON):
        raise ValueError("made by a newer version")
    return zlib.decompress(payload)


# --- In a project file ---------------------------------------------------------------------


def plain(batch: Batch) -> dict[str, Any]:
    """Return a batch as JSON values, one list a column; project files hold it so."""
    found = _listed(_tree(batch))
    posts = found["posts"]
    posts["network"] = [network or None for network in posts["network"]]
    return found  # type: ignore[no-any-return]


def from_plain(raw: Mapping[str, Any]) -> Batch:
    """Return the batch of JSON values.

    Raises:
        ValueError: It was made by a newer version.
    """
    if raw["version"] > VERSION:
        raise ValueError("made by a newer version")
    return _batch(_columned(raw))


def packed_plain(name: str, raw: Mapping[str, Any]) -> bytes:
    """Return JSON values of a batch as they are kept under a name.

    Those of a name that was taken of their text are kept as that text, so that it stays their
    name; so are those of a newer version, which cannot be read.

    Raises:
        ValueError: The name was taken of something else, or a text cannot be written.
    """
    from canvas.columns.packing import body_of

    text = _text(raw)
    if _digest(text) == name:
        return zlib.compress(text, _LEVEL)
    if raw["version"] <= VERSION:
        body = body_of(_columned(raw))
        if body.digest == name:
            return body.compressed()
    raise ValueError("not what its fingerprint was taken of")


def written(payload: bytes) -> str:
    """Return a packed batch as JSON text."""
    if payload.startswith(_JSON):
        return _json_of(payload).decode("utf-8")
    return _text(plain(unpacked(payload))).decode("utf-8")


def _text(raw: Mapping[str, Any]) -> bytes:
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _listed(value: Any) -> Any:
    """Return a tree with lists in place of its columns."""
    if isinstance(value, Column):
        return value.plain()
    if isinstance(value, Mapping):
        return {key: _listed(one) for key, one in value.items()}
    return [_listed(one) for one in value] if isinstance(value, list) else value


def _columned(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return JSON values with columns in place of their lists.

    Raises:
        TypeError: A value is not of the kind of its column.
        ValueError: It cannot be read.
    """
    posts, visits, pages = raw["posts"], raw["visits"], raw["pages"]
    return {
        **raw,
        "daily": [
            {**one, "days": Days.of_plain(one["days"]), "values": Numbers.of(one["values"])}
            for one in raw["daily"]
        ],
        "posts": {
            **{name: Texts.of(posts[name]) for name in ("key", "account")},
            "network": Texts.of([network or "" for network in posts["network"]]),
            "published": Moments.of_plain(posts["published"]),
            **{name: Texts.of(posts[name]) for name in ("url", "text", "kind")},
            "paid": Flags.of(posts["paid"]),
            "counters": _numbers(posts["counters"]),
        },
        "visits": {
            **{name: Days.of_plain(visits[name]) for name in ("first", "last")},
            **{name: Texts.of(visits[name]) for name in _VISIT},
            "counters": _numbers(visits["counters"]),
        },
        "pages": {
            "page": Texts.of(pages["page"]),
            **{name: Days.of_plain(pages[name]) for name in ("first", "last")},
            "counters": _numbers(pages["counters"]),
        },
        "unknown": {title: Texts.of(values) for title, values in raw["unknown"].items()},
    }


def _numbers(counters: Mapping[str, list[float | None]]) -> dict[str, Numbers]:
    return {code: Numbers.of(values) for code, values in counters.items()}


# --- A batch as a tree of columns ----------------------------------------------------------


def _tree(batch: Batch) -> dict[str, Any]:
    series: dict[tuple[str, Metric, Scope], list[Daily]] = {}
    for point in batch.daily:
        series.setdefault((point.account, point.metric, point.scope), []).append(point)
    return {
        "version": VERSION,
        "platform": str(batch.platform),
        "grain": str(batch.grain),
        "read_on": batch.read_on.isoformat(),
        "daily": [
            {
                "account": account,
                "metric": str(metric),
                "scope": str(scope),
                "days": Days.of([point.day for point in points]),
                "values": Numbers.of([point.value for point in points]),
            }
            for (account, metric, scope), points in series.items()
        ],
        "posts": columns_of(batch.posts),
        "visits": {
            "first": Days.of([v.first for v in batch.visits]),
            "last": Days.of([v.last for v in batch.visits]),
            **{name: Texts.of([getattr(v, name) for v in batch.visits]) for name in _VISIT},
            "counters": counted_columns([v.counters for v in batch.visits]),
        },
        "audience": [
            [a.account, a.dimension, a.label, a.value, a.is_share] for a in batch.audience
        ],
        "pages": {
            "page": Texts.of([p.page for p in batch.pages]),
            "first": Days.of([p.first for p in batch.pages]),
            "last": Days.of([p.last for p in batch.pages]),
            "counters": counted_columns([p.counters for p in batch.pages]),
        },
        "unknown": {title: Texts.of(values) for title, values in batch.unknown.items()},
    }


def _batch(tree: Mapping[str, Any]) -> Batch:
    """Return the batch of a tree.

    Raises:
        ValueError: It was made by a newer version, or its columns differ in length.
    """
    if tree["version"] > VERSION:
        raise ValueError("made by a newer version")
    visits, pages = tree["visits"], tree["pages"]
    if None in visits["first"] or None in visits["last"]:
        raise ValueError("visits without a period")
    return Batch(
        platform=Platform.of(tree["platform"]),
        grain=Grain.of(tree["grain"]),
        read_on=dt.date.fromisoformat(tree["read_on"]),
        daily=tuple(_daily(tree["daily"])),
        posts=_posts(tree["posts"]),
        visits=tuple(
            Visit(first, last, counters, *names)
            for first, last, counters, *names in zip(
                visits["first"], visits["last"], _rows(visits["counters"], len(visits["first"])),
                *[visits[name] for name in _VISIT], strict=True,
            )
        ),
        audience=tuple(AudiencePart(*part) for part in tree["audience"]),
        pages=tuple(
            PageFigures(page, first, last, counters)
            for page, first, last, counters in zip(
                pages["page"], pages["first"], pages["last"],
                _rows(pages["counters"], len(pages["page"])), strict=True,
            )
        ),
        unknown=tree["unknown"],
    )  # fmt: skip


def _daily(series: Iterable[Mapping[str, Any]]) -> Iterator[Daily]:
    for one in series:
        metric = Metric.read(one["metric"])
        if metric is None:
            continue
        scope = Scope.of(one["scope"])
        for day, value in zip(one["days"], one["values"], strict=True):
            if day is None or value is None:
                raise ValueError("a figure without a day or a value")
            yield Daily(one["account"], metric, scope, day, value)


def _posts(columns: Mapping[str, Any]) -> Sequence[PostResult]:
    count = len(columns["key"])
    if any(len(columns[name]) != count for name in _POST):
        raise ValueError("columns of different lengths")
    counters = {
        metric: values
        for code, values in columns["counters"].items()
        if (metric := Metric.read(code))
    }
    if any(len(values) != count for values in counters.values()):
        raise ValueError("columns of different lengths")
    owners = dict.fromkeys(zip(columns["account"], columns["network"], strict=True))
    if len(owners) == 1:
        ((account, network),) = owners
        return PostColumns(
            account, Network.read(network), columns["key"], counters,
            *[columns[name] for name in ("published", "url", "text", "kind", "paid")],
        )  # fmt: skip
    return tuple(
        PostResult(key, account, Network.read(network), counted, *rest)
        for key, account, network, counted, *rest in zip(
            *[columns[name] for name in ("key", "account", "network")],
            _rows(columns["counters"], count),
            *[columns[name] for name in ("published", "url", "text", "kind", "paid")],
            strict=True,
        )
    )


_POST = ("account", "network", "published", "url", "text", "kind", "paid")


def _rows(columns: Mapping[str, Numbers], count: int) -> list[Counters]:
    known = [(metric, values) for code, values in columns.items() if (metric := Metric.read(code))]
    if any(len(values) != count for _, values in known):
        raise ValueError("columns of different lengths")
    return [
        {metric: value for metric, values in known if (value := values[n]) is not None}
        for n in range(count)
    ]
