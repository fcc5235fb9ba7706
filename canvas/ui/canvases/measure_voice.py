"""The dashboard’s mentions, answers, best times, and the way since the start."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard import Dashboard, Since
from canvas.rules.dashboard_times import HOURS, Times, block_said
from canvas.steps.common import Sentiment, Weekday
from canvas.steps.measure.follow_up import Mention
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.wording import figure, listed
from canvas.ui.canvases import measure_charts as charts
from canvas.ui.canvases.measure_tables import (
    Cell,
    called,
    heading,
    lines,
    number,
    shown_table,
    text,
)
from canvas.ui.components.table import Shown
from canvas.ui.markdown import plain
from canvas.ui.state import session

VOICE = N_("What is said, and answers")
TIMES = N_("Best times")
SINCE = N_("Since the start")


def voice(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw what others say, and how fast they are answered (C51, C78, C145)."""
    heading(VOICE, tr)
    mentions = found.mentions
    if mentions.mentions:
        headings = [tr(Sentiment.POSITIVE.label), tr(Sentiment.NEUTRAL.label),
                    tr(Sentiment.NEGATIVE.label)]  # fmt: skip
        counts = [number(mentions.by_sentiment.get(s, 0), tr) for s in Sentiment]
        title = tr(Mention.many)
        rows = [[text(title), *counts, number(len(mentions.mentions), tr),
                 number(mentions.before, tr)]]  # fmt: skip
        columns = ["", *headings, tr(N_("In all")), tr(N_("Before"))]
        shown_table(title, columns, rows, tr, key="dashboard-mentions", figures=range(1, 6))
    lines(mentions.said, tr)
    headings = [tr(N_("Network")), tr(N_("Usual delay (h)")), tr(N_("Read on")), tr(N_("Verdict"))]
    rows = [
        [
            text(tr.label(one.target.network)),
            number(one.hours, tr),
            Cell(tr.date(one.read_on, "medium"), one.read_on.isoformat())
            if one.read_on
            else Cell("–", None),
            Cell(Shown(tr(one.said), _kept(one.fits, tr)), tr(one.said)),
        ]
        for one in found.responses
    ]
    if rows:
        heard = tr(N_("Response time against what was promised"))
        st.markdown(f"**{plain(heard)}**")
        title = tr(N_("Response time"))
        shown_table(title, headings, rows, tr, key="dashboard-responses", figures=(1,))
    elif not session().projecting:
        st.markdown(plain(tr(N_("No response time is promised yet: step 3 is the place for it."))))


def _kept(fits: bool | None, tr: Translator) -> str:
    if fits is None:
        return ""
    return tr(N_("kept")) if fits else tr(N_("not kept"))


def best_times(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw when own posts do well, beside the slots that the plan believes in (C106)."""
    heading(TIMES, tr)
    st.markdown(plain(tr(found.times.said)))
    if found.times.enough:
        _week(found.times, tr)
    rows = [
        [
            text(slot.slot.moment or "–"),
            text(" · ".join(tr.label(day) for day in slot.slot.weekdays)),
            text(_hours(slot.slot.start_time, slot.slot.end_time, tr)),
            text(tr.label(slot.slot.network)),
            text(tr.said(listed([say(slot.slot.source.label)])) if slot.slot.source else "–"),
            number(slot.posts, tr),
            Cell(f"× {tr.number(slot.times, decimals=1)}", slot.times)
            if slot.times is not None
            else Cell(tr(N_("not enough data")), None),
        ]
        for slot in found.times.slots
    ]
    headings = [
        tr(N_("Slot of the plan")), tr(N_("Weekdays")), tr(N_("Hours")), tr(Network_),
        tr(N_("Known from")), tr(N_("Our posts then")), tr(N_("Against the usual")),
    ]  # fmt: skip
    title = tr(N_("Slots of the plan, checked against our posts"))
    shown_table(title, headings, rows, tr, key="dashboard-slots", figures=(5, 6))


Network_ = N_("Network")


def _hours(start: object, end: object, tr: Translator) -> str:
    return f"{tr.value(start)} – {tr.value(end)}" if start or end else "–"


def _week(found: Times, tr: Translator) -> None:
    title = tr(N_("How posts do by time of the week; the figure is how many went out"))
    days = tuple(tr.label(day)[:3] for day in Weekday)
    starts = sorted({block.start for block in found.blocks})
    hours = tuple(_block_hours(start) for start in range(starts[0], starts[-1] + 1, HOURS))
    blocks = tuple(
        (
            tr.label(block.weekday)[:3],
            _block_hours(block.start),
            block.times,
            block.posts,
            f"{tr(block_said(block))} {_times(block.times, tr)} ({block.posts})",
        )
        for block in found.blocks
    )
    charts.draw(partial(charts.week, title, blocks, days, hours), key="dashboard-week")
    said = N_(
        "Deeper is better than usual; from three posts on a block has a colour, and in bold it "
        "beats the usual. Hours are those of the platforms."
    )
    st.caption(plain(tr(said)))
    headings = (tr(N_("Weekday")), tr(N_("From (hour)")), tr(N_("Our posts then")),
                tr(N_("Against the usual")))  # fmt: skip
    rows = tuple((tr.label(b.weekday), b.start, b.posts, b.times) for b in found.blocks)
    charts.take_away(title, headings, rows, tr, key="dashboard-week")


def _block_hours(start: int) -> str:
    return f"{start}–{start + HOURS}\u00a0h"


def _times(times: float | None, tr: Translator) -> str:
    return "–" if times is None else f"× {tr.number(times, decimals=1)}"


def since(strategy: Strategy, found: Dashboard, tr: Translator) -> None:
    """Draw indicators and accounts at their start, and some months later (C149)."""
    heading(SINCE, tr)
    if not found.since:
        said = N_("No starting point yet: tick one among the readings, or read the accounts twice.")
        st.markdown(plain(tr(said)))
        return
    headings = [
        tr(N_("Indicator or account")), tr(N_("At the start")), tr(N_("Now")),
        tr(N_("Difference")), tr(N_("When")),
    ]  # fmt: skip
    rows = [_since_row(one, tr) for one in found.since]
    title = tr(N_("Since the start"))
    shown_table(title, headings, rows, tr, key="dashboard-since", figures=(1, 2, 3))


def _since_row(one: Since, tr: Translator) -> list[Cell]:
    unit = one.record.unit if isinstance(one.record, Kpi) else ""
    name = one.record.name if isinstance(one.record, Kpi) else called(one.record, tr)
    difference = one.value - one.start
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    points = tr(N_("points")) if unit.strip() == "%" else ""
    written = f"{sign}{tr.number(abs(difference), decimals=1)}\u00a0{points}".strip()
    return [
        text(name),
        Cell(tr.said(figure(one.start, unit)), one.start),
        Cell(tr.said(figure(one.value, unit)), one.value),
        Cell(written, difference),
        text(tr(one.said)),
    ]
