"""The card of the strategy deck."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.services import documents
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import option, plain
from canvas.ui.state import translator

MANAGEMENT, COMPLETE = "management", "complete"
EXTENTS = {
    MANAGEMENT: (
        N_("For management"),
        N_("About 30 slides: what is decided, on which grounds, with which means."),
    ),
    COMPLETE: (N_("Complete"), N_("Every list of every step, for those who do the work.")),
}
"""What a deck holds, with what is said of it."""


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw the deck, in two extents and two languages."""
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
                    data=partial(_bytes, strategy, language, complete),
                    file_name=documents.file_name(strategy, f"{kind}-{language}", "pptx"),
                    mime=documents.PPTX,
                    on_click="ignore",
                    type="primary" if language == tr.language else "secondary",
                    icon=":material/slideshow:",
                    key=f"deck-{language}",
                )


def _bytes(strategy: Strategy, language: str, complete: bool) -> bytes:
    today = dt.date.today()  # noqa: DTZ011
    return documents.deck(newest(strategy), translator(language), today, complete=complete)
