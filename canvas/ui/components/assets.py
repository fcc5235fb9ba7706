"""Put a component together from the files beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent

CELLS = "shared/cell.js"

BESIDE_CELLS = ("shared/remarks", "shared/leaving")
"""What comes with cells, a script and a style each."""


@lru_cache
def component(
    name: str, html: str, scripts: tuple[str, ...], styles: tuple[str, ...] = ()
) -> Callable[..., Any]:
    """Return the component `name`, made of `scripts` in their order and its style.

    The scripts become one module: what an earlier one declares, a later one can use.
    `styles` are those that it shares with others; its own comes after them.  Cells bring
    theirs along, what the rules say beside them, and the question before a record goes.
    """
    along, cells = (BESIDE_CELLS, ("shared/cell.css",)) if CELLS in scripts else ((), ())
    scripts = (*scripts, *(f"{one}.js" for one in along))
    code = "\n".join((_HERE / script).read_text("utf-8") for script in scripts)
    sheets = (*cells, *(f"{one}.css" for one in along), *styles, f"{name}/{name}.css")
    style = "\n".join((_HERE / sheet).read_text("utf-8") for sheet in sheets)
    return st.components.v2.component(f"canevas_{name}", html=html, js=code, css=style)
