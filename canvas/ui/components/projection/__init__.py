"""The head of a projected page: where we are, the clock, and the keys that turn the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from canvas.ui.components.assets import component


def projection(data: Mapping[str, Any], *, key: str, on_turn: Callable[[], None]) -> None:
    """Mount the head.

    Args:
        data: What projection.js reads: title, place, words, clocks, the part of the
            agenda that the time goes to.
        key: Its key; the callback reads `st.session_state[key].turn`.
        on_turn: Called with "next", "previous" or "leave", or "agenda" to set one up.
    """
    mount = component(
        "projection",
        '<div class="projection"></div>',
        ("shared/outbox.js", "projection/projection.js"),
    )
    mount(key=key, data=dict(data), on_turn_change=on_turn)
