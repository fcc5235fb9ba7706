"""What hangs loose: nodes with nothing before or after them where the chain asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from canvas.domain.messages import N_, Message, say
from canvas.rules.thread_nodes import Kind, Node

_ASKED: dict[Kind, Sequence[tuple[frozenset[Kind], str]]] = {
    Kind.PURPOSE: ((frozenset({Kind.MISSION}), N_("No mission answers it.")),),
    Kind.MISSION: (
        (frozenset({Kind.GOAL, Kind.PURPOSE}), N_("No company goal stands behind it.")),
        (frozenset({Kind.OBJECTIVE, Kind.NETWORK}), N_("No objective and no account serves it.")),
    ),
    Kind.OBJECTIVE: (
        (frozenset({Kind.MISSION}), N_("It serves no mission.")),
        (frozenset({Kind.KPI}), N_("No indicator measures it.")),
    ),
    Kind.KPI: ((frozenset({Kind.OBJECTIVE}), N_("It measures no objective.")),),
    Kind.PERSONA: (
        (
            frozenset({Kind.STAGE, Kind.NETWORK, Kind.CONTENT, Kind.LINE}),
            N_("Nothing is made for them."),
        ),
    ),
    Kind.SEGMENT: (
        (
            frozenset({Kind.OBJECTIVE, Kind.PERSONA}),
            N_("No objective and no persona is tied to it."),
        ),
        (
            frozenset({Kind.STAGE, Kind.NETWORK, Kind.CONTENT, Kind.LINE}),
            N_("Nothing is made for them."),
        ),
    ),
    Kind.NETWORK: (
        (
            frozenset({Kind.MISSION, Kind.OBJECTIVE, Kind.PERSONA, Kind.SEGMENT}),
            N_("Nobody says what it is for."),
        ),
        (frozenset({Kind.CONTENT, Kind.LINE}), N_("Nothing is planned there.")),
    ),
    Kind.CONTENT: ((frozenset({Kind.LINE, Kind.NETWORK}), N_("No line and no account uses it.")),),
    Kind.MONEY: ((frozenset({Kind.OBJECTIVE}), N_("It is spent for no objective.")),),
}
"""What must stand before or after a node, and what is said where nothing of it does."""


_ORDER = {kind: number for number, kind in enumerate(Kind)}


def hang_loose(nodes: dict[str, Node], threads: Iterable[Iterable[str]]) -> None:
    """Say of each node what is missing before or after it."""
    near: dict[str, set[Kind]] = defaultdict(set)
    for keys in threads:
        kinds = {nodes[key].kind for key in keys}
        for key in keys:
            near[key] |= kinds
    there = {node.kind for node in nodes.values()}
    for key, node in nodes.items():
        if node.loose is None:
            nodes[key] = replace(node, loose=_missing(node, near[key], there))


def _missing(node: Node, near: set[Kind], there: set[Kind]) -> Message | None:
    """Return what a node lacks; nothing is asked for after it before any of that is there."""
    for wanted, said in _ASKED.get(node.kind, ()):
        earlier = any(_ORDER[kind] < _ORDER[node.kind] for kind in wanted)
        if not wanted & near and (earlier or wanted & there):
            return say(said)
    return None
