"""How much the pages ask for: the two hours, or the whole method; kept with the strategy."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.messages import N_
from canvas.domain.records import write_record
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import express
from canvas.steps.common import MethodStep
from canvas.steps.frame.settings import Depth, Settings
from canvas.ui import problems
from canvas.ui.markdown import option
from canvas.ui.state import person, preselect, session, strategies, value_of

SWITCHED = N_("Depth of the pages")


def progress(step: Step, strategy: Strategy) -> tuple[int, int]:
    """Return how far a page is, of what it asks for."""
    if express.is_express(strategy, step.key):
        return express.progress(strategy, step.key)
    return step.progress(strategy)


def switch(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice for all pages."""
    depth = strategy.one(Settings).depth or Depth.COMPLETE
    key = f"depth-{strategy.id}"
    preselect(key, str(depth))  # undo and other tabs change it too
    st.segmented_control(
        tr(N_("Depth")),
        [str(known) for known in Depth],
        format_func=lambda code: option(tr(Depth.of(code).label)),
        key=key,
        help=tr(N_("Express asks for the two hours alone; what is written stays in both.")),
        on_change=partial(_choose, key),
        label_visibility="collapsed",
        required=True,
        width="stretch",
    )


@problems.told
def _choose(key: str) -> None:
    """Give all pages one depth."""
    _keep({"depth": value_of(key), "other_depth": None})


@problems.told
def switch_step(key: str) -> None:
    """Give one page the other depth, or take it back."""
    strategy = strategies().open(session().strategy, person())
    others = strategy.one(Settings).other_depth
    wanted: list[Json] = [str(s) for s in MethodStep if (s in others) != (s == key)]
    _keep({"other_depth": wanted or None})


def step_button(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the way of one page to its other depth."""
    if express.is_express(strategy, step.key):
        label, icon = N_("Show everything of this step"), ":material/unfold_more:"
    else:
        label, icon = N_("Only the express questions of this step"), ":material/unfold_less:"
    st.button(
        tr(label),
        icon=icon,
        type="tertiary",
        key=f"switch-{step.key}",
        on_click=partial(switch_step, step.key),
    )


def _keep(wanted: dict[str, Json]) -> None:
    tab = session()
    settings = strategies().open(tab.strategy, person()).one(Settings)
    known = write_record(settings)
    edits = [
        Edit(Settings.key, Settings.key, name, known.get(name), value)
        for name, value in wanted.items()
        if known.get(name) != value
    ]
    strategies().edit(tab.strategy, person(), edits, label=SWITCHED)
