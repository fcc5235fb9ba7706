"""What a line that was written in one go is completed with, in the same step to undo."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.domain.changes import Edit
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Strategy
from canvas.rules.prefill import prefilled
from canvas.steps.plan.calendar import Post


def completion(strategy: Strategy, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that fill in what the strategy knows of the lines that `edits` create.

    A line that is there already was completed when it came: a group that is sent again
    adds nothing.  What a line has no room for stays out, or the line would be refused.
    """
    born = [e.record for e in edits if e.type == Post.key and e.field == EXISTS and e.new]
    found: list[Edit] = []
    for record in born:
        if strategy.find(record) is not None:
            continue
        given = {
            e.field: e.new
            for e in edits
            if e.record == record and e.field not in (EXISTS, POSITION)
        }
        found += [
            Edit(Post.key, record, name, None, value)
            for name, value in prefilled(strategy, given).items()
            if name not in given and Post.field(name).problem(value) is None
        ]
    return found
