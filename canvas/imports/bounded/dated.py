"""Read a column of days and times at once, where all are written alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from canvas.imports.bounded.column import TextColumn

_DAY = len("31/12/2026")
_CLOCKS = {0: "", 6: "##:##", 9: "##:##:##"}
"""What stands after a day, by the letters that it takes with the mark between them."""

_DAYS = ("##-##-####", "####-##-##")
_MARKS = np.frombuffer(b"-/.", np.uint8)
_ISO_MARKS = np.frombuffer(b"-", np.uint8)
_BETWEEN = np.frombuffer(b" T", np.uint8)
_COLON = np.frombuffer(b":", np.uint8)
_ZERO = np.uint8(ord("0"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A column of days with times, each different day and time once.

    Attributes:
        days: The days, as they are written.
        day_of: For each line, which of the days it has.
        clocks: The times, as they are written; "" for midnight.
        clock_of: For each line, which of the times it has.
    """

    days: tuple[str, ...]
    day_of: NDArray[np.intp]
    clocks: tuple[str, ...]
    clock_of: NDArray[np.intp]

    def moments(
        self, day: Callable[[str], dt.date | None], clock: Callable[[str], dt.time]
    ) -> NDArray[np.datetime64]:
        """Return the moments in microseconds, each day and time read once."""
        days = np.array([day(text) for text in self.days], "datetime64[D]")
        times = [clock(text) for text in self.clocks]
        seconds = np.array([60 * (60 * t.hour + t.minute) + t.second for t in times])
        found = days.astype("datetime64[us]")[self.day_of]
        moments: NDArray[np.datetime64] = found + seconds.astype("timedelta64[s]")[self.clock_of]
        return moments


def dated(cells: TextColumn) -> Dated | None:
    """Return the days and times of a column of “31/12/2026 23:59” or “2026-12-31T23:59:59”."""
    if not len(cells):
        return None
    size = int(cells.sizes[0])
    clock = _CLOCKS.get(size - _DAY)
    if clock is None or (cells.sizes != size).any():
        return None
    letters = [cells.letter(n) for n in range(size)]
    shaped = (_code(letters[:_DAY], day, _ISO_MARKS if n else _MARKS)
              for n, day in enumerate(_DAYS))  # fmt: skip
    day_codes = next((one for one in shaped if one is not None), None)
    if day_codes is None:
        return None
    clock_codes = np.zeros(len(cells), np.int64)
    if clock:
        if not np.isin(letters[_DAY], _BETWEEN).all():
            return None
        told = _code(letters[_DAY + 1 :], clock, _COLON)
        if told is None:
            return None
        clock_codes = told
    day_places, day_of = _once(day_codes)
    clock_places, clock_of = _once(clock_codes)
    return Dated(
        tuple(cells[n][:_DAY] for n in day_places), day_of,
        tuple(cells[n][_DAY + 1 :] for n in clock_places), clock_of,
    )  # fmt: skip


def _code(
    letters: Sequence[NDArray[np.uint8]], shape: str, marks: NDArray[np.uint8]
) -> NDArray[np.int64] | None:
    """Return the digits of texts as one number each; None where one is of another shape."""
    found = np.zeros(len(letters[0]), np.int64)
    for letter, kind in zip(letters, shape, strict=True):
        if kind == "#":
            digit = letter - _ZERO
            if (digit > 9).any():
                return None
            found = found * 10 + digit
        elif not np.isin(letter, marks).all():
            return None
    return found


def _once(codes: NDArray[np.int64]) -> tuple[list[int], NDArray[np.intp]]:
    """Return where each code first stands, and which of them each line has."""
    _, places, which = np.unique(codes, return_index=True, return_inverse=True)
    return places.tolist(), which
