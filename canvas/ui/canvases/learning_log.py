"""What people tell in surveys, and the log of successes and failures (C143, C144)."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from canvas.domain.messages import N_, Share
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.trials import influenced
from canvas.steps.frame.year import Experiment
from canvas.steps.measure.choices import Verdict
from canvas.steps.measure.learning import Learning, Survey
from canvas.ui.components.editor import editor
from canvas.ui.markdown import plain
from canvas.ui.state import session

SHOWN = 6
"""Lessons of a column that a page shows; the list has all."""

COLUMNS = (
    (N_("It worked"), (Verdict.SUCCESS,), ":material/thumb_up:"),
    (N_("It failed"), (Verdict.FAILURE,), ":material/thumb_down:"),
    (N_("Other lessons"), (Verdict.MIXED, None), ":material/thumbs_up_down:"),
)


def surveys(strategy: Strategy, tr: Translator) -> None:
    """Draw what was asked, who answered, and what they say."""
    found = [survey for survey in strategy.of(Survey) if survey.name]
    if not session().projecting:
        st.subheader(plain(tr(N_("What people tell us"))), anchor=False)
    if not found:
        start = tr(N_("Ask people what figures cannot tell: three questions are enough."))
        st.markdown(f"**{plain(start)}**")
        editor(Survey, strategy, tr)
        return
    for start_at in range(0, len(found), 3):
        for column, survey in zip(st.columns(3), found[start_at : start_at + 3], strict=False):
            with column, st.container(border=True, height="stretch"):
                _survey(survey, tr)


def _survey(survey: Survey, tr: Translator) -> None:
    st.markdown(f"**{plain(survey.name)}**")
    if survey.audience is not None:
        st.caption(plain(tr.label(survey.audience)))
    if survey.answers is None:
        st.markdown(plain(tr(N_("No answer yet."))))
    elif survey.sent:
        said = tr(N_("{answers} answers of {sent} asked"), answers=survey.answers, sent=survey.sent)
        st.markdown(plain(said))
    else:
        st.markdown(plain(tr(N_("{answers} answers"), answers=survey.answers)))
    share = influenced(survey)
    if share is not None:
        said = tr(
            N_("{share} of those who answered say that your presence weighed: {n} of {answers}."),
            share=Share(round(share, 2)),
            n=survey.influenced,
            answers=survey.answers,
        )
        st.markdown(f"**{plain(said)}**")
    if survey.findings:
        st.markdown(plain(survey.findings))


def log(strategy: Strategy, tr: Translator) -> None:
    """Draw successes and failures side by side, the latest first, and what is being tried."""
    found = sorted(
        (lesson for lesson in strategy.of(Learning) if lesson.what),
        key=lambda lesson: lesson.date or dt.date.min,
        reverse=True,
    )
    if not session().projecting:
        st.subheader(plain(tr(N_("What we learnt"))), anchor=False)
    if not found:
        start = tr(N_("Write down the first lesson: what worked, or what did not."))
        st.markdown(f"**{plain(start)}**")
        editor(Learning, strategy, tr)
        return
    for column, (title, results, icon) in zip(st.columns(3), COLUMNS, strict=True):
        with column:
            st.markdown(f"{icon} **{plain(tr(title))}**")
            for lesson in [one for one in found if one.result in results][:SHOWN]:
                with st.container(border=True):
                    _lesson(lesson, tr)
    trying = [one for one in strategy.of(Experiment) if one.title and one.decision is None]
    if trying:
        names = "\n".join(f"- {plain(one.title)}" for one in trying)
        heading = plain(tr(N_("Being tried")))
        st.markdown(f"**{heading}**\n{names}")


def _lesson(lesson: Learning, tr: Translator) -> None:
    st.markdown(f"**{plain(lesson.what)}**")
    details = [
        lesson.evidence,
        tr.label(lesson.decision),
        tr.date(lesson.date, "medium") if lesson.date else "",
    ]
    st.caption(plain(" · ".join(filter(None, details))))
