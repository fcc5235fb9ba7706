"""Weigh files against what counts today: figures before them, and with them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.services.figures import FigureShelf
from canvas.services.readings.model import Arrival, Counts
from canvas.steps.measure.batches import fingerprint
from canvas.steps.measure.figures import Batch
from canvas.steps.measure.files import DataFile
from canvas.steps.measure.merged import Figures, merged

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What files would change.

    Attributes:
        files: The counts of each file, None for one that cannot come in yet.
        together: Those of all of them, each figure once.
    """

    files: tuple[Counts | None, ...]
    together: Counts


def weighed(shelf: FigureShelf, strategy: Strategy, arrivals: Sequence[Arrival]) -> Weighed:
    """Return how the figures of files compare with those that count today.

    A figure is new where none is known for the same account, day and part, or for the same
    post; it is changed where another one counts once all these files are in.
    """
    batches = [arrival.batch for arrival in arrivals]
    before = _Known(shelf.of(strategy))
    counting = {
        file.batch: batch
        for file in strategy.of(DataFile)
        if file.batch and (batch := shelf.batch(strategy.id, file.batch))
    }
    coming = {fingerprint(batch): batch for batch in batches if batch}
    after = _Known(merged(strategy, {**counting, **coming}))
    verdicts: dict[Hashable, int] = {}
    files: list[Counts | None] = []
    for batch in batches:
        if batch is None:
            files.append(None)
            continue
        tally = [0, 0, 0]
        for key in set(_keys(batch)):
            verdict = verdicts.get(key)
            if verdict is None:
                verdict = verdicts[key] = _verdict(before.value(key), after.value(key))
            tally[verdict] += 1
        files.append(Counts(*tally))
    together = [0, 0, 0]
    for verdict in verdicts.values():
        together[verdict] += 1
    return Weighed(tuple(files), Counts(*together))


def _verdict(before: object, after: object) -> int:
    """Return 0 for new, 1 for changed, 2 for unchanged."""
    if before is _MISSING:
        # What a shorter period or a typed figure leaves out counts no more than before.
        return 2 if after is _MISSING else 0
    return 2 if before == after else 1


_Key = tuple[str, Hashable]


def _keys(batch: Batch) -> Iterator[_Key]:
    """Yield what names each figure of a batch."""
    for p in batch.daily:
        yield "day", (p.account, p.metric, p.scope, p.day)
    for post in batch.posts:
        yield "post", (str(post.network or ""), post.key)
    for visit in batch.visits:
        yield "visit", (visit.key, visit.first, visit.last)
    for part in batch.audience:
        yield "part", (part.account, part.dimension, part.label)
    for page in batch.pages:
        yield "page", (page.page, page.first, page.last)


class _Known:
    """Merged figures, found by what names them."""

    def __init__(self, figures: Figures) -> None:
        self._series = figures.series
        self._rest: Mapping[_Key, object] = {
            **{("post", (str(p.network or ""), p.key)): p for p in figures.posts},
            **{("visit", (v.key, v.first, v.last)): v for v in figures.visits},
            **{("part", (a.account, a.dimension, a.label)): a for a in figures.audience},
            **{("page", (p.page, p.first, p.last)): p for p in figures.pages},
        }

    def value(self, key: _Key) -> object:
        """Return the figure behind a key, `_MISSING` where there is none."""
        kind, name = key
        if kind != "day":
            return self._rest.get(key, _MISSING)
        assert isinstance(name, tuple)
        account, metric, scope, day = name
        return self._series.get((account, metric, scope), {}).get(day, _MISSING)
