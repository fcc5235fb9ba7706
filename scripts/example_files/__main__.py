"""Write the platform files of the software firm's example: a year, month by month.

    python -m scripts.example_files [FOLDER]

They are what LinkedIn, Meta, YouTube and Google Analytics let one download, in their own
formats, with figures made up once and for all: the same content each time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from canvas.domain.records import EXISTS
from canvas.domain.strategy import Strategy, build
from canvas.imports.project import read_project
from canvas.steps import RECORD_TYPES
from scripts.example_files import linkedin, others
from scripts.example_files.facts import MONTHS, Month, Period

EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples"

FOLDER = EXAMPLES / "software-figures"


def main() -> None:
    """Write all files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    strategy = example()
    for month in MONTHS:
        for name, content in files_of(strategy, month):
            (folder / name).write_bytes(content)


def example() -> Strategy:
    """Return the software firm's strategy."""
    raw = (EXAMPLES / "software.canevas.json").read_bytes()
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(raw)}
    return build("software", 1, rows, RECORD_TYPES)


def files_of(strategy: Strategy, month: Month) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one month, each with the name that its platform gives it."""
    period = Period.of(month)
    posts = linkedin.posts(strategy, period)
    yield f"gantrell_content_{period.stamp}.xlsx", linkedin.content(period, posts)
    yield f"gantrell_followers_{period.stamp}.xlsx", linkedin.followers(period)
    yield f"Instagram_{period.stamp}.csv", others.instagram(period)
    yield f"Facebook_{period.stamp}.csv", others.facebook(period)
    films = f"Content {period.first}_{period.last} Gantrell Workshop.zip"
    yield films, others.youtube(strategy, period)
    yield f"Traffic_acquisition_{period.stamp}.csv", others.analytics(strategy, period)


if __name__ == "__main__":
    main()
