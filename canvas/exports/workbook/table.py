"""A table: its headings, its rows, its drop-down lists, its widths."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from xlsxwriter.worksheet import Worksheet

from canvas.domain.kinds import Field, SomeOf
from canvas.domain.messages import N_, say
from canvas.exports.workbook.formulas import Computed, table_name
from canvas.exports.workbook.lists import Offers
from canvas.exports.workbook.looks import ACCENT, DECIMALS, FIGURES, WIDTHS, Looks
from canvas.exports.workbook.marks import colour_table
from canvas.exports.workbook.places import GROUPS, HIDDEN, HOURS, Lane, Spot
from canvas.rules.cells import Cells, is_empty

_PROMPT = 255
"""Characters that Excel shows beside a cell."""

_NUMBERS = frozenset({"number", "money", "share", "rating"})
_DATES = frozenset({"date", "time"})

_TEXTS = frozenset({"text", "url", "lines", "choices", "links"})

_TWO_LINES = 80
"""Characters that two lines of a wide column show."""

_SAMPLE = 200
"""Rows that tell how wide a column should be."""

HEADING = 33
"""Height of the headings, in points: two lines."""

ROW = 32
"""Height of a row, in points: two lines."""


@dataclass(frozen=True, slots=True)
class Painter:
    """What all tables of a workbook are drawn with."""

    cells: Cells
    looks: Looks
    offers: Offers

    def draw(self, sheet: Worksheet, spot: Spot, computed: Computed) -> frozenset[tuple[str, str]]:
        """Draw one table and return the cells that could not be shown whole."""
        formulas = {name: (formula, value) for name, formula, value in computed.columns()}
        self._headings(sheet, spot, {name: formula for name, (formula, _) in formulas.items()})
        quiet = self.looks.quiet()
        for row, record in enumerate(spot.records, spot.first):
            sheet.write_string(row, 0, record.id, quiet)
        shortened: set[tuple[str, str]] = set()
        for col, lane in enumerate(spot.lanes, 1):
            if lane.column is None:
                formula, value_of = formulas[lane.name]
                style = self.looks.value(None, DECIMALS, computed=True)
                # A table without a line has an empty one, which its formulas work out too.
                nothing = "" if lane.name == HOURS else 0
                values = [value_of(one) for one in spot.records] or [nothing]
                for row, value in enumerate(values, spot.first):
                    sheet.write_formula(row, col, formula, style, value)
            else:
                shortened.update(self._column(sheet, spot, col, lane.column.field))
                self._offer(sheet, spot, col, lane)
        colour_table(sheet, spot, self.cells, self.looks)
        # “0042” is meant as a text: no green corner on it.
        sheet.ignore_errors({"number_stored_as_text": f"A{spot.first + 1}:AZ{spot.last + 1}"})
        return frozenset(shortened)

    def widths(self, spot: Spot) -> list[float]:
        """Return how many characters wide the columns are, as what stands in them needs it."""
        found = []
        for lane in spot.lanes:
            if lane.column is None:
                found.append(0.0 if lane.name in HIDDEN.get(spot.table.record, ()) else 10.0)
                continue
            field = lane.column.field
            least, most = WIDTHS[field.kind]
            if lane.column.wide and field.kind == "text":
                most += 12
            words = lane.heading.split()
            # Two lines of heading, beside the filter's arrow.
            heading = max([len(lane.heading) / 2 + 2, *(len(word) for word in words)]) + 5
            lengths = sorted(max(map(len, lines)) for lines in self._lines(spot, field))
            most_of_them = len(lengths) * 9 // 10 if field.kind in _TEXTS else -1
            usual = lengths[most_of_them] + 3 if lengths else 0
            found.append(float(min(max(least, heading, usual), max(most, heading))))
        return found

    def formats(self, spot: Spot) -> list[Any]:
        """Return the formats of whole columns, so that new rows look like the others."""
        return [
            self._style(spot, lane.column.field) if lane.column else None for lane in spot.lanes
        ]

    def groups(self, sheet: Worksheet, spot: Spot) -> None:
        """Write, above the headings, what columns belong together."""
        style = self.looks.make(
            font_size=9, bold=True, font_color=ACCENT, bottom=2, bottom_color=ACCENT
        )
        numbered = [(col, lane) for col, lane in enumerate(spot.lanes, 1) if lane.column]
        for group, members in groupby(numbered, key=lambda one: _group(one[1])):
            for at, (col, _) in enumerate(members):
                if group:
                    words = "" if at else self.cells.tr(group)
                    sheet.write_string(GROUPS, col, words, style)

    def _headings(self, sheet: Worksheet, spot: Spot, formulas: Mapping[str, str]) -> None:
        columns: list[dict[str, Any]] = [
            {"header": spot.marker, "header_format": self.looks.heading(computed=True)}
        ]
        for lane in spot.lanes:
            aside = lane.column is None or lane.column.read_only
            column = {
                "header": lane.heading,
                "header_format": self.looks.heading(computed=aside, figures=_is_figure(lane)),
            }
            if lane.name in formulas and lane.column is None:
                column["formula"] = formulas[lane.name]
            columns.append(column)
        sheet.set_row(spot.header, HEADING)
        sheet.add_table(
            spot.header,
            0,
            spot.last,
            len(spot.lanes),
            {"columns": columns, "name": table_name(spot), "style": None},
        )

    def _column(
        self, sheet: Worksheet, spot: Spot, col: int, field: Field
    ) -> Iterator[tuple[str, str]]:
        name, convert = field.name, self.cells.writer(field)
        style = self._style(spot, field)
        put_text, put = sheet.write_string, _writer(sheet, field)
        may_be_cut = field.kind in ("text", "url", "lines", "links", "choices")
        for row, record in enumerate(spot.records, spot.first):
            value = getattr(record, name)
            # 0 is a figure; nothing else that is false stands in a cell.
            if not value and (value is False or value != 0):
                continue
            cell = convert(value)
            if isinstance(cell, str):
                put_text(row, col, cell, style)
                if may_be_cut and not self.cells.is_whole(cell):
                    yield record.id, name
            elif cell is not None:
                put(row, col, cell, style)

    def _style(self, spot: Spot, field: Field) -> Any:
        values: list[Any] = []
        if field.kind in ("share", "number"):
            values = [getattr(one, field.name) for one in spot.records]
        pattern = self.looks.pattern(field, [value for value in values if value is not None])
        tall = field.kind in _TEXTS and any(
            len(lines) > 2 or max(map(len, lines)) > _TWO_LINES
            for lines in self._lines(spot, field)
        )
        return self.looks.value(field, pattern, tall=tall)

    def _lines(self, spot: Spot, field: Field) -> Iterator[list[str]]:
        """Yield the lines of the first cells of a column that hold words."""
        convert = self.cells.writer(field)
        for record in spot.records[:_SAMPLE]:
            value = getattr(record, field.name)
            if not is_empty(value) and isinstance(cell := convert(value), str):
                yield cell.split("\n")

    def _offer(self, sheet: Worksheet, spot: Spot, col: int, lane: Lane) -> None:
        assert lane.column is not None
        field = lane.column.field
        rule: dict[str, Any] = {}
        if lane.column.read_only:
            rule = {"validate": "any", "input_message": N_("The app keeps this column up to date.")}
        elif name := self.offers.of(field):
            rule = {
                "validate": "list",
                "source": f"={name}",
                "error_title": N_("Not in the list"),
                "error_message": N_("Choose a value of the list, or leave the cell empty."),
            }
        elif isinstance(field, SomeOf):
            words = "; ".join(self.cells.labels(field.choices).values())
            said = say(N_("Separate several by semicolons: {words}"), words=words)
            rule = {"validate": "any", "input_message": said}
        elif field.kind == "links":
            rule = {"validate": "any", "input_message": N_("Separate several by semicolons.")}
        elif field.kind == "lines":
            rule = {"validate": "any", "input_message": N_("One a line: Alt + Enter starts one.")}
        elif field.kind in _DATES:
            rule = {
                "validate": field.kind,
                "criteria": ">=",
                "value": dt.date(1900, 1, 1) if field.kind == "date" else dt.time(0, 0),
                "error_title": N_("Not a date") if field.kind == "date" else N_("Not a time"),
                "error_message": (
                    N_("Write a date, such as 31/03/2027.")
                    if field.kind == "date"
                    else N_("Write a time, such as 12:30.")
                ),
            }
        elif field.kind in _NUMBERS:
            rule = _number_rule(field)
        if rule:
            for key in ("input_message", "error_title", "error_message"):
                if key in rule:
                    rule[key] = _fitting(self.cells.tr(rule[key]))
            rule["error_type"] = "warning"
            sheet.data_validation(spot.first, col, spot.last + spot.spare, col, rule)


def _is_figure(lane: Lane) -> bool:
    return lane.column is None or lane.column.field.kind in FIGURES


def _group(lane: Lane) -> str:
    assert lane.column is not None
    return "" if lane.column.field.in_list else lane.column.field.group


def _writer(sheet: Worksheet, field: Field) -> Any:
    return sheet.write_datetime if field.kind in _DATES else sheet.write_number


def _number_rule(field: Field) -> dict[str, Any]:
    low, high = getattr(field, "minimum", None), getattr(field, "maximum", None)
    is_whole = getattr(field, "whole", False) and field.kind != "money"
    if low is None and high is None:
        low, high = -(10**15), 10**15
    criteria = "between" if low is not None and high is not None else ">="
    if low is None:
        criteria = "<="
    limit = {"value": high if low is None else low}
    if criteria == "between":
        limit = {"minimum": low, "maximum": high}
    return {
        "validate": "integer" if is_whole else "decimal",
        "criteria": criteria,
        **limit,
        "error_title": N_("Not such a number"),
        "error_message": N_("This number is not one that this column can hold."),
    }


def _fitting(text: str) -> str:
    return text if len(text) <= _PROMPT else text[: _PROMPT - 1] + "…"
