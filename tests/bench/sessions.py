"""What open sessions cost: memory, and each other's time."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from canvas.steps import BY_KEY
from canvas.steps.plan.calendar import Post
from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.edits import edit_line, write_down
from tests.bench.table import Row, share

OPENED = 20
"""Sessions whose memory is measured, after as many that warm the server up."""

PAUSE = 5.0
"""Seconds between two edits of one person."""

LASTS = 20.0
"""Seconds that a crowd edits."""

SETTLES = 0.55
"""Seconds until a page redraws what others changed: half a look at the revision, and its delay."""

KEY = f"editor-{Post.key}"


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of memory and of people who edit at the same time."""
    database, service = data.store_in(folder / "sessions")
    strategy_id = data.calendar(service, 60)
    service.store.close()
    log = folder / "sessions.log"
    shown = folder / "sessions.json"
    where = {"strategy": strategy_id}
    with serve.serving(serve.APP, log, CANVAS_DATABASE=database) as ours:
        with Session(ours.url, "plan", where) as tab:
            tab.run()
            write_down(tab, len(BY_KEY["plan"].todos), shown)
        own = _memory(ours, "plan", where)
        crowds = [_crowd(ours.url, where, people) for people in (20, 50)]
    with serve.serving(serve.BARE, log, BARE_PAGE=str(shown)) as bare:
        plain = _memory(bare, "", {})
    yield Row(
        what=f"memory of an open session, mean of {OPENED}",
        ours=own / 1024,
        bare=plain / 1024,
        unit="KiB",
        against="the same components on the same data",
    )
    for people, latencies in zip((20, 50), crowds, strict=True):
        for part in (0.5, 0.95):
            yield Row(
                what=f"edit among {people} people in one strategy, p{part * 100:.0f}",
                ours=share(latencies, part),
                bare=None,
                unit="s",
                against=f"each edits every {PAUSE:.0f} s and sees all the others’ edits",
            )


def _memory(served: serve.Served, page: str, where: dict[str, str]) -> float:
    """Return the bytes that one more open session takes."""
    with ExitStack() as stack:

        def open_some() -> None:
            for _ in range(OPENED):
                stack.enter_context(Session(served.url, page, where)).run()

        open_some()
        before = served.memory()
        open_some()
        return (served.memory() - before) / OPENED


class _Meeting:
    """What the people of one strategy share: its last known revision, and when it came."""

    def __init__(self) -> None:
        self.revision = 0
        self.at = 0.0

    def moved(self, revision: int) -> None:
        if revision > self.revision:
            self.revision, self.at = revision, time.monotonic()


def _crowd(url: str, where: dict[str, str], people: int) -> list[float]:
    """Return the seconds that each edit took, from the moment when it was due."""
    meeting = _Meeting()
    with ExitStack() as stack:
        tabs = [stack.enter_context(Session(url, "plan", where)) for _ in range(people)]
        for tab in tabs:
            tab.run()
        starts = time.monotonic() + 0.5
        with ThreadPoolExecutor(people) as pool:
            done = pool.map(lambda n: _person(tabs[n], n, people, starts, meeting), range(people))
            return [latency for latencies in done for latency in latencies]


def _person(
    tab: Session, number: int, people: int, starts: float, meeting: _Meeting
) -> list[float]:
    """Edit a line of one's own from time to time, and redraw when others have edited."""
    latencies = []
    due = starts + PAUSE * number / people
    chance = random.Random(number)
    while due < starts + LASTS:
        now = time.monotonic()
        if now >= due:
            edit_line(tab, KEY, number)
            latencies.append(time.monotonic() - due)
            due += PAUSE * chance.uniform(0.8, 1.2)
            meeting.moved(tab.data("bar")["revision"])
        elif meeting.revision > tab.data("bar")["revision"] and now - meeting.at >= 0.15:
            tab.trigger("bar", "moved", meeting.revision)
        else:
            time.sleep(min(0.05, due - now))
    return latencies
