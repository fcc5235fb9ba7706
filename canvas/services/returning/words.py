"""A dry run in words: for the page, and for the command line."""

from __future__ import annotations

import datetime as dt

from canvas.domain.clean import Json
from canvas.domain.kinds import Field
from canvas.domain.messages import N_, Message, Money, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.cells import YES, Cells
from canvas.services.returning.model import Kind, Line
from canvas.steps import RECORD_TYPES
from canvas.steps.frame.settings import Currency, Settings

LONGEST = 120
"""Characters of a value; the rest is cut."""

_NOTHING = "—"


class Words:
    """Says lines in one language.

    Args:
        strategy: Where names are looked up.
        tr: The language.
        names: Names of records that are not there yet, by id.
    """

    def __init__(self, strategy: Strategy, tr: Translator, names: dict[str, str]) -> None:
        self.tr = tr
        self._cells = Cells(strategy, tr)
        self._currency = str(strategy.one(Settings).currency or Currency.EUR)
        self._names = names

    def name(self, line: Line) -> str:
        """Return what a line's record is called, or what it is where it has no name."""
        return line.name or self.tr(RECORD_TYPES[line.type].one)

    def field(self, line: Line) -> str:
        """Return the label of a line's field, "" for the whole line."""
        return self.tr(RECORD_TYPES[line.type].field(line.field).label) if line.field else ""

    def before(self, line: Line) -> str:
        """Return what stands here."""
        return self._of(line, line.before)

    def after(self, line: Line) -> str:
        """Return what stands in the workbook."""
        return line.typed if line.kind is Kind.INVALID else self._of(line, line.after)

    def message(self, line: Line) -> str:
        """Return one sentence on a line."""
        what = self.name(line)
        if line.message is not None and line.field:
            told = N_("“{what}”, {field}: {message}")
            return self.tr(say(told, what=what, field=self.field(line), message=line.message))
        if line.message is not None:
            return self.tr(say(N_("“{what}”: {message}"), what=what, message=line.message))
        if line.kind is Kind.NEW:
            return self.tr(say(N_("“{what}” is new."), what=what))
        return self.tr(
            say(
                N_("“{what}”, {field}: {old} → {new}"),
                what=what,
                field=self.field(line),
                old=self.before(line),
                new=self.after(line),
            )
        )

    def _of(self, line: Line, raw: Json) -> str:
        record_type = RECORD_TYPES[line.type]
        if line.field:
            return self.value(record_type.field(line.field), raw)
        if not isinstance(raw, dict):
            return _NOTHING
        known = ((record_type.schema_fields.get(name), value) for name, value in raw.items())
        parts = [
            self.tr(say(N_("{field}: {value}"), field=field.said, value=self.value(field, value)))
            for field, value in known
            if field is not None
        ]
        return " · ".join(parts) or _NOTHING

    def value(self, field: Field, raw: Json) -> str:
        """Return a raw value as a page shows it, on one line and cut short."""
        if raw is None:
            return _NOTHING
        if field.kind in ("link", "links"):
            ids = raw if isinstance(raw, list) else [raw]
            known = self._cells.names(field.to)  # type: ignore[attr-defined]
            found = [known.get(str(i)) or self._names.get(str(i), "") for i in ids]
            return self._short("; ".join(filter(None, found)) or _NOTHING)
        try:
            return self._short(self._plain(field, field.parse(raw)))
        except ValueError:
            return self._short(str(raw))

    def _plain(self, field: Field, value: object) -> str:
        match value:
            case bool():
                return self.tr(YES) if value else _NOTHING
            case int() | float() if field.kind == "money":
                return self.tr.money(Money(int(value), self._currency))
            case int() | float() if field.kind == "share":
                return self.tr.share(value)
            case int() | float():
                return self.tr.number(value, decimals=4, grouped=getattr(field, "grouped", True))
            case tuple():
                return "; ".join(self.tr.value(item) for item in value)
            case dt.time():
                return self.tr.time(value)
        return self.tr.value(value)

    def _short(self, text: str) -> str:
        line = " ".join(text.split())
        return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def names_of(lines: tuple[Line, ...]) -> dict[str, str]:
    """Return the names of new lines by their ids."""
    return {line.record: line.name for line in lines if line.kind is Kind.NEW}


HEADINGS: dict[Kind, Message] = {
    Kind.CONFLICT: say(N_("Values changed on both sides")),
    Kind.INVALID: say(N_("Cells that cannot be read")),
    Kind.NEW: say(N_("New lines")),
    Kind.CHANGED: say(N_("Changed values")),
    Kind.DELETED: say(N_("Deleted lines")),
}
"""What each kind of line is called, in the order in which they are shown: what needs a person
first."""
