"""The session of two hours: a part of the agenda for each stop of the express path (C5)."""

from __future__ import annotations

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.messages import N_
from canvas.steps import BY_KEY, express
from canvas.steps.frame.year import AgendaItem
from canvas.ui.problems import told
from canvas.ui.state import person, session, strategies


@told
def set_up() -> None:
    """Give each stop that has no part of the session one, so that two hours are planned."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    have = {item.step for item in strategy.of(AgendaItem)}
    edits: list[Edit] = []
    for position, stop in enumerate(express.STOPS, start=1):
        if stop.step in have:
            continue
        fields: dict[str, Json] = {
            "title": tab.tr(BY_KEY[str(stop.step)].menu),
            "step": str(stop.step),
            "planned_minutes": stop.minutes,
            "must_have": [tab.tr(line) for line in express.must_have(stop)],
        }
        edits += creation(AgendaItem.key, new_id(), fields, float(position))
    strategies().edit(tab.strategy, person(), edits, label=N_("Agenda of the session"))
