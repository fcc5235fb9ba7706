import html

import pytest
from streamlit.testing.v1 import AppTest

from canvas.settings import ROOT
from canvas.ui import state


@pytest.fixture
def database(tmp_path, monkeypatch):
    """The file of this test's own database, which the app opens when it starts."""
    path = tmp_path / "canvas.sqlite3"
    monkeypatch.setenv("CANVAS_DATABASE", f"sqlite:///{path}")
    monkeypatch.setenv("CANVAS_AUTHOR", "nora")
    state.strategies.clear()
    yield path
    state.strategies.clear()


@pytest.fixture
def open_tab(database):
    """Open browser tabs on the app: on a page, in a language."""

    def open_one(page="home", *, language="fr", strategy=None):
        tab = AppTest.from_file(str(ROOT / "canvas/ui/main.py"), default_timeout=60)
        tab.query_params["lang"] = language
        if strategy:
            tab.query_params["strategy"] = strategy
        tab.run()
        return go_to(tab, page) if page != "home" else tab

    return open_one


def go_to(tab, page):
    """Follow the menu to a page."""
    tab.switch_page(str(ROOT / "pages" / f"{page}.py"))
    return tab.run()


def words(elements):
    """Return what a reader sees of some elements."""
    return [html.unescape(element.value) for element in elements]
