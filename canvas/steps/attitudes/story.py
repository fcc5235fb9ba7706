"""What the step on attitudes says in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.story import Piece, in_detail
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes import story_conduct, story_content


def story(strategy: Strategy) -> Iterator[Piece]:
    """What works on the networks, how we behave, who does what, what if it goes wrong."""
    yield from in_detail(story_content.norms(strategy))
    yield from in_detail(story_content.habits(strategy))
    yield from in_detail(story_conduct.guidelines(strategy))
    yield from story_conduct.charter(strategy)
    yield from in_detail(story_conduct.policy(strategy))
    yield from story_conduct.roles(strategy)
    yield from in_detail(story_conduct.crisis(strategy))
    yield from in_detail(story_conduct.processes(strategy))
