"""Totals above a table: formulas that follow its filters, with their values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from xlsxwriter.worksheet import Worksheet

from canvas.domain.kinds import OneOf
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.exports.workbook.looks import Looks, pattern_of
from canvas.exports.workbook.marks import LATE, in_formula
from canvas.exports.workbook.places import FIGURES, HOURS, LABELS, Spot
from canvas.rules.cells import FIRST_DAY, Cells, as_kept, is_empty

SUM, COUNT = 109, 103
"""What SUBTOTAL does with the rows that a filter lets through."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A total.

    Attributes:
        label: Words above it.
        field: The column that it adds up or counts.
        codes: Count the rows with one of these codes; empty to add up.
        kind: "sum", "count", "codes" or "late".
    """

    label: str
    field: str
    kind: str = "sum"
    codes: tuple[str, ...] = ()


FIGURES_OF: Mapping[str, tuple[Figure, ...]] = MappingProxyType(
    {
        "post": (
            Figure(N_("Lines shown"), "title", "count"),
            Figure(N_("Hours of the lines shown"), HOURS),
            Figure(N_("Published so far"), "status", "codes", ("published",)),
            Figure(N_("Past their date"), "date", "late"),
            Figure(N_("Cost of the lines shown"), "cost"),
            Figure(N_("Paid boosts"), "paid_budget"),
        ),
        "cadence": (Figure(N_("Posts a week in all"), "posts_per_week"),),
        "action": (
            Figure(N_("Lines shown"), "title", "count"),
            Figure(N_("Hours of the lines shown"), "effort_hours"),
            Figure(N_("Done so far"), "status", "codes", ("done",)),
            Figure(N_("Past their date"), "due", "late"),
            Figure(N_("Cost of the lines shown"), "cost"),
        ),
        "keyword": (
            Figure(N_("Lines shown"), "term", "count"),
            Figure(N_("Searches a month"), "monthly_searches"),
        ),
        "task_automation": (
            Figure(N_("Lines shown"), "task", "count"),
            Figure(N_("Hours a week in all"), HOURS),
        ),
        "team_member": (
            Figure(N_("Lines shown"), "name", "count"),
            Figure(N_("Hours a week in all"), "hours_week"),
        ),
        "budget_line": (
            Figure(N_("Lines shown"), "label", "count"),
            Figure(N_("Planned in all"), "planned"),
            Figure(N_("Spent in all"), "spent"),
        ),
        "ad_line": (
            Figure(N_("Lines shown"), "name", "count"),
            Figure(N_("Planned in all"), "budget"),
            Figure(N_("Spent in all"), "spent"),
        ),
        "post_metric": (
            Figure(N_("Lines shown"), "title", "count"),
            Figure(N_("Reach in all"), "reach"),
            Figure(N_("Clicks in all"), "clicks"),
        ),
        "article": (
            Figure(N_("Lines shown"), "title", "count"),
            Figure(N_("Views in all"), "views"),
        ),
        "profile_check": (
            Figure(N_("Lines shown"), "account", "count"),
            Figure(N_("In order"), "status", "codes", ("ok",)),
            Figure(N_("Past their date"), "due", "late"),
        ),
        "influencer": (
            Figure(N_("Lines shown"), "name", "count"),
            Figure(N_("Partners so far"), "status", "codes", ("partner",)),
        ),
    }
)
"""The totals of each record type; others count their lines."""


def write_figures(
    sheet: Worksheet,
    spot: Spot,
    cells: Cells,
    looks: Looks,
    *,
    computed: Mapping[str, Callable[[Record], Any]],
    today: dt.date,
) -> None:
    """Write the totals of the one table of a sheet, side by side above it."""
    first = spot.lanes[0].name
    figures = FIGURES_OF.get(spot.table.record, (Figure(N_("Lines shown"), first, "count"),))
    widest = [at for at, lane in enumerate(spot.lanes, 1) if not lane.name.startswith("_")]
    for figure, col in zip(figures, widest, strict=False):
        sheet.write_string(LABELS, col, cells.tr(figure.label), looks.figure_label())
        value = _value(spot, figure, computed, today)
        pattern = _pattern(spot, figure, looks, value)
        sheet.write_formula(
            FIGURES, col, _formula(spot, figure, cells), looks.figure(pattern), value
        )


def total(spot: Spot, name: str, computed: Callable[[Record], Any] | None = None) -> float:
    """Return what a column's cells add up to."""
    found = (computed(one) if computed else getattr(one, name) for one in spot.records)
    amount = sum(one for one in found if isinstance(one, int | float))
    is_money = not computed and spot.table.type.field(name).kind == "money"
    return as_kept(amount / 100 if is_money else amount)


def _formula(spot: Spot, figure: Figure, cells: Cells) -> str:
    place = spot.cells(figure.field)
    match figure.kind:
        case "sum":
            return f"=SUBTOTAL({SUM},{place})"
        case "count":
            return f"=SUBTOTAL({COUNT},{place})"
        case "codes":
            words = _words(spot, figure.field, figure.codes, cells)
            return "=" + "+".join(f"COUNTIF({place},{word})" for word in words)
    _, status, fine = LATE[spot.table.record]
    others = "".join(
        f",{spot.cells(status)},{in_formula('<>' + word[1:-1])}"
        for word in _words(spot, status, fine, cells)
    )
    return f'=COUNTIFS({place},"<"&TODAY(){others})'


def _words(spot: Spot, name: str, codes: tuple[str, ...], cells: Cells) -> list[str]:
    field = spot.table.type.field(name)
    assert isinstance(field, OneOf)
    return [in_formula(cells.labels(field.choices)[field.choices.of(code)]) for code in codes]


def _value(
    spot: Spot, figure: Figure, computed: Mapping[str, Callable[[Record], Any]], today: dt.date
) -> float:
    match figure.kind:
        case "sum":
            return total(spot, figure.field, computed.get(figure.field))
        case "count":
            return sum(not is_empty(getattr(one, figure.field)) for one in spot.records)
        case "codes":
            return sum(str(getattr(one, figure.field)) in figure.codes for one in spot.records)
    day, status, fine = LATE[spot.table.record]
    days = [(getattr(one, day), str(getattr(one, status))) for one in spot.records]
    return sum(d is not None and FIRST_DAY <= d < today and code not in fine for d, code in days)


def _pattern(spot: Spot, figure: Figure, looks: Looks, value: float) -> str:
    if figure.kind != "sum":
        return "#,##0"
    fields = spot.table.type.schema_fields
    if figure.field in fields and fields[figure.field].kind == "money":
        return looks.amounts(cents=False)
    return pattern_of([value])
