"""Want, get, change for each objective; then tests, surveys and the log (C13, C56, C143, C144)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.feeds import Months
from canvas.rules.loop import Turn, turns
from canvas.services.clock import local_now
from canvas.services.decisions import Verdicts, decide
from canvas.steps.frame.people import Person as Member
from canvas.steps.measure.learning import Learning, SplitTest, Survey
from canvas.steps.objectives.diagnosis import Review, ReviewDecision
from canvas.steps.objectives.objective import Objective
from canvas.steps.wording import name_of
from canvas.ui.canvases import learning_log, learning_tests
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.markdown import option, plain
from canvas.ui.problems import notice, told
from canvas.ui.state import figures, person, session, strategies, value_of

PAST = 3
"""Earlier verdicts that a card shows; the list has all."""

SIGNS = {ReviewDecision.KEEP: "✓", ReviewDecision.CHANGE: "→", ReviewDecision.STOP: "✕"}


def overview(strategy: Strategy, tr: Translator) -> None:
    """Draw a card an objective, then what was tried and learnt."""
    found = _turns(strategy)
    if not found:
        start = tr(N_("Write an objective first: what you got is set against what you wanted."))
        st.markdown(f"**{plain(start)}**")
        editor(Objective, strategy, tr)
    else:
        st.markdown(f"#### {plain(tr(_sentence(found)))}")
        for turn in found:
            _card(strategy, turn, tr)
    if session().projecting:
        return
    learning_tests.tests(strategy, tr)
    learning_log.surveys(strategy, tr)
    learning_log.log(strategy, tr)
    with st.container(horizontal=True):
        for record_type in (Review, SplitTest, Survey, Learning):
            way_to(record_type, strategy, tr)


PARTS = {
    "tests": Part(N_("Split tests"), learning_tests.tests),
    "surveys": Part(N_("What people tell us"), learning_log.surveys),
    "log": Part(N_("What we learnt"), learning_log.log),
}
"""What is projected by itself after the objectives."""


def _turns(strategy: Strategy) -> tuple[Turn, ...]:
    return turns(strategy, Months(strategy, figures().of(strategy)))


def _sentence(found: tuple[Turn, ...]) -> Message:
    waiting = [turn for turn in found if turn.is_waiting]
    if not waiting:
        return say(N_("Every objective has its verdict on the latest figure."))
    return say_count(
        "{n} objective waits for a verdict: keep, change or stop?",
        "{n} objectives wait for a verdict: keep, change or stop?",
        len(waiting),
    )


def _card(strategy: Strategy, turn: Turn, tr: Translator) -> None:
    with st.container(border=True, key=f"turn-{turn.objective.id}"):
        main = tr(N_("Main objective")) + " · " if turn.objective.is_primary else ""
        st.markdown(f"##### {plain(main + turn.objective.title)}")
        wanted, got, change = st.columns(3, gap="medium")
        with wanted:
            _headed(tr(N_("What we wanted")), tr(turn.wanted))
        with got:
            _headed(tr(N_("What we got")), tr(turn.got))
            if turn.way is not None:
                st.progress(min(1.0, max(0.0, turn.way)))
            if turn.later is not None:
                st.caption(plain(tr(turn.later)))
        with change:
            _headed(tr(N_("What we change")), "")
            for text in _past(strategy, turn, tr):
                st.markdown(text)
        if not session().projecting:
            _form(strategy, turn, tr)


def _headed(heading: str, said: str) -> None:
    st.markdown(f"**{plain(heading)}**  \n{plain(said)}")


def _past(strategy: Strategy, turn: Turn, tr: Translator) -> Iterator[str]:
    shown = 1 if session().projecting else PAST
    if not turn.reviews:
        yield plain(tr(N_("Nothing decided yet.")))
    for review in turn.reviews[:shown]:
        yield _review(strategy, review, tr)
    if len(turn.reviews) > shown and not session().projecting:
        more = len(turn.reviews) - shown
        yield plain(tr(say_count("and {n} earlier one", "and {n} earlier ones", more)))
    for line in turn.revisions[:shown]:
        yield plain(
            tr(
                N_("Revised: {before} → {after} ({reason})"),
                before=line.before or "?",
                after=line.after,
                reason=line.reason,
            )
        )


def _review(strategy: Strategy, review: Review, tr: Translator) -> str:
    verdict = tr(N_("No verdict"))
    if review.decision is not None:
        verdict = f"{SIGNS[review.decision]} {tr.label(review.decision)}"
    date = f", {tr.date(review.date)}" if review.date else ""
    details = [review.reason, review.change_decided]
    if review.action:
        action = name_of(strategy, review.action)
        if action:
            details.append(tr(N_("action: {action}"), action=action))
    said = plain(" · ".join(filter(None, details)))
    return f"**{plain(verdict)}**{plain(date)}  \n{said}"


def _form(strategy: Strategy, turn: Turn, tr: Translator) -> None:
    key = f"decide-{turn.objective.id}-{len(turn.reviews)}"
    label = tr(N_("Decide: keep, change or stop"))
    with (
        st.expander(plain(label), icon=":material/gavel:", key=f"open-{turn.objective.id}"),
        st.form(key, border=False),
    ):
        st.segmented_control(
            tr(N_("Verdict on the objective")),
            [str(one) for one in ReviewDecision],
            format_func=lambda code: option(tr.label(ReviewDecision.of(code))),
            key=f"{key}-decision",
        )
        left, right = st.columns(2, gap="medium")
        with left:
            st.text_input(tr(N_("Reason for the verdict")), key=f"{key}-reason", max_chars=300)
            st.text_input(tr(N_("What we change")), key=f"{key}-change", max_chars=300)
            st.text_input(
                tr(N_("What we got")), value=tr(turn.got), key=f"{key}-got", max_chars=300
            )
            st.number_input(tr(N_("Value read")), value=turn.value, format="%g", key=f"{key}-value")
        with right:
            st.text_input(
                tr(N_("Becomes an action")),
                placeholder=tr(N_("What to do, starting with a verb")),
                key=f"{key}-action",
                max_chars=200,
            )
            people = {one.id: one.name for one in strategy.of(Member) if one.name}
            st.selectbox(
                tr(N_("Who does it")),
                list(people),
                index=None,
                format_func=lambda one: people[one],
                placeholder=tr(N_("Choose")),
                key=f"{key}-owner",
            )
            st.date_input(tr(N_("Until")), value=None, format="DD/MM/YYYY", key=f"{key}-due")
            unit = f" ({turn.objective.unit})" if turn.objective.unit else ""
            st.number_input(
                tr(N_("Or becomes a new value to reach")) + unit,
                value=None,
                placeholder=tr.number(turn.objective.target) if turn.objective.target else "",
                format="%g",
                key=f"{key}-target",
            )
        st.form_submit_button(
            tr(N_("Keep the verdict")),
            type="primary",
            icon=":material/check:",
            on_click=_decide,
            args=(turn.objective.id, key),
            key=f"{key}-send",
        )


@told
def _decide(objective_id: str, key: str) -> None:
    """Keep what the form says; runs before the page is drawn again."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    turn = next((one for one in _turns(strategy) if one.objective.id == objective_id), None)
    decision = ReviewDecision.read(value_of(f"{key}-decision"))
    if turn is None:
        return
    if decision is None:
        notice(tab.tr(N_("Choose first: keep, change or stop.")))
        return
    due = value_of(f"{key}-due")
    made = Verdicts(
        decision,
        _text(f"{key}-reason"),
        _text(f"{key}-change"),
        _text(f"{key}-got"),
        _number(f"{key}-value"),
        _text(f"{key}-action"),
        _text(f"{key}-owner"),
        due if isinstance(due, dt.date) else None,
        _number(f"{key}-target"),
    )
    decide(
        strategies(), person(), strategy.id, turn, made,
        tr=tab.tr, today=local_now(strategy).date(),
    )  # fmt: skip
    notice(tab.tr(N_("Decided; undo takes all of it back.")))


def _text(key: str) -> str:
    found: Any = value_of(key)
    return found.strip() if isinstance(found, str) else ""


def _number(key: str) -> float | None:
    found: Any = value_of(key)
    return float(found) if isinstance(found, int | float) else None
