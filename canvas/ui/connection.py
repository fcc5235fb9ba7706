"""A page's connection: saved state, undo and redo, and what other people change."""

from __future__ import annotations

from functools import partial

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui import editing
from canvas.ui.components.bar import bar
from canvas.ui.state import person, session, strategies

KEY = "bar"

WORDS = {
    "saved": N_("Saved"),
    "saved_at": N_("Saved at {time}"),
    "saving": N_("Saving…"),
    "trouble": N_("Not saved: see the field in red"),
    "waiting": N_("Not saved yet: trying again"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "undo_help": N_("Undo (Ctrl+Z outside a text, Ctrl+Alt+Z anywhere)"),
    "redo_help": N_("Redo (Ctrl+Y outside a text, Ctrl+Alt+Shift+Z anywhere)"),
    "project": N_("Project on a big screen"),
    "project_help": N_("Project: full screen, large type, one block at a time"),
}


def draw(strategy: Strategy, tr: Translator, *, can_project: bool) -> None:
    """Mount the bar.

    Args:
        strategy: The open strategy.
        tr: The reader's language.
        can_project: Whether the page has something to show to a room.
    """
    undo, redo = strategies().steps_back(strategy.id, person(), session().passed)
    bar(
        {
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "live": f"/live/{strategy.id}",
            "can_undo": undo is not None,
            "can_redo": redo is not None,
            "can_project": can_project,
            "results": session().results,
            "words": {name: tr.unfilled(text) for name, text in WORDS.items()},
        },
        key=KEY,
        on_outbox=partial(editing.receive, KEY),
        on_command=partial(editing.command, KEY),
        on_moved=_look_again,
    )


def _look_again() -> None:
    """Do nothing: the run that follows shows what moved."""
