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
    pieces = list(documents.whole_story(strategy))
    points = [piece for piece in pieces if isinstance(piece, OpenPoint)]
    gaps = [piece for piece in pieces if isinstance(piece, Gap)]
    if not points and not gaps:
        return
    label = say(N_("Open points: what contradicts or is missing ({n})"), n=len(points) + len(gaps))
    with st.expander(plain(tr(label)), icon=":material/rule:"):
        st.markdown(plain(tr(N_("Each of these stands on the deck’s “open points” slide."))))
        lines = [
            f"- **{plain(tr(point.weight))}** · {plain(tr(point.said))}{_place(point.step, tr)}"
            for point in points
        ]
        lines += [
            f"- **{plain(tr(gap.what))}**{_place(gap.step, tr)}  \n  {plain(tr(gap.why))}"
            for gap in gaps
        ]
        st.markdown("\n".join(lines[:SHOWN]))
        page_parts.more_after(SHOWN, len(lines), tr)


def _place(key: str, tr: Translator) -> str:
    step = BY_KEY.get(key)
    return f" · {plain(tr(step.menu))}" if step else ""
