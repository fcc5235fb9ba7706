"""The strategy that a download is made of."""

from __future__ import annotations

from canvas.domain.strategy import Strategy
from canvas.services import StoreError
from canvas.ui.state import person, strategies


def newest(strategy: Strategy) -> Strategy:
    """Return the strategy as it is at the click; as the page showed it if the store refuses."""
    try:
        return strategies().open(strategy.id, person())
    except StoreError:
        return strategy
