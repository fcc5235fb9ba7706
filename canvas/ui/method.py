"""What the method says of a step, in place: why, how, an example, its figures (C12, C155)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.messages import N_
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.limits import limit_put_back, limit_set
from canvas.steps.common import MethodStep
from canvas.steps.frame.coherence import (
    MethodFigure,
    RuleThreshold,
    correction,
    figure,
    method_figures,
)
from canvas.steps.frame.rule_names import Limit
from canvas.steps.method import HelpKind, HelpLine, help_lines
from canvas.ui import problems
from canvas.ui.canvases.ways import way_to
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies, typed, value_of

CORRECTED = N_("Figure of the method corrected")

_ICONS = {HelpKind.IDEA: ":material/lightbulb:", HelpKind.EXAMPLE: ":material/format_quote:"}


def method(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the fold of a step's page; what is in it is drawn once it is open."""
    key = MethodStep.of(step.key)
    fold = st.expander(
        tr(N_("Method")),
        type="compact",
        icon=":material/menu_book:",
        key=f"method-{step.key}",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        said, counted = st.columns([3, 2], gap="large")
        with said:
            _help(help_lines()[key], tr)
        with counted:
            _figures(key, strategy, tr)


def _help(found: Sequence[HelpLine], tr: Translator) -> None:
    """Draw why and how, where that comes from, then examples with their own sources."""
    shown = [line for line in found if line.kind not in _ICONS]
    texts = [
        f"**{plain(_text(line, tr))}**\n"
        if line.kind is HelpKind.WHY
        else f"- {plain(_text(line, tr))}"
        for line in shown
    ]
    st.markdown("\n".join(texts))
    where = dict.fromkeys(tr(line.said_by) for line in shown)
    st.caption(plain(tr(N_("Sources: {sources}."), sources=list(where))))
    for line in found:
        if line.kind in _ICONS:
            source = plain(tr(line.said_by))
            st.markdown(f"{_ICONS[line.kind]} {plain(_text(line, tr))} :gray[({source})]")


def _text(line: HelpLine, tr: Translator) -> str:
    return line.texts[tr.language]


def _figures(key: MethodStep, strategy: Strategy, tr: Translator) -> None:
    """Draw the figures that are used in this step, each beside the strategy's own."""
    found = [one for one in method_figures().values() if one.step is key]
    if not found:
        return
    own = strategy.of(RuleThreshold)
    title = plain(tr(N_("Figures of the method")))
    st.markdown(f"**{title}**")
    st.markdown("\n".join(_figure(one, own, tr) for one in found))
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.popover(
            tr(N_("Use a figure of your own")), icon=":material/tune:", key=f"correct-{key}"
        ):
            _form(key, found, own, tr)
        way_to(RuleThreshold, strategy, tr)


def _figure(one: MethodFigure, own: Sequence[RuleThreshold], tr: Translator) -> str:
    name = plain(tr(N_("{name}:"), name=tr.label(one.limit)))
    source = plain(tr(one.said_by))
    value = plain(tr.number(one.value))
    said = correction(own, one.limit)
    if said is None:
        return f"- {name} **{value}** :gray[({source})]"
    mine = plain(tr(N_("yours: {value}"), value=said.value))
    reason = f" — {plain(said.reason)}" if said.reason else ""
    return f"- {name} ~~{value}~~ :gray[({source})] **{mine}**{reason}"


def _form(
    key: MethodStep, found: Sequence[MethodFigure], own: Sequence[RuleThreshold], tr: Translator
) -> None:
    names = {str(one.limit): tr.label(one.limit) for one in found}
    chosen = st.selectbox(
        tr(N_("Figure")),
        list(names),
        format_func=lambda code: names[code],
        key=f"correct-limit-{key}",
    )
    limit = Limit.of(chosen)
    said = correction(own, limit)
    st.number_input(
        tr(N_("Your figure")),
        value=float(figure(own, limit)),
        min_value=0.0,
        step=1.0,
        format="%g",
        key=f"correct-value-{limit}",
    )
    st.text_input(
        tr(N_("Why yours")),
        value=said.reason if said else "",
        max_chars=600,
        key=f"correct-reason-{limit}",
    )
    with st.container(horizontal=True):
        st.button(
            tr(N_("Use it")),
            type="primary",
            key=f"correct-keep-{limit}",
            on_click=partial(_correct, limit),
        )
        if said is not None:
            st.button(
                tr(N_("Back to the method’s")),
                key=f"correct-back-{limit}",
                on_click=partial(_put_back, limit),
            )


@problems.told
def _correct(limit: Limit) -> None:
    """Keep a figure of the strategy's own; its reason is kept with it."""
    tr = session().tr
    reason = typed(f"correct-reason-{limit}")
    if not reason:
        problems.notice(tr(N_("Say why: those who read the strategy will ask.")))
        return
    strategy = strategies().open(session().strategy, person())
    _store(limit_set(strategy, limit, float(value_of(f"correct-value-{limit}")), reason))


@problems.told
def _put_back(limit: Limit) -> None:
    """Let the method's figure count again."""
    _store(limit_put_back(strategies().open(session().strategy, person()), limit))


def _store(edits: list[Edit]) -> None:
    if edits:
        strategies().edit(session().strategy, person(), edits, label=CORRECTED)
