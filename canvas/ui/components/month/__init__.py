"""The figures that a month asks for: one line each, last month's value beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.clean import Json
from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.steps.measure.readings import Reading
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "month/month.js",
)

WORDS = {
    "filled": N_("{n} of {title} filled in"),
    "all": N_("All filled in: see you next month."),
    "before": N_("The month before"),
}


@dataclass(frozen=True, slots=True)
class Ask:
    """One figure that is asked for.

    Attributes:
        key: Its name among the others.
        title: What is asked for.
        unit: What stands after the number.
        before: What it was the month before, in words.
        hint: What files already say of it, "" for nothing.
        reading: The reading that answers it already, None for none.
        fixed: Raw fields of the reading that an answer makes.
    """

    key: str
    title: str
    unit: str
    before: str
    hint: str
    reading: Reading | None
    fixed: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class AskGroup:
    """Figures that are asked for under one heading."""

    title: str
    asks: Sequence[Ask]


def month(
    strategy: Strategy, groups: Sequence[AskGroup], tr: Translator, *, key: str, name: str
) -> None:
    """Mount the month.

    Args:
        strategy: Where the readings are.
        groups: What is asked for.
        tr: The reader's language.
        key: Its key.
        name: The month's name among others; another one is another form.
    """
    asks = [ask for group in groups for ask in group.asks]
    field = next(data for data in field_data(Reading, tr) if data["name"] == "value")
    mount = component("month", '<div class="canvas month"></div>', SCRIPTS, ("shared/base.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "month": name,
            "field": dict(field),
            "groups": [
                {
                    "title": group.title,
                    "asks": [
                        {
                            "key": ask.key,
                            "title": ask.title,
                            "unit": ask.unit,
                            "before": ask.before,
                            "hint": ask.hint,
                            "record": ask.reading.id if ask.reading else None,
                            "fixed": dict(ask.fixed),
                        }
                        for ask in group.asks
                    ],
                }
                for group in groups
            ],
            "rows": {
                Reading.key: [
                    row_data(ask.reading, strategy, tr) for ask in asks if ask.reading is not None
                ]
            },
            "next": {Reading.key: strategy.next_position(Reading)},
            "tones": {},
            "words": words(WORDS, tr),
        },
    )
