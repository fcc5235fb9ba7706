"""What hangs loose on a step: quietly, under its to-do list, with a way to mend or accept it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import streamlit as st

from canvas.domain.changes import Edit
from canvas.domain.messages import N_, say
from canvas.domain.records import EXISTS
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Accepted, Finding, Severity, findings
from canvas.rules.coherence.acceptance import acceptance
from canvas.rules.limits import limit_set, limits_behind
from canvas.rules.places import place_of_finding
from canvas.services.clock import local_now
from canvas.steps.frame.coherence import (
    AcceptedFinding,
    RuleThreshold,
    correction,
    figure,
    method_figures,
)
from canvas.steps.frame.rule_names import Limit
from canvas.ui import page_parts, problems
from canvas.ui.canvases.ways import way_to_place
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies, typed, value_of

SHOWN = 12
"""Findings that a page shows at once; the heaviest come first."""

ACCEPTED = N_("Accepted finding")
TAKEN_BACK = N_("Acceptance taken back")
LIMIT_SET = N_("Limit of your own")

ICONS = {
    Severity.ERROR: ":red[:material/error:]",
    Severity.WARNING: ":orange[:material/warning:]",
    Severity.HINT: ":material/lightbulb:",
}


def loose(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw what the rules found on this step; nothing at all where they found nothing."""
    found = findings(strategy, step.key)
    if found.open:
        _open(step, found.open, strategy, tr)
    if found.accepted:
        _accepted(step, found.accepted, tr)


def _open(step: Step, found: Sequence[Finding], strategy: Strategy, tr: Translator) -> None:
    label = tr(N_("What hangs loose ({n})"), n=len(found))
    with st.expander(plain(label), icon=":material/link_off:", key=f"loose-{step.key}"):
        for key, finding in _keyed(found[:SHOWN]):
            _finding(key, finding, strategy, tr)
        page_parts.more_after(SHOWN, len(found), tr)


def _keyed(found: Sequence[Finding]) -> Iterator[tuple[str, Finding]]:
    """Yield findings with a name each; one rule may say two things of one record."""
    seen: Counter[str] = Counter()
    for finding in found:
        name = "-".join([str(finding.rule), *(record for _, record in finding.records[:1])])
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}-{seen[name]}"), finding


def _finding(key: str, finding: Finding, strategy: Strategy, tr: Translator) -> None:
    st.markdown(
        f"{ICONS[finding.severity]} **{plain(tr(finding.severity.label))}** — "
        f"{plain(tr(finding.sentence))}"
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"found-{key}"):
        way_to_place(place_of_finding(finding), strategy.id, tr)
        with st.popover(
            tr(N_("Accept with a reason")), icon=":material/handshake:", key=f"accept-{key}"
        ):
            st.text_input(tr(N_("Why you leave it so")), key=f"reason-{key}", max_chars=600)
            st.button(
                tr(N_("Accept it")),
                key=f"accepted-{key}",
                on_click=partial(_accept, finding, f"reason-{key}"),
            )
        for limit in limits_behind(strategy, finding.rule):
            _limit(f"{limit}-{key}", limit, strategy, tr)


def _limit(key: str, limit: Limit, strategy: Strategy, tr: Translator) -> None:
    """Draw the figure that a finding was measured by, to be changed here."""
    limits, usual = strategy.of(RuleThreshold), method_figures()[limit]
    known = correction(limits, limit)
    label = tr(N_("Change the limit: {value}"), value=figure(limits, limit))
    with st.popover(plain(label), icon=":material/straighten:", key=f"change-{key}"):
        st.number_input(
            plain(tr.label(limit)),
            min_value=0.0,
            value=float(figure(limits, limit)),
            step=1.0,
            format="%g",
            key=f"limit-{key}",
        )
        by_method = say(
            N_("The method says {value} ({source})."), value=usual.value, source=usual.said_by
        )
        st.caption(plain(tr(by_method)))
        st.text_input(
            tr(N_("Why another figure suits you")),
            value=known.reason if known else "",
            key=f"limit-reason-{key}",
            max_chars=600,
        )
        st.button(
            tr(N_("Set the limit")), key=f"limit-set-{key}", on_click=partial(_set, limit, key)
        )


def _accepted(step: Step, found: Sequence[Accepted], tr: Translator) -> None:
    """Draw what was left so on purpose, each reason once."""
    by_reason: dict[str, list[Accepted]] = {}
    for pair in found:
        by_reason.setdefault(pair.by.id, []).append(pair)
    label = tr(N_("Accepted ({n})"), n=len(by_reason))
    with st.expander(plain(label), icon=":material/handshake:", key=f"accepted-{step.key}"):
        for pairs in by_reason.values():
            _acceptance(pairs, tr)


def _acceptance(pairs: Sequence[Accepted], tr: Translator) -> None:
    by = pairs[0].by
    for pair in pairs:
        st.markdown(plain(tr(pair.finding.sentence)))
    said = tr(N_("Why: {reason}"), reason=by.reason)
    who = [by.accepted_by, tr.date(by.accepted_on) if by.accepted_on else ""]
    st.caption(plain(" · ".join([said, *(part for part in who if part)])))
    st.button(
        tr(N_("Take back")),
        icon=":material/undo:",
        key=f"take-back-{by.id}",
        on_click=partial(_take_back, by),
    )


@problems.told
def _accept(finding: Finding, reason_key: str) -> None:
    """Keep a finding with its reason."""
    strategy = strategies().open(session().strategy, person())
    today = local_now(strategy).date()
    edits = acceptance(strategy, finding, typed(reason_key), by=person().id, on=today)
    strategies().edit(strategy.id, person(), edits, label=ACCEPTED)


@problems.told
def _take_back(by: AcceptedFinding) -> None:
    """Let a finding hang loose again."""
    edits = [Edit(AcceptedFinding.key, by.id, EXISTS, True, None)]
    strategies().edit(session().strategy, person(), edits, label=TAKEN_BACK)


@problems.told
def _set(limit: Limit, key: str) -> None:
    """Keep a limit of one's own with its reason."""
    value = value_of(f"limit-{key}")
    if value is None:
        return
    strategy = strategies().open(session().strategy, person())
    edits = limit_set(strategy, limit, float(value), typed(f"limit-reason-{key}"))
    if edits:
        strategies().edit(strategy.id, person(), edits, label=LIMIT_SET)
