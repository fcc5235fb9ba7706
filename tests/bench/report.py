"""How long a report takes, against the same shapes written straight with python-pptx."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from pptx import Presentation

from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.services import reports
from canvas.services.figures import FigureShelf
from canvas.steps.measure.merged import Figures
from tests.bench.data import OWNER, example, store_in
from tests.bench.deck import FORGOTTEN, bare, median_of, recipe
from tests.bench.table import Row

TODAY = dt.date(2026, 11, 3)
PERIODS = ("2026-10", "2026")


def ours(strategy: Strategy, figures: Figures, period: str) -> bytes:
    """Return a report from its figures, as the first one after a start: nothing is remembered."""
    for remembered in FORGOTTEN:
        remembered.cache_clear()
    span = reports.span_of(strategy, period)
    found = reports.edition(strategy, figures, span, TODAY, "fr")
    return reports.report_deck(strategy, found, Translator("fr"))


def bench(folder: Path) -> Iterable[Row]:
    """Yield the time of a month's and of a year's report."""
    _, service = store_in(folder)
    strategy = service.open(example(service), OWNER)
    figures = FigureShelf(service.store).of(strategy)
    for at, period in enumerate(PERIODS):
        work: Callable[[], bytes] = partial(ours, strategy, figures, period)
        deck = work()
        yield Row(
            what=f"report of {len(Presentation(io.BytesIO(deck)).slides)} slides ({period})",
            ours=median_of(work),
            bare=median_of(partial(bare, recipe(deck))),
            unit="s",
            aim=None if at else 1.5,  # the year is for information
            against="the same shapes written straight with python-pptx",
        )
    service.store.close()
