"""What is proposed to mend a week that breaks (C128); `canvas.rules.mending` finds it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from canvas.domain.changes import Edit
from canvas.steps.resources.hands import Hand
from canvas.steps.resources.load import MINUTE


class Way(StrEnum):
    """How a week is mended."""

    MOVE = "move"
    HAND = "hand"
    TOGETHER = "together"
    PROVIDER = "provider"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that would mend a week, or a part of it.  Amounts are in seconds.

    Attributes:
        way: How.
        lines: The records that change, by their ids.
        edits: What applying it writes; empty for what must be decided outside.
        before: What the person needs in that week now.
        after: What they need with it.
        capacity: What they have.
        week: The Monday of the week that the line moves to.
        hand: Who takes over, or is paid.
        hours: Hours to pay for.
        extra: How many of them are beyond those that the provider has free.
        cost: What they cost in minor units.
        cadence: The rhythm that publishes less that week.
        left: How many posts of it are left.
        follows: Whether it comes after the changes that are put together.
        steps: The proposals that are put together.
    """

    way: Way
    lines: tuple[str, ...]
    edits: tuple[Edit, ...]
    before: int
    after: int
    capacity: int
    week: dt.date | None = None
    hand: Hand | None = None
    hours: int = 0
    extra: int = 0
    cost: int | None = None
    cadence: str = ""
    left: int = 0
    follows: bool = False
    steps: tuple[Proposal, ...] = ()

    @property
    def mends(self) -> bool:
        """Whether the week fits with it."""
        return self.after <= self.capacity + MINUTE
