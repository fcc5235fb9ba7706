"""A ladder: records of several types in one order, in bands that stand for a priority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    "shared/drag.js",
    "shared/order.js",
    "ladder/ladder.js",
)

WORDS = {
    "add": N_("Write a segment, Enter to add it"),
    "move": N_("Move “{title}”: arrow keys, Delete to remove"),
    "move_help": N_("Drag, or use the arrow keys"),
    "moved": N_("“{title}”: {area}, number {place}."),
    "order": N_("Drag whom you concentrate on first to the top."),
    "suggest": N_("Put in the method’s order"),
    "suggest_help": N_("Hot prospects first, then warm ones and influencers, then cold ones."),
    "suggested": N_("Put in the method’s order; undo brings yours back."),
}


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the ladder: rungs of one priority.

    Attributes:
        id: The code that a rung in it has, "" for those that are still to be decided.
        label: Its heading, in the reader's language.
        ghosts: What may stand there, as names and explanations, while all is empty.
    """

    id: str
    label: str
    ghosts: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Rungs:
    """How the records of one type stand on the ladder.

    Attributes:
        type: The record type.
        name: The text that says who they are.
        mark: The choice under it, which gives a rung its colour.
        cells: The other fields that a rung shows.
    """

    type: type[Record]
    name: str
    mark: str
    cells: tuple[str, ...]


def ladder(
    kinds: Sequence[Rungs],
    records: Sequence[Record],
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    bands: Sequence[Band],
    band_field: str,
    tones: Mapping[str, str],
    usual: Mapping[str, float],
    method: Sequence[tuple[str, str | None]],
    hints: Mapping[str, str],
) -> None:
    """Mount a ladder.

    Args:
        kinds: The types of its rungs; new rungs are of the first one.
        records: Its rungs.
        strategy: Where they are.
        tr: The reader's language.
        key: Its key.
        bands: Its parts, from the top.
        band_field: The field that a band sets.
        tones: Colours by the mark's code, or by the type's key.
        usual: Where the method puts them, likewise; it settles equal positions.
        method: The records' ids in the method's order, each with its band.
        hints: A remark under a rung, by the record's id.
    """
    types = {}
    for kind in kinds:
        fields = {data["name"]: data for data in field_data(kind.type, tr)}
        types[kind.type.key] = {
            "name": fields[kind.name],
            "mark": fields[kind.mark],
            "cells": [fields[name] for name in kind.cells],
        }
    mount = component("ladder", '<div class="ladder"></div>', SCRIPTS)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "types": types,
            "adds": kinds[0].type.key,
            "band": band_field,
            "bands": [
                {"id": band.id, "label": band.label, "ghosts": [list(g) for g in band.ghosts]}
                for band in bands
            ],
            "rows": [{"type": r.key, **row_data(r, strategy, tr)} for r in records],
            "tones": dict(tones),
            "usual": dict(usual),
            "method": [{"id": record_id, "band": band} for record_id, band in method],
            "hints": dict(hints),
            "words": words(WORDS, tr),
        },
    )
