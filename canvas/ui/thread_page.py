"""The page of the thread: the whole strategy as one connected thing."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui import connection, frame
from canvas.ui.components.projection import projection
from canvas.ui.components.thread import thread
from canvas.ui.markdown import plain
from canvas.ui.projection import WORDS as PROJECTED
from canvas.ui.state import component_value, person, session, strategies

TITLE = N_("The thread: what exists because of what")
PURPOSE = N_(
    "Choose anything to see why it is there and what comes of it, from the company’s goal to "
    "the last decision."
)

_HEAD = "projected-thread"


def thread_page() -> None:
    """Draw the thread of the open strategy; the page is drawn whole, as nothing is typed in it."""
    tab = session()
    tr = tab.tr
    if frame.opened() is None:
        st.title(tr(TITLE), anchor=False)
        st.info(tr(N_("There is no strategy yet. Create one, or open an example, first.")))
        st.page_link(frame.path("home"), label=tr(N_("My strategies")), icon=":material/home:")
        return
    strategy = strategies().open(tab.strategy, person())
    if tab.projecting:
        _project(strategy, tr)
        return
    title, tools = st.columns([3, 1.4], vertical_alignment="center")
    with title:
        st.title(plain(tr(TITLE)), anchor=False)
        st.markdown(plain(tr(PURPOSE)))
    with tools:
        connection.draw(strategy, tr, can_project=True)
    thread(strategy, tr, key="thread", theme=st.context.theme.type or "light")


def _project(strategy: Strategy, tr: Translator) -> None:
    """Draw the thread for a room: its title, a way out, and the lit chain in large."""
    projection(
        {
            "strategy": strategy.id,
            "title": tr(N_("The thread")),
            "place": tr(PURPOSE),
            "item": None,
            "clocks": None,
            "words": {
                name: tr(text, time="", minutes="", planned="") for name, text in PROJECTED.items()
            },
        },
        key=_HEAD,
        on_turn=_leave,
    )
    thread(
        strategy,
        tr,
        key="thread",
        theme=st.context.theme.type or "light",
        projecting=True,
    )
    connection.draw(strategy, tr, can_project=False)


def _leave() -> None:
    """Go back to the page; there is no other block to turn to."""
    asked = component_value(_HEAD, "turn")
    if asked and asked["way"] == "leave":
        session().projecting = False
