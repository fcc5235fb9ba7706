"""How many hours a line of the calendar takes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.rhythm import Cadence


def effort_of(strategy: Strategy, post: Post) -> float | None:
    """Return the hours that a post takes, all in, None where nothing says.

    Its own figure counts first, then its content type's, then that of the rhythm that
    made it.
    """
    if post.effort_hours is not None:
        return post.effort_hours
    return _usual(strategy, post.content_type, post.cadence)


def efforts_of(strategy: Strategy, posts: Iterable[Post]) -> list[float | None]:
    """Return the hours of each of many posts; what they take theirs from is looked up once."""
    usual = cache(partial(_usual, strategy))
    return [
        usual(post.content_type, post.cadence) if post.effort_hours is None else post.effort_hours
        for post in posts
    ]


def _usual(strategy: Strategy, content_type: str, cadence: str) -> float | None:
    """Return the hours of a content type, else of a rhythm, by their ids."""
    kind = strategy.linked(ContentType, content_type)
    if kind is not None and kind.effort_hours is not None:
        return kind.effort_hours
    rhythm = strategy.linked(Cadence, cadence)
    return rhythm.effort_hours if rhythm is not None else None


def effort_of_rhythm(strategy: Strategy, cadence: Cadence) -> float | None:
    """Return the hours that a post of a rhythm takes: its own, or its content type's."""
    if cadence.effort_hours is not None:
        return cadence.effort_hours
    kind = strategy.linked(ContentType, cadence.content_type)
    return kind.effort_hours if kind is not None else None
