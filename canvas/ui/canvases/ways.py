"""Ways to other pages: to a list, to a field, to where something is decided or mended."""

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


def way_to_page(page: str, strategy_id: str, *, label: str, icon: str, **asked: str) -> None:
    """Draw a link to a page of a strategy.

    Args:
        page: Its key.
        strategy_id: The strategy.
        label: What it says, in the reader's language.
        icon: What stands before it.
        asked: What the address asks the page for.
    """
    st.page_link(
        frame.path(page),
        label=plain(label),
        icon=icon,
        query_params={"strategy": strategy_id, **asked},
        width="content",
    )


def way_to(record_type: type[Record], strategy: Strategy, tr: Translator) -> None:
    """Draw a link to the list of a type; none in a projection, where there is no list."""
    if session().projecting:
        return
    way_to_page(
        STEP_OF[record_type.key].key,
        strategy.id,
        label=tr(N_("List: {name}"), name=tr(record_type.many)),
        icon=":material/list:",
        **{SHOW: record_type.key},
    )


def way_to_place(place: Place, strategy_id: str, tr: Translator, *, label: str = "") -> None:
    """Draw a link to where something is decided or mended, the field to write in open.

    Args:
        place: Where it leads.
        strategy_id: The strategy.
        tr: The reader's language.
        label: What it says, the name of the place if not given.
    """
    way_to_page(
        place.step,
        strategy_id,
        label=label or tr(N_("Go to “{name}”"), name=tr(place.name)),
        icon=":material/arrow_forward:",
        **query_of(place),
    )
