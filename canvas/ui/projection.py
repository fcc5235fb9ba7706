"""Projection: one block at a time, in large, with the clock of the session.

A block is a canvas, or a part of one; after the last block of a step comes the
decision, then the next step.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.step import Canvas, Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import BY_KEY, STEPS, express
from canvas.steps.common import MethodStep
from canvas.steps.frame.agenda import session_clock, step_clock, step_item
from canvas.steps.frame.settings import Depth, Settings
from canvas.ui import depth, diagnosis, express_form, frame, two_hours
from canvas.ui.canvases.registry import CANVASES, PARTS
from canvas.ui.components.projection import projection
from canvas.ui.markdown import plain
from canvas.ui.problems import told
from canvas.ui.state import component_value, session

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
QUESTION = Canvas("question", N_("Express path"))
DIAGNOSIS = "diagnosis"
"""Key of the block of what the data show."""


def blocks(step: Step, strategy: Strategy) -> list[tuple[Canvas, str]]:
    """Return what a step projects, in order: its canvases, what its data show, its decision.

    In express depth these are its questions, and its decision.
    """
    if express.is_express(strategy, step.key):
        return [*((QUESTION, key) for key in _questions(step)), (DECISION, "")]
    found: list[tuple[Canvas, str]] = []
    for view in step.views:
        for canvas in view.canvases:
            found.append((canvas, ""))
            found.extend((canvas, part) for part in PARTS.get(canvas.key, {}))
    if title := diagnosis.title_of(step, strategy):
        found.append((Canvas(DIAGNOSIS, title), ""))
    return [*found, (DECISION, "")]


def _questions(step: Step) -> dict[str, express.Ask]:
    """Return the questions of a step, by the record type that they ask for."""
    stop = express.BY_STEP.get(step.key)
    return {ask.record.key: ask for ask in stop.asks} if stop else {}


def draw(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the block that is on."""
    canvas, part = blocks(step, strategy)[_block(step, strategy)]
    _head(step, strategy, canvas, part, tr)
    if canvas is DECISION:
        _decision(step, strategy, tr)
    elif canvas is QUESTION:
        express_form.question(_questions(step)[part], strategy, tr)
    elif canvas.key == DIAGNOSIS:
        diagnosis.content(step, strategy, tr)
    elif part:
        PARTS[canvas.key][part].draw(strategy, tr)
    else:
        CANVASES[canvas.key](strategy, tr)


def _block(step: Step, strategy: Strategy) -> int:
    """Return which block is on: first the canvas that the person came from."""
    tab = session()
    shown = blocks(step, strategy)
    if tab.block is None:
        keys = [canvas.key for canvas, _ in shown]
        tab.block = keys.index(tab.look) if tab.look in keys else 0
    tab.block = max(0, min(tab.block, len(shown) - 1))
    return tab.block


def _head(step: Step, strategy: Strategy, canvas: Canvas, part: str, tr: Translator) -> None:
    number = f"{step.number} · " if step.number else ""
    has_title = part and canvas is not QUESTION
    name = tr(PARTS[canvas.key][part].title) if has_title else tr(canvas.title)
    made, total = depth.progress(step, strategy)
    counted = (
        N_("{name} · {at} of {of} · {made} of {total} questions answered")
        if express.is_express(strategy, step.key)
        else N_("{name} · {at} of {of} · {made} of {total} decisions made")
    )
    place = say(
        counted,
        name=name,
        at=_block(step, strategy) + 1,
        of=len(blocks(step, strategy)),
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
            "words": words(tr),
        },
        key=KEY,
        on_turn=_turn,
    )


def words(tr: Translator) -> dict[str, str]:
    """Return what stands in the head of a projected page, its figures left to be filled in."""
    return {name: tr.unfilled(text) for name, text in WORDS.items()}


def _decision(step: Step, strategy: Strategy, tr: Translator) -> None:
    decision = step.decision(strategy)
    if decision is None and express.is_express(strategy, step.key):
        decision = express_form.standing(step, strategy)
    with st.container(border=True, key="projected-decision"):
        if decision is not None:
            st.header(plain(tr(decision)), anchor=False)
        for text, missing in _points(step, strategy):
            mark = ":material/check_circle:" if missing is None else ":material/circle:"
            line = f"{mark} {plain(tr(text))}"
            if missing is not None:
                line += f" — {plain(tr(missing))}"
            st.markdown(line)


def _points(step: Step, strategy: Strategy) -> list[tuple[str, Message | None]]:
    """Return what was to be decided, and what each still lacks."""
    if express.is_express(strategy, step.key):
        asks = _questions(step).values()
        return [(ask.question, express.missing(ask, strategy)) for ask in asks]
    return [(todo.text, todo.missing(strategy)) for todo in step.todos]


@told
def _turn() -> None:
    """Do what the head of a step's page asks for."""
    turn(component_value(KEY, "turn"))


def turn(asked: Mapping[str, str] | None) -> None:
    """Turn to another block or page, leave, or set an agenda up."""
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
            two_hours.set_up()


def turned(step: Step, strategy: Strategy) -> str:
    """Return the page to go to when the last turn went over an edge, "" for none.

    After the last step comes the thread, where all of them hang together.
    """
    tab = session()
    if tab.block is None:
        return ""
    if tab.block >= len(blocks(step, strategy)):
        later = _beside(step, strategy, 1)
        tab.block = 0
        return later.key if later else frame.THREAD
    if tab.block < 0 and (earlier := _beside(step, strategy, -1)):
        tab.block = len(blocks(earlier, strategy)) - 1
        return earlier.key
    return ""


def _beside(step: Step, strategy: Strategy, way: int) -> Step | None:
    """Return the step after or before: on the express path the next or the last stop."""
    if strategy.one(Settings).depth is Depth.EXPRESS:
        key = express.following(step.key) if way > 0 else express.before(step.key)
        return BY_KEY[key] if key else None
    at = STEPS.index(step) + way
    return STEPS[at] if 0 <= at < len(STEPS) else None


def go_back(strategy: Strategy) -> None:
    """Turn from the thread to the last block of the last step."""
    is_express = strategy.one(Settings).depth is Depth.EXPRESS
    step = BY_KEY[express.STOPS[-1].step] if is_express else STEPS[-1]
    session().block = len(blocks(step, strategy)) - 1
    go_to(step.key)


def go_to(key: str) -> None:
    """Turn to another page."""
    st.switch_page(frame.path(key), query_params={"strategy": session().strategy})
