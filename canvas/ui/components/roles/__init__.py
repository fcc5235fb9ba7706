"""Who does what on each network: a table of networks and tasks, names in its cells (C89)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import SERIES, TONES
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.common import Network
from canvas.steps.frame.people import Person
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/drag.js",
    "roles/people.js",
    "roles/roles.js",
)

WORDS = {
    "people": N_("People"),
    "people_help": N_("Drag a name into a cell, or touch a name and then the cells."),
    "add_person": N_("Write a first name, Enter to add it"),
    "add_network": N_("Add a network"),
    "nobody": N_("Nobody yet"),
    "optional": N_("Nobody"),
    "put": N_("Put {person} here"),
    "choose": N_("Add somebody: {task}, {network}"),
    "take_out": N_("Take {person} out: {task}, {network}"),
    "taken": N_("{person} is in your hand: choose cells, Escape to let go."),
    "let_go": N_("Your hand is empty."),
    "put_done": N_("{person}: {task}, {network}."),
    "taken_out": N_("{person} is out of: {task}, {network}."),
    "tasks": N_("{person}: in {n} cells"),
    "remove_network": N_("Delete the roles on {network}"),
    "stranger": N_("(deleted)"),
    "empty": N_("Write the first name of somebody who takes part, then add a network."),
}

TASKS = {
    "publishers": True,
    "repliers": True,
    "moderators": True,
    "validators": False,
    "backups": False,
}
"""The columns, and whether each needs somebody."""

EXAMPLE = {"network": "instagram", "people": ["Camille", "Camille", "Sam", "Sam", "Alex"]}
"""What an empty table shows in grey."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A network that has no roles yet.

    Attributes:
        network: Its code.
        reason: Why it needs some, in the reader's language.
    """

    network: str
    reason: str


def roles(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    awaited: Sequence[Awaited] = (),
    gaps: Sequence[str] = (),
) -> None:
    """Mount the table.

    Args:
        strategy: Where people and roles are.
        tr: The reader's language.
        key: Its key.
        awaited: Networks without roles yet, shown in grey.
        gaps: What nobody does, in the reader's language.
    """
    theme = st.context.theme.type or "light"
    fields = {data["name"]: data for data in field_data(NetworkRole, tr)}
    people = {data["name"]: data for data in field_data(Person, tr)}
    mount = component("roles", '<div class="roles"></div>', SCRIPTS)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "columns": [
                {**fields[name], "kind": "people", "needed": needed}
                for name, needed in TASKS.items()
            ],
            "network": fields["network"],
            "note": fields["note"],
            "person": people["name"],
            "rows": [row_data(record, strategy, tr) for record in strategy.of(NetworkRole)],
            "people": [row_data(record, strategy, tr) for record in strategy.of(Person)],
            "awaited": [asdict(one) for one in awaited],
            "networks": {str(network): tr.label(network) for network in Network},
            "gaps": list(gaps),
            "example": EXAMPLE,
            "next_position": {
                record_type.key: strategy.next_position(record_type)
                for record_type in (NetworkRole, Person)
            },
            "colours": [shades.on(theme) for shades in SERIES],
            "watch": TONES["watch"].on(theme),
            "words": words(WORDS, tr),
        },
    )
