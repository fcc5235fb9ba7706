"""A column of a table whose texts are made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import numpy as np
from numpy.typing import NDArray

from canvas.columns import Texts
from canvas.imports.bounded.dated import Dated, dated

_SAMPLE = 32
_LONGEST_ALIKE = 64
"""Bytes of a cell that is compared with all others of its column."""

_LONGEST_DIGITS = _LOOKED_AT = 24
_ZERO = np.uint8(ord("0"))

_EVEN = 2
"""How much larger than their texts cells of one size may be, to be taken out at once."""

_ODD_FIRST, _ODD_LAST = np.zeros((2, 256), bool)
_ODD_FIRST[[*range(33), 127, 0xC2, 0xE1, 0xE2, 0xE3]] = True
_ODD_LAST[[*range(33), 127, *range(0x80, 0x8B), 0x9F, 0xA0, 0xA8, 0xA9, 0xAF]] = True
"""What a text may begin or end with that has blanks around it, beyond ASCII too."""


class TextColumn(Sequence[str]):
    """The cells of a column; "" is an empty one.

    Args:
        raw: The bytes that they stand in.
        starts: Where each of them starts.
        ends: Where it ends.
        doubled: Which of them hold quotes that are written twice.
    """

    def __init__(
        self,
        raw: bytes,
        starts: NDArray[np.int32],
        ends: NDArray[np.int32],
        doubled: NDArray[np.bool_],
    ) -> None:
        self._raw = raw
        self._starts = starts
        self._ends = ends
        self._doubled = doubled

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> TextColumn: ...
    def __getitem__(self, at: int | slice) -> str | TextColumn:
        """Return a text, or some of the column without making any."""
        if isinstance(at, slice):
            some = TextColumn(self._raw, self._starts[at], self._ends[at], self._doubled[at])
            if "_heads" in self.__dict__:
                some._heads = self._heads[:, at]
            return some
        if "listed" in self.__dict__:
            return self.listed[at]
        text = self._raw[self._starts[at] : self._ends[at]].decode()
        return text.replace('""', '"') if self._doubled[at] else text

    def __iter__(self) -> Iterator[str]:
        return iter(self.listed)

    def __eq__(self, other: object) -> bool:
        return self.listed == list(other) if isinstance(other, Sequence) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def listed(self) -> list[str]:
        """All texts."""
        return list(map(bytes.decode, self.pieces))

    @cached_property
    def pieces(self) -> list[bytes]:
        """All texts, as UTF-8."""
        raw = self._raw
        if self.is_same:
            return [raw[self._starts[0] : self._ends[0]]] * len(self) if len(self) else []
        found = [
            raw[start:end]
            for start, end in zip(self._starts.tolist(), self._ends.tolist(), strict=True)
        ]
        for n in np.flatnonzero(self._doubled).tolist():
            found[n] = found[n].replace(b'""', b'"')
        return found

    @cached_property
    def sizes(self) -> NDArray[np.int32]:
        """How many bytes each text has, quotes that are written twice counted so."""
        return self._ends - self._starts

    @cached_property
    def letters(self) -> NDArray[np.uint8]:
        """All bytes of the table."""
        return np.frombuffer(self._raw, np.uint8)

    @cached_property
    def _heads(self) -> NDArray[np.uint8]:
        """The first bytes of all texts: a row for the first one of each, and so on.

        One look at each text for all of them is several times as fast as one look a byte.
        """
        longest = int(self.sizes.max(initial=0))
        return np.ascontiguousarray(self._first(min(max(longest, 1), _LOOKED_AT)).T)

    def _first(self, width: int) -> NDArray[np.uint8]:
        """Return the first bytes of all texts, a row each, filled up with what follows."""
        width = min(width, len(self._raw))
        last = len(self._raw) - width
        # Every place begins such a piece: each is copied as a whole, and not byte by byte.
        pieces = np.ndarray((last + 1,), f"V{width}", self._raw, strides=(1,))
        found = pieces[np.minimum(self._starts, last)].view(np.uint8).reshape(-1, width)
        for n in np.flatnonzero(self._starts > last).tolist():
            found[n] = np.roll(found[n], last - self._starts[n])
        return found

    def letter(self, n: int) -> NDArray[np.uint8]:
        """Return the n-th byte of each text, anything for texts that are shorter."""
        if n < len(self._heads):
            letters: NDArray[np.uint8] = self._heads[n]
            return letters
        return self.letters[np.minimum(self._starts + n, len(self._raw) - 1)]

    @cached_property
    def is_same(self) -> bool:
        """Whether all cells are known to hold the same text."""
        if self._doubled.any() or not len(self):
            return False
        size = int(self.sizes[0])
        if size > _LONGEST_ALIKE or (self.sizes != size).any():
            return False
        if len(set(self[:_SAMPLE]._some())) > 1:
            return False
        return all((one := self.letter(n))[0] == one.max() == one.min() for n in range(size))

    def _some(self) -> list[bytes]:
        return [
            self._raw[start:end] for start, end in zip(self._starts, self._ends, strict=True)
        ]  # fmt: skip

    @cached_property
    def different(self) -> list[str]:
        """Each text once, in the order in which they first stand there."""
        if self.is_same:
            return [self[0]]
        return list(map(bytes.decode, dict.fromkeys(self.pieces)))

    def beginning(self, letters: bytes) -> list[int]:
        """Return which texts begin with one of these bytes."""
        is_there = np.zeros(256, bool)
        is_there[list(letters)] = True
        found: list[int] = np.flatnonzero(is_there[self.letter(0)] & (self.sizes > 0)).tolist()
        return found

    @cached_property
    def is_digits(self) -> NDArray[np.bool_]:
        """Which texts are digits alone; no text that is longer than an identifier is."""
        found = (self.sizes > 0) & (self.sizes <= _LONGEST_DIGITS)
        for n in range(min(int(self.sizes.max(initial=0)), _LONGEST_DIGITS)):
            found &= (self.sizes <= n) | (self.letter(n) - _ZERO < 10)
        return found

    @cached_property
    def other_than_digits(self) -> list[int]:
        """Which texts are not digits alone."""
        found: list[int] = np.flatnonzero(~self.is_digits).tolist()
        return found

    def figures(self, most: int) -> NDArray[np.float64] | None:
        """Return the numbers of a column of digits, not a number where a cell is empty.

        Args:
            most: How many digits one may have.

        Returns:
            None for any other column, and for one that is empty.
        """
        longest = int(self.sizes.max(initial=0))
        if not longest or longest > most or not (self.is_digits | (self.sizes == 0)).all():
            return None
        values = np.zeros(len(self), np.int64)
        for n in range(longest):
            values = np.where(self.sizes > n, values * 10 + (self.letter(n) - _ZERO), values)
        return np.where(self.sizes > 0, values, np.nan)

    @cached_property
    def dated(self) -> Dated | None:
        """The days and times of a column that holds such alone, all written alike."""
        return dated(self)

    @cached_property
    def is_filled(self) -> bool:
        """Whether no cell is empty."""
        return bool(self.sizes.all())

    @cached_property
    def bare(self) -> Texts:
        """All texts, without the blanks around them."""
        first = self.letter(0)
        last = self.letters[np.maximum(self._ends - 1, 0)]
        is_odd = (_ODD_FIRST[first] | _ODD_LAST[last]) & (self.sizes > 0)
        if not is_odd.any():
            return self._joined()
        found = list(self.pieces)
        for n in np.flatnonzero(is_odd).tolist():
            found[n] = found[n].decode().strip().encode()
        return Texts.joined(found)

    def _joined(self) -> Texts:
        longest = int(self.sizes.max(initial=0))
        if not longest:
            return Texts.repeated("", len(self))
        is_even = longest * len(self) < _EVEN * int(self.sizes.sum(dtype=np.int64))
        if self._doubled.any() or not (is_even or longest <= _LOOKED_AT):
            return Texts.joined(self.pieces)
        texts = self._first(longest)
        if (self.sizes < longest).any():
            return Texts(texts[np.arange(longest) < self.sizes[:, None]].tobytes(), self.sizes)
        return Texts(texts.tobytes(), self.sizes)
