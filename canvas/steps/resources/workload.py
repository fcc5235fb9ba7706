"""Hours a week that the plan takes, and those that there are (C128)."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.effort import effort_of_rhythm
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.team import TeamMember


@dataclass(frozen=True, slots=True)
class Workload:
    """An ordinary week, in hours.

    Attributes:
        publishing: Posts a week times the hours that one takes.
        tasks: Work that comes back each week.
        available: Hours of the team, None where nobody's hours are known.
        uncounted: Rhythms whose effort a post is unknown, and so left out.
    """

    publishing: float
    tasks: float
    available: float | None
    uncounted: int

    @property
    def needed(self) -> float:
        """Hours a week that the plan takes."""
        return round(self.publishing + self.tasks, 2)

    @property
    def spare(self) -> float | None:
        """Hours left over, negative where they are short; None where unknown."""
        if self.available is None or not self.needed:
            return None
        return round(self.available - self.needed, 2)


def weekly_workload(strategy: Strategy) -> Workload:
    """Return the hours of an ordinary week: a plain sum, without absences or promotion.

    A rhythm takes its own effort a post, or that of its content type.  A rhythm with
    neither is counted in `uncounted`: unknown work is not zero work.
    """
    publishing = 0.0
    uncounted = 0
    for cadence in strategy.of(Cadence):
        if not cadence.posts_per_week:
            continue
        effort = effort_of_rhythm(strategy, cadence)
        if effort is None:
            uncounted += 1
        else:
            publishing += cadence.posts_per_week * effort
    hours = [m.hours_week for m in strategy.of(TeamMember) if m.hours_week is not None]
    return Workload(
        publishing=round(publishing, 2),
        tasks=round(sum(task.hours or 0 for task in strategy.of(TaskAutomation)), 2),
        available=round(sum(hours), 2) if hours else None,
        uncounted=uncounted,
    )


def hours(number: float) -> Message:
    """Return hours a week as a figure."""
    return say(N_("{hours} h a week"), hours=number)
