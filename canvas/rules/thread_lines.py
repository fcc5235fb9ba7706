"""The lines of the calendar in bundles: one node a line, or one for many where there are many."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from canvas.domain.messages import N_, CalendarMonth, Message, say, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.thread_nodes import Kind, Node
from canvas.rules.thread_places import Places
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import listed, name_of, shown

MOST = 16
"""Nodes of lines at most, those that hang loose aside."""

OPENED = 12
"""Lines of a node that are known one by one."""

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Lines that lie on one thread.

    Attributes:
        node: Where they stand.
        place: The node of their account or network, none where they do not say.
        posts: The lines.
    """

    node: Node
    place: tuple[str, ...]
    posts: Sequence[Post]


@dataclass(frozen=True, slots=True)
class _Way:
    """What lines must share to be shown as one, and what the one is called."""

    shared: Callable[[Post, str], tuple[object, ...]]
    title: Callable[[Post, Said], Said]
    note: Callable[[Post, Said], Said]
    in_time: bool


def _month(post: Post) -> Month | None:
    return (post.date.year, post.date.month) if post.date else None


def _month_said(post: Post) -> Message:
    if post.date is None:
        return say(N_("Without a day"))
    return say("{month}", month=CalendarMonth(post.date.year, post.date.month))


def _ways(strategy: Strategy) -> tuple[_Way, ...]:
    """Return how lines can be shared out, the finest first."""

    def made(post: Post, place: Said) -> Said:
        return name_of(strategy, post.content_type) or place or say(N_("Content type not given"))

    return (
        _Way(
            lambda post, place: (place, post.content_type, _month(post)),
            made,
            lambda post, place: listed([place, _month_said(post)]),
            in_time=False,
        ),
        _Way(lambda post, place: (place, post.content_type), made, lambda _, place: place, False),
        _Way(
            lambda post, place: (place, _month(post)),
            lambda post, _: _month_said(post),
            lambda _, place: place,
            in_time=True,
        ),
        _Way(
            lambda post, _: (_month(post),),
            lambda post, _: _month_said(post),
            lambda post, place: "",
            in_time=True,
        ),
        _Way(
            lambda post, place: (place,),
            lambda post, place: place or say(N_("Network not given")),
            lambda post, place: "",
            in_time=False,
        ),
    )


def bundles(
    strategy: Strategy,
    places: Places,
    heads: Mapping[str, Sequence[str]],
    titles: Mapping[str, Said],
) -> Iterator[Bundle]:
    """Yield the lines that lie on the same thread together, each line once.

    Args:
        strategy: Where the calendar is.
        places: Where lines go out.
        heads: The records that are nodes, by id.
        titles: What the nodes of places are called.
    """
    posts = [post for post in strategy.of(Post) if post.title or post.date]
    by_thread: dict[tuple[object, ...], list[Post]] = defaultdict(list)
    for post in posts:
        by_thread[_thread(post)].append(post)
    placed = [
        (found, places.one(found[0].account, found[0].network)) for found in by_thread.values()
    ]
    held = sum(len(found) for found, _ in placed if not _is_loose(found[0], heads))
    way = None if held <= MOST else _coarse(strategy, placed, heads)
    called = partial(_node, way=way, heads=heads, titles=titles)
    nodes: dict[tuple[object, ...], list[tuple[list[Post], tuple[str, ...]]]] = {}
    for found, place in placed:
        loose = _is_loose(found[0], heads)
        for part in [found] if way else [[post] for post in found]:
            shared: tuple[object, ...] = (
                (loose, *way.shared(part[0], "".join(place))) if way else (part[0].id,)
            )
            if loose and (way or len(posts) > MOST):
                shared = (True, "".join(place))
            nodes.setdefault(shared, []).append((part, place))
    for shared, parts in nodes.items():
        node = called(shared, [post for part, _ in parts for post in part], parts[0][1])
        for part, place in parts:
            yield Bundle(node, place, part)


def _thread(post: Post) -> tuple[object, ...]:
    return (
        post.objective,
        post.kpi,
        post.persona,
        post.segment,
        post.stage,
        post.account,
        post.network,
        post.content_type,
        post.author,
        post.publisher,
        _month(post),
    )


def _is_loose(post: Post, heads: Mapping[str, Sequence[str]]) -> bool:
    return post.objective not in heads


def _coarse(
    strategy: Strategy,
    placed: Sequence[tuple[list[Post], tuple[str, ...]]],
    heads: Mapping[str, Sequence[str]],
) -> _Way:
    """Return the finest way to share lines out that a person can still overlook."""
    ways = _ways(strategy)
    held = [(found[0], "".join(place)) for found, place in placed if not _is_loose(found[0], heads)]
    for way in ways:
        if len({way.shared(post, place) for post, place in held}) <= MOST:
            return way
    return ways[-1]


def _node(
    shared: tuple[object, ...],
    posts: Sequence[Post],
    place: tuple[str, ...],
    *,
    way: _Way | None,
    heads: Mapping[str, Sequence[str]],
    titles: Mapping[str, Said],
) -> Node:
    first = posts[0]
    where = titles.get("".join(place), "")
    loose = _is_loose(first, heads)
    said = (
        say_count("It serves no objective.", "They serve no objective.", len(posts))
        if loose
        else None
    )
    days = sorted(post.date for post in posts if post.date)
    dated = (days[0] if days else dt.date.max).isoformat()
    if way is None and len(posts) == 1:
        title: Said = first.title or say(first.one)
        note = listed([shown(first.date), where])
    elif loose or way is None:
        title, note = where or say(N_("Network not given")), Kind.LINE.counted(len(posts))
    else:
        title = way.title(first, where)
        note = listed([way.note(first, where), Kind.LINE.counted(len(posts))])
    return Node(
        "line:" + "|".join(str(part) for part in shared),
        Kind.LINE,
        title,
        note,
        tuple((post.key, post.id) for post in posts[:OPENED]),
        len(posts),
        loose=said,
        dated=dated if way is None or way.in_time else "",
    )
