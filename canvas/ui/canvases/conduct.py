"""How we behave: roles by network, the crisis ladder, the charter on one page (C85–C89)."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.rules.conduct import networks_to_staff, nobody_does, who_answers
from canvas.steps.attitudes.charter import CharterRule, EditorialPolicy, RuleKind
from canvas.steps.attitudes.crisis import CrisisLevel
from canvas.steps.frame.organisation import Organisation
from canvas.steps.frame.people import Person
from canvas.steps.wording import name_of
from canvas.ui.canvases.parts import Draw, Part
from canvas.ui.components.roles import Awaited
from canvas.ui.components.roles import roles as roles_table
from canvas.ui.components.sheet import Block, Page, Remark, Section, Slot, sheet
from canvas.ui.markdown import plain


def _theme() -> str:
    return st.context.theme.type or "light"


def roles(strategy: Strategy, tr: Translator) -> None:
    """Draw who publishes, replies, moderates, validates and stands in on each network."""
    awaited = [
        Awaited(str(network), tr(reason)) for network, reason in networks_to_staff(strategy).items()
    ]
    gaps = [tr(gap) for gap in nobody_does(strategy)]
    roles_table(strategy, tr, key="canvas-roles", awaited=awaited, gaps=gaps)


HEADINGS = {
    1: N_("1 · Everyday"),
    2: N_("2 · It spreads"),
    3: N_("3 · Crisis"),
}
_TONES = {1: "good", 2: "watch", 3: "bad"}

EXAMPLES: Mapping[int, Mapping[str, str]] = {
    1: {
        "name": N_("An unhappy customer in the comments"),
        "signs": N_("One complaint, a calm tone"),
        "channel": N_("One public reply under the comment, then a private message"),
        "template": N_(
            "Thank you for telling us. I am writing to you privately to put this right."
        ),
        "stop_rule": N_("After two public answers, everything goes on by telephone"),
    },
    2: {
        "name": N_("A complaint that is passed on"),
        "signs": N_("More than five angry comments within an hour"),
        "channel": N_("One public answer, the same everywhere"),
        "template": N_("We have read you. This is what happened, and what we change tomorrow."),
        "stop_rule": N_("Once the answer is out, nobody adds another one"),
    },
    3: {
        "name": N_("Health, accident, press"),
        "signs": N_("A journalist calls, or somebody speaks of a danger"),
        "channel": N_("The telephone first, then one statement on the page"),
        "template": N_("We have stopped sales and told the authorities. Next news here at 6 p.m."),
        "stop_rule": N_("Nobody comments until the official answer"),
    },
}
"""What an empty step of the ladder shows in grey, by its level."""


def _level_slots(tr: Translator) -> tuple[Slot, ...]:
    return (
        Slot("name", "title"),
        Slot("signs"),
        Slot("responder", "strong"),
        Slot("reply_within", "line"),
        Slot("channel"),
        Slot("template", "quote"),
        Slot("escalate_to", "strong", f"{tr(CrisisLevel.field('escalate_to').label)} →"),
        Slot("stop_rule"),
        Slot("pauses_posts", "flag"),
    )


def _level(number: int | None, tr: Translator) -> Section:
    if number is None:
        return Section(
            id="unset",
            type=CrisisLevel.key,
            heading=tr(N_("Level still to be set")),
            colour=TONES["neutral"].on(_theme()),
            by="level",
            codes=(None,),
            shy=True,
        )
    return Section(
        id=str(number),
        type=CrisisLevel.key,
        heading=tr(HEADINGS[number]),
        colour=TONES[_TONES[number]].on(_theme()),
        by="level",
        codes=(number,),
        adds=tr(N_("Another situation, Enter to add it")),
        examples={name: tr(text) for name, text in EXAMPLES[number].items()},
        opens_large=True,
    )


def _level_remarks(strategy: Strategy, tr: Translator) -> dict[str, Remark]:
    nobody = tr(N_("Nobody answers at this level"))
    return {
        level.id: Remark(missing=(nobody,))
        for level in strategy.of(CrisisLevel)
        if not name_of(strategy, level.responder)
    }


def _ladder(strategy: Strategy, tr: Translator, key: str, levels: tuple[int | None, ...]) -> None:
    sheet(
        strategy,
        tr,
        key=key,
        layout="ladder",
        cards={CrisisLevel: _level_slots(tr)},
        sections=[_level(number, tr) for number in levels],
        remarks=_level_remarks(strategy, tr),
        alone=None not in levels,
    )


def crisis(strategy: Strategy, tr: Translator) -> None:
    """Draw the ladder, from one unhappy comment to a crisis."""
    if not strategy.of(Person):
        st.markdown(
            plain(tr(N_("To choose who answers, write people’s names under “Roles” first.")))
        )
    _ladder(strategy, tr, "canvas-crisis", (*HEADINGS, None))


def charter(strategy: Strategy, tr: Translator) -> None:
    """Draw the charter as it will be handed out, on one page."""
    tones = {"yes": "good", "no": "bad", "policy": "neutral"}
    answers = tuple(tr(line) for line in who_answers(strategy))
    organisation = strategy.one(Organisation).name
    sheet(
        strategy,
        tr,
        key="canvas-charter",
        layout="page",
        cards={
            CharterRule: (Slot("rule", "title"), Slot("example", "fine")),
            EditorialPolicy: (
                Slot("text", "plain"),
                Slot("refusals", span=3),
                Slot("image_rights", span=3),
                Slot("corrections", span=3),
                Slot("disclosure", span=3),
                Slot("owner", "line", span=3),
                Slot("last_review", "line", span=3),
            ),
        },
        sections=[
            Section(
                id="yes",
                type=CharterRule.key,
                heading=tr(N_("Encouraged and allowed")),
                colour=TONES[tones["yes"]].on(_theme()),
                by="kind",
                codes=(str(RuleKind.ENCOURAGED), str(RuleKind.ALLOWED), None),
                adds=tr(N_("Write what is welcome, Enter to add it")),
                examples={
                    "rule": tr(N_("Speak of your work as yourself, and say that you work here")),
                    "example": tr(N_("“I bake at Port Bakery, and I am proud of our rye bread”")),
                },
                opens_large=True,
            ),
            Section(
                id="no",
                type=CharterRule.key,
                heading=tr(N_("Forbidden")),
                colour=TONES[tones["no"]].on(_theme()),
                by="kind",
                codes=(str(RuleKind.FORBIDDEN),),
                adds=tr(N_("Write what is forbidden, Enter to add it")),
                examples={
                    "rule": tr(N_("Never answer a complaint while you are angry")),
                    "example": tr(N_("Tell whoever answers; they reply before the evening")),
                },
                opens_large=True,
            ),
            Section(
                id="policy",
                type=EditorialPolicy.key,
                heading=tr(EditorialPolicy.one),
            ),
        ],
        page=Page(
            title=tr(N_("Our charter for social media")),
            subtitle=organisation,
            blocks=(Block(tr(N_("Who replies where")), answers),) if answers else (),
            inks={section: TONES[tone].light for section, tone in tones.items()},
            words={
                "fits": tr(N_("One page: {figure} full"), figure="{figure}"),
                "over": tr(
                    N_("{figure} pages: too long, nobody reads the second one. Shorten it."),
                    figure="{figure}",
                ),
                "gauge": tr(N_("How full the page is")),
                "print": tr(N_("Print the page")),
                "colon": tr(N_("{label}:"), label=""),
            },
        ),
    )


def _one_level(number: int) -> Draw:
    """Return what draws one step of the ladder by itself."""

    def draw(strategy: Strategy, tr: Translator) -> None:
        _ladder(strategy, tr, f"canvas-crisis-{number}", (number,))

    return draw


CRISIS_PARTS = {
    str(number): Part(heading, _one_level(number)) for number, heading in HEADINGS.items()
}
"""The steps of the ladder, to be projected one by one."""
