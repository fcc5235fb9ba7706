"""Read what somebody typed into a cell as the value of a field.

A spreadsheet and its user write one value in many ways: a date as text, an amount with
its sign, “20 %” or 20, the word of a choice in the other language.  What can mean one
thing is read; what can mean two is said, with how to write it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from canvas.domain.choices import Choice
from canvas.domain.clean import Json
from canvas.domain.kinds import Field, Link, Links, Number, OneOf, SomeOf
from canvas.domain.messages import N_, Message, say
from canvas.i18n import LANGUAGES, Translator
from canvas.imports.bounded import (
    Cell,
    Odd,
    Percentage,
    date_order,
    number_style,
    read_date,
    read_number,
)
from canvas.imports.bounded.figures import Order, Style
from canvas.rules.cells import YES, Cells, folded

NO = N_("No")

_TRUE = frozenset({"x", "✓", "✔", "☑", "1", "true", "vrai", "yes", "oui", "y", "o"})
_FALSE = frozenset({"-", "–", "—", "☐", "0", "false", "faux", "no", "non", "n"})

_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(61, 2_958_466)
"""Days as spreadsheets count them, 1 March 1900 to 31 December 9999."""

_TIME = re.compile(
    r"(\d{1,2})\s*(?:[h:.]\s*(\d{2})?(?:[:.]\d{2})?)?\s*(?:([ap])\.?\s?m\.?|h|min)?", re.IGNORECASE
)
_SPELLED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d_]+)\.?,?\s+(\d{4})")
_SPELLED_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


class UnreadableCellError(Exception):
    """A cell that does not say one thing; its one argument is the sentence for the person."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Habits:
    """How a whole column is written, where its texts tell.

    Attributes:
        style: Of its numbers.
        order: Of its dates.
    """

    style: Style | None = None
    order: Order | None = None


def habits(cells: Iterable[Cell]) -> Habits:
    """Return how the texts of a column are written."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    return Habits(number_style(texts), date_order(texts))


@dataclass(frozen=True)
class Reading:
    """Reads the cells of one workbook.

    Attributes:
        language: Of the workbook.
        written: Names and words as they were when the workbook was written.
        today: Names and words now, in both languages.
        decimals: Digits after the mark of an amount.
        new: Ids of lines that are new in the workbook, by type and name; "" where two
            are called alike.
    """

    language: str
    written: Cells
    today: Sequence[Cells]
    decimals: int = 2
    new: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _codes: dict[type[Choice], list[Mapping[str, str]]] = field(default_factory=dict)
    _ids: dict[str, list[Mapping[str, str]]] = field(default_factory=dict)

    def read(self, one: Field, cell: Cell, habit: Habits, before: Any = None) -> Json:
        """Return the raw value of a cell that is not empty.

        Args:
            one: The field.
            cell: What stands in its cell.
            habit: How its column is written.
            before: The value that the cell was written for: names that are still there
                mean whom they meant.

        Raises:
            UnreadableCellError: It does not say one thing.
        """
        if isinstance(cell, Odd):
            raise UnreadableCellError(say(_ODD[cell]))
        match one:
            case OneOf(choices=choices):
                return self._code(choices, self._text(cell), one)
            case SomeOf(choices=choices):
                return _each(self._text(cell), lambda word: self._code(choices, word, one))
            case Link():
                return self._id(one, self._text(cell), {})
            case Links(to=to):
                known = self.written.names(to)
                meant = {folded(known[i]): i for i in before or () if i in known}
                return _each(self._text(cell), lambda name: self._id(one, name, meant))
            case Number():
                return self._number(one, cell, habit)
        match one.kind:
            case "lines":
                found = [line.strip() for line in self._text(cell).split("\n")]
                return [line for line in found if line]
            case "flag":
                return self._flag(cell)
            case "date":
                return self._date(cell, habit)
            case "time":
                return _time(cell)
        return self._text(cell)

    def _text(self, cell: Cell) -> str:
        """Return a cell as the words that it shows, whatever the spreadsheet made of them."""
        match cell:
            case str():
                return cell
            case bool():
                return self._words(YES if cell else NO)
            case Percentage():
                return self.written.tr.share(cell)
            case int() | float():
                return self.written.tr.number(cell, decimals=6, grouped=False)
            case dt.datetime():
                return self.written.tr.date(cell.date())
            case dt.date():
                return self.written.tr.date(cell)
            case dt.time() | dt.timedelta():
                return str(_time(cell))
        return ""

    def _words(self, text: str) -> str:
        return self.written.tr(text)

    # --- words ---------------------------------------------------------------------------

    def _code(self, choices: type[Choice], words: str, one: Field) -> str:
        if choices not in self._codes:
            known = (self.written, *self.today)
            self._codes[choices] = [cells.codes(choices) for cells in known]
        for codes in self._codes[choices]:
            if code := codes.get(folded(words)):
                return code
        if words.strip() in set(map(str, choices)):
            return words.strip()
        labels = tuple(self.written.labels(choices).values())
        raise UnreadableCellError(
            say(
                N_("“{value}” is not in the list of “{field}”. Write one of: {known}."),
                value=words[:60],
                field=one.said,
                known=labels[:12],
            )
        )

    def _id(self, one: Link | Links, name: str, meant: Mapping[str, str]) -> str:
        wanted = folded(name)
        if wanted in meant:
            return meant[wanted]
        found: set[str | None] = {self.new.get(one.to, {}).get(wanted)}
        if one.to not in self._ids:
            known = (self.written, *self.today)
            self._ids[one.to] = [cells.ids(one.to) for cells in known]
        for ids in self._ids[one.to]:
            found.add(ids.get(wanted))
            # Of several that are called alike, the first bears the bare name.
            found.add(ids.get(f"{wanted} (2)") if wanted in ids else None)
        if "" in found or len(found - {None, ""}) > 1:
            raise UnreadableCellError(
                say(
                    N_(
                        "“{value}” may be one of several in “{field}”: give them different "
                        "names, or choose one in Canevas."
                    ),
                    value=name[:60],
                    field=one.said,
                )
            )
        for record_id in found - {None}:
            return str(record_id)
        raise UnreadableCellError(
            say(
                N_("“{value}” in “{field}” is nobody and nothing that this strategy knows."),
                value=name[:60],
                field=one.said,
            )
        )

    def _flag(self, cell: Cell) -> bool:
        if isinstance(cell, bool):
            return cell
        if isinstance(cell, int | float) and cell in (0, 1):
            return bool(cell)
        words = folded(self._text(cell))
        if words in _TRUE:
            return True
        if words in _FALSE:
            return False
        raise UnreadableCellError(
            say(N_("“{value}” is neither yes nor no."), value=self._text(cell)[:60])
        )

    # --- figures -------------------------------------------------------------------------

    def _number(self, one: Number, cell: Cell, habit: Habits) -> Json:
        number, is_share = self._figure(one, cell, habit)
        match one.kind:
            case "money":
                return round(number * 10.0**self.decimals)
            case "share":
                # Beyond one, nobody means a hundred times: 20 is 20 %.
                return round(number if is_share or abs(number) <= 1 else number / 100, 6)
        return int(number) if number.is_integer() else number

    def _figure(self, one: Number, cell: Cell, habit: Habits) -> tuple[float, bool]:
        """Return a figure, and whether its cell says that it is a percentage."""
        if isinstance(cell, Percentage):
            return float(cell), True
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return float(cell), False
        text = cell if isinstance(cell, str) else ""
        style = number_style([text]) or habit.style or ("fr" if self.language == "fr" else "en")
        found = read_number(text, style)
        if found is None or ("%" in text and one.kind != "share"):
            raise UnreadableCellError(
                say(
                    N_("“{value}” is not a number: write digits alone, such as {example}."),
                    value=self._text(cell)[:60],
                    example=12.5,
                )
            )
        return found, "%" in text

    # --- days and hours ------------------------------------------------------------------

    def _date(self, cell: Cell, habit: Habits) -> str:
        match cell:
            case dt.datetime():
                return cell.date().isoformat()
            case dt.date():
                return cell.isoformat()
            case bool() | Percentage():
                pass
            case int() | float() if int(cell) in _SERIALS:
                return (_EPOCH + dt.timedelta(days=int(cell))).isoformat()
            case str():
                return self._typed_date(cell, habit)
        raise UnreadableCellError(_no_date(self._text(cell)))

    def _typed_date(self, text: str, habit: Habits) -> str:
        spelled = _spelled(text)
        if spelled is not None:
            return spelled.isoformat()
        days_first, months_first = read_date(text, "dmy"), read_date(text, "mdy")
        order = habit.order or ("dmy" if self.language == "fr" else None)
        if order:
            found = days_first if order == "dmy" else months_first
            found = found or days_first or months_first
        elif days_first and months_first and days_first != months_first:
            raise UnreadableCellError(
                say(
                    N_("“{value}” may be {first} or {second}: write it as {example}."),
                    value=text[:60],
                    first=days_first,
                    second=months_first,
                    example=days_first.isoformat(),
                )
            )
        else:
            found = days_first or months_first
        if found is None:
            raise UnreadableCellError(_no_date(text))
        return found.isoformat()


_ODD: Mapping[Odd, str] = {
    Odd.MERGED: N_("This cell is merged with another one: split them in your spreadsheet."),
    Odd.UNCALCULATED: N_(
        "This cell holds a formula without a result: open the workbook in your spreadsheet and "
        "save it."
    ),
    Odd.FAULTY: N_("This cell shows an error instead of a value: mend its formula."),
}


def _no_date(text: str) -> Message:
    return say(
        N_("“{value}” is not a date: write it as 31/03/2027 or 2027-03-31."), value=text[:60]
    )


def _each(text: str, read: Callable[[str], str]) -> list[Json]:
    """Return what each part of a list in one cell means; commas part where nothing else does."""
    parts = [part.strip() for part in re.split(r"[;\n]", text)]
    found: list[Json] = []
    for part in filter(None, parts):
        try:
            found.append(read(part))
        except UnreadableCellError:
            if "," not in part:
                raise
            found.extend(read(word.strip()) for word in part.split(",") if word.strip())
    return list(dict.fromkeys(map(str, found)))


def _time(cell: Cell) -> str:
    """Return HH:MM of a cell."""
    minutes: float | None = None
    match cell:
        case dt.datetime() | dt.time():
            minutes = cell.hour * 60 + cell.minute + round(cell.second / 60)
        case dt.timedelta():
            minutes = cell.total_seconds() / 60
        case bool():
            pass
        case int() | float() if 0 <= cell < 1 or (cell >= 1 and cell != int(cell)):
            # A day is 1 to a spreadsheet, with or without the date before it.
            minutes = (cell % 1) * 1440
        case str() if (found := _TIME.fullmatch(cell.strip())) and cell.isascii():
            hour, minute = int(found[1]), int(found[2] or 0)
            if found[3] and 1 <= hour <= 12:
                hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
            if hour < 24 and minute < 60:
                minutes = hour * 60 + minute
    if minutes is None or not 0 <= minutes < 1440.5:
        raise UnreadableCellError(
            say(N_("“{value}” is not a time: write it as 09:05."), value=str(cell)[:60])
        )
    hour, minute = divmod(round(minutes) % 1440, 60)
    return f"{hour:02d}:{minute:02d}"


def _spelled(text: str) -> dt.date | None:
    """Return the day of a text with its month in words, French or English."""
    words = folded(text)
    if found := _SPELLED.search(words):
        day, month, year = found.groups()
    elif found := _SPELLED_MONTH_FIRST.search(words):
        month, day, year = found.groups()
    else:
        return None
    number = _months().get(month)
    if number is None:
        return None
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the numbers of months by their names and short names, in both languages."""
    found: dict[str, int] = {}
    for language in LANGUAGES:
        tr = Translator(language)
        for number in range(1, 13):
            first = dt.date(2000, number, 1)
            for word in (tr.month(first).split()[0], tr.short_month(first).split()[0]):
                found.setdefault(folded(word).rstrip("."), number)
    return found
