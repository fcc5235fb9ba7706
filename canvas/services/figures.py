"""The figures of a strategy: files that were brought in and what was typed, as one."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message
from canvas.domain.strategy import Strategy
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.steps.measure.batches import fingerprint, former_name, named, unpacked
from canvas.steps.measure.figures import Batch
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.measure.readings import PostMetric, Reading, WebVisit
from canvas.store import Store

IMPORTED = N_("Import of platform files")

MERGED_KEPT = 32
"""Strategies whose merged figures stay in memory, for all sessions together."""

BATCHES_KEPT = 256

_TYPED = (DataFile, Reading, PostMetric, WebVisit)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was understood and may come in.

    Attributes:
        name: What the file is called.
        batch: What it says.
        account: The account that its lines are of, "" for several or none.
        rows: How many lines it has.
        left_out: What was not understood, one line each.
    """

    name: str
    batch: Batch
    account: str = ""
    rows: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did.

    Attributes:
        added: Names of the files that now count.
        known: Names of those that had been brought in already, to the same effect.
        problem: Why nothing could be stored; then nothing was.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class _Merged:
    """Merged figures, what they were made of, and the batches that were not there."""

    parts: tuple[object, ...]
    lost: frozenset[str]
    figures: Figures

    def fits(self, parts: tuple[object, ...]) -> bool:
        return all(a is b for a, b in zip(self.parts, parts, strict=True))


class FigureShelf:
    """Merged figures by strategy, kept while nothing of them changes.

    One instance serves all sessions.  The caller has checked who asks: it gives the
    snapshot that the person was allowed to open.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._merged: OrderedDict[str, _Merged] = OrderedDict()
        self._batches: OrderedDict[tuple[str, str], Batch] = OrderedDict()

    def of(self, strategy: Strategy) -> Figures:
        """Return the figures of a snapshot; computed again only where they changed."""
        # A snapshot shares the tuples of the types that an edit did not touch.
        parts = tuple(strategy.of(kind) for kind in _TYPED)
        with self._lock:
            known = self._merged.get(strategy.id)
        # A project file may bring later what a file's record named all along.
        if known and known.fits(parts) and not any(self._arrived(strategy.id, known.lost)):
            with self._lock:
                self._merged[strategy.id] = known
                self._merged.move_to_end(strategy.id)
            return known.figures
        counting = self._counting(strategy)
        found = merged(strategy, counting)
        with self._lock:
            lost = _names(strategy) - counting.keys()
            self._merged[strategy.id] = _Merged(parts, lost, found)
            self._merged.move_to_end(strategy.id)
            while len(self._merged) > MERGED_KEPT:
                self._merged.popitem(last=False)
        return found

    def _arrived(self, strategy_id: str, lost: Iterable[str]) -> Iterator[bool]:
        return (self.batch(strategy_id, name) is not None for name in lost)

    def _counting(self, strategy: Strategy) -> dict[str, Batch]:
        found = {}
        for name in _names(strategy):
            batch = self.batch(strategy.id, name)
            if batch is not None:
                found[name] = batch
        return found

    def batch(self, strategy_id: str, name: str) -> Batch | None:
        """Return a batch by its fingerprint; None where it is not there."""
        key = strategy_id, name
        with self._lock:
            known = self._batches.get(key)
        if known is not None:
            return known
        try:
            batch = unpacked(self._store.batch(strategy_id, name))
        except (KeyError, ValueError):
            return None
        with self._lock:
            self._batches[key] = batch
            while len(self._batches) > BATCHES_KEPT:
                self._batches.popitem(last=False)
        return batch


def batches(store: Store, strategy: Strategy) -> dict[str, bytes]:
    """Return the packed batches that a strategy's files name, but for those that are lost."""
    found = {}
    for name in _names(strategy):
        with suppress(KeyError):
            found[name] = store.batch(strategy.id, name)
    return found


def _names(strategy: Strategy) -> frozenset[str]:
    return frozenset(file.batch for file in strategy.of(DataFile) if file.batch)


def bring_in(
    service: Strategies,
    person: Person,
    strategy_id: str,
    files: Sequence[Incoming],
    *,
    more: Iterable[Edit] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Brought:
    """Bring files in as one change set; what is there already changes nothing.

    The batches are written first: a batch that no record names counts for nothing, and a
    record never names one that is not there.

    Args:
        service: The strategies.
        person: Who brings them in.
        strategy_id: Theirs.
        files: The files.
        more: Edits that belong to the same change set and come before the files.
        progress: Told how many files are written, and of how many.
    """
    service.need(strategy_id, person, "participant")
    strategy = service.open(strategy_id, person)
    before = strategy.of(DataFile)
    known = {file.batch for file in before}
    position = max((file.position for file in before), default=0.0)
    edits: list[Edit] = list(more)
    added: list[str] = []
    already: list[str] = []
    for n, file in enumerate(files):
        if progress:
            progress(n, len(files))
        name, payload = named(file.batch)
        there = [one for one in alike(before, file.batch) if one.read_on == file.batch.read_on]
        if name in known or says_the_same(there, file.batch):
            already.append(file.name)
            continue
        known.add(name)
        added.append(file.name)
        service.store.keep_batch(strategy_id, name, payload)
        position += 1
        edits += creation(DataFile.key, new_id(), fields_of(file, name), position)
    if edits:
        submission = service.edit(strategy_id, person, edits, label=IMPORTED)
        if submission.problems:
            return Brought((), (), submission.problems[0][1])
    return Brought(tuple(added), tuple(already))


def alike(files: Iterable[DataFile], batch: Batch) -> list[DataFile]:
    """Return the files that speak of the same days in the same way."""
    first, last = batch.days or (None, None)
    told = batch.platform, batch.grain, first, last
    return [one for one in files if (one.platform, one.grain, one.first, one.last) == told]


def says_the_same(files: Iterable[DataFile], batch: Batch) -> DataFile | None:
    """Return the first of these files that says the same as a batch, but for its day."""
    files = [one for one in files if one.read_on]
    # What names batches today comes first: the former names take long to make.
    for name in (fingerprint, former_name):
        names: dict[dt.date, str] = {}
        for one in files:
            assert one.read_on is not None
            if one.read_on not in names:
                names[one.read_on] = name(replace(batch, read_on=one.read_on))
            if names[one.read_on] == one.batch:
                return one
    return None


def fields_of(file: Incoming, name: str) -> dict[str, Json]:
    """Return the raw fields of the record of a file whose batch has this name."""
    days = file.batch.days
    return {
        "name": file.name[:200],
        "platform": str(file.batch.platform),
        "grain": str(file.batch.grain),
        "account": file.account or None,
        "first": days[0].isoformat() if days else None,
        "last": days[1].isoformat() if days else None,
        "rows": file.rows,
        "read_on": file.batch.read_on.isoformat(),
        "left_out": [line[:300] for line in file.left_out[:200]],
        "batch": name,
    }
