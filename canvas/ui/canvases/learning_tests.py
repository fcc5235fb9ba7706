"""Split tests, judged in words, with the buttons that write down who won (C143)."""

from __future__ import annotations

from typing import Any

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.trials import Interval, Judged, State, Trial, judged
from canvas.services.clock import local_now
from canvas.services.decisions import learn
from canvas.steps.measure.choices import Winner
from canvas.steps.measure.learning import SplitTest
from canvas.ui.components.editor import editor
from canvas.ui.markdown import option, plain
from canvas.ui.problems import notice, told
from canvas.ui.state import person, session, strategies, value_of

SIGNS = {
    State.TELLS: ":material/check_circle:",
    State.TOO_FEW: ":material/hourglass_empty:",
    State.ALIKE: ":material/equal:",
    State.OPEN: ":material/edit:",
    State.WRONG: ":material/error:",
}


def tests(strategy: Strategy, tr: Translator) -> None:
    """Draw a card a test: its versions, its verdict, and what was learnt."""
    found = [test for test in strategy.of(SplitTest) if not test.is_blank()]
    if not session().projecting:
        st.subheader(plain(tr(N_("Split tests"))), anchor=False)
    if not found:
        start = tr(N_("Try one thing: two versions, who saw each, who reacted."))
        st.markdown(f"**{plain(start)}**")
        editor(SplitTest, strategy, tr)
        return
    for left, right in zip(found[::2], [*found[1::2], None], strict=False):
        columns = st.columns(2, gap="medium")
        for column, test in zip(columns, (left, right), strict=True):
            if test is not None:
                with column:
                    _card(judged(test, _compare), tr)


def _compare(trial: Trial) -> Interval:
    # A statistics library stands behind it: slow to load, and needed here alone.
    from canvas.services.statistics import interval

    return interval(trial)


def _card(found: Judged, tr: Translator) -> None:
    test = found.test
    with st.container(border=True, key=f"trial-{test.id}"):
        title = test.hypothesis or tr(N_("Without a hypothesis"))
        st.markdown(f"**{plain(title)}**")
        if test.variant_a and test.variant_b:
            st.markdown(plain(tr(N_("A: {a}; B: {b}"), a=test.variant_a, b=test.variant_b)))
        said = "  \n".join(plain(tr(text)) for text in found.said)
        st.markdown(f"{SIGNS[found.state]} {said}")
        if found.is_early:
            warning = say(
                N_("“{winner}” was written down, and the figures do not show it."),
                winner=test.winner,
            )
            st.markdown(f":material/warning: {plain(tr(warning))}")
        if test.winner is not None:
            _said(tr(N_("Winner")), tr.label(test.winner))
            if test.lesson:
                _said(tr(N_("Lesson")), test.lesson)
        elif found.trial is not None and not session().projecting:
            _form(found, tr)


def _said(heading: str, text: str) -> None:
    st.markdown(f"**{plain(heading)}** {plain(text)}")


def _form(found: Judged, tr: Translator) -> None:
    key = f"trial-form-{found.test.id}"
    with st.form(key, border=False):
        st.segmented_control(
            tr(N_("Winner")),
            [str(one) for one in Winner],
            default=str(found.proposed) if found.proposed else None,
            format_func=lambda code: option(tr.label(Winner.of(code))),
            key=f"{key}-winner",
        )
        st.text_input(
            tr(N_("Lesson")),
            value=found.test.lesson,
            placeholder=tr(N_("What you will do differently")),
            key=f"{key}-lesson",
            max_chars=240,
        )
        st.form_submit_button(
            tr(N_("Write down winner and lesson")),
            icon=":material/school:",
            on_click=_learn,
            args=(found.test.id, key),
            key=f"{key}-send",
        )


@told
def _learn(test_id: str, key: str) -> None:
    """Keep what the form says; runs before the page is drawn again."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    test = strategy.linked(SplitTest, test_id)
    winner = Winner.read(value_of(f"{key}-winner"))
    if test is None:
        return
    if winner is None:
        notice(tab.tr(N_("Choose first who won, or that there is no difference.")))
        return
    lesson: Any = value_of(f"{key}-lesson")
    evidence = " ".join(tab.tr(text) for text in judged(test, _compare).said)
    learn(
        strategies(), person(), strategy.id, test, winner=winner, lesson=lesson or "",
        evidence=evidence, today=local_now(strategy).date(),
    )  # fmt: skip
    notice(tab.tr(N_("Written down, in the log too; undo takes all of it back.")))
