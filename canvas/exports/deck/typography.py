"""The spaces, apostrophes and directions that a careful typist would set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

NARROW = "\u202f"
FIXED = "\u00a0"

_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_APOSTROPHE: _Rule = (re.compile(r"(?<=\w)'(?=\w)"), "’")

# A space that is there becomes the right one.  A missing one is added only between
# a letter and a mark that ends a word, so that addresses and times stay as they are.
_FRENCH: tuple[_Rule, ...] = (
    (re.compile(rf"[ {FIXED}]+(?=[;!?%‰€])"), NARROW),
    (re.compile(r"(?<=[^\W_])(?=[;!?]+(?:\s|$))"), NARROW),
    (re.compile(r"(?<=\d)(?=[%€])"), NARROW),
    (re.compile(r" +(?=:(?:\s|$))"), FIXED),
    (re.compile(r"(?<=[^\W_]):(?=\s)"), f"{FIXED}:"),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{FIXED}"),
    (re.compile(r"[ \u00a0\u202f]*»"), f"{FIXED}»"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"\b(\d[\d,.\u202f]*) (?=[^\W\d_]{1,12}\b)"), rf"\1{FIXED}"),
    (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
    _APOSTROPHE,
)
_ENGLISH: tuple[_Rule, ...] = (_APOSTROPHE,)


@lru_cache(maxsize=8192)
def typeset_spaces(text: str, language: str) -> str:
    """Return `text` with the spaces and apostrophes of its language."""
    for pattern, replacement in _FRENCH if language == "fr" else _ENGLISH:
        text = pattern.sub(replacement, text)
    return text


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter of `text` is of a script written from the right."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def one_line(text: str) -> str:
    """Return `text` without line ends or repeated spaces, non-breaking ones kept."""
    return re.sub(r"[ \t\n]+", " ", text).strip()
