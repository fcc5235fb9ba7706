"""The editorial calendar: month, week and agenda, with ideas beside them (C104–C108)."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from functools import partial
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.calendar import WEEK, Days, by_day, month_grid
from canvas.services import planning
from canvas.services.clock import local_now
from canvas.steps import BY_KEY
from canvas.steps.plan.calendar import Post
from canvas.ui import connection, editing, looks
from canvas.ui.canvases.parts import Draw, Part
from canvas.ui.components.calendar import Asked
from canvas.ui.components.calendar import calendar as mount
from canvas.ui.components.calendar.place import Place, read_place
from canvas.ui.problems import told
from canvas.ui.state import component_value, person, preselect, session, strategies

KEY = "canvas-calendar"

STEP = "plan"

KEPT = 64
"""Strategies whose lines by day stay in memory, for all sessions together."""

IN_ADDRESS = ("day", "as")
"""What of the place the address holds, so that a reload or Back finds it again."""


def calendar(strategy: Strategy, tr: Translator) -> None:
    """Draw the calendar where the person last was in it."""
    _draw(strategy, tr, KEY, _place(strategy), mode="room" if session().projecting else "page")


def _week(number: int) -> Draw:
    """Return what draws one week of the month on show by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        first, _ = month_grid(_place(strategy).day)
        place = Place(day=first + number * WEEK, view="week")
        _draw(strategy, tr, f"{KEY}-{number}", place, mode="part")

    return draw


def _draw(strategy: Strategy, tr: Translator, key: str, place: Place, *, mode: str) -> None:
    mount(
        strategy,
        tr,
        key=key,
        theme=st.context.theme.type or "light",
        place=place,
        days=lines_by_day().of(strategy),
        today=local_now(strategy).date(),
        asked=Asked(partial(_turned, key), partial(_acted, key)),
        mode=mode,
    )


def _place(strategy: Strategy) -> Place:
    """Return what the tab looks at: where it last went, else what its address says."""
    today = local_now(strategy).date()
    said: dict[str, Any] | None = component_value(KEY, "place")
    if said is not None:
        return read_place(said, today)
    asked = {name: st.query_params.get(name) for name in IN_ADDRESS}
    if asked["day"] is None:
        asked["day"] = lines_by_day().of(strategy).nearest(today).isoformat()
    return read_place(asked, today)


def _turned(key: str) -> None:
    """Keep the period in the address."""
    said = component_value(key, "place")
    if key != KEY or said is None:
        return
    for name in IN_ADDRESS:
        if st.query_params.get(name) != said.get(name):
            st.query_params[name] = said[name]


@told
def _acted(key: str) -> None:
    """Do what the panel of a line asks for."""
    asked = component_value(key, "act")
    if not asked:
        return
    tab = session()
    editing.receive(connection.KEY)  # what was typed just before is what is meant
    line = str(asked.get("id"))
    match asked.get("name"):
        case "duplicate":
            day = read_place({"day": asked.get("day")}, dt.date.min).day
            wanted = None if day == dt.date.min else day
            planning.duplicate_post(strategies(), person(), tab.strategy, line, wanted)
        case "unfold":
            planning.unfold_chain(strategies(), person(), tab.strategy, line)
        case "all":
            _show_in_list(line)


def _show_in_list(line: str) -> None:
    post = strategies().open(session().strategy, person()).linked(Post, line)
    if post is None:
        raise planning.LineGoneError
    looks.turn_to(BY_KEY[STEP], Post.key)
    # Nothing is searched for in a short list, which shows it anyway.
    preselect(f"search-{Post.key}", post.title)


class LinesByDay:
    """The lines of each strategy by day, brought up to date from the last time."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Days] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, strategy: Strategy) -> Days:
        """Return the lines of a strategy by day."""
        with self._lock:
            before = self._known.get(strategy.id)
        days = by_day(strategy.of(Post), before)
        with self._lock:
            self._known[strategy.id] = days
            self._known.move_to_end(strategy.id)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return days


@st.cache_resource(show_spinner=False)
def lines_by_day() -> LinesByDay:
    """Return the lines by day, one for all sessions."""
    return LinesByDay()


PARTS = {
    f"week-{number}": Part(title, _week(number))
    for number, title in enumerate(
        (
            N_("First week"),
            N_("Second week"),
            N_("Third week"),
            N_("Fourth week"),
            N_("Fifth week"),
            N_("Sixth week"),
        )
    )
}
"""The weeks of the month on show, to be projected one by one."""
