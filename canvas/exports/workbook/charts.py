"""Native charts, dressed: few lines, our colours, the words of a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from canvas import palette
from canvas.exports.workbook.looks import FONT, INK, MUTED, RULE

WIDTH, HEIGHT = 600, 300
"""Pixels of a chart."""

_MOST_WORDS = 13
"""Days along an axis; of more, some are left out."""

_FONT = {"name": FONT, "size": 9, "color": MUTED}

Span = tuple[str, int, int, int, int]
"""A sheet's title, then first row and column, last row and column."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart.

    Attributes:
        name: Where its name stands, as (sheet, row, column).
        values: Where its figures stand.
        line: Whether it is a line over columns, or a target.
        dashed: Whether that line is a target.
        colour: Its colour, "" for the next one of ours.
    """

    name: tuple[str, int, int]
    values: Span
    line: bool = False
    dashed: bool = False
    colour: str = ""


def insert_chart(
    book: Workbook,
    sheet: Worksheet,
    cell: tuple[int, int],
    *,
    title: str,
    about: str,
    categories: Span,
    series: Sequence[Series],
    kind: str = "column",
    stacked: bool = False,
    pattern: str = "#,##0",
    axis: str = "",
) -> None:
    """Insert a chart.

    Args:
        book: The file.
        sheet: Where to insert it.
        cell: Row and column of its corner.
        title: What it shows.
        about: What it shows, for those who cannot see it.
        categories: Where the words or days along its axis stand.
        series: What it draws.
        kind: "column", "bar" or "line".
        stacked: Whether columns stand on one another.
        pattern: Number format of its figures.
        axis: Number format of the days along its axis; "" for words.
    """
    chart = book.add_chart({"type": kind, "subtype": "stacked"} if stacked else {"type": kind})
    over = book.add_chart({"type": "line"})
    lines = 0
    for number, one in enumerate(series):
        colour = one.colour or palette.SERIES[number % len(palette.SERIES)].light
        look: dict[str, Any] = {"name": list(one.name), "values": list(one.values)}
        look["categories"] = list(categories)
        is_line = kind == "line" or one.line
        if is_line:
            look["line"] = {"color": colour, "width": 2.0}
            if one.dashed:
                look["line"]["dash_type"] = "dash"
            elif kind == "line":
                look["marker"] = {
                    "type": "circle",
                    "size": 6,
                    "fill": {"color": colour},
                    "border": {"color": "#FFFFFF"},
                }
        else:
            look["fill"] = {"color": colour}
            look["gap"] = 60
        if one.line and kind != "line":
            over.add_series(look)
            lines += 1
        else:
            chart.add_series(look)
    if lines:
        chart.combine(over)
    values = {
        "num_format": pattern,
        "num_font": _FONT,
        "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.75}},
        "line": {"none": True},
        "major_tick_mark": "none",
    }
    words: dict[str, Any] = {
        "num_font": _FONT,
        "line": {"color": RULE},
        "major_tick_mark": "none",
        "text_axis": True,
    }
    if axis:
        words["num_format"] = axis
        words["interval_unit"] = max(1, (categories[3] - categories[1]) // _MOST_WORDS + 1)
    if kind == "bar":
        # The first line on top, and the figures below all the same.
        chart.set_y_axis({**words, "reverse": True})
        chart.set_x_axis({**values, "label_position": "high"})
    else:
        chart.set_x_axis(words)
        chart.set_y_axis(values)
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 12, "color": INK}})
    chart.set_legend({"position": "bottom", "font": _FONT} if len(series) > 1 else {"none": True})
    chart.set_chartarea({"border": {"color": RULE}, "fill": {"color": "#FFFFFF"}})
    chart.set_plotarea({"fill": {"none": True}})
    chart.set_size({"width": WIDTH, "height": HEIGHT})
    sheet.insert_chart(*cell, chart, {"description": about, "object_position": 2})
