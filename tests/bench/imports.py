"""A platform's file of 100,000 posts, brought in; against pandas reading the same file."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import time
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from canvas.imports.platforms import read_file
from canvas.steps.measure.batches import named
from tests.bench.table import Row, side_by_side
from tests.imports.platform_files import facebook

ROWS = 100_000
RUNS = 5
AIM = 2.0
READ_ON = dt.date(2026, 9, 30)

_WORDS = [
    "bonjour", "pain", "chaud", "fournil", "équipe", "semaine", "atelier", "demain", "matin",
    "offre", "client", "photo", "merci", "été", "samedi", "recette", "levain", "farine",
]  # fmt: skip


def posts(rows: int) -> bytes:
    """Return a Facebook file of so many posts, with captions of two lines."""
    chance = random.Random(1)
    sheet = facebook("en").sheets[0]
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(sheet.titles)
    start = dt.datetime(2023, 1, 1)  # noqa: DTZ001 - as the platform writes it
    for n in range(rows):
        line = list(sheet.rows[0])
        likes, comments, shares = (chance.randrange(top) for top in (500, 80, 50))
        at = start + dt.timedelta(minutes=chance.randrange(3 * 365 * 24 * 60))
        line[0] = str(12_210_000_000_000_000 + 7919 * n)
        line[4] = f"{' '.join(chance.choices(_WORDS, k=18))}\n#pain"
        line[6] = at.strftime("%m/%d/%Y %H:%M")
        line[8] = f"https://www.facebook.com/100064000000000/posts/{n}"
        line[17:26] = [
            chance.randrange(20_000), chance.randrange(15_000), likes + comments + shares,
            likes, comments, shares, chance.randrange(900), chance.randrange(300),
            chance.randrange(100),
        ]  # fmt: skip
        writer.writerow(line)
    return made.getvalue().encode("utf-8-sig")


def bench(folder: Path) -> Iterable[Row]:
    """Yield the whole import (to what is kept on the disk), then the reading alone."""
    path = folder / "posts.csv"
    path.write_bytes(posts(ROWS))

    def read() -> float:
        began = time.perf_counter()
        read_file("posts.csv", path.read_bytes(), read_on=READ_ON)
        return time.perf_counter() - began

    def whole() -> float:
        began = time.perf_counter()
        named(read_file("posts.csv", path.read_bytes(), read_on=READ_ON).batch)
        return time.perf_counter() - began

    def bare() -> float:
        began = time.perf_counter()
        pd.read_csv(path, parse_dates=["Publish time"])
        return time.perf_counter() - began

    whole()
    bare()
    against = "pandas.read_csv of the same file, its dates parsed"
    for what, ours, aim in (
        (f"file of {ROWS:,} posts: read, named and packed", whole, AIM),
        (f"file of {ROWS:,} posts: read alone", read, None),
    ):
        own, plain = side_by_side(ours, bare, RUNS)
        yield Row(what=what, ours=own, bare=plain, unit="s", aim=aim, against=against)
