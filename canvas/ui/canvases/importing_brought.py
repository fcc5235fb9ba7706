"""The platform files that were brought in so far, and a button to leave one out."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.services import readings
from canvas.steps.measure.files import DataFile
from canvas.steps.wording import listed, name_of
from canvas.ui import problems
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

A_TIME = 12
"""Files that are listed at once."""


def draw(strategy: Strategy, tr: Translator) -> None:
    """Draw the list, the latest period first."""
    files = sorted(
        strategy.of(DataFile),
        key=lambda file: (file.last or file.read_on or dt.date.min, file.position),
        reverse=True,
    )
    if not files:
        return
    with st.container(border=True, key="figures-brought"):
        label = say_count("{n} file brought in so far", "{n} files brought in so far", len(files))
        st.subheader(plain(tr(label)), anchor=False)
        st.caption(
            plain(tr(N_("What a file says counts as long as it stands here. Undo brings it back.")))
        )
        pages = -(-len(files) // A_TIME)
        page = st.pagination(pages, key="figures-brought-page") if pages > 1 else 1
        for file in files[(page - 1) * A_TIME : page * A_TIME]:
            _line(strategy, file, tr)


def _line(strategy: Strategy, file: DataFile, tr: Translator) -> None:
    facts: list[Message | str] = []
    if file.platform:
        facts.append(say(file.platform.label))
    if file.grain:
        facts.append(say(file.grain.label))
    facts += [name_of(strategy, file.account), period(file.first, file.last)]
    if file.rows:
        facts.append(say_count("{n} line of figures", "{n} lines of figures", file.rows))
    if file.left_out:
        count = len(file.left_out)
        facts.append(say_count("{n} thing left out", "{n} things left out", count))
    with st.container(horizontal=True, vertical_alignment="center", key=f"brought-{file.id}"):
        st.markdown(f"**{plain(file.name)}**  \n{plain(tr.said(listed(facts)))}", width="stretch")
        st.button(
            tr(N_("Leave out")),
            icon=":material/visibility_off:",
            key=f"leave-out-{file.id}",
            help="\n".join(f"- {plain(line)}" for line in file.left_out[:8]) or None,
            on_click=partial(_leave_out, file.id),
        )


def period(first: dt.date | None, last: dt.date | None) -> Message | str:
    """Return the days that a file speaks of, “” where it names none."""
    if first is None or last is None:
        return ""
    if first == last:
        return say("{day}", day=first)
    return say(N_("{first} to {last}"), first=first, last=last)


@problems.told
def _leave_out(file: str) -> None:
    readings.leave_out(strategies(), person(), session().strategy, file)
