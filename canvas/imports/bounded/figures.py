"""Tell from a whole column how its numbers and dates are written.

One value alone may say two things (“1,234” or “03/04/2027”): the other values of its
column decide.  Where they do not either, the answer is None, and a person is asked.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from typing import Literal

Style = Literal["fr", "en"]
"""How numbers are written: “1 234,5” or “1,234.5”."""

Order = Literal["dmy", "mdy"]

MAX_NUMBER = 1e15

_SPACES = re.compile("[\\s\u00a0\u202f\u2009'’]")
_MARKS = re.compile(r"^(?:[€$£%]|[A-Z]{3})|(?:[€$£%]|[A-Z]{3})$")
_GROUP = r"[+-]?[1-9]\d{0,2}"
_DAY = re.compile(r"\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"\s*(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ].*)?", re.ASCII)


def number_style(texts: Iterable[str]) -> Style | None:
    """Return how the numbers of a column are written, None where it cannot be told."""
    french = english = False
    for text in texts:
        bare = _bare(text)
        if not bare.isascii():
            continue
        for mark, other in ((",", "."), (".", ",")):
            grouped = rf"{_GROUP}(\{mark}\d{{3}})+"
            decimal = rf"[+-]?\d*\{mark}\d+"
            sure = bool(
                (re.fullmatch(decimal, bare) and not re.fullmatch(rf"{_GROUP}\{mark}\d{{3}}", bare))
                or re.fullmatch(rf"{_GROUP}(\{other}\d{{3}})+\{mark}\d+", bare)
                or (re.fullmatch(rf"{_GROUP}(\{other}\d{{3}}){{2,}}", bare))
            )
            if sure and not (re.fullmatch(grouped, bare) and bare.count(mark) > 1):
                french, english = french or mark == ",", english or mark == "."
    if french == english:
        return None
    return "fr" if french else "en"


def read_number(text: str, style: Style) -> float | None:
    """Return the number of a text, None where it is none; “12 %” is 0.12."""
    bare = _bare(text)
    thousands, decimal = (".", ",") if style == "fr" else (",", ".")
    whole, _, decimals = bare.partition(decimal)
    if thousands in decimals:
        return None
    if thousands in whole and not re.fullmatch(rf"[+-]?\d{{1,3}}(\{thousands}\d{{3}})+", whole):
        return None
    bare = f"{whole.replace(thousands, '')}.{decimals}"
    if not re.fullmatch(r"[+-]?(\d+\.\d*|\.\d+)", bare, re.ASCII):
        return None
    number = float(bare)
    if not math.isfinite(number) or abs(number) > MAX_NUMBER:
        return None
    return number / 100 if "%" in text else number


def date_order(texts: Iterable[str]) -> Order | None:
    """Return whether days or months come first in a column, None where it cannot be told."""
    days = months = False
    for text in texts:
        if found := _DAY.match(text):
            days = days or int(found[1]) > 12
            months = months or int(found[2]) > 12
    if days == months:
        return None
    return "dmy" if days else "mdy"


def read_date(text: str, order: Order) -> dt.date | None:
    """Return the day of a text, ISO or in this order; None where it is none."""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY.fullmatch(text.strip()):
        first, second, year = (int(part) for part in found.groups())
        day, month = (first, second) if order == "dmy" else (second, first)
        year += 2000 if len(found[3]) == 2 else 0
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _bare(text: str) -> str:
    """Return a text without the spaces and signs that may stand around its figure."""
    bare = _SPACES.sub("", text).replace("\u2212", "-")
    previous = None
    while previous != bare:
        previous, bare = bare, _MARKS.sub("", bare)
    return bare
