"""How far each step is: decisions made, and what the rules still say of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from canvas.charts.style import TYPE, Style, dressed
from canvas.palette import TONES

STEP = 30
"""Pixels of height that a step takes."""

ROOM = {False: 56, True: 122}
"""Pixels behind the bars, without and with anything open."""

FIGURE, ERRORS, WARNINGS = 6, 58, 91
"""Where in that room things begin."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step.

    Attributes:
        name: What it is called.
        share: Decisions made, of all.
        figure: The same as it is read.
        errors: What contradicts in it.
        warnings: What is to be looked at in it.
        said: All of it in words.
    """

    name: str
    share: float
    figure: str
    errors: int
    warnings: int
    said: str


def readiness(title: str, bars: Sequence[Bar], *, style: Style) -> alt.LayerChart:
    """Return the steps from the top, each as far as it is, with what is open behind it.

    Args:
        title: What it is about, for those who do not see it.
        bars: The steps in their order.
        style: How it looks.
    """
    rows = [
        {
            "place": place,
            "whole": 1,
            "share": bar.share,
            "figure": bar.figure,
            "errors": bar.errors,
            "warnings": bar.warnings,
        }
        for place, bar in enumerate(bars)
    ]
    # A list in JSON is one in the expression language too: a name cannot end it.
    names = alt.Axis(
        title=None,
        labelExpr=f"{json.dumps([bar.name for bar in bars])}[datum.value]",
        labelFontSize=style.px(TYPE),
        labelColor=style.text,
        labelLimit=style.px(150),
        labelPadding=style.px(8),
        ticks=False,
        domain=False,
    )
    room = style.px(ROOM[any(bar.errors or bar.warnings for bar in bars)])
    base = alt.Chart(alt.InlineData(rows)).encode(y=alt.Y("place:O", axis=names))
    layers = [
        _bar(base, "whole", room, style).encode(
            color=alt.value(style.quiet), opacity=alt.value(0.22)
        ),
        _bar(base, "share", room, style).encode(color=alt.value(style.accent)),
        _text(base, "figure", _behind(room, FIGURE, style), style).encode(
            color=alt.value(style.text)
        ),
        *_open(base, "errors", _behind(room, ERRORS, style), ("diamond", "bad"), style),
        *_open(base, "warnings", _behind(room, WARNINGS, style), ("triangle-up", "watch"), style),
    ]
    words = f"{title}: " + " ".join(bar.said for bar in bars)
    whole: alt.LayerChart = dressed(
        alt.layer(*layers), words, style, height=style.px(STEP * len(bars))
    )
    return whole


def _behind(room: float, at: float, style: Style) -> alt.ExprRef:
    """Return a place in the room behind the bars."""
    return alt.ExprRef(f"width - {room - style.px(at)}")


def _bar(base: alt.Chart, field: str, room: float, style: Style) -> Any:
    scale = alt.Scale(domain=[0, 1], range=[0, alt.ExprRef(f"width - {room}")])
    return base.mark_bar(aria=False, height=style.px(14), cornerRadius=style.px(3)).encode(
        x=alt.X(f"{field}:Q", axis=None, scale=scale)
    )


def _text(base: Any, field: str, x: alt.ExprRef, style: Style, dx: float = 0) -> Any:
    return base.mark_text(aria=False, align="left", x=x, dx=dx, fontSize=style.px(TYPE)).encode(
        text=f"{field}:N"
    )


def _open(
    base: alt.Chart, field: str, x: alt.ExprRef, look: tuple[str, str], style: Style
) -> tuple[Any, Any]:
    """Return a sign of its own shape and how often it counts, where it counts at all."""
    shape, tone = look
    colour = alt.value(TONES[tone].on(style.theme))
    some = base.transform_filter(f"datum.{field} > 0")
    sign = some.mark_point(
        aria=False, filled=True, opacity=1, shape=shape, x=x, size=style.px(style.px(110))
    ).encode(color=colour)
    return sign, _text(some, field, x, style, dx=style.px(9)).encode(color=colour)
