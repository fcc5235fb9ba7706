"""Criteria to start from, for a strategy that has none yet (C97)."""

from __future__ import annotations

from typing import NamedTuple

from canvas.domain.messages import N_


class Suggestion(NamedTuple):
    """A criterion, how much it counts, and what the best score asks for."""

    name: str
    weight: int
    question: str


CRITERIA = (
    Suggestion(
        N_("Our personas are there"), 5, N_("More than half of our customers open it every day.")
    ),
    Suggestion(
        N_("It serves our objective"), 4, N_("What we want people to do can be done from there.")
    ),
    Suggestion(
        N_("We can feed it"), 4, N_("We have the photos, videos or texts that it asks for.")
    ),
    Suggestion(
        N_("It reaches many people"), 3, N_("A post is seen by people who do not follow us.")
    ),
    Suggestion(N_("It takes little time"), 3, N_("Two hours a week are enough, replies included.")),
    Suggestion(
        N_("Competitors leave room"), 2, N_("None of our competitors is really at home there.")
    ),
)
"""The heaviest first."""
