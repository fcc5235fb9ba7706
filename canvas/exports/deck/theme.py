"""Colours and sizes of the deck; a client's colour takes the accent's place.

A colour is the name of a theme colour ("tx1") or six hexadecimal digits.  Solid
fills use theme colours, so that a deck is recoloured with its theme; tints are
computed, since those that Office derives turn a dark teal into a bright cyan.
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from canvas.domain.story import Tone

INK = "tx1"
WHITE = "bg1"
NAVY = "tx2"
PANEL = "bg2"
ACCENT = "accent1"
MUTED = "566175"
RULE = "D5DCE5"
PALE = "C7D0DC"
GREY = "8794A8"

THEME = {
    "dk1": "1C2740",
    "lt1": "FFFFFF",
    "dk2": "1E2A47",
    "lt2": "F4F6F8",
    "accent1": "0F766E",
    "accent2": "2457C5",
    "accent3": "B45309",
    "accent4": "BE185D",
    "accent5": "6D28D9",
    "accent6": "5B6B82",
    "hlink": "0F766E",
    "folHlink": "6D28D9",
}
"""The theme's colours, by their names in the file."""

_NAMES = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}

_TONES = {
    Tone.NEUTRAL: INK,
    Tone.STRENGTH: "0F766E",
    Tone.GOOD: "0F766E",
    Tone.OPPORTUNITY: "accent2",
    Tone.WEAKNESS: "accent3",
    Tone.WATCH: "accent3",
    Tone.THREAT: "accent4",
    Tone.BAD: "B91C1C",
}

ENOUGH = 4.5
"""The contrast that small text needs (WCAG 2.2, AA)."""


def luminance(colour: str) -> float:
    """Return the relative luminance of six hexadecimal digits, from 0.0 to 1.0."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1.0 to 21.0."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, share: float, ground: str = "FFFFFF") -> str:
    """Return `share` of `colour` laid over `ground`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "".join(f"{round(255 * (a * share + b * (1 - share))):02X}" for a, b in pairs)


def darkened(colour: str, ground: str) -> str:
    """Return `colour` made darker, its hue kept, until it can be read on `ground`."""
    hue, light, saturation = colorsys.rgb_to_hls(*_channels(colour))
    found = colour
    while contrast(found, ground) < ENOUGH and light > 0:
        light -= 0.01
        rgb = colorsys.hls_to_rgb(hue, max(light, 0.0), saturation)
        found = "".join(f"{round(255 * channel):02X}" for channel in rgb)
    return found


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Palette:
    """The deck's colours.

    Attributes:
        accent: The fill of what matters, as six hexadecimal digits.
        on_accent: What can be read on it.
        accent_text: The accent as a text's colour, dark enough on a panel.
    """

    accent: str = THEME["accent1"]
    on_accent: str = WHITE
    accent_text: str = ACCENT

    @classmethod
    def of(cls, brand: str | None) -> Palette:
        """Return the palette of a brand's colour such as “#FFD400”; ours for anything else.

        A light colour keeps its lightness and gets dark text, rather than become another.
        """
        found = re.fullmatch(r"#?([0-9A-Fa-f]{6})", (brand or "").strip(), re.ASCII)
        if not found:
            return cls()
        accent = found[1].upper()
        if contrast(accent, "FFFFFF") < ENOUGH and contrast(accent, THEME["dk1"]) < ENOUGH:
            accent = darkened(accent, "FFFFFF")
        on_accent = WHITE if contrast(accent, "FFFFFF") >= ENOUGH else INK
        text = ACCENT if contrast(accent, THEME["lt2"]) >= ENOUGH else ""
        return cls(accent, on_accent, text or darkened(accent, THEME["lt2"]))

    def hex(self, colour: str) -> str:
        """Return the six hexadecimal digits of a colour."""
        if colour == ACCENT:
            return self.accent
        return THEME.get(_NAMES.get(colour, colour), colour)

    def tone(self, tone: Tone) -> str:
        """Return the colour of a meaning, as a text's."""
        return _TONES.get(tone, self.accent_text)

    def tone_fill(self, tone: Tone) -> str:
        """Return the colour of a meaning, as a rule's or a shape's; neutral is quiet."""
        if tone is Tone.NEUTRAL:
            return PALE
        return _TONES.get(tone, ACCENT)

    def tint(self, share: float) -> str:
        """Return the accent over white."""
        return mix(self.accent, share)

    def heat(self, heat: float) -> tuple[str, str]:
        """Return the fill for 0.0–1.0 and the colour of the text on it."""
        share = min(max(heat, 0.0), 1.0)
        if share >= 0.95:
            return ACCENT, self.on_accent
        fill = self.tint(0.06 + 0.6 * share)
        while contrast(fill, THEME["dk1"]) < ENOUGH:
            share -= 0.05
            fill = self.tint(0.06 + 0.6 * share)
        return fill, INK

    def series(self, count: int) -> list[str]:
        """Return colours for so many series: the accent, then quiet ones."""
        rest = ["accent6", "accent2", "accent3", "accent5", "accent4", GREY, PALE]
        return [ACCENT, *rest][:count]
