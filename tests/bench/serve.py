"""A Streamlit script, served for as long as it is measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from canvas.settings import ROOT
from tests.browser.conftest import free_port

APP = "app.py"
BARE = "tests/bench/bare_app.py"
BARE_TITLE = "tests/bench/bare_title.py"

PATIENCE = 60
"""Seconds after which a server that does not answer has failed."""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers.

    Attributes:
        url: Its address.
        pid: Its process.
        started: `time.perf_counter()` when its process was asked for.
        healthy: Seconds from then until it answered.
    """

    url: str
    pid: int
    started: float
    healthy: float

    def memory(self) -> int:
        """Return the bytes of memory that its process holds."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout) * 1024


@contextmanager
def serving(script: str, log: Path, **environment: str) -> Iterator[Served]:
    """Serve `script` with the project's settings, as `make run` does, until the block ends."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    inherited = {**os.environ}
    # Installed programs run from compiled modules, whatever this shell says.
    inherited.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
            cwd=ROOT,
            env={**inherited, "PYTHONPATH": str(ROOT), "CANVAS_AUTHOR": "owner", **environment},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        while not _answers(f"{url}/_stcore/health"):
            if process.poll() is not None or time.perf_counter() - started > PATIENCE:
                raise RuntimeError(f"{script} did not start:\n{log.read_text()}")
            time.sleep(0.02)
        yield Served(url, process.pid, started, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
