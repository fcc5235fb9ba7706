"""What a person looks at on a step's page: a tab, and in it a canvas or one list."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.step import Canvas, Step, View
from canvas.i18n import Translator
from canvas.rules.places import Place
from canvas.steps import express
from canvas.ui.markdown import option
from canvas.ui.state import Goal, forget, preselect, session, unless_chosen

SHOW = "show"
"""The address's parameter that names a canvas or a list: `/audit?show=swot_item`."""

RECORD = "record"
"""The parameter that names a record of that list, to be opened in it."""

FIELD = "field"
"""The parameter that names the field of it to write in."""

Look = Canvas | type[Record]


def looks_of(view: View) -> dict[str, Look]:
    """Return what a tab offers, by key, its canvases first."""
    found: dict[str, Look] = {canvas.key: canvas for canvas in view.canvases}
    found.update((record_type.key, record_type) for record_type in view.records)
    return found


def query_of(place: Place) -> dict[str, str]:
    """Return what the address of a step's page asks for, to lead to a place on it."""
    asked = {SHOW: place.show, RECORD: place.record, FIELD: place.field}
    return {name: value for name, value in asked.items() if value}


def follow_address(step: Step) -> Goal | None:
    """Turn to what the address asks for; without a wish, to what the step opens on.

    The address holds the person's choice, so that a reload or Back finds it again.  What
    it says of a record is asked once: that is returned, and taken out of the address.
    """
    asked = st.query_params.get(SHOW, "")
    goal = _take_goal(step, asked)
    _turn(step, asked or None, again=goal is not None)
    return goal


def _take_goal(step: Step, asked: str) -> Goal | None:
    """Return the record that the address leads to, and remember it for this list."""
    tab = session()
    record, field = st.query_params.get(RECORD), st.query_params.get(FIELD, "")
    for name in (RECORD, FIELD):
        if name in st.query_params:
            del st.query_params[name]
    if record and asked in {kind.key for kind in step.records}:
        tab.goal = Goal(asked, record, field)
        return tab.goal
    if tab.goal is not None and tab.goal.kind != asked:
        tab.goal = None
    return None


def _turn(step: Step, asked: str | None, *, again: bool) -> None:
    if session().asked == (step.key, asked) and not again:
        return
    session().asked = (step.key, asked)
    found = next((view for view in step.views if asked in looks_of(view)), None)
    if found is not None and asked is not None:
        turn_to(step, asked)
        return
    forget(_tabs(step))
    for view in step.views:
        forget(_list(step, view))


def asks_for_more(step: Step) -> bool:
    """Return whether the address leads to what the express path leaves out.

    That is a canvas, a list, or one field of a list of which it asks for others.
    """
    asked = st.query_params.get(SHOW)
    stop = express.BY_STEP.get(step.key)
    short = {ask.record.key: ask.needed for ask in stop.asks} if stop else {}
    if asked in short:
        goal = session().goal
        wanted = goal.field if goal is not None and goal.kind == asked else ""
        return wanted != "" and wanted not in short[asked]
    return any(asked in looks_of(view) for view in step.views)


def turn_to(step: Step, key: str) -> None:
    """Turn to a canvas or a list of this step, before the page is drawn."""
    view = next(view for view in step.views if key in looks_of(view))
    preselect(_tabs(step), view.key)
    preselect(_list(step, view), key)


def _keep_address(step: Step, look: Look) -> None:
    """Put the choice into the address, but for what the step opens on by itself."""
    opening = next(iter(looks_of(step.views[0])))
    wanted = None if look.key == opening else look.key
    session().asked = (step.key, wanted)
    if wanted is None:
        st.query_params.pop(SHOW, None)
    elif st.query_params.get(SHOW) != wanted:
        st.query_params[SHOW] = wanted


def choose(step: Step, tr: Translator) -> Look:
    """Draw the tabs and return what the person looks at."""
    views = {view.key: view for view in step.views}
    asked = st.query_params.get(SHOW)
    view = next((view for view in step.views if asked in looks_of(view)), step.views[0])
    if len(views) > 1:
        chosen = st.segmented_control(
            tr(N_("Part")),
            list(views),
            format_func=lambda key: option(tr(views[key].title)),
            default=unless_chosen(_tabs(step), view.key),
            key=_tabs(step),
            label_visibility="collapsed",
            required=True,
        )
        view = views[chosen or view.key]
    looks = looks_of(view)
    first = asked if asked in looks and asked is not None else next(iter(looks))
    if len(looks) > 1:
        chosen = st.pills(
            tr(N_("List")),
            list(looks),
            format_func=lambda key: _name(looks[key], tr),
            default=unless_chosen(_list(step, view), first),
            key=_list(step, view),
            label_visibility="collapsed",
            required=True,
        )
        first = chosen or first
    _keep_address(step, looks[first])
    return looks[first]


def _tabs(step: Step) -> str:
    return f"views-{step.key}"


def _list(step: Step, view: View) -> str:
    return f"lists-{step.key}-{view.key}"


def _name(look: Look, tr: Translator) -> str:
    if isinstance(look, Canvas):
        return option(tr(look.title))
    return option(tr(look.one if look.single else look.many))
