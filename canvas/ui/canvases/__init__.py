"""The canvases: ways to see a step's records as a whole.  None keeps data of its own."""

from __future__ import annotations

from collections.abc import Callable

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui.canvases import swot

Draw = Callable[[Strategy, Translator], None]

CANVASES: dict[str, Draw] = {
    "swot": swot.grid,
}
"""What draws each canvas, by the key that its step declares."""
