"""A neutral chart of a slide, drawn for the page: several series as lines or bars."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed
from canvas.palette import SERIES

HEIGHT = 230


@dataclass(frozen=True, slots=True)
class Named:
    """A series.

    Attributes:
        name: What it is of.
        values: Its figures, one a category; None where there is none.
        said: The same as they are read.
        is_level: Whether it is a level to reach rather than something measured.
    """

    name: str
    values: Sequence[float | None]
    said: Sequence[str]
    is_level: bool = False


def neutral(
    title: str, categories: Sequence[str], series: Sequence[Named], *, bars: bool, style: Style
) -> alt.LayerChart:
    """Return the series over their categories; a figure that is missing leaves a gap.

    Args:
        title: What they are, for those who do not see them; the slide says it above.
        categories: What stands along the axis, in order.
        series: The figures.
        bars: Whether they are bars that lie; lines otherwise.
        style: How it looks.
    """
    # A figure stands at its place in the order: two categories may have one name.
    rows = [
        {"place": at, "value": value, "name": one.name, "said": said, "level": one.is_level}
        for one in series
        for at, (value, said) in enumerate(zip(one.values, one.said, strict=True))
    ]
    words = f"{title}: " + "; ".join(
        f"{one.name}: "
        + ", ".join(
            f"{category} {said or '–'}"
            for category, said in zip(categories, one.said, strict=False)
        )
        for one in series
    )
    names = [one.name for one in series]
    colours = [
        style.quiet if one.is_level else SERIES[at % len(SERIES)].on(style.theme)
        for at, one in enumerate(series)
    ]
    base = alt.Chart(alt.InlineData(rows))
    colour = _legend(names, colours, style)
    layers = _bars(base, categories, colour, style) if bars else _lines(
        base, categories, colour, style
    )  # fmt: skip
    high = len(categories) * (len(series) * 20 + 18) + 20 if bars else HEIGHT
    whole: alt.LayerChart = dressed(alt.layer(*layers), words, style, height=style.px(high))
    return whole


def _lines(
    base: alt.Chart, categories: Sequence[str], colour: alt.Color, style: Style
) -> list[Any]:
    x = alt.X("place:O", axis=_names(categories, style))
    y = alt.Y("value:Q", axis=_counts(style), scale=alt.Scale(zero=False, padding=style.px(12)))
    measured = base.transform_filter("!datum.level").encode(x=x, y=y, color=colour)
    return [
        measured.mark_line(
            aria=False, strokeWidth=style.px(3), invalid="break-paths-show-path-domains"
        ),
        measured.transform_filter("isValid(datum.value)").mark_point(
            aria=False, filled=True, size=style.px(60), opacity=1
        ),
        base.transform_filter("datum.level")
        .mark_line(aria=False, strokeWidth=style.px(2), strokeDash=[style.px(8), style.px(5)])
        .encode(x=x, y=y, color=colour),
    ]


def _bars(base: alt.Chart, categories: Sequence[str], colour: alt.Color, style: Style) -> list[Any]:
    y = alt.Y("place:O", axis=_names(categories, style))
    known = base.transform_filter("isValid(datum.value)")
    x = alt.X("value:Q", axis=None)
    offset = alt.YOffset("name:N", sort=None)
    return [
        known.mark_bar(aria=False).encode(x=x, y=y, yOffset=offset, color=colour),
        known.mark_text(
            aria=False,
            align="left",
            dx=style.px(5),
            fontSize=style.px(TYPE - 1),
            color=style.text,
        ).encode(x=x, y=y, yOffset=offset, text="said:N"),
    ]


def _names(categories: Sequence[str], style: Style) -> alt.Axis:
    # A list in JSON is one in the expression language too: a name cannot end it.
    return alt.Axis(
        title=None,
        labelExpr=f"{json.dumps(list(categories))}[datum.value]",
        labelFontSize=style.px(TYPE - 1),
        labelColor=style.text,
        labelAngle=0,
        labelOverlap="greedy",
        labelLimit=style.px(260),
        ticks=False,
        domainColor=style.quiet,
    )


def _counts(style: Style) -> alt.Axis:
    return alt.Axis(
        title=None,
        labelFontSize=style.px(TYPE - 1),
        labelColor=style.text,
        tickCount=4,
        format="~s",
        gridOpacity=0.25,
        domain=False,
        ticks=False,
    )


def _legend(names: Sequence[str], colours: Sequence[str], style: Style) -> alt.Color:
    legend = alt.Legend(
        title=None,
        orient="bottom",
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        labelLimit=style.px(320),
    )
    scale = alt.Scale(domain=list(names), range=list(colours))
    return alt.Color("name:N", sort=list(names), scale=scale, legend=legend)
