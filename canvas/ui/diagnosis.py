"""What the data show, in place: signs of failure, the first objective, organic reach."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.records import Record
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.diagnosis import Sign, note, signs
from canvas.rules.feeds import Months
from canvas.rules.first_objective import Way, taking_up, way_of
from canvas.rules.reach_check import Asked, NetworkReach, asked, last_year, reach_by_network
from canvas.rules.usual_reach import Range
from canvas.services.clock import local_now
from canvas.steps import BY_KEY
from canvas.steps.audit.accounts import Account
from canvas.steps.audit.contents import TrafficSource
from canvas.steps.common import MethodStep
from canvas.steps.frame.expectations import Symptom, SymptomKind
from canvas.steps.objectives.diagnosis import ObjectiveDiagnosis, diagnosed, from_audit, suggested
from canvas.steps.objectives.indicators import Kpi, ReachRate
from canvas.steps.objectives.objective import Objective
from canvas.ui import problems
from canvas.ui.canvases.parts import Draw
from canvas.ui.canvases.ways import way_to, way_to_page
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import figures, person, session, strategies

NOTED = N_("Sign noted")

TAKEN_UP = N_("Suggested objective taken up")

_ORGANIC = N_("What a post can reach without advertising")


def diagnosis(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the fold of the pages that have one; what is in it is worked out once it is open."""
    title = title_of(step, strategy)
    if not title:
        return
    fold = st.expander(
        tr(title),
        type="compact",
        icon=":material/diagnosis:",
        key=f"diagnosis-{step.key}",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            content(step, strategy, tr)


def title_of(step: Step, strategy: Strategy) -> str:
    """Return what a step's data show, as a catalogue key; "" where there is nothing to read."""
    title, _, needed = _FOLDS.get(step.key, ("", content, ()))
    return title if any(strategy.of(record_type) for record_type in needed) else ""


def content(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw what the data of a step show."""
    _, draw, _ = _FOLDS[step.key]
    draw(strategy, tr)


def _heading(text: str, tr: Translator) -> None:
    st.markdown(f"**{plain(tr(text))}**")


def _months(strategy: Strategy) -> Months:
    return Months(strategy, figures().of(strategy))


# --- Signs of failure (C9) --------------------------------------------------------------


def _signs(strategy: Strategy, tr: Translator) -> None:
    for sign in signs(strategy, _months(strategy)):
        _sign(sign, strategy, tr)
    way_to(Symptom, strategy, tr)


def _sign(sign: Sign, strategy: Strategy, tr: Translator) -> None:
    mark = ":material/help:"
    said = N_("Not known")
    if sign.is_there:
        mark, said = ":orange[:material/warning:]", N_("It is there")
        if sign.present is False:
            said = N_("You noted it; the data do not show it")
    elif sign.present is False:
        mark, said = ":green[:material/check_circle:]", N_("Not seen")
    lines = [
        f"{mark} **{plain(tr.label(sign.kind))}** — {plain(tr(said))}",
        plain(tr(sign.evidence)),
    ]
    if sign.noted is not None and sign.noted.evidence:
        noted = plain(tr(N_("You noted: {text}"), text=sign.noted.evidence))
        lines.append(f":gray[{noted}]")
    if sign.noted is not None and sign.noted.remedy:
        lines.append(plain(tr(N_("Remedy: {text}"), text=sign.noted.remedy)))
    st.markdown("  \n".join(lines))
    with st.container(horizontal=True, vertical_alignment="center", key=f"sign-{sign.kind}"):
        if sign.present and not (sign.noted and sign.noted.present):
            st.button(
                tr(N_("Note it")),
                icon=":material/edit_note:",
                key=f"note-{sign.kind}",
                on_click=partial(_note, sign.kind),
            )
        if sign.is_there:
            remedy = BY_KEY[str(sign.treated_in)]
            way_to_page(
                remedy.key,
                strategy.id,
                label=tr(N_("Dealt with in: {step}"), step=tr(remedy.menu)),
                icon=":material/arrow_forward:",
            )


@problems.told
def _note(kind: SymptomKind) -> None:
    """Write down that a sign is there, with what shows it."""
    tr = session().tr
    strategy = strategies().open(session().strategy, person())
    sign = next(one for one in signs(strategy, _months(strategy)) if one.kind is kind)
    edits = note(strategy, sign, tr(sign.evidence))
    if edits:
        strategies().edit(strategy.id, person(), edits, label=NOTED)


# --- The first objective (C45) and organic reach (C54) ----------------------------------


def _suggestions(strategy: Strategy, tr: Translator) -> None:
    _first(strategy, tr)
    _reach(strategy, tr)


def _first(strategy: Strategy, tr: Translator) -> None:
    _heading(N_("The objective to put first"), tr)
    found = suggested(strategy)
    if found is None:
        st.markdown(plain(tr(N_("Write down the visits to your site and those that you need."))))
    else:
        st.markdown(f"{plain(tr.label(found.type))} — {plain(tr(found.reason))}")
        _way(strategy, tr)
    origins = [tr(line) for line in _read(strategy)]
    if origins:
        st.caption(plain(" · ".join(origins)))
    way_to(ObjectiveDiagnosis, strategy, tr)


def _read(strategy: Strategy) -> list[Message]:
    """Return the figures that the suggestion is made of, and those read in the audit."""
    whole = diagnosed(strategy)
    typed = strategy.one(ObjectiveDiagnosis)
    counted = from_audit(strategy)
    shown: list[Message] = []
    for name in ("sessions", "sessions_needed", "direct_traffic_share", "brand_search"):
        value = getattr(whole, name)
        if value is None:
            continue
        field = ObjectiveDiagnosis.field(name)
        said = Share(value) if field.kind == "share" else value
        text = N_("{name}: {value}")
        if getattr(typed, name) is None and name in counted:
            text = N_("{name}: {value} (from the audit)")
        shown.append(say(text, name=say(field.label), value=said))
    return shown


_WAYS = {
    Way.NAME: N_("Give the main objective this type"),
    Way.MARK: N_("Make it the main objective"),
    Way.CREATE: N_("Write it as main objective"),
    Way.BESIDE: N_("Write it beside the main objective"),
}


def _way(strategy: Strategy, tr: Translator) -> None:
    found = suggested(strategy)
    assert found is not None
    way = way_of(strategy, found)
    if way in _WAYS:
        st.button(tr(_WAYS[way]), icon=":material/target:", key="take-up", on_click=_take_up)
    elif way is Way.FOLLOWED:
        said = plain(tr(N_("Your main objective is of this type.")))
        st.markdown(f":green[:material/check_circle:] {said}")
    else:
        st.markdown(plain(tr(N_("An objective of this type stands beside your main one."))))


@problems.told
def _take_up() -> None:
    """Take the suggestion up: mark an objective, give it its type, or write one."""
    tr = session().tr
    strategy = strategies().open(session().strategy, person())
    found = suggested(strategy)
    if found is None:
        return
    edits = taking_up(strategy, found, tr.label(found.type), tr(found.reason))
    if edits:
        strategies().edit(strategy.id, person(), edits, label=TAKEN_UP)


def _reach(strategy: Strategy, tr: Translator) -> None:
    months = _months(strategy)
    span = last_year(strategy, months.figures, local_now(strategy).date())
    found = [
        one
        for one in reach_by_network(strategy, months, span)
        if one.usual is not None or one.measured is not None
    ]
    if not found:
        return
    _heading(_ORGANIC, tr)
    headings = [
        N_("Network"),
        N_("Followers"),
        N_("Published rate"),
        N_("Rate that counts"),
        N_("Measured"),
        N_("People a post reaches"),
    ]
    table(
        tr(_ORGANIC),
        [tr(heading) for heading in headings],
        [_network(one, tr) for one in found],
        tr,
        key="reach-check",
        figures=(1,),
    )
    wanted = list(asked(strategy, months, span))
    if wanted:
        headings = [
            N_("Objective"),
            N_("Indicator"),
            N_("Asked a month"),
            N_("Organic reach at most"),
            N_("Verdict"),
        ]
        table(
            tr(N_("What your objectives ask of it")),
            [tr(heading) for heading in headings],
            [_asked(one, tr) for one in wanted],
            tr,
            key="reach-asked",
            figures=(2,),
        )
    with st.container(horizontal=True):
        way_to(ReachRate, strategy, tr)
        way_to(Kpi, strategy, tr)
        way_to(Objective, strategy, tr)


def _network(one: NetworkReach, tr: Translator) -> Line:
    measured = "–"
    if one.measured is not None:
        measured = tr(N_("{share} ({n} posts)"), share=Share(round(one.measured, 3)), n=one.posts)
    people = "–"
    if one.expected is not None:
        low, high = one.expected
        people = tr.number(high) if low == high else f"{tr.number(low)}–{tr.number(high)}"
    counts = _range(one.usual, tr) if one.own else tr(N_("the published one"))
    return Line(
        [
            tr.label(one.network),
            tr.number(one.followers),
            _range(one.published, tr),
            counts if one.usual else "–",
            measured,
            people,
        ]
    )


def _range(found: Range | None, tr: Translator) -> str:
    if found is None:
        return "–"
    source = tr.said(found.source)
    low, high = tr.share(found.low, decimals=1), tr.share(found.high, decimals=1)
    rate = high if found.low == found.high else f"{low} – {high}"
    return f"{rate} ({source})" if source else rate


def _asked(one: Asked, tr: Translator) -> Line:
    most = "–"
    if one.most is not None:
        most = f"{tr.number(round(one.most))} ({tr.label(one.bound)})"
    sign = "! " if one.is_beyond else ""
    return Line(
        [
            one.objective.title,
            one.kpi.name,
            tr.number(round(one.wanted, 1)),
            most,
            Shown(sign + tr(one.verdict)),
        ]
    )


_FOLDS: dict[str, tuple[str, Draw, tuple[type[Record], ...]]] = {
    MethodStep.AUDIT: (N_("Four signs that something is missing"), _signs, (Account, Symptom)),
    MethodStep.OBJECTIVES: (
        N_("What your figures suggest"),
        _suggestions,
        (ObjectiveDiagnosis, TrafficSource, Account),
    ),
}
"""Which pages have a fold: its title, what draws it, and what must be there first."""
