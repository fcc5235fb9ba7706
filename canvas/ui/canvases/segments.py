"""Whom first: the ladder of targets, and the six groups of contacts (C70–C75)."""

from __future__ import annotations

from itertools import pairwise

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, SERIES
from canvas.steps.common import Priority
from canvas.steps.segments.audience import Audience
from canvas.steps.segments.groups import Group, TechnographicGroup
from canvas.steps.segments.ladder import (
    AUDIENCE_PLACE,
    Target,
    ladder,
    method_order,
    usual_place,
)
from canvas.steps.segments.segment import Segment, Temperature
from canvas.ui.components.ladder import Band, Rungs
from canvas.ui.components.ladder import ladder as rungs
from canvas.ui.components.shares import Part, shares

KINDS = (
    Rungs(Segment, "name", "temperature", ("approach", "message", "size_estimate")),
    Rungs(Audience, "name", "kind", ("what_we_give", "what_they_want")),
)

BANDS = {
    Priority.HIGH: N_("First of all"),
    Priority.MEDIUM: N_("Next"),
    Priority.LOW: N_("When there is time"),
}

SHADES = {
    Temperature.HOT: SERIES[3],
    Temperature.WARM: SERIES[2],
    Temperature.COLD: SERIES[1],
    Temperature.OCCASIONAL: SERIES[0],
    Temperature.REGULAR: SERIES[0],
    Temperature.UNCONDITIONAL: SERIES[0],
}

EXAMPLE = dict(zip(Group, (5, 10, 10, 25, 40, 10), strict=True))
"""Shares in percent that show, in grey, what the picture will look like."""


def _theme() -> str:
    return st.context.theme.type or "light"


def priorities(strategy: Strategy, tr: Translator) -> None:
    """Draw the ladder; a rung is a segment or an audience, its band its priority."""
    theme = _theme()
    found = ladder(strategy)
    tones = {str(code): shade.on(theme) for code, shade in SHADES.items()}
    usual = {str(t): float(n) for n, t in enumerate(Temperature)}
    usual[Audience.key] = AUDIENCE_PLACE
    method = [(t.id, str(p) if p else None) for t, p in method_order(strategy)]
    rungs(
        KINDS,
        found,
        strategy,
        tr,
        key="canvas-ladder",
        bands=_bands(tr),
        band_field="priority",
        tones={**tones, Audience.key: SERIES[4].on(theme)},
        usual=usual,
        method=method,
        hints=_hints(found, tr),
    )


def _bands(tr: Translator) -> list[Band]:
    def ghost(temperature: Temperature) -> tuple[str, str]:
        return tr.label(temperature), tr(temperature.help)

    ghosts = {
        Priority.HIGH: [ghost(Temperature.HOT)],
        Priority.MEDIUM: [
            ghost(Temperature.WARM),
            (tr(Audience.many), tr(Audience.help)),
        ],
        Priority.LOW: [ghost(Temperature.COLD)],
    }
    bands = [Band(str(p), tr(label), ghosts[p]) for p, label in BANDS.items()]
    return [*bands, Band("", tr(N_("Still to decide")))]


def _hints(found: list[Target], tr: Translator) -> dict[str, str]:
    """Return a remark for prospects who stand before some that are nearer to buying."""
    prospects = [
        target
        for target in found
        if isinstance(target, Segment)
        and target.priority
        and target.temperature
        and not target.temperature.is_client
    ]
    return {
        above.id: tr(
            N_("Before {nearer}, who are nearer to buying: on purpose?"), nearer=below.name
        )
        for above, below in pairwise(prospects)
        if below.name and usual_place(above) > usual_place(below)
    }


def groups(strategy: Strategy, tr: Translator) -> None:
    """Draw the six groups: their shares, which always make 100 %, and a tactic for each."""
    theme = _theme()
    lines = {line.group: line for line in strategy.of(TechnographicGroup) if line.group}
    parts = [
        Part(
            code=str(group),
            label=tr.label(group),
            help=tr(group.help),
            colour=SERIES[number].on(theme),
            ink=GROUND.on(theme),
            ghost=EXAMPLE[group],
            record=lines.get(group),
        )
        for number, group in enumerate(Group)
    ]
    shares(
        TechnographicGroup,
        parts,
        strategy,
        tr,
        key="canvas-groups",
        part_field="group",
        share_field="share",
        cells=("tactic",),
    )
