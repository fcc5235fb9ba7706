"""Get the two programs that the tests open files and pages with: a browser, LibreOffice.

Debian's packages through apt where there is one and this user may; otherwise
Playwright's own browser; and a clear word on what will be skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

PACKAGES = {
    "browser": ["chromium"],
    "office": ["libreoffice-impress", "libreoffice-calc"],
    "fonts": ["fonts-crosextra-carlito", "fonts-liberation"],
    "pdf": ["poppler-utils"],
    "trace": ["strace"],
}


def missing() -> set[str]:
    """Return which of the programs are not here."""
    found = {
        "browser": any(map(shutil.which, BROWSERS)),
        "office": bool(shutil.which("soffice")),
        "pdf": bool(shutil.which("pdftotext")),
        "trace": bool(shutil.which("strace")),
        "fonts": _has_font("Carlito"),
    }
    return {name for name, there in found.items() if not there}


def _has_font(name: str) -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False)
    return name in listed.stdout


def main() -> int:
    """Install what is missing, as far as this machine lets us."""
    wanted = missing()
    if wanted and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = [package for name in sorted(wanted) for package in PACKAGES[name]]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
        ):
            subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, check=False,
            )  # fmt: skip
        wanted = missing()
    if "browser" in wanted:
        fetched = subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], check=False
        )
        if fetched.returncode == 0:
            wanted.discard("browser")
    words = {
        "browser": "no browser: the browser tests are skipped (install chromium)",
        "office": "no LibreOffice: rendering tests are skipped (install libreoffice-impress)",
        "pdf": "no pdftotext: words-on-page tests are skipped (install poppler-utils)",
        "trace": "no strace: power cuts are not replayed (install strace)",
        "fonts": "no Carlito font: renderings may differ (install fonts-crosextra-carlito)",
    }
    for name in sorted(wanted):
        sys.stdout.write(f"note: {words[name]}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
