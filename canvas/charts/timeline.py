"""Work as bars from its start to its due date, with what comes after what and today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed
from canvas.palette import GROUND, TONES

ROW = 54
"""Pixels of a row: its name above its bar."""

_LEAST = 0.015
"""The part of the whole time that a bar takes at least: one day of a year must be seen."""

_MARGIN = 3  # days before the first and after the last one


@dataclass(frozen=True, slots=True)
class Span:
    """One row.

    Attributes:
        id: Its name among the others, for `after`.
        name: What stands above its bar; the heading of a group where it has no days.
        start: Its first day, None for a heading.
        end: Its last day, None for a heading.
        tone: "good", "watch" or "neutral": the colour of its bar.
        after: Ids of the rows that must be finished first.
        warns: Whether it begins before one of these ends.
    """

    id: str
    name: str
    start: dt.date | None = None
    end: dt.date | None = None
    tone: str = "neutral"
    after: tuple[str, ...] = ()
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is named at the top."""

    day: dt.date
    name: str


def timeline(
    rows: Sequence[Span],
    *,
    months: Sequence[Tick],
    today: Tick,
    style: Style,
    words: str,
    example: bool = False,
) -> alt.LayerChart:
    """Return the rows as bars under each other.

    Args:
        rows: The rows from the top.
        months: First days of months, with their names.
        today: Today, with its word.
        style: How it looks.
        words: The same in words, for those who do not see it.
        example: Whether it only shows what the chart will look like.
    """
    first, last = _ends(rows)
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[first, last], nice=False, zero=False))
    order = [str(number) for number in range(-1, len(rows))]
    y = alt.Y("row:N", axis=None, sort=None, scale=alt.Scale(domain=order, padding=0))
    frame = _Frame(first, last, x, y, style)
    layers = [
        *_months(months, frame),
        *_arrows(rows, frame, warns=False),
        *_arrows(rows, frame, warns=True),
        *_bars(rows, frame),
        *_today(today, frame),
        *_names(rows, frame, quiet=example),
    ]
    whole: alt.LayerChart = dressed(
        alt.layer(*layers), words, style, height=alt.Step(style.px(ROW))
    )
    return whole


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and rows stand."""

    first: int
    last: int
    x: alt.X
    y: alt.Y
    style: Style


def _ends(rows: Sequence[Span]) -> tuple[int, int]:
    days = [day.toordinal() for row in rows for day in (row.start, row.end) if day]
    return min(days, default=0) - _MARGIN, max(days, default=1) + 1 + _MARGIN


def _months(months: Sequence[Tick], frame: _Frame) -> Iterator[Any]:
    style = frame.style
    found = [
        {"x": tick.day.toordinal(), "name": tick.name, "row": "-1"}
        for tick in months
        if frame.first <= tick.day.toordinal() <= frame.last
    ]
    base = alt.Chart(alt.InlineData(found)).encode(x=frame.x)
    yield base.mark_rule(color=style.quiet, opacity=0.25, aria=False)
    yield base.mark_text(
        align="left",
        baseline="middle",
        dx=style.px(4),
        dy=style.px(4),
        fontSize=style.px(TYPE - 2),
        color=style.quiet,
        aria=False,
    ).encode(y=frame.y, text="name:N")


def _bars(rows: Sequence[Span], frame: _Frame) -> Iterator[Any]:
    style = frame.style
    least = _LEAST * (frame.last - frame.first)
    found = [
        {
            "row": str(number),
            "x": row.start.toordinal(),
            "end": max(row.end.toordinal() + 1, row.start.toordinal() + least),
            "colour": TONES[row.tone].on(style.theme),
        }
        for number, row in enumerate(rows)
        if row.start and row.end
    ]
    yield (
        alt.Chart(alt.InlineData(found))
        .mark_bar(height=style.px(16), yOffset=style.px(12), cornerRadius=style.px(4), aria=False)
        .encode(x=frame.x, x2="end:Q", y=frame.y, color=alt.Color("colour:N", scale=None))
    )


def _names(rows: Sequence[Span], frame: _Frame, *, quiet: bool) -> Iterator[Any]:
    """Yield the names, each over a halo of the ground, so that no line strikes them out."""
    style = frame.style
    down = style.px(12)
    found = [
        {"row": str(number), "name": row.name, "heading": row.start is None}
        for number, row in enumerate(rows)
    ]
    base = alt.Chart(alt.InlineData(found)).encode(x=alt.value(0), y=frame.y, text="name:N")
    ground = GROUND.on(style.theme)
    halo = {"stroke": ground, "strokeWidth": style.px(5), "color": ground}
    for heading in (True, False):
        for look in (halo, {"color": style.quiet if quiet else style.text}):
            yield base.transform_filter(f"datum.heading == {str(heading).lower()}").mark_text(
                align="left",
                baseline="middle",
                dy=down / 2 if heading else -down,
                fontSize=style.px(TYPE + heading),
                fontWeight=700 if heading else 400,
                limit=alt.ExprRef("width"),
                aria=False,
                **look,
            )


def _arrows(rows: Sequence[Span], frame: _Frame, *, warns: bool) -> Iterator[Any]:
    """Yield lines from the end of what comes first to the start of what comes after."""
    style = frame.style
    at = {row.id: number for number, row in enumerate(rows)}
    lines: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        for other in row.after:
            before = rows[at[other]] if other in at else None
            if before is None or before.end is None or row.start is None:
                continue
            if (before.end >= row.start) is not warns:
                continue
            edge = f"{other} {row.id}"
            end, start = before.end.toordinal() + 1, row.start.toordinal()
            for step, (day, place) in enumerate(((end, at[other]), (end, number), (start, number))):
                lines.append({"edge": edge, "step": step, "x": day, "row": str(place)})
            angle = 90 if end <= start else -90
            heads.append({"x": start, "row": str(number), "angle": angle})
    colour = TONES["watch"].on(style.theme) if warns else style.quiet
    dash = [style.px(5), style.px(3)] if warns else [1, 0]
    yield (
        alt.Chart(alt.InlineData(lines))
        .mark_line(
            color=colour, strokeWidth=style.px(1.5), strokeDash=dash, yOffset=style.px(12),
            aria=False,
        )
        .encode(x=frame.x, y=frame.y, detail="edge:N", order="step:Q")
    )  # fmt: skip
    yield (
        alt.Chart(alt.InlineData(heads))
        .mark_point(
            shape="triangle", filled=True, color=colour, size=style.px(70), opacity=1,
            yOffset=style.px(12), aria=False,
        )
        .encode(x=frame.x, y=frame.y, angle=alt.Angle("angle:Q", scale=None))
    )  # fmt: skip


def _today(today: Tick, frame: _Frame) -> Iterator[Any]:
    style = frame.style
    if not frame.first <= today.day.toordinal() <= frame.last:
        return
    found = alt.InlineData([{"x": today.day.toordinal(), "name": today.name, "row": "-1"}])
    base = alt.Chart(found).encode(x=frame.x)
    yield base.mark_rule(color=style.accent, strokeWidth=style.px(2), aria=False)
    right = today.day.toordinal() > (frame.first + frame.last) / 2
    yield base.mark_text(
        align="right" if right else "left", baseline="middle",
        dx=style.px(-4 if right else 4), dy=-style.px(14), fontSize=style.px(TYPE - 2),
        fontWeight=700, color=style.accent, aria=False,
    ).encode(y=frame.y, text="name:N")  # fmt: skip
