"""Check figures that come in a project file, so that no page meets an odd one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from canvas.domain.clean import clean
from canvas.domain.errors import CanvasError
from canvas.steps.measure.batches import VERSION, from_plain, packed_plain
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.figures import Batch


def checked(name: str, raw: object) -> bytes:
    """Return a batch as it is kept, if it is what its fingerprint was taken of.

    One that a newer version made is kept unread, like a field that is not known.

    Raises:
        ValueError: It is not what was exported under this name.
    """
    if not isinstance(raw, dict):
        raise ValueError("not a batch")
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise ValueError("a batch without a version")
    try:
        clean(raw)
        payload = packed_plain(name, raw)
        if version <= VERSION:
            _check(from_plain(raw))
    except (
        AttributeError, CanvasError, IndexError, KeyError, RecursionError, TypeError,
    ) as error:  # fmt: skip
        raise ValueError("not a batch") from error
    return payload


def _check(batch: Batch) -> None:
    """Refuse values of the wrong kind, which `from_plain` takes as they come."""
    for point in batch.daily:
        _texts(point.account)
        _numbers(point.value)
    for post in batch.posts:
        _texts(post.key, post.account, post.url, post.text, post.kind)
        _counters(post.counters)
        if post.paid not in (None, True, False) or (post.published and post.published.tzinfo):
            raise ValueError("an odd post")
    for visit in batch.visits:
        _texts(*visit.key)
        _counters(visit.counters)
        if visit.first > visit.last:
            raise ValueError("a period that ends before it starts")
    for part in batch.audience:
        _texts(part.account, part.dimension, part.label)
        _numbers(part.value)
    for page in batch.pages:
        _texts(page.page)
        _counters(page.counters)
    for values in batch.unknown.values():
        _texts(*values)


def _counters(counters: Mapping[Metric, float]) -> None:
    _numbers(*counters.values())


def _texts(*values: object) -> None:
    _all(values, str)


def _numbers(*values: object) -> None:
    _all(values, (int, float))


def _all(values: Iterable[object], kind: type | tuple[type, ...]) -> None:
    for value in values:
        if isinstance(value, bool) or not isinstance(value, kind):
            raise ValueError(f"not of its kind: {type(value).__name__}")
