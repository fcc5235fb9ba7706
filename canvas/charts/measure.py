"""What was measured: a course against its target, organic beside paid, times of the week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed

HEIGHT = 190

ROW = 54
"""Pixels of a row: its name above its bar."""


@dataclass(frozen=True, slots=True)
class Point:
    """A month of an indicator.

    Attributes:
        month: The month as it is read.
        value: Its value, None where there is none: the line breaks there.
        said: The value as it is read.
    """

    month: str
    value: float | None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A level that the line is compared with."""

    name: str
    value: float


def trend(
    title: str,
    points: Sequence[Point],
    *,
    target: Mark | None,
    start: Mark | None,
    style: Style,
    example: bool = False,
) -> alt.LayerChart:
    """Return the months as a line, with the target dashed and the start dotted.

    Args:
        title: What it is.
        points: Its months, in order.
        target: The level to reach.
        start: The level at the start.
        style: How it looks.
        example: Whether it only shows what the chart will look like.
    """
    colour = style.quiet if example else style.accent
    levels = [mark.value for mark in (target, start) if mark is not None]
    known = [*levels, *(p.value for p in points if p.value is not None)]
    axis = _counts(style, below_zero=min(known, default=0) < 0)
    y = alt.Y("value:Q", axis=axis, scale=alt.Scale(zero=False, padding=style.px(22)))
    rows = [{"month": p.month, "value": p.value, "said": p.said} for p in points]
    base = alt.Chart(alt.InlineData(rows)).encode(x=_months(style), y=y)
    layers: list[Any] = [
        base.mark_line(
            aria=False, strokeWidth=style.px(3), color=colour,
            invalid="break-paths-show-path-domains",
        ),
        base.transform_filter("isValid(datum.value)").mark_point(
            aria=False, filled=True, size=style.px(60), opacity=1, color=colour
        ),
    ]  # fmt: skip
    for mark, dash in ((target, [8, 5]), (start, [2, 4])):
        if mark is not None and points:
            layers += _level(mark, dash, style, is_target=mark is target)
    words = trend_in_words(title, points, target, start)
    return _dressed(alt.layer(*layers), title, words, style).properties(height=style.px(HEIGHT))


def _level(mark: Mark, dash: Sequence[float], style: Style, *, is_target: bool) -> list[Any]:
    """Return a level as a line with its name: the target's at the left, the start's at the right.

    The target's name stands over its line, the start's under its own: a course that goes
    from one to the other leaves both free.
    """
    colour = style.text if is_target else style.quiet
    data = alt.InlineData([{"value": mark.value, "name": mark.name}])
    base = alt.Chart(data).encode(y=alt.Y("value:Q"))
    line = base.mark_rule(
        aria=False,
        strokeWidth=style.px(2),
        color=colour,
        strokeDash=[style.px(length) for length in dash],
    )
    name = base.mark_text(
        aria=False,
        align="left" if is_target else "right",
        baseline="bottom" if is_target else "top",
        dx=style.px(4 if is_target else -4),
        dy=style.px(-3 if is_target else 4),
        fontSize=style.px(TYPE - 1),
        fontWeight=600,
        color=colour,
    ).encode(text="name:N", x=alt.value(0 if is_target else "width"))
    return [line, name]


def trend_in_words(
    title: str, points: Sequence[Point], target: Mark | None, start: Mark | None
) -> str:
    """Return the same figures as a sentence, for those who do not see the chart."""
    said = [f"{p.month} {p.said or '–'}" for p in points]
    said += [mark.name for mark in (start, target) if mark is not None]
    return f"{title}: " + ", ".join(said)


@dataclass(frozen=True, slots=True)
class Parts:
    """The organic and the paid part of one thing, as shares.

    Attributes:
        name: What it is.
        organic: The organic part, as a ratio.
        said: Both parts as they are read.
    """

    name: str
    organic: float
    said: str


def organic_paid(
    title: str, rows: Sequence[Parts], names: tuple[str, str], *, style: Style
) -> alt.LayerChart:
    """Return one bar a row, its organic part before its paid one.

    Args:
        title: What it is.
        rows: The rows from the top.
        names: The words for organic and paid.
        style: How it looks.
    """
    parts = [
        {"row": n, "part": name, "share": share, "order": order}
        for n, row in enumerate(rows)
        for order, (name, share) in enumerate(
            zip(names, (row.organic, 1 - row.organic), strict=True)
        )
    ]
    place = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    bars = (
        alt.Chart(alt.InlineData(parts))
        .mark_bar(aria=False, height=style.px(18), yOffset=style.px(11))
        .encode(
            y=place,
            x=alt.X("share:Q", axis=None, stack="zero", scale=alt.Scale(domain=[0, 1])),
            color=_legend("part", names, [style.accent, style.others], style),
            order=alt.Order("order:Q"),
        )
    )
    said = [{"row": n, "name": f"{row.name} · {row.said}"} for n, row in enumerate(rows)]
    labels = (
        alt.Chart(alt.InlineData(said))
        .mark_text(
            aria=False, align="left", dy=-style.px(10), fontSize=style.px(TYPE), color=style.text
        )
        .encode(y=place, x=alt.value(0), text="name:N")
    )
    words = f"{title}: " + "; ".join(f"{row.name}: {row.said}" for row in rows)
    chart = _dressed(alt.layer(bars, labels), title, words, style)
    return chart.properties(height=alt.Step(style.px(ROW)))


@dataclass(frozen=True, slots=True)
class Block:
    """Some hours of a weekday.

    Attributes:
        day: The weekday as it is read.
        hours: The hours as they are read.
        times: How well posts did, in medians; None where there are too few of them.
        posts: How many there are.
        said: The block in words.
    """

    day: str
    hours: str
    times: float | None
    posts: int
    said: str


def week(
    title: str,
    blocks: Sequence[Block],
    days: Sequence[str],
    hours: Sequence[str],
    *,
    style: Style,
    example: bool = False,
) -> alt.LayerChart:
    """Return the week as a grid: deeper where posts do better, with how many there are.

    Args:
        title: What it is.
        blocks: The blocks with posts.
        days: All weekdays, from the left.
        hours: All blocks of a day, from the top.
        style: How it looks.
        example: Whether it only shows what the chart will look like.
    """
    rows = [
        {
            "day": block.day,
            "hours": block.hours,
            "depth": 0.0 if block.times is None else min(block.times, 3.0) / 3.0 * 0.6,
            "posts": str(block.posts),
            "strong": block.times is not None and block.times > 1,
        }
        for block in blocks
    ]
    label: dict[str, Any] = {
        "title": None,
        "labelFontSize": style.px(TYPE - 1),
        "labelColor": style.text,
        "labelAngle": 0,
        "ticks": False,
        "domain": False,
    }
    base = alt.Chart(alt.InlineData(rows)).encode(
        x=alt.X("day:O", sort=None, scale=alt.Scale(domain=list(days)),
                axis=alt.Axis(orient="top", labelOverlap=False, **label)),
        y=alt.Y("hours:O", sort=None, scale=alt.Scale(domain=list(hours)), axis=alt.Axis(**label)),
    )  # fmt: skip
    cells = base.mark_rect(
        aria=False, color=style.quiet if example else style.accent, stroke=style.quiet,
        strokeWidth=style.px(1), strokeOpacity=0.6, cornerRadius=style.px(3),
    ).encode(fillOpacity=alt.FillOpacity("depth:Q", scale=None))  # fmt: skip
    texts: list[Any] = [
        base.transform_filter(f"datum.strong == {str(strong).lower()}")
        .mark_text(aria=False, fontSize=style.px(TYPE), color=style.text,
                   fontWeight=700 if strong else 400)
        .encode(text="posts:N")
        for strong in (True, False)
    ]  # fmt: skip
    words = f"{title}: " + "; ".join(block.said for block in blocks)
    chart = _dressed(alt.layer(cells, *texts), title, words, style)
    return chart.properties(height=alt.Step(style.px(30)))


def _legend(field: str, names: Sequence[str], colours: Sequence[str], style: Style) -> alt.Color:
    legend = alt.Legend(
        title=None,
        orient="bottom",
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        labelLimit=style.px(320),
        symbolSize=style.px(160),
    )
    scale = alt.Scale(domain=list(names), range=list(colours))
    return alt.Color(f"{field}:N", sort=list(names), scale=scale, legend=legend)


def _months(style: Style) -> alt.X:
    axis = alt.Axis(
        title=None,
        labelFontSize=style.px(TYPE - 1),
        labelColor=style.text,
        labelAngle=0,
        labelOverlap="greedy",
        labelPadding=style.px(6),
        labelSeparation=style.px(8),
        ticks=False,
        domainColor=style.quiet,
    )
    return alt.X("month:O", sort=None, axis=axis)


def _counts(style: Style, *, below_zero: bool) -> alt.Axis:
    # The room under the lowest figure may reach below zero; where no figure does, no label.
    label = "datum.label" if below_zero else "datum.value < 0 ? '' : datum.label"
    return alt.Axis(
        labelExpr=label,
        title=None,
        labelFontSize=style.px(TYPE - 1),
        labelColor=style.text,
        tickCount=4,
        format="~s",
        gridOpacity=0.25,
        domain=False,
        ticks=False,
    )


def _dressed(chart: Any, title: str, words: str, style: Style) -> alt.LayerChart:
    whole: alt.LayerChart = dressed(chart, words, style, title=title, type_size=TYPE + 1)
    return whole
