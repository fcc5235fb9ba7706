"""What a record's class body calls to declare its fields.

From one declaration come the form on the page, the check on the way in, the project
file and its schema, the documentation and the catalogue to translate.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from canvas.domain.choices import Choice
from canvas.domain.clean import MAX_TEXT
from canvas.domain.kinds import (
    Amount,
    Color,
    Date,
    Field,
    Flag,
    Lines,
    Link,
    Links,
    Number,
    OneOf,
    Picture,
    Rating,
    Ratio,
    SomeOf,
    Text,
    Time,
    Url,
)


def _declared(field: Field) -> Any:
    """Return a dataclass field that carries `field`."""
    return dataclasses.field(default=field.initial(), metadata={"field": field})


def text(*, label: str, help: str, max_chars: int = 200, **options: Any) -> Any:
    """Declare words on one line."""
    return _declared(Text(label=label, help=help, max_chars=max_chars, **options))


def long_text(*, label: str, help: str, max_chars: int = 4_000, **options: Any) -> Any:
    """Declare a text of several lines."""
    assert max_chars <= MAX_TEXT
    return _declared(Text(label=label, help=help, max_chars=max_chars, multiline=True, **options))


def lines(*, label: str, help: str, **options: Any) -> Any:
    """Declare several short texts, one a line."""
    return _declared(Lines(label=label, help=help, **options))


def choice(choices: type[Choice], *, label: str, help: str, **options: Any) -> Any:
    """Declare one code of a list."""
    return _declared(OneOf(choices=choices, label=label, help=help, **options))


def choices(choices: type[Choice], *, label: str, help: str, **options: Any) -> Any:
    """Declare any number of codes of a list."""
    return _declared(SomeOf(choices=choices, label=label, help=help, **options))


def flag(*, label: str, help: str, **options: Any) -> Any:
    """Declare a yes."""
    return _declared(Flag(label=label, help=help, **options))


def number(*, label: str, help: str, **options: Any) -> Any:
    """Declare a number that may have decimals."""
    return _declared(Number(label=label, help=help, **options))


def whole(*, label: str, help: str, **options: Any) -> Any:
    """Declare a whole number, 0 and up unless it says otherwise."""
    return _declared(Number(label=label, help=help, whole=True, **{"minimum": 0, **options}))


def money(*, label: str, help: str, **options: Any) -> Any:
    """Declare an amount in minor units of the strategy's currency."""
    return _declared(Amount(label=label, help=help, **options))


def share(*, label: str, help: str, **options: Any) -> Any:
    """Declare a ratio shown as a percentage, at most 100 % unless it says otherwise."""
    return _declared(Ratio(label=label, help=help, **{"maximum": 1, **options}))


def rating(*, label: str, help: str, low: int = 1, high: int = 5, **options: Any) -> Any:
    """Declare a whole number from `low` to `high`."""
    return _declared(Rating(label=label, help=help, minimum=low, maximum=high, **options))


def date(*, label: str, help: str, **options: Any) -> Any:
    """Declare a day."""
    return _declared(Date(label=label, help=help, **options))


def time(*, label: str, help: str, **options: Any) -> Any:
    """Declare a time of day."""
    return _declared(Time(label=label, help=help, **options))


def url(*, label: str, help: str, **options: Any) -> Any:
    """Declare an address on the web."""
    return _declared(Url(label=label, help=help, **options))


def color(*, label: str, help: str, **options: Any) -> Any:
    """Declare a colour."""
    return _declared(Color(label=label, help=help, **options))


def picture(*, label: str, help: str, **options: Any) -> Any:
    """Declare a small picture."""
    return _declared(Picture(label=label, help=help, **options))


def link(to: str, *, label: str, help: str, **options: Any) -> Any:
    """Declare a link to one record of the type whose key is `to`."""
    return _declared(Link(to=to, label=label, help=help, **options))


def links(to: str, *, label: str, help: str, **options: Any) -> Any:
    """Declare links to several records of the type whose key is `to`."""
    return _declared(Links(to=to, label=label, help=help, **options))
