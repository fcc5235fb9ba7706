"""Kill a process in the middle of its edits, again and again, and count what is lost.

    python -m tests.crash.kill --times 200
    python -m tests.crash.kill --times 50 --too-early     # must lose: proves the harness

Four threads edit one strategy and acknowledge each edit through a pipe.  After a
random moment the process is killed (SIGKILL); what was acknowledged must be in the
database, and its log must give its records.
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.work import edit_for_ever, lost, open_here

WRITERS = 4


@dataclass
class Figures:
    """What a run has shown."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)
    openings: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        openings = sorted(self.openings)
        return (
            f"{self.kills} kills, {self.acknowledged} edits acknowledged, {self.lost} lost, "
            f"{len(self.wrong)} things wrong, opening took "
            f"{1000 * openings[len(openings) // 2]:.0f} ms (median), "
            f"{1000 * openings[-1]:.0f} ms (worst)"
        )


def run(folder: Path, times: int, *, too_early: bool = False, seed: int = 1) -> Figures:
    """Kill a writing process `times` times over one database; return what was seen."""
    chance = random.Random(seed)
    path = folder / "canvas.sqlite3"
    figures = Figures()
    acknowledged: set[str] = set()
    for _ in range(times):
        told = killed_writer(path, chance.uniform(0.02, 0.3), too_early=too_early)
        acknowledged |= told
        figures.acknowledged += len(told)
        start = time.perf_counter()
        store = open_here(path)
        figures.openings.append(time.perf_counter() - start)
        missing = lost(store, acknowledged)
        acknowledged -= missing  # each is counted once
        figures.lost += len(missing)
        figures.kills += 1
        figures.wrong += store.check()
        store.close()
    return figures


def killed_writer(path: Path, seconds: float, *, too_early: bool) -> set[str]:
    """Let a process write, kill it so long after its first edit; return what it acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()  # no thread and no connection is alive here, so nothing is shared
    if child == 0:
        os.close(ours)
        _write(path, theirs, too_early=too_early)
    os.close(theirs)
    said = b""
    select.select([ours], [], [], 30)
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([ours], [], [], left)[0]:
            said += os.read(ours, 1 << 16)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(ours, 1 << 16):
        said += more
    os.close(ours)
    return set(said.decode().split())


def _write(path: Path, pipe: int, *, too_early: bool) -> None:
    """Be the process that is killed; never returns."""
    try:
        store = open_here(path)

        def acknowledge(operation: str) -> None:
            os.write(pipe, f"{operation}\n".encode())

        writers = [
            threading.Thread(
                target=edit_for_ever,
                args=(store, f"writer-{n}", acknowledge),
                kwargs={"too_early": too_early},
            )
            for n in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    finally:
        os._exit(1)


def main() -> int:
    """Run from the command line; 0 if what was expected has happened."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--too-early", action="store_true", help="acknowledge before the commit")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(Path(folder), options.times, too_early=options.too_early, seed=options.seed)
    print(figures)
    for line in figures.wrong[:10]:
        print(line)
    return int(bool(figures.lost) != options.too_early or bool(figures.wrong))


if __name__ == "__main__":
    sys.exit(main())
