"""Native charts, dressed: few lines, few colours, the figures where one looks for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from pptx.chart.axis import _BaseAxis
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.dml.line import LineFormat
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.text.text import Font
from pptx.util import Pt
from xlsxwriter import Workbook

from canvas.domain.story import ChartKind
from canvas.exports.deck.context import Context
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.theme import ENOUGH, INK, MUTED, WHITE, contrast
from canvas.exports.deck.typeset import width

_LONG_LABEL = 13
_MANY = 7
_THEME_COLOURS = {
    "tx1": MSO_THEME_COLOR.TEXT_1,
    "bg1": MSO_THEME_COLOR.BACKGROUND_1,
    **{f"accent{n}": getattr(MSO_THEME_COLOR, f"ACCENT_{n}") for n in range(1, 7)},
}


@dataclass(frozen=True, slots=True)
class Line:
    """A series, its words set."""

    name: str
    values: tuple[float | None, ...]
    dashed: bool = False

    def last(self) -> int | None:
        """Return where the last figure stands."""
        return next(
            (at for at in reversed(range(len(self.values))) if self.values[at] is not None), None
        )


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, its words set.

    Attributes:
        kind: Bars, stacked bars or lines.
        categories: What stands along the axis.
        lines: The figures.
        share: Whether they are ratios.
        small: Whether it is a card's: no legend, little text.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    lines: tuple[Line, ...]
    share: bool = False
    small: bool = False

    @property
    def figures(self) -> list[float]:
        """All figures that there are."""
        return [value for line in self.lines for value in line.values if value is not None]

    @property
    def lies(self) -> bool:
        """Whether the bars lie, since their names are long or many."""
        if self.kind is ChartKind.LINES:
            return False
        return len(self.categories) > _MANY or any(len(c) > _LONG_LABEL for c in self.categories)


class _PlainWriter(CategoryWorkbookWriter):
    """Writes a chart's figures so that no text in them becomes a formula or a link."""

    created = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the library takes it as it is

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
        workbook = Workbook(
            xlsx_file,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        workbook.set_properties({"created": self.created})
        yield workbook, workbook.add_worksheet()
        workbook.close()


class _PlainData(CategoryChartData):
    """Chart data whose workbook holds texts as texts."""

    @property
    def _workbook_writer(self) -> _PlainWriter:
        return _PlainWriter(self)


def number_format(figures: Sequence[float], share: bool, french: bool) -> str:
    """Return the format of figures, with its language.

    LibreOffice takes separators from the language, PowerPoint from its own settings.
    """
    language = "[$-40C]" if french else "[$-809]"
    if share:
        whole = all(abs(value * 100 - round(value * 100)) < 0.05 for value in figures)
        sign = '"\u202f"%' if french else "%"
        return language + ("0" if whole else "0.0") + sign
    fine = any(value != int(value) for value in figures) and max(map(abs, figures), default=0) < 100
    return language + ("#,##0.0" if fine else "#,##0")


def draw_chart(
    page: Page, box: Box, drawing: Drawing, context: Context, alt: str, *, placeholder: str = ""
) -> None:
    """Put a chart on a slide."""
    data = _PlainData(
        number_format=number_format(drawing.figures, drawing.share, context.tr.language == "fr")
    )
    data.categories = drawing.categories
    for line in drawing.lines:
        data.add_series(line.name, line.values)
    chart = page.chart(
        box, _TYPES[drawing.kind, drawing.lies], data, alt=alt, placeholder=placeholder
    )
    _dress(chart, drawing, context, data.number_format)
    _renumber_axes(chart)


_TYPES = {
    (ChartKind.BARS, False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    (ChartKind.BARS, True): XL_CHART_TYPE.BAR_CLUSTERED,
    (ChartKind.STACKED, False): XL_CHART_TYPE.COLUMN_STACKED,
    (ChartKind.STACKED, True): XL_CHART_TYPE.BAR_STACKED,
    (ChartKind.LINES, False): XL_CHART_TYPE.LINE_MARKERS,
}


def _dress(chart: NativeChart, drawing: Drawing, context: Context, shown_as: str) -> None:
    size = 10 if drawing.small else 12
    chart.has_title = False
    _font(chart.font, size, MUTED)
    real = [line for line in drawing.lines if not line.dashed]
    chart.has_legend = len(drawing.lines) > 1 and not drawing.small
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        _font(chart.legend.font, 12, INK)
    labelled = drawing.kind is not ChartKind.LINES and (
        len(real) == 1 or drawing.kind is ChartKind.STACKED
        or len(real) * len(drawing.categories) <= 12
    )  # fmt: skip
    _axes(chart, drawing, shown_as, size, hide_values=labelled)
    plot = chart.plots[0]
    if drawing.kind is not ChartKind.LINES:
        plot.gap_width = 55
        plot.overlap = 100 if drawing.kind is ChartKind.STACKED else -8
    colours = iter(context.palette.series(len(real)))
    for native, line in zip(plot.series, drawing.lines, strict=True):
        colour = "accent3" if line.dashed else next(colours)
        if drawing.kind is ChartKind.LINES:
            _line(native, line, colour)
            _label_last(native, line, drawing, shown_as, _readable(colour, context))
        else:
            _paint(native.format.fill, colour)
            if labelled:
                _label_bars(native, line, drawing, shown_as, context.palette.hex(colour))


def _axes(
    chart: NativeChart, drawing: Drawing, shown_as: str, size: int, *, hide_values: bool
) -> None:
    categories, values = chart.category_axis, chart.value_axis
    _quiet(categories, size)
    categories.has_major_gridlines = False
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _line_colour(categories.format.line, "BAC4D1", 0.75)
    if drawing.lies:
        categories.reverse_order = True
        categories.tick_labels.font.size = Pt(max(10, min(12, 260 // len(drawing.categories))))
    _quiet(values, size)
    values.tick_labels.number_format = shown_as
    values.tick_labels.number_format_is_linked = False
    values.format.line.fill.background()
    values.has_major_gridlines = not hide_values
    values.visible = not hide_values
    if not hide_values:
        _line_colour(values.major_gridlines.format.line, "E3E8EE", 0.5)
    if all(value >= 0 for value in drawing.figures):
        values.minimum_scale = 0


def _quiet(axis: _BaseAxis, size: int) -> None:
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_title = False
    _font(axis.tick_labels.font, size, MUTED)


def _line(native: Any, line: Line, colour: str) -> None:
    native.smooth = False
    _line_colour(native.format.line, colour, 1.5 if line.dashed else 2.5)
    if line.dashed:
        native.format.line.dash_style = MSO_LINE.DASH
        native.marker.style = XL_MARKER_STYLE.NONE
        return
    native.marker.style = XL_MARKER_STYLE.CIRCLE
    native.marker.size = 5
    _paint(native.marker.format.fill, colour)
    _line_colour(native.marker.format.line, colour, 0.75)


def _label_last(native: Any, line: Line, drawing: Drawing, shown_as: str, colour: str) -> None:
    """Write the last figure beside its point."""
    last = line.last()
    if last is None:
        return
    label = native.points[last].data_label
    label.position = _beside(line, last, drawing)
    _font(label.font, 11 if drawing.small else 12, colour, bold=True)
    _show_value(label._dLbl, shown_as)


def _beside(line: Line, last: int, drawing: Drawing) -> Any:
    """Return where a figure stands free of those of other lines that end close to it."""
    room = 0.14 * max(drawing.figures)
    mine = line.values[last] or 0.0
    at = drawing.lines.index(line)
    above = below = False
    for n, other in enumerate(drawing.lines):
        gap = (other.values[last] or 0.0) - mine
        if n == at or abs(gap) >= room:
            continue
        if gap > 0 or (gap == 0 and n < at):
            above = True
        else:
            below = True
    if above:
        return XL_LABEL_POSITION.RIGHT if below else XL_LABEL_POSITION.BELOW
    return XL_LABEL_POSITION.ABOVE


def _label_bars(native: Any, line: Line, drawing: Drawing, shown_as: str, ground: str) -> None:
    labels = native.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = shown_as, False
    if drawing.kind is ChartKind.STACKED:
        labels.position = XL_LABEL_POSITION.CENTER
        on_fill = WHITE if contrast(ground, "FFFFFF") >= ENOUGH else INK
        _font(labels.font, 11, on_fill, bold=True)
        _hide_small(native, line, drawing)
    else:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        _font(labels.font, 12, INK, bold=True)


def _hide_small(native: Any, line: Line, drawing: Drawing) -> None:
    """Leave the label out where a part of a stack is too thin to hold it."""
    totals = [
        sum(abs(other.values[at] or 0.0) for other in drawing.lines)
        for at in range(len(drawing.categories))
    ]
    longest = max(totals, default=0.0)
    for at, value in enumerate(line.values):
        if value is not None and abs(value) < longest * 0.06:
            label = native.points[at].data_label._get_or_add_dLbl()
            for child in list(label):
                if child.tag != qn("c:idx"):
                    label.remove(child)
            label.append(label.makeelement(qn("c:delete"), {"val": "1"}))


def _show_value(label: Any, shown_as: str) -> None:
    """Show a single label's figure in the chart's format."""
    for key in ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        element = label.find(qn(f"c:{key}"))
        if element is not None:
            element.set("val", "0")
    label.find(qn("c:showVal")).set("val", "1")
    existing = label.find(qn("c:numFmt"))
    if existing is None:
        existing = label.makeelement(qn("c:numFmt"), {})
        before = next(
            child for child in label
            if child.tag not in {qn(f"c:{k}") for k in ("idx", "delete", "layout", "tx")}
        )  # fmt: skip
        before.addprevious(existing)
    existing.set("formatCode", shown_as)
    existing.set("sourceLinked", "0")


def _readable(colour: str, context: Context) -> str:
    """Return a series' colour where it can be read on white, ink where it cannot."""
    return colour if contrast(context.palette.hex(colour), "F4F6F8") >= ENOUGH else INK


def _paint(fill: FillFormat, colour: str) -> None:
    fill.solid()
    _set_colour(fill.fore_color, colour)


def _line_colour(line: LineFormat, colour: str, points: float) -> None:
    line.width = Pt(points)
    _paint(line.fill, colour)


def _font(font: Font, size: float, colour: str, *, bold: bool = False) -> None:
    font.size, font.bold = Pt(size), bold
    _paint(font.fill, colour)


def _set_colour(target: Any, colour: str) -> None:
    if colour in _THEME_COLOURS:
        target.theme_color = _THEME_COLOURS[colour]
    else:
        target.rgb = RGBColor.from_string(colour)


def _renumber_axes(chart: NativeChart) -> None:
    """Give axes positive numbers, as the schema wants: the library writes negative ones."""
    numbers: dict[str, str] = {}
    for element in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        old = element.get("val")
        element.set("val", numbers.setdefault(old, str(100_000 + len(numbers))))


def shortened(words: str, most: float, size: float = 12) -> str:
    """Return a label that is at most `most` points wide."""
    if width(words, size) <= most:
        return words
    while words and width(words + "…", size) > most:
        words = words[:-1]
    return words.rstrip() + "…"
