"""Whether a page grows with the records that it does not show."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from canvas.steps.plan.calendar import Post
from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.edits import THINK, edit_line
from tests.bench.table import Row, side_by_side

RUNS = 15

KEY = f"editor-{Post.key}"


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of the home page and of an edit beside many calendar lines."""
    with ExitStack() as stack:

        def served(name: str, *sizes: int) -> tuple[str, list[str]]:
            database, service = data.store_in(folder / name)
            ids = [data.calendar(service, lines) for lines in sizes]
            service.store.close()
            log = folder / "growth.log"
            server = serve.serving(serve.APP, log, CANVAS_DATABASE=database)
            return stack.enter_context(server).url, ids

        def tab(url: str, page: str = "", **query: str) -> Session:
            opened = stack.enter_context(Session(url, page, query))
            opened.run()
            return opened

        full, empty = tab(served("full", 1000)[0]), tab(served("empty", 0)[0])
        own, plain = side_by_side(_drawing(full), _drawing(empty), RUNS)
        yield Row(
            what="home page beside 1,000 calendar lines",
            ours=own,
            bare=plain,
            unit="s",
            aim=1.1,
            against="the home page beside an empty strategy",
        )
        url, (many, few) = served("plan", 10_000, 100)
        large, small = (tab(url, "plan", strategy=s, show=Post.key) for s in (many, few))
        own, plain = side_by_side(_editing(large), _editing(small), RUNS)
        yield Row(
            what="edit in a calendar of 10,000 lines, server alone",
            ours=own,
            bare=plain,
            unit="s",
            aim=1.5,
            against="an edit in a calendar of 100 lines",
        )


def _drawing(tab: Session) -> Callable[[], float]:
    def draw() -> float:
        time.sleep(THINK)
        return tab.run()

    return draw


def _editing(tab: Session) -> Callable[[], float]:
    def edit() -> float:
        time.sleep(THINK)
        return edit_line(tab, KEY)

    return edit
