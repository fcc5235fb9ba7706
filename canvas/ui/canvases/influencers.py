"""The people whose voice carries, ranked; the ten to contact first in large (C95c)."""

from __future__ import annotations

import streamlit as st

from canvas.domain.messages import N_, say_count
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.steps.competitors.influencers import (
    TOP,
    ContactStatus,
    Influencer,
    first_wave,
    weight,
)
from canvas.steps.wording import name_of
from canvas.ui.components.sheet import Remark, Section, Slot, sheet

SLOTS = (
    Slot("name", "title", span=3),
    Slot("relevance", "mark", span=1),
    Slot("influence", "mark", span=1),
    Slot("closeness", "mark", span=1),
    Slot("first_wave", "flag", span=1),
    Slot("goal", "strong", span=2, large=True),
    Slot("owner", "strong", span=2, large=True),
    Slot("status", "strong", span=2, large=True),
    Slot("next_action", span=4, large=True),
    Slot("first_contact", span=2, large=True),
)

_MISSING = (
    ("goal", N_("Nothing asked for yet")),
    ("owner", N_("Nobody in charge")),
    ("next_action", N_("No next step")),
    ("first_contact", N_("No date")),
)
"""What somebody to contact first cannot do without, and how the card says so."""

_SETTLED = (ContactStatus.PARTNER, ContactStatus.DECLINED)


def missing(strategy: Strategy, who: Influencer) -> tuple[str, ...]:
    """Return what is still to be filled in before this person is contacted, to translate."""
    if who.status in _SETTLED:
        return ()
    return tuple(
        text
        for name, text in _MISSING
        if not (name_of(strategy, who.owner) if name == "owner" else getattr(who, name))
    )


def ranking(strategy: Strategy, tr: Translator) -> None:
    """Draw the ten to contact first, heaviest first, and everybody else below."""
    theme = st.context.theme.type or "light"
    chosen = first_wave(strategy)
    remarks = {}
    for who in strategy.of(Influencer):
        score = weight(who)
        remarks[who.id] = Remark(
            badge="" if score is None else tr.number(score, decimals=1),
            badge_label=tr(N_("Weight out of 5")),
            missing=tuple(tr(text) for text in missing(strategy, who)) if who.first_wave else (),
            rank=score or 0.0,
        )
    sheet(
        strategy,
        tr,
        key="canvas-influencers",
        layout="ranking",
        ranked=True,
        cards={Influencer: SLOTS},
        remarks=remarks,
        sections=[
            Section(
                id="first",
                type=Influencer.key,
                heading=tr(N_("The ten to contact first")),
                note=_note(len(chosen), tr),
                colour=TONES["accent"].on(theme),
                by="first_wave",
                codes=(True,),
                adds=tr(N_("Write a name, Enter to add it")),
                examples={"next_action": tr(N_("Invite her to the night in the bakehouse"))},
                opens_large=True,
            ),
            Section(
                id="later",
                type=Influencer.key,
                heading=tr(N_("Later, perhaps")),
                colour=TONES["neutral"].on(theme),
                by="first_wave",
                codes=(None,),
                adds=tr(N_("Write a name, Enter to add it")),
                compact=True,
            ),
        ],
    )


def _note(count: int, tr: Translator) -> str:
    if count > TOP:
        return tr(
            say_count(
                "One too many: untick somebody, ten is what one person can follow.",
                "{n} too many: untick some, ten is what one person can follow.",
                count - TOP,
            )
        )
    if count:
        return tr(N_("Sorted by the mean of relevance, influence and closeness."))
    return tr(N_("Write a name below, or tick “Top 10” in the list under it."))
