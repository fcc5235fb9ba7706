"""A board of cards: areas that stand for a field's choices, cards that are records."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, option_data, row_data

PARTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/drag.js",
    "board/card.js",
    "board/areas.js",
)
"""What a component that is a kind of board is made of, before its own script."""

WORDS = {
    "add": N_("Write an idea, Enter to add it"),
    "move": N_("Move “{title}”: arrow keys, Delete to remove"),
    "move_help": N_("Drag, or use the arrow keys"),
    "moved": N_("“{title}”: {area}, number {place}."),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A box on each card that moves it to an area and back, with one tap.

    Attributes:
        area: The area that a ticked card stands in.
        back: The area that it goes to when the tick is taken away.
        label: What the box is called, in the reader's language, with {title}.
    """

    area: str
    back: str
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """A place for cards.

    Attributes:
        id: The code that a card in it has, "" where the board has one area only.
        label: Its heading, in the reader's language.
        colour: Its accent, as #RRGGBB; "" for the page's own.
        help: What stands under its heading, "" for nothing.
        example: What it shows in grey while it has no card, "" for nothing.
    """

    id: str
    label: str
    colour: str = ""
    help: str = ""
    example: str = ""


def board(
    record_type: type[Record],
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    areas: Sequence[Area],
    area_field: str,
    text: str,
    marks: Sequence[str] = (),
    details: Sequence[str] = (),
    layout: str = "columns",
    columns: int = 0,
    axes: Mapping[str, Sequence[str]] | None = None,
    hints: Mapping[str, str] | None = None,
    records: Sequence[Record] | None = None,
    tick: Tick | None = None,
) -> None:
    """Mount a board.

    Args:
        record_type: What its cards are.
        strategy: Where they are.
        tr: The reader's language.
        key: Its key, one a board.
        areas: Where cards stand, row by row.
        area_field: The field that an area sets, "" for a board of one area.
        text: The field that a card shows in large.
        marks: Fields that it shows beside it.
        details: Fields that it shows when it is opened.
        layout: "grid" (with axes), "columns" or "ladder".
        columns: How many areas stand side by side; all of them if not given.
        axes: Labels of "columns" and "rows", for a grid.
        hints: A remark under a card, by the record's id.
        records: The cards, all of the type if not given.
        tick: A box on each card, none if not given.
    """
    mount = component("board", '<div class="board"></div>', (*PARTS, "board/board.js"))
    mount(
        key=key,
        data={
            **board_data(
                record_type,
                strategy,
                tr,
                areas,
                text,
                marks=marks,
                details=details,
                records=records,
            ),
            "layout": layout,
            "columns": columns or len(areas),
            "area": area_field,
            "axes": dict(axes) if axes else None,
            "hints": dict(hints or {}),
            "tick": dataclasses.asdict(tick) if tick else None,
        },
    )


def board_data(
    record_type: type[Record],
    strategy: Strategy,
    tr: Translator,
    areas: Sequence[Area],
    text: str,
    *,
    marks: Sequence[str] = (),
    details: Sequence[str] = (),
    records: Sequence[Record] | None = None,
) -> dict[str, Any]:
    """Return what every kind of board reads; the arguments are those of `board`."""
    fields = {data["name"]: data for data in field_data(record_type, tr)}
    options = option_data(record_type, strategy, tr) if details or marks else {}

    def field(name: str) -> dict[str, Any]:
        return {**fields[name], "options": options.get(fields[name].get("to", ""), [])}

    return {
        "strategy": strategy.id,
        "revision": strategy.revision,
        "language": tr.language,
        "type": record_type.key,
        "areas": [dataclasses.asdict(area) for area in areas],
        "text": fields[text],
        "marks": [field(name) for name in marks],
        "details": [field(name) for name in details],
        "rows": [
            row_data(record, strategy, tr)
            for record in (strategy.of(record_type) if records is None else records)
        ],
        "next_position": strategy.next_position(record_type),
        "words": words(WORDS, tr),
    }
