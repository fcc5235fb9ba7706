"""Settings of the installation, read from the environment in one place.

Every variable starts with CANVAS_; the README lists them.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The project's folder: data/ and .streamlit/ stand in it."""


@dataclass(frozen=True, slots=True)
class Installation:
    """How this installation is set up.

    Attributes:
        database: Address of the store, `sqlite:///path`; a relative path starts at the
            project's folder.
        author: Who to name in the history, without accounts.
        public_url: Where people reach the app, "" for the address in their browser.
        allowed_hosts: Host names besides localhost under which the app answers.
    """

    database: str
    author: str
    public_url: str
    allowed_hosts: tuple[str, ...]


def installation() -> Installation:
    """Return the settings as the environment gives them now."""
    return Installation(
        database=os.environ.get("CANVAS_DATABASE") or "sqlite:///data/var/canvas.sqlite3",
        author=os.environ.get("CANVAS_AUTHOR") or _login(),
        public_url=os.environ.get("CANVAS_PUBLIC_URL", "").rstrip("/"),
        allowed_hosts=tuple(filter(None, os.environ.get("CANVAS_ALLOWED_HOSTS", "").split(","))),
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a user that has no name
        return "canevas"
