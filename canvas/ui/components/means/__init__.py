"""Objectives with their means in front of them: what is short is decided or revised here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.frame.people import Person
from canvas.steps.objectives.objective import Objective
from canvas.steps.resources.means import MeansGap, ObjectiveRevision
from canvas.ui.components.assets import component
from canvas.ui.components.data import marked_fields, tones, words
from canvas.ui.components.editor import field_data, option_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "means/revise.js",
    "means/means.js",
)

GAP_FIELDS = ("ambition", "arbitration", "decision", "decided_by")
REVISED = ("target", "due")

WORDS = {
    "asked": N_("asked"),
    "given": N_("given"),
    "hours": N_("Hours a week"),
    "money": N_("Money"),
    "decide": N_("Decide what gives way…"),
    "revise": N_("Revise the objective…"),
    "save": N_("Revise it"),
    "cancel": N_("Leave it"),
    "needs_reason": N_("Say in a few words why it changes: you will be glad of it in six months."),
    "needs_change": N_("Change the value or the date first."),
    "needs_number": N_("“{title}” is not a number."),
    "revised": N_("Revised; undo takes all of it back."),
    "meanwhile": N_("Somebody else changed this objective meanwhile: look again."),
    "before": N_("Revised so far"),
}


def means(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    objectives: Sequence[Mapping[str, Any]],
    gaps: Sequence[MeansGap],
    today: dt.date,
) -> None:
    """Mount the cards.

    Args:
        strategy: Where the objectives and their means are.
        tr: The reader's language.
        key: Its key.
        objectives: The cards in their order: see means.js.
        gaps: The ambitions that serve one of these objectives.
        today: The date that a revision bears.
    """
    people = option_data(MeansGap, strategy, tr).get(Person.key, [])
    gap_fields = marked_fields(MeansGap, GAP_FIELDS, {}, tr)
    gap_fields["decided_by"]["options"] = people
    revision = {data["name"]: data for data in field_data(ObjectiveRevision, tr)}
    revised = {data["name"]: data for data in field_data(Objective, tr) if data["name"] in REVISED}
    fields = {
        "target": revised["target"],
        "due": revised["due"],
        "reason": revision["reason"],
        "decided_by": {**revision["decided_by"], "options": people},
    }
    mount = component("means", '<div class="canvas"></div>', SCRIPTS, ("shared/base.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "today": today.isoformat(),
            "objectives": list(objectives),
            "gap": gap_fields,
            "fields": fields,
            "by": tr(N_("{value} by {date}"), value="{value}", date="{date}"),
            "rows": {MeansGap.key: [row_data(gap, strategy, tr) for gap in gaps]},
            "next": {
                record_type.key: strategy.next_position(record_type)
                for record_type in (MeansGap, ObjectiveRevision)
            },
            "tones": tones(st.context.theme.type or "light"),
            "words": words(WORDS, tr),
        },
    )
