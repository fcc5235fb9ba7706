"""The card of the workbook."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.services import documents
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import plain
from canvas.ui.state import figures, translator


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw the workbook, in two languages."""
    with st.container(border=True, height="stretch", key="workbook"):
        st.subheader(tr(N_("Excel workbook")), anchor=False)
        about = N_(
            "Calendar, actions, budget, competitors and figures, to be edited by anybody and "
            "given back here. Private notes and contact details stay out of it."
        )
        st.markdown(plain(tr(about)))
        with st.container(horizontal=True):
            for language in LANGUAGES:
                st.download_button(
                    tr(N_("Excel in French") if language == "fr" else N_("Excel in English")),
                    # Built at the click, outside the session's run: give it all it needs.
                    data=partial(_bytes, strategy, language),
                    file_name=documents.file_name(strategy, f"workbook-{language}", "xlsx"),
                    mime=documents.XLSX,
                    on_click="ignore",
                    type="primary" if language == tr.language else "secondary",
                    icon=":material/table_view:",
                    key=f"workbook-{language}",
                )


def _bytes(strategy: Strategy, language: str) -> bytes:
    today = dt.date.today()  # noqa: DTZ011
    fresh = newest(strategy)
    return documents.workbook(fresh, translator(language), today, figures().of(fresh))
