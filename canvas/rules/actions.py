"""The action plan as it stands: what is late, what waits, what starts too early (C124).

An action waits for those that it comes after, until they are done; one that was dropped is
not waited for any more.  It is late once its due date has passed and it is not finished.
It starts too early where it begins before the due date of what it waits for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action
from canvas.steps.wording import shorten

FINISHED = (Progress.DONE, Progress.DROPPED)

_NAME = 60


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an action stands.

    Attributes:
        action: The action.
        late: Days since its due date; 0 where it is in time, finished or undated.
        waits: What it comes after and that is not finished.
        early: Of these, the one that ends last after it begins, None where none does.
        circle: The actions that wait for each other, this one first; empty where none do.
    """

    action: Action
    late: int = 0
    waits: tuple[Action, ...] = ()
    early: Action | None = None
    circle: tuple[Action, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """Whether it cannot go on: it is open, and waits for something."""
        return bool(self.waits) and self.action.status not in FINISHED


def standings(strategy: Strategy, today: dt.date) -> list[Standing]:
    """Return all actions that have a title, in their order."""
    actions = strategy.of(Action)
    known = {action.id: action for action in actions}
    after = {action.id: action.depends_on for action in actions}
    return [_standing(action, known, after, today) for action in actions if action.title]


def _standing(
    action: Action,
    known: Mapping[str, Action],
    after: Mapping[str, Sequence[str]],
    today: dt.date,
) -> Standing:
    if action.status in FINISHED:
        return Standing(action)
    found = [known[other] for other in action.depends_on if other in known]
    waits = tuple(other for other in found if other.status not in FINISHED)
    begins = action.start or action.due
    later = [o for o in waits if o.due is not None and begins is not None and begins < o.due]
    return Standing(
        action,
        late=max(0, (today - action.due).days) if action.due else 0,
        waits=waits,
        early=max(later, key=lambda other: other.due or dt.date.min, default=None),
        circle=tuple(known[other] for other in circle(after, action.id) if other in known),
    )


def circle(after: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """Return a way from `start` back to itself, empty where there is none.

    Args:
        after: What each one comes after.
        start: Where the way begins; it comes first and is not repeated at the end.
    """
    came: dict[str, str] = {}
    heap = [start]
    while heap:
        here = heap.pop()
        for other in after.get(here, ()):
            if other == start:
                way = [here]
                while way[-1] != start:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if other not in came:
                came[other] = here
                heap.append(other)
    return ()


def goes_in_circles(strategy: Strategy, edits: Sequence[Edit]) -> tuple[Edit, Message] | None:
    """Return the edit that would make actions wait for each other, with what to say of it."""
    wanted = [e for e in edits if e.type == Action.key and e.field == "depends_on" and e.new]
    if not wanted:
        return None
    after: dict[str, Sequence[str]] = {a.id: a.depends_on for a in strategy.of(Action)}
    after.update((edit.record, _ids(edit.new)) for edit in wanted)
    for edit in wanted:
        way = circle(after, edit.record)
        if len(way) == 1:
            return edit, say(N_("An action cannot come after itself."))
        if way:
            other = strategy.linked(Action, way[1])
            return edit, say(
                N_("“{other}” already waits for this action: one of the two must come first."),
                other=shorten(other.title, _NAME) if other else "",
            )
    return None


def _ids(raw: Json) -> tuple[str, ...]:
    return tuple(str(one) for one in raw) if isinstance(raw, list) else ()
