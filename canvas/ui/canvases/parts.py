"""A part of a canvas that is projected by itself, when the whole is too much for a room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.i18n import Translator

Draw = Callable[[Strategy, Translator], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a canvas.

    Attributes:
        title: What it is called.
        draw: What draws it.
    """

    title: str
    draw: Draw
