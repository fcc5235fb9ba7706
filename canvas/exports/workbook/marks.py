"""Colours that tell: how far a line is, which network it is for, what is late."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from xlsxwriter.worksheet import Worksheet

from canvas import palette
from canvas.domain.choices import Choice
from canvas.domain.kinds import OneOf
from canvas.exports.workbook.looks import INK, RULE, Looks, tint
from canvas.exports.workbook.places import Spot
from canvas.rules.cells import Cells
from canvas.steps.common import Network

_TONES = MappingProxyType(
    {
        "good": ("published", "done", "ok", "partner", "in_use", "spent", "develop"),
        "opportunity": ("scheduled", "approved", "doing", "talking", "contacted", "keep"),
        "watch": ("to_validate", "draft", "partial", "approached", "dormant", "revive", "merge"),
        "bad": ("missing", "declined", "abandoned", "delete", "high"),
        "neutral": ("idea", "to_do", "to_contact", "dropped", "not_applicable", "low"),
    }
)
"""Codes of the lists below, by the tone that they are shown in."""

_COLOURED = frozenset(
    {
        "PostStatus",
        "Progress",
        "CheckStatus",
        "ContactStatus",
        "AccountState",
        "AccountDecision",
        "Priority",
    }
)

LATE = MappingProxyType(
    {
        "post": ("date", "status", ("published",)),
        "action": ("due", "status", ("done", "dropped")),
        "profile_check": ("due", "status", ("ok", "not_applicable")),
    }
)
"""By record type: its day, its status, and the codes with which that day does not matter."""

_WEIGHT = 0.14
"""How much of its colour a cell is filled with."""


def colour_table(sheet: Worksheet, spot: Spot, cells: Cells, looks: Looks) -> None:
    """Give the rows of a table their colours, and rules between them."""
    end = spot.last + spot.spare
    if spot.table.record in LATE:
        day = LATE[spot.table.record][0]
        red = looks.change(
            bold=True,
            font_color=palette.TONES["bad"].light,
            bg_color=tint(palette.TONES["bad"].light, _WEIGHT),
        )
        rule = {"type": "formula", "criteria": f"={late_formula(spot, cells)}", "format": red}
        sheet.conditional_format(spot.first, spot.col(day), end, spot.col(day), rule)
    for lane in spot.lanes:
        field = lane.column.field if lane.column else None
        if isinstance(field, OneOf):
            col = spot.col(lane.name)
            labels = cells.labels(field.choices)
            for choice, colour in _colours(field.choices):
                sheet.conditional_format(
                    spot.first,
                    col,
                    end,
                    col,
                    {
                        "type": "cell",
                        "criteria": "==",
                        "value": in_formula(labels[choice]),
                        "format": looks.change(
                            font_color=_readable(colour), bg_color=tint(colour, _WEIGHT)
                        ),
                    },
                )
    ruled = {
        "type": "formula",
        "criteria": f"=COUNTA(${_letter(0)}{spot.first + 1}:${_letter(len(spot.lanes))}"
        f"{spot.first + 1})>0",
        "format": looks.change(bottom=1, bottom_color=RULE),
    }
    sheet.conditional_format(spot.first, 0, end, len(spot.lanes), ruled)


def late_formula(spot: Spot, cells: Cells) -> str:
    """Return whether a row is late, for the first row of the table."""
    day, status, fine = LATE[spot.table.record]
    field = next(lane.column.field for lane in spot.lanes if lane.name == status and lane.column)
    assert isinstance(field, OneOf)
    labels = cells.labels(field.choices)
    others = "".join(
        f",{spot.top(status)}<>{in_formula(labels[field.choices.of(code)])}" for code in fine
    )
    top = spot.top(day)
    return f"AND(ISNUMBER({top}),{top}<TODAY(){others})"


def in_formula(text: str) -> str:
    """Return a text as a formula quotes it."""
    return '"' + text.replace('"', '""') + '"'


def _colours(choices: type[Choice]) -> Iterator[tuple[Choice, str]]:
    if choices is Network:
        for number, network in enumerate(Network):
            yield network, palette.SERIES[number % len(palette.SERIES)].light
    elif choices.__name__ in _COLOURED:
        for choice in choices:
            for tone, codes in _TONES.items():
                if str(choice) in codes:
                    yield choice, palette.TONES[tone].light


def _readable(colour: str) -> str:
    """Return a text's colour over its own tint; the greys are a little too light for it."""
    return INK if colour == palette.SERIES[5].light else colour


def _letter(col: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(col))
