"""Which part of followers a post usually reaches: the strategy's word before the sources' (C54)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.messages import Message
from canvas.domain.strategy import Strategy
from canvas.steps.common import Network
from canvas.steps.networks.reference import claims
from canvas.steps.objectives.indicators import ReachRate


@dataclass(frozen=True, slots=True)
class Range:
    """Which part of followers a post usually reaches, and who says so.

    Attributes:
        low: The least, as a ratio: 0.05 is one follower in twenty.
        high: The most.
        source: Who says so, "" where nobody noted it.
    """

    low: float
    high: float
    source: Message | str


def usual_reach(strategy: Strategy, network: Network | None) -> Iterator[Range]:
    """Yield what is usual on a network, what counts first: one's own rates, then published ones."""
    if network is None:
        return
    yield from own_reach(strategy, network)
    yield from published_reach(network)


def own_reach(strategy: Strategy, network: Network) -> Iterator[Range]:
    """Yield the rates that the strategy writes for a network."""
    for rate in strategy.of(ReachRate):
        known = [r for r in (rate.organic_rate_low, rate.organic_rate_high) if r is not None]
        if rate.network is network and known:
            yield Range(min(known), max(known), rate.source)


def published_reach(network: Network) -> Iterator[Range]:
    """Yield the rates that the sources give for a network."""
    for claim in claims().get(str(network), ()):
        if claim.kind == "reach" and claim.high is not None:
            low = claim.high if claim.low is None else claim.low
            yield Range(low, claim.high, claim.said_by)
