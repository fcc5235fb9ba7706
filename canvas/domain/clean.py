"""One gate for every value on its way in.

What passes can be kept by both databases and written by every exporter: the
reasons are measured in the reliability notes behind docs/formats.md.
"""

from __future__ import annotations

import re
import unicodedata

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

MAX_TEXT = 20_000
"""Characters in any one text; a field may set a lower limit of its own."""

MAX_INTEGER = 10**15
"""Numbers above this change on their way through JSON and spreadsheets."""

# Control characters but tab and newline, surrogates, and the two noncharacters
# that XML refuses.  Bidirectional and joiner marks stay: Arabic and emoji need them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class UnusableValueError(CanvasError):
    """A value that cannot be kept: not a finite number, or too large."""

    message = N_("“{value}” cannot be kept: use a number between −{limit} and {limit}.")


def clean_text(text: str) -> str:
    """Return `text` in NFC, with line feeds as its only line ends and no control character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", text))


def clean(value: Json) -> Json:
    """Return `value` as it may be stored; texts inside lists and objects are cleaned too.

    Raises:
        UnusableValueError: A number is not finite or beyond ±10¹⁵.
        TypeError: `value` is not JSON.
    """
    match value:
        case None | bool():
            return value
        case str():
            return clean_text(value)
        case int() | float():
            # A comparison, since neither NaN nor an integer of 400 digits is finite.
            if not -MAX_INTEGER <= value <= MAX_INTEGER:
                raise UnusableValueError(value=str(value)[:40], limit=MAX_INTEGER)
            return value
        case list():
            return [clean(item) for item in value]
        case dict():
            return {clean_text(key): clean(item) for key, item in value.items()}
    raise TypeError(f"not a JSON value: {type(value).__name__}")
