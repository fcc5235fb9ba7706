"""The page of a step: head, what must be decided, the records, the decision."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.step import Canvas, Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps import BY_KEY, RECORD_TYPES, STEPS, express
from canvas.ui import (
    connection,
    depth,
    express_form,
    findings,
    frame,
    looks,
    page_parts,
    problems,
    projection,
    suggestions,
)
from canvas.ui.canvases.registry import CANVASES
from canvas.ui.components.editor import editor
from canvas.ui.diagnosis import diagnosis
from canvas.ui.markdown import plain
from canvas.ui.method import method
from canvas.ui.state import Goal, forget, person, preselect, session, strategies

PAGE_SIZE = 50
"""Records of a list that a page shows at once."""


def step_page(key: str) -> None:
    """Draw the page of the step `key`."""
    step = BY_KEY[key]
    tab = session()
    strategy = frame.opened()
    if strategy is None:
        page_parts.nothing_open(step.title, tab.tr)
        return
    goal = looks.follow_address(step)
    if goal is not None:
        _turn_to(goal, strategy)
    tab.progress = depth.progress(step, strategy)
    _body(key)


@problems.fragment
def _body(key: str) -> None:
    """Draw all that an edit may change; it runs again by itself after each one."""
    step = BY_KEY[key]
    tab = session()
    tr = tab.tr
    strategy = strategies().open(tab.strategy, person())
    if tab.projecting != tab.framed:
        # The frame stands outside this fragment.  The bar is drawn first: a component
        # that a run leaves out forgets what it was about to say.
        connection.draw(strategy, tr, can_project=False)
        st.rerun()
    if tab.projecting:
        _project(step, strategy, tr)
        return
    number = f"{step.number} · " if step.number else ""
    page_parts.head(number + tr(step.title), step.purpose, strategy, tr, can_project=True)
    method(step, strategy, tr)
    if express.is_express(strategy, step.key) and not looks.asks_for_more(step):
        tab.look = ""
        express_form.draw(step, strategy, tr)
        # Last: what comes and goes above a list would take the cursor out of it.
        findings.loose(step, strategy, tr)
    else:
        _everything(step, strategy, tr)
    progress = depth.progress(step, strategy)
    if progress != tab.progress:
        # The menu's figures stand outside this fragment.
        tab.progress = progress
        st.rerun()


def _everything(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw all that the step has room for: its to-do list, its canvases, its lists."""
    _todos(step, strategy, tr)
    findings.loose(step, strategy, tr)
    suggestions.suggested(step, strategy, tr)
    diagnosis(step, strategy, tr)
    chosen = looks.choose(step, tr)
    session().look = chosen.key
    if isinstance(chosen, Canvas):
        CANVASES[chosen.key](strategy, tr)
    else:
        _records(chosen, strategy, tr)
    _decide(step, strategy, tr)
    depth.step_button(step, strategy, tr)


def _project(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the projected page, or turn to where the person went."""
    elsewhere = projection.turned(step, strategy)
    if elsewhere:
        projection.go_to(elsewhere)
    projection.draw(step, strategy, tr)
    connection.draw(strategy, tr, can_project=False)


def _todos(step: Step, strategy: Strategy, tr: Translator) -> None:
    if not step.todos:
        return
    made, total = step.progress(strategy)
    label = tr(N_("What to decide here: {made} of {total} done"), made=made, total=total)
    with st.expander(plain(label), icon=":material/checklist:", key=f"todos-{step.key}"):
        for todo in step.todos:
            missing = todo.missing(strategy)
            mark = ":green[:material/check_circle:]" if missing is None else ":material/circle:"
            line = f"{mark} {plain(tr(todo.text))}"
            if missing is not None:
                line += f"  \n:gray[{plain(tr(missing))}]"
            st.markdown(line)


def _records(record_type: type[Record], strategy: Strategy, tr: Translator) -> None:
    st.caption(plain(tr(record_type.help)))
    records = strategy.of(record_type)
    if len(records) > PAGE_SIZE:
        records = _page_of(record_type, records, tr)
    editor(record_type, strategy, tr, records=records, goal=session().goal)


def _turn_to(goal: Goal, strategy: Strategy) -> None:
    """Turn a long list to the page that a record stands on, whatever was searched for."""
    ids = [record.id for record in strategy.of(RECORD_TYPES[goal.kind])]
    forget(f"search-{goal.kind}")
    if goal.record in ids:
        preselect(f"page-{goal.kind}", ids.index(goal.record) // PAGE_SIZE + 1)


def _page_of(
    record_type: type[Record], records: tuple[Record, ...], tr: Translator
) -> tuple[Record, ...]:
    """Return the part of a long list that the person asked for."""
    sought = st.text_input(
        tr(N_("Search")),
        key=f"search-{record_type.key}",
        icon=":material/search:",
        placeholder=tr(N_("Search in {n} lines"), n=len(records)),
        label_visibility="collapsed",
        live="300ms",
    )
    if sought:
        wanted = tr.collate(sought)
        records = tuple(r for r in records if wanted in tr.collate(searchable(r)))
    pages = max(1, -(-len(records) // PAGE_SIZE))
    number = st.pagination(pages, key=f"page-{record_type.key}") if pages > 1 else 1
    return records[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def searchable(record: Record) -> str:
    """Return all texts of a record, to search in."""
    texts = []
    for field in record.fields():
        value = getattr(record, field.name)
        if field.kind in ("text", "url"):
            texts.append(value)
        elif field.kind == "lines":
            texts.extend(value)
    return "\n".join(texts)


def _decide(step: Step, strategy: Strategy, tr: Translator) -> None:
    at = STEPS.index(step)
    following = STEPS[at + 1] if at + 1 < len(STEPS) else None
    page_parts.onwards(
        step,
        strategy,
        tr,
        until=tr(N_("The decision of this step appears here as you fill it in.")),
        page=following.key if following else "deliver",
        way=tr(N_("Next step: {step}"), step=tr(following.menu))
        if following
        else tr(N_("Deliver the strategy")),
    )
