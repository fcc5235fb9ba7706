"""Deliver: what leaves the app, and what happened in it."""

from __future__ import annotations

from itertools import zip_longest

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.story import Gap, OpenPoint
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import documents
from canvas.steps import BY_KEY
from canvas.ui import frame, page_parts, problems
from canvas.ui.deliver import agenda, deck, links, project, returning, tools, workbook
from canvas.ui.history import history_list
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

TITLE = N_("Deliver")
PURPOSE = N_("Take away what you have decided, at any moment: nothing has to be finished.")

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

SHOWN = 30
"""Open points that the page shows at once; the heaviest come first."""


def deliver_page() -> None:
    """Draw the exports of the open strategy."""
    tab = session()
    strategy = frame.opened()
    if strategy is None:
        page_parts.nothing_open(TITLE, tab.tr)
        return
    _body()


@problems.fragment
def _body() -> None:
    tab = session()
    tr = tab.tr
    strategy = strategies().open(tab.strategy, person())
    page_parts.head(tr(TITLE), PURPOSE, strategy, tr)
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
    found = list(documents.still_open(strategy))
    if not found:
        return
    label = say(N_("Open points: what contradicts or is missing ({n})"), n=len(found))
    with st.expander(plain(tr(label)), icon=":material/rule:"):
        st.markdown(plain(tr(N_("Each of these stands on the deck’s “open points” slide."))))
        lines = [_line(piece, tr) for piece in found[:SHOWN]]
        st.markdown("\n".join(lines))
        page_parts.more_after(SHOWN, len(found), tr)


def _line(piece: Gap | OpenPoint, tr: Translator) -> str:
    place = _place(piece.step, tr)
    if isinstance(piece, OpenPoint):
        return f"- **{plain(tr(piece.weight))}** · {plain(tr(piece.said))}{place}"
    return f"- **{plain(tr(piece.what))}**{place}  \n  {plain(tr(piece.why))}"


def _place(key: str, tr: Translator) -> str:
    step = BY_KEY.get(key)
    return f" · {plain(tr(step.menu))}" if step else ""
