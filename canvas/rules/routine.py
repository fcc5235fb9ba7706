"""The promotion routine of each line: who does what, and when (C113)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PromotionLevel
from canvas.steps.plan.promotion import PromotionAction


@dataclass(frozen=True, slots=True)
class RoutineStep:
    """One gesture of the routine, for one line.

    Attributes:
        action: The gesture.
        date: The day when it is to be done; None while the line has no date.
        done: Whether it is behind us.
        owner: Id of the person who does it: the gesture's owner, else who publishes the
            line, else its author; "" for nobody.
        effort: Hours that it takes, None where nobody says.
    """

    action: PromotionAction
    date: dt.date | None
    done: bool
    owner: str
    effort: float | None


def routine(strategy: Strategy, post: Post) -> tuple[RoutineStep, ...]:
    """Return the promotion routine of a post, in order of time.

    A major post gets the gestures for major posts and for all, another one those for
    minor posts and for all; each so many days after the post, 0 where nothing is said.
    """
    level = PromotionLevel.MAJOR if post.is_major else PromotionLevel.MINOR
    steps = [
        RoutineStep(
            action,
            post.date + dt.timedelta(days=action.delay_days or 0) if post.date else None,
            action.id in post.promotion_done,
            action.owner or post.publisher or post.author,
            action.effort_hours,
        )
        for action in strategy.of(PromotionAction)
        if action.serves(level)
    ]
    return tuple(sorted(steps, key=lambda step: step.date or dt.date.max))


Asked = tuple[Post, RoutineStep]
"""What the routine of a line asks for."""


def asked(strategy: Strategy, first: dt.date, last: dt.date) -> tuple[Asked, ...]:
    """Return what the routines ask for between two days, done or not, the earliest first."""
    delays = [action.delay_days or 0 for action in strategy.of(PromotionAction)]
    if not delays:
        return ()
    found = [
        (post, step)
        for post in strategy.of(Post)
        # Most lines of a long calendar are far away: look at the few that can matter.
        if post.date
        and (first - post.date).days <= max(delays)
        and (post.date - last).days <= -min(delays)
        for step in routine(strategy, post)
        if step.date and first <= step.date <= last
    ]
    return tuple(sorted(found, key=lambda each: (each[1].date or dt.date.max, each[0].position)))


def due(strategy: Strategy, day: dt.date, since: dt.date = dt.date.min) -> tuple[Asked, ...]:
    """Return what the routines ask for until a day and is not done, the earliest first.

    Args:
        strategy: The strategy.
        day: The last day that counts.
        since: The first one; what is older is let go.
    """
    return tuple(each for each in asked(strategy, since, day) if not each[1].done)
