"""How long a server takes from nothing to its first page."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.table import Row

RUNS = 5
"""Starts that count; one before them compiles what is not compiled yet."""

AGAINST = "a page with st.title alone, same command and settings"


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of the cold start; the database is there and holds the example."""
    database, service = data.store_in(folder / "start")
    data.example(service)
    service.store.close()
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    for _ in range(1 + RUNS):
        ours.append(_start(serve.APP, folder, CANVAS_DATABASE=database))
        bare.append(_start(serve.BARE_TITLE, folder))
    for at, what in enumerate(("cold start: health answers", "cold start: first page is drawn")):
        own, plain = (statistics.median(run[at] for run in runs[1:]) for runs in (ours, bare))
        yield Row(what=what, ours=own, bare=plain, unit="s", aim=1.5, against=AGAINST)


def _start(script: str, folder: Path, **environment: str) -> tuple[float, float]:
    """Return the seconds until the server answers and until its first page is drawn."""
    with serve.serving(script, folder / "start.log", **environment) as served:
        with Session(served.url) as tab:
            tab.run()
        return served.healthy, time.perf_counter() - served.started
