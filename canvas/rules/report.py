"""A report on a month, a quarter or a year that argues (C146, C147, C152).

What we set out to do; what happened, against targets; what worked and why; what it
earned; what was done, is late and comes next; what is to be decided.  It is drafted from
the plan and the figures; each of its sentences may be replaced or left out.  What is not
known is named among the open points, and is never a zero.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Answer,
    Answers,
    Decision,
    Gap,
    Piece,
    Said,
    Section,
    Slide,
)
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_key import KeyFigure, Light
from canvas.rules.report_key import in_short, keys, keys_title, trend, wanted
from canvas.rules.report_long import decision_on, since_start, themes, verdicts
from canvas.rules.report_plan import (
    actions,
    actions_said,
    doings,
    following,
    lessons,
    posts_said,
    priority_said,
)
from canvas.rules.report_posts import accounts, best_said, posts, reasons
from canvas.rules.report_value import budget, earned, earned_said
from canvas.rules.report_view import STEP, View, period_said
from canvas.rules.report_words import NOTHING_KEPT, Book, Sentence, Words, signs
from canvas.steps.measure.choices import LearningDecision
from canvas.steps.measure.learning import Learning
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.objectives.agreement import BudgetRequest, RequestState
from canvas.steps.objectives.todos import objectives
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import PostStatus
from canvas.steps.resources.spending import money
from canvas.steps.wording import name_of, shorten

Maker = Callable[[View, Words], Iterator[Piece]]

MOST_DECISIONS = 6


@dataclass(frozen=True, slots=True)
class Chapter:
    """One slide of a report with its sentences, or the decisions asked for.

    Attributes:
        key: Its name, the start of its slots.
        pieces: What it says, gaps too.
        sentences: Its sentences, as drafted and as they stand.
        is_left_out: Whether somebody left the whole slide out.
    """

    key: str
    pieces: tuple[Piece, ...]
    sentences: tuple[Sentence, ...]
    is_left_out: bool

    @property
    def shown(self) -> Iterator[Piece]:
        """What stands in the report; what is missing is never left out."""
        return (p for p in self.pieces if isinstance(p, Gap) or not self.is_left_out)

    @property
    def slide(self) -> Slide | None:
        """Its slide, None where it has nothing to show."""
        return next((piece for piece in self.pieces if isinstance(piece, Slide)), None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as it stands.

    Attributes:
        view: What it was made from.
        chapters: Its slides, in their order.
    """

    view: View
    chapters: tuple[Chapter, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that stands in it."""
        return tuple(piece for chapter in self.chapters for piece in chapter.shown)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing, each once."""
        found = (piece for piece in self.pieces if isinstance(piece, Gap))
        return tuple({str(gap.what): gap for gap in found}.values())

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences."""
        return tuple(one for chapter in self.chapters for one in chapter.sentences)


def draft(
    strategy: Strategy,
    figures: Figures,
    board: Dashboard,
    today: dt.date,
    book: Book = NOTHING_KEPT,
) -> Draft:
    """Return the report on a period.

    Args:
        strategy: The plan.
        figures: What is known.
        board: The period in figures.
        today: The day of the report: what is late is late on it.
        book: What was decided on its sentences.
    """
    view = View(strategy, figures, board, today)
    kind = board.span.kind
    made = (_chapter(key, make, view, book) for key, make, kinds in CHAPTERS if kind in kinds)
    return Draft(view, tuple(chapter for chapter in made if chapter.pieces))


def _chapter(key: str, make: Maker, view: View, book: Book) -> Chapter:
    words = Words(key, book)
    pieces = tuple(make(view, words))
    own = sorted(words.sentences, key=lambda one: not one.is_title)
    return Chapter(key, pieces, tuple(own), words.is_left_out)


def title_of(draft: Draft) -> Message:
    """Return what the report is called: “Monthly report · October 2026”."""
    return say(_NAMES[draft.view.span.kind], period=period_said(draft.view.span))


_NAMES = {
    ReportPeriod.MONTH: N_("Monthly report · {period}"),
    ReportPeriod.QUARTER: N_("Quarterly report · {period}"),
    ReportPeriod.YEAR: N_("Yearly report · {period}"),
}


# --- In short ----------------------------------------------------------------------------


def summary(view: View, words: Words) -> Iterator[Piece]:
    """Answer the questions that a reader in a hurry asks."""
    if view.today <= view.span.last:
        yield Gap(
            say(N_("The end of the period")),
            say(N_("It runs until {date}: its figures are those so far."), date=view.span.last),
            STEP,
        )
    asked: list[tuple[str, str, Said | None]] = [
        ("wanted", N_("What did we want?"), _wanted(view)),
        ("happened", N_("What happened?"), in_short(view)),
        ("worked", N_("What worked best?"), _sentence(best_said(view))),
        ("earned", N_("What did it earn?"), earned_said(view)),
        ("done", N_("What did we do?"), _done(view)),
        ("next", N_("What comes first now?"), priority_said(view)),
    ]
    answers = [
        Answer(say(question), said)
        for key, question, drafted in asked
        if (drafted or words.has(key)) and (said := words(key, drafted or "", about=say(question)))
    ]
    yield Slide(
        Section.SUMMARY,
        words.title(_verdict(view)),
        Answers(answers),
        notes=[say(N_("Each sentence is what one part ends with; its slides follow."))],
        step=STEP,
    )


def _verdict(view: View) -> Message:
    if not view.board.keys:
        return say(
            N_("{period} in short: no key indicator is chosen yet"), period=period_said(view.span)
        )
    judged = [key for key in view.board.keys if key.light is not Light.NONE]
    if not judged:
        return keys_title(view)
    up = sum((key.change or 0) > 0 for key in judged)
    compared = [key for key in judged if key.change is not None]
    green = sum(key.light is Light.GREEN for key in judged)
    if not compared:
        return say(
            N_("{green} of {n} key indicators on track in {period}"),
            green=green,
            n=len(view.board.keys),
            period=period_said(view.span),
        )
    return say(
        N_("{green} of {n} key indicators on track in {period}, {up} higher than before"),
        green=green,
        n=len(view.board.keys),
        period=period_said(view.span),
        up=up,
    )


def _wanted(view: View) -> Message | None:
    if view.main is None:
        return None
    name = shorten(view.main.title, 110)
    if view.main.due is None:
        return say(N_("{objective}."), objective=name)
    return say(N_("{objective}, by {date}."), objective=name, date=view.main.due)


def _sentence(title: Message | None) -> Message | None:
    return say(N_("{sentence}."), sentence=title) if title else None


def _done(view: View) -> Message:
    posts = posts_said(view)
    found = doings(view)
    if posts is None or not (found.due or found.late or found.coming):
        return _sentence(posts) or actions_said(view)
    return say(N_("{posts}. {actions}"), posts=posts, actions=actions_said(view))


# --- Decisions ---------------------------------------------------------------------------


def decisions(view: View, words: Words) -> Iterator[Piece]:
    """Ask for the decisions that the figures and the plan call for, the most pressing first."""
    for number, (place, decision) in enumerate(_asked(view)):
        if number == MOST_DECISIONS:
            break
        said = words(place, decision.what)
        if said:
            yield Decision(said, decision.why, decision.who, decision.when, decision.step)
    for said in words.others():
        yield Decision(said, step=STEP)


def _asked(view: View) -> Iterator[tuple[str, Decision]]:
    yield from _late_keys(view)
    yield from _late_actions(view)
    yield from _instalments(view)
    yield from _verdicts(view)
    yield from _waiting(view)
    yield from _slow(view)
    yield from _lessons(view)
    yield from _values(view)


def _late_keys(view: View) -> Iterator[tuple[str, Decision]]:
    for key in view.board.keys:
        if key.light in (Light.RED, Light.AMBER):
            what = say(
                N_("Say what changes for “{name}”: the means, the content or the target"),
                name=shorten(key.kpi.name, 50),
            )
            yield (
                f"key/{signs(key.kpi.id)}",
                Decision(what, _why(key), name_of(view.strategy, key.kpi.owner), step=STEP),
            )


def _why(key: KeyFigure) -> Said:
    return key.said[-1] if key.said else say(key.light.label)


def _late_actions(view: View) -> Iterator[tuple[str, Decision]]:
    late = doings(view).late
    if late:
        what = say_count(
            "Give “{first}” a new date, or drop it",
            "Give {n} late actions a new date, or drop them",
            len(late),
            first=shorten(late[0].title, 60),
        )
        why = say(N_("The oldest: {action}, due on {date}."),
                  action=shorten(late[0].title, 60), date=late[0].due)  # fmt: skip
        yield "late", Decision(what, why, step="plan")


def _instalments(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask for the next instalment of the budget, with what it depends on (C58)."""
    coming = [
        (one.date, one)
        for one in view.strategy.of(BudgetRequest)
        if one.amount and one.state is RequestState.PLANNED and one.date
        and view.span.last < one.date <= view.following.last
    ]  # fmt: skip
    for day, one in sorted(coming, key=lambda pair: pair[0]):
        key = view.indicators.get(one.kpi)
        met = key and key.value is not None and one.threshold is not None
        why: Said = one.condition
        if met and key and key.value is not None and one.threshold is not None:
            text = (
                N_("Its condition is met: {name} stands at {value}.")
                if key.value >= one.threshold
                else N_("Its condition is not met yet: {name} stands at {value}.")
            )
            why = say(text, name=shorten(key.kpi.name, 40), value=key.value)
        what = say(
            N_("Grant {amount}: {stage}"),
            amount=money(view.strategy, one.amount or 0),
            stage=shorten(one.stage, 60),
        )
        yield (
            f"budget/{signs(one.id)}",
            Decision(what, why, name_of(view.strategy, one.decided_by), day, "resources"),
        )


def _verdicts(view: View) -> Iterator[tuple[str, Decision]]:
    if view.is_month:
        return
    for objective in objectives(view.strategy):
        decision, is_proposed = decision_on(view, objective)
        if not is_proposed:
            continue
        name = shorten(objective.title, 60)
        what = (
            say(N_("“{objective}”: {verdict}?"), objective=name, verdict=decision)
            if decision
            else say(N_("“{objective}”: keep it, change it or stop?"), objective=name)
        )
        why = say(N_("No result check gives it a verdict in this period."))
        who = name_of(view.strategy, objective.owner)
        yield f"verdict/{signs(objective.id)}", Decision(what, why, who, step="objectives")


def _waiting(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask for the approval of posts that wait for it."""
    lines = [
        (one.date, one)
        for one in view.strategy.of(Post)
        if one.status is PostStatus.TO_VALIDATE and one.date and one.date >= view.today
    ]
    if lines:
        what = say_count(
            "Approve the post that waits, or send it back",
            "Approve the {n} posts that wait, or send them back",
            len(lines),
        )
        day, first = min(lines, key=lambda pair: pair[0])
        why = say(
            N_("The first one, “{post}”, goes out on {date}."),
            post=shorten(first.title, 60),
            date=day,
        )
        yield "waiting", Decision(what, why, step="plan")


def _slow(view: View) -> Iterator[tuple[str, Decision]]:
    """Ask who answers where nobody answers within the maximum."""
    for one in view.board.responses:
        most = one.target.max_h
        if one.hours is not None and most is not None and one.hours > most and one.target.network:
            what = say(N_("Name who answers on {network}, and when"), network=one.target.network)
            who = name_of(view.strategy, one.target.owner)
            yield f"slow/{one.target.network}", Decision(what, one.said, who, step="segments")


_FOLLOW = {
    LearningDecision.EXTEND: N_("Do more of it: {lesson}"),
    LearningDecision.CHANGE: N_("Change it: {lesson}"),
    LearningDecision.STOP: N_("Stop it: {lesson}"),
}


def _lessons(view: View) -> Iterator[tuple[str, Decision]]:
    for one in view.strategy.of(Learning):
        if one.what and one.date and view.span.holds(one.date) and one.decision in _FOLLOW:
            what = say(_FOLLOW[one.decision], lesson=shorten(one.what, 80))
            yield f"lesson/{signs(one.id)}", Decision(what, one.evidence, step=STEP)


def _values(view: View) -> Iterator[tuple[str, Decision]]:
    missing = view.earned.missing
    if missing:
        what = say(N_("Name who completes the figures that the return needs"))
        yield "values", Decision(what, missing[0], step=STEP)


_ALL = frozenset(ReportPeriod)
_LONG = _ALL - {ReportPeriod.MONTH}
_YEAR = frozenset({ReportPeriod.YEAR})

CHAPTERS: tuple[tuple[str, Maker, frozenset[ReportPeriod]], ...] = (
    ("summary", summary, _ALL),
    ("wanted", wanted, _ALL),
    ("themes", themes, _LONG),
    ("keys", keys, _ALL),
    ("trend", trend, _LONG),
    ("since", since_start, _YEAR),
    ("accounts", accounts, _ALL),
    ("posts", posts, _ALL),
    ("reasons", reasons, _ALL),
    ("lessons", lessons, _ALL),
    ("earned", earned, _ALL),
    ("budget", budget, _LONG),
    ("actions", actions, _ALL),
    ("following", following, _ALL),
    ("verdicts", verdicts, _YEAR),
    ("decisions", decisions, _ALL),
)
"""What each kind of report says, in the order of its sections."""
