"""Links that the data leave no doubt about: one click makes them, one undo takes them back."""

from __future__ import annotations

from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say, say_count
from canvas.domain.step import Step
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.coherence.model import name
from canvas.rules.suggested_links import Suggestion, acceptance, suggestions
from canvas.rules.uses import COUNTED
from canvas.ui import problems
from canvas.ui.markdown import plain
from canvas.ui.naming import record_title
from canvas.ui.page_parts import more_after
from canvas.ui.state import person, session, strategies

SHOWN = 12
"""Records that are offered one by one."""

LINKED = N_("Suggested links")


def suggested(step: Step, strategy: Strategy, tr: Translator) -> None:
    """Draw the links that the records of a step could have; nothing where there are none."""
    found = suggestions(strategy, step.key)
    if not found:
        return
    n = sum(len(one.records) for one in found)
    label = tr(N_("Suggested links ({n})"), n=n)
    with st.expander(plain(label), icon=":material/add_link:", key=f"links-{step.key}"):
        for one in found:
            _suggestion(step, one, strategy, tr)
        if len(found) > 1:
            st.button(
                tr(say_count("Accept {n} link", "Accept all {n} links", n)),
                key=f"links-all-{step.key}",
                on_click=partial(_accept, step.key),
            )


def _suggestion(step: Step, one: Suggestion, strategy: Strategy, tr: Translator) -> None:
    n = len(one.records)
    said = say(
        N_("{records}, “{field}”: {target}"),
        records=COUNTED[one.records[0].key](n),
        field=one.field.said,
        target=name(one.target),
    )
    st.markdown(f"{plain(tr(said))}  \n:gray[{plain(tr(one.why))}]")
    with st.container(horizontal=True, vertical_alignment="center", key=f"link-{one.key}"):
        st.button(
            tr(say_count("Accept", "Accept all {n}", n)),
            icon=":material/check:",
            key=f"link-all-{one.key}",
            on_click=partial(_accept, step.key, one.key),
        )
        if n == 1:
            return
        with st.popover(tr(N_("One by one")), key=f"link-each-{one.key}"):
            for record in one.records[:SHOWN]:
                st.button(
                    plain(record_title(record, strategy, tr)),
                    icon=":material/check:",
                    key=f"link-{one.key}-{record.id}",
                    on_click=partial(_accept, step.key, one.key, record.id),
                )
            more_after(SHOWN, n, tr)


@problems.told
def _accept(step: str, key: str = "", record_id: str = "") -> None:
    """Make the links of a suggestion, one of them, or all that the step suggests."""
    strategy = strategies().open(session().strategy, person())
    chosen = [
        (one, record)
        for one in suggestions(strategy, step)
        if key in ("", one.key)
        for record in one.records
        if record_id in ("", record.id)
    ]
    strategies().edit(strategy.id, person(), acceptance(chosen), label=LINKED)
