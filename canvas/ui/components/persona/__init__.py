"""Persona cards: each a persona with its answers, media, observations and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import SERIES
from canvas.steps.common import Confidence, PurchaseStage
from canvas.steps.frame.coherence import figure_of
from canvas.steps.frame.rule_names import Limit
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia
from canvas.steps.personas.stages import StageQuestion
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
    "shared/items.js",
    "shared/points.js",
    "persona/persona.js",
)

STYLES = ("shared/base.css",)

WORDS = {
    "add": N_("Add a persona: a first name, then Enter"),
    "enough": N_("Three personas are enough for most strategies; mark the others as occasional."),
    "remove_persona": N_("Delete the persona “{persona}”"),
    "remove_one": N_("Delete “{title}”"),
    "facts": N_("Facts: {n}"),
    "guesses": N_("To be checked: {n}"),
    "no_fact": N_("No fact yet"),
}


@dataclass(frozen=True, slots=True)
class List:
    """Records that belong to a persona and stand on its card.

    Attributes:
        record_type: What they are; each has a field `persona`.
        fields: What a line shows; the first one is what a new line is begun with.
        add: What the empty line says.
        title: Its heading, "" for none.
        then: The field that follows once a new line was begun, "" for another new line.
        fixed: What a new one has from the start.
        by: A field of choices under which they stand, "" for one list.
        mark: A field whose code its style depends on.
    """

    record_type: type[Record]
    fields: tuple[str, ...]
    add: str
    title: str = ""
    then: str = ""
    fixed: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the card.

    Attributes:
        key: Its name in styles and tests.
        title: Its heading.
        fields: The persona's fields in it.
        always: Those that show when they are empty too; the others wait behind a button.
        lists: Records under them.
    """

    key: str
    title: str
    fields: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    lists: tuple[List, ...] = ()


HEAD = ("picture", "name", "rank", "job", "quote", "avatar")

SECTIONS = (
    Section(
        "who",
        N_("Who they are"),
        ("trigger", "age_range", "gender", "location", "sector", "decision_role"),
        ("trigger",),
    ),
    Section(
        "needs",
        N_("Needs and problems"),
        ("needs", "problems", "goals", "expectations"),
        ("needs", "problems"),
    ),
    Section(
        "wants",
        N_("Desires and fears"),
        ("desires", "fears", "objections"),
        ("desires", "fears"),
    ),
    Section(
        "life",
        N_("Media and language"),
        ("habits", "interests", "offline_media", "register", "words", "words_to_avoid"),
        ("register",),
        (List(PersonaMedia, ("network", "frequency", "use"), N_("Add a network"), then="use"),),
    ),
    Section(
        "answers",
        N_("What we answer"),
        ("wiifm",),
        ("wiifm",),
        (
            List(
                PersonaAnswer,
                ("problem", "answer"),
                N_("Write a problem, then Enter"),
                title=N_("Problem and our answer"),
                then="answer",
            ),
        ),
    ),
    Section(
        "evidence",
        N_("What we know, what we guess"),
        lists=(
            List(
                PersonaEvidence,
                ("text", "confidence"),
                N_("Write what you see, then Enter"),
                fixed={"confidence": str(Confidence.HYPOTHESIS)},
                mark="confidence",
            ),
        ),
    ),
    Section(
        "questions",
        N_("What they ask at each stage"),
        lists=(List(StageQuestion, ("text",), N_("Write a question"), by="stage"),),
    ),
)

MARKS: Mapping[str, Mapping[str, str]] = {
    "confidence": {"fact": "✓ ", "hypothesis": "? ", "unknown": "… "},
    "rank": {"primary": "★ "},
}
"""What stands before some choices, so that they are not told by colour alone."""


def cards(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    theme: str,
    sections: Sequence[Section] = SECTIONS,
) -> None:
    """Mount the cards.

    Args:
        strategy: Where the personas are.
        tr: The reader's language.
        key: Its key, one a canvas.
        theme: "light" or "dark".
        sections: The parts of the cards to show.
    """
    lists = [part for section in SECTIONS for part in section.lists]
    rows: dict[str, list[Any]] = {
        Persona.key: [row_data(p, strategy, tr) for p in strategy.of(Persona)]
    }
    for part in lists:
        rows[part.record_type.key] = [
            row_data(record, strategy, tr) for record in strategy.of(part.record_type)
        ]
    types: list[type[Record]] = [Persona, *(part.record_type for part in lists)]
    mount = component("persona", '<div class="canvas"></div>', SCRIPTS, STYLES)
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "fields": _fields(tr),
            "sections": [_section(section, tr) for section in sections],
            "stage_names": stage_names(strategy),
            "rows": rows,
            "next": {of.key: strategy.next_position(of) for of in types},
            "colours": [shades.on(theme) for shades in SERIES],
            "tones": tones(theme),
            "enough": round(figure_of(strategy, Limit.PERSONAS_MOST)),
            "words": words(WORDS, tr),
        },
    )


def _fields(tr: Translator) -> dict[str, dict[str, Any]]:
    wanted: dict[type[Record], tuple[str, ...]] = {
        Persona: (*HEAD, *(name for section in SECTIONS for name in section.fields))
    }
    for section in SECTIONS:
        wanted.update({part.record_type: part.fields for part in section.lists})
    return {of.key: marked_fields(of, names, MARKS, tr) for of, names in wanted.items()}


def _section(section: Section, tr: Translator) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": tr(section.title),
        "fields": section.fields,
        "always": section.always,
        "lists": [
            {
                "type": part.record_type.key,
                "fields": part.fields,
                "title": tr(part.title),
                "add": tr(part.add),
                "then": part.then,
                "fixed": dict(part.fixed),
                "by": part.by,
                "groups": [{"id": str(s), "label": tr.label(s)} for s in PurchaseStage]
                if part.by
                else [],
                "mark": part.mark,
            }
            for part in section.lists
        ],
    }
