"""The line of a strategy's page: saved or not, undo and redo, and its connection."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from canvas.ui.components.assets import component


def bar(
    data: Mapping[str, Any],
    *,
    key: str,
    on_outbox: Callable[[], None],
    on_command: Callable[[], None],
    on_moved: Callable[[], None],
) -> None:
    """Mount the bar.

    Args:
        data: What bar.js reads: strategy, revision, language, words, results, live,
            can_undo, can_redo.
        key: Its key; the callbacks read `st.session_state[key]`.
        on_outbox: Called with `.outbox`, the entries to store.
        on_command: Called with `.command`, undo or redo.
        on_moved: Called when somebody else changed the strategy.
    """
    mount = component("bar", '<div class="bar"></div>', ("shared/outbox.js", "bar/bar.js"))
    mount(
        key=key,
        data=dict(data),
        default={"outbox": None},
        on_outbox_change=on_outbox,
        on_command_change=on_command,
        on_moved_change=on_moved,
    )
