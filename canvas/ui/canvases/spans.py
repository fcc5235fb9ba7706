"""The choice of a month, a quarter or a year over a canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard_period import Span, opening_period, periods_known
from canvas.services.clock import local_now
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod
from canvas.ui.markdown import option
from canvas.ui.state import dashboards

KINDS = {
    ReportPeriod.MONTH: N_("Month"),
    ReportPeriod.QUARTER: N_("Quarter"),
    ReportPeriod.YEAR: N_("Year"),
}

Offered = Callable[[ReportPeriod], tuple[Sequence[Span], Span]]
"""The spans of a kind that may be chosen, and the one that it opens on."""


def chosen_span(
    strategy: Strategy,
    known: Figures,
    tr: Translator,
    *,
    key: str,
    kind: ReportPeriod = ReportPeriod.MONTH,
    labelled: bool = True,
) -> Span | None:
    """Draw the choice of a period and return it; None where no figure is known at all.

    Args:
        strategy: Where the first day is, from which quarters are counted.
        known: The figures; only periods that they speak of are offered.
        tr: The reader's language.
        key: What its controls are called.
        kind: What it opens on.
        labelled: Whether its labels are seen, and not only read aloud.
    """
    months = dashboards().months(strategy, known)
    if not months:
        return None

    def offered(kind: ReportPeriod) -> tuple[Sequence[Span], Span]:
        spans = periods_known(strategy, months, kind)
        return spans, opening_period(spans, local_now(strategy).date()) or spans[0]

    labels = tr(N_("Period")), tr(N_("Period shown"))
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}-period"):
        return span_controls(labels, offered, tr, key=key, kind=kind, labelled=labelled)


def span_controls(
    labels: tuple[str, str],
    offered: Offered,
    tr: Translator,
    *,
    key: str,
    kind: ReportPeriod = ReportPeriod.MONTH,
    labelled: bool = True,
) -> Span:
    """Draw the two controls of a period, its kind and which one, and return it.

    Args:
        labels: What the two controls are called.
        offered: What may be chosen of a kind.
        tr: The reader's language.
        key: What the controls are called in tests.
        kind: What it opens on.
        labelled: Whether the labels are seen, and not only read aloud.
    """
    seen: Literal["visible", "collapsed"] = "visible" if labelled else "collapsed"
    chosen = st.segmented_control(
        labels[0],
        list(KINDS),
        format_func=lambda kind: option(tr(KINDS[kind])),
        default=kind,
        key=f"{key}-kind",
        label_visibility=seen,
        required=True,
        width="content",
    )
    kind = chosen or kind
    spans, usual = offered(kind)
    by_key = {span.key: span for span in spans}
    shown = st.selectbox(
        labels[1],
        list(by_key),
        index=list(by_key).index(usual.key),
        format_func=lambda name: period_said(by_key[name], tr),
        key=f"{key}-{kind}",
        label_visibility=seen,
        width=320,
    )
    return by_key.get(shown or usual.key, usual)


def period_said(span: Span, tr: Translator) -> str:
    """Return a period as it is read: “October 2026”, “2026”, “July 2026 – September 2026”."""
    if span.kind is ReportPeriod.MONTH:
        return tr.month(span.first)
    if span.kind is ReportPeriod.YEAR and span.first.month == 1:
        return str(span.first.year)
    return f"{tr.month(span.first)} – {tr.month(span.last)}"
