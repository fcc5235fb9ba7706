"""Where the deck's data files stand: beside the package, not in it."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[3] / "data"

MASTER = _DATA / "templates" / "master.pptx"
FONT_WIDTHS = _DATA / "reference" / "font-widths.json"
