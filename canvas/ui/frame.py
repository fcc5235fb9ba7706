"""What surrounds every page: the pages themselves, the menu, the language, the style."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator, best_language
from canvas.settings import ROOT
from canvas.steps import BY_KEY, STEPS
from canvas.steps.frame.settings import Depth, Settings, State
from canvas.ui import depth
from canvas.ui.markdown import option, plain
from canvas.ui.state import Session, person, session, strategies

NAMES = {"fr": "Français", "en": "English"}

UNNAMED = N_("Untitled strategy")

CHOOSE_FILE = N_("Choose a file")
"""The button that Streamlit names in English alone."""

THREAD = "thread"
"""The page that shows how all steps hang together."""

PROJECTED = frozenset({*BY_KEY, THREAD})
"""Pages that can be shown to a room."""


def pages(tr: Translator) -> list[StreamlitPage]:
    """Return all pages in their order, home first.

    They have no icon, since the browser would fetch one for its tab from the internet.
    """
    folder = ROOT / "pages"
    home = st.Page(folder / "home.py", title=tr(N_("My strategies")), icon="", default=True)
    steps = [
        st.Page(folder / f"{step.key}.py", title=tr(step.menu), icon="", url_path=step.key)
        for step in STEPS
    ]
    express = st.Page(
        folder / "express.py", title=tr(N_("The two hours")), icon="", url_path="express"
    )
    thread = st.Page(folder / f"{THREAD}.py", title=tr(N_("The thread")), icon="", url_path=THREAD)
    deliver = st.Page(folder / "deliver.py", title=tr(N_("Deliver")), icon="", url_path="deliver")
    return [home, express, *steps, thread, deliver]


def path(key: str) -> str:
    """Return a page's file, as `st.page_link` and `st.switch_page` want it."""
    return str(ROOT / "pages" / f"{key}.py")


def style(tr: Translator) -> None:
    """Load the few rules that the theme has no setting for."""
    st.html(Path(__file__).with_name("frame.css"))
    st.html(f'<style>:root {{ --choose-file: "{tr(CHOOSE_FILE)}"; }}</style>')
    if st.context.theme.type == "dark":
        st.html(Path(__file__).with_name("frame-dark.css"))


def style_projected() -> None:
    """Load the rules of a page that is projected, over the others."""
    st.html(Path(__file__).with_name("projection.css"))
    if st.context.theme.type == "dark":
        st.html(Path(__file__).with_name("projection-dark.css"))


def draw(tab: Session, page: StreamlitPage) -> None:
    """Draw the sidebar: the open strategy, the steps with their decisions, the language."""
    tr = tab.tr
    tab.framed = tab.projecting = tab.projecting and page.url_path in PROJECTED
    _keep_language(tab.language)
    if tab.projecting:
        return
    on_step = page.url_path not in ("", "home")
    strategy = opened() if on_step or tab.strategy else None
    with st.sidebar:
        st.page_link(path("home"), label=tr(N_("My strategies")), icon=":material/home:")
        if strategy is not None:
            _menu(strategy, tr)
        st.segmented_control(
            tr(N_("Language")),
            LANGUAGES,
            format_func=lambda language: option(NAMES[language]),
            default=tab.language,
            key="language",
            on_change=_choose_language,
            label_visibility="collapsed",
            required=True,
        )


def _choose_language() -> None:
    session().language = st.session_state["language"]


def _keep_language(language: str) -> None:
    """Put a language other than the browser's into the address, so that a reload keeps it."""
    wanted = language if language != best_language(st.context.locale) else None
    if wanted is None:
        st.query_params.pop("lang", None)
    elif st.query_params.get("lang") != wanted:
        st.query_params["lang"] = wanted


def _menu(strategy: Strategy, tr: Translator) -> None:
    where = {"strategy": strategy.id}
    st.subheader(plain(strategy_name(strategy, tr)), anchor=False)
    depth.switch(strategy, tr)
    with st.container(key="menu", gap=None):
        if strategy.one(Settings).depth is Depth.EXPRESS:
            st.page_link(
                path("express"),
                label=tr(N_("The two hours")),
                icon=":material/timer:",
                query_params=where,
            )
        for step in STEPS:
            made, total = depth.progress(step, strategy)
            count = ":material/check_circle:" if total and made == total else f"{made}/{total}"
            count = count if total else "–"
            title = f"{step.number} · {tr(step.menu)}" if step.number else tr(step.menu)
            st.page_link(
                path(step.key),
                label=f"{plain(title)} :gray[{count}]",
                icon=step.icon,
                query_params=where,
            )
        st.page_link(
            path(THREAD), label=tr(N_("The thread")), icon=":material/hub:", query_params=where
        )
        st.page_link(
            path("deliver"),
            label=tr(N_("Deliver")),
            icon=":material/ios_share:",
            query_params=where,
        )


def strategy_name(strategy: Strategy, tr: Translator) -> str:
    """Return what to call a strategy, named or not."""
    return strategy.one(Settings).name or tr(UNNAMED)


def opened() -> Strategy | None:
    """Return the strategy that this tab works on, None where there is none at all.

    The address decides, then what the tab had open, then the last one changed.  The
    address is set again on each page, since Streamlit drops its parameters on the way.

    Raises:
        StrategyNotFoundError: The address names one that is not there.
    """
    tab = session()
    asked = st.query_params.get("strategy")
    if asked is None and not tab.strategy:
        found = [h for h in strategies().headings(person()) if h.state is State.ACTIVE]
        tab.strategy = found[0].id if found else ""
    elif asked is not None and asked != tab.strategy:
        tab.strategy = asked
        tab.results = {}
        tab.passed = set()
    if not tab.strategy:
        return None
    strategy = strategies().open(tab.strategy, person())
    if st.query_params.get("strategy") != tab.strategy:
        st.query_params["strategy"] = tab.strategy
    return strategy
