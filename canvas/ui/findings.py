"""What hangs loose on a step: quietly, under its to-do list, with a way to mend or accept it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say_count
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence import Finding, Severity, findings
from canvas.rules.coherence.acceptance import acceptance
from canvas.steps import RECORD_TYPES
from canvas.ui import problems
from canvas.ui.canvases.ways import way_to
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies, typed

SHOWN = 12
"""Findings that a page shows at once; the heaviest come first."""

ACCEPTED = N_("Accepted finding")

_ICONS = {
    Severity.ERROR: ":red[:material/error:]",
    Severity.WARNING: ":orange[:material/warning:]",
    Severity.HINT: ":material/lightbulb:",
}


def loose(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw what the rules found on this step; nothing at all where they found nothing."""
    found = findings(strategy, step.key).open
    if not found:
        return
    label = tr(N_("What hangs loose ({n})"), n=len(found))
    with st.expander(plain(label), icon=":material/link_off:", key=f"loose-{step.key}"):
        for key, finding in _keyed(found[:SHOWN]):
            _finding(key, finding, strategy, tr)
        if len(found) > SHOWN:
            rest = len(found) - SHOWN
            said = say_count("{n} more comes after these.", "{n} more come after these.", rest)
            st.caption(plain(tr(said)))


def _keyed(found: Sequence[Finding]) -> Iterator[tuple[str, Finding]]:
    """Yield findings with a name each; one rule may say two things of one record."""
    seen: Counter[str] = Counter()
    for finding in found:
        name = "-".join([str(finding.rule), *(record for _, record in finding.records[:1])])
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}-{seen[name]}"), finding


def _finding(key: str, finding: Finding, strategy: Strategy, tr: Translator) -> None:
    st.markdown(
        f"{_ICONS[finding.severity]} **{plain(tr(finding.severity.label))}** — "
        f"{plain(tr(finding.sentence))}"
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"found-{key}"):
        if finding.records:
            way_to(RECORD_TYPES[finding.records[0][0]], strategy, tr)
        with st.popover(
            tr(N_("Accept with a reason")), icon=":material/handshake:", key=f"accept-{key}"
        ):
            st.text_input(tr(N_("Why you leave it so")), key=f"reason-{key}", max_chars=600)
            st.button(
                tr(N_("Accept it")),
                key=f"accepted-{key}",
                on_click=partial(_accept, finding, f"reason-{key}"),
            )


@problems.told
def _accept(finding: Finding, reason_key: str) -> None:
    """Keep a finding with its reason."""
    reason = typed(reason_key)
    if not reason:
        return
    strategy = strategies().open(session().strategy, person())
    today = dt.date.today()  # noqa: DTZ011 - the day on the wall
    edits = acceptance(strategy, finding, reason, by=person().id, on=today)
    strategies().edit(strategy.id, person(), edits, label=ACCEPTED)
