"""How long an edit takes on the heaviest page, until it is saved and shown."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from canvas.domain.records import Record
from canvas.domain.step import Step
from canvas.ui.step_page import PAGE_SIZE
from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.table import Row, side_by_side
from tests.browser.conftest import browser_path

RUNS = 15

THINK = 0.15
"""Seconds between two edits; with none, TCP's delayed acknowledgement is measured."""

TYPED = ("text", "number")
"""Kinds of field that are typed into."""

AGAINST = "the same components on the same data, edits in the session alone"

WATCH = """(state, gesture) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const resting = () => app.dataset.testScriptState === "notRunning";
  const quiet = () => state.dataset.state === "saved";
  const times = {};
  window.bench = new Promise((done, fail) => {
    let left;
    setTimeout(() => fail(new Error(`not saved 20 s after ${gesture}: ${left}`)), 20000);
    // A grid stands in a frame of its own.
    const frames = Object.values(window.canevasGrids ?? {}).map(grid => grid.document);
    for (const where of [document, ...frames]) {
      where.addEventListener(gesture, () => { left = performance.now(); },
        {capture: true, once: true});
    }
    const look = () => {
      if (left === undefined) return;
      if (quiet()) times.saved ??= performance.now() - left;
      if (times.saved !== undefined && resting()) {
        watcher.disconnect();
        requestAnimationFrame(() => done({...times, drawn: performance.now() - left}));
      }
    };
    const watcher = new MutationObserver(look);
    watcher.observe(state, {attributes: true});
    watcher.observe(app, {attributes: true});
  });
}"""
"""Notes the milliseconds from the end of a gesture, that is from an event of that name, to
“saved”, and to the end of the drawing."""


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of an edit, in a real browser and without one."""
    database, service = data.store_in(folder / "edits")
    strategy_id = data.example(service)
    step, _, record_type = data.heaviest(service.open(strategy_id, data.OWNER))
    service.store.close()
    where = {"strategy": strategy_id, "lang": "en"}
    with ExitStack() as stack:
        log = folder / "edits.log"
        ours = stack.enter_context(serve.serving(serve.APP, log, CANVAS_DATABASE=database))
        tab = stack.enter_context(_tab(ours.url, step, record_type, where))
        shown = folder / "page.json"
        write_down(tab, len(step.todos), shown)
        bare = stack.enter_context(serve.serving(serve.BARE, log, BARE_PAGE=str(shown)))
        plain_tab = stack.enter_context(Session(bare.url))
        plain_tab.run()
        shown_as = f"editor-{record_type.key}"
        lines = len(tab.data(shown_as)["rows"])
        where_it_is = f"{step.key}, {lines} lines"
        yield _row(
            f"edit, server alone ({where_it_is})",
            *side_by_side(_editing(tab, shown_as), _editing(plain_tab, shown_as), RUNS),
        )
        launched = stack.enter_context(browser())
        asked = urlencode({**where, "show": record_type.key})
        page = open_page(launched, f"{ours.url}/{step.key}?{asked}")
        plain_page = open_page(launched, bare.url)
        keys = ["1" if run % 2 == 0 else "Backspace" for run in range(RUNS)]
        runs = [(_typing(page, key), _typing(plain_page, key)) for key in keys]
    for sign, what in (("saved", "said to be saved"), ("drawn", "drawn to the end")):
        pair = (sorted(run[at][sign] for run in runs)[RUNS // 2] / 1000 for at in (0, 1))
        yield _row(f"edit in Chromium, {what} ({where_it_is})", *pair)


def _row(what: str, ours: float, bare: float) -> Row:
    return Row(what=what, ours=ours, bare=bare, unit="s", aim=1.5, against=AGAINST)


def _tab(url: str, step: Step, record_type: type[Record], where: dict[str, str]) -> Session:
    """Return a session on the page and the list."""
    tab = Session(url, step.key, {**where, "show": record_type.key})
    tab.run()
    return tab


def write_down(tab: Session, todos: int, path: Path) -> None:
    """Write what stands on a page into a file, for bare_app.py to show the same."""
    given = {key: tab.data(key) for key in tab.components}
    page = {
        "bar": given.pop("bar"),
        "components": [
            {
                "key": key,
                "name": made.component_name,
                "html": made.html_content,
                "js": made.js_content,
                "css": made.css_content,
                "data": given[key],
            }
            for key, (made, _) in tab.components.items()
            if key in given
        ],
        "grid": next((data["grid"] for data in given.values() if data.get("grid")), ""),
        "todos": todos,
        "long": any(len(data.get("rows", ())) == PAGE_SIZE for data in given.values()),
    }
    path.write_text(json.dumps(page), "utf-8")


def _editing(tab: Session, key: str) -> Callable[[], float]:
    """Return what edits the first line of the list once, and says how long it took."""

    def edit() -> float:
        time.sleep(THINK)
        return edit_line(tab, key)

    return edit


def edit_line(tab: Session, key: str, line: int = 0) -> float:
    """Edit the first field to type in of a line of an editor; return the seconds it takes."""
    shown = tab.data(key)
    typed = (f["name"] for f in shown["fields"] if f["kind"] in TYPED and f["in_list"])
    row = shown["rows"][line % len(shown["rows"])]
    edit = {"type": shown["type"], "record": row["id"], "field": next(typed)}
    before = row["values"].get(edit["field"])
    return tab.edit([{**edit, "base": before, "new": "1" if str(before) != "1" else "2"}])


@contextmanager
def browser() -> Iterator[Browser]:
    """Launch Chromium until the block ends."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


def open_page(launched: Browser, address: str, sign: str = ".editor .row") -> Page:
    """Return a page in a context of its own: neither is in the background of the other.

    Args:
        launched: The browser.
        address: What to open.
        sign: Selector of what is there once the page is drawn.
    """
    page = launched.new_context(locale="en-GB", viewport={"width": 1280, "height": 800}).new_page()
    page.goto(address)
    page.locator(sign).first.wait_for(timeout=60_000)
    return page


def _typing(page: Page, key: str) -> dict[str, float]:
    """Type `key` into the first line of the list, leave it, and return the milliseconds."""
    cells = ", ".join(f".editor .row .kind-{kind}" for kind in TYPED)
    box = page.locator(cells).first.locator("textarea, input").first
    box.click()
    page.keyboard.press("End")
    page.keyboard.press(key)
    page.get_by_test_id("save-state").evaluate(WATCH, "focusout")
    box.blur()
    return page.evaluate("window.bench")  # type: ignore[no-any-return]
