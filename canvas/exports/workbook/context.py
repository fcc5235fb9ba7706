"""What every sheet is drawn with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from canvas.domain.strategy import Strategy
from canvas.exports.workbook.formulas import Computed
from canvas.exports.workbook.lists import Offers
from canvas.exports.workbook.looks import Looks
from canvas.exports.workbook.places import PURPOSE, TITLE, Places, Spot
from canvas.exports.workbook.table import Painter
from canvas.i18n import Translator
from canvas.rules.cells import Cells
from canvas.steps.common import Progress
from canvas.steps.measure.merged import Figures


@dataclass(frozen=True, slots=True)
class Context:
    """One workbook while it is written.

    Attributes:
        strategy: What it holds.
        cells: How values look in cells.
        places: Where everything stands.
        looks: Its formats.
        today: Its date.
        book: The file.
        figures: What is known of the accounts.
        offers: The lists of its drop-downs.
    """

    strategy: Strategy
    cells: Cells
    places: Places
    looks: Looks
    today: dt.date
    book: Workbook
    figures: Figures
    offers: Offers = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "offers", Offers(self.cells))

    @property
    def tr(self) -> Translator:
        """The language of the workbook."""
        return self.cells.tr

    @property
    def painter(self) -> Painter:
        """What tables are drawn with."""
        return Painter(self.cells, self.looks, self.offers)

    def computed(self, spot: Spot) -> Computed:
        """Return the computed columns of a table."""
        dropped = self.cells.labels(Progress)[Progress.DROPPED]
        return Computed(spot, self.places, self.strategy, dropped)

    def head(self, sheet: Worksheet, title: str, purpose: str) -> None:
        """Write a sheet's heading and the sentence under it."""
        sheet.set_row(TITLE, 32)
        sheet.set_row(PURPOSE, 18)
        sheet.write_string(TITLE, 1, title, self.looks.title())
        sheet.write_string(PURPOSE, 1, purpose, self.looks.quiet())
