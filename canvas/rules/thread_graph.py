"""The threads of a strategy as a graph: what exists because of what, and what hangs loose.

A thread is one way through the columns that the records themselves state: a line of the
calendar names its objective, its persona, its stage …; its objective names a mission.  The
chain of a record is all that lies on a thread with it, but its siblings: so a content type
that two objectives share never lights the one because of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy
from canvas.rules.thread import Column
from canvas.rules.thread_nodes import Kind, Node
from canvas.rules.thread_weave import Woven, weave

_ORDER = {column: number for number, column in enumerate(Column)}
_KINDS = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Chain:
    """What lies on a thread with a node.

    Attributes:
        node: The node.
        before: What it exists because of, column by column.
        after: What exists because of it.
        lines: How many lines of the calendar lie on it, by the node that they stand in.
    """

    node: Node
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Web:
    """All nodes and threads of a strategy; sets of them are numbers, a bit for each.

    Attributes:
        nodes: The nodes, column by column, those that hang loose last.
        edges: Pairs of nodes that follow each other on a thread.
        lit: By node: the nodes of its chain, itself too.
        lit_edges: By node: the edges of its chain.
        lines: By node: how many lines of its chain stand in each node of lines.
    """

    nodes: tuple[Node, ...]
    edges: tuple[tuple[int, int], ...]
    lit: tuple[int, ...]
    lit_edges: tuple[int, ...]
    lines: tuple[Mapping[int, int], ...]

    def chain(self, key: str) -> Chain:
        """Return what lies before and after the node called `key`."""
        at = next(number for number, node in enumerate(self.nodes) if node.key == key)
        node = self.nodes[at]
        found = [n for n in bits(self.lit[at]) if n != at]
        place = _place(node)
        return Chain(
            node,
            tuple(self.nodes[n] for n in found if _place(self.nodes[n]) < place),
            tuple(self.nodes[n] for n in found if _place(self.nodes[n]) > place),
            {self.nodes[n].key: count for n, count in self.lines[at].items()},
        )

    @property
    def loose(self) -> tuple[Node, ...]:
        """The nodes with nothing before or after them where the chain asks for it."""
        return tuple(node for node in self.nodes if node.loose is not None)


def bits(mask: int) -> Iterator[int]:
    """Yield the numbers that a set of bits holds, in their order."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _place(node: Node) -> tuple[int, int]:
    """Return where a node stands in the chain; those of one place are siblings."""
    within = _KINDS[node.kind] if node.column is Column.AUDIENCE else 0
    return _ORDER[node.column], within


_WEBS: Remembered[Web] = Remembered()


def web(strategy: Strategy) -> Web:
    """Return the threads of a snapshot as a graph; shared by all who look at it."""
    return _WEBS.of(strategy, lambda: _drawn(weave(strategy)))


def _drawn(woven: Woven) -> Web:
    nodes = _in_order(woven)
    at = {node.key: number for number, node in enumerate(nodes)}
    places = [_place(node) for node in nodes]
    columns = [_ORDER[node.column] for node in nodes]
    line_nodes = {number for number, node in enumerate(nodes) if node.kind is Kind.LINE}
    edges: dict[tuple[int, int], int] = {}
    lit = [1 << number for number in range(len(nodes))]
    lit_edges = [0] * len(nodes)
    lines: list[dict[int, int]] = [defaultdict(int) for _ in nodes]
    for keys, count in woven.threads.items():
        on = sorted(at[key] for key in keys)
        mask = sum(1 << number for number in on)
        ties = 0
        for pair in _pairs(on, columns):
            ties |= 1 << edges.setdefault(pair, len(edges))
        line = next((n for n in on if n in line_nodes), None) if count else None
        for number in on:
            lit[number] |= mask
            lit_edges[number] |= ties
            if line is not None:
                lines[number][line] += count
    siblings: dict[tuple[int, int], int] = defaultdict(int)
    for number, place in enumerate(places):
        siblings[place] |= 1 << number
    for number, place in enumerate(places):
        lit[number] &= ~siblings[place] | 1 << number
    pairs = tuple(edges)
    for number in range(len(nodes)):
        dark = [e for e in bits(lit_edges[number]) if not _both(lit[number], pairs[e])]
        lit_edges[number] &= ~sum(1 << e for e in dark)
    return Web(nodes, pairs, tuple(lit), tuple(lit_edges), tuple(dict(found) for found in lines))


def _both(mask: int, pair: tuple[int, int]) -> bool:
    return bool(mask >> pair[0] & 1 and mask >> pair[1] & 1)


def _pairs(on: Iterable[int], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the nodes of a thread that follow each other, from column to column."""
    groups = [list(group) for _, group in groupby(on, key=columns.__getitem__)]
    for before, after in pairwise(groups):
        yield from product(before, after)


def _in_order(woven: Woven) -> tuple[Node, ...]:
    """Return the nodes column by column, each near those that it hangs on."""
    nodes = list(woven.nodes.values())
    at = {node.key: number for number, node in enumerate(nodes)}
    near = [0] * len(nodes)
    for keys in woven.threads:
        on = [at[key] for key in keys]
        mask = sum(1 << number for number in set(on))
        for number in on:
            near[number] |= mask
    rank: dict[int, float] = {}
    found: list[Node] = []
    for column in Column:
        here = [number for number, node in enumerate(nodes) if node.column is column]
        weight = {
            number: _mean([rank[n] for n in bits(near[number]) if n in rank]) for number in here
        }
        here.sort(key=lambda number: (*_first(nodes[number]), weight[number], number))
        rank.update((number, (place + 0.5) / len(here)) for place, number in enumerate(here))
        found.extend(nodes[number] for number in here)
    return tuple(found)


def _first(node: Node) -> tuple[bool, int, bool, str]:
    """Return what places a node in its column, before what it hangs on does."""
    return node.loose is not None, _KINDS[node.kind], not node.leads, node.dated


def _mean(ranks: Sequence[float]) -> float:
    return sum(ranks) / len(ranks) if ranks else 1.0
