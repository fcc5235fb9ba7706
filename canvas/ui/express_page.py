"""The agenda of the express path: each stop with its minutes, and the deck at its end.

A page of its own and not a canvas of the frame: it leads through all steps and out of them.
"""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Finding, Severity, findings
from canvas.steps import BY_KEY, RECORD_TYPES, express
from canvas.steps.express import Stop
from canvas.steps.frame.agenda import Clock, session_clock, step_clock
from canvas.steps.frame.year import AgendaItem
from canvas.ui import frame, page_parts, problems, two_hours
from canvas.ui.canvases.ways import way_to, way_to_page
from canvas.ui.express_form import DONE, OPEN
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

TITLE = N_("The two hours")
PURPOSE = N_("The questions without which there is no strategy, in the order of a session.")

ERRORS_SHOWN = 3
"""Contradictions that the end of the agenda names; each step's page names all of its own."""


def express_page() -> None:
    """Draw the agenda of the open strategy."""
    tab = session()
    strategy = frame.opened()
    if strategy is None:
        page_parts.nothing_open(TITLE, tab.tr)
        return
    _body()


@problems.fragment
def _body() -> None:
    tab = session()
    tr = tab.tr
    strategy = strategies().open(tab.strategy, person())
    page_parts.head(tr(TITLE), PURPOSE, strategy, tr)
    _clock(strategy, tr)
    for stop in express.STOPS:
        _stop(stop, strategy, tr)
    _end(strategy, tr)


def _clock(strategy: Strategy, tr: Translator) -> None:
    """Draw how much time is planned and left, and the way to start the clock."""
    done = sum(stop.done(strategy) for stop in express.STOPS)
    total = sum(len(stop.asks) for stop in express.STOPS)
    st.progress(done / total)
    with st.container(horizontal=True, vertical_alignment="center", key="agenda-clock"):
        said = [say(N_("{done} of {total} questions answered"), done=done, total=total)]
        has_clock = bool(strategy.of(AgendaItem))
        if has_clock or done < total:
            said.append(time_left(strategy))
        st.markdown(plain(" · ".join(map(tr, said))), width="stretch")
        if not has_clock and done < total:
            st.button(
                tr(N_("Start the clock: two hours")),
                icon=":material/timer:",
                key="start-clock",
                on_click=two_hours.set_up,
            )


def time_left(strategy: Strategy) -> Message:
    """Return what is left of the session; without a clock, what the open stops take."""
    if not strategy.of(AgendaItem):
        left = sum(
            ask.minutes
            for stop in express.STOPS
            for ask in stop.asks
            if express.missing(ask, strategy)
        )
        return say(N_("{left} of {planned} min to go"), left=left, planned=express.TWO_HOURS)
    clock = session_clock(strategy)
    if clock.left < 0:
        return say(N_("{over} min over {planned}"), over=-clock.left, planned=clock.planned)
    return say(N_("{left} min left of {planned}"), left=clock.left, planned=clock.planned)


def _stop(stop: Stop, strategy: Strategy, tr: Translator) -> None:
    """Draw a line of the agenda: the way to its page, its questions, its minutes."""
    key = str(stop.step)
    step = BY_KEY[key]
    with (
        st.container(border=True, key=f"stop-{key}"),
        st.container(horizontal=True, vertical_alignment="top", gap="medium"),
    ):
        with st.container(width=230):
            st.page_link(
                frame.path(key),
                label=f"**{plain(tr(step.menu))}**",
                icon=step.icon,
                query_params={"strategy": strategy.id},
            )
            st.caption(plain(tr(_minutes(stop, strategy))))
        lines = [
            f"{OPEN if express.missing(ask, strategy) else DONE} {plain(tr(ask.question))}"
            for ask in stop.asks
        ]
        st.markdown("  \n".join(lines), width="stretch")


def _minutes(stop: Stop, strategy: Strategy) -> Message:
    """Return the minutes of a stop: the agenda's, and the usual ones where it names none."""
    clock = step_clock(strategy, stop.step)
    clock = Clock(clock.planned or stop.minutes, clock.spent)
    if clock.spent:
        return say(
            N_("{planned} min planned, {spent} spent"), planned=clock.planned, spent=clock.spent
        )
    return say(N_("{planned} min"), planned=clock.planned)


def _end(strategy: Strategy, tr: Translator) -> None:
    """Draw what the path ends in: the deck, and what contradicts in it."""
    errors = [f for f in findings(strategy).open if f.severity is Severity.ERROR]
    with st.container(border=True, key="express-end"):
        ready = express.is_ready(strategy) and not errors
        title = N_("Deliver: your deck is ready") if ready else N_("Deliver: your deck")
        st.subheader(tr(title), anchor=False)
        st.markdown(plain(tr(_standing(strategy, errors))))
        for finding in errors[:ERRORS_SHOWN]:
            st.markdown(f":red[:material/error:] {plain(tr(finding.sentence))}")
            if finding.records:
                way_to(RECORD_TYPES[finding.records[0][0]], strategy, tr)
        way_to_page(
            "deliver",
            strategy.id,
            label=tr(N_("Deliver the strategy")),
            icon=":material/ios_share:",
        )


def _standing(strategy: Strategy, errors: list[Finding]) -> Message:
    if errors:
        return say_count(
            "One thing contradicts another: mend it, or accept it with a reason.",
            "{n} things contradict each other: mend them, or accept them with a reason.",
            len(errors),
        )
    if not express.is_ready(strategy):
        return say(N_("You can take the deck away now: it says itself what is still open."))
    return say(
        N_("No contradiction is left. Take the deck away; the complete method goes on from here.")
    )
