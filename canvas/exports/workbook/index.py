"""The first sheet: what the workbook is, how to send it back, what it holds."""

from __future__ import annotations

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from canvas.domain.messages import N_, say, say_count
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.looks import ACCENT, RULE, TABS
from canvas.exports.workbook.places import Page
from canvas.exports.workbook.table import HEADING
from canvas.steps.frame.settings import Settings

_TOP = 9

_HOW = (
    N_("Edit, add, sort or delete lines as you like; the lists of the cells come from your "
       "strategy."),
    N_("Keep the headings: a column that you add is yours, and the app leaves it alone."),
    N_("A grey heading marks what the app works out; what you write there is not taken over."),
    N_("Then give the file back in Canevas, page “Deliver”: it shows every change before "
       "anything is saved."),
)  # fmt: skip


def draw_index(sheet: Worksheet, page: Page, context: Context) -> None:
    """Draw the name, the date, four rules and a line a sheet."""
    looks, tr, cells = context.looks, context.tr, context.cells
    name = context.strategy.one(Settings).name
    title = cells.cell(name, Settings.field("name")) or tr(N_("Untitled strategy"))
    made = tr(say(N_("Workbook of {date}"), date=context.today))
    context.head(sheet, str(title), made)
    for col, width in enumerate((2, 34, 12, 92)):
        sheet.set_column(col, col, width)
    sheet.write_string(3, 1, tr(N_("How to send it back")), looks.section())
    for row, rule in enumerate(_HOW, 4):
        sheet.write_string(row, 1, f"{row - 3}.  {tr(rule)}", looks.make())
    sheet.set_row(_TOP, HEADING - 9)
    for col, words in enumerate((N_("Sheet"), N_("Lines"), N_("What it holds")), 1):
        sheet.write_string(_TOP, col, tr(words), looks.heading())
    for row, other in enumerate(context.places.pages[1:], _TOP + 1):
        link = looks.make(
            font_color=TABS[other.sheet.group] or ACCENT, bold=True, bottom=1, bottom_color=RULE
        )
        place = f"internal:{quote_sheetname(other.tab)}!A1"
        sheet.write_url(row, 1, place, link, other.tab)
        lines = sum(len(spot.records) for spot in other.spots)
        number = looks.make(num_format="#,##0", align="left", bottom=1, bottom_color=RULE)
        if other.spots:
            sheet.write_number(row, 2, lines, number)
        else:
            sheet.write_blank(row, 2, None, number)
        quiet = looks.quiet(bottom=1, bottom_color=RULE)
        sheet.write_string(row, 3, tr(other.sheet.purpose), quiet)
    sheet.fit_to_pages(1, 1)
    total = sum(len(spot.records) for one in context.places.pages for spot in one.spots)
    said = say_count("{n} line in all", "{n} lines in all", total)
    sheet.write_string(_TOP + 1 + len(context.places.pages), 1, tr(said), looks.quiet())
