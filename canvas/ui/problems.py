"""What the person sees when something cannot go on: a sentence, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.i18n import Translator
from canvas.ui.markdown import plain
from canvas.ui.state import session

P = ParamSpec("P")


def show(error: CanvasError, tr: Translator) -> None:
    """Say what happened and what to do, in place of the page."""
    st.header(tr(N_("This cannot go on")), anchor=False)
    sentence(error, tr)
    st.button(tr(N_("Try again")), icon=":material/refresh:", key="try-again")


def sentence(error: CanvasError, tr: Translator) -> None:
    """Say what happened and what to do, where it happened."""
    st.error(plain(tr(error.say())), icon=":material/report:")


def notice(said: str, *, icon: str = "", long: bool = False) -> None:
    """Say something in a toast when the page is next drawn: a callback can draw nothing itself."""
    session().notices.append((said, icon, long))


def tell_notices() -> None:
    """Draw the toasts of what the callbacks before this run had to say."""
    notices, session().notices = session().notices, []
    for said, icon, long in notices:
        st.toast(plain(said), icon=icon or None, duration="long" if long else "short")


def fragment(draw: Callable[P, None]) -> Callable[P, None]:
    """Make `draw` a fragment that shows a refusal in its own place.

    A fragment runs again by itself, outside the script that would catch it.
    """

    @st.fragment
    @wraps(draw)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        tell_notices()
        try:
            draw(*args, **kwargs)
        except CanvasError as error:
            show(error, session().tr)

    return run  # type: ignore[no-any-return]


def told(act: Callable[P, None]) -> Callable[P, None]:
    """Make the callback `act` say a refusal in a toast."""

    @wraps(act)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(*args, **kwargs)
        except CanvasError as error:
            notice(session().tr(error.say()), icon=":material/report:", long=True)

    return run
