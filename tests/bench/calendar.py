"""Whether the calendar grows with the lines of the months that it does not show."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Page

from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.edits import THINK, WATCH, browser, open_page
from tests.bench.table import Row, share, side_by_side

RUNS = 21

WARM = 4

LINES = (10_000, 100)
"""28 lines a day for a year, and one a day for three months."""

KEY = "canvas-calendar"

MONTH = "2027-02"

AGAINST = f"the same in a calendar of {LINES[1]} lines"


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of the month view and of a line that is moved to another day."""
    database, service = data.store_in(folder / "calendar")
    ids = [data.calendar(service, lines) for lines in LINES]
    service.store.close()
    with ExitStack() as stack:
        served = serve.serving(serve.APP, folder / "calendar.log", CANVAS_DATABASE=database)
        url = stack.enter_context(served).url
        tabs = []
        for strategy_id in ids:
            where = {"strategy": strategy_id, "day": f"{MONTH}-01", "as": "month", "lang": "en"}
            tab = stack.enter_context(Session(url, "plan", where))
            tab.run()
            tabs.append(tab)
        many, few = tabs
        yield _row("month view, server alone", *side_by_side(_draw(many), _draw(few), RUNS))
        yield _row("line moved, server alone", *side_by_side(_move(many), _move(few), RUNS))
        launched = stack.enter_context(browser())
        pages = [
            open_page(
                launched,
                f"{url}/plan?strategy={strategy_id}&day={MONTH}-01&as=month&lang=en",
                ".calendar .line",
            )
            for strategy_id in ids
        ]
        runs = [[_drag(page, run) for page in pages] for run in range(WARM + RUNS)][WARM:]
        pair = (share([run[at] for run in runs], 0.5) / 1000 for at in (0, 1))
        yield _row("line dragged in Chromium, said to be saved", *pair)


def _row(what: str, ours: float, bare: float) -> Row:
    said = f"{what}, {LINES[0]:,} lines"
    return Row(what=said, ours=ours, bare=bare, unit="s", aim=1.3, against=AGAINST)


def _draw(tab: Session) -> Callable[[], float]:
    def draw() -> float:
        time.sleep(THINK)
        return tab.run()

    return draw


def _move(tab: Session) -> Callable[[], float]:
    """Return what moves a line of the month to the next day."""

    def move() -> float:
        time.sleep(THINK)
        shown = tab.data(KEY)
        record, day = next(
            (line[0], line[3]) for line in shown["lines"] if str(line[3]).startswith(MONTH)
        )
        following = f"{MONTH}-{int(day[-2:]) % 28 + 1:02}"
        edit = {"type": "post", "record": record, "field": "date", "base": day, "new": following}
        return tab.edit([edit])

    return move


def _drag(page: Page, run: int) -> float:
    """Drag the first line of a day to the one beside it; return the milliseconds until saved."""
    days = [page.locator(f'.day[data-day="{MONTH}-{day}"]') for day in ("09", "10")]
    source, target = days[:: (-1) ** run]
    time.sleep(THINK)
    page.get_by_test_id("save-state").evaluate(WATCH, "pointerup")
    target.scroll_into_view_if_needed()
    start, end = source.locator(".line .open").first.bounding_box(), target.bounding_box()
    assert start is not None
    assert end is not None
    page.mouse.move(start["x"] + 20, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 30, end["y"] + 20, steps=3)
    page.mouse.move(end["x"] + 40, end["y"] + 30, steps=3)
    page.mouse.up()
    return float(page.evaluate("window.bench")["saved"])
