"""A sheet of cards: records of one or several types, each shown as a designed card of cells.

Where a board has one line a card, a sheet lays out as many fields as the subject needs:
the steps of an alert, a page to hand out, a ranking of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import streamlit as st

from canvas.domain.clean import Json
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.ui.components.assets import component
from canvas.ui.components.board import WORDS as BOARD_WORDS
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, option_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/drag.js",
    "sheet/card.js",
    "sheet/paper.js",
    "sheet/sheet.js",
)

WORDS = {
    "remove_card": N_("Delete “{title}”"),
    "nameless": N_("a line without a name"),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A field's place on a card.

    Attributes:
        field: The field's name.
        look: How it is drawn: "title" or "plain" (without a label), "row", "strong", "mark",
            "quote" (with the label above), "line" or "flag" (label and value on one line),
            "fine" (small and quiet).
        label: What stands above it, in the reader's language; the field's label if empty.
        span: How much of the card's width it takes, in sixths.
        large: Whether only large cards show it, those of a compact section do not.
    """

    field: str
    look: str = "row"
    label: str = ""
    span: int = 6
    large: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with cards under it.

    Attributes:
        id: Its name in tests and in the page.
        type: Key of the record type of its cards.
        heading: Its heading, in the reader's language.
        note: A sentence under the heading.
        colour: Its accent, as #RRGGBB.
        by: The field that says whether a record stands here, "" for all of the type.
        codes: Values of that field that belong here; a new or dropped card gets the first.
        adds: What the place for a new card says in grey; "" for no such place.
        examples: What a new card shows in grey, by field.
        opens_large: Whether the place for a new card is a whole card while there is no other.
        compact: Whether cards show only what is not `large`.
        shy: Whether the section hides while it is empty.
    """

    id: str
    type: str
    heading: str = ""
    note: str = ""
    colour: str = ""
    by: str = ""
    codes: Sequence[Json] = ()
    adds: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)
    opens_large: bool = False
    compact: bool = False
    shy: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What the page adds to a card, computed from the strategy.

    Attributes:
        badge: A figure that stands out, such as a score.
        badge_label: What the figure is, for those who do not see it.
        missing: What is missing, each in a few words.
        rank: Where the sheet is a ranking: the higher, the earlier.
    """

    badge: str = ""
    badge_label: str = ""
    missing: tuple[str, ...] = ()
    rank: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a page that are taken from other records and cannot be changed here."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What makes the sheet a page to hand out: printed alone, on one side of A4.

    Attributes:
        title: Its title.
        subtitle: Who it is from.
        blocks: What it takes from elsewhere.
        words: What the gauge and the button say.
        inks: Colours of the printed headings, by the section's id: paper is white.
    """

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    words: Mapping[str, str]
    inks: Mapping[str, str]


def sheet(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    layout: str,
    cards: Mapping[type[Record], Sequence[Slot]],
    sections: Sequence[Section],
    remarks: Mapping[str, Remark] | None = None,
    ranked: bool = False,
    alone: bool = False,
    page: Page | None = None,
) -> None:
    """Mount a sheet.

    Args:
        strategy: Where the records are.
        tr: The reader's language.
        key: Its key, one a sheet.
        layout: "ladder", "ranking" or "page".
        cards: What the cards of each record type show.
        sections: Headings and what stands under them, in their order.
        remarks: What the page adds to a card, by the record's id.
        ranked: Whether the cards' order is their remarks' rank, rather than their position.
        alone: Whether records that stand in none of these sections are left out, where they
            would stand in the first one.
        page: What is printed with it.
    """
    options: dict[str, list[dict[str, str]]] = {}
    for record_type in cards:
        options.update(option_data(record_type, strategy, tr))
    theme = st.context.theme.type or "light"
    mount = component("sheet", '<div class="sheet"></div>', SCRIPTS)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "layout": layout,
            "ranked": ranked,
            "colours": {name: TONES[name].on(theme) for name in ("watch", "bad")},
            "types": {
                record_type.key: _type_data(
                    record_type,
                    slots,
                    [r for r in _records(record_type, strategy) if not alone or _has(sections, r)],
                    strategy,
                    tr,
                )
                for record_type, slots in cards.items()
            },
            "sections": [asdict(section) for section in sections],
            "options": options,
            "remarks": {i: asdict(remark) for i, remark in (remarks or {}).items()},
            "page": asdict(page) if page else None,
            "words": words({**BOARD_WORDS, **WORDS}, tr),
        },
    )


def _records(record_type: type[Record], strategy: Strategy) -> Sequence[Record]:
    return (strategy.one(record_type),) if record_type.single else strategy.of(record_type)


def _has(sections: Iterable[Section], record: Record) -> bool:
    """Return whether a record stands in one of these sections."""
    own = (section for section in sections if section.type == record.key)
    return any(not one.by or getattr(record, one.by) in one.codes for one in own)


def _type_data(
    record_type: type[Record],
    slots: Sequence[Slot],
    shown: Iterable[Record],
    strategy: Strategy,
    tr: Translator,
) -> dict[str, Any]:
    fields = {data["name"]: data for data in field_data(record_type, tr)}
    return {
        "single": record_type.single,
        "one": tr(record_type.one),
        "slots": [
            {**asdict(slot), "label": slot.label or fields[slot.field]["label"]} for slot in slots
        ],
        "fields": {slot.field: fields[slot.field] for slot in slots},
        "rows": [row_data(record, strategy, tr) for record in shown],
        "next_position": strategy.next_position(record_type),
    }
