"""What the deck says of the weeks ahead: where hours are missing, or that there are enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Chart, ChartKind, Item, Piece, Section, Series, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.hands import NOBODY
from canvas.steps.resources.load import Break, Cell, Load, breaks, first_break, in_hours, load
from canvas.steps.resources.period import period_of, quarters_of
from canvas.steps.wording import name_of, shorten

_STEP = "resources"
_HEAVIEST = 3
_DAYS = dt.timedelta(6)


def load_story(strategy: Strategy) -> Iterator[Piece]:
    """The weeks of a quarter: the one that breaks, for management; else that all fit."""
    shown = _quarter(strategy)
    if shown is None:
        return
    broken = first_break(shown)
    if broken is not None:
        yield _breaking(strategy, shown, broken)
    elif shown.capacities and shown.needed:
        yield _fitting(shown)


def _quarter(strategy: Strategy) -> Load | None:
    """Return the load of the quarter that breaks first, else of the first with posts."""
    period = period_of(strategy)
    days = [post.date for post in strategy.of(Post) if post.date is not None]
    if period is None or not any(period[0] <= day <= period[1] for day in days):
        return None
    found = [load(strategy, *quarter) for quarter in quarters_of(*period)]
    broken = next((one for one in found if first_break(one) is not None), None)
    if broken is not None:
        return broken
    full = (one for one in found if any(_is_in(one, day) for day in days))
    return next(full, None)


def _is_in(shown: Load, day: dt.date) -> bool:
    return shown.weeks[0] <= day <= shown.weeks[-1] + _DAYS


def _breaking(strategy: Strategy, shown: Load, broken: Break) -> Slide:
    return Slide(
        Section.MEANS,
        _breaking_title(broken),
        _chart(shown, broken, [*_heaviest(strategy, broken), *_rest(shown)]),
        notes=[
            say(
                N_(
                    "Hours come from the calendar, the promotion routine, the weekly tasks, the "
                    "actions, training and reuses, less the absences."
                )
            )
        ],
        step=_STEP,
    )


def _breaking_title(broken: Break) -> Message:
    needed, there = in_hours(broken.cell.needed), in_hours(broken.cell.capacity or 0)
    if broken.hand is NOBODY:
        return say(
            N_("The week of {week} lacks hours: {needed} h of work for {there} h of the team"),
            week=broken.week,
            needed=needed,
            there=there,
        )
    return say(
        N_("The week of {week} breaks: {name} has {there} h for {needed} h of work"),
        week=broken.week,
        name=broken.hand.name,
        needed=needed,
        there=there,
    )


def _heaviest(strategy: Strategy, broken: Break) -> list[Item]:
    """Return the heaviest lines of the week, each with its hours."""
    return [
        Item(
            shorten(name_of(strategy, piece.record)),
            say(N_("{hours} h of that week"), hours=in_hours(piece.amount)),
            tone=Tone.BAD,
        )
        for piece in broken.pieces[:_HEAVIEST]
        if name_of(strategy, piece.record)
    ]


def _rest(shown: Load) -> list[Item]:
    found = list(breaks(shown))
    if len(found) == 1:
        return [Item(say(N_("All other weeks of the quarter fit.")))]
    return [
        Item(
            say_count(
                "{n} more week of the quarter lacks hours.",
                "{n} more weeks of the quarter lack hours.",
                len(found) - 1,
            )
        )
    ]


def _fitting(shown: Load) -> Slide:
    fullest = max(shown.weeks, key=lambda week: _fullness(shown.compared(week)))
    cell = shown.compared(fullest)
    return Slide(
        Section.MEANS,
        say(
            N_("Each week fits: the fullest takes {needed} h of the {there} that we have"),
            needed=in_hours(cell.needed),
            there=in_hours(cell.capacity or 0),
        ),
        _chart(shown, None, [Item(say(N_("The fullest week starts on {week}."), week=fullest))]),
        notes=[say(N_("Nobody of the team lacks hours in any of these weeks."))],
        step=_STEP,
        detail=True,
    )


def _fullness(cell: Cell) -> float:
    return cell.needed / cell.capacity if cell.capacity else 0.0


def _chart(shown: Load, broken: Break | None, remarks: list[Item]) -> Chart:
    """Return hours needed and hours there are, of the one who lacks them or of all."""
    alone = broken is not None and broken.hand is not NOBODY
    cells = [
        shown.cell(broken.hand.id, week) if broken and alone else shown.compared(week)
        for week in shown.weeks
    ]
    return Chart(
        ChartKind.LINES,
        [say(N_("{day}/{month}"), day=week.day, month=week.month) for week in shown.weeks],
        [
            Series(say(N_("Hours needed")), [in_hours(cell.needed) for cell in cells]),
            Series(
                say(N_("Hours available")),
                [None if cell.capacity is None else in_hours(cell.capacity) for cell in cells],
                dashed=True,
            ),
        ],
        remarks,
    )
