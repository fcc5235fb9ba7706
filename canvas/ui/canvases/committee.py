"""The editorial committee: the next agenda drafted from data, decisions made actions (C126)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.ids import new_id
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.committee import agenda, as_title, next_meeting, open_decisions
from canvas.steps.common import MethodStep, Progress
from canvas.steps.plan.actions import Action, CommitteeMeeting
from canvas.steps.wording import name_of, shorten
from canvas.ui import problems
from canvas.ui.canvases.ways import way_to
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

AGENDA = N_("Agenda written")
DECIDED = N_("Decisions made actions")

LINE_LENGTH = 200

Decision = tuple[CommitteeMeeting, str]


def committee(strategy: Strategy, tr: Translator) -> None:
    """Draw the next meeting, what its agenda should hold, and decisions that wait."""
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    meeting = next_meeting(strategy, today)
    known = meeting.agenda if meeting else ()
    drafted = [shorten(tr(line), LINE_LENGTH) for line in agenda(strategy, meeting, today)]
    fresh = [line for line in dict.fromkeys(drafted) if line not in known]
    left, right = st.columns(2, gap="large")
    with left:
        _meeting(strategy, meeting, tr)
        _draft(meeting, fresh, tr)
    with right:
        _decisions(strategy, open_decisions(strategy), tr)
    way_to(CommitteeMeeting, strategy, tr)


def _meeting(strategy: Strategy, meeting: CommitteeMeeting | None, tr: Translator) -> None:
    if meeting is None:
        st.subheader(tr(N_("No meeting is planned")), anchor=False)
        return
    topic = shorten(meeting.topic) or tr(CommitteeMeeting.one)
    st.subheader(plain(topic), anchor=False)
    members = [name for one in meeting.members if (name := name_of(strategy, one))]
    day = tr.date(meeting.date) if meeting.date else tr(N_("No date yet"))
    st.markdown(plain(" · ".join(filter(None, (day, ", ".join(members))))))
    _listed(meeting.agenda, tr(N_("Its agenda is empty so far.")))


def _draft(meeting: CommitteeMeeting | None, fresh: Sequence[str], tr: Translator) -> None:
    if not fresh:
        st.markdown(plain(tr(N_("Nothing in the plan calls for one more point."))))
        return
    heading = tr(N_("Also worth a point, from the plan"))
    st.markdown(f"**{plain(heading)}**")
    _listed(fresh, "")
    label = N_("Write the agenda") if meeting else N_("Plan a meeting with this agenda")
    st.button(
        tr(label),
        icon=":material/playlist_add:",
        key="committee-agenda",
        type="primary",
        on_click=partial(_write, meeting.id if meeting else "", tuple(fresh)),
    )


def _decisions(strategy: Strategy, found: Sequence[Decision], tr: Translator) -> None:
    st.subheader(tr(N_("Decisions that no action carries yet")), anchor=False)
    if not found:
        text = N_("Every decision of your committees has its action.")
        if not any(meeting.decisions for meeting in strategy.of(CommitteeMeeting)):
            text = N_("Decisions that a committee writes down appear here, to become actions.")
        st.markdown(plain(tr(text)))
        return
    for number, (meeting, decision) in enumerate(found):
        with st.container(horizontal=True, vertical_alignment="center"):
            when = tr.date(meeting.date, "medium") if meeting.date else ""
            st.markdown(plain(" · ".join(filter(None, (decision, when)))), width="stretch")
            st.button(
                tr(N_("Make it an action")),
                key=f"committee-decision-{number}",
                on_click=partial(_act, (decision,)),
            )
    if len(found) > 1:
        st.button(
            tr(N_("Make all of them actions")),
            key="committee-decisions",
            type="primary",
            on_click=partial(_act, tuple(decision for _, decision in found)),
        )


def _listed(lines: Sequence[str], nothing: str) -> None:
    text = "\n".join(f"- {plain(line)}" for line in lines) or plain(nothing)
    if text:
        st.markdown(text)


@problems.told
def _write(meeting_id: str, lines: Sequence[str]) -> None:
    """Add lines to a meeting's agenda, or plan a meeting with them."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    meeting = strategy.linked(CommitteeMeeting, meeting_id)
    edits: list[Edit]
    if meeting is None:
        raw: dict[str, Json] = {"topic": tab.tr(CommitteeMeeting.one), "agenda": [*lines]}
        position = strategy.next_position(CommitteeMeeting)
        edits = creation(CommitteeMeeting.key, new_id(), raw, position)
    else:
        before: list[Json] = [*meeting.agenda]
        after = [*before, *(line for line in lines if line not in before)]
        edits = [Edit(meeting.key, meeting.id, "agenda", before or None, after)]
    strategies().edit(tab.strategy, person(), edits, label=AGENDA)


@problems.told
def _act(decisions: Sequence[str]) -> None:
    """Make an action of each decision that has none yet."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    position = strategy.next_position(Action)
    waiting = {decision for _, decision in open_decisions(strategy)}
    edits = [
        edit
        for number, decision in enumerate(one for one in decisions if one in waiting)
        for edit in creation(
            Action.key,
            new_id(),
            {
                "title": as_title(decision),
                "status": str(Progress.TO_DO),
                "step": str(MethodStep.PLAN),
            },
            position + number,
        )
    ]
    if edits:
        strategies().edit(tab.strategy, person(), edits, label=DECIDED)
