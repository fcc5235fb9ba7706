"""The express path: what a first strategy cannot do without, in two hours (C5).

The data are those of the whole method; the path only asks for less of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas.domain.messages import Message, say
from canvas.domain.strategy import Strategy
from canvas.steps import STEPS
from canvas.steps.common import MethodStep
from canvas.steps.express.model import Answer, Ask, Line, Stop, answers, missing
from canvas.steps.express.path import STOPS, TWO_HOURS
from canvas.steps.frame.settings import Depth, Settings

__all__ = [
    "BY_STEP",
    "MINUTES",
    "STOPS",
    "TWO_HOURS",
    "Answer",
    "Ask",
    "Line",
    "Stop",
    "answers",
    "before",
    "following",
    "inputs",
    "is_express",
    "is_ready",
    "missing",
    "must_have",
    "progress",
]

BY_STEP: Mapping[str, Stop] = MappingProxyType({str(stop.step): stop for stop in STOPS})

MINUTES: Mapping[MethodStep, int] = MappingProxyType({stop.step: stop.minutes for stop in STOPS})
"""Minutes of each stop in a first session."""


def is_express(strategy: Strategy, step: str) -> bool:
    """Return whether the page of a step asks for the express path alone."""
    return strategy.one(Settings).depth_of(step) is Depth.EXPRESS


def progress(strategy: Strategy, step: str) -> tuple[int, int]:
    """Return how many questions of a step are answered, and of how many."""
    stop = BY_STEP.get(step)
    return (stop.done(strategy), len(stop.asks)) if stop else (0, 0)


def is_ready(strategy: Strategy) -> bool:
    """Return whether all questions of the path are answered."""
    return all(stop.done(strategy) == len(stop.asks) for stop in STOPS)


def following(step: str) -> str | None:
    """Return the stop that comes after a step's page, None after the last one."""
    return _beside(step, 1)


def before(step: str) -> str | None:
    """Return the stop that comes before a step's page, None before the first one."""
    return _beside(step, -1)


def _beside(step: str, way: int) -> str | None:
    stops = list(BY_STEP)
    if step in stops:
        at = stops.index(step) + way
        return stops[at] if 0 <= at < len(stops) else None
    keys = [known.key for known in STEPS][::way]
    left = keys[keys.index(step) :]
    return next((key for key in left if key in BY_STEP), None)


def inputs(strategy: Strategy) -> int:
    """Return how many fields the path asks a person to fill in, on all its lines."""
    return sum(len(ask.fields) * len(ask.lines(strategy)) for stop in STOPS for ask in stop.asks)


def must_have(stop: Stop) -> tuple[Message, ...]:
    """Return what must be filled in before the session goes on, a line a question (C5)."""
    return tuple(say(ask.question) for ask in stop.asks)
