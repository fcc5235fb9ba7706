"""Dashboards by period, kept while nothing that they are made of changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from canvas.domain.strategy import Strategy
from canvas.rules.dashboard import NEEDED, Dashboard, dashboard
from canvas.rules.dashboard_period import Span, months_known
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.series import Month

KEPT = 128
"""Periods whose figures stay in memory, for all strategies and sessions together."""

Parts = tuple[object, ...]

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class DashboardShelf:
    """What was computed of a period, shared by all sessions.

    The caller has checked who asks: it gives the snapshot that the person may open.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: OrderedDict[tuple[str, str], tuple[Parts, Dashboard]] = OrderedDict()
        self._months: OrderedDict[str, tuple[Parts, frozenset[Month]]] = OrderedDict()

    def of(self, strategy: Strategy, figures: Figures, span: Span) -> Dashboard:
        """Return the dashboard of a period; computed again only where its figures changed."""
        return _kept(
            self._found,
            self._lock,
            (strategy.id, span.key),
            _parts(strategy, figures),
            lambda: dashboard(strategy, figures, span),
        )

    def months(self, strategy: Strategy, figures: Figures) -> frozenset[Month]:
        """Return the months that figures speak of."""
        return _kept(
            self._months,
            self._lock,
            strategy.id,
            _parts(strategy, figures),
            lambda: months_known(strategy, figures),
        )


def _parts(strategy: Strategy, figures: Figures) -> Parts:
    # A snapshot shares the tuples of the types that an edit did not touch.
    return (figures, *(strategy.of(kind) for kind in NEEDED))


def _kept(
    shelf: OrderedDict[K, tuple[Parts, V]],
    lock: threading.Lock,
    key: K,
    parts: Parts,
    compute: Callable[[], V],
) -> V:
    with lock:
        known = shelf.get(key)
        if known and all(a is b for a, b in zip(known[0], parts, strict=True)):
            shelf.move_to_end(key)
            return known[1]
    found = compute()
    with lock:
        shelf[key] = (parts, found)
        shelf.move_to_end(key)
        while len(shelf) > KEPT:
            shelf.popitem(last=False)
    return found
