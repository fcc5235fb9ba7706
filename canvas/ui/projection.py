"""Projection: one block at a time, in large, with the clock of the session.

A block is a canvas, or a part of one; after the last block of a step comes the
decision, then the next step.
"""

from __future__ import annotations

import streamlit as st

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, say
from canvas.domain.step import Canvas, Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import STEPS
from canvas.steps.common import MethodStep
from canvas.steps.frame.agenda import TWO_HOURS, session_clock, step_clock, step_item
from canvas.steps.frame.year import AgendaItem
from canvas.ui import frame
from canvas.ui.canvases import CANVASES, PARTS
from canvas.ui.components.projection import projection
from canvas.ui.markdown import plain
from canvas.ui.problems import told
from canvas.ui.state import component_value, person, session, strategies

KEY = "projection"

WORDS = {
    "leave": N_("Leave the projection (Esc)"),
    "left": N_("{time} left"),
    "over": N_("{time} over"),
    "whole": N_("{minutes} min left of {planned}"),
    "whole_over": N_("{minutes} min over {planned}"),
    "planned": N_("Minutes planned for this step"),
    "start": N_("Start the clock: two hours"),
}

DECISION = Canvas("decision", N_("Decision"))


def blocks(step: Step) -> list[tuple[Canvas, str]]:
    """Return what a step projects, in order: its canvases, their parts, its decision."""
    found: list[tuple[Canvas, str]] = []
    for view in step.views:
        for canvas in view.canvases:
            found.append((canvas, ""))
            found.extend((canvas, part) for part in PARTS.get(canvas.key, {}))
    return [*found, (DECISION, "")]


def draw(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the block that is on."""
    shown = blocks(step)
    canvas, part = shown[_block(step)]
    _head(step, strategy, canvas, part, tr)
    if canvas is DECISION:
        _decision(step, strategy, tr)
    elif part:
        PARTS[canvas.key][part].draw(strategy, tr)
    else:
        CANVASES[canvas.key](strategy, tr)


def _block(step: Step) -> int:
    """Return which block is on: first the canvas that the person came from."""
    tab = session()
    shown = blocks(step)
    if tab.block is None:
        keys = [canvas.key for canvas, _ in shown]
        tab.block = keys.index(tab.look) if tab.look in keys else 0
    tab.block = max(0, min(tab.block, len(shown) - 1))
    return tab.block


def _head(step: Step, strategy: Strategy, canvas: Canvas, part: str, tr: Translator) -> None:
    number = f"{step.number} · " if step.number else ""
    name = tr(PARTS[canvas.key][part].title) if part else tr(canvas.title)
    made, total = step.progress(strategy)
    place = say(
        N_("{name} · {at} of {of} · {made} of {total} decisions made"),
        name=name,
        at=_block(step) + 1,
        of=len(blocks(step)),
        made=made,
        total=total,
    )
    method = MethodStep.read(step.key)
    item = step_item(strategy, method) if method else None
    clock, whole = (step_clock(strategy, method) if method else None), session_clock(strategy)
    projection(
        {
            "strategy": strategy.id,
            "title": number + tr(step.menu),
            "place": tr(place),
            "item": item
            and {
                "id": item.id,
                "planned": item.planned_minutes or 0,
                "spent": item.spent_minutes or 0,
            },
            "clocks": {
                "step": {
                    "planned": clock.planned if clock else 0,
                    "spent": clock.spent if clock else 0,
                },
                "whole": {"planned": whole.planned, "spent": whole.spent},
            },
            "words": {
                name: tr(text, **{n: f"{{{n}}}" for n in ("time", "minutes", "planned")})
                for name, text in WORDS.items()
            },
        },
        key=KEY,
        on_turn=_turn,
    )


def _decision(step: Step, strategy: Strategy, tr: Translator) -> None:
    decision = step.decision(strategy)
    with st.container(border=True, key="projected-decision"):
        if decision is not None:
            st.header(plain(tr(decision)), anchor=False)
        for todo in step.todos:
            missing = todo.missing(strategy)
            mark = ":material/check_circle:" if missing is None else ":material/circle:"
            line = f"{mark} {plain(tr(todo.text))}"
            if missing is not None:
                line += f" — {plain(tr(missing))}"
            st.markdown(line)


@told
def _turn() -> None:
    """Turn to another block or step, leave, or set an agenda up."""
    asked = component_value(KEY, "turn")
    if not asked:
        return
    tab = session()
    match asked["way"]:
        case "leave":
            tab.projecting = False
        case "next":
            tab.block = (tab.block or 0) + 1
        case "previous":
            tab.block = (tab.block or 0) - 1
        case "agenda":
            _set_up_agenda()


def turned(step: Step) -> str:
    """Return the step to go to when the last turn went over an edge, "" for none."""
    tab = session()
    at = STEPS.index(step)
    if tab.block is None:
        return ""
    if tab.block >= len(blocks(step)) and at + 1 < len(STEPS):
        tab.block = 0
        return STEPS[at + 1].key
    if tab.block < 0 and at > 0:
        tab.block = len(blocks(STEPS[at - 1])) - 1
        return STEPS[at - 1].key
    return ""


def _set_up_agenda() -> None:
    """Give each step that has no part of the session one, so that two hours are planned."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    have = {item.step for item in strategy.of(AgendaItem)}
    menus = {step.key: tab.tr(step.menu) for step in STEPS}
    edits: list[Edit] = []
    for position, (method, minutes) in enumerate(TWO_HOURS.items(), start=1):
        if method in have:
            continue
        fields: dict[str, Json] = {
            "title": menus[str(method)],
            "step": str(method),
            "planned_minutes": minutes,
        }
        edits += creation(AgendaItem.key, new_id(), fields, float(position))
    strategies().edit(tab.strategy, person(), edits, label=N_("Agenda of the session"))


def go_to(key: str) -> None:
    """Turn to the page of another step."""
    st.switch_page(frame.path(key), query_params={"strategy": session().strategy})
