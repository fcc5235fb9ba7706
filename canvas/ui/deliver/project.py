"""The card of the project file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.project_format import ENDING
from canvas.domain.strategy import Strategy
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.services import StoreError, documents
from canvas.services.figures import batches
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import plain
from canvas.ui.state import strategies


def card(strategy: Strategy, tr: Translator) -> None:
    """Draw the project file."""
    with st.container(border=True, height="stretch", key="project"):
        st.subheader(tr(N_("Project file")), anchor=False)
        about = N_(
            "The whole strategy in one file: a backup, a copy for a colleague, "
            "or the way to another computer."
        )
        st.markdown(plain(tr(about)))
        st.download_button(
            tr(N_("Export the project")),
            data=partial(_bytes, strategy),
            file_name=documents.file_name(strategy, "", ENDING),
            mime="application/json",
            on_click="ignore",
            icon=":material/download:",
            key="project-file-download",
        )


def _bytes(strategy: Strategy) -> bytes:
    now = newest(strategy)
    try:
        return build_project(now, batches(strategies().store, now))
    except StoreError:
        # What the page shows is saved at least; the figures are out of reach.
        return build_project(now)
