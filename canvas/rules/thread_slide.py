"""The slide that shows the main thread of a strategy, from the company's goal to a decision."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Item, Panel, Section, Slide, Strand, Thread, Tone
from canvas.domain.strategy import Strategy
from canvas.rules.thread import NAMED, Column, Knot, main_thread
from canvas.steps.wording import shorten

_STRANDS = (
    (N_("Why"), (Column.GOAL, Column.MISSION, Column.OBJECTIVE, Column.KPI)),
    (N_("For whom"), (Column.AUDIENCE, Column.STAGE, Column.NETWORK, Column.CONTENT)),
    (N_("In practice"), (Column.LINE, Column.MEANS, Column.READING, Column.DECISION)),
)

FEWEST = 4
"""With fewer knots there is no thread to follow yet."""


def thread_slide(strategy: Strategy) -> Iterator[Slide]:
    """Yield the slide of the main thread, once there is something to follow."""
    knots = {knot.column: knot for knot in main_thread(strategy)}
    if sum(knot.holds for knot in knots.values()) < FEWEST:
        return
    strands = [
        Strand(say(heading), [_panel(knots[column]) for column in columns])
        for heading, columns in _STRANDS
    ]
    notes = [say(N_("Read it line by line: each thing is there because of the one before it."))]
    yield Slide(Section.SUMMARY, _title(list(knots.values())), Thread(strands), notes=notes)


def _panel(knot: Knot) -> Panel:
    heading = say(knot.column.label)
    if knot.missing:
        return Panel(heading, [Item(knot.missing)], Tone.WATCH)
    first, *others = knot.says
    items = [Item(first, knot.detail), *map(Item, others[: NAMED - 1])]
    left = len(knot.says) - NAMED
    if left > 0:
        items.append(Item(say_count("and {n} more", "and {n} more", left)))
    return Panel(heading, items)


def _title(knots: list[Knot]) -> Message:
    missing = [knot for knot in knots if not knot.holds]
    if missing:
        return say_count(
            "The thread lacks one of its {all} links: {first}",
            "The thread lacks {n} of its {all} links, first of all: {first}",
            len(missing),
            all=len(knots),
            first=say(missing[0].column.label),
        )
    goal = knots[0].says[0]
    return say(
        N_("The thread is complete, from “{goal}” to the latest decision"),
        goal=shorten(goal, 60) if isinstance(goal, str) else goal,
    )
