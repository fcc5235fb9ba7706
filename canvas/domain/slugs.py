"""Names as addresses and files may hold them everywhere."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o"})


def slug(name: str, limit: int = 60, empty: str = "canevas") -> str:
    """Return `name` in small letters, figures and hyphens; `empty` where nothing is left."""
    spelled = name.casefold().translate(_LIGATURES)
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)
    )
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:limit].rstrip("-") or empty
