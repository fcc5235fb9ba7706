"""The action plan on a line of time, by owner or by quarter, and as a table (C124)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.actions import FINISHED, Standing, standings
from canvas.steps.common import Progress, Quarter
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.actions import Action
from canvas.steps.wording import name_of, shorten
from canvas.ui.canvases.actions import lateness, remarks
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import option, plain
from canvas.ui.state import session

PROJECTED = 1.75
"""How much larger type is in a projection at 1920 pixels."""

NAME_LENGTH = 60

SHOWN = 60
"""Actions that the chart shows at most; the table has them all."""

LABELS = 7
"""Months that are named above the chart at most: a phone has no room for more."""

BY = {"owner": N_("By owner"), "quarter": N_("By quarter")}

EXAMPLES = (
    N_("Shoot 20 product photos in natural light"),
    N_("Choose the ten best"),
    N_("Renew the pictures of the profiles"),
)
"""What an empty line of time shows in grey."""

Row = tuple[str, str, dt.date | None, dt.date | None, str, tuple[str, ...], bool]


def timeline(strategy: Strategy, tr: Translator) -> None:
    """Draw the actions that have a date as bars, then all of them as a table."""
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    found = [one for one in standings(strategy, today) if one.action.status != Progress.DROPPED]
    dated = [one for one in found if one.action.due or one.action.start]
    if not dated:
        _example(today, tr)
        text = tr(N_("Give an action a date, and it stands here on a line of time."))
        st.markdown(f"**{plain(text)}**")
        editor(Action, strategy, tr)
        return
    by = (
        st.segmented_control(
            tr(N_("Grouped")),
            list(BY),
            format_func=lambda key: option(tr(BY[key])),
            key="timeline-by",
            label_visibility="collapsed",
            required=True,
            default="owner",
        )
        or "owner"
    )
    groups = _grouped(strategy, dated[:SHOWN], by, tr)
    rows = tuple(row for label, members in groups for row in _rows(label, members, tr))
    _draw(rows, today, tr, key=f"timeline-chart-{by}")
    _table(strategy, [*dated, *(one for one in found if one not in dated)], tr)
    way_to(Action, strategy, tr)


def _draw(
    rows: tuple[Row, ...], today: dt.date, tr: Translator, *, key: str, example: bool = False
) -> None:
    theme = st.context.theme.type or "light"
    scale = PROJECTED if session().projecting else 1.0
    spec = _spec(rows, today, (theme, scale), tr, example=example)
    st.vega_lite_chart(spec=spec, theme=None, width="stretch", key=key)


def _example(today: dt.date, tr: Translator) -> None:
    """Draw in grey what the line of time will look like."""
    rows: list[Row] = []
    for number, text in enumerate(EXAMPLES):
        start = today + dt.timedelta(21 * number)
        after = (str(number - 1),) if number else ()
        end = start + dt.timedelta(14)
        rows.append((str(number), tr(text), start, end, "neutral", after, False))
    _draw(tuple(rows), today, tr, key="timeline-example", example=True)


def _grouped(
    strategy: Strategy, found: Sequence[Standing], by: str, tr: Translator
) -> list[tuple[str, list[Standing]]]:
    """Return the actions under their owner or quarter, the first to be due at the head."""
    first_day = strategy.one(Settings).start_date
    groups: dict[tuple[int, str], list[Standing]] = {}
    for one in found:
        if by == "owner":
            name = name_of(strategy, one.action.owner)
            key = (0, name) if name else (1, tr(N_("Nobody yet")))
        else:
            quarter = one.action.quarter_from(first_day)
            order = list(Quarter).index(quarter) if quarter else len(Quarter)
            key = (order, tr.label(quarter) if quarter else tr(N_("No quarter")))
        groups.setdefault(key, []).append(one)
    return [
        (name, sorted(members, key=_begins))
        for (_, name), members in sorted(groups.items(), key=lambda group: group[0])
    ]


def _begins(one: Standing) -> tuple[dt.date, dt.date]:
    start, end = _days(one)
    return start or dt.date.max, end or dt.date.max


def _days(one: Standing) -> tuple[dt.date | None, dt.date | None]:
    """Return its first and last day; one that has a single date takes that day."""
    start, due = one.action.start or one.action.due, one.action.due or one.action.start
    return (start, due) if not start or not due or start <= due else (due, due)


def _rows(label: str, members: Sequence[Standing], tr: Translator) -> list[Row]:
    """Return a heading and the bars under it, as they can be compared."""
    rows: list[Row] = [("", label, None, None, "neutral", (), False)]
    for one in members:
        # The state first: a phone has no room for the end of a long title.
        said = [_state(one, tr), shorten(one.action.title, NAME_LENGTH)]
        name = " · ".join(filter(None, said))
        rows.append((one.action.id, name, *_days(one), _tone(one), _after(one), bool(one.early)))
    return rows


def _state(one: Standing, tr: Translator) -> str:
    """Return in a few words where it stands; the table says the rest."""
    if one.circle:
        return tr(N_("waits in a circle"))
    if one.early:
        return tr(N_("starts too early"))
    return tr(lateness(one)) if one.late else tr.label(one.action.status)


def _after(one: Standing) -> tuple[str, ...]:
    return () if one.action.status in FINISHED else tuple(other.id for other in one.waits)


def _tone(one: Standing) -> str:
    if one.late or one.early or one.circle:
        return "watch"
    return "good" if one.action.status is Progress.DONE else "neutral"


@lru_cache(maxsize=64)
def _spec(
    rows: tuple[Row, ...],
    today: dt.date,
    look: tuple[str, float],
    tr: Translator,
    *,
    example: bool,
) -> dict[str, Any]:
    """Return the chart as Vega-Lite reads it; the same plan is drawn many times."""
    # Slow to import, and needed on this page only.
    from canvas.charts.style import Style
    from canvas.charts.timeline import Span, Tick
    from canvas.charts.timeline import timeline as bars

    spans = [Span(*row) for row in rows]
    days = [day for span in spans for day in (span.start, span.end) if day]
    chart = bars(
        spans,
        months=[Tick(day, _month(day, tr)) for day in _months(min(days), max(days))],
        today=Tick(today, tr(N_("Today"))),
        style=Style(*look),
        words=_in_words(spans, tr),
        example=example,
    )
    return chart.to_dict()


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the first days of months, as many as have room for their names."""
    found = []
    day = first.replace(day=1)
    while day <= last:
        found.append(day)
        day = (day + dt.timedelta(32)).replace(day=1)
    every = next(n for n in (1, 2, 3, 4, 6, 12) if n == 12 or len(found) / n <= LABELS)
    return [day for day in found if (day.month - 1) % every == 0]


def _month(day: dt.date, tr: Translator) -> str:
    """Return a month's short name; January is where a year begins."""
    return str(day.year) if day.month == 1 else tr.short_month(day)


def _in_words(spans: Sequence[Any], tr: Translator) -> str:
    said = [
        tr(say(N_("{name}, from {start} to {end}"), name=s.name, start=s.start, end=s.end))
        if s.start
        else s.name
        for s in spans
    ]
    return f"{tr(Action.many)}: " + "; ".join(said)


def _table(strategy: Strategy, found: Sequence[Standing], tr: Translator) -> None:
    label = {field.name: tr(field.label) for field in Action.fields()}
    headings = [label[n] for n in ("title", "owner", "start", "due", "status", "depends_on")]
    table(
        tr(Action.many),
        [*headings, tr(N_("To look at"))],
        [_line(strategy, one, tr) for one in found],
        tr,
        key="timeline-table",
    )


def _line(strategy: Strategy, one: Standing, tr: Translator) -> Line:
    action = one.action
    after = [name_of(strategy, other) for other in action.depends_on]
    return Line(
        [
            action.title,
            name_of(strategy, action.owner),
            tr.date(action.start, "medium") if action.start else "",
            tr.date(action.due, "medium") if action.due else "",
            tr.label(action.status),
            ", ".join(shorten(name, NAME_LENGTH) for name in after if name),
            Shown(" · ".join(tr(text) for text in remarks(one))),
        ]
    )
