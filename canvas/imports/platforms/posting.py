"""Posts of a file: what identifies them, whether they were paid for, each of them once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from canvas.columns import Flags, Texts
from canvas.imports.bounded import Cell
from canvas.imports.platforms.model import Role
from canvas.imports.platforms.quick import some_of
from canvas.imports.platforms.tables import Table
from canvas.imports.platforms.values import missing, text_of
from canvas.steps.measure.figures import PostColumns, PostResult

_ORGANIC = frozenset({"organic", "organique", "0", "false", "no", "non", "faux"})
_KEY_LETTERS = 24


def digest_of(at: dt.datetime | None, text: str) -> str:
    """Return an identifier for a post that has none, “” where nothing tells it from others."""
    if at is None or not text:
        return ""
    told = f"{at.isoformat()}\n{text}".encode("utf-8", "replace")
    return hashlib.sha256(told).hexdigest()[:_KEY_LETTERS]


def paid_in(table: Table) -> Sequence[bool | None]:
    """Return of each post whether it was paid for: a campaign's name says so, or a figure."""
    places = table.at(Role.PAID)
    if not places:
        return Flags.repeated(None, len(table.rows))
    columns = [_paid(table.columns[at]) for at in places]
    if len(columns) == 1:
        return columns[0]
    return [_either(found) for found in zip(*columns, strict=True)]


def _paid(cells: Sequence[Cell]) -> Sequence[bool | None]:
    known = {cell: _is_paid(cell) for cell in some_of(cells)}
    if len(known) == 1:
        return Flags.repeated(next(iter(known.values())), len(cells))
    return [known[cell] for cell in cells]


def _is_paid(cell: Cell) -> bool | None:
    if missing(cell):
        return None
    return text_of(cell).strip().casefold() not in _ORGANIC


def _either(found: Iterable[bool | None]) -> bool | None:
    said = set(found) - {None}
    return (True in said) if said else None


def only(posts: PostColumns, kept: Sequence[int]) -> PostColumns:
    """Return some of the posts."""
    return replace(
        posts,
        keys=[posts.keys[n] for n in kept],
        counters={m: [values[n] for n in kept] for m, values in posts.counters.items()},
        published=[posts.published[n] for n in kept],
        urls=[posts.urls[n] for n in kept],
        texts=[posts.texts[n] for n in kept],
        kinds=[posts.kinds[n] for n in kept],
        paid=[posts.paid[n] for n in kept],
    )


def _are_different(keys: Sequence[str]) -> bool:
    return keys.are_different if isinstance(keys, Texts) else len(set(keys)) == len(keys)


def joined(*groups: PostColumns) -> Sequence[PostResult]:
    """Return each post once, with the higher of its figures and whatever any line says of it."""
    if len(groups) == 1 and _are_different(groups[0].keys):
        return groups[0]
    found: dict[str, PostResult] = {}
    for post in (post for group in groups for post in group):
        known = found.setdefault(post.key, post)
        if known is not post:
            counters = {**post.counters, **known.counters}
            higher = {m: max(v, post.counters.get(m, v)) for m, v in counters.items()}
            found[post.key] = PostResult(
                post.key, post.account, post.network, higher,
                known.published or post.published, known.url or post.url, known.text or post.text,
                known.kind or post.kind, post.paid if known.paid is None else known.paid,
            )  # fmt: skip
    return tuple(found.values())
