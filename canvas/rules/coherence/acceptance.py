"""Accepting a finding instead of mending it: its reason is kept with the strategy."""

from __future__ import annotations

import datetime as dt

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.kinds import Lines
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.rules.coherence.model import Finding
from canvas.steps.frame.coherence import AcceptedFinding


class NoReasonError(CanvasError):
    """A finding was to be accepted without a word on why."""

    message = N_("Write why you leave it so, then accept it: the deck will say your reason.")


def acceptance(
    strategy: Strategy, finding: Finding, reason: str, *, by: str, on: dt.date
) -> list[Edit]:
    """Return the edits that accept a finding; new lines with the same fault are found again.

    Where a finding is about more records than an acceptance can name, the whole rule is
    accepted.

    Raises:
        NoReasonError: The reason is empty.
    """
    if not reason:
        raise NoReasonError
    named: list[Json] = [record for _, record in finding.records]
    field = AcceptedFinding.field("records")
    assert isinstance(field, Lines)
    raw: dict[str, Json] = {
        "rule": str(finding.rule),
        "reason": reason,
        "records": named if 0 < len(named) <= field.max_items else None,
        "accepted_by": by,
        "accepted_on": on.isoformat(),
    }
    return creation(AcceptedFinding.key, new_id(), raw, strategy.next_position(AcceptedFinding))
