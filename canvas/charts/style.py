"""What all charts share: the page's colours and font, and type that can be read from afar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

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


def dressed(
    chart: Any,
    words: str,
    style: Style,
    *,
    title: str = "",
    height: float | alt.Step | None = None,
    type_size: float = TYPE + 3,
) -> Any:
    """Return a chart as wide as its place, with its font, its title and its text alternative.

    Args:
        chart: A chart or a layer of them.
        words: The same figures, for those who do not see it.
        style: How it looks.
        title: What stands over it, "" for nothing.
        height: Its height, where it does not say it itself.
        type_size: The size of the title's type.
    """
    more: dict[str, Any] = {} if height is None else {"height": height}
    if title:
        more["title"] = alt.Title(title, anchor="start", offset=style.px(8))
    whole = chart.properties(
        width="container",
        description=words,
        background="transparent",
        padding=0,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        **more,
    ).configure(font=FONT)
    if title:
        whole = whole.configure_title(
            fontSize=style.px(type_size), fontWeight=700, color=style.text, frame="bounds"
        )
    return whole.configure_view(stroke=None)
