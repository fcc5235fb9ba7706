"""The kinds of field that a record can declare, by the functions of `canvas.domain.fields`.

Every value has two shapes.  *Raw* is JSON, as it is stored and exported: codes,
ISO dates, minor units, ids, `None` for empty.  *Value* is what a record's
attribute holds.  `parse` and `dump` go from one to the other; an empty value of
any kind is `None` when raw, so that nothing missing can be mistaken for zero.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from canvas.domain.choices import Choice
from canvas.domain.clean import Json
from canvas.domain.ids import is_id
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.pictures import jpeg_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One attribute of a record type, as declared.

    Attributes:
        name: The attribute's name; filled in by the `record` decorator.
        label: What the page calls it.
        help: One sentence: what to write here, in plain words.
        example: What an empty field shows in grey.
        group: Heading under which an open record shows the field.
        in_list: Whether the list of records shows it as a column.
        essential: Whether there is no strategy without it (the express path).
        default: The value of a field that was never filled in.
    """

    label: str
    help: str
    example: str = ""
    group: str = ""
    in_list: bool = False
    essential: bool = False
    default: Any = None
    name: str = ""

    kind: ClassVar[str] = ""
    empty: ClassVar[Any] = None

    def parse(self, raw: Json) -> Any:
        """Return the value of `raw`.

        Raises:
            ValueError: `raw` is not of this kind.
        """
        raise NotImplementedError

    def dump(self, value: Any) -> Json:
        """Return `value` as JSON; an empty value gives None."""
        return None if value == self.empty else value

    def stored(self, raw: Json) -> Json:
        """Return `raw` in the one way that its value is kept.

        Empty is None, and so is the default: what a page shows in a field that was never
        filled in is then what the store has.  What cannot be read stays as it is.
        """
        try:
            kept = self.dump(self.parse(raw))
        except ValueError:
            return raw
        default = None if self.default is None else self.dump(self.default)
        return None if kept == default else kept

    def problem(self, raw: Json) -> Message | None:
        """Return why `raw` cannot be kept, in the user's words, or None if it can."""
        try:
            self.parse(raw)
        except ValueError:
            return say(
                N_("“{value}” does not fit in “{field}”."), value=str(raw)[:60], field=self.said
            )
        return None

    @property
    def said(self) -> Message:
        """The label, to stand inside a sentence and be translated with it."""
        return say(self.label)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of a raw value, null aside."""
        raise NotImplementedError

    def initial(self) -> Any:
        """Return the value of a field that was never filled in."""
        return self.empty if self.default is None else self.default


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Words on one line, or several where `multiline`."""

    max_chars: int = 200
    multiline: bool = False
    kind: ClassVar[str] = "text"
    empty: ClassVar[Any] = ""

    def parse(self, raw: Json) -> str:
        """Return the text, on one line unless `multiline`; None is the empty one."""
        if raw is None:
            return ""
        if not isinstance(raw, str):
            raise ValueError(raw)
        return raw if self.multiline else re.sub(r"\s*\n\s*", " ", raw)

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for a text over its limit, or one that is no text."""
        if isinstance(raw, str) and len(raw) > self.max_chars:
            return say(
                N_(
                    "“{field}” holds up to {limit} characters and this text has {count}: "
                    "shorten it, it is still in the field."
                ),
                field=self.said,
                limit=self.max_chars,
                count=len(raw),
            )
        return Field.problem(self, raw)

    def schema(self) -> dict[str, Any]:
        """Return a string no longer than the limit."""
        return {"type": "string", "maxLength": self.max_chars}


@dataclass(frozen=True, slots=True, kw_only=True)
class Url(Text):
    """An address on the web; kept and shown as text, never fetched."""

    max_chars: int = 2_000
    kind: ClassVar[str] = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Color(Text):
    """A colour as #RRGGBB."""

    max_chars: int = 7
    kind: ClassVar[str] = "color"

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for anything but #RRGGBB."""
        if raw is None or (isinstance(raw, str) and re.fullmatch("#[0-9A-Fa-f]{6}", raw)):
            return None
        return say(N_("“{value}” is not a colour: write it as #0F766E."), value=str(raw)[:60])

    def schema(self) -> dict[str, Any]:
        """Return a string of six hexadecimal digits."""
        return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Field):
    """Several short texts, one a line."""

    max_items: int = 30
    max_chars: int = 300
    kind: ClassVar[str] = "lines"
    empty: ClassVar[Any] = ()

    def parse(self, raw: Json) -> tuple[str, ...]:
        """Return the texts, one a line, blank ones left out; None is an empty tuple."""
        if raw is None:
            return ()
        if not isinstance(raw, list):
            raise ValueError(raw)
        found: list[str] = []
        for item in raw:
            if not isinstance(item, str):
                raise ValueError(raw)
            found.extend(filter(None, (line.strip() for line in item.split("\n"))))
        return tuple(found)

    def dump(self, value: Sequence[str]) -> Json:
        """Return the texts as a list, or None where there is none."""
        return list(value) or None

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for too many lines, or one that is too long."""
        try:
            found = self.parse(raw)
        except ValueError:
            return Field.problem(self, raw)
        if len(found) > self.max_items:
            return say(
                N_("“{field}” holds up to {limit} lines and this has {count}: shorten it."),
                field=self.said,
                limit=self.max_items,
                count=len(found),
            )
        for line in found:
            if len(line) > self.max_chars:
                return say(
                    N_(
                        "A line of “{field}” holds up to {limit} characters and “{start}…” "
                        "has {count}: shorten it, it is still in the field."
                    ),
                    field=self.said,
                    limit=self.max_chars,
                    start=line[:30],
                    count=len(line),
                )
        return None

    def schema(self) -> dict[str, Any]:
        """Return an array of strings."""
        item = {"type": "string", "maxLength": self.max_chars}
        return {"type": "array", "items": item, "maxItems": self.max_items}


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Field):
    """One code of a list."""

    choices: type[Choice]
    kind: ClassVar[str] = "choice"

    def parse(self, raw: Json) -> Choice | None:
        """Return the choice of a code."""
        return None if raw is None else self.choices.of(raw)

    def dump(self, value: Choice | None) -> Json:
        """Return the code."""
        return None if value is None else str(value)

    def schema(self) -> dict[str, Any]:
        """Return the list of codes."""
        return {"type": "string", "enum": [str(choice) for choice in self.choices]}


@dataclass(frozen=True, slots=True, kw_only=True)
class SomeOf(Field):
    """Any number of codes of a list, in the list's order."""

    choices: type[Choice]
    kind: ClassVar[str] = "choices"
    empty: ClassVar[Any] = ()

    def parse(self, raw: Json) -> tuple[Choice, ...]:
        """Return the choices, each once, in the order of their declaration."""
        if raw is None:
            return ()
        if not isinstance(raw, list):
            raise ValueError(raw)
        chosen = {self.choices.of(code) for code in raw}
        return tuple(choice for choice in self.choices if choice in chosen)

    def dump(self, value: Sequence[Choice]) -> Json:
        """Return the codes as a list, or None where there is none."""
        return [str(choice) for choice in value] or None

    def schema(self) -> dict[str, Any]:
        """Return an array of codes."""
        item = {"type": "string", "enum": [str(choice) for choice in self.choices]}
        return {"type": "array", "items": item, "uniqueItems": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Field):
    """Yes, or not (yet)."""

    kind: ClassVar[str] = "flag"
    empty: ClassVar[Any] = False

    def parse(self, raw: Json) -> bool:
        """Return whether it is ticked; None is not."""
        if raw is None:
            return False
        if not isinstance(raw, bool):
            raise ValueError(raw)
        return raw

    def schema(self) -> dict[str, Any]:
        """Return true or false."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Field):
    """A number with a unit; whole where `whole`, a year or the like where not `grouped`."""

    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    grouped: bool = True
    kind: ClassVar[str] = "number"

    def parse(self, raw: Json) -> float | int | None:
        """Return the number, or None where it is missing."""
        if raw is None:
            return None
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
            raise ValueError(raw)
        if self.whole:
            if raw != int(raw):
                raise ValueError(raw)
            return int(raw)
        return raw

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for a number out of range, or one that is no number."""
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            if self.minimum is not None and raw < self.minimum:
                return say(
                    N_("“{field}” cannot be below {limit}; you wrote {value}."),
                    field=self.said,
                    limit=self.shown(self.minimum),
                    value=self.shown(raw),
                )
            if self.maximum is not None and raw > self.maximum:
                return say(
                    N_("“{field}” cannot be above {limit}; you wrote {value}."),
                    field=self.said,
                    limit=self.shown(self.maximum),
                    value=self.shown(raw),
                )
            if self.whole and math.isfinite(raw) and raw != int(raw):
                return say(
                    N_("“{field}” is a whole number; you wrote {value}."),
                    field=self.said,
                    value=raw,
                )
        return Field.problem(self, raw)

    def shown(self, raw: float) -> object:
        """Return `raw` as a sentence shows it; a text is not written in groups of three."""
        return raw if self.grouped else str(raw)

    def schema(self) -> dict[str, Any]:
        """Return a number within its limits."""
        schema: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        if self.minimum is not None:
            schema["minimum"] = self.minimum
        if self.maximum is not None:
            schema["maximum"] = self.maximum
        return schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Number):
    """Money, in minor units of the strategy's currency."""

    whole: bool = True
    minimum: float | None = 0
    kind: ClassVar[str] = "money"

    def shown(self, raw: float) -> object:
        """Return the amount in major units."""
        return raw / 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio(Number):
    """A share, kept as a ratio and shown as a percentage."""

    minimum: float | None = 0
    kind: ClassVar[str] = "share"

    def shown(self, raw: float) -> object:
        """Return the share to show as a percentage."""
        return Share(raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Number):
    """A whole number on a short scale, shown as dots."""

    whole: bool = True
    kind: ClassVar[str] = "rating"


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Field):
    """A day."""

    kind: ClassVar[str] = "date"

    def parse(self, raw: Json) -> dt.date | None:
        """Return the day of an ISO text."""
        if raw is None:
            return None
        if not isinstance(raw, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw, re.ASCII):
            raise ValueError(raw)
        return dt.date.fromisoformat(raw)

    def dump(self, value: dt.date | None) -> Json:
        """Return the day as YYYY-MM-DD."""
        return None if value is None else value.isoformat()

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for a day that does not exist."""
        try:
            self.parse(raw)
        except ValueError:
            return say(N_("“{value}” is not a date: write it as 2027-03-31."), value=str(raw)[:60])
        return None

    def schema(self) -> dict[str, Any]:
        """Return a date."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Field):
    """A time of day, on the wall clock of the strategy's time zone."""

    kind: ClassVar[str] = "time"

    def parse(self, raw: Json) -> dt.time | None:
        """Return the time of HH:MM."""
        if raw is None:
            return None
        if not isinstance(raw, str) or not re.fullmatch(r"\d{2}:\d{2}", raw, re.ASCII):
            raise ValueError(raw)
        return dt.time.fromisoformat(raw)

    def dump(self, value: dt.time | None) -> Json:
        """Return the time as HH:MM."""
        return None if value is None else value.strftime("%H:%M")

    def schema(self) -> dict[str, Any]:
        """Return a time."""
        return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Field):
    """One record of another type, by its id."""

    to: str
    kind: ClassVar[str] = "link"
    empty: ClassVar[Any] = ""

    def parse(self, raw: Json) -> str:
        """Return the id; None is no link."""
        if raw is None:
            return ""
        if not is_id(raw):
            raise ValueError(raw)
        return str(raw)

    def schema(self) -> dict[str, Any]:
        """Return an id."""
        return {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Links(Field):
    """Several records of another type, by their ids."""

    to: str
    kind: ClassVar[str] = "links"
    empty: ClassVar[Any] = ()

    def parse(self, raw: Json) -> tuple[str, ...]:
        """Return the ids, each once; None is none."""
        if raw is None:
            return ()
        if not isinstance(raw, list) or not all(is_id(item) for item in raw):
            raise ValueError(raw)
        return tuple(dict.fromkeys(str(item) for item in raw))

    def dump(self, value: Sequence[str]) -> Json:
        """Return the ids as a list, or None where there is none."""
        return list(value) or None

    def schema(self) -> dict[str, Any]:
        """Return an array of ids."""
        item = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
        return {"type": "array", "items": item}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Field):
    """A small picture: a JPEG as base64 text, made by `canvas.imports.picture`."""

    max_chars: ClassVar[int] = 60_000
    kind: ClassVar[str] = "picture"
    empty: ClassVar[Any] = ""

    def parse(self, raw: Json) -> str:
        """Return the base64 text; None is no picture."""
        if raw is None:
            return ""
        if not isinstance(raw, str) or len(raw) > self.max_chars:
            raise ValueError("not a small picture")
        jpeg_of(raw)
        return raw

    def problem(self, raw: Json) -> Message | None:
        """Return a sentence for what is no picture, or too large a one."""
        try:
            self.parse(raw)
        except ValueError:
            return say(
                N_("“{field}” is not a small picture: choose a PNG, JPEG or WebP file again."),
                field=self.said,
            )
        return None

    def schema(self) -> dict[str, Any]:
        """Return a string that holds a file."""
        return {
            "type": "string",
            "maxLength": self.max_chars,
            "contentEncoding": "base64",
            "contentMediaType": "image/jpeg",
        }
