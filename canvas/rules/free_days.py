"""Days that stand out in a calendar because the strategy says so (C104)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.strategy import Strategy
from canvas.steps.frame.year import Highlight, HighlightKind


def school_days(strategy: Strategy, first: dt.date, last: dt.date) -> dict[dt.date, str]:
    """Return the school-free days between two days, both included, with what they are called.

    No library knows them for all countries: they are the highlights of this kind.
    """
    found: dict[dt.date, str] = {}
    for highlight in strategy.of(Highlight):
        if highlight.kind is HighlightKind.SCHOOL_BREAK:
            for day in _days(highlight, first, last):
                found.setdefault(day, highlight.title)
    return dict(sorted(found.items()))


def highlights(
    strategy: Strategy, first: dt.date, last: dt.date
) -> dict[dt.date, tuple[Highlight, ...]]:
    """Return the moments of the year by day, school holidays left out."""
    found: dict[dt.date, tuple[Highlight, ...]] = {}
    for highlight in strategy.of(Highlight):
        if highlight.kind is not HighlightKind.SCHOOL_BREAK:
            for day in _days(highlight, first, last):
                found[day] = (*found.get(day, ()), highlight)
    return dict(sorted(found.items()))


def _days(highlight: Highlight, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield the days of a highlight that fall in a period; one without an end is a day."""
    if highlight.date_from is None:
        return
    start = max(highlight.date_from, first)
    end = min(highlight.date_to or highlight.date_from, last)
    for number in range((end - start).days + 1):
        yield start + dt.timedelta(number)
