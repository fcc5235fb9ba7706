"""What the person sees when something cannot go on: a sentence, never a traceback."""

from __future__ import annotations

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.i18n import Translator
from canvas.ui.markdown import plain


def show(error: CanvasError, tr: Translator) -> None:
    """Say what happened and what to do, in place of the page."""
    st.header(tr(N_("This cannot go on")), anchor=False)
    st.error(plain(tr(error.say())), icon=":material/report:")
    st.button(tr(N_("Try again")), icon=":material/refresh:")
