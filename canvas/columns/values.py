"""Columns of many values, kept as bytes and numbers and made into objects when asked for.

A file may hold a hundred thousand posts, and most of them are written to the disk before
anybody asks for one: a text or a date of each would take longer to make than the file to read.
"""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import eq
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")


_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd numbers without a pattern, that spread what is multiplied by them."""


class Column(Sequence[T]):
    """Values of one kind; equal to every sequence of the same values."""

    @cached_property
    @abstractmethod
    def listed(self) -> list[T]:
        """All values, as objects."""

    @abstractmethod
    def plain(self) -> list[Any]:
        """Return them as JSON has them."""

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return a value, or some of them."""
        return self.listed[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self.listed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]


class Texts(Column[str]):
    """Texts, as UTF-8.

    Args:
        blob: All of them, one after the other.
        sizes: How many bytes each of them has.
    """

    def __init__(self, blob: bytes, sizes: NDArray[np.integer[Any]]) -> None:
        self.blob = blob
        self.sizes = sizes

    @classmethod
    def of(cls, values: Iterable[str]) -> Texts:
        """Return texts as a column.

        Raises:
            TypeError: One of them is no text.
            ValueError: It cannot be written.
        """
        return values if isinstance(values, Texts) else cls.joined(list(map(str.encode, values)))

    @classmethod
    def joined(cls, pieces: Sequence[bytes]) -> Texts:
        """Return texts in UTF-8 as a column."""
        import numpy as np

        return cls(b"".join(pieces), np.array(list(map(len, pieces)), np.int32))

    @classmethod
    def repeated(cls, text: str, times: int) -> Texts:
        """Return a column of one text."""
        import numpy as np

        piece = text.encode()
        return cls(piece * times, np.full(times, len(piece), np.int32))

    def pieces(self, most: int | None = None) -> list[bytes]:
        """Return the texts in UTF-8, the first ones alone if so many are enough."""
        ends = self.sizes[:most].cumsum(dtype="int64").tolist()
        blob = self.blob
        return [blob[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]

    @cached_property
    def listed(self) -> list[str]:
        """All texts."""
        return list(map(bytes.decode, self.pieces())) if len(self) else []

    @property
    def is_filled(self) -> bool:
        """Whether none of them is empty."""
        return bool(self.sizes.all())

    @property
    def are_different(self) -> bool:
        """Whether no two of them are the same."""
        import numpy as np

        size = int(self.sizes.max(initial=0))
        if 0 < size <= 8 * len(_FACTORS) and (self.sizes == size).all():
            # Texts of one length are mixed to a number each: where these differ, so do they.
            letters = np.zeros((len(self), 8 * len(_FACTORS)), np.uint8)
            letters[:, :size] = np.frombuffer(self.blob, np.uint8).reshape(-1, size)
            mixed = (letters.view(np.uint64) * np.array(_FACTORS, np.uint64)).sum(axis=1)
            mixed.sort()
            if (mixed[1:] != mixed[:-1]).all():
                return True
        return len(set(self.pieces())) == len(self)

    def plain(self) -> list[Any]:
        """Return them as JSON has them."""
        return self.listed

    def __len__(self) -> int:
        return len(self.sizes)


class Numbers(Column[float | None]):
    """Numbers, and None where one is missing.

    Args:
        values: Each of them, not a number where it is missing.
    """

    def __init__(self, values: NDArray[np.float64]) -> None:
        self.values = values

    @classmethod
    def of(cls, values: Iterable[float | None]) -> Numbers:
        """Return numbers as a column.

        Raises:
            TypeError: One of them is none.
        """
        import numpy as np

        if isinstance(values, Numbers):
            return values
        values = list(values)
        _only(values, int, float, type(None))
        return cls(np.array(values, dtype=np.float64))

    @cached_property
    def listed(self) -> list[float | None]:
        """All numbers."""
        found: list[float | None] = self.values.tolist()
        if self.is_whole:
            return found
        return [None if value != value else value for value in found]  # noqa: PLR0124

    @cached_property
    def is_whole(self) -> bool:
        """Whether none of them is missing."""
        import numpy as np

        return not np.isnan(self.values).any()

    @property
    def is_empty(self) -> bool:
        """Whether all of them are missing."""
        import numpy as np

        return bool(np.isnan(self.values).all())

    def plain(self) -> list[Any]:
        """Return them as JSON has them."""
        return self.listed

    def __len__(self) -> int:
        return len(self.values)


class Flags(Column[bool | None]):
    """Yes, no, or unknown.

    Args:
        numbers: 1, 0, or missing.
    """

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers

    @classmethod
    def of(cls, values: Sequence[bool | None]) -> Flags:
        """Return flags as a column.

        Raises:
            TypeError: One of them is none.
        """
        if isinstance(values, Flags):
            return values
        _only(values, bool, type(None))
        return cls(Numbers.of([None if value is None else float(value) for value in values]))

    @classmethod
    def repeated(cls, value: bool | None, times: int) -> Flags:
        """Return a column of one flag."""
        import numpy as np

        return cls(Numbers(np.full(times, np.nan if value is None else float(value))))

    @cached_property
    def listed(self) -> list[bool | None]:
        """All flags."""
        return [None if value is None else bool(value) for value in self.numbers]

    def plain(self) -> list[Any]:
        """Return them as JSON has them."""
        return self.listed

    def __len__(self) -> int:
        return len(self.numbers)


class Moments(Column[dt.datetime | None]):
    """Days with times, and None where one is missing.

    Args:
        values: Each of them in microseconds, not a time where it is missing.
    """

    def __init__(self, values: NDArray[np.datetime64]) -> None:
        self.values = values

    @classmethod
    def of(cls, values: Iterable[dt.datetime | None]) -> Moments:
        """Return moments as a column.

        Raises:
            ValueError: One of them is of a time zone.
        """
        import numpy as np

        if isinstance(values, Moments):
            return values
        values = list(values)
        if any(value and value.tzinfo for value in values):
            raise ValueError("a moment of a time zone")
        return cls(np.array(values, dtype="datetime64[us]"))

    @classmethod
    def of_plain(cls, values: Iterable[str | None]) -> Moments:
        """Return moments that JSON has as texts.

        Raises:
            ValueError: One of them is none.
        """
        return cls.of([dt.datetime.fromisoformat(text) if text else None for text in values])

    @property
    def is_empty(self) -> bool:
        """Whether all of them are missing."""
        import numpy as np

        return bool(np.isnat(self.values).all())

    @property
    def days(self) -> Days:
        """The days that they are of, each once."""
        import numpy as np

        return Days(np.unique(self.values.astype("datetime64[D]")))

    @cached_property
    def listed(self) -> list[dt.datetime | None]:
        """All moments."""
        return self.values.tolist()  # type: ignore[no-any-return]

    def plain(self) -> list[Any]:
        """Return them as JSON has them."""
        return [value.isoformat() if value else None for value in self.listed]

    def __len__(self) -> int:
        return len(self.values)


class Days(Column[dt.date | None]):
    """Days, and None where one is missing.

    Args:
        values: Each of them, not a time where it is missing.
    """

    def __init__(self, values: NDArray[np.datetime64]) -> None:
        self.values = values

    @classmethod
    def of(cls, values: Iterable[dt.date | None]) -> Days:
        """Return days as a column."""
        import numpy as np

        return cls(np.array(list(values), dtype="datetime64[D]"))

    @classmethod
    def of_plain(cls, values: Iterable[str | None]) -> Days:
        """Return days that JSON has as texts.

        Raises:
            ValueError: One of them is none.
        """
        return cls.of([dt.date.fromisoformat(text) if text else None for text in values])

    @cached_property
    def listed(self) -> list[dt.date | None]:
        """All days."""
        return self.values.tolist()  # type: ignore[no-any-return]

    def plain(self) -> list[Any]:
        """Return them as JSON has them."""
        return [value.isoformat() if value else None for value in self.listed]

    def __len__(self) -> int:
        return len(self.values)


def _only(values: Iterable[object], *kinds: type) -> None:
    """Refuse values of another kind; a yes is no number.

    Raises:
        TypeError: There is one.
    """
    if odd := set(map(type, values)) - set(kinds):
        raise TypeError(f"not of its kind: {', '.join(sorted(kind.__name__ for kind in odd))}")
