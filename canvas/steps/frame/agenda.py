"""The two hours in which a strategy is defined: planned, spent, left (C5)."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.common import MethodStep
from canvas.steps.frame.year import AgendaItem


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes of a step, or of the whole session.

    Attributes:
        planned: What was set aside.
        spent: What it took so far.
    """

    planned: int
    spent: int

    @property
    def left(self) -> int:
        """Minutes left; below 0 once it runs over."""
        return self.planned - self.spent


def session_clock(strategy: Strategy) -> Clock:
    """Return the minutes of all parts together."""
    return _sum(strategy.of(AgendaItem))


def step_clock(strategy: Strategy, step: MethodStep) -> Clock:
    """Return the minutes of the parts that belong to a step."""
    return _sum(tuple(item for item in strategy.of(AgendaItem) if item.step is step))


def step_item(strategy: Strategy, step: MethodStep) -> AgendaItem | None:
    """Return the part of the session to which a step's time is added: its first."""
    return next((item for item in strategy.of(AgendaItem) if item.step is step), None)


def _sum(items: tuple[AgendaItem, ...]) -> Clock:
    return Clock(
        sum(item.planned_minutes or 0 for item in items),
        sum(item.spent_minutes or 0 for item in items),
    )
