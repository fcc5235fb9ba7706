"""How a strategy takes up the objective that its figures put first (C45)."""

from __future__ import annotations

from enum import Enum, auto

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.strategy import Strategy
from canvas.steps.objectives.diagnosis import Suggestion
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.todos import main_objective


class Way(Enum):
    """What one click does about a suggestion."""

    FOLLOWED = auto()
    """Nothing: the main objective is of this kind."""
    NAME = auto()
    """The main objective has no kind yet: it gets this one."""
    MARK = auto()
    """No objective is the main one: the first of this kind becomes it."""
    CREATE = auto()
    """No objective is the main one and none is of this kind: one is written."""
    BESIDE = auto()
    """The main objective is of another kind: one of this kind is written beside it."""
    KEPT = auto()
    """Nothing: an objective of this kind stands beside the main one already."""


def way_of(strategy: Strategy, found: Suggestion) -> Way:
    """Return what taking a suggestion up would do."""
    main = main_objective(strategy)
    of_kind = _of_kind(strategy, found)
    if main is None:
        return Way.MARK if of_kind else Way.CREATE
    if main.type is found.type:
        return Way.FOLLOWED
    if main.type is None:
        return Way.NAME
    return Way.KEPT if of_kind else Way.BESIDE


def taking_up(strategy: Strategy, found: Suggestion, title: str, reason: str) -> list[Edit]:
    """Return the edits that take a suggestion up; none where it is followed already.

    Args:
        strategy: The strategy.
        found: What its figures suggest.
        title: What to call an objective that is written, in the person's language.
        reason: Why it is suggested, in the person's language.
    """
    way = way_of(strategy, found)
    kind = str(found.type)
    main = main_objective(strategy)
    if way is Way.NAME and main is not None:
        return [Edit(Objective.key, main.id, "type", None, kind)]
    if way is Way.MARK:
        # Where several are marked as main, only one stays so.
        chosen = _of_kind(strategy, found)[0]
        others = [one for one in strategy.of(Objective) if one.is_primary and one is not chosen]
        edits = [Edit(Objective.key, one.id, "is_primary", True, None) for one in others]
        if not chosen.is_primary:
            edits.append(Edit(Objective.key, chosen.id, "is_primary", None, True))
        return edits
    if way not in (Way.CREATE, Way.BESIDE):
        return []
    position = strategy.next_position(Objective)
    raw: dict[str, Json] = {"title": title, "type": kind, "realistic": reason}
    if way is Way.CREATE:
        raw["is_primary"] = True
    return creation(Objective.key, new_id(), raw, position)


def _of_kind(strategy: Strategy, found: Suggestion) -> list[Objective]:
    return [one for one in strategy.of(Objective) if one.title and one.type is found.type]
