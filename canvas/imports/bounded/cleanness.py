"""Tell of a whole text whether any of it has to be cleaned."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 1 << 18
_COMBINING = 0xCC
"""The first byte of U+0300: no letter before it is written in two ways."""

_BLANKS = b"\t\n\r"


def is_clean(text: str, raw: bytes, begin: int) -> bool:
    """Return whether `clean_text` would leave every piece of a text as it is.

    Args:
        text: The text.
        raw: The same in UTF-8.
        begin: Where it begins in there.
    """
    letters = np.frombuffer(raw, np.uint8)[begin:]
    highest = 0
    for at in range(0, len(letters), _AT_ONCE):
        some = letters[at : at + _AT_ONCE]
        low = np.count_nonzero(some < 32)
        if low and low != sum(np.count_nonzero(some == blank) for blank in _BLANKS):
            return False
        highest = max(highest, int(some.max()))
    if b"\x7f" in raw:
        return False
    if highest < 128:
        return True
    if b"\xc2" in raw and _has(letters, 0xC2, 0x80, 0xA0):
        return False
    if b"\xed" in raw and _has(letters, 0xED, 0xA0, 0xC0):
        return False
    if highest < _COMBINING:
        return True
    no_letters = "\ufffe" in text or "\uffff" in text
    return not no_letters and unicodedata.is_normalized("NFC", text)


def _has(letters: NDArray[np.uint8], first: int, low: int, high: int) -> bool:
    """Return whether a byte is followed by one from `low` up to `high`."""
    places = np.flatnonzero(letters[:-1] == first)
    after = letters[places + 1]
    return bool(((after >= low) & (after < high)).any())
