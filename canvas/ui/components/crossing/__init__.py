"""The SWOT crossed: a board whose cells are a column of notes met by a row of notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from canvas.domain.kinds import Text
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import TONES
from canvas.rules.crossings import BECOMES, made_from_crossings
from canvas.steps import STEP_OF
from canvas.steps.audit.swot import Outcome, Quadrant, SwotItem, TowsLink, by_weight
from canvas.steps.common import MethodStep
from canvas.ui.components.assets import component
from canvas.ui.components.board import PARTS, Area, board_data
from canvas.ui.naming import record_title

SIDES = {"internal": (True, N_("Internal note")), "external": (False, N_("External note"))}
"""Which notes each link of a crossing may name, and what to call one of them."""

WORDS = {
    "cross": N_("Cross two notes"),
    "idea": N_("Write what to do about the two, Enter to add it"),
    "move": N_("Move “{title}”: up and down arrows, Delete to remove"),
    "move_help": N_("Drag within its cell, or use the arrow keys"),
    "goes": N_("Goes to “{area}”"),
    "make": N_("Make it:"),
    "made": N_("Added to “{list}” with a link to this idea; undo takes it back."),
    "open": N_("Open"),
    "open_title": N_("Open “{title}”"),
    "no_notes": N_("No note here yet."),
    "fill_in": N_("Fill in the grid"),
}


def crossing(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    theme: str,
    columns: Sequence[Quadrant],
    rows: Sequence[Quadrant],
    headings: Mapping[Quadrant, str],
    cells: Mapping[tuple[Quadrant, Quadrant], Area],
    stray: Area,
) -> None:
    """Mount the crossing of internal notes with external ones.

    Args:
        strategy: Where the notes and the crossings are.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
        columns: The internal quadrants that stand above.
        rows: The external quadrants that stand at the left.
        headings: What each quadrant's list is called, in the reader's language.
        cells: The meetings of all columns with all rows, shown or not.
        stray: Where crossings stand that lack a note.
    """
    areas = [cells[column, row] for row in rows for column in columns]
    elsewhere = {area.id for area in cells.values()} - {area.id for area in areas}
    data = board_data(
        TowsLink,
        strategy,
        tr,
        [*areas, stray],
        "idea",
        marks=("priority",),
        details=("internal", "external", "outcome"),
        records=[x for x in strategy.of(TowsLink) if cell_of(strategy, x) not in elsewhere],
    )
    notes = [note for note in by_weight(strategy) if note.quadrant in (*columns, *rows)]
    for field in data["details"]:
        if field["name"] in SIDES:
            internal, _ = SIDES[field["name"]]
            field["options"] = _options(strategy.of(SwotItem), internal)
    data["words"].update({name: tr.unfilled(text) for name, text in WORDS.items()})
    mount = component(
        "crossing",
        '<div class="board"></div>',
        (*PARTS, "crossing/composer.js", "crossing/crossing.js"),
        ("board/board.css",),
    )
    mount(
        key=key,
        data={
            **data,
            "layout": "crossing",
            "columns": len(columns),
            "area": "",
            "axes": None,
            "hints": {},
            "stray": stray.id,
            "sides": {name: tr(label) for name, (_, label) in SIDES.items()},
            "quadrants": [
                {
                    "id": str(quadrant),
                    "label": headings[quadrant],
                    "colour": TONES[str(quadrant)].on(theme),
                    "side": "internal" if quadrant.is_internal else "external",
                }
                for quadrant in (*columns, *rows)
            ],
            "notes": [{"id": n.id, "text": n.text, "quadrant": str(n.quadrant)} for n in notes],
            "grid": _address(strategy, tr, SwotItem, show="swot"),
            "targets": [_target(outcome, strategy, tr) for outcome in BECOMES],
            "made": {
                source: [
                    {"type": r.key, "id": r.id, "title": record_title(r, strategy, tr)}
                    for r in records
                ]
                for source, records in made_from_crossings(strategy).items()
            },
        },
    )


def cell_id(internal: Quadrant, external: Quadrant) -> str:
    """Return the id of the cell where two quadrants meet, as crossing.js makes it too."""
    return f"{internal}-{external}"


def cell_of(strategy: Strategy, link: TowsLink) -> str:
    """Return the id of the cell of a crossing, "" where it lacks a note."""
    internal = strategy.linked(SwotItem, link.internal)
    external = strategy.linked(SwotItem, link.external)
    if not internal or not external or not internal.quadrant or not external.quadrant:
        return ""
    return cell_id(internal.quadrant, external.quadrant)


def _options(notes: Sequence[SwotItem], internal: bool) -> list[dict[str, str]]:
    return [
        {"id": note.id, "title": note.text}
        for note in notes
        if note.text and note.quadrant and note.quadrant.is_internal is internal
    ]


def _target(outcome: Outcome, strategy: Strategy, tr: Translator) -> dict[str, Any]:
    """Return what the component needs to make a record of an idea."""
    record_type = BECOMES[outcome]
    title = record_type.field("title")
    assert isinstance(title, Text)
    known = record_type.schema_fields
    return {
        "type": record_type.key,
        "outcome": str(outcome),
        "label": tr(record_type.one),
        "list": tr(record_type.many),
        "limit": title.max_chars,
        "fields": {"step": str(MethodStep.AUDIT)} if "step" in known else {},
        "takes_priority": "priority" in known,
        "next_position": strategy.next_position(record_type),
        "address": _address(strategy, tr, record_type),
    }


def _address(
    strategy: Strategy, tr: Translator, record_type: type[Record], *, show: str = ""
) -> str:
    """Return the address of a list, or of a canvas of its page, from any other page."""
    asked = {"strategy": strategy.id, "show": show or record_type.key, "lang": tr.language}
    return f"{STEP_OF[record_type.key].key}?{urlencode(asked)}"
