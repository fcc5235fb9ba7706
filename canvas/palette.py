"""The colours of the product, once, for pages, charts and documents.

`.streamlit/config.toml` holds the same accent, ground and text colours for Streamlit;
a test compares them.  Each tone has a colour for light grounds and one for dark ones,
both of at least 4.5 to 1 against theirs (WCAG 2.2, AA).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Shades(NamedTuple):
    """One meaning's colour on a light and on a dark ground, as #RRGGBB."""

    light: str
    dark: str

    def on(self, theme: str) -> str:
        """Return the shade for "light" or "dark"."""
        return self.dark if theme == "dark" else self.light


GROUND = Shades("#FFFFFF", "#0F1626")
PANEL = Shades("#F4F6F8", "#182136")
TEXT = Shades("#1C2740", "#EAF0F7")
RULE = Shades("#DDE3EA", "#2A3652")
ACCENT = Shades("#0F766E", "#2DD4BF")

TONES = MappingProxyType(
    {
        "neutral": Shades("#566175", "#A9B6CC"),
        "accent": ACCENT,
        "strength": Shades("#0F766E", "#2DD4BF"),
        "weakness": Shades("#B45309", "#F5B04C"),
        "opportunity": Shades("#2457C5", "#8FB4FF"),
        "threat": Shades("#BE185D", "#F58BB8"),
        "good": Shades("#0F766E", "#2DD4BF"),
        "watch": Shades("#B45309", "#F5B04C"),
        "bad": Shades("#B91C1C", "#FF9B9B"),
    }
)
"""By the codes of `canvas.domain.story.Tone`."""

SERIES = (
    Shades("#0F766E", "#2DD4BF"),
    Shades("#2457C5", "#8FB4FF"),
    Shades("#B45309", "#F5B04C"),
    Shades("#BE185D", "#F58BB8"),
    Shades("#6D28D9", "#C4A8FF"),
    Shades("#5B6B82", "#A9B6CC"),
)
"""Colours of a chart's series, in their order."""

OTHERS = Shades("#7C8AA0", "#6C7F9F")
"""A chart's bars that are not ours: they stand back, at 3 to 1 against their ground."""
