"""Texts that are declared here and translated where they are shown.

`N_` marks a constant for the catalogue.  `say` and `say_count` hold a whole
sentence with its parameters, so that numbers, dates and money inside it follow
the reader's language too.  Translating is the business of `canvas.i18n`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def N_(text: str) -> str:  # noqa: N802 - the name that translation tools look for
    """Mark `text` for the catalogue and return it unchanged."""
    return text


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to translate, with the values that it carries.

    Attributes:
        text: English source text with named placeholders; the catalogue key.
        params: Values for the placeholders: text typed by a user, numbers,
            dates, `Money`, `Share`, choices, lists of texts, other messages.
        plural: English text for any count but one, or "" for a sentence that
            does not change with a number.
        count: The number that decides between `text` and `plural`.
    """

    text: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    plural: str = ""
    count: int = 1

    def __str__(self) -> str:
        return self.text.format_map(dict(self.params))


def say(text: str, /, **params: object) -> Message:
    """Return a sentence to translate later; `params` fill its placeholders."""
    return Message(text, MappingProxyType(params))


def say_count(one: str, many: str, n: int, /, **params: object) -> Message:
    """Return a sentence whose form depends on `n`, which fills `{n}`."""
    return Message(one, MappingProxyType({"n": n, **params}), many, n)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount to show: `minor` units (cents) of an ISO 4217 `currency`."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Share:
    """A ratio to show as a percentage; 0.05 reads as 5 %."""

    ratio: float


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month to show with its year: “October 2026”."""

    year: int
    month: int
