"""Hours by week as stacked bars, against the hours that there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed
from canvas.palette import SERIES, TONES

HEIGHT = 220


@dataclass(frozen=True, slots=True)
class Week:
    """One bar.

    Attributes:
        name: The week as it is read under the bar.
        parts: Hours by source, the sources in the order in which they are stacked.
        capacity: The hours that there are, None where nobody knows.
        short: What is said above the bar of a week that lacks hours, else "".
    """

    name: str
    parts: Mapping[str, float]
    capacity: float | None
    short: str = ""

    @property
    def needed(self) -> float:
        """All hours of the week."""
        return sum(self.parts.values())


def weeks(
    title: str,
    shown: Sequence[Week],
    *,
    limit: str,
    style: Style,
    example: bool = False,
) -> alt.LayerChart:
    """Return the weeks as bars, the hours that there are as a line across them.

    Args:
        title: Whose weeks they are.
        shown: The weeks, the first on the left.
        limit: What the line is called.
        style: How it looks.
        example: Whether it only shows what the chart will look like.
    """
    sources = list(dict.fromkeys(source for week in shown for source in week.parts))
    colours = [SERIES[n % len(SERIES)].on(style.theme) for n in range(len(sources))]
    if example:
        colours = [style.quiet] * len(sources)
    most = max([week.needed for week in shown] + [week.capacity or 0 for week in shown] + [1])
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
    place = alt.X("week:O", sort=None, axis=axis, scale=alt.Scale(paddingInner=0.25))
    scale = alt.Scale(domain=[0, most * 1.18], nice=False)
    hours = alt.Axis(
        title=None,
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        tickCount=5,
        grid=True,
        gridOpacity=0.25,
        domain=False,
        ticks=False,
    )
    bars = (
        alt.Chart(alt.InlineData([row for week in shown for row in _parts(week, sources)]))
        .mark_bar(aria=False)
        .encode(
            x=place,
            y=alt.Y("hours:Q", axis=hours, scale=scale, stack="zero"),
            color=alt.Color(
                "source:N",
                sort=sources,
                scale=alt.Scale(domain=sources, range=colours),
                legend=None
                if example
                else alt.Legend(
                    title=None,
                    orient="top",
                    direction="horizontal",
                    columns=alt.ExprRef("width < 480 ? 2 : 3"),
                    labelFontSize=style.px(TYPE),
                    labelColor=style.text,
                    labelLimit=style.px(240),
                    symbolSize=style.px(160),
                ),
            ),
            order=alt.Order("order:Q"),
        )
    )
    totals = alt.Chart(alt.InlineData([_total(week) for week in shown]))
    line = (
        totals.transform_filter("isValid(datum.capacity)")
        .mark_line(
            interpolate="step",
            strokeWidth=style.px(3),
            strokeDash=[style.px(8), style.px(4)],
            aria=False,
        )
        .encode(
            x=place,
            y=alt.Y("capacity:Q", scale=scale),
            color=alt.value(style.text),
            order="place:Q",
        )
    )
    called = (
        alt.Chart(alt.InlineData([row for row in [_named(shown, limit)] if row]))
        .mark_text(
            align="left",
            baseline="bottom",
            dy=-style.px(5),
            dx=-style.px(8),
            fontSize=style.px(TYPE),
            fontWeight=700,
            aria=False,
            color=style.text,
        )
        .encode(x=place, y=alt.Y("capacity:Q", scale=scale), text="limit:N")
    )
    short = (
        totals.transform_filter("datum.short != ''")
        .mark_text(
            baseline="bottom",
            dy=-style.px(4),
            fontSize=style.px(TYPE),
            fontWeight=700,
            aria=False,
            color=TONES["bad"].on(style.theme),
        )
        .encode(x=place, y=alt.Y("hours:Q", scale=scale), text="short:N")
    )
    whole: alt.LayerChart = dressed(
        alt.layer(bars, line, called, short),
        in_words(title, shown, limit),
        style,
        title=title,
        height=style.px(HEIGHT),
    )
    return whole


def in_words(title: str, shown: Sequence[Week], limit: str) -> str:
    """Return the same figures as a sentence, for those who do not see the chart."""
    said = []
    for week in shown:
        figure = f"{week.name} {week.needed:g}"
        if week.capacity is not None:
            figure += f" ({limit} {week.capacity:g})"
        said.append(f"{figure} {week.short}".strip())
    return f"{title}: " + ", ".join(said)


def _parts(week: Week, sources: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "week": week.name,
            "source": source,
            "order": number,
            "hours": round(week.parts.get(source, 0), 2),
        }
        for number, source in enumerate(sources)
    ] or [{"week": week.name, "source": "", "order": 0, "hours": 0}]


def _total(week: Week) -> dict[str, Any]:
    return {
        "week": week.name,
        "hours": max(round(week.needed, 2), week.capacity or 0),
        "capacity": week.capacity,
        "short": week.short,
    }


def _named(shown: Sequence[Week], limit: str) -> dict[str, Any] | None:
    """Return where the line is called by its name: over the first week that has it."""
    week = next((week for week in shown if week.capacity is not None), None)
    if week is None:
        return None
    return {"week": week.name, "capacity": week.capacity, "limit": limit}
