"""How long a gesture on a canvas takes until it is saved, in a real browser."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

from canvas.steps import BY_KEY
from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.edits import AGAINST, THINK, WATCH, browser, open_page, write_down
from tests.bench.table import Row

RUNS = 21

WARM = 4
"""Gestures before those that count, while the browser compiles what it runs."""

Gesture = Callable[[Page, int], None]
"""Makes the gesture for the nth time."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A gesture that is measured.

    Attributes:
        what: What it is.
        page: The step on whose page it is made.
        show: The canvas, as the address names it.
        sign: Selector of what is there once the canvas is drawn.
        ends: The event that ends the gesture.
        act: Makes it.
    """

    what: str
    page: str
    show: str
    sign: str
    ends: str
    act: Gesture


def _card(page: Page, run: int) -> None:
    """Drag the first card of a quadrant to the one beside it, and back the next time."""
    areas = ("strength", "weakness")
    source, target = (page.locator(f'.area[data-area="{a}"]') for a in areas[:: (-1) ** run])
    _drag(page, source.locator(".card .handle").first, target.locator("header"))


def _handle(page: Page, run: int) -> None:
    """Drag the triangle's handle to a slope, and to the other one the next time."""
    picture = page.locator(".picture svg .ground")
    x, y, width, height = _box(picture)
    _drag(
        page, page.locator(".picture svg .knob"), (x + width * (0.4, 0.6)[run % 2], y + height / 2)
    )


def _cell(page: Page, _: int) -> None:
    """Type a score into the first cell of the matrix."""
    frame = page.frame_locator("iframe[title='st_aggrid.AgGrid.agGrid']")
    cells = frame.locator(".ag-center-cols-container .ag-row[row-index='0'] .ag-cell")
    cell = cells.filter(has_text=re.compile(r"^[0-3]$")).first
    if "ag-cell-focus" not in (cell.get_attribute("class") or ""):
        cell.click()
    page.keyboard.press("1" if cell.inner_text() == "2" else "2")


def _drag(page: Page, source: Locator, target: Locator | tuple[float, float]) -> None:
    x0, y0 = _middle(source)
    x1, y1 = target if isinstance(target, tuple) else _middle(target)
    page.mouse.move(x0, y0)
    page.mouse.down()
    page.mouse.move((x0 + x1) / 2, (y0 + y1) / 2, steps=3)
    page.mouse.move(x1, y1, steps=3)
    page.mouse.up()


def _middle(of: Locator) -> tuple[float, float]:
    x, y, width, height = _box(of)
    return x + width / 2, y + height / 2


def _box(of: Locator) -> tuple[float, float, float, float]:
    of.scroll_into_view_if_needed()
    box = of.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"], box["height"]


BENCHES = (
    Bench("note dragged on the SWOT grid", "audit", "swot", ".board .card", "pointerup", _card),
    Bench("score typed in the network matrix", "networks", "networks", "iframe", "keydown", _cell),
    Bench(
        "handle dragged in the triangle", "resources", "balance", ".handle", "pointerup", _handle
    ),
)


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of each gesture, on the example."""
    database, service = data.store_in(folder / "gestures")
    strategy_id = data.example(service)
    service.store.close()
    log = folder / "gestures.log"
    with ExitStack() as stack:
        ours = stack.enter_context(serve.serving(serve.APP, log, CANVAS_DATABASE=database))
        launched = stack.enter_context(browser())
        for found in BENCHES:
            where = {"strategy": strategy_id, "lang": "en", "show": found.show}
            shown = folder / f"{found.show}.json"
            with Session(ours.url, found.page, where) as tab:
                tab.run()
                write_down(tab, len(BY_KEY[found.page].todos), shown)
            query = "&".join(f"{name}={value}" for name, value in where.items())
            with serve.serving(serve.BARE, log, BARE_PAGE=str(shown)) as bare:
                addresses = (f"{ours.url}/{found.page}?{query}", bare.url)
                pages = [open_page(launched, address, found.sign) for address in addresses]
                runs = [[_timed(page, found, n) for page in pages] for n in range(WARM + RUNS)]
                for page in pages:
                    page.context.close()
            for sign, said, aim in (("saved", "said to be saved", 1.3), ("drawn", "drawn", None)):
                own, plain = (
                    statistics.median(run[at][sign] for run in runs[WARM:]) / 1000 for at in (0, 1)
                )
                yield Row(
                    what=f"{found.what}, {said}",
                    ours=own,
                    bare=plain,
                    unit="s",
                    aim=aim,
                    against=AGAINST,
                )


def _timed(page: Page, found: Bench, run: int) -> dict[str, float]:
    """Make a gesture and return the milliseconds from its end."""
    time.sleep(THINK)  # what the other page still draws is not part of it
    page.get_by_test_id("save-state").evaluate(WATCH, found.ends)
    found.act(page, run)
    return page.evaluate("window.bench")  # type: ignore[no-any-return]
