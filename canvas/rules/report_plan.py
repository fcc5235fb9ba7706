"""What was done, what is late, what comes next, what was learnt (C124, C143, C148)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Banner,
    Bullets,
    Cell,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    ReportSection,
    Said,
    Slide,
    Table,
    Tone,
)
from canvas.rules.actions import FINISHED
from canvas.rules.report_view import STEP, View, period_said
from canvas.rules.report_words import Words, panel, signs
from canvas.steps.common import Progress
from canvas.steps.frame.year import Experiment
from canvas.steps.measure.choices import Verdict
from canvas.steps.measure.follow_up import Adjustment
from canvas.steps.measure.learning import Learning, SplitTest, Survey
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.wording import listed, name_of, shorten, shown

MOST_ACTIONS = 10
NAMED = 4
MOST_TRIED = 5
COMING = 6
"""Actions that are named as next."""


@dataclass(frozen=True, slots=True)
class Doings:
    """The actions of a period.

    Attributes:
        done: Finished, and due in the period.
        open: Due in the period and not finished.
        late: Due before today and not finished, whenever that was.
        coming: Due after the period and not finished, the first due first.
        undated: Without a due date, and not finished.
    """

    done: tuple[Action, ...]
    open: tuple[Action, ...]
    late: tuple[Action, ...]
    coming: tuple[Action, ...]
    undated: tuple[Action, ...]

    @property
    def due(self) -> int:
        """How many were due in the period."""
        return len(self.done) + len(self.open)


def doings(view: View) -> Doings:
    """Return the actions of the plan, sorted by where they stand."""
    named = [
        one for one in view.strategy.of(Action)
        if one.title and one.status is not Progress.DROPPED
    ]  # fmt: skip
    dated = sorted(
        ((one, one.due) for one in named if one.due), key=lambda pair: (pair[1], pair[0].position)
    )
    inside = [one for one, due in dated if view.span.holds(due)]
    unfinished = [(one, due) for one, due in dated if one.status not in FINISHED]
    late = [one for one, due in unfinished if due < view.today]
    return Doings(
        tuple(one for one in inside if one.status is Progress.DONE),
        tuple(one for one in inside if one.status is not Progress.DONE),
        tuple(late),
        tuple(one for one, due in unfinished if due > view.span.last and one not in late),
        tuple(one for one in named if one.due is None and one.status not in FINISHED),
    )


def actions(view: View, words: Words) -> Iterator[Piece]:
    """Show the actions done, late and next, and the posts that went out."""
    found = doings(view)
    if found.undated:
        yield Gap(
            say_count("A due date for {n} action", "Due dates for {n} actions", len(found.undated)),
            say(N_("An action without a date is neither late nor done in time.")),
            "plan",
        )
    posts = posts_said(view)
    groups = (
        (N_("● Done"), Tone.GOOD, found.done),
        (N_("▲ Late"), Tone.BAD, found.late),
        (N_("○ Open"), Tone.WATCH, [one for one in found.open if one not in found.late]),
        (N_("→ Next"), Tone.ACCENT, found.coming[:COMING]),
    )
    rows: list[Sequence[Said | Cell]] = [
        (
            Cell(say(label), tone, strong=True),
            Cell(one.title, strong=True),
            name_of(view.strategy, one.owner) or Cell(say(N_("nobody")), Tone.WATCH),
            shown(one.due),
            words(f"result/{signs(one.id)}", one.result, about=one.title) if one.result else "",
        )
        for label, tone, group in groups
        for one in group[:MOST_ACTIONS]
    ]
    if not rows:
        yield Gap(
            say(N_("The action plan")),
            say(N_("Without actions a report has nothing to follow up.")),
            "plan",
        )
        return
    yield Slide(
        ReportSection.DONE,
        words.title(_actions_title(view, found)),
        Table(
            (
                Column(say(N_("State of the action")), 0.9),
                Column(say(N_("What to do")), 3),
                Column(say(N_("Who")), 1.1),
                Column(say(N_("Due")), 1.1),
                Column(say(N_("Result")), 2),
            ),
            rows,
        ),
        notes=[
            *([posts] if posts else []),
            say(N_("Late is what was due before {date} and is not finished."), date=view.today),
        ],
        step="plan",
    )


def _actions_title(view: View, found: Doings) -> Message:
    posts = posts_said(view)
    if found.due and found.late:
        return say(
            N_("{done} of {due} actions of the period are done, and {late} are late"),
            done=len(found.done),
            due=found.due,
            late=len(found.late),
        )
    if found.due:
        return say(
            N_("{done} of {due} actions of the period are done, and none is late"),
            done=len(found.done),
            due=found.due,
        )
    if found.late:
        return say_count(
            "No action was due in the period; {n} of an earlier one is late",
            "No action was due in the period; {n} of earlier ones are late",
            len(found.late),
        )
    if found.coming:
        first = found.coming[0]
        return say(
            N_("No action was due in the period; the next one: {action}, on {date}"),
            action=shorten(first.title, 36),
            date=first.due,
        )
    return posts or say(N_("No action of the plan was due in the period"))


def actions_said(view: View) -> Message:
    """Return what was done, in a sentence."""
    return say(N_("{sentence}."), sentence=_actions_title(view, doings(view)))


def posts_said(view: View) -> Message | None:
    """Return how many posts went out of those that were planned, None without any."""
    lines = [one for one in view.strategy.of(Post) if one.date and view.span.holds(one.date)]
    out = sum(one.is_out for one in lines)
    known = len(view.board.posts.scored)
    if not lines and not known:
        return None
    if not lines:
        return say_count(
            "{n} post went out, none of them planned in the calendar",
            "{n} posts went out, none of them planned in the calendar",
            known,
        )
    if known > out:
        return say(
            N_("{out} of {planned} planned posts went out; files of the platforms count {known}"),
            out=out,
            planned=len(lines),
            known=known,
        )
    return say_count(
        "{out} of {n} planned post went out", "{out} of {n} planned posts went out",
        len(lines), out=out,
    )  # fmt: skip


# --- Next --------------------------------------------------------------------------------


def following(view: View, words: Words) -> Iterator[Piece]:
    """Say what the quarter puts first, and what comes next."""
    day = view.span.last + dt.timedelta(1)
    theme = view.theme(day)
    main = view.main
    if theme is None:
        yield Gap(
            say(N_("The theme of the quarter")),
            say(N_("One subject a quarter is remembered; ten are not.")),
            "objectives",
        )
    if theme is not None:
        title = say(N_("Priority of the quarter: {theme}"), theme=shorten(theme.title, 70))
        large: Said = theme.message or theme.title
    elif main is not None:
        title = say(N_("The main objective stays first: {objective}"),
                    objective=shorten(main.title, 70))  # fmt: skip
        large = main.title
    else:
        return
    served = view.strategy.linked(type(main), theme.objective) if theme and main else None
    serves = [
        Item(one.title, say(N_("by {date}"), date=one.due) if one.due else "")
        for one in (served or main,) if one is not None
    ]  # fmt: skip
    coming = [
        Item(one.title, listed([name_of(view.strategy, one.owner), shown(one.due)]))
        for one in doings(view).coming[:NAMED]
    ]
    yield Slide(
        ReportSection.DONE,
        words.title(title),
        Banner(
            words("large", large, about=say(N_("In large"))) or title,
            [
                one
                for one in (
                    Panel(say(N_("What it serves")), serves, Tone.ACCENT),
                    Panel(say(N_("First actions")), coming),
                    panel(words, "calendar", N_("In the calendar"), _calendar(view)),
                )
                if one.items
            ],
        ),
        step="objectives",
    )


def _calendar(view: View) -> Iterator[Message]:
    span = view.following
    lines = [one for one in view.strategy.of(Post) if one.date and span.holds(one.date)]
    ready = sum(not one.is_out and bool(one.text) for one in lines)
    if lines:
        yield say_count(
            "{n} post is planned in {period}.",
            "{n} posts are planned in {period}.",
            len(lines),
            period=period_said(span),
        )
        if ready:
            yield say_count("{n} of them is written.", "{n} of them are written.", ready)
        else:
            yield say(N_("None of them is written."))
        return
    yield say(N_("Nothing is planned in {period} yet."), period=period_said(span))
    later = sorted(one.date for one in view.strategy.of(Post) if one.date and one.date > span.last)
    if later:
        yield say_count(
            "{n} later post is planned, from {date} on.",
            "{n} later posts are planned, from {date} on.",
            len(later),
            date=later[0],
        )


def priority_said(view: View) -> Message | None:
    """Return what the quarter puts first, in a sentence."""
    theme = view.theme(view.span.last + dt.timedelta(1))
    if theme is not None:
        return say(N_("Priority of the quarter: {theme}."), theme=shorten(theme.title, 70))
    coming = doings(view).coming
    if coming:
        return say(N_("The next action: {action}."), action=shorten(coming[0].title, 90))
    return None


# --- Lessons -----------------------------------------------------------------------------


def lessons(view: View, words: Words) -> Iterator[Piece]:
    """Say what was learnt in the period: what worked, what failed, what was tested."""
    inside = [
        one for one in view.strategy.of(Learning)
        if one.what and one.date and view.span.holds(one.date)
    ]  # fmt: skip
    inside.sort(key=lambda one: one.date or dt.date.min, reverse=True)
    said = partial(_lesson, words)
    tried = [
        *(said(one) for one in inside if one.result in (Verdict.MIXED, None)),
        *_tried(view, words),
    ]
    panels = [
        Panel(
            say(N_("It worked")),
            [said(one) for one in inside if one.result is Verdict.SUCCESS],
            Tone.GOOD,
        ),
        Panel(
            say(N_("It failed")),
            [said(one) for one in inside if one.result is Verdict.FAILURE],
            Tone.BAD,
        ),
        Panel(
            say(N_("Tried and asked")),
            _at_most(tried, MOST_TRIED),
            Tone.WATCH,
        ),
    ]
    panels = [panel for panel in panels if panel.items]
    if not panels:
        yield Gap(
            say(N_("What was learnt in the period")),
            say(N_("A failure that is not written down is made again.")),
            STEP,
        )
        return
    title = (
        say(N_("What we learnt: {lesson}"), lesson=shorten(inside[0].what, 85))
        if inside
        else say(N_("What we tried, and what people tell us"))
    )
    yield Slide(ReportSection.WORKED, words.title(title), Bullets(panels), step=STEP)


def _at_most(items: list[Item], number: int) -> list[Item]:
    """Return some items, what is left counted."""
    left = len(items) - number
    if left <= 0:
        return items
    more = say_count("and {n} more in the lessons", "and {n} more in the lessons", left)
    return [*items[:number], Item(more)]


def _lesson(words: Words, one: Learning) -> Item:
    return Item(
        words(signs(one.id), one.what) or one.what, listed([shown(one.decision), one.evidence])
    )


def _tried(view: View, words: Words) -> Iterator[Item]:
    for test in view.strategy.of(SplitTest):
        if test.hypothesis and test.end and view.span.holds(test.end):
            outcome = shown(test.winner) or say(N_("not settled yet"))
            yield Item(test.hypothesis, listed([outcome, test.lesson]))
    for experiment in view.strategy.of(Experiment):
        if experiment.title and experiment.end and view.span.holds(experiment.end):
            yield Item(experiment.title, listed([shown(experiment.decision), experiment.learning]))
    for survey in view.strategy.of(Survey):
        if survey.findings and survey.end and view.span.holds(survey.end):
            yield Item(survey.name, shorten(survey.findings, 160))
    for change in view.strategy.of(Adjustment):
        if change.what and change.date and view.span.holds(change.date):
            yield Item(say(N_("Changed: {what}"), what=change.what), change.why)
