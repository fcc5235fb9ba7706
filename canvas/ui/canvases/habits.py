"""Dos and don'ts of the sources, adopted with one click, and the strategy's own (C93)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.messages import N_, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.adoption import adoption, is_adopted, own_habits, ticking
from canvas.steps.attitudes.charter import Guideline, GuidelineKind
from canvas.steps.method import Advice, advices
from canvas.ui import problems
from canvas.ui.canvases.ways import way_to
from canvas.ui.markdown import plain
from canvas.ui.state import person, preselect, session, strategies, value_of

ADOPTED = N_("Habit adopted or left")


def habits(strategy: Strategy, tr: Translator) -> None:
    """Draw what to do beside what to leave; a tick adopts."""
    adopted = sum(is_adopted(strategy, advice) for advice in advices())
    adopted += sum(line.adopted for line in own_habits(strategy))
    said = say_count("{n} habit is adopted.", "{n} habits are adopted.", adopted)
    start = tr(N_("Tick the habits that the team agrees on; each joins your guidelines."))
    st.markdown(plain(f"{start} {tr(said)}"))
    for column, kind in zip(st.columns(2, gap="large"), GuidelineKind, strict=True):
        with column, st.container(gap="xsmall"):
            st.markdown(f"#### {plain(tr.label(kind))}")
            for line in own_habits(strategy):
                if line.kind is kind:
                    _tick(f"habit-own-{line.id}", line.text, line.adopted, partial(_keep, line.id))
            for advice in advices():
                if advice.kind is kind:
                    text = advice.texts[tr.language]
                    adopt = partial(_adopt, advice)
                    _tick(f"habit-{advice.code}", text, is_adopted(strategy, advice), adopt)
    where = dict.fromkeys(tr(advice.said_by) for advice in advices())
    st.caption(plain(tr(N_("Sources: {sources}."), sources=list(where))))
    way_to(Guideline, strategy, tr)


def _tick(key: str, text: str, adopted: bool, change: Callable[[str], None]) -> None:
    preselect(key, adopted)
    st.checkbox(plain(text), key=key, on_change=change, args=(key,))


@problems.told
def _adopt(advice: Advice, key: str) -> None:
    """Adopt a habit of the sources or leave it, as its tick says."""
    tab = session()
    strategy = strategies().open(tab.strategy, person())
    _store(adoption(strategy, advice, tab.language, adopted=bool(value_of(key))))


@problems.told
def _keep(guideline: str, key: str) -> None:
    """Adopt a habit of the strategy's own or leave it, as its tick says."""
    line = strategies().open(session().strategy, person()).linked(Guideline, guideline)
    if line is not None:
        _store(ticking(line, adopted=bool(value_of(key))))


def _store(edits: list[Edit]) -> None:
    if edits:
        strategies().edit(session().strategy, person(), edits, label=ADOPTED)
