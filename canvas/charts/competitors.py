"""Us against competitors on one network, as bars with their names and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed

ROOM = 1.3
"""The axis is longer than the longest bar, so that its figure fits behind it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        name: Whose it is.
        value: Its length, None where it is not known.
        figure: The value as it is read, or what is said of an unknown one.
        is_us: Whether it is ours.
    """

    name: str
    value: float | None
    figure: str
    is_us: bool = False


def bars(
    title: str, lines: Sequence[Bar], *, longest: float, style: Style, example: bool = False
) -> alt.LayerChart:
    """Return the bars, each under its name and before its figure.

    Args:
        title: What they are about.
        lines: The bars from the top.
        longest: The length that the axis is made for: the same for charts side by side.
        style: How it looks.
        example: Whether it only shows what the chart will look like.
    """
    data = alt.InlineData([_row(number, line) for number, line in enumerate(lines)])
    ours = style.quiet if example else style.accent
    base = alt.Chart(data).encode(
        y=alt.Y("place:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    )
    scale = alt.Scale(domain=[0, (longest or 1) * ROOM], nice=False)
    down = style.px(11)
    length = base.mark_bar(
        height=style.px(18), yOffset=down, cornerRadiusEnd=style.px(3), aria=False
    ).encode(
        x=alt.X("length:Q", axis=None, scale=scale),
        color=alt.condition("datum.us", alt.value(ours), alt.value(style.others)),
    )
    figures = [
        base.transform_filter(f"datum.known == {str(known).lower()}")
        .mark_text(
            align="left",
            aria=False,
            dx=style.px(6 if known else 0),
            dy=down,
            fontSize=style.px(TYPE),
            fontWeight=600 if known else 400,
            color=style.text if known else style.quiet,
        )
        .encode(x=alt.X("length:Q", axis=None, scale=scale), text="figure:N")
        for known in (True, False)
    ]
    names = [
        base.transform_filter(f"datum.us == {str(us).lower()}")
        .mark_text(
            align="left",
            aria=False,
            dy=-style.px(10),
            fontSize=style.px(TYPE),
            fontWeight=700 if us else 400,
        )
        .encode(x=alt.value(0), text="name:N")
        for us in (True, False)
    ]
    whole: alt.LayerChart = dressed(
        alt.layer(length, *figures, *names),
        in_words(title, lines),
        style,
        title=title,
        height=alt.Step(style.px(50)),
    )
    coloured: alt.LayerChart = whole.configure_text(color=style.quiet if example else style.text)
    return coloured


def in_words(title: str, lines: Sequence[Bar]) -> str:
    """Return the same figures as a sentence, for those who do not see the chart."""
    return f"{title}: " + ", ".join(f"{line.name} {line.figure}" for line in lines)


def _row(number: int, line: Bar) -> dict[str, Any]:
    return {
        "place": number,
        "name": line.name,
        "length": line.value or 0,
        "figure": line.figure,
        "us": line.is_us,
        "known": line.value is not None,
    }
