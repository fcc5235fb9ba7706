"""The ladder of targets: segments and influential audiences, whom first (C72).

A target's place is its priority, then its position among those of the same priority,
whatever its type.  No rank is stored beside that: it would say the same twice, and a
move would have to write all the ranks below it.
"""

from __future__ import annotations

from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.segment import Segment, Temperature

Target = Segment | Audience
"""People that an effort can be made for."""

_METHOD = (
    (Temperature.HOT,),
    (Temperature.WARM, None),
    (Temperature.COLD,),
)
"""Prospects in the method's order; None stands for influential audiences."""

AUDIENCE_PLACE = list(Temperature).index(Temperature.WARM) + 0.5
"""Where the method puts influential audiences: after warm prospects, whom they go with."""


def ladder(strategy: Strategy) -> list[Target]:
    """Return all segments and audiences, those to concentrate on first at the top."""
    return sorted((*strategy.of(Segment), *strategy.of(Audience)), key=_place)


def targets(strategy: Strategy) -> list[Target]:
    """Return the segments and audiences that have a name, in the ladder's order."""
    return [target for target in ladder(strategy) if target.name]


def _place(target: Target) -> tuple[int, float, float]:
    priorities = list(Priority)
    priority = priorities.index(target.priority) if target.priority else len(priorities)
    return priority, target.position, usual_place(target)


def usual_place(target: Target) -> float:
    """Return where the method puts such people: it settles equal positions.

    Hot prospects, warm ones and influential audiences, cold ones, then clients.
    """
    temperatures = list(Temperature)
    if isinstance(target, Audience):
        return AUDIENCE_PLACE
    return temperatures.index(target.temperature) if target.temperature else len(temperatures)


def method_order(strategy: Strategy) -> list[tuple[Target, Priority | None]]:
    """Return the ladder as the method would put it, each target with its priority.

    The nearest prospects that there are get the high priority, the next ones medium,
    then low.  The method ranks no clients: they keep their priority, and stand after
    the prospects who share it.
    """
    tiers = [
        tier
        for tier in _METHOD
        if any(_temperature(target) in tier for target in ladder(strategy) if _ranked(target))
    ]
    priorities = dict(zip(tiers, Priority, strict=False))
    found = []
    for target in ladder(strategy):
        tier = next((t for t in tiers if _ranked(target) and _temperature(target) in t), None)
        found.append((target, priorities[tier] if tier else target.priority))
    order = [*Priority, None]
    return sorted(found, key=lambda line: (order.index(line[1]), usual_place(line[0])))


def _temperature(target: Target) -> Temperature | None:
    return target.temperature if isinstance(target, Segment) else None


def _ranked(target: Target) -> bool:
    """Return whether the method has a place for such people: none for who they are unknown."""
    return isinstance(target, Audience) or target.temperature is not None
