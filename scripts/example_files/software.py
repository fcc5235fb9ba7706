"""The software firm's year of files, month by month."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.strategy import Strategy
from scripts.example_files import linkedin, others
from scripts.example_files.facts import MONTHS, Month, Period


def files(strategy: Strategy) -> Iterator[tuple[str, bytes]]:
    """Yield all files, each with the name that its platform gives it."""
    for month in MONTHS:
        yield from files_of(strategy, month)


def files_of(strategy: Strategy, month: Month) -> Iterator[tuple[str, bytes]]:
    """Yield the files of one month."""
    period = Period.of(month)
    posts = linkedin.posts(strategy, period)
    yield f"gantrell_content_{period.stamp}.xlsx", linkedin.content(period, posts)
    yield f"gantrell_followers_{period.stamp}.xlsx", linkedin.followers(period)
    yield f"Instagram_{period.stamp}.csv", others.instagram(period)
    yield f"Facebook_{period.stamp}.csv", others.facebook(period)
    films = f"Content {period.first}_{period.last} Gantrell Workshop.zip"
    yield films, others.youtube(strategy, period)
    yield f"Traffic_acquisition_{period.stamp}.csv", others.analytics(strategy, period)
