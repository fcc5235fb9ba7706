"""What results are worth: how many there were, what one brings, which part is ours (C140).

How many there were is read from figures.  An indicator that counts a month at a time is
added up over the months; one that is a level, such as the reviews so far, counts by how
much it rose; a rate counts nothing.  Months without a figure are named: the sum of the
others is then the least that there was.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvas.domain.messages import N_, CalendarMonth, Message, say
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span
from canvas.rules.feeds import FLOWS, Months, course
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.returns import credited
from canvas.steps.measure.series import Month
from canvas.steps.measure.value import RoiValue
from canvas.steps.objectives.agreement import LeadPolicy
from canvas.steps.objectives.indicators import Kpi, Measure

USUAL_COLD = 0.95
"""The part of contacts that will not buy now, until one's own figures say better."""

RATES = frozenset(
    {Measure.CONVERSION_RATE, Measure.ENGAGEMENT_BY_VIEWS, Measure.RESPONSE_TIME,
     Measure.SENTIMENT}
)  # fmt: skip
"""Measures of which there are not so and so many."""

_A_TIME = re.compile(r"month|mois|mensuel|week|semaine|hebdo|quarter|trimestre", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were in a period.

    Attributes:
        value: The number, None where nothing is known of it.
        source: Where it is read.
        missing: What is not known, in sentences; then it is the least that there was.
    """

    value: float | None
    source: Said
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Gain:
    """One kind of result over a period.

    Attributes:
        value: What one is worth.
        count: How many there were.
        amount: Number × worth × part due to social media, in minor units; None where
            one of them is missing.
        is_added: Whether it is part of the total: it is not where another result counts
            the same people.
        is_contact: Whether it counts people who left an address, and did not buy yet.
        warm: What it comes to if only contacts who may buy now count.
        missing: What is not known, in sentences.
    """

    value: RoiValue
    count: Count
    amount: int | None
    is_added: bool
    is_contact: bool
    warm: int | None
    missing: tuple[Message, ...]


def cold_rate(strategy: Strategy) -> float:
    """Return the part of contacts that will not buy now."""
    said = strategy.one(LeadPolicy).cold_rate
    return USUAL_COLD if said is None else said


def gains(strategy: Strategy, months: Months, span: Span) -> tuple[Gain, ...]:
    """Return what each kind of result came to in a period."""
    return tuple(
        _gain(strategy, months, value, span)
        for value in strategy.of(RoiValue)
        if not value.is_blank()
    )


def _gain(strategy: Strategy, months: Months, value: RoiValue, span: Span) -> Gain:
    count = count_of(strategy, months, value, span)
    is_contact = counts_contacts(strategy, value)
    amount = None
    if count.value is not None and value.value_each is not None:
        amount = round(count.value * credited(value))
    warm = amount
    if amount is not None and is_contact:
        warm = round(amount * (1 - cold_rate(strategy)))
    missing = list(count.missing)
    if value.value_each is None:
        missing.append(say(N_("“{result}” has no worth yet."), result=value.name))
    return Gain(
        value, count, amount, not _is_within(strategy, value), is_contact, warm, tuple(missing)
    )


def _is_within(strategy: Strategy, value: RoiValue) -> bool:
    """Return whether another result counts the same people; two in a ring do not both go."""
    seen = {value.id}
    holder = strategy.linked(RoiValue, value.counted_in)
    while holder is not None:
        if holder.id in seen:
            return value.id != min(seen)
        seen.add(holder.id)
        following = strategy.linked(RoiValue, holder.counted_in)
        if following is None:
            return True
        holder = following
    return False


def counts_contacts(strategy: Strategy, value: RoiValue) -> bool:
    """Return whether a result is a contact rather than a client."""
    kpi = strategy.linked(Kpi, value.kpi)
    if kpi is not None:
        return kpi.measure is Measure.CONTACTS
    return value.metric is Metric.CONTACTS


def count_of(strategy: Strategy, months: Months, value: RoiValue, span: Span) -> Count:
    """Return how many results of a kind there were in a period."""
    kpi = strategy.linked(Kpi, value.kpi)
    if kpi is not None:
        return kpi_count(strategy, months, kpi, span)
    if value.metric is not None:
        return metric_count(months, value.metric, span)
    unknown = say(N_("“{result}” is linked to no indicator that counts it."), result=value.name)
    return Count(None, "", (unknown,))


def kpi_count(strategy: Strategy, months: Months, kpi: Kpi, span: Span) -> Count:
    """Return how many an indicator counted in a period."""
    if kpi.measure in RATES or "%" in kpi.unit:
        return Count(
            None, kpi.name, (say(N_("“{name}” is a rate: it counts nothing."), name=kpi.name),)
        )
    found = course(strategy, months.figures, kpi, months)
    known = {m: v for m, v in zip(found.months, found.values, strict=True) if v is not None}
    if _is_flow(kpi):
        return _added(known, span, kpi.name)
    before = [month for month in known if month < span.months[0]]
    start = known[max(before)] if before else found.baseline
    return _risen(known, start, span, kpi.name)


def _is_flow(kpi: Kpi) -> bool:
    if kpi.measure in FLOWS:
        return True
    if kpi.measure is Measure.FOLLOWERS:
        return False
    return bool(_A_TIME.search(kpi.unit))


def metric_count(months: Months, metric: Metric, span: Span) -> Count:
    """Return how many a figure counted in a period, all accounts together."""
    name = say(metric.label)
    if metric.is_rate:
        return Count(None, name, (say(N_("“{name}” is a rate: it counts nothing."), name=name),))
    by_account = [
        found for account in ("", *months.figures.accounts) if (found := months.of(account, metric))
    ]
    # A figure for all accounts together holds theirs.
    if months.of("", metric):
        by_account = by_account[:1]
    everywhere = [set(found) for found in by_account]
    known = {
        month: sum(found[month].value for found in by_account)
        for month in (set.intersection(*everywhere) if everywhere else ())
        if all(found[month].is_whole for found in by_account)
    }
    if not metric.is_stock:
        return _added(known, span, name)
    before = [month for month in known if month < span.months[0]]
    return _risen(known, known[max(before)] if before else None, span, name)


def _added(known: Mapping[Month, float], span: Span, name: Said) -> Count:
    inside = [known[month] for month in span.months if month in known]
    source = say(N_("“{name}”, month by month"), name=name)
    return Count(sum(inside) if inside else None, source, tuple(_months_missing(known, span, name)))


def _months_missing(known: Mapping[Month, float], span: Span, name: Said) -> Iterator[Message]:
    empty = [CalendarMonth(*month) for month in span.months if month not in known]
    if len(empty) == len(span.months):
        yield say(N_("“{name}” has no figure in this period."), name=name)
    elif empty:
        yield say(N_("“{name}” has no figure for {months}."), name=name, months=empty)


def _risen(known: Mapping[Month, float], start: float | None, span: Span, name: Said) -> Count:
    inside = [month for month in span.months if month in known]
    if not inside:
        return Count(None, name, (say(N_("“{name}” has no figure in this period."), name=name),))
    if start is None:
        unknown = say(N_("“{name}” has no figure from before, to see how much it rose."), name=name)
        return Count(None, name, (unknown,))
    source = say(N_("“{name}”: how much it rose"), name=name)
    return Count(known[inside[-1]] - start, source)


def contacts(strategy: Strategy, months: Months, span: Span) -> Count | None:
    """Return how many contacts there were, None where nothing counts them.

    Where several indicators count contacts, the key one does, else the first.
    """
    counting = [k for k in strategy.of(Kpi) if k.measure is Measure.CONTACTS and k.name]
    if counting:
        # Applicants and downloads may be contacts too: the key indicator is what is meant.
        kpi = min(counting, key=lambda kpi: not kpi.is_key)
        return kpi_count(strategy, months, kpi, span)
    known = any(months.of(account, Metric.CONTACTS) for account in ("", *months.figures.accounts))
    return metric_count(months, Metric.CONTACTS, span) if known else None


def first_of(month: Month) -> dt.date:
    """Return the first day of a month."""
    return dt.date(*month, 1)
