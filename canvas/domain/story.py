"""What a step says, in neutral pieces that an exporter draws.

A step's story is a sequence of slides.  A slide's title is a whole sentence
computed from the data; its body is one block.  Texts typed by the user are plain
`str`; everything else is a `Message`, translated when the deck is drawn.  Blocks
know nothing of slides, inches or colours: a `tone` is a meaning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from canvas.domain.messages import N_, Message

Said = Message | str
"""A sentence of ours, to translate, or a text of the user's, to leave as it is."""


class Section(StrEnum):
    """The questions that the deck answers, in this order; each is a section of it."""

    SUMMARY = N_("In short")
    SITUATION = N_("Where do we stand?")
    AMBITION = N_("Where do we want to go?")
    AUDIENCE = N_("Who do we speak to?")
    METHOD = N_("How?")
    MEANS = N_("With what means?")
    DECISIONS = N_("What do we decide?")
    APPENDIX = N_("Appendix")


class ReportSection(StrEnum):
    """The questions that a report answers besides those that it shares with the deck."""

    WANTED = N_("What did we want?")
    HAPPENED = N_("What happened?")
    WORKED = N_("What worked, and why?")
    EARNED = N_("What did it earn?")
    DONE = N_("What did we do, and what comes next?")


Outline = tuple[Section | ReportSection, ...]
"""The sections of a document, in their order."""

STRATEGY_OUTLINE: Outline = tuple(Section)

REPORT_OUTLINE: Outline = (
    Section.SUMMARY,
    *ReportSection,
    Section.DECISIONS,
    Section.APPENDIX,
)


class Tone(StrEnum):
    """What a colour means; each exporter and theme has its own colour for it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"
    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list.

    Attributes:
        text: What it says.
        detail: What follows it, smaller: an owner, a source, a date.
        weight: 0 for none, else dots from 1 to 5.
        tone: What the colour of its detail means; never the only carrier of the meaning.
    """

    text: Said
    detail: Said = ""
    weight: int = 0
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Panel:
    """A headed list: a quadrant, a card, a column."""

    heading: Said
    items: Sequence[Item] = ()
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Bullets:
    """One to three headed lists side by side."""

    panels: Sequence[Panel]


@dataclass(frozen=True, slots=True)
class Quadrants:
    """Four panels, two by two, with their axes; read row by row.

    What does not fit is counted, and a table with everything goes to the appendix.
    """

    panels: Sequence[Panel]
    rows: tuple[Said, Said]
    columns: tuple[Said, Said]


@dataclass(frozen=True, slots=True)
class Cards:
    """Two to six panels of equal size."""

    panels: Sequence[Panel]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Two to six panels as steps that rise from the first to the last.

    Attributes:
        panels: The steps, the lowest first.
        rise: What rises, said beside the steps; "" for nothing.
    """

    panels: Sequence[Panel]
    rise: Said = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """One sentence in large, with panels under it (a mission and what follows from it)."""

    text: Said
    panels: Sequence[Panel] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's card: who they are on the left, panels on the right.

    Attributes:
        name: What they are called.
        subtitle: Who they are, a line each.
        quote: A sentence of theirs, "" for none.
        panels: What there is to know of them.
        picture: A square JPEG as base64 text, "" for none.
    """

    name: str
    subtitle: Sequence[Said]
    quote: str
    panels: Sequence[Panel]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell, where it is more than its text.

    Attributes:
        text: What it shows.
        tone: What its colour means; never the only carrier of the meaning.
        heat: 0.0–1.0, how deep the accent tint behind it is; None for none.
        strong: Whether it is emphasised.
        items: What it lists, where it is more than its text.
    """

    text: Said
    tone: Tone = Tone.NEUTRAL
    heat: float | None = None
    strong: bool = False
    items: Sequence[Item] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its relative width, and whether it holds figures."""

    heading: Said
    width: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; continued on further slides where they do not fit on one."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Said | Cell]]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one thing, one a category; None where there is none (never zero)."""

    name: Said
    values: Sequence[float | None]
    dashed: bool = False


class ChartKind(StrEnum):
    """What a chart is drawn as."""

    BARS = "bars"
    STACKED = "stacked"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart with what to read in it beside it.

    Attributes:
        kind: Bars, stacked bars or lines.
        categories: What stands along the axis.
        series: The figures.
        remarks: One to four sentences beside it.
        share: Whether the figures are ratios to show as percentages.
    """

    kind: ChartKind
    categories: Sequence[Said]
    series: Sequence[Series]
    remarks: Sequence[Item] = ()
    share: bool = False


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart above the table with its figures; the table follows where both are too much."""

    chart: Chart
    table: Table


@dataclass(frozen=True, slots=True)
class Figures:
    """Two to four key figures side by side, each with its own small chart or none."""

    cards: Sequence[FigureCard]


@dataclass(frozen=True, slots=True)
class FigureCard:
    """A key figure.

    Attributes:
        label: What is measured.
        value: The figure in large, or a sentence such as "to be measured".
        remarks: Baseline, target, who and when.
        categories: Along the small chart's axis; empty for no chart.
        series: Its figures, and the target as a dashed line.
        tone: Good, watch or bad; said in words in `remarks` too.
    """

    label: Said
    value: Said
    remarks: Sequence[Said] = ()
    categories: Sequence[Said] = ()
    series: Sequence[Series] = ()
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three weights that add to 1.0, and what they mean."""

    corners: tuple[Said, Said, Said]
    weights: tuple[float, float, float]
    panels: Sequence[Panel] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month as a grid of days.

    Attributes:
        year: As printed.
        month: 1 to 12.
        entries: What stands on each day, in its order.
    """

    year: int
    month: int
    entries: Sequence[tuple[dt.date, Item]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A short question and the sentence that answers it."""

    question: Said
    text: Said


@dataclass(frozen=True, slots=True)
class Answers:
    """Numbered questions and answers one under the other, on one slide."""

    lines: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of a thread.

    Attributes:
        heading: What its panels have in common; one or two words.
        panels: One to six, each following from the one before.  One whose tone is WATCH
            says what is missing there, and stands hollow.
    """

    heading: Said
    panels: Sequence[Panel]


@dataclass(frozen=True, slots=True)
class Thread:
    """What follows from what, read line by line, on one slide.

    Attributes:
        strands: One to four, each following from the one before.
    """

    strands: Sequence[Strand]


Block = (
    Bullets
    | Quadrants
    | Cards
    | Ladder
    | Banner
    | Profile
    | Table
    | Chart
    | ChartTable
    | Figures
    | Triangle
    | Month
    | Answers
    | Thread
)


@dataclass(frozen=True, slots=True)
class Slide:
    """One thing to say.

    Attributes:
        section: The question that it answers.
        title: A sentence of at most about 110 characters that can be read alone.
        body: What shows it.
        source: Where it comes from, with its date; the line at the foot.
        notes: What to say aloud, how the figures were made.
        step: Key of the step that it comes from.
        detail: Whether only the complete deck shows it, and not the one for management.
        brief: Whether the deck for management gives it one page and counts the rest.
    """

    section: Section | ReportSection
    title: Message
    body: Block
    source: Said = ""
    notes: Sequence[Said] = ()
    step: str = ""
    detail: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What a complete strategy would say here, and this one does not yet.

    Attributes:
        what: What is missing, as a noun phrase ("The competitors' comparison").
        why: What it would change, in one sentence.
        step: Key of the step where it is filled in.
        rule: Code of the rule that says the same once its step has begun, "" for none.
    """

    what: Message
    why: Message
    step: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What the strategy says and what does not hold.

    Attributes:
        said: What is the matter, in one sentence.
        weight: How much it weighs, in a word or two.
        tone: The same as a colour: bad, watch, or neutral for the lightest.
        step: Key of the step where it is mended.
    """

    said: Message
    weight: Message
    tone: Tone
    step: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that the readers of the deck are asked to decide.

    Attributes:
        what: The decision, as an infinitive sentence.
        why: The reason.
        who: Who decides.
        when: By when.
        step: Key of the step that it comes from.
    """

    what: Said
    why: Said = ""
    who: str = ""
    when: dt.date | None = None
    step: str = ""


Piece = Slide | Gap | OpenPoint | Decision


def in_detail(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces, their slides kept for the complete deck."""
    for piece in pieces:
        yield replace(piece, detail=True) if isinstance(piece, Slide) else piece
