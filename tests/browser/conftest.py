"""The real app, served on a database of its own, in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from canvas.services import Person, Strategies, open_strategies

ROOT = Path(__file__).resolve().parents[2]

HARMLESS = ("/_stcore/health", "/_stcore/host-config")
"""A deep link makes Streamlit look for itself under the page's path first: two 404s."""


@dataclass
class Server:
    """A running app.

    Attributes:
        url: Its address.
        database: Address of its store.
        log: What it printed.
    """

    url: str
    database: str
    log: Path

    @property
    def service(self) -> Strategies:
        """The strategies of its store, from another process."""
        return open_strategies(self.database)

    @property
    def person(self) -> Person:
        return Person("owner")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def serving(
    folder: Path, *, port: int = 0, before: tuple[str, ...] = (), **environment: str
) -> Iterator[Server]:
    """Serve the app on `folder`/canvas.sqlite3 until the block ends.

    Args:
        folder: Where its database and its log are.
        port: Its port; a free one if not given.
        before: What to put before the command, to run it with fewer rights say.
        environment: Variables to set.
    """
    port = port or free_port()
    database = f"sqlite:///{folder / 'canvas.sqlite3'}"
    log = folder / "server.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            [
                *before,
                *(sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "CANVAS_DATABASE": database,
                "CANVAS_AUTHOR": "owner",
                **environment,
            },
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, process, log)
        yield Server(url, database, log)
    finally:
        process.terminate()
        process.wait(20)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.15)
    pytest.fail(f"the app did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


def browser_path() -> str | None:
    """Return the system's Chromium, None for Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip
    launched = playwright.chromium.launch(executable_path=browser_path(), args=flags)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("app")) as running:
        yield running
        assert_quiet(running)


def assert_quiet(running: Server) -> None:
    """Fail where the server printed a traceback or a warning."""
    text = running.log.read_text()
    for sign in ("Traceback", "Error", "WARNING", "Uncaught"):
        assert sign not in text, text[-4000:]


class Tab:
    """A browser tab that remembers what went wrong in it."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._heard)
        self.requests: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _heard(self, message) -> None:
        where = (message.location or {}).get("url", "")
        if message.type == "error" and not where.endswith(HARMLESS):
            self.errors.append(f"{message.text} ({where})")


@pytest.fixture
def new_tab(browser: Browser, server: Server) -> Iterator:
    """Open tabs: `new_tab(path, locale=…, width=…)`; their errors fail the test."""
    contexts: list[BrowserContext] = []
    tabs: list[Tab] = []

    def open_tab(
        path: str = "/",
        *,
        locale: str = "fr-FR",
        width: int = 1280,
        height: int = 800,
        scheme: str = "light",
        context: BrowserContext | None = None,
        at: str = "",
        **options,
    ) -> Page:
        if context is None:
            context = browser.new_context(
                locale=locale,
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                **options,
            )
            contexts.append(context)
        tab = Tab(context)
        tabs.append(tab)
        tab.page.goto((at or server.url) + path)
        tab.page.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
        return tab.page

    yield open_tab
    errors = [error for tab in tabs for error in tab.errors]
    foreign = [
        url for tab in tabs for url in tab.requests
        if not url.startswith(("http://127.0.0.1:", "blob:", "data:"))
    ]  # fmt: skip
    for context in contexts:
        context.close()
    assert not errors, errors
    assert not foreign, f"asked for something elsewhere: {foreign}"


@pytest.fixture
def strategy_id(server: Server) -> str:
    """A new strategy called “Essai”."""
    return server.service.create(server.person, {"name": "Essai"})
