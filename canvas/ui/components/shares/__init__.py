"""Shares of a whole: one slider a part, kept in step, so that they always make 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shares/split.js",
    "shares/shares.js",
)

WORDS = {
    "start": N_("Move a slider to make your own guess: the six always make 100%."),
    "kept": N_("Raise one, and the others make room; lock those that must not move."),
    "off": N_("These shares make {total}."),
    "mend": N_("Bring to 100%"),
    "lock": N_("Keep the share of “{title}”"),
    "share": N_("Share of “{title}”"),
    "figure": N_("Share of “{title}” in percent"),
    "example": N_("Example"),
    "now": N_("Now {shares}."),
    "meanwhile": N_("Somebody else moved these shares meanwhile."),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole.

    Attributes:
        code: The choice that it stands for.
        label: What it is called, in the reader's language.
        help: One sentence on it.
        colour: Its colour, as #RRGGBB.
        ink: What can be read on that colour.
        ghost: Its share in percent while nobody has guessed.
        record: What holds its share, None where there is none yet.
    """

    code: str
    label: str
    help: str
    colour: str
    ink: str
    ghost: int
    record: Record | None


def shares(
    record_type: type[Record],
    parts: Sequence[Part],
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    part_field: str,
    share_field: str,
    cells: Sequence[str],
) -> None:
    """Mount the sliders.

    Args:
        record_type: What holds a share: one record a part.
        parts: The parts, in their order.
        strategy: Where the records are.
        tr: The reader's language.
        key: Its key.
        part_field: The field that says which part a record is.
        share_field: The field that holds its share.
        cells: Fields that stand beside a part.
    """
    fields = {data["name"]: data for data in field_data(record_type, tr)}
    mount = component("shares", '<div class="shares"></div>', SCRIPTS)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "type": record_type.key,
            "part": part_field,
            "share": share_field,
            "cells": [fields[name] for name in cells],
            "parts": [
                {
                    "code": part.code,
                    "label": part.label,
                    "help": part.help,
                    "colour": part.colour,
                    "ink": part.ink,
                    "ghost": part.ghost,
                    "row": part.record and row_data(part.record, strategy, tr),
                }
                for part in parts
            ],
            "next_position": strategy.next_position(record_type),
            "words": words(WORDS, tr),
        },
    )
