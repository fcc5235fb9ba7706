"""Cut the power in the middle of edits, on paper, and count what is lost.

    python -m tests.crash.power --cuts 400
    python -m tests.crash.power --cuts 400 --synchronous NORMAL   # must lose

A kill cannot tell whether an edit has reached the disk: the system still writes what
the dead process gave it.  So a process edits under strace, which records all that it
writes, syncs and acknowledges.  For each acknowledgement the files are rebuilt as a
disk may hold them at that moment: all that was synced, and of what was not either
nothing or a random half, sector by sector, so that pages are torn.  The same is done
at each sync, with half of what it was about to make safe.  Every acknowledged edit
must be in the rebuilt database, and its log must give its records.

Taken for granted: a sync keeps its promise, a sector is written whole or not at all,
and the name of a file is on the disk when its content is.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from canvas.domain.errors import CanvasError, StrategyNotFoundError
from canvas.store import connections, open_store
from tests.crash.work import edit_for_ever, lost, open_here

SECTOR = 512

DATABASE = "canvas.sqlite3"
FILES = (DATABASE, f"{DATABASE}-wal")
ACKNOWLEDGED = "acknowledged"

CHECKPOINT_EVERY = 100
"""Pages; ten times as often as usual, so that cuts fall into checkpoints too."""

_CALL = re.compile(
    rb"^\d+ +(?P<call>\w+)\(\d+<(?P<path>[^>]*)>(?:, (?P<rest>.*))?\) += (?P<result>-?\d+)"
)
_BYTES = re.compile(rb'^"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """One system call on a file: `write`, `truncate` or `sync`."""

    kind: str
    file: str
    at: int = 0
    data: bytes = b""


@dataclass
class File:
    """A file as the disk has it for sure, and what was written to it since."""

    synced: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.pending:
            _apply(self.synced, call)
        self.pending.clear()

    def after_cut(self, chance: random.Random | None) -> bytes:
        """Return what the disk may hold: nothing of what is pending, or half of it."""
        image = bytearray(self.synced)
        for call in self.pending if chance else ():
            for part in _sectors(call):
                if chance.random() < 0.5:
                    _apply(image, part)
        return bytes(image)


@dataclass
class Figures:
    """What a run has shown."""

    cuts: int = 0
    images: int = 0
    checkpoints: int = 0
    losing: int = 0
    worst: int = 0
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.cuts} acknowledgements, {self.checkpoints} checkpoints, "
            f"{self.images} images of the disk, {self.losing} of them without an acknowledged "
            f"edit (at worst {self.worst} edits), {len(self.broken)} broken"
        )


def run(folder: Path, cuts: int, *, synchronous: str = "FULL", seed: int = 1) -> Figures:
    """Trace a process that makes `cuts` edits; rebuild and check the disk at each."""
    chance = random.Random(seed)
    work, image = folder / "work", folder / "image"
    work.mkdir()
    trace = folder / "trace"
    _trace(work, trace, cuts, synchronous)
    files = {name: File() for name in FILES}
    figures = Figures()
    acknowledged: list[str] = []
    for call in read_trace(trace):
        if call.file == ACKNOWLEDGED:
            acknowledged += call.data.decode().split()
            figures.cuts += 1
            for model in (None, chance):
                _check(image, files, model, acknowledged, figures)
        elif call.kind == "sync":
            figures.checkpoints += call.file == DATABASE
            if acknowledged:
                _check(image, files, chance, acknowledged, figures)
            files[call.file].sync()
        else:
            files[call.file].pending.append(call)
    return figures


def _trace(work: Path, trace: Path, edits: int, synchronous: str) -> None:
    calls = "write,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,sync_file_range"
    subprocess.run(
        [
            *("strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={calls}"),
            *("-o", str(trace), sys.executable, "-m", "tests.crash.power"),
            *("--work-in", str(work), "--cuts", str(edits), "--synchronous", synchronous),
        ],
        check=True,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )


def read_trace(trace: Path) -> Iterator[Call]:
    """Yield the calls on our files, in their order."""
    names = {*FILES, ACKNOWLEDGED}
    with trace.open("rb") as lines:
        for line in lines:
            found = _CALL.match(line)
            if found is None:
                if b"unfinished" in line and DATABASE.encode() in line:
                    raise ValueError("the trace is not in one piece: another thread was at work")
                continue
            file = Path(_text(found["path"])).name
            if file in names and int(found["result"]) >= 0:
                yield _call(found["call"].decode(), file, found["rest"] or b"")


def _call(name: str, file: str, rest: bytes) -> Call:
    if name in ("fsync", "fdatasync"):
        return Call("sync", file)
    if name == "ftruncate":
        return Call("truncate", file, int(rest))
    written = _BYTES.match(rest) if name in ("write", "pwrite64") else None
    if written is None:
        raise ValueError(f"{name} is not a call that this harness can replay")
    data = bytes.fromhex(written[1].replace(b"\\x", b"").decode())
    at = int(rest.rsplit(b", ", 1)[1]) if name == "pwrite64" else 0
    return Call("write", file, at, data)


def _text(path: bytes) -> str:
    """Return a path, which some versions of strace write in hexadecimal too."""
    if b"\\x" in path:
        path = bytes.fromhex(path.replace(b"\\x", b"").decode())
    return path.decode()


def _sectors(call: Call) -> Iterator[Call]:
    """Yield the parts of a call that reach the disk or not each on their own."""
    if call.kind != "write":
        yield call
        return
    start = call.at
    end = call.at + len(call.data)
    while start < end:
        stop = min(end, start // SECTOR * SECTOR + SECTOR)
        yield Call("write", call.file, start, call.data[start - call.at : stop - call.at])
        start = stop


def _apply(image: bytearray, call: Call) -> None:
    if call.kind == "truncate":
        del image[call.at :]
        image.extend(bytes(call.at - len(image)))
        return
    image.extend(bytes(max(0, call.at + len(call.data) - len(image))))
    image[call.at : call.at + len(call.data)] = call.data


def _check(
    image: Path,
    files: dict[str, File],
    chance: random.Random | None,
    acknowledged: list[str],
    figures: Figures,
) -> None:
    """Write the disk as it may be after a cut, open the database on it and look."""
    shutil.rmtree(image, ignore_errors=True)
    image.mkdir()
    for name, file in files.items():
        (image / name).write_bytes(file.after_cut(chance))
    figures.images += 1
    try:
        store = open_store(f"sqlite:///{image / DATABASE}")
        missing = len(lost(store, acknowledged))
        figures.broken += store.check()
        store.close()
    except StrategyNotFoundError:
        missing = len(acknowledged)  # its creation was lost too
    except CanvasError as error:
        figures.broken.append(str(error))
        return
    figures.losing += missing > 0
    figures.worst = max(figures.worst, missing)


class _EnoughError(Exception):
    """The traced process has made its edits."""


def work(folder: Path, edits: int, synchronous: str) -> None:
    """Be the process that is traced."""
    connections.SYNCHRONOUS = synchronous
    store = open_here(folder / DATABASE)
    with store._connections.taken() as db:  # the only connection of the only thread
        db.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_EVERY}")
    told = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT)
    count = 0

    def acknowledge(operation: str) -> None:
        nonlocal count
        os.write(told, f"{operation}\n".encode())
        count += 1
        if count == edits:
            raise _EnoughError

    try:
        edit_for_ever(store, "anna", acknowledge)
    except _EnoughError:
        os._exit(0)  # without closing: the cut is the end


def main() -> int:
    """Run from the command line; 0 if what was expected has happened."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cuts", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL"), default="FULL")
    parser.add_argument("--work-in", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work_in:
        work(options.work_in, options.cuts, options.synchronous)
    with tempfile.TemporaryDirectory() as folder:
        figures = run(
            Path(folder), options.cuts, synchronous=options.synchronous, seed=options.seed
        )
    print(figures)
    for line in figures.broken[:10]:
        print(line)
    expected_to_lose = options.synchronous != "FULL"
    return int(bool(figures.losing) != expected_to_lose or bool(figures.broken))


if __name__ == "__main__":
    sys.exit(main())
