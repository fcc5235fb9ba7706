"""`python -m tests.bench`: the product against named bare equivalents, side by side."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from canvas.settings import ROOT
from tests.bench import (
    calendar,
    check,
    dashboard,
    edits,
    gestures,
    growth,
    imports,
    report,
    sessions,
    start,
    stored,
    workbook,
)
from tests.bench.deck import bench_deck
from tests.bench.table import Row, lines


def _deck(_: Path) -> Iterable[Row]:
    for n, (what, own, plain, _ratio) in enumerate(bench_deck()):
        yield Row(
            what=what,
            ours=own,
            bare=plain,
            unit="s",
            aim=None if n else 1.5,  # the others are for information
            against="the same shapes written straight with python-pptx",
        )


BENCHES: dict[str, Callable[[Path], Iterable[Row]]] = {
    "start": start.bench,
    "edits": edits.bench,
    "gestures": gestures.bench,
    "stored": stored.bench,
    "deck": _deck,
    "report": report.bench,
    "workbook": workbook.bench,
    "imports": imports.bench,
    "growth": growth.bench,
    "dashboard": dashboard.bench,
    "check": check.bench,
    "calendar": calendar.bench,
    "sessions": sessions.bench,
}


def main() -> None:
    """Measure what was asked for, all of it if nothing was, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benches", nargs="*", choices=[*BENCHES, []], help="all if none is named")
    asked = parser.parse_args().benches or list(BENCHES)
    # On the project's disk: in memory, as /tmp may be, a commit costs nothing.
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=build, prefix="bench-") as folder:
        for name in asked:
            print(f"measuring: {name} …", flush=True)
            rows.extend(BENCHES[name](Path(folder)))
    print("\n" + "\n".join(lines(rows)))


if __name__ == "__main__":
    main()
