"""The networks in the order of their weighted scores (C97)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from canvas.domain.strategy import Strategy
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.networks.matrix import (
    MAX_SCORE,
    Criterion,
    NetworkOption,
    NetworkScore,
    Role,
)


@dataclass(frozen=True, slots=True)
class RankedNetwork:
    """A network and what its scores come to.

    Attributes:
        option: The network.
        rank: 1 for the best; equal totals share a rank and the next one is skipped
            (1, 2, 2, 4).  None without any score.
        total: Weighted mean of its scores as a ratio of the best possible, 0.0–1.0.
            None without any score: nothing known is not zero.
        missing: How many criteria it has no score for.
        suggested: The role that its place suggests: the first one main, the next two
            strong, the others defensive.  None without any score.
    """

    option: NetworkOption
    rank: int | None
    total: float | None
    missing: int
    suggested: Role | None


def considered(strategy: Strategy) -> tuple[NetworkOption, ...]:
    """Return the networks that have a name, in their order."""
    return tuple(option for option in strategy.of(NetworkOption) if option.called)


def criteria(strategy: Strategy) -> tuple[Criterion, ...]:
    """Return the criteria that have a name, in their order."""
    return tuple(criterion for criterion in strategy.of(Criterion) if criterion.name)


def weight_of(criterion: Criterion) -> int:
    """Return how much a criterion counts: 1 to 5, and 1 where it was left empty."""
    return criterion.weight or 1


def scores(strategy: Strategy) -> Mapping[tuple[str, str], int]:
    """Return the scores, 0 to 3, by the ids of the option and of the criterion.

    Where two people filled in the same cell at the same time, the later record counts.
    """
    return {
        (found.option, found.criterion): found.score
        for found in strategy.of(NetworkScore)
        if found.score is not None
    }


def ranking(strategy: Strategy) -> tuple[RankedNetwork, ...]:
    """Return all networks considered, the best first.

    Inputs are the scores (0 to 3) and the criteria's weights (1 to 5).  The total is
    the sum of weight × score divided by the sum of weight × 3, both over the criteria
    that this network has a score for: a missing score neither helps nor harms, and is
    counted in `missing`.  Scores of deleted or nameless criteria do not count.

    Equal totals share a rank; among them those with fewer missing scores come first,
    then those that take fewer hours a week, then the order of the list.  Networks
    without any score come last, in the order of the list.
    """
    columns = [(criterion.id, weight_of(criterion)) for criterion in criteria(strategy)]
    known = scores(strategy)
    totals: list[tuple[NetworkOption, Fraction, int]] = []
    unscored: list[RankedNetwork] = []
    for option in considered(strategy):
        row = [(w, known[option.id, c]) for c, w in columns if (option.id, c) in known]
        missing = len(columns) - len(row)
        if row:
            best = MAX_SCORE * sum(weight for weight, _ in row)
            points = sum(weight * score for weight, score in row)
            totals.append((option, Fraction(points, best), missing))
        else:
            unscored.append(RankedNetwork(option, None, None, missing, None))
    totals.sort(key=lambda row: (-row[1], row[2], _effort(row[0])))
    front = figure_of(strategy, Limit.STRONG_NETWORKS_MOST)
    ranked = [
        RankedNetwork(
            option,
            1 + sum(other > total for _, other, _ in totals),
            float(total),
            missing,
            _suggested(place, front),
        )
        for place, (option, total, missing) in enumerate(totals)
    ]
    return (*ranked, *unscored)


def _effort(option: NetworkOption) -> float:
    hours = option.effort_hours_week
    return float("inf") if hours is None else hours


def _suggested(place: int, front: float) -> Role:
    if place == 0:
        return Role.MAIN
    return Role.STRONG if place < front else Role.DEFENSIVE
