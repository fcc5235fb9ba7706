"""One idea, several lives: the lines that a chain of reuse makes of another (C115)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from canvas.domain.clean import Json
from canvas.domain.strategy import Strategy
from canvas.rules.prefill import prefilled
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.promotion import ReuseStep
from canvas.steps.wording import shorten


def steps_from(strategy: Strategy, post: Post) -> tuple[ReuseStep, ...]:
    """Return the links of the chain that starts from a post's kind of content."""
    kind = post.content_type
    return tuple(step for step in strategy.of(ReuseStep) if kind and step.source == kind)


def unfold(strategy: Strategy, post: Post) -> list[dict[str, Json]]:
    """Return the raw fields of the lines that a post still gives rise to.

    One for each link of the chain of its content type: made from the post, its title
    with what becomes of it, so many days later, on the link's account, else the post's,
    by the link's owner; the rest comes from the strategy, as for any new line.  A link
    whose line is there already gives nothing: it is known by the end of its title, or,
    where somebody changed that, by its account and content type.
    """
    steps = steps_from(strategy, post)
    made = [line for line in strategy.of(Post) if line.parent == post.id] if steps else []
    return [_line(strategy, post, step) for step in _missing(post, steps, made)]


def waiting(strategy: Strategy, first: dt.date, last: dt.date) -> list[tuple[Post, int]]:
    """Return the posts of a period that lines are still to be made from, and how many."""
    made: dict[str, list[Post]] = defaultdict(list)
    for line in strategy.of(Post):
        made[line.parent].append(line)
    found = [
        (post, len(_missing(post, steps_from(strategy, post), made.get(post.id, []))))
        for post in strategy.of(Post)
        if post.date is not None and first <= post.date <= last
    ]
    return sorted(
        ((post, count) for post, count in found if count),
        key=lambda each: each[0].date or dt.date.max,
    )


def _missing(post: Post, chain: Iterable[ReuseStep], lines: Iterable[Post]) -> list[ReuseStep]:
    """Return the links of a chain whose line is not among those made from a post."""
    steps, made = list(chain), list(lines)

    def take(fits: Callable[[ReuseStep, Post], bool]) -> None:
        for step in list(steps):
            found = next((line for line in made if fits(step, line)), None)
            if found is not None:
                steps.remove(step)
                made.remove(found)

    take(lambda step, line: bool(step.name) and line.title.endswith(step.name))
    take(
        lambda step, line: (
            line.account == (step.account or post.account)
            and step.content_type in ("", line.content_type)
        )
    )
    return steps


def _line(strategy: Strategy, post: Post, step: ReuseStep) -> dict[str, Json]:
    ending = f" – {step.name}" if step.name else ""
    room = getattr(Post.field("title"), "max_chars", 140) - len(ending)
    day = post.date + dt.timedelta(days=step.delay_days or 0) if post.date else None
    return prefilled(
        strategy,
        {
            "title": shorten(post.title, room) + ending,
            "date": day.isoformat() if day else None,
            "account": step.account or post.account or None,
            "content_type": step.content_type or None,
            "effort_hours": step.effort_hours,
            "author": step.owner or None,
            "parent": post.id,
        },
    )
