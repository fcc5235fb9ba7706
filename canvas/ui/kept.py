"""Keep what was computed of a snapshot for all who look at the same one."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from canvas.domain.strategy import Strategy

T = TypeVar("T")

KEPT = 32
"""Answers that stay in memory."""


@dataclass(slots=True)
class Kept(Generic[T]):
    """Answers to questions about strategies, each as of one snapshot.

    Attributes:
        ask: Computes the answer to a question, "" where there is only one to ask.
    """

    ask: Callable[[Strategy, str], T]
    _answers: OrderedDict[tuple[str, str], tuple[Strategy, T]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, strategy: Strategy, question: str = "") -> T:
        """Return the answer for this snapshot; it is computed once."""
        key = strategy.id, question
        with self._lock:
            known = self._answers.get(key)
        if known is not None and known[0] is strategy:
            return known[1]
        answer = self.ask(strategy, question)
        with self._lock:
            self._answers[key] = strategy, answer
            self._answers.move_to_end(key)
            while len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        return answer
