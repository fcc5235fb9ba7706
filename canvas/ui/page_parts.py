"""What the pages of a strategy have in common: their head, the way on, what comes after."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_, say_count
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui import connection, frame
from canvas.ui.canvases.ways import way_to_page
from canvas.ui.markdown import plain


def nothing_open(title: str, tr: Translator) -> None:
    """Draw a page where there is no strategy at all, with the way to a first one."""
    st.title(plain(tr(title)), anchor=False)
    st.info(tr(N_("There is no strategy yet. Create one, or open an example, first.")))
    st.page_link(frame.path("home"), label=tr(N_("My strategies")), icon=":material/home:")


def head(
    title: str, purpose: str, strategy: Strategy, tr: Translator, *, can_project: bool = False
) -> None:
    """Draw a page's title and purpose, beside its connection.

    Args:
        title: The title, in the reader's language.
        purpose: What the page is for, as a catalogue key.
        strategy: The open strategy.
        tr: The reader's language.
        can_project: Whether the page has something to show to a room.
    """
    said, tools = st.columns([3, 1.4], vertical_alignment="center")
    with said:
        st.title(plain(title), anchor=False)
        st.markdown(plain(tr(purpose)))
    with tools:
        connection.draw(strategy, tr, can_project=can_project)


def onwards(
    step: Step, strategy: Strategy, tr: Translator, *, until: str, page: str, way: str
) -> None:
    """Draw what a step decided, and the way on.

    Args:
        step: The step.
        strategy: The open strategy.
        tr: The reader's language.
        until: What stands there before anything is decided, in the reader's language.
        page: Where the way leads.
        way: What the way says, in the reader's language.
    """
    decision = step.decision(strategy)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="decision"):
        said = plain(until)
        if decision is not None:
            label = plain(tr(N_("Decision")))
            said = f"**{label}** — {plain(tr(decision))}"
        st.markdown(said, width="stretch")
        way_to_page(page, strategy.id, label=way, icon=":material/arrow_forward:")


def more_after(shown: int, total: int, tr: Translator) -> None:
    """Say how many things of a long list are not shown; nothing where all are."""
    if total > shown:
        said = say_count("{n} more comes after these.", "{n} more come after these.", total - shown)
        st.caption(plain(tr(said)))
