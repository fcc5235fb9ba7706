"""Examine an installation: the database, its backups, free space, fonts, other programs."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass

from canvas.domain.errors import CanvasError
from canvas.services.strategies import open_strategies
from canvas.settings import ROOT

FREE_NEEDED = 200_000_000
"""Bytes of free space under which a backup may not fit."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        check: What.
        ok: Whether it is as it should be.
        detail: What was found.
        remedy: What to do about it, "" where nothing is to be done.
        needed: Whether the app needs it; what is optional does not fail the examination.
    """

    check: str
    ok: bool
    detail: str
    remedy: str = ""
    needed: bool = True


def examine(database: str) -> list[Finding]:
    """Return what was found, the database first."""
    return [*_store(database), _space(), _office(), _browser(), _font()]


def _store(database: str) -> list[Finding]:
    try:
        store = open_strategies(database).store
    except CanvasError as error:
        return [Finding("database", False, str(error), "Follow the sentence above.")]
    condition = store.condition()
    wrong = store.check()
    findings = [
        Finding("database", True, f"{condition.place}, {condition.size / 1e6:.1f} MB"),
        Finding("engine", not condition.concerns, condition.engine, " ".join(condition.concerns)),
        Finding("format", True, f"version {condition.format}"),
        Finding(
            "integrity",
            not wrong,
            "the log gives the records" if not wrong else "; ".join(wrong[:5]),
            "" if not wrong else "Stop the app and restore the newest backup.",
        ),
        Finding("backups", True, f"{len(condition.backups)} kept", needed=False),
    ]
    store.close()
    return findings


def _space() -> Finding:
    free = shutil.disk_usage(ROOT).free
    enough = free >= FREE_NEEDED
    return Finding(
        "free space", enough, f"{free / 1e9:.1f} GB",
        "" if enough else "Free some space: backups may not fit.",
    )  # fmt: skip


def _office() -> Finding:
    found = shutil.which("soffice")
    remedy = "" if found else "Optional: install LibreOffice to look at decks without PowerPoint."
    return Finding("LibreOffice", bool(found), found or "not found", remedy, needed=False)


def _browser() -> Finding:
    names = ("chromium", "chromium-browser", "google-chrome", "firefox", "microsoft-edge")
    found = next(filter(None, map(shutil.which, names)), None)
    remedy = "" if found else "Optional here: any browser on any computer will do."
    return Finding("browser", bool(found), found or "not found", remedy, needed=False)


def _font() -> Finding:
    if not shutil.which("fc-list"):
        return Finding("fonts", True, "cannot be listed here", needed=False)
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False)
    found = next((f for f in ("Calibri", "Carlito") if f in listed.stdout), None)
    remedy = "" if found else "Optional: install Carlito, so that decks look here as in PowerPoint."
    return Finding("fonts", bool(found), found or "neither Calibri nor Carlito", remedy, False)
