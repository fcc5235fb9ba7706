"""Deliver: what leaves the app, and what happened in it."""

from __future__ import annotations

from itertools import zip_longest

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.story import Gap
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import documents
from canvas.steps import BY_KEY
from canvas.ui import connection, frame, problems
from canvas.ui.deliver import agenda, deck, links, project, returning, tools, workbook
from canvas.ui.history import history_list
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

CARDS = (
    deck.card,
    workbook.card,
    returning.card,
    agenda.card,
    tools.card,
    links.card,
    project.card,
)
"""What is delivered, two cards a row."""


def deliver_page() -> None:
    """Draw the exports of the open strategy."""
    tab = session()
    strategy = frame.opened()
    if strategy is None:
        st.title(tab.tr(N_("Deliver")), anchor=False)
        st.info(tab.tr(N_("There is no strategy yet. Create one, or open an example, first.")))
        return
    _body()


@problems.fragment
def _body() -> None:
    tab = session()
    tr = tab.tr
    strategy = strategies().open(tab.strategy, person())
    title, tools = st.columns([3, 1.4], vertical_alignment="center")
    with title:
        st.title(tr(N_("Deliver")), anchor=False)
        purpose = N_("Take away what you have decided, at any moment: nothing has to be finished.")
        st.markdown(plain(tr(purpose)))
    with tools:
        connection.draw(strategy, tr, can_project=False)
    cards = iter(CARDS)
    for row in zip_longest(cards, cards):
        for column, card in zip(st.columns(2), row, strict=True):
            if card is not None:
                with column:
                    card(strategy, tr)
    returning.dry_run(strategy, tr)
    _open_points(strategy, tr)
    with st.expander(tr(N_("What was changed, by whom")), icon=":material/history:"):
        history_list(strategy, tr)


def _open_points(strategy: Strategy, tr: Translator) -> None:
    gaps = [piece for piece in documents.story(strategy) if isinstance(piece, Gap)]
    if not gaps:
        return
    label = say(N_("What the deck cannot say yet ({n})"), n=len(gaps))
    with st.expander(plain(tr(label)), icon=":material/rule:"):
        st.markdown(plain(tr(N_("Each of these stands on the deck’s “open points” slide."))))
        for gap in gaps:
            where = BY_KEY.get(gap.step)
            step = f" · {plain(tr(where.menu))}" if where else ""
            st.markdown(f"- **{plain(tr(gap.what))}**{step}  \n  {plain(tr(gap.why))}")
