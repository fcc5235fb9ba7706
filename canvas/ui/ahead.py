"""What to decide next in the strategy that was worked on last, at the top of the home page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.remembered import Remembered
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.next_decision import NextDecision, next_decision
from canvas.services import Heading
from canvas.steps import BY_KEY
from canvas.steps.frame.settings import State
from canvas.ui import frame, readiness
from canvas.ui.canvases.ways import way_to_page, way_to_place
from canvas.ui.markdown import plain
from canvas.ui.state import person, session, strategies

_NEXT: Remembered[NextDecision | None] = Remembered()


def ahead(found: Iterable[Heading], tr: Translator) -> None:
    """Draw the one decision that matters most, and how far the steps are; nothing without any.

    Only one strategy is opened for it: the one of this tab, else the last one changed.
    """
    active = [heading for heading in found if heading.state is State.ACTIVE]
    here = (heading for heading in active if heading.id == session().strategy)
    heading = next(here, active[0] if active else None)
    if heading is None:
        return
    strategy = strategies().open(heading.id, person())
    with st.container(border=True, key="ahead"):
        name = frame.strategy_name(strategy, tr)
        st.caption(plain(tr(N_("What to decide next in “{name}”"), name=name)))
        following = _NEXT.of(strategy, partial(next_decision, strategy))
        _decision(following, strategy, tr)
        readiness.fold(strategy.id)


def _decision(following: NextDecision | None, strategy: Strategy, tr: Translator) -> None:
    if following is None:
        done = tr(N_("All decisions are taken."))
        st.markdown(f"#### {plain(done)}")
        way_to_page(
            "deliver",
            strategy.id,
            label=tr(N_("Deliver the strategy")),
            icon=":material/ios_share:",
        )
        return
    st.markdown(f"#### {plain(tr(following.what))}")
    said = [following.why] if following.missing is None else [following.why, following.missing]
    st.markdown("  \n".join(plain(tr(one)) for one in said))
    label = tr(N_("Decide it: {step}"), step=tr(following.step.menu))
    way_to_place(following.place, strategy.id, tr, label=label)


def next_step(heading: Heading, page: str, tr: Translator) -> None:
    """Say which step to go on with, from what the list knows of each strategy."""
    step = BY_KEY.get(page)
    if heading.state is not State.ACTIVE or step is None:
        return
    made, total = heading.steps[page]
    said = say(
        N_("Next: {step}, {made} of {total} decisions made"),
        step=say(step.menu),
        made=made,
        total=total,
    )
    st.caption(plain(tr(said)))
