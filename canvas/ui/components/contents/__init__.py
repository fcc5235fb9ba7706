"""The content matrix: purchase stages by personas, each content a card in its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import SERIES, TONES
from canvas.steps.common import PurchaseStage
from canvas.steps.personas.persona import Persona
from canvas.steps.personas.stages import ContentState, StageContent
from canvas.ui.components.assets import component
from canvas.ui.components.data import (
    marked_fields,
    stage_names,
    tones,
    words,
)
from canvas.ui.components.editor import row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/drag.js",
    "shared/items.js",
    "contents/contents.js",
)

STYLES = ("shared/base.css",)

WORDS = {
    "add_content": N_("Write a piece of content, Enter to add it"),
    "nothing": N_("Nothing yet for {persona}"),
    "nothing_yet": N_("Nothing yet"),
    "holes": N_("Empty cells"),
    "move": N_("Move “{title}”: arrow keys, Delete to remove"),
    "move_help": N_("Drag, or use the arrow keys"),
    "moved": N_("“{title}”: {stage}, {persona}."),
}

FIELDS = ("content", "cta", "state", "network")

MARKS: Mapping[str, Mapping[str, str]] = {
    "state": {"exists": "✓ ", "to_update": "↻ ", "to_create": "+ "},
}
"""What stands before some choices, so that they are not told by colour alone."""


def contents_matrix(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    theme: str,
    stages: Sequence[PurchaseStage] = tuple(PurchaseStage),
) -> None:
    """Mount the matrix.

    Args:
        strategy: Where the contents are.
        tr: The reader's language.
        key: Its key, one a canvas.
        theme: "light" or "dark".
        stages: The stages to show.
    """
    contents = strategy.of(StageContent)
    whole = len(stages) == len(PurchaseStage)
    if not whole:
        contents = tuple(content for content in contents if content.stage in stages)
    mount = component("contents", '<div class="canvas"></div>', SCRIPTS, STYLES)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "fields": {StageContent.key: marked_fields(StageContent, FIELDS, MARKS, tr)},
            "stages": _stages(strategy, stages, contents, tr),
            "personas": _personas(strategy, contents, theme, tr),
            "rows": {StageContent.key: [row_data(row, strategy, tr) for row in contents]},
            "next": {StageContent.key: strategy.next_position(StageContent)},
            "new_state": str(ContentState.TO_CREATE),
            "tones": tones(theme),
            "words": words(WORDS, tr),
        },
    )


def _stages(
    strategy: Strategy,
    stages: Sequence[PurchaseStage],
    contents: Sequence[StageContent],
    tr: Translator,
) -> list[dict[str, Any]]:
    """Return the rows, each with its usual name, the team's, and those of single personas."""
    own = stage_names(strategy)
    for_all = own.pop("", {})
    found: list[dict[str, Any]] = [
        {
            "id": str(stage),
            "label": tr.label(stage),
            "name": for_all.get(str(stage), tr.label(stage)),
            "own": {
                persona: names[str(stage)] for persona, names in own.items() if str(stage) in names
            },
        }
        for stage in stages
    ]
    if any(content.stage is None for content in contents):
        label = tr(N_("No stage yet"))
        found.append({"id": "", "label": label, "name": label, "own": {}})
    return found


def _personas(
    strategy: Strategy, contents: Sequence[StageContent], theme: str, tr: Translator
) -> list[dict[str, str]]:
    """Return the columns; contents for nobody have their own, and so has an empty matrix."""
    known = strategy.of(Persona)
    found = [
        {
            "id": persona.id,
            "name": persona.name or tr(Persona.one),
            "colour": SERIES[n % len(SERIES)].on(theme),
        }
        for n, persona in enumerate(known)
    ]
    ids = {persona.id for persona in known}
    if not found or any(content.persona not in ids for content in contents):
        nobody = {"id": "", "name": tr(N_("No persona yet")), "colour": TONES["watch"].on(theme)}
        found.append(nobody)
    return found
