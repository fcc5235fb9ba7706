"""Whether an objective is SMART: what each letter still lacks (C47)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from canvas.domain.messages import N_, Message, Share, say
from canvas.steps.objectives.objective import Maturity, Nature, Objective

TOO_MUCH_GROWTH = 1.0
"""From this growth on, an objective on a subject already mature is not believable."""


def growth(objective: Objective) -> float | None:
    """Return by how much the figure must grow, as a ratio; None when starting from zero."""
    if objective.baseline is None or objective.target is None or objective.baseline == 0:
        return None
    return (objective.target - objective.baseline) / abs(objective.baseline)


def smart_problems(objective: Objective) -> tuple[Message, ...]:
    """Return what keeps `objective` from being SMART, in the order of the letters."""
    return tuple(problem for check in CHECKS.values() for problem in check(objective))


def _specific(objective: Objective) -> Iterator[Message]:
    if not objective.specific:
        yield say(
            N_("“{objective}” is not specific yet: say exactly what will have changed."),
            objective=objective.title,
        )


def _measurable(objective: Objective) -> Iterator[Message]:
    if not objective.metric:
        yield say(
            N_("“{objective}” is not measurable yet: say what is counted."),
            objective=objective.title,
        )
    if objective.nature is Nature.QUALITATIVE:
        return
    if objective.target is None:
        yield say(
            N_("“{objective}” has no value to reach yet: write the figure that you aim at."),
            objective=objective.title,
        )
    elif objective.baseline is None:
        yield say(
            N_("“{objective}” has no starting value yet: read it today, even if it is 0."),
            objective=objective.title,
        )
    elif objective.baseline == objective.target:
        yield say(
            N_("“{objective}” aims at the value that it starts from: change one of the two."),
            objective=objective.title,
        )


def _attainable(objective: Objective) -> Iterator[Message]:
    if not (objective.means or objective.hours_week or objective.budget):
        yield say(
            N_("“{objective}” has no means yet: say with what time, people or money."),
            objective=objective.title,
        )


def _realistic(objective: Objective) -> Iterator[Message]:
    wanted = growth(objective)
    too_much = wanted is not None and wanted >= TOO_MUCH_GROWTH
    if objective.maturity is Maturity.MATURE and wanted is not None and too_much:
        yield say(
            N_(
                "“{objective}” wants {growth} more of something well established: aim at less, or "
                "cut it into steps."
            ),
            objective=objective.title,
            growth=Share(wanted),
        )
    if not objective.realistic:
        yield say(
            N_("“{objective}” does not say yet why it is realistic: give a reason to believe it."),
            objective=objective.title,
        )


def _time_bound(objective: Objective) -> Iterator[Message]:
    due, start, review = objective.due, objective.start, objective.review_date
    if due is None:
        yield say(N_("“{objective}” has no due date yet."), objective=objective.title)
    elif start and due <= start:
        yield say(
            N_("“{objective}” is due before it starts: change one of the two dates."),
            objective=objective.title,
        )
    elif review is None:
        yield say(
            N_("“{objective}” has no first check yet: choose a day before the due date."),
            objective=objective.title,
        )
    elif review > due:
        yield say(
            N_("“{objective}” is checked only after its due date: look at it earlier."),
            objective=objective.title,
        )


CHECKS: Mapping[str, Callable[[Objective], Iterator[Message]]] = MappingProxyType(
    {
        "specific": _specific,
        "measurable": _measurable,
        "attainable": _attainable,
        "realistic": _realistic,
        "time_bound": _time_bound,
    }
)
"""What keeps an objective from each of the five letters, in their order."""
