"""What posts brought to the site, by post, theme, persona and so on (C141, C142)."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.closed_loop import Angle, Brought, Loop, Row, brought, closed_loop
from canvas.steps.frame.settings import money
from canvas.steps.measure.readings import WebVisit
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.measure.value import TrackingLink
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import shorten
from canvas.ui.canvases.measure_charts import Look, draw
from canvas.ui.canvases.measure_tables import Cell, lines, number, shown_table, text
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.spans import chosen_span
from canvas.ui.canvases.ways import way_to
from canvas.ui.markdown import option, plain
from canvas.ui.state import figures, session

NAME_LENGTH = 60

BARS = 8
"""Bars that can be read at once; the table has all."""

WITHOUT = {
    Angle.POST: N_("Another post"),
    Angle.THEME: N_("Posts without a theme"),
    Angle.PERSONA: N_("Posts without a persona"),
    Angle.STAGE: N_("Posts without a purchase stage"),
    Angle.OBJECTIVE: N_("Posts without an objective"),
    Angle.CONTENT_TYPE: N_("Posts without a content type"),
    Angle.LINK: N_("Without a name"),
}

Bars = tuple[tuple[str, float | None, str], ...]


def overview(strategy: Strategy, tr: Translator) -> None:
    """Draw the sentence, the chart and the table of one angle, and what cannot be said."""
    found = _found(strategy, tr)
    if found is None or not found.traced:
        _empty(found, tr)
    else:
        st.markdown(f"#### {plain(tr(_sentence(found)))}")
        if found.uncoded is not None:
            st.markdown(plain(tr(_uncoded(found.uncoded))))
        lines(found.missing, tr)
        if found.joined:
            _angle(strategy, found, tr)
        else:
            _example(tr)
    with st.container(horizontal=True):
        way_to(Post, strategy, tr)
        way_to(TrackingLink, strategy, tr)
        way_to(WebVisit, strategy, tr)


def _by_theme(strategy: Strategy, tr: Translator) -> None:
    found = _found(strategy, tr)
    if found is not None and found.joined:
        _rows(strategy, found, Angle.THEME, tr)


PARTS = {"theme": Part(N_("Visits by theme"), _by_theme)}
"""What is projected by itself after the posts."""


def _found(strategy: Strategy, tr: Translator) -> Loop | None:
    known = figures().of(strategy)
    if not known.visits:
        return None
    span = chosen_span(strategy, known, tr, key="loop", kind=ReportPeriod.MONTH)
    return closed_loop(strategy, known, span)


def _sentence(found: Loop) -> Message:
    if not found.joined:
        return say(N_("No visit could be joined to a post or a tracking link yet."))
    came = brought(found.joined)
    if came.key_events is None:
        return say_count(
            "Your posts and links brought {n} visit.",
            "Your posts and links brought {n} visits.",
            round(came.sessions or 0),
        )
    return say(
        N_("Your posts and links brought {visits} visits and {events} key events."),
        visits=round(came.sessions or 0),
        events=round(came.key_events),
    )


def _uncoded(share: float) -> Message:
    if not share:
        return say(N_("Every visit from social media carries a code of yours."))
    return say(
        N_("{share} of visits from social media carry no code: nobody can tell which post."),
        share=Share(round(share, 2)),
    )


def _angle(strategy: Strategy, found: Loop, tr: Translator) -> None:
    angle = Angle.POST
    if not session().projecting:
        chosen = st.segmented_control(
            tr(N_("Told apart by")),
            [str(one) for one in Angle],
            format_func=lambda code: option(tr.label(Angle.of(code))),
            default=str(Angle.POST),
            key="loop-angle",
            required=True,
        )
        angle = Angle.of(chosen or Angle.POST)
    _rows(strategy, found, angle, tr)


def _rows(strategy: Strategy, found: Loop, angle: Angle, tr: Translator) -> None:
    rows = found.by(angle)
    if not rows:
        nothing = tr(N_("Nothing is known by this angle: {angle}."), angle=angle)
        st.markdown(plain(nothing))
        return
    title = tr(N_("Visits of the site"))
    bars: Bars = tuple(
        (_called(row, angle, tr), row.brought.sessions, _bar(row.brought, tr))
        for row in rows[:BARS]
    )
    draw(partial(_spec, title, bars, False), key=f"loop-chart-{angle}")
    headings = [
        tr.label(angle),
        tr(N_("Posts")),
        tr(N_("Visits")),
        tr(N_("Key events")),
        tr(N_("Revenue")),
    ]
    cells = [
        [
            text(_called(row, angle, tr)),
            number(row.posts, tr),
            number(row.brought.sessions, tr),
            number(row.brought.key_events, tr),
            _revenue(strategy, row.brought, tr),
        ]
        for row in rows
    ]
    shown_table(
        title, headings, cells, tr, key=f"loop-table-{angle}", figures=(1, 2, 3, 4),
        most=BARS if session().projecting else 0,
    )  # fmt: skip


def _called(row: Row, angle: Angle, tr: Translator) -> str:
    return shorten(tr.said(row.name), NAME_LENGTH) or tr(WITHOUT[angle])


def _bar(found: Brought, tr: Translator) -> str:
    if found.sessions is None:
        return tr(N_("not known"))
    visits = tr.number(found.sessions, 0)
    if not found.key_events:
        return visits
    return tr(
        N_("{visits} · key events: {events}"),
        visits=visits,
        events=tr.number(found.key_events, 0),
    )


def _revenue(strategy: Strategy, found: Brought, tr: Translator) -> Cell:
    if found.revenue is None:
        return Cell("–", None)
    return Cell(tr.money(money(strategy, round(found.revenue * 100))), found.revenue)


def _empty(found: Loop | None, tr: Translator) -> None:
    """Say what is needed, and show in grey what comes of it."""
    if found is None:
        start = tr(N_("Bring in a report of your analytics, and see which post brought what."))
        st.markdown(f"**{plain(start)}**")
    else:
        lines(found.missing, tr)
    _example(tr)


def _example(tr: Translator) -> None:
    how = tr(
        N_(
            "In GA4: Traffic acquisition, with “Session source / medium” and “Session manual "
            "ad content”; the links that Canevas gives your posts carry the codes."
        )
    )
    st.markdown(plain(how))
    st.caption(plain(tr(N_("This is what it will look like:"))))
    names = (N_("The night shift in ten photos"), N_("Christmas orders open"), N_("A new loaf"))
    bars: Bars = tuple(
        (tr(name), value, tr.number(value))
        for name, value in zip(names, (84.0, 46.0, 21.0), strict=True)
    )
    draw(partial(_spec, tr(N_("Visits of the site")), bars, True), key="loop-example")


@lru_cache(maxsize=64)
def _spec(title: str, rows: Bars, example: bool, look: Look) -> dict[str, Any]:
    """Return the bars as Vega-Lite reads them."""
    # Slow to import, and needed on this page only.
    from canvas.charts.competitors import Bar, bars
    from canvas.charts.style import Style

    shown = [Bar(*row, is_us=True) for row in rows]
    longest = max((bar.value or 0 for bar in shown), default=0)
    return bars(title, shown, longest=longest, style=Style(*look), example=example).to_dict()
