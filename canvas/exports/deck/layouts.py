"""The slide's measures and the template's layouts, shared by who builds and who fills them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_
from canvas.exports.deck.fragments import Box

BODY = Box(44, 108, 872, 366)
"""Where a slide's block stands; everything keeps its margins."""

WIDTH, HEIGHT = 960.0, 540.0
LEFT, RIGHT = BODY.x, BODY.x + BODY.w

KICKER = Box(LEFT, 24, BODY.w, 16)
TITLE = Box(LEFT, 40, BODY.w, 60)
SOURCE = Box(LEFT, 482, BODY.w, 16)
FOOTER = Box(LEFT, 509, 640, 16)
NUMBER = Box(RIGHT - 80, 509, 80, 16)
COVER_TITLE = Box(LEFT, 140, 540, 152)
COVER_SUBTITLE = Box(LEFT, 328, 540, 76)
COVER_FOOT = Box(LEFT, 470, 540, 22)

SOURCE_INDEX, KICKER_INDEX, TABLE_INDEX, CHART_INDEX, COMMENT_INDEX = 20, 21, 13, 14, 15
FOOT_INDEX = 22

CUES = {
    "title": N_("Title: one sentence that says it all"),
    "body": N_("Text"),
    "source": N_("Source"),
    "section": N_("Section"),
    "table": N_("Table"),
    "chart": N_("Chart"),
    "subtitle": N_("Subtitle"),
    "foot": N_("Date"),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the template.

    Attributes:
        key: Its name in the code.
        name: Its name in the template; shown in the deck's language.
        kind: Office's name for layouts of this kind, "" for one of our own.
    """

    key: str
    name: str
    kind: str = ""


LAYOUTS: Sequence[Layout] = (
    Layout("cover", N_("Cover"), "title"),
    Layout("divider", N_("Divider"), "secHead"),
    Layout("content", N_("Title and text"), "obj"),
    Layout("title", N_("Title alone"), "titleOnly"),
    Layout("chart", N_("Chart and comment")),
    Layout("table", N_("Title and table"), "tbl"),
)


def comment_and_chart() -> tuple[Box, Box]:
    """Return where a comment and its chart stand: what to read on the right, in a third."""
    chart, comment = BODY.columns((2, 1), 28)
    return comment, chart
