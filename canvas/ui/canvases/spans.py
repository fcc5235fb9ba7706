"""The choice of a month, a quarter or a year over a canvas."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard_period import Span, opening_period, periods_known
from canvas.services.outgoing import local_now
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod
from canvas.ui.canvases.measure import KINDS, period_said
from canvas.ui.markdown import option
from canvas.ui.state import dashboards


def chosen_span(
    strategy: Strategy, known: Figures, tr: Translator, *, key: str, kind: ReportPeriod
) -> Span | None:
    """Draw the choice of a period and return it; None where no figure is known at all.

    Args:
        strategy: Where the first day is, from which quarters are counted.
        known: The figures; only periods that they speak of are offered.
        tr: The reader's language.
        key: What its controls are called.
        kind: What it opens on.
    """
    months = dashboards().months(strategy, known)
    if not months:
        return None
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"{key}-period"):
        chosen = st.segmented_control(
            tr(N_("Period")),
            list(KINDS),
            format_func=lambda kind: option(tr(KINDS[kind])),
            default=kind,
            key=f"{key}-kind",
            required=True,
            width="content",
        )
        kind = chosen or kind
        spans = periods_known(strategy, months, kind)
        first = opening_period(spans, local_now(strategy).date()) or spans[0]
        by_key = {span.key: span for span in spans}
        shown = st.selectbox(
            tr(N_("Period shown")),
            list(by_key),
            index=list(by_key).index(first.key),
            format_func=lambda name: period_said(by_key[name], tr),
            key=f"{key}-{kind}",
            width=320,
        )
    return by_key.get(shown or first.key, first)
