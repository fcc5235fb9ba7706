"""What canvases tell their components: words, fields, colours, where new records stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.steps.personas.stages import JourneyStage
from canvas.ui.components.editor import WORDS as EDITOR_WORDS
from canvas.ui.components.editor import field_data


def words(own: Mapping[str, str], tr: Translator) -> dict[str, str]:
    """Return what a component says, its placeholders left for it to fill in."""
    return {name: tr.unfilled(text) for name, text in {**EDITOR_WORDS, **own}.items()}


def marked_fields(
    record_type: type[Record],
    names: Sequence[str],
    marks: Mapping[str, Mapping[str, str]],
    tr: Translator,
) -> dict[str, Any]:
    """Return some fields as components read them, with marks before their choices."""
    found = {}
    for data in field_data(record_type, tr):
        name = data["name"]
        if name not in names:
            continue
        found[name] = dict(data)
        if name in marks:
            found[name]["choices"] = [
                {**choice, "label": marks[name].get(choice["code"], "") + choice["label"]}
                for choice in data["choices"]
            ]
    return found


def tones(theme: str) -> dict[str, str]:
    """Return the colours that mean something, by the names of their CSS variables."""
    return {
        "good": TONES["good"].on(theme),
        "watch": TONES["watch"].on(theme),
        "on-tone": GROUND.on(theme),
    }


def stage_names(strategy: Strategy) -> dict[str, dict[str, str]]:
    """Return what the team calls the stages: by persona ("" for all of them), then by stage."""
    found: dict[str, dict[str, str]] = {}
    for lived in strategy.of(JourneyStage):
        if lived.own_name and lived.stage:
            found.setdefault(lived.persona, {}).setdefault(str(lived.stage), lived.own_name)
    return found
