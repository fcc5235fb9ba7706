"""What the software firm's year was, month by month: the figures that all files share.

They are those that the example's own records give, where it has them: visits and demo
requests of its indicators, followers of its page, results of its posts.  So files and
strategy tell one story.
"""

from __future__ import annotations

import datetime as dt
import random
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Month = tuple[int, int]

MONTHS: tuple[Month, ...] = ((2025, 11), (2025, 12), *((2026, month) for month in range(1, 11)))


def _by_month(*values: float) -> dict[Month, float]:
    return dict(zip(MONTHS, values, strict=True))


VISITS = _by_month(410, 372, 455, 470, 528, 541, 566, 590, 512, 468, 640, 690)
"""Visits from social networks; April was never read, and only the file knows it."""

DEMOS = _by_month(9, 8, 11, 10, 12, 11, 13, 12, 10, 9, 13, 14)
"""Demo requests of those visits; June was never read."""

ENGAGEMENT = _by_month(2.1, 2.0, 2.2, 2.3, 2.4, 2.3, 2.6, 2.7, 2.5, 2.4, 2.9, 3.0)
"""LinkedIn's reactions, comments and reposts for a hundred impressions."""

REACH = _by_month(
    14_200, 13_100, 15_200, 15_900, 16_800, 17_100, 17_800, 18_300, 14_900, 11_300, 21_400, 22_600
)
"""Different people who saw a post of the LinkedIn page."""

STOCK = _by_month(1840, 1862, 1904, 1951, 2018, 2069, 2133, 2190, 2217, 2241, 2338, 2436)
"""Followers of the LinkedIn page on the last day."""

STOCK_BEFORE = 1812

POSTS = _by_month(7, 3, 4, 7, 8, 8, 12, 10, 8, 2, 11, 9)
"""Posts of the LinkedIn page: 52 from May to October, two in August."""

FILMS = _by_month(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2)
"""Films on YouTube: twelve in 2026."""

SHOWN = 1.7
"""How often a person who is reached is shown something, on average."""

SPONSORED = ((2026, 3), (2026, 5), (2026, 9), (2026, 10))
"""Months in which a post of the page was paid for."""

HOLIDAYS = dt.date(2025, 12, 20), dt.date(2026, 1, 11)
"""Nothing is published between them."""

SUBJECTS = (
    "The Monday board of a dairy",
    "A spare part too many",
    "What a shutdown really costs",
    "Bearings, noise and patience",
    "Three words of a planner",
    "Why the list of urgent jobs grows",
    "One page for the night shift",
    "The tool crib, before and after",
    "How to say no to a fitter",
    "A plan that survives Tuesday",
    "Counting what did not break",
    "The form that nobody filled in",
    "Grease, dates and good intentions",
    "Who holds the key of the store?",
    "Two shifts, one logbook",
    "The repair that waited for a signature",
    "When the line stops at 4 p.m.",
)


@dataclass(frozen=True)
class Period:
    """A month of files, with chances that are the same each time."""

    month: Month
    first: dt.date
    last: dt.date
    chance: random.Random

    @classmethod
    def of(cls, month: Month) -> Period:
        """Return the period of a month."""
        first = dt.date(*month, 1)
        last = first.replace(day=monthrange(*month)[1])
        return cls(month, first, last, random.Random(f"gantrell {month}"))

    @property
    def stamp(self) -> str:
        """The month as files are named by it."""
        return f"{self.first:%Y-%m}"

    @property
    def days(self) -> list[dt.date]:
        """All its days."""
        return [self.first + dt.timedelta(n) for n in range((self.last - self.first).days + 1)]

    def weekdays(self, *wanted: int) -> list[dt.date]:
        """Return its days that fall on one of these days of the week, the holidays left out."""
        start, end = HOLIDAYS
        return [d for d in self.days if d.weekday() in wanted and not start <= d <= end]

    def split(self, total: float, weights: Sequence[float]) -> list[int]:
        """Return whole numbers that add up to `total`, in proportion to the weights."""
        whole = sum(weights)
        exact = [total * weight / whole for weight in weights]
        found = [int(value) for value in exact]
        left = round(total) - sum(found)
        # The largest remainders are rounded up; ties go to the first.
        order = sorted(range(len(exact)), key=lambda n: (found[n] - exact[n], n))
        for n in order[:left]:
            found[n] += 1
        return found

    def uneven(self, total: float, parts: int) -> list[int]:
        """Return `parts` numbers of about the same size that add up to `total`."""
        return self.split(total, [self.chance.uniform(0.5, 1.5) for _ in range(parts)])


def subjects(start: int) -> Iterator[str]:
    """Yield the subjects of posts from one of them on, round and round."""
    while True:
        yield SUBJECTS[start % len(SUBJECTS)]
        start += 1
