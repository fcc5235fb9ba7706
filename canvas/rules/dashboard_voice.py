"""What is said of the brand over a period, and how fast people are answered (C51, C78)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Progress, Sentiment
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.follow_up import Mention
from canvas.steps.measure.merged import Figures
from canvas.steps.segments.service import ResponseTarget


@dataclass(frozen=True, slots=True)
class MentionFigures:
    """What others said in a period.

    Attributes:
        mentions: All of them, the latest first.
        by_sentiment: How many speak well, neither, or badly of the brand.
        before: How many there were in the period before.
        waiting: Those that nobody has dealt with.
        said: The result in sentences, with what is missing.
    """

    mentions: tuple[Mention, ...]
    by_sentiment: Mapping[Sentiment, int]
    before: int
    waiting: tuple[Mention, ...]
    said: tuple[Message, ...]

    @property
    def positive_share(self) -> float | None:
        """The part that speaks well, of those whose feeling is known."""
        known = sum(self.by_sentiment.values())
        return self.by_sentiment.get(Sentiment.POSITIVE, 0) / known if known else None


def mention_figures(strategy: Strategy, span: Span) -> MentionFigures:
    """Return what was said of the brand in a period."""
    dated = [(mention, mention.date) for mention in strategy.of(Mention) if mention.date]
    inside = [mention for mention, day in dated if span.holds(day)]
    inside.sort(key=lambda mention: str(mention.date), reverse=True)
    counts = Counter(m.sentiment for m in inside if m.sentiment is not None)
    done = (Progress.DONE, Progress.DROPPED)
    found = MentionFigures(
        tuple(inside),
        {sentiment: counts[sentiment] for sentiment in Sentiment if counts[sentiment]},
        sum(span.previous.holds(day) for _, day in dated),
        tuple(mention for mention in inside if mention.status not in done),
        (),
    )
    return MentionFigures(
        found.mentions, found.by_sentiment, found.before, found.waiting, tuple(_mentions(found))
    )


def _mentions(found: MentionFigures) -> Iterator[Message]:
    if not found.mentions:
        yield say(N_("No mention was noted in this period."))
        return
    share = found.positive_share
    if share is not None:
        yield say_count(
            "The feeling of {n} mention is known; positive: {share}.",
            "The feeling of {n} mentions is known; positive: {share}.",
            sum(found.by_sentiment.values()),
            share=Share(round(share, 2)),
        )
    unknown = len(found.mentions) - sum(found.by_sentiment.values())
    if unknown:
        yield say_count(
            "The feeling of {n} mention is not noted.",
            "The feeling of {n} mentions is not noted.",
            unknown,
        )
    if found.waiting:
        yield say_count(
            "{n} mention waits for an answer.",
            "{n} mentions wait for an answer.",
            len(found.waiting),
        )


@dataclass(frozen=True, slots=True)
class ResponseFigures:
    """How fast people are answered on one network, against what was promised.

    Attributes:
        target: What was promised.
        hours: The usual time, in hours; None where nobody measured it.
        read_on: When it was measured, None where nobody said.
        in_period: Whether that was in the period.
        said: The verdict, in words.
        fits: Whether the aim is kept; None where it cannot be said.
    """

    target: ResponseTarget
    hours: float | None
    read_on: dt.date | None
    in_period: bool
    said: Message
    fits: bool | None


def response_figures(
    strategy: Strategy, figures: Figures, span: Span
) -> tuple[ResponseFigures, ...]:
    """Return the response times of the networks that have an aim.

    The latest reading until the end of the period counts, else what the aim's own line
    says was measured.  Of several accounts of a network, the slowest counts.
    """
    return tuple(
        _response(target, *_measured(strategy, figures, target, span), span)
        for target in strategy.of(ResponseTarget)
        if target.network is not None
    )


def _measured(
    strategy: Strategy, figures: Figures, target: ResponseTarget, span: Span
) -> tuple[float | None, dt.date | None]:
    latest: list[tuple[dt.date, float]] = []
    for account in strategy.of(Account):
        if account.network is target.network:
            days = figures.days(account.id, Metric.RESPONSE_TIME)
            known = [day for day in days if day <= span.last]
            if known:
                latest.append((max(known), days[max(known)]))
    if latest:
        newest = max(day for day, _ in latest)
        return max(hours for day, hours in latest if day == newest), newest
    if target.measured_on is None or target.measured_on <= span.last:
        return target.measured_median_h, target.measured_on
    return None, None


def _response(
    target: ResponseTarget, hours: float | None, read_on: dt.date | None, span: Span
) -> ResponseFigures:
    in_period = read_on is not None and span.holds(read_on)
    fits: bool | None = None
    if hours is None:
        said = say(N_("Nobody has measured it yet."))
    elif target.target_h is None:
        said = say(N_("Measured: {hours} h; no aim is set."), hours=hours)
    elif hours <= target.target_h:
        fits = True
        said = say(N_("{hours} h: within the aim of {aim} h."), hours=hours, aim=target.target_h)
    elif target.max_h is not None and hours > target.max_h:
        fits = False
        said = say(N_("{hours} h: beyond the maximum of {most} h."), hours=hours, most=target.max_h)
    else:
        fits = False
        said = say(
            N_("{hours} h: slower than the aim of {aim} h."), hours=hours, aim=target.target_h
        )
    return ResponseFigures(target, hours, read_on, in_period, said, fits)
