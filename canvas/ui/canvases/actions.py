"""The action plan as a board by status: who, until when, what is late, what waits (C124)."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.rules.actions import Standing, standings
from canvas.steps.common import Progress
from canvas.steps.plan.actions import Action
from canvas.steps.wording import shorten
from canvas.ui.canvases.parts import Draw, Part
from canvas.ui.components.board import Area, Tick, board
from canvas.ui.markdown import plain

NAME_LENGTH = 48

COLUMNS = {
    Progress.TO_DO: (
        "neutral",
        N_("Shoot 20 product photos in natural light"),
    ),
    Progress.DOING: ("watch", N_("Write the welcome message of the page")),
    Progress.DONE: ("good", N_("Claim the place on the map")),
    Progress.DROPPED: ("neutral", ""),
}
"""The columns, each with its tone and what it shows in grey while it is empty."""


def action_board(strategy: Strategy, tr: Translator) -> None:
    """Draw the board; a card is an action, its column its status."""
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    found = standings(strategy, today)
    summary = _summary(found)
    if summary:
        st.markdown(f"**{plain(tr(summary))}**")
    _board(strategy, tr, found, tuple(COLUMNS), key="canvas-actions")


def _board(
    strategy: Strategy,
    tr: Translator,
    found: list[Standing],
    shown: tuple[Progress, ...],
    *,
    key: str,
) -> None:
    theme = st.context.theme.type or "light"
    actions = strategy.of(Action)
    board(
        Action,
        strategy,
        tr,
        key=key,
        areas=[
            Area(
                str(status),
                tr.label(status),
                TONES[COLUMNS[status][0]].on(theme),
                example=tr(COLUMNS[status][1]),
            )
            for status in shown
        ],
        area_field="status",
        text="title",
        marks=("owner", "due"),
        details=("depends_on", "start", "priority", "effort_hours", "objective", "result"),
        hints={
            one.action.id: " · ".join(tr(text) for text in remarks(one))
            for one in found
            if remarks(one)
        },
        # An action without a status stands in the first column of the whole board.
        records=[a for a in actions if len(shown) > 1 or a.status in shown],
        tick=Tick(
            str(Progress.DONE), str(Progress.TO_DO), tr(N_("Done: “{title}”"), title="{title}")
        ),
    )


def _summary(found: list[Standing]) -> Message | None:
    """Return how many actions are late or blocked, None where none is."""
    late = sum(bool(one.late) for one in found)
    blocked = sum(one.is_blocked for one in found)
    if late and blocked:
        return say(
            N_("{late}, and {blocked}"),
            late=say_count("{n} action is late", "{n} actions are late", late),
            blocked=_waiting(blocked),
        )
    if late:
        return say_count("{n} action is late", "{n} actions are late", late)
    return _waiting(blocked) if blocked else None


def _waiting(blocked: int) -> Message:
    return say_count("{n} action waits for another", "{n} actions wait for others", blocked)


def lateness(one: Standing) -> Message:
    """Return by how many days an action is late."""
    return say_count("late by {n} day", "late by {n} days", one.late)


def remarks(one: Standing) -> list[Message]:
    """Return what there is to say of an action: late, waiting, too early, in a circle."""
    said: list[Message] = []
    if one.late:
        said.append(lateness(one))
    if one.circle:
        other = one.circle[-1] if len(one.circle) > 1 else one.action
        name = shorten(other.title, NAME_LENGTH)
        said.append(say(N_("waits in a circle with “{other}”: free one of the two"), other=name))
        return said
    if one.early is not None:
        name = shorten(one.early.title, NAME_LENGTH)
        said.append(
            say(
                N_("starts before “{other}” is due, on {date}"),
                other=name,
                date=one.early.due,
            )
        )
    elif one.waits:
        names = [say(N_("“{name}”"), name=shorten(o.title, NAME_LENGTH)) for o in one.waits]
        said.append(say(N_("waits for {others}"), others=names))
    return said


def _column(status: Progress) -> Draw:
    """Return what draws one column by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        today = dt.date.today()  # noqa: DTZ011 - the day on the wall
        _board(strategy, tr, standings(strategy, today), (status,), key=f"canvas-actions-{status}")

    return draw


BOARD_PARTS = {
    str(status): Part(status.label, _column(status))
    for status in (Progress.TO_DO, Progress.DOING, Progress.DONE)
}
"""The columns, to be projected one by one."""
