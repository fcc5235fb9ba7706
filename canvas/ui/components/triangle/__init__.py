"""A triangle with a handle: three weights that make 100 %, what they mean, what was kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "shares/split.js",
    "triangle/picture.js",
    "triangle/meaning.js",
    "triangle/allowed.js",
    "triangle/cards.js",
    "triangle/triangle.js",
)

STYLES = ("shared/base.css", "triangle/allowed.css")

WORDS = {
    "handle": N_("Balance between time, money and patience: arrow keys, with Shift for less"),
    "start": N_("Drag the handle: what do you give?"),
    "now": N_("Time {time}, money {money}, patience {patience}"),
    "posts": N_("posts a week"),
    "hours": N_("of our time a week"),
    "ours": N_("of our time"),
    "cost": N_("a month"),
    "date": N_("target reached"),
    "share": N_("done by providers"),
    "refused": N_("Refused: cheap, fast and effortless"),
    "assumed": N_("Assumed: {list}"),
    "counted": N_("How it is counted"),
    "plan": N_("Current plan"),
    "here": N_("This position"),
    "keep": N_("Keep this position as a scenario"),
    "allowed": N_("What your means allow"),
    "limiting": N_("What limits it"),
    "loosen": N_("What would loosen it"),
    "each": N_("Rhythm by rhythm"),
    "put": N_("Put the handle there"),
    "stands": N_("The handle is there"),
    "keep_allowed": N_("Keep it as a scenario"),
    "kept": N_("Kept as a scenario."),
    "choose": N_("Choose…"),
    "chosen": N_("Chosen"),
    "changes": N_("What will change"),
    "write": N_("Choose it and write all this"),
    "cancel": N_("Leave it"),
    "written": N_("Written; undo takes all of it back."),
    "meanwhile": N_("Somebody else moved this meanwhile."),
    "partly": N_("Somebody else changed some of this meanwhile: look again at what is left."),
    "example": N_("Two or three positions kept here can be compared, and one of them chosen."),
}


@dataclass(frozen=True, slots=True)
class Corner:
    """What one gives.

    Attributes:
        name: The field that holds its weight.
        label: What it is called.
        help: One sentence on it.
        colour: Its colour, as #RRGGBB.
    """

    name: str
    label: str
    help: str
    colour: str


def triangle(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    show: str,
    corners: Sequence[Corner],
    data: Mapping[str, Any],
) -> None:
    """Mount the triangle.

    Args:
        strategy: Where the balance and the scenarios are.
        tr: The reader's language.
        key: Its key.
        show: "all", or "cards" for the scenarios alone.
        corners: Its corners: the top, the left and the right one.
        data: What positions mean: see triangle.js.
    """
    theme = st.context.theme.type or "light"
    scenarios = data["scenarios"]
    name = next(f for f in field_data(Scenario, tr) if f["name"] == "name")
    mount = component("triangle", '<div class="canvas"></div>', SCRIPTS, STYLES)
    mount(
        key=key,
        data={
            **data,
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "type": Tradeoff.key,
            "show": show,
            "corners": [asdict(corner) for corner in corners],
            "rows": {Scenario.key: [found["row"] for found in scenarios.values()]},
            "next": {Scenario.key: strategy.next_position(Scenario)},
            "name": name,
            "tones": {
                "good": TONES["good"].on(theme),
                "watch": TONES["watch"].on(theme),
                "bad": TONES["bad"].on(theme),
                "on-tone": GROUND.on(theme),
            },
            "percent": tr.share(0.5, 0).replace("50", "{n}"),
            "words": words(WORDS, tr),
        },
    )
