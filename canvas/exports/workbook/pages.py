"""Sheets that hold tables: one table with its totals, or several under one another."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from canvas.domain.messages import say
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.figures import write_figures
from canvas.exports.workbook.places import (
    FIGURES,
    GROUPS,
    HEADER,
    HIDDEN,
    LABELS,
    Page,
    Spot,
)
from canvas.exports.workbook.table import ROW
from canvas.rules.cells import fitting
from canvas.steps.audit.market import Competitor
from canvas.steps.sheets import Placed
from canvas.steps.wording import listed

PRINTED = 190
"""Characters across a printed page: further columns stay on the screen."""


def draw_data(sheet: Worksheet, page: Page, context: Context) -> Iterator[Placed]:
    """Draw a sheet of tables and yield what the manifest says of each."""
    context.head(sheet, _title(page, context), _purpose(page, context))
    sheet.set_default_row(ROW)
    sheet.set_column(0, 0, 0, None, {"hidden": True})
    if len(page.spots) == 1:
        _dress_one(sheet, page.spots[0], context)
    else:
        _dress_several(sheet, page, context)
    for spot in page.spots:
        yield spot.placed(context.painter.draw(sheet, spot, context.computed(spot)))


def _title(page: Page, context: Context) -> str:
    if page.about is None:
        return context.tr(page.sheet.title)
    return context.cells.names(page.sheet.per)[page.about.id]


def _purpose(page: Page, context: Context) -> str:
    about = page.about
    if isinstance(about, Competitor):
        facts = [about.why_chosen, about.url]
        return fitting(context.tr.said(listed(facts))) or context.tr(page.sheet.purpose)
    return context.tr(page.sheet.purpose)


def _dress_one(sheet: Worksheet, spot: Spot, context: Context) -> None:
    painter = context.painter
    widths, formats = painter.widths(spot), painter.formats(spot)
    hidden = HIDDEN.get(spot.table.record, ())
    printed, across = len(widths), 0.0
    for col, (lane, width, style) in enumerate(zip(spot.lanes, widths, formats, strict=True), 1):
        if lane.name in hidden:
            sheet.set_column(col, col, 9, None, {"hidden": True})
            continue
        sheet.set_column(col, col, width, style)
        across += width
        if across > PRINTED:
            printed = min(printed, col - 1)
    sheet.set_row(LABELS, 38)
    sheet.set_row(FIGURES, 24)
    sheet.set_row(FIGURES + 1, 8)
    sheet.set_row(GROUPS, 16)
    painter.groups(sheet, spot)
    values = {name: value for name, _, value in context.computed(spot).columns()}
    write_figures(sheet, spot, context.cells, context.looks, computed=values, today=context.today)
    sheet.freeze_panes(HEADER + 1, 2)
    sheet.repeat_rows(HEADER)
    sheet.print_area(0, 0, spot.last, max(1, printed))


def _dress_several(sheet: Worksheet, page: Page, context: Context) -> None:
    painter = context.painter
    across = max(len(spot.lanes) for spot in page.spots)
    widths = [0.0] * across
    for spot in page.spots:
        for at, width in enumerate(painter.widths(spot)):
            widths[at] = max(widths[at], min(width, 30.0))
        sheet.set_row(spot.header - 1, 22)
        words = context.tr(say(spot.table.type.many))
        sheet.write_string(spot.header - 1, 1, words, context.looks.section())
    for col, width in enumerate(widths, 1):
        sheet.set_column(col, col, width)
    sheet.freeze_panes(2, 2)
    sheet.print_area(0, 0, page.spots[-1].last, across)
