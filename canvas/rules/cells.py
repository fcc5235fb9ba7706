"""What a field's value looks like in a cell of the workbook, for its two readers.

The exporter writes these values; the importer, which has the strategy as it was at the
export, finds out what was edited by comparing a cell with what was written into it, and
looks up names and words here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from canvas.domain.choices import Choice
from canvas.domain.clean import clean_text
from canvas.domain.kinds import Field, OneOf, SomeOf
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.naming import record_title
from canvas.steps import RECORD_TYPES
from canvas.steps.sheets import Table, headings, unlike

Cell = None | str | int | float | dt.date | dt.time
"""What stands in a cell; None is an empty one."""

MAX_CELL = 32_767
"""Characters that a cell may hold, in UTF-16 units."""

BETWEEN = "; "
"""What stands between several names or words in one cell; lines stand one a line."""

YES = N_("Yes")
"""What a ticked flag reads as; one that is not is an empty cell."""

FIRST_DAY = dt.date(1900, 3, 1)
"""Spreadsheets disagree about the days before: these are written as text, YYYY-MM-DD."""

_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CUT = "…"


def folded(text: str) -> str:
    """Return `text` as names and words are compared: without capitals and double spaces."""
    return _SPACES.sub(" ", text).strip().casefold()


def as_kept(number: float) -> int | float:
    """Return a number as a spreadsheet keeps it: 15 digits, whole where it is whole."""
    kept = float(f"{number:.15G}")
    return int(kept) if kept.is_integer() else kept


class Cells:
    """Writes the values of one strategy in one language.

    Attributes:
        strategy: Where the records that links lead to are.
        tr: The language of the workbook.
    """

    def __init__(self, strategy: Strategy, tr: Translator) -> None:
        self.strategy = strategy
        self.tr = tr
        self._names: dict[str, Mapping[str, str]] = {}

    def names(self, type_key: str) -> Mapping[str, str]:
        """Return what the records of a type are called, by id; no two the same."""
        if type_key not in self._names:
            record_type = RECORD_TYPES[type_key]
            found: dict[str, str] = {}
            taken: dict[str, int] = {}
            for record in self.strategy.of(record_type):
                words = record_title(record, self.strategy, self.tr)
                # A semicolon separates names, and is part of none.
                name = _SPACES.sub(" ", fitting(words).replace(";", ",")).strip()
                found[record.id] = _distinct(name or self.tr(record_type.one), taken)
            self._names[type_key] = found
        return self._names[type_key]

    def ids(self, type_key: str) -> Mapping[str, str]:
        """Return the ids of a type's records by what they are called, `folded`."""
        return {folded(name): record_id for record_id, name in self.names(type_key).items()}

    def labels(self, choices: type[Choice]) -> Mapping[Choice, str]:
        """Return the words of a list's choices; no two the same."""
        found: dict[Choice, str] = {}
        for choice in choices:
            found[choice] = unlike(self.tr.label(choice).replace(";", ","), found.values())
        return found

    def codes(self, choices: type[Choice]) -> Mapping[str, str]:
        """Return the codes of a list by their words, `folded`."""
        return {folded(words): str(choice) for choice, words in self.labels(choices).items()}

    def headings(self, table: Table) -> dict[str, str]:
        """Return the headings of a table's columns and their fields' names, in their order."""
        labels = {column.field.label for column in table.columns}
        return headings(table, {label: self.tr(label) for label in labels})

    def writer(self, field: Field) -> Callable[[Any], Cell]:
        """Return what turns a value of `field` that is not empty into a cell."""
        match field:
            case OneOf(choices=choices):
                return self.labels(choices).__getitem__
            case SomeOf(choices=choices):
                return _listing(self.labels(choices))
        match field.kind:
            case "link":
                return self.names(field.to).get  # type: ignore[attr-defined]
            case "links":
                return _listing(self.names(field.to))  # type: ignore[attr-defined]
            case "lines":
                return lambda value: fitting("\n".join(value))
            case "flag":
                yes = self.tr(YES)
                return lambda value: yes
            case "money":
                return lambda value: as_kept(value / 100)
            case "number" | "share" | "rating":
                return as_kept
            case "date":
                return lambda day: day if day >= FIRST_DAY else day.isoformat()
            case "time":
                return lambda time: time
        return fitting

    def cell(self, value: Any, field: Field) -> Cell:
        """Return `value` of `field` as its cell holds it."""
        return None if is_empty(value) else self.writer(field)(value)

    def is_whole(self, cell: Cell) -> bool:
        """Return whether a cell shows all of its value; one cut short ends with “…”."""
        return not (isinstance(cell, str) and cell.endswith(_CUT) and units(cell) >= MAX_CELL - 1)


def is_empty(value: object) -> bool:
    """Return whether a value leaves its cell empty; 0 does not."""
    return value is None or value is False or value in ("", ())


def units(text: str) -> int:
    """Return the length of a text as Excel counts it: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def fitting(text: str) -> str:
    """Return a text as a cell can hold it: cut with “…” where it is too long."""
    if _CONTROL.search(text):
        text = clean_text(text)
    if len(text) <= MAX_CELL // 2 or units(text) <= MAX_CELL:
        return text
    kept = text.encode("utf-16-le")[: 2 * (MAX_CELL - 1)]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _listing(names: Mapping[Any, str]) -> Callable[[Iterable[str]], Cell]:
    def listed(values: Iterable[Any]) -> Cell:
        found = [names[value] for value in values if value in names]
        return fitting(BETWEEN.join(found)) if found else None

    return listed


def _distinct(name: str, taken: dict[str, int]) -> str:
    """Return `name` or “name (2)”; counted, since ten thousand may be called alike."""
    key = folded(name)
    if key not in taken:
        taken[key] = 1
        return name
    while True:
        taken[key] += 1
        found = f"{name} ({taken[key]})"
        if folded(found) not in taken:
            taken[folded(found)] = 1
            return found
