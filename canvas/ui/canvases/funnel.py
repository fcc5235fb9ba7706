"""The funnel to play with: what a month brings, and what an objective asks for (C54, C57)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.dashboard_period import Span, period
from canvas.rules.feeds import Months
from canvas.rules.funnel import (
    STAGES,
    Known,
    Levers,
    Needs,
    Origin,
    Stage,
    needs,
    simulate,
    start_of,
)
from canvas.services.clock import local_now
from canvas.services.decisions import note, revise
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective, ObjectiveType
from canvas.steps.wording import shorten
from canvas.ui.canvases.measure_tables import called
from canvas.ui.canvases.parts import large_figures
from canvas.ui.markdown import plain
from canvas.ui.problems import notice, told
from canvas.ui.state import dashboards, figures, person, session, strategies, value_of

GUESSES = {"followers": 500.0, "posts": 8.0, "reach": 10.0, "click": 1.0, "contact": 2.0}
"""Where a lever stands that nobody knows yet; it is said to be a guess."""

TYPES = {
    ObjectiveType.AWARENESS: Stage.REACHED,
    ObjectiveType.TRAFFIC: Stage.CLICKS,
    ObjectiveType.SALES: Stage.CLIENTS,
}
"""The same by the type of the objective, where it has no such indicator."""


@dataclass(frozen=True, slots=True)
class _Lever:
    """One slider: its name, its label, and how far it goes."""

    name: str
    label: str
    most: float
    is_rate: bool = True
    decimals: int = 1


LEVERS = (
    _Lever("followers", N_("Followers"), 1000, is_rate=False, decimals=0),
    _Lever("posts", N_("Posts a month"), 60, is_rate=False),
    _Lever("reach", N_("Of followers, reached by a post (%)"), 100),
    _Lever("click", N_("Of those reached, who click (%)"), 20),
    _Lever("contact", N_("Of clicks, who leave an address (%)"), 30),
    _Lever("client", N_("Of contacts, who may buy now (%)"), 100),
)


def funnel(strategy: Strategy, tr: Translator) -> None:
    """Draw the sliders, what a month brings, and what an objective asks for."""
    if not session().projecting:
        st.subheader(plain(tr(N_("From followers to clients"))), anchor=False)
    st.markdown(
        plain(
            tr(
                N_(
                    "Move what you could change, and see what a month brings: test an objective "
                    "before you promise it."
                )
            )
        )
    )
    accounts = {one.id: one for one in strategy.of(Account) if one.handle or one.network}
    if not accounts:
        st.info(plain(tr(N_("Write down an account in the audit: the funnel starts from it."))))
        return
    known = figures().of(strategy)
    months = Months(strategy, known)
    span = _span(strategy)
    account = accounts[_account(accounts, tr)]
    start = start_of(strategy, months, account, span)
    levers = _sliders(account, start_known={
        "followers": start.followers, "posts": start.posts, "reach": start.reach,
        "click": start.click, "contact": start.contact, "client": start.client,
    }, tr=tr)  # fmt: skip
    _stages(simulate(levers), tr)
    _test(strategy, levers, tr)


def _span(strategy: Strategy) -> Span:
    """Return the twelve months until the latest one that anything is known of."""
    today = local_now(strategy).date()
    known = dashboards().months(strategy, figures().of(strategy))
    over = [month for month in known if month <= (today.year, today.month)]
    latest = max(over, default=(today.year, today.month))
    return period(ReportPeriod.YEAR, dt.date(*latest, 1), back=11)


def _account(accounts: Mapping[str, Account], tr: Translator) -> str:
    keys = list(accounts)
    if len(keys) == 1:
        return keys[0]
    chosen = st.selectbox(
        tr(N_("Account to start from")),
        keys,
        format_func=lambda key: called(accounts[key], tr),
        key="funnel-account",
        width=420,
    )
    return chosen or keys[0]


def _sliders(account: Account, *, start_known: Mapping[str, Known], tr: Translator) -> Levers:
    moved: dict[str, float] = {}
    columns = st.columns(3, gap="medium")
    for number, lever in enumerate(LEVERS):
        known = start_known[lever.name]
        scale = 100 if lever.is_rate else 1
        value = GUESSES[lever.name] if known.value is None else known.value * scale
        value = round(value, lever.decimals)
        most = max(lever.most, float(-(-4 * value // 10) * 10)) if not lever.is_rate else max(
            lever.most, value)  # fmt: skip
        with columns[number % 3]:
            found = st.slider(
                tr(lever.label),
                0.0 if lever.is_rate else 1.0,
                float(most),
                max(float(value), 0.0 if lever.is_rate else 1.0),
                step=10.0**-lever.decimals,
                format="localized",
                key=f"funnel-{account.id}-{lever.name}",
            )
            st.caption(_said(known, tr))
        moved[lever.name] = found / scale
    return Levers(**moved)


def _said(known: Known, tr: Translator) -> str:
    who = tr.label(known.origin)
    source = tr.said(known.source)
    if known.origin is Origin.NONE:
        return plain(tr(N_("A guess to start from: {why}"), why=source))
    if known.is_thin:
        return plain(tr(N_("{who}, {source}: few to rely on"), who=who, source=source))
    return plain(tr(N_("{who}, {source}"), who=who, source=source))


def _stages(found: Mapping[Stage, float | None], tr: Translator) -> None:
    month = tr(N_("a month"))
    large_figures(
        [
            (tr.label(stage), tr(N_("not known")) if value is None else _count(value, tr), month)
            for stage, value in found.items()
        ]
    )


def _count(value: float, tr: Translator) -> str:
    return tr.number(value, 1 if value < 10 else 0)


def _test(strategy: Strategy, levers: Levers, tr: Translator) -> None:
    """Draw an objective backwards: what it asks for, and the ways to write it down."""
    objectives = {one.id: one for one in strategy.of(Objective) if one.title}
    title = tr(N_("Test an objective"))
    with st.container(border=True, key="funnel-test"):
        st.markdown(f"**{plain(title)}**")
        first, second, third = st.columns([2, 1, 1], vertical_alignment="bottom")
        chosen = ""
        if objectives:
            ordered = sorted(objectives.values(), key=lambda one: not one.is_primary)
            with first:
                chosen = st.selectbox(
                    tr(N_("Objective to test")),
                    [one.id for one in ordered],
                    format_func=lambda key: shorten(objectives[key].title, 70),
                    key="funnel-objective",
                ) or ordered[0].id  # fmt: skip
        objective = objectives.get(chosen)
        with second:
            stages = list(Stage)
            stage = st.selectbox(
                tr(N_("It is counted in")),
                stages,
                index=stages.index(_stage(strategy, objective)),
                format_func=tr.label,
                key=f"funnel-stage-{chosen}",
            )
        with third:
            aim = objective.target if objective and objective.target else 30.0
            wanted = st.number_input(
                tr(N_("Wanted a month")), min_value=0.0, value=float(aim), step=1.0,
                format="%g", key=f"funnel-wanted-{chosen}",
            )  # fmt: skip
        if not stage or not wanted:
            return
        found = needs(levers, stage, wanted)
        for text in _needs(found, stage, wanted, levers, tr):
            st.markdown(plain(text))
        if objective is not None and not session().projecting:
            _keep(objective, stage, wanted, simulate(levers)[stage], levers, tr=tr)


def _stage(strategy: Strategy, objective: Objective | None) -> Stage:
    if objective is None:
        return Stage.CONTACTS
    for kpi in strategy.of(Kpi):
        if kpi.objective == objective.id and kpi.measure in STAGES:
            return STAGES[kpi.measure]
    return TYPES.get(objective.type, Stage.CONTACTS) if objective.type else Stage.CONTACTS


def _needs(
    found: Needs | None, stage: Stage, wanted: float, levers: Levers, tr: Translator
) -> list[str]:
    if found is None:
        return [tr(N_("A rate on the way is zero: nothing would come of it."))]
    asked = [
        tr(say("{count} {stage}", count=round(count), stage=say(_NAMES[one])))
        for one, count in found.stages.items()
        if one is not stage
    ]
    lines = []
    aim = tr(say("{count} {stage}", count=round(wanted, 1), stage=say(_NAMES[stage])))
    if asked:
        lines.append(
            tr(N_("{wanted} a month need {steps}."), wanted=aim,
               steps=tr.enumeration(list(reversed(asked))))
        )  # fmt: skip
    if found.posts is not None and found.followers is not None:
        lines.append(
            tr(
                N_(
                    "That is {posts} posts a month with {followers} followers, or {more} followers "
                    "with {now} posts a month."
                ),
                posts=_count(found.posts, tr),
                followers=tr.number(levers.followers or 0, 0),
                more=tr.number(found.followers, 0),
                now=_count(levers.posts or 0, tr),
            )
        )
    if found.times is not None:
        lines.append(tr(_judged(found.times)))
    return lines


_NAMES = {
    Stage.REACHED: N_("people reached"),
    Stage.CLICKS: N_("clicks"),
    Stage.CONTACTS: N_("contacts"),
    Stage.CLIENTS: N_("likely clients"),
}


def _judged(times: float) -> Message:
    if times <= 1:
        return say(N_("What you set above brings it."))
    return say(
        N_("That is {times} times what you set above: promise less, or change something."),
        times=round(times, 1),
    )


def _keep(
    objective: Objective,
    stage: Stage,
    wanted: float,
    brings: float | None,
    levers: Levers,
    *,
    tr: Translator,
) -> None:
    """Draw the form that makes it the target, or notes why it is realistic."""
    reason = tr(
        N_("Simulated: {followers} followers and {posts} posts a month bring {brings}"),
        followers=tr.number(levers.followers or 0, 0),
        posts=_count(levers.posts or 0, tr),
        brings="?" if brings is None else f"{_count(brings, tr)} {tr(_NAMES[stage])}",
    )
    with st.form(f"funnel-keep-{objective.id}", border=False):
        key = f"funnel-reason-{objective.id}"
        st.text_input(tr(N_("Reason")), value=reason, key=key, max_chars=240)
        with st.container(horizontal=True):
            st.form_submit_button(
                plain(tr(N_("Make {wanted} its target"), wanted=round(wanted, 1))),
                icon=":material/flag:",
                type="primary",
                on_click=_revise,
                args=(objective.id, wanted, key, reason),
                key=f"funnel-revise-{objective.id}",
            )
            st.form_submit_button(
                plain(tr(N_("Only note it with the objective"))),
                icon=":material/edit_note:",
                on_click=_note,
                args=(objective.id, key, reason),
                key=f"funnel-note-{objective.id}",
            )


@told
def _revise(objective_id: str, wanted: float, key: str, drafted: str) -> None:
    """Give the objective its new target; runs before the page is drawn again."""
    strategy, objective = _objective(objective_id)
    if objective is None:
        return
    revise(
        strategies(), person(), strategy.id, objective, target=wanted,
        reason=_typed(key, drafted), tr=session().tr, today=local_now(strategy).date(),
    )  # fmt: skip
    notice(session().tr(N_("Revised; undo takes all of it back.")))


@told
def _note(objective_id: str, key: str, drafted: str) -> None:
    """Note the simulation with the objective; runs before the page is drawn again."""
    strategy, objective = _objective(objective_id)
    if objective is None:
        return
    note(strategies(), person(), strategy.id, objective, _typed(key, drafted))
    notice(session().tr(N_("Noted under “Why it is realistic”.")))


def _typed(key: str, drafted: str) -> str:
    found: Any = value_of(key)
    return found if isinstance(found, str) else drafted


def _objective(objective_id: str) -> tuple[Strategy, Objective | None]:
    strategy = strategies().open(session().strategy, person())
    return strategy, strategy.linked(Objective, objective_id)
