"""Ways from a canvas to the list that its records stand in."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.places import Place
from canvas.steps import STEP_OF
from canvas.ui import frame
from canvas.ui.looks import SHOW, query_of
from canvas.ui.markdown import plain
from canvas.ui.state import session


def way_to(record_type: type[Record], strategy: Strategy, tr: Translator) -> None:
    """Draw a link to the list of a type; none in a projection, where there is no list."""
    if session().projecting:
        return
    st.page_link(
        frame.path(STEP_OF[record_type.key].key),
        label=plain(tr(N_("List: {name}"), name=tr(record_type.many))),
        icon=":material/list:",
        query_params={"strategy": strategy.id, SHOW: record_type.key},
        width="content",
    )


def way_to_place(place: Place, strategy_id: str, tr: Translator, *, label: str = "") -> None:
    """Draw a link to where something is decided or mended, the field to write in open.

    Args:
        place: Where it leads.
        strategy_id: The strategy.
        tr: The reader's language.
        label: What it says, the name of the place if not given.
    """
    st.page_link(
        frame.path(place.step),
        label=plain(label or tr(N_("Go to “{name}”"), name=tr(place.name))),
        icon=":material/arrow_forward:",
        query_params={"strategy": strategy_id, **query_of(place)},
        width="content",
    )
