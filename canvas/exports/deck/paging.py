"""Which rows go on which page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def fill_pages(heights: Sequence[float], room: float) -> list[range]:
    """Return which rows go on which page, each page filled before the next is begun.

    A row higher than a page gets a page of its own.
    """
    pages: list[range] = []
    start, used = 0, 0.0
    for at, high in enumerate(heights):
        if at > start and used + high > room + 0.01:
            pages.append(range(start, at))
            start, used = at, 0.0
        used += high
    if start < len(heights):
        pages.append(range(start, len(heights)))
    return pages


def pack(heights: Sequence[float], room: float) -> list[range]:
    """Return which rows go on which page: as few pages, but evenly filled."""
    pages = fill_pages(heights, room)
    if len(pages) <= 1:
        return pages
    low = min(max(*heights, sum(heights) / len(pages)), room)
    steps = [low + (room - low) * step / 64 for step in range(65)]
    best = bisect_left(steps, -len(pages), key=lambda tried: -len(fill_pages(heights, tried)))
    return fill_pages(heights, steps[min(best, 64)])
