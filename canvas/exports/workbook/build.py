"""A workbook from a strategy: its sheets in their order, then what it says of itself."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from canvas.domain.clean import clean_text
from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.exports.workbook.checklists import draw_checklists
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.findings import draw_findings
from canvas.exports.workbook.index import draw_index
from canvas.exports.workbook.loading import draw_load
from canvas.exports.workbook.looks import FONT, TABS, Looks
from canvas.exports.workbook.pages import draw_data
from canvas.exports.workbook.places import Page, places
from canvas.exports.workbook.quick import QuickSheet
from canvas.exports.workbook.statistics import draw_statistics
from canvas.i18n import Translator
from canvas.rules.cells import Cells
from canvas.steps.frame.settings import Currency, Settings
from canvas.steps.measure.merged import Figures, merged
from canvas.steps.sheets import MANIFEST, Manifest, Placed

_OPTIONS: Mapping[str, object] = {
    "in_memory": True,
    # Whatever is typed stays a text: nothing of a user's becomes a formula or a link.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 10},
}

_DRAWN: Mapping[str, Callable[[Worksheet, Page, Context], None]] = {
    "index": draw_index,
    "statistics": draw_statistics,
    "checklists": draw_checklists,
    "findings": draw_findings,
    "load": draw_load,
}
"""Sheets that are computed; the others hold tables."""


def build_workbook(
    strategy: Strategy, tr: Translator, today: dt.date, figures: Figures | None = None
) -> bytes:
    """Return the workbook of a strategy as an .xlsx file.

    The same strategy on the same day gives the same bytes.

    Args:
        strategy: What it holds.
        tr: The language of its headings and of the choices in its lists.
        today: Its date.
        figures: What is known of its accounts, files too; what was typed, if not given.
    """
    stream = io.BytesIO()
    settings = strategy.one(Settings)
    currency = str(settings.currency or Currency.EUR)
    cells = Cells(strategy, tr)
    with Workbook(stream, dict(_OPTIONS)) as book:
        looks = Looks(book, tr, currency)
        context = Context(
            strategy, cells, places(strategy, cells), looks, today, book,
            merged(strategy, {}) if figures is None else figures,
        )  # fmt: skip
        sheets = [(page, book.add_worksheet(page.tab, QuickSheet)) for page in context.places.pages]
        tables: list[Placed] = []
        for page, sheet in sheets:
            sheet.set_tab_color(TABS[page.sheet.group])
            sheet.hide_gridlines(2)
            _set_up_print(sheet, tr)
            if page.spots:
                tables.extend(draw_data(sheet, page, context))
            else:
                _DRAWN[page.sheet.key](sheet, page, context)
        context.offers.write(book, looks)
        manifest = Manifest(
            strategy=strategy.id,
            name=clean_text(settings.name),
            revision=strategy.revision,
            language=tr.language,
            currency=currency,
            made=today.isoformat(),
            tables=tuple(tables),
        )
        _write_manifest(book.add_worksheet(MANIFEST), manifest)
        _set_properties(book, clean_text(settings.name), tr, today)
        sheets[0][1].activate()
    return stream.getvalue()


def _write_manifest(sheet: Worksheet, manifest: Manifest) -> None:
    sheet.very_hidden()
    for row, values in enumerate(manifest.rows()):
        for col, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(row, col, value)
            else:
                sheet.write_number(row, col, value)


def _set_up_print(sheet: Worksheet, tr: Translator) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    pages = tr(say(N_("Page {n} of {count}"), n="&P", count="&N"))
    sheet.set_footer(f"&L&8&A&R&8{pages}")


def _set_properties(book: Workbook, name: str, tr: Translator, today: dt.date) -> None:
    book.set_properties(
        {
            "title": name or tr(N_("Untitled strategy")),
            "subject": tr(N_("Social media strategy")),
            "author": "Canevas",
            "created": dt.datetime.combine(today, dt.time()),  # the same bytes for the same day
        }
    )
