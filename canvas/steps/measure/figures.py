"""Figures that came in files: days, posts, visits, audience, and how they merge.

They are too many to be records: a year of twelve accounts is thirty thousand of them.
Each file becomes one immutable *batch*, named by its digest and kept beside the log; a
`DataFile` record says that it counts, so that an import is undone, done again and seen in
the history like any other edit (ADR 10).

Overlaps merge by the same rules whatever the order of the files:

- a figure of a day: the higher value wins, since platforms complete their days late;
- a counter of a post: that of the file exported last wins; of the same day, the higher;
- visits of a period: the file exported last wins; where periods overlap, the shorter ones
  count, so that a month is not added to the year that holds it;
- audience: for each account and dimension, the file exported last.

What a person typed for the same day and account wins over every file; what was typed of a
flow stands for its whole month.  What is missing stays missing: nothing here ever becomes zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.posts import Counters, PostColumns, PostResult, published_days

__all__ = [
    "AudiencePart",
    "Batch",
    "Counters",
    "Daily",
    "PageFigures",
    "PostColumns",
    "PostResult",
    "Visit",
]


@dataclass(frozen=True, slots=True)
class Daily:
    """A figure of an account on a day.

    Attributes:
        account: Id of the account.
        metric: What is counted; flows are of this day alone, stocks are its level.
        scope: Total, organic or paid.
        day: The day.
        value: The figure; 0 is one.
    """

    account: str
    metric: Metric
    scope: Scope
    day: dt.date
    value: float


@dataclass(frozen=True, slots=True)
class Visit:
    """Visits of the site from one source over a period, as analytics count them.

    Attributes:
        first: First day.
        last: Last day.
        counters: Sessions, engaged sessions, key events, revenue (in major units) …
        channel: Default channel group, “Organic Social” for instance.
        source: Session source.
        medium: Session medium.
        campaign: Session campaign.
        content: Manual ad content, which is where a post's own mark is.
        page: Landing page.
    """

    first: dt.date
    last: dt.date
    counters: Counters
    channel: str = ""
    source: str = ""
    medium: str = ""
    campaign: str = ""
    content: str = ""
    page: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What it is about, without its period."""
        return self.channel, self.source, self.medium, self.campaign, self.content, self.page


@dataclass(frozen=True, slots=True)
class AudiencePart:
    """A part of an account's followers or visitors.

    Attributes:
        account: Id of the account.
        dimension: “location”, “job_function”, “seniority”, “industry”, “company_size”,
            “gender”, “age”, “followers_active”.
        label: The part, as the platform calls it.
        value: How many, or the share from 0 to 1 where `is_share`.
        is_share: Whether `value` is a share.
    """

    account: str
    dimension: str
    label: str
    value: float
    is_share: bool = False


@dataclass(frozen=True, slots=True)
class PageFigures:
    """A competitor's page, or one's own among them, over a period."""

    page: str
    first: dt.date | None
    last: dt.date | None
    counters: Counters


@dataclass(frozen=True, slots=True)
class Batch:
    """What one file says.

    Attributes:
        platform: Whose file it is.
        grain: What a line is about.
        read_on: The day when the platform wrote it.
        unknown: Columns that no figure is known for: title and values as text, kept so
            that nothing of the file is lost.
    """

    platform: Platform
    grain: Grain
    read_on: dt.date
    daily: tuple[Daily, ...] = ()
    posts: Sequence[PostResult] = ()
    visits: tuple[Visit, ...] = ()
    audience: tuple[AudiencePart, ...] = ()
    pages: tuple[PageFigures, ...] = ()
    unknown: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day that it speaks of; None where it names none."""
        found = {point.day for point in self.daily}
        found |= published_days(self.posts)
        found |= {day for visit in self.visits for day in (visit.first, visit.last)}
        found |= {day for page in self.pages for day in (page.first, page.last) if day}
        return (min(found), max(found)) if found else None
