"""Deliver: what leaves the app, and what happened in it."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.project_format import ENDING
from canvas.domain.story import Gap
from canvas.domain.strategy import Strategy
from canvas.exports.project import build_project
from canvas.i18n import LANGUAGES, Translator
from canvas.services import StoreError, exchange
from canvas.steps import BY_KEY
from canvas.ui import connection, frame, problems
from canvas.ui.history import history_list
from canvas.ui.markdown import option, plain
from canvas.ui.state import person, session, strategies, translator

MANAGEMENT, COMPLETE = "management", "complete"
EXTENTS = {
    MANAGEMENT: (
        N_("For management"),
        N_("About 25 slides: what is decided, on which grounds, with which means."),
    ),
    COMPLETE: (N_("Complete"), N_("Every list of every step, for those who do the work.")),
}
"""What a deck holds, with what is said of it."""

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


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
    left, right = st.columns(2)
    with left:
        _deck(strategy, tr)
    with right:
        _project(strategy, tr)
    _open_points(strategy, tr)
    with st.expander(tr(N_("What was changed, by whom")), icon=":material/history:"):
        history_list(strategy, tr)


def _deck(strategy: Strategy, tr: Translator) -> None:
    with st.container(border=True, height="stretch", key="deck"):
        st.subheader(tr(N_("Strategy deck")), anchor=False)
        about = N_("An editable PowerPoint: native texts, tables and charts, with speaker notes.")
        st.markdown(plain(tr(about)))
        extent = st.segmented_control(
            tr(N_("Extent of the deck")),
            list(EXTENTS),
            format_func=lambda key: option(tr(EXTENTS[key][0])),
            default=MANAGEMENT,
            key="deck-extent",
            label_visibility="collapsed",
            required=True,
        )
        complete = extent == COMPLETE
        st.caption(plain(tr(EXTENTS[COMPLETE if complete else MANAGEMENT][1])))
        kind = "deck-complete" if complete else "deck"
        with st.container(horizontal=True):
            for language in LANGUAGES:
                st.download_button(
                    tr(
                        N_("PowerPoint in French")
                        if language == "fr"
                        else N_("PowerPoint in English")
                    ),
                    # Built at the click, outside the session's run: give it all it needs.
                    data=partial(_deck_bytes, strategy, language, complete),
                    file_name=exchange.file_name(strategy, f"{kind}-{language}", "pptx"),
                    mime=PPTX,
                    on_click="ignore",
                    type="primary" if language == tr.language else "secondary",
                    icon=":material/slideshow:",
                    key=f"deck-{language}",
                )


def _newest(strategy: Strategy) -> Strategy:
    """Return the strategy as it is at the click; as the page showed it if the store refuses."""
    try:
        return strategies().open(strategy.id, person())
    except StoreError:
        return strategy


def _deck_bytes(strategy: Strategy, language: str, complete: bool) -> bytes:
    today = dt.date.today()  # noqa: DTZ011
    return exchange.deck(_newest(strategy), translator(language), today, complete=complete)


def _project(strategy: Strategy, tr: Translator) -> None:
    with st.container(border=True, height="stretch", key="project"):
        st.subheader(tr(N_("Project file")), anchor=False)
        about = N_(
            "The whole strategy in one file: a backup, a copy for a colleague, "
            "or the way to another computer."
        )
        st.markdown(plain(tr(about)))
        st.download_button(
            tr(N_("Export the project")),
            data=partial(_project_bytes, strategy),
            file_name=exchange.file_name(strategy, "", ENDING),
            mime="application/json",
            on_click="ignore",
            icon=":material/download:",
            key="project-file-download",
        )


def _project_bytes(strategy: Strategy) -> bytes:
    return build_project(_newest(strategy))


def _open_points(strategy: Strategy, tr: Translator) -> None:
    gaps = [piece for piece in exchange.story(strategy) if isinstance(piece, Gap)]
    if not gaps:
        return
    label = say(N_("What the deck cannot say yet ({n})"), n=len(gaps))
    with st.expander(plain(tr(label)), icon=":material/rule:"):
        st.markdown(plain(tr(N_("Each of these stands on the deck’s “open points” slide."))))
        for gap in gaps:
            where = BY_KEY.get(gap.step)
            step = f" · {plain(tr(where.menu))}" if where else ""
            st.markdown(f"- **{plain(tr(gap.what))}**{step}  \n  {plain(tr(gap.why))}")
