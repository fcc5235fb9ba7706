"""The page of the thread: the whole strategy as one connected thing."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui import connection, frame, page_parts, projection, readiness
from canvas.ui.components.projection import projection as projected_head
from canvas.ui.components.thread import thread
from canvas.ui.state import component_value, person, session, strategies

TITLE = N_("The thread: what exists because of what")
PURPOSE = N_(
    "Choose anything to see why it is there and what comes of it, from the company’s goal to "
    "the last decision."
)

_HEAD = "projected-thread"

_BLOCKS = 2
"""What a room sees, one after the other: the thread, and how far each step is."""


def thread_page() -> None:
    """Draw the thread of the open strategy; the page is drawn whole, as nothing is typed in it."""
    tab = session()
    tr = tab.tr
    if frame.opened() is None:
        page_parts.nothing_open(TITLE, tr)
        return
    strategy = strategies().open(tab.strategy, person())
    if tab.projecting:
        if (tab.block or 0) < 0:
            projection.go_back(strategy)
        _project(strategy, tr)
        return
    page_parts.head(tr(TITLE), PURPOSE, strategy, tr, can_project=True)
    readiness.fold(strategy.id)
    thread(strategy, tr, key="thread", theme=st.context.theme.type or "light")


def _project(strategy: Strategy, tr: Translator) -> None:
    """Draw the block that is on: the lit chain in large, or the chart of the steps."""
    tab = session()
    tab.block = min(tab.block or 0, _BLOCKS - 1)
    if tab.block == 0:
        _head(strategy, N_("The thread"), say(PURPOSE), tr)
        thread(
            strategy,
            tr,
            key="thread",
            theme=st.context.theme.type or "light",
            projecting=True,
        )
    else:
        _head(strategy, readiness.TITLE, readiness.whole(strategy), tr)
        readiness.draw(strategy, tr)
    connection.draw(strategy, tr, can_project=False)


def _head(strategy: Strategy, title: str, place: Message, tr: Translator) -> None:
    projected_head(
        {
            "strategy": strategy.id,
            "title": tr(title),
            "place": tr(place),
            "item": None,
            "clocks": None,
            "words": projection.words(tr),
        },
        key=_HEAD,
        on_turn=_turn,
    )


def _turn() -> None:
    """Turn to the other block, back to the last step, or leave."""
    projection.turn(component_value(_HEAD, "turn"))
