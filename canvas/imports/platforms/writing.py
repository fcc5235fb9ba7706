"""Tell how a file writes its dates and its numbers: from all of a column, else ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from canvas.imports.bounded import Cell
from canvas.imports.bounded.figures import Order, Style
from canvas.imports.platforms.errors import MixedDatesError
from canvas.imports.platforms.model import Question, Role
from canvas.imports.platforms.quick import days_in, some_of
from canvas.imports.platforms.tables import Table
from canvas.imports.platforms.values import (
    needs_style,
    orders_of,
    style_of,
    telling,
    tells_order,
)
from canvas.steps.measure.choices import Metric
from canvas.steps.measure.files import DateOrder, DecimalSign

ORDERS: dict[DateOrder, Order] = {DateOrder.DAY_FIRST: "dmy", DateOrder.MONTH_FIRST: "mdy"}
STYLES: dict[DecimalSign, Style] = {DecimalSign.COMMA: "fr", DecimalSign.POINT: "en"}

DECIMAL = frozenset({Metric.WATCH_HOURS, Metric.REVENUE, Metric.RESPONSE_TIME, Metric.OTHER})
"""What is measured with decimals; all else is counted."""


_DAY = len("31/12/2026")


class Writing:
    """How one file is written.

    Attributes:
        order: In which order its dates are; None where they do not need one.
        style: How decimals are; None where there is none that needs it.
        questions: What it does not tell.
    """

    def __init__(
        self,
        name: str,
        tables: Sequence[Table],
        order: Order | None,
        style: Style | None,
    ) -> None:
        self.questions: list[Question] = []
        self._styles: dict[tuple[int, int], Style] = {}
        self.order = self._order(name, tables, order)
        self.style = self._style(tables, style)

    def style_in(self, table: Table, column: int) -> Style:
        """Return how the numbers of a column are written."""
        return self._styles.get((id(table), column)) or self.style or "en"

    def _order(self, name: str, tables: Sequence[Table], said: Order | None) -> Order | None:
        found: dict[Order, str] = {}
        unsure: list[Table] = []
        for table in tables:
            for at in table.at(Role.DATE, Role.PUBLISHED):
                texts = _texts(table.columns[at])
                here = orders_of(texts)
                found = {**here, **found}
                if len(found) > 1:
                    odd = found["dmy" if "mdy" in here else "mdy"] if len(here) == 1 else ""
                    raise self._mixed(name, tables, odd or here["dmy"])
                if any(map(tells_order, texts)) and not here:
                    unsure.append(table)
        if found:
            return next(iter(found))
        if not unsure:
            return None
        usual = {t.layout.order if t.layout and all(_seen(t)) else None for t in unsure}
        order = said or (usual.pop() if len(usual) == 1 else None)
        if order is None:
            self.questions.append(Question.DATE_ORDER)
        return order

    @staticmethod
    def _mixed(name: str, tables: Sequence[Table], odd: str) -> MixedDatesError:
        line = next(
            row.number
            for table in tables
            for row in table.rows
            if any(str(cell).startswith(odd) for cell in row.cells)
        )
        return MixedDatesError(name=name, line=line, value=odd)

    def _style(self, tables: Sequence[Table], said: Style | None) -> Style | None:
        styles: set[Style] = set()
        unsure: list[Table] = []
        for table in tables:
            for at in (*table.figures, *table.at(Role.RATE, Role.PART)):
                texts = telling(table.columns[at]) if table.digits(at) is None else set()
                found = style_of(texts)
                meaning = table.meanings[at]
                if found:
                    styles.add(found)
                    self._styles[id(table), at] = found
                elif meaning and meaning.metric in DECIMAL and needs_style(texts):
                    unsure.append(table)
        if len(styles) == 1:
            return styles.pop()
        if not unsure:
            return said
        style = said or ("en" if all(t.layout and all(_seen(t)) for t in unsure) else None)
        if style is None:
            self.questions.append(Question.DECIMALS)
        return style


def _seen(table: Table) -> Iterable[bool]:
    """Return, for each column that means something, whether files like it were seen."""
    return [
        sure for found, sure in zip(table.meanings, table.sure, strict=True) if found is not None
    ]


def _texts(cells: Sequence[Cell]) -> set[str]:
    """Return the different days of a column, without the times that stand after them."""
    if found := days_in(cells):
        return set(found.days)
    texts = {cell for cell in some_of(cells) if isinstance(cell, str)}
    return {text[:_DAY] if text[_DAY : _DAY + 1] == " " else text for text in texts}
