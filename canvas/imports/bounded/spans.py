"""Find where each cell of a table stands in its bytes, all of them at once.

A reader that makes a text of every cell takes most of its time for making texts that nobody
asks for.  This finds the marks between cells with whole-array comparisons, and gives up where
quotes stand in any but the usual way: Python's own reader has the last word on those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from canvas.imports.bounded.column import TextColumn
from canvas.imports.bounded.model import MAX_CELL, MAX_COLUMNS

Places = NDArray[np.int32]

_QUOTE, _LINE, _RETURN = b'"\n\r'
_AT_ONCE = 1 << 18
"""Bytes that are compared at once: few enough to stay in the processor's cache."""


_MOST = 8_000_000
"""Marks that are looked at in one go: each takes some twenty bytes until its cell is found."""


@dataclass(frozen=True)
class Spans:
    """Where the cells of all rows that are not blank stand.

    Attributes:
        raw: The bytes of the table.
        starts: Where each cell starts, row by row.
        ends: Where it ends.
        doubled: Which cells hold quotes, that are written twice.
        firsts: For each row, which cell is its first.
        counts: For each row, how many cells it has.
        lines: Where the lines end, those inside of cells too.
        begins: Where each row begins.
    """

    raw: bytes
    starts: Places
    ends: Places
    doubled: Places
    firsts: Places
    counts: Places
    lines: Places
    begins: Places

    @cached_property
    def columns(self) -> list[TextColumn]:
        """The cells, column by column; where a row is short, they are empty."""
        return list(self._columns())

    def _columns(self) -> Iterator[TextColumn]:
        least, most = int(self.counts.min()), int(self.counts.max())
        if least == most and least * len(self.counts) == len(self.starts):
            # As many cells in each row, and no row that is blank.
            starts = np.ascontiguousarray(self.starts.reshape(-1, most).T)
            ends = np.ascontiguousarray(self.ends.reshape(-1, most).T)
            is_doubled = self._is_doubled.reshape(-1, most).T
            for n in range(most):
                yield TextColumn(self.raw, starts[n], ends[n], is_doubled[n])
            return
        for n in range(most):
            at = self.firsts + n
            if n >= least:
                # A cell of no length at the very start stands for those that a row lacks.
                is_there = self.counts > n
                at = np.where(is_there, at, 0)
                starts = np.where(is_there, self.starts[at], 0)
                ends = np.where(is_there, self.ends[at], 0)
            else:
                starts, ends = self.starts[at], self.ends[at]
            yield TextColumn(self.raw, starts, ends, self._is_doubled[at])

    @cached_property
    def _is_doubled(self) -> NDArray[np.bool_]:
        found = np.zeros(len(self.starts), bool)
        found[self.doubled] = True
        return found

    def numbers(self, before: int) -> list[int]:
        """Return the line where each row begins, `before` lines standing above them all."""
        found: list[int] = (np.searchsorted(self.lines, self.begins) + before + 1).tolist()
        return found


def spans_of(raw: bytes, begin: int, mark: str) -> Spans | None:
    """Return where the cells stand, None where it takes a closer look to tell.

    Args:
        raw: The table in clean UTF-8.
        begin: Where it begins in there.
        mark: What separates its columns.
    """
    if begin >= len(raw) or not mark.isascii() or mark in '"\r\n':
        return None
    found = _spans(raw, begin, ord(mark))
    if found is None and b"\r" in raw:
        # Inside of cells and alone, returns are line ends as well.
        found = _spans(raw[begin:].replace(b"\r\n", b"\n").replace(b"\r", b"\n"), 0, ord(mark))
    if found is None or not found.counts.size:
        return None
    too_wide = found.counts.max() > MAX_COLUMNS
    return None if too_wide or (found.ends - found.starts).max() > MAX_CELL else found


def _spans(raw: bytes, begin: int, mark: int) -> Spans | None:
    letters = np.frombuffer(raw, np.uint8)
    places = _places(letters, begin, mark)
    if places is None:
        return None
    kinds = letters[places]
    is_quote = kinds == _QUOTE
    is_outside = np.cumsum(is_quote, dtype=np.int32) & 1 == 0
    quotes = places[is_quote]
    if not _are_usual(letters, quotes, begin, mark):
        return None
    is_end = is_outside & ~is_quote
    ends = places[is_end]
    lasts = np.flatnonzero(kinds[is_end] == _LINE).astype(np.int32)
    if not raw.endswith(b"\n") or not lasts.size or lasts[-1] != len(ends) - 1:
        ends = np.append(ends, np.int32(len(raw)))
        lasts = np.append(lasts, np.int32(len(ends) - 1))
    starts = np.empty_like(ends)
    starts[0] = begin
    starts[1:] = ends[:-1] + 1
    escaped = quotes[2::2][quotes[2::2] == quotes[1:-1:2] + 1]
    doubled = np.unique(np.searchsorted(ends, escaped)).astype(np.int32)
    if not _without_returns(raw.count(b"\r", begin), letters, starts, ends, lasts):
        return None
    is_quoted = (starts < ends) & (letters[np.minimum(starts, len(raw) - 1)] == _QUOTE)
    begins = starts[np.append(np.int32(0), lasts[:-1] + 1)]
    starts += is_quoted
    ends -= is_quoted
    firsts = np.append(np.int32(0), lasts[:-1] + 1)
    counts = lasts - firsts + 1
    says = _says(raw, letters, (starts, ends), firsts, counts)
    return Spans(
        raw, starts, ends, doubled, firsts[says], counts[says], places[kinds == _LINE],
        begins[says],
    )  # fmt: skip


def _places(letters: NDArray[np.uint8], begin: int, mark: int) -> Places | None:
    """Return where marks, quotes and line ends stand; None for too many of them."""
    found = []
    count = 0
    for at in range(begin, len(letters), _AT_ONCE):
        some = letters[at : at + _AT_ONCE]
        is_special = some == mark
        is_special |= some == _LINE
        is_special |= some == _QUOTE
        found.append((np.flatnonzero(is_special) + at).astype(np.int32))
        count += len(found[-1])
        if count > _MOST:
            return None
    return np.concatenate(found)


def _are_usual(letters: NDArray[np.uint8], quotes: Places, begin: int, mark: int) -> bool:
    """Return whether quotes stand around whole cells, or twice inside of such."""
    if len(quotes) % 2:
        return False
    if not quotes.size:
        return True
    opening, closing = quotes[::2], quotes[1::2]
    before = letters[np.maximum(opening - 1, 0)]
    opens = (opening == begin) | (before == mark) | (before == _LINE) | (before == _QUOTE)
    last = len(letters) - 1
    after = letters[np.minimum(closing + 1, last)]
    closes = (closing == last) | (after == mark) | (after == _LINE) | (after == _QUOTE)
    closes |= (after == _RETURN) & (letters[np.minimum(closing + 2, last)] == _LINE)
    return bool(opens.all() and closes.all())


def _without_returns(
    returns: int, letters: NDArray[np.uint8], starts: Places, ends: Places, lasts: Places
) -> bool:
    """Take the returns before line ends out of the last cells; False where others are left."""
    if not returns:
        return True
    has_one = (ends[lasts] > starts[lasts]) & (letters[ends[lasts] - 1] == _RETURN)
    ends[lasts] -= has_one
    return int(has_one.sum()) == returns


def _says(
    raw: bytes,
    letters: NDArray[np.uint8],
    cells: tuple[Places, Places],
    firsts: Places,
    counts: Places,
) -> NDArray[np.bool_]:
    """Return which rows are not blank."""
    starts, ends = cells
    last = len(letters) - 1

    def shows(at: Places) -> NDArray[np.bool_]:
        letter = letters[np.minimum(starts[at], last)]
        return (starts[at] < ends[at]) & (letter > 32) & (letter < 127)

    says = shows(firsts)
    for n in np.flatnonzero(~says).tolist():
        row = slice(firsts[n], firsts[n] + counts[n])
        says[n] = any(
            raw[start:end].decode().strip()
            for start, end in zip(starts[row].tolist(), ends[row].tolist(), strict=True)
        )
    return says
