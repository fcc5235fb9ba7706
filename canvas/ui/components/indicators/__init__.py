"""Key indicators in large: the value, its light in words, start, target, period before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.ui.components.assets import component


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator, in the reader's language.

    Attributes:
        name: What it is called.
        figure: Its value, or what is said where there is none.
        light: “green”, “amber”, “red” or “none”.
        verdict: The light in words.
        facts: Start, target, period before: labels and values.
        way: How much of the way is done, 0.0–1.0; None where it cannot be said.
        line: Where a straight line would be, on the same scale.
        way_said: The way in words, for those who do not see it.
        said: What is to be read in it.
        missing: What is not known.
    """

    name: str
    figure: str
    light: str
    verdict: str
    facts: Sequence[tuple[str, str]]
    way: float | None = None
    line: float | None = None
    way_said: str = ""
    said: Sequence[str] = ()
    missing: Sequence[str] = ()


SIGNS = {"green": "✓", "amber": "≈", "red": "!", "none": "?"}

TONE = {"green": "good", "amber": "watch", "red": "bad", "none": "neutral"}


def indicators(
    cards: Sequence[Card], tr: Translator, *, key: str, theme: str, ghost: bool = False
) -> None:
    """Mount the indicators.

    Args:
        cards: The indicators, from the left.
        tr: The reader's language.
        key: Its key.
        theme: “light” or “dark”.
        ghost: Whether they only show what the indicators will look like.
    """
    html = '<div class="canvas indicators"></div>'
    mount = component("indicators", html, ("indicators/indicators.js",), ("shared/base.css",))
    mount(
        key=key,
        data={
            "language": tr.language,
            "ghost": ghost,
            "cards": [
                {
                    "name": card.name,
                    "figure": card.figure,
                    "light": card.light,
                    "sign": SIGNS[card.light],
                    "verdict": card.verdict,
                    "facts": [list(fact) for fact in card.facts],
                    "way": card.way,
                    "line": card.line,
                    "way_said": card.way_said,
                    "said": list(card.said),
                    "missing": list(card.missing),
                }
                for card in cards
            ],
            "tones": {
                **{light: TONES[tone].on(theme) for light, tone in TONE.items()},
                "on-tone": GROUND.on(theme),
            },
        },
    )
