"""Read a whole column of text at once, where its cells are written alike.

Each function says None where they are not; then the cells are read one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from canvas.columns import Numbers, Texts
from canvas.imports.bounded import Cell
from canvas.imports.bounded.column import TextColumn
from canvas.imports.bounded.dated import Dated

_DIGITS = 15


def numbers_in(cells: Sequence[Cell]) -> Numbers | None:
    """Return the figures of a column that holds digits alone."""
    if not isinstance(cells, TextColumn):
        return None
    found = cells.figures(_DIGITS)
    return None if found is None else Numbers(found)


def texts_in(cells: Sequence[Cell]) -> Texts | None:
    """Return the texts of a column, without the blanks around them."""
    return cells.bare if isinstance(cells, TextColumn) else None


def days_in(cells: Sequence[Cell]) -> Dated | None:
    """Return the days and times of a column that holds such alone, all written alike."""
    return cells.dated if isinstance(cells, TextColumn) else None


def some_of(cells: Sequence[Cell]) -> Iterable[Cell]:
    """Return each different cell of a column."""
    return cells.different if isinstance(cells, TextColumn) else set(cells)


def in_order(cells: Sequence[Cell]) -> Iterable[Cell]:
    """Return each different cell of a column, in the order in which they first stand there."""
    return cells.different if isinstance(cells, TextColumn) else dict.fromkeys(cells)


def not_digits(cells: Sequence[Cell]) -> Sequence[int]:
    """Return which cells may hold anything but digits: all where that cannot be told."""
    if isinstance(cells, TextColumn):
        return cells.other_than_digits
    return range(len(cells))


def beginning(cells: Sequence[Cell], letters: str) -> Sequence[int]:
    """Return which cells may begin with one of these letters: all where that cannot be told."""
    if isinstance(cells, TextColumn):
        return cells.beginning(letters.encode())
    return range(len(cells))
