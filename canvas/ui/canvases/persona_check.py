"""The declared personas beside the audience that platforms count (C61)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.audience import Check, Fit, Sighting, checks
from canvas.steps.personas.persona import Gender, Persona
from canvas.steps.wording import shorten
from canvas.ui.canvases.measure_tables import called
from canvas.ui.canvases.ways import way_to
from canvas.ui.components.editor import editor
from canvas.ui.components.table import Line, Shown, table
from canvas.ui.markdown import plain
from canvas.ui.state import figures, session

SIGNS = {Fit.MATCH: "✓", Fit.PARTLY: "≈", Fit.MISMATCH: "!", Fit.UNCLEAR: "?"}


def overview(strategy: Strategy, tr: Translator) -> None:
    """Draw each persona with what is declared, who is there, and what that says."""
    if not any(persona.name for persona in strategy.of(Persona)):
        start = tr(N_("Write down a persona first: then your real audience stands beside it."))
        st.markdown(f"**{plain(start)}**")
        editor(Persona, strategy, tr)
        return
    known = figures().of(strategy)
    if not known.audience:
        _empty(tr)
        return
    st.markdown(
        plain(
            tr(
                N_(
                    "Platforms count accounts in groups of their own, and only those that they "
                    "know: take this as a hint, not as a proof."
                )
            )
        )
    )
    for check in checks(strategy, known):
        _check(check, tr)
    way_to(Persona, strategy, tr)


def _headings(tr: Translator) -> list[str]:
    return [
        tr(N_("Side")),
        tr(N_("Declared")),
        tr(N_("Account")),
        tr(N_("Who is there")),
        tr(N_("Verdict")),
    ]


def _check(check: Check, tr: Translator) -> None:
    st.subheader(plain(check.persona.name), anchor=False)
    if check.sightings:
        rows = [_row(one, tr) for one in check.sightings]
        table(check.persona.name, _headings(tr), rows, tr, key=f"check-{check.persona.id}")
    if check.missing and not session().projecting:
        st.markdown("\n".join(f"- {plain(tr(text))}" for text in check.missing))


def _row(one: Sighting, tr: Translator) -> Line:
    declared = one.declared
    gender = Gender.read(declared)
    if gender is not None:
        declared = tr.label(gender)
    account = called(one.account, tr) if one.account else tr(N_("An account that is gone"))
    verdict = Shown(f"{SIGNS[one.fit]} {tr.label(one.fit)}")
    return Line([tr.label(one.side), shorten(declared, 60), account, tr(one.said), verdict])


def _empty(tr: Translator) -> None:
    """Say which files tell it, and show in grey what comes of it."""
    start = tr(N_("Bring in a file that tells who follows you, under “Measure”."))
    st.markdown(f"**{plain(start)}**")
    st.markdown(
        plain(
            tr(
                N_(
                    "LinkedIn’s followers file tells place, job and sector; TikTok’s tells women "
                    "and men. No platform’s file tells all."
                )
            )
        )
    )
    st.caption(plain(tr(N_("This is what it will look like:"))))
    example = tr(N_("{share} of those known fit."), share=tr.share(0.51))
    verdict = f"{SIGNS[Fit.MATCH]} {tr.label(Fit.MATCH)}"
    line = Line([tr(N_("Age")), "35–45", "LinkedIn", example, verdict])
    table(tr(N_("Example")), _headings(tr), [line], tr, key="check-example")
