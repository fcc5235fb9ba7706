"""What all charts share: the page's colours and font, and type that can be read from afar."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.palette import ACCENT, OTHERS, TEXT, TONES

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
"""The page's own font."""

TYPE = 16
"""Pixels of the smallest type, where one rem is 16 pixels."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a chart looks.

    Attributes:
        theme: "light" or "dark".
        scale: How much larger than usual one rem is; 1.75 in a projection at 1920 pixels.
    """

    theme: str = "light"
    scale: float = 1.0

    def px(self, size: float) -> float:
        """Return a length that grows with the page's type."""
        return size * self.scale

    @property
    def text(self) -> str:
        """The colour of words."""
        return TEXT.on(self.theme)

    @property
    def quiet(self) -> str:
        """The colour of what stands back, words included."""
        return TONES["neutral"].on(self.theme)

    @property
    def accent(self) -> str:
        """The colour of what counts."""
        return ACCENT.on(self.theme)

    @property
    def others(self) -> str:
        """The colour of bars that stand back."""
        return OTHERS.on(self.theme)
