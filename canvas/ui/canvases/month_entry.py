"""The figures of a month in two minutes: three indicators, each account's followers (C137)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard_accounts import Level, followers_on
from canvas.rules.dashboard_period import Span, period
from canvas.rules.feeds import Months, course, exists_in
from canvas.services.clock import local_now
from canvas.steps.audit.accounts import Account, AccountState
from canvas.steps.measure.choices import Metric, ReadingOrigin, Scope
from canvas.steps.measure.readings import Reading
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.measure.story import key_indicators
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.wording import figure
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.month import Ask, AskGroup, month
from canvas.ui.markdown import plain
from canvas.ui.state import figures

MOST_KEYS = 3
"""Indicators that are asked for; more would take longer than two minutes."""

OFFERED = 12
"""Months that one may fill in, back from today."""


def month_entry(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice of a month, and what it asks for."""
    now = period(ReportPeriod.MONTH, local_now(strategy).date())
    spans = [now]
    while len(spans) < OFFERED:
        spans.append(spans[-1].previous)
    by_key = {span.key: span for span in spans}
    chosen = st.selectbox(
        tr(N_("Month to fill in")),
        list(by_key),
        index=1,
        format_func=lambda key: tr.month(by_key[key].first),
        key="month-entry",
        width=320,
    )
    text = N_("Leave empty what you do not know: it stays missing, and is never taken for zero.")
    st.caption(plain(tr(text)))
    asked_in(strategy, by_key.get(chosen or spans[1].key, spans[1]), tr)
    way_to(Reading, strategy, tr)


def asked_in(strategy: Strategy, span: Span, tr: Translator) -> None:
    """Draw what a month asks for; where nothing can be asked, what to write down first."""
    keys, accounts = key_indicators(strategy)[:MOST_KEYS], list(_accounts(strategy, span))
    if not keys:
        text = N_(
            "Write down three indicators and tick them as key: their figures are asked for here."
        )
        st.markdown(plain(tr(text)))
        editor(Kpi, strategy, tr)
    if not accounts:
        text = N_("Write down your accounts first: their followers are asked for here.")
        st.markdown(plain(tr(text)))
        way_to(Account, strategy, tr)
    if not keys and not accounts:
        return
    months = Months(strategy, figures().of(strategy))
    groups = [
        AskGroup(
            tr(N_("Key indicators: {month}"), month=tr.month(span.first)),
            [_indicator(strategy, months, kpi, span, tr) for kpi in keys],
        ),
        AskGroup(
            tr(N_("Followers at the end of the month: {month}"), month=tr.month(span.first)),
            [_followers(strategy, months, account, span, tr) for account in accounts],
        ),
    ]
    month(
        strategy, [group for group in groups if group.asks], tr, key="month-figures", name=span.key
    )


def _accounts(strategy: Strategy, span: Span) -> Iterator[Account]:
    """Yield the accounts that somebody keeps."""
    for account in strategy.of(Account):
        named = account.handle or account.network
        kept = account.state is not AccountState.ABANDONED
        if named and kept and exists_in(strategy, account.id, span.months[0]):
            yield account


def _indicator(strategy: Strategy, months: Months, kpi: Kpi, span: Span, tr: Translator) -> Ask:
    found = course(strategy, months.figures, kpi, months)
    before = found.last_between(span.previous.months[0], span.previous.months[0])
    now = found.last_between(span.months[0], span.months[0])
    hint = ""
    if now is not None and now[0] in found.fed:
        hint = _from_files(tr.said(figure(now[1], kpi.unit)), tr)
    fixed = {"date": span.last.isoformat(), "kpi": kpi.id, **_TYPED}
    typed = _typed_in(strategy, span, kpi=kpi.id)
    said = tr.said(figure(before[1], kpi.unit)) if before else ""
    return Ask(kpi.id, kpi.name, kpi.unit, _before(said, span, tr), hint, typed, fixed)


def _followers(
    strategy: Strategy, months: Months, account: Account, span: Span, tr: Translator
) -> Ask:
    typed = _typed_in(strategy, span, account=account.id, metric=Metric.FOLLOWERS)
    now = followers_on(strategy, months, account.id, span.last)
    hint = ""
    if typed is None and now is not None and span.holds(now.day):
        hint = _from_files(tr.number(now.value, decimals=0), tr)
    fixed = {
        "date": span.last.isoformat(),
        "account": account.id,
        "metric": str(Metric.FOLLOWERS),
        **_TYPED,
    }
    before = _level(followers_on(strategy, months, account.id, span.previous.last), span, tr)
    name = account.handle or tr.label(account.network)
    network = tr.label(account.network) if account.handle else ""
    return Ask(account.id, name, network, before, hint, typed, fixed)


_TYPED = {"scope": str(Scope.TOTAL), "origin": str(ReadingOrigin.TYPED)}


def _typed_in(
    strategy: Strategy,
    span: Span,
    *,
    kpi: str = "",
    account: str = "",
    metric: Metric | None = None,
) -> Reading | None:
    """Return the latest reading of the month that answers the question."""
    found = [
        reading
        for reading in strategy.of(Reading)
        if reading.kpi == kpi
        and reading.account == account
        and (kpi or reading.metric is metric)
        and reading.scope in (None, Scope.TOTAL)
        and reading.date is not None
        and span.holds(reading.date)
    ]
    return max(found, key=lambda reading: reading.date or dt.date.min, default=None)


def _before(said: str, span: Span, tr: Translator) -> str:
    name = tr.month(span.previous.first)
    if not said:
        return tr(N_("{month}: nothing"), month=name)
    return tr(N_("{month}: {value}"), month=name, value=said)


def _level(level: Level | None, span: Span, tr: Translator) -> str:
    if level is None:
        return _before("", span, tr)
    said = tr.number(level.value, decimals=0)
    if span.previous.holds(level.day):
        return _before(said, span, tr)
    return tr(N_("{date}: {value}"), date=tr.date(level.day, "medium"), value=said)


def _from_files(said: str, tr: Translator) -> str:
    return tr(N_("Known already: {value}. Write only to correct it."), value=said)
