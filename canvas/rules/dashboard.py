"""All that a dashboard or a report says of a period, computed once (C15–C18, C50–C54, C149).

Presentation-free: values, records and sentences to translate.  What is not known is
`None`, and is named among `missing`; nothing is guessed and nothing missing is zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_accounts import (
    AccountFigures,
    Split,
    account_figures,
    followers_on,
    splits,
)
from canvas.rules.dashboard_key import KeyFigure, dates_of, key_figure
from canvas.rules.dashboard_period import Span, last_day
from canvas.rules.dashboard_posts import PostFigures, post_figures
from canvas.rules.dashboard_times import Times, times
from canvas.rules.dashboard_voice import (
    MentionFigures,
    ResponseFigures,
    mention_figures,
    response_figures,
)
from canvas.rules.feeds import Months
from canvas.steps.audit.accounts import Account, AccountSnapshot
from canvas.steps.audit.figures import snapshots
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.follow_up import Mention
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.readings import PostMetric, Reading
from canvas.steps.measure.story import key_indicators
from canvas.steps.objectives.indicators import Hashtag, InteractionWeights, Kpi, ReachRate
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.rhythm import BestTime
from canvas.steps.segments.service import ResponseTarget

NEEDED: tuple[type[Record], ...] = (
    Account, AccountSnapshot, BestTime, Hashtag, InteractionWeights, Kpi, Mention, Objective,
    Post, PostMetric, ReachRate, Reading, ResponseTarget, Settings,
)  # fmt: skip
"""The records that a dashboard is made of: while none changes, neither does it."""


@dataclass(frozen=True, slots=True)
class Since:
    """Something at the start, and some months later.

    Attributes:
        record: The indicator or the account.
        start: Its value at the start.
        started: The day of it, None where nobody said.
        value: Its value now.
        day: The day of it.
    """

    record: Kpi | Account
    start: float
    started: dt.date | None
    value: float
    day: dt.date

    @property
    def months(self) -> int | None:
        """How many months have passed, rounded; None where the start has no day."""
        return None if self.started is None else round((self.day - self.started).days / 30.44)

    @property
    def said(self) -> Message:
        """How much later, in words."""
        if self.months is None:
            return say(N_("since the start"))
        return say_count("{n} month later", "{n} months later", self.months)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A period as figures and sentences.

    Attributes:
        span: The period.
        keys: The key indicators, in their order.
        accounts: The accounts, those with most followers first.
        splits: What is known in its organic and its paid part.
        posts: The posts of the period.
        mentions: What was said of the brand.
        responses: How fast people are answered.
        times: When posts do well.
        since: Indicators and accounts at the start, and now.
        missing: What the whole lacks, in sentences.
    """

    span: Span
    keys: tuple[KeyFigure, ...]
    accounts: tuple[AccountFigures, ...]
    splits: tuple[Split, ...]
    posts: PostFigures
    mentions: MentionFigures
    responses: tuple[ResponseFigures, ...]
    times: Times
    since: tuple[Since, ...]
    missing: tuple[Message, ...]


def dashboard(strategy: Strategy, figures: Figures, span: Span) -> Dashboard:
    """Return all that is to be said of a period."""
    months = Months(strategy, figures)
    keys = tuple(key_figure(strategy, months, kpi, span) for kpi in key_indicators(strategy))
    accounts = account_figures(strategy, months, span)
    return Dashboard(
        span,
        keys,
        accounts,
        splits(months, span),
        post_figures(strategy, figures, span),
        mention_figures(strategy, span),
        response_figures(strategy, figures, span),
        times(strategy, figures, span),
        tuple(since_start(strategy, months, keys, accounts, span)),
        tuple(_missing(keys, accounts)),
    )


def since_start(
    strategy: Strategy,
    months: Months,
    keys: tuple[KeyFigure, ...],
    accounts: tuple[AccountFigures, ...],
    span: Span,
) -> Iterator[Since]:
    """Yield each key indicator and account at its start and at the end of a period (C149)."""
    for key in keys:
        known = key.course.last_between((1, 1), span.months[-1])
        if key.course.baseline is not None and known is not None:
            month, value = known
            end = last_day(month)
            start = _baseline_day(strategy, key.kpi)
            if start is None or start < end:
                yield Since(key.kpi, key.course.baseline, start, value, end)
    for one in accounts:
        first = _first_followers(strategy, months, one.account)
        if first and one.followers and first[0] < one.followers.day:
            yield Since(one.account, first[1], first[0], one.followers.value, one.followers.day)


def _baseline_day(strategy: Strategy, kpi: Kpi) -> dt.date | None:
    flagged = [r.date for r in strategy.of(Reading) if r.kpi == kpi.id and r.is_baseline and r.date]
    if flagged:
        return flagged[0]
    objective = strategy.linked(Objective, kpi.objective)
    if objective is not None and objective.baseline_date:
        return objective.baseline_date
    return dates_of(strategy, kpi)[0]


def _first_followers(
    strategy: Strategy, months: Months, account: Account
) -> tuple[dt.date, float] | None:
    """Return the followers that an account started from: those flagged, else the oldest."""
    known = [
        (s.date, float(s.followers), s.is_baseline)
        for s in snapshots(strategy, account.id)
        if s.date and s.followers is not None
    ]
    flagged = [(day, value) for day, value, is_start in known if is_start]
    if flagged:
        return flagged[-1]
    read = months.figures.days(account.id, Metric.FOLLOWERS)
    days = [*(day for day, _, _ in known), *read]
    if not days:
        return None
    level = followers_on(strategy, months, account.id, min(days))
    return (level.day, level.value) if level else None


def _missing(
    keys: tuple[KeyFigure, ...], accounts: tuple[AccountFigures, ...]
) -> Iterator[Message]:
    if len(keys) < 3:
        yield say_count(
            "Three key indicators make a dashboard; {n} is chosen.",
            "Three key indicators make a dashboard; {n} are chosen.",
            len(keys),
        )
    if not accounts:
        yield say(N_("No account is written down in the audit yet."))
