"""The dashboard: three key indicators first, then what explains them (C15–C18, C50–C54)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_key import KeyFigure, Light
from canvas.rules.dashboard_period import period
from canvas.services.clock import local_now
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.readings import PostMetric, Reading
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.wording import figure, shorten
from canvas.ui.canvases import measure_charts as charts
from canvas.ui.canvases import measure_sections as sections
from canvas.ui.canvases.month_entry import asked_in
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.spans import chosen_span
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.indicators import Card, indicators
from canvas.ui.markdown import plain
from canvas.ui.state import dashboards, figures, session

MONTHS_SHOWN = 36
"""Months that a trend shows at most."""

RULES = (
    N_(
        "Green: the target is reached, or the way done is at most 10 points behind a straight "
        "line from the start to the due date."
    ),
    N_("Amber: up to 30 points behind that line. Red: further behind."),
    N_("Without a due date: green at the target, amber on the way, red no nearer than at first."),
    N_("What was typed wins; a month of daily files counts once nine days in ten are known."),
    N_("An account without a figure leaves the month open: nothing missing is taken for zero."),
)
"""How figures are read, for those who want to know."""


def overview(strategy: Strategy, tr: Translator) -> None:
    """Draw the period, the key indicators, then everything else."""
    found = _found(strategy, tr)
    if found is None:
        _empty(strategy, tr)
        return
    _keys(strategy, found, tr)
    if session().projecting:
        return
    for section in sections.SECTIONS.values():
        section.draw(strategy, found, tr)
    picture = N_("To keep a chart as a picture, point at it and press the arrow that appears.")
    st.caption(plain(tr(picture)))
    with st.container(horizontal=True):
        way_to(Reading, strategy, tr)
        way_to(PostMetric, strategy, tr)
        way_to(Kpi, strategy, tr)


def _part(name: str, strategy: Strategy, tr: Translator) -> None:
    """Draw one section by itself, for a room."""
    found = _found(strategy, tr)
    if found is not None:
        sections.SECTIONS[name].draw(strategy, found, tr)


PARTS = {
    name: Part(section.title, partial(_part, name)) for name, section in sections.SECTIONS.items()
}
"""What is projected by itself after the key indicators."""


def _found(strategy: Strategy, tr: Translator) -> Dashboard | None:
    """Draw the choice of a period; return what is known of it, None without any figure."""
    known = figures().of(strategy)
    span = chosen_span(strategy, known, tr, key="dashboard", labelled=False)
    return dashboards().of(strategy, known, span) if span else None


def _keys(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw the key indicators in large, each with its course under it."""
    theme = st.context.theme.type or "light"
    for missing in found.missing:
        st.info(plain(tr(missing)), icon=":material/info:")
    if not found.keys:
        way_to(Kpi, strategy, tr)
        return
    cards = [_card(key, tr) for key in found.keys]
    indicators(cards, tr, key="dashboard-keys", theme=theme)
    if not session().projecting:
        how = tr(N_("How the lights are decided"))
        with st.expander(plain(how), icon=":material/traffic:", key="dashboard-rules"):
            st.markdown("\n".join(f"- {plain(tr(rule))}" for rule in RULES))
    drawn = [key for key in found.keys if sum(v is not None for v in key.course.values) > 1]
    if not drawn:
        return
    for place, key in zip(st.columns(len(drawn)), drawn, strict=True):
        with place:
            _trend(key, tr)


def _card(key: KeyFigure, tr: Translator) -> Card:
    unit = key.kpi.unit
    facts = [
        (tr(label), tr.said(figure(value, unit)))
        for label, value in (
            (N_("Start"), key.course.baseline),
            (N_("Target"), key.course.target),
            (N_("Before"), key.previous),
        )
        if value is not None
    ]
    shown = tr.said(figure(key.value, unit)) or tr(N_("No figure"))
    # A room reads the figures; the sentences would leave no place for the charts.
    said = [] if session().projecting else [tr(message) for message in key.said]
    return Card(
        key.kpi.name,
        shown,
        str(key.light),
        tr.label(key.light),
        facts,
        key.way,
        key.expected,
        tr(N_("{share} of the way"), share=tr.share(round(key.way, 2)))
        if key.way is not None
        else "",
        said,
        [tr(message) for message in key.missing],
    )


def _trend(key: KeyFigure, tr: Translator) -> None:
    unit, course, name = key.kpi.unit, key.course, shorten(key.kpi.name, 60)
    months = [dt.date(*month, 1) for month in course.months][-MONTHS_SHOWN:]
    values = course.values[-MONTHS_SHOWN:]
    points = tuple(
        (
            f"{tr.short_month(month)}\u00a0{month.year % 100:02d}",
            value,
            tr.said(figure(value, unit)),
        )
        for month, value in zip(months, values, strict=True)
    )
    target = _level(N_("Target: {value}"), course.target, unit, tr)
    start = _level(N_("Start: {value}"), course.baseline, unit, tr)
    charts.draw(partial(charts.trend, name, points, (target, start)), key=f"trend-{key.kpi.id}")
    headings = [tr(N_("Month")), name, tr(N_("Start")), tr(N_("Target"))]
    rows = tuple(
        (f"{month:%Y-%m}", value, course.baseline, course.target)
        for month, value in zip(months, values, strict=True)
    )
    charts.take_away(name, headings, rows, tr, key=f"trend-{key.kpi.id}")


def _level(text: str, value: float | None, unit: str, tr: Translator) -> tuple[str, float] | None:
    return None if value is None else (tr(text, value=figure(value, unit)), value)


def _empty(strategy: Strategy, tr: Translator) -> None:
    """Draw in grey what the dashboard will look like, and where to start typing."""
    start = tr(N_("Write down the first figures: the dashboard does the rest."))
    st.markdown(f"**{plain(start)}**")
    asked_in(strategy, period(ReportPeriod.MONTH, _last_month(strategy)), tr)
    st.caption(plain(tr(N_("This is what your dashboard will look like:"))))
    indicators(
        _examples(tr), tr, key="dashboard-example", theme=st.context.theme.type or "light",
        ghost=True,
    )  # fmt: skip
    title = tr(N_("Orders from social media"))
    months = [dt.date(2026, number, 1) for number in range(1, 11)]
    values = (22, 20, 24, 27, None, 31, 30, 36, 38, 41)
    points = tuple(
        (tr.short_month(month), value, str(value or ""))
        for month, value in zip(months, values, strict=True)
    )
    target = (tr(N_("Target: {value}"), value=60), 60.0)
    charts.draw(partial(charts.example, title, points, target), key="trend-example")


def _last_month(strategy: Strategy) -> dt.date:
    """Return the first day of the latest month that is over."""
    return (local_now(strategy).date().replace(day=1) - dt.timedelta(1)).replace(day=1)


def _examples(tr: Translator) -> Sequence[Card]:
    def card(name: str, values: tuple[str, str, str], light: Light, way: float) -> Card:
        shown, start, target = values
        facts = ((tr(N_("Start")), start), (tr(N_("Target")), target))
        return Card(tr(name), shown, str(light), tr.label(light), facts, way)

    late = tr.share(0.52), tr.share(0.5), tr.share(0.9)
    return (
        card(N_("Orders from social media"), ("41", "22", "60"), Light.GREEN, 0.5),
        card(Metric.CLICKS.label, ("96", "48", "130"), Light.AMBER, 0.4),
        card(N_("Answers within the day"), late, Light.RED, 0.05),
    )
