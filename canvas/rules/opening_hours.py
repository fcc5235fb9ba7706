"""Opening hours out of a sentence, in English or French, where it can be read for sure.

“Tuesday to Saturday, 8 to 19” or « Du lundi au vendredi, 9 h – 17 h 30 » say days and one
pair of hours.  Anything else — two pairs, no days, another language — is not read at all:
a rule that guesses annoys more than one that is silent.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

DAY = 24 * 60
WEEK = 7 * DAY
"""Minutes."""

_NAMES = (
    ("monday", "mon", "lundi", "lun"),
    ("tuesday", "tue", "mardi"),
    ("wednesday", "wed", "mercredi", "mer"),
    ("thursday", "thu", "jeudi", "jeu"),
    ("friday", "fri", "vendredi", "ven"),
    ("saturday", "sat", "samedi", "sam"),
    ("sunday", "sun", "dimanche", "dim"),
)
_NUMBER = {name: number for number, names in enumerate(_NAMES) for name in names}
_DAY = rf"(?:{'|'.join(sorted(_NUMBER, key=len, reverse=True))})s?"
_DAYS = re.compile(rf"\b({_DAY})\b(?:\s*(to|-|au|a|jusqu'au)\s*\b({_DAY})\b)?")
_WORKING = re.compile(r"\b(?:working days?|weekdays|jours? ouvres?|jours? ouvrables?)\b")
_ALL = re.compile(r"\b(?:every day|daily|each day|tous les jours|chaque jour|7 jours sur 7)\b")
_TIME = r"(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?"
_HOURS = re.compile(rf"\b{_TIME}\s*(?:to|-|a|until|jusqu'a)\s*{_TIME}(?![\d/])")


@dataclass(frozen=True, slots=True)
class Opening:
    """Days of the week, by number from Monday, and the hours of each of them in minutes."""

    days: frozenset[int]
    start: int
    end: int

    def minutes(self, first: int, last: int) -> int:
        """Return how many minutes are open between two minutes counted from a Monday."""
        return sum(
            max(0, min(last, day * DAY + self.end) - max(first, day * DAY + self.start))
            for day in range(first // DAY, last // DAY + 1)
            if day % 7 in self.days
        )


def opening(text: str) -> Opening | None:
    """Return the opening hours that a text says, None where that is not sure."""
    plain = _plain(re.split(r"[;(]", text)[0])
    hours = list(_HOURS.finditer(plain))
    if len(hours) != 1:
        return None
    start, end = (int(hours[0][n]) * 60 + int(hours[0][n + 1] or 0) for n in (1, 3))
    days = _days(plain)
    if not days or not 0 <= start < end <= DAY:
        return None
    return Opening(days, start, end)


def _days(plain: str) -> frozenset[int]:
    found: set[int] = set()
    if _ALL.search(plain):
        found.update(range(7))
    if _WORKING.search(plain):
        found.update(range(5))
    for match in _DAYS.finditer(plain):
        first = _NUMBER[_single(match[1])]
        last = _NUMBER[_single(match[3])] if match[3] else first
        found.update((first + n) % 7 for n in range((last - first) % 7 + 1))
    return frozenset(found)


def _single(day: str) -> str:
    return day if day in _NUMBER else day.removesuffix("s")


def _plain(text: str) -> str:
    """Return a text in small letters, without accents, with one kind of dash and space."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", re.sub(r"[‐-―]", "-", bare).replace("’", "'"))


def longest_wait(open_hours: Opening, presences: list[tuple[int, int]]) -> int:
    """Return for how many open minutes nobody is there, at the longest.

    Args:
        open_hours: When one is open.
        presences: From when to when somebody is there, in minutes from a Monday.
    """
    if not presences:
        return WEEK
    ordered = sorted(presences)
    longest, there_until = 0, ordered[-1][1] - WEEK
    for start, end in ordered:
        if start > there_until:
            longest = max(longest, open_hours.minutes(there_until, start))
        there_until = max(there_until, end)
    return longest


def spans(weekdays: list[int], start: dt.time | None, end: dt.time | None) -> list[tuple[int, int]]:
    """Return the minutes of a slot of the week; one that ends before it begins ends a day later."""
    first = start.hour * 60 + start.minute if start else 0
    last = end.hour * 60 + end.minute if end else DAY
    last += DAY if last < first else 0
    return [(day * DAY + first, day * DAY + last) for day in weekdays]
