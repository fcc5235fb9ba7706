"""Money by month, planned and spent, and money so far against what was granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed

HEIGHT = 220


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount of a month.

    Attributes:
        month: The month as it is read.
        name: What it is: planned, spent, granted.
        amount: In whole units of the currency.
        said: The amount as it is read.
    """

    month: str
    name: str
    amount: float
    said: str


def by_month(
    title: str, figures: Sequence[Figure], *, style: Style, example: bool = False
) -> alt.Chart:
    """Return the amounts of each month side by side; in grey for an example."""
    names = list(dict.fromkeys(figure.name for figure in figures))
    chart = (
        alt.Chart(alt.InlineData([_row(figure) for figure in figures]))
        .mark_bar(aria=False, cornerRadiusEnd=style.px(2))
        .encode(
            x=_months(style),
            xOffset=alt.XOffset("name:N", sort=names),
            y=_amounts(style),
            color=alt.value(style.quiet) if example else _colours(names, style),
        )
    )
    return _dressed(chart, title, figures, style)


def so_far(title: str, figures: Sequence[Figure], *, style: Style) -> alt.Chart:
    """Return the amounts until the end of each month as steps, one for each name."""
    names = list(dict.fromkeys(figure.name for figure in figures))
    chart = (
        alt.Chart(alt.InlineData([_row(figure) for figure in figures]))
        .mark_line(aria=False, interpolate="step", strokeWidth=style.px(3))
        .encode(
            x=_months(style),
            y=_amounts(style),
            color=_colours(names, style),
            strokeDash=alt.StrokeDash(
                "name:N",
                sort=names,
                scale=alt.Scale(domain=names, range=[[1, 0], [8, 4], [2, 3]][: len(names)]),
                legend=None,
            ),
        )
    )
    return _dressed(chart, title, figures, style)


def in_words(title: str, figures: Sequence[Figure]) -> str:
    """Return the same figures as a sentence, for those who do not see the chart."""
    said: dict[str, list[str]] = {}
    for figure in figures:
        said.setdefault(figure.month, []).append(f"{figure.name} {figure.said}")
    return f"{title}: " + "; ".join(f"{month} {', '.join(all_)}" for month, all_ in said.items())


def _row(figure: Figure) -> dict[str, Any]:
    return {"month": figure.month, "name": figure.name, "amount": figure.amount}


def _months(style: Style) -> alt.X:
    axis = alt.Axis(
        title=None,
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        labelAngle=0,
        labelOverlap="greedy",
        labelSeparation=style.px(6),
        labelPadding=style.px(6),
        ticks=False,
        domainColor=style.quiet,
    )
    return alt.X("month:O", sort=None, axis=axis)


def _amounts(style: Style) -> alt.Y:
    axis = alt.Axis(
        title=None,
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        tickCount=4,
        format=".0f",
        gridOpacity=0.25,
        domain=False,
        ticks=False,
    )
    return alt.Y("amount:Q", axis=axis)


def _colours(names: Sequence[str], style: Style) -> alt.Color:
    shades = [style.others, style.accent, style.text][: len(names)]
    legend = alt.Legend(
        title=None,
        orient="top",
        columns=alt.ExprRef("width < 480 ? 1 : 3"),
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        labelLimit=style.px(320),
        symbolSize=style.px(160),
    )
    return alt.Color(
        "name:N", sort=names, scale=alt.Scale(domain=names, range=shades), legend=legend
    )


def _dressed(chart: alt.Chart, title: str, figures: Sequence[Figure], style: Style) -> alt.Chart:
    whole: alt.Chart = dressed(
        chart, in_words(title, figures), style, title=title, height=style.px(HEIGHT)
    )
    return whole
