"""The deck: what the steps say, as slides that one can hand over untouched."""

from __future__ import annotations

from canvas.exports.deck.build import build_deck

__all__ = ["build_deck"]
