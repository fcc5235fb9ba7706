"""Read what a person typed or chose for a field, in their language.

The browser sends texts, codes and lists as they are; figures come as they were typed
(“1 234,5”, “12 %”), since only the reader's language says what they mean.
"""

from __future__ import annotations

import math
import re

from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.kinds import Field, Number
from canvas.domain.messages import N_
from canvas.i18n import Translator
from canvas.imports.picture import portrait_of

FIGURES = ("number", "money", "share")

READ_HERE = (*FIGURES, "picture")
"""Kinds whose stored value is not what the browser sends."""

UPLOAD = "data:"
"""What a picture that a person has just chosen starts with; a stored one does not."""


class NotANumberError(CanvasError):
    """A figure was asked for and something else was typed."""

    message = N_("“{value}” is not a number: write digits, such as {example}.")


def read_typed(field: Field, typed: Json, tr: Translator) -> Json:
    """Return the raw value of what was typed.

    Raises:
        NotANumberError: The field is a figure and `typed` is not one.
        PictureError: The field is a picture and `typed` is none that can be used.
    """
    if field.kind == "picture" and isinstance(typed, str) and typed.startswith(UPLOAD):
        return portrait_of(typed)
    if field.kind not in FIGURES or not isinstance(typed, str):
        return typed
    number = read_number(typed, tr.language)
    if number is None:
        raise NotANumberError(value=typed[:60], example=1234.5)
    if field.kind == "money":
        return round(number * 100)
    if field.kind == "share":
        return round(number / 100, 6)
    assert isinstance(field, Number)
    return int(number) if number == int(number) else number


def read_number(typed: str, language: str) -> float | None:
    """Return the number that `typed` means in `language`, None where it means none.

    Spaces of all kinds, apostrophes between thousands, a currency sign or a percent
    sign are passed over.  In French a comma starts the decimals and so does a point
    that cannot separate thousands; in English the reverse.  Where both are there, the
    last one starts the decimals.
    """
    text = re.sub(r"[\s\u00a0\u202f\u2009'’€$£%]", "", typed).replace("\u2212", "-")
    decimal, thousands = (",", ".") if language == "fr" else (".", ",")
    if -1 < text.rfind(decimal) < text.rfind(thousands):
        decimal, thousands = thousands, decimal
    elif decimal not in text and text.count(thousands) == 1:
        before, _, after = text.partition(thousands)
        # “1.5” in French is one and a half; “1,500” in English is fifteen hundred.
        if len(after) != 3 or before.lstrip("+-") in ("", "0"):
            text = f"{before}{decimal}{after}"
    whole, _, decimals = text.partition(decimal)
    # “1.2.2026” is no number: what separates thousands stands before three digits.
    if thousands in whole and not re.fullmatch(rf"[+-]?\d{{1,3}}([{thousands}]\d{{3}})+", whole):
        return None
    text = f"{whole.replace(thousands, '')}.{decimals}"
    if not re.fullmatch(r"[+-]?(\d+\.\d*|\.\d+)", text, re.ASCII):
        return None
    number = float(text)
    return number if math.isfinite(number) else None
