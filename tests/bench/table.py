"""What was measured, and the table that it is told in."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Measure = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        ours: The product's figure.
        bare: The figure of its bare equivalent; None where there is none.
        against: What that equivalent is.
        unit: Unit of both figures.
        aim: The ratio that we want to stay under; None for information.
    """

    what: str
    ours: float
    bare: float | None
    against: str
    unit: str
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours over bare."""
        return self.ours / self.bare if self.bare else None


def side_by_side(ours: Measure, bare: Measure, runs: int) -> tuple[float, float]:
    """Return the medians of two measures taken in turn, so that both meet the same weather."""
    pairs = [(ours(), bare()) for _ in range(runs)]
    own, plain = zip(*pairs, strict=True)
    return statistics.median(own), statistics.median(plain)


def share(values: Iterable[float], part: float) -> float:
    """Return the value that `part` of the values stay under."""
    found = sorted(values)
    return found[min(len(found) - 1, int(part * len(found)))]


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the table, line by line."""
    yield f"{'':52} {'Canevas':>12} {'bare':>12} {'ratio':>6} {'aim':>6}   against"
    for row in rows:
        bare = "" if row.bare is None else _figure(row.bare, row.unit)
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        aim = "" if row.aim is None else f"≤ {row.aim:g}"
        mark = " !" if row.aim and row.ratio and row.ratio > row.aim else "  "
        ours = _figure(row.ours, row.unit)
        yield f"{row.what:52} {ours:>12} {bare:>12} {ratio:>6} {aim:>6}{mark} {row.against}"


def _figure(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        value, unit = value * 1000, "ms"
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{decimals}f} {unit}"
