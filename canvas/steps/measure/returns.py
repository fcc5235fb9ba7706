"""What the effort costs a month, and how many results pay for it (C140)."""

from __future__ import annotations

import math

from canvas.domain.strategy import Strategy
from canvas.steps.common import WEEKS_A_MONTH, Frequency
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.value import RoiValue
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.resources.spending import by_category
from canvas.steps.resources.team import Belonging, TeamMember

_USUAL_HORIZON = 12


def time_a_month(strategy: Strategy) -> int:
    """Return what the team's hours cost a month, in minor units.

    Providers are paid from the budget and not counted twice.
    """
    weekly = sum(
        member.hours_week * member.cost_hour
        for member in strategy.of(TeamMember)
        if member.hours_week and member.cost_hour and member.belonging is not Belonging.EXTERNAL
    )
    return whole(weekly * WEEKS_A_MONTH)


def budget_a_month(strategy: Strategy) -> int:
    """Return the planned budget spread over the strategy's months, in minor units."""
    planned = sum(spending.planned for spending in by_category(strategy))
    return whole(planned / (strategy.one(Settings).horizon or _USUAL_HORIZON))


def whole(minor: float) -> int:
    """Return an amount without its cents, which no estimate has."""
    return round(minor / 100) * 100


def credited(gain: RoiValue) -> float:
    """Return what one result is worth, as far as social media brought it, in minor units."""
    return (gain.value_each or 0) * (1.0 if gain.attribution is None else gain.attribution)


def break_even(strategy: Strategy, gain: RoiValue) -> int | None:
    """Return how many results a month pay for all that is spent; None where unknown."""
    costs, worth = time_a_month(strategy) + budget_a_month(strategy), credited(gain)
    return math.ceil(costs / worth) if costs and worth else None


def monthly_target(strategy: Strategy, gain: RoiValue) -> float | None:
    """Return how many results a month are aimed at; None unless they are counted monthly."""
    kpi = strategy.linked(Kpi, gain.kpi)
    return kpi.target if kpi and kpi.frequency is Frequency.MONTHLY else None
