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

from canvas.domain.messages import N_, Message, say
from canvas.domain.story import (
    Answer,
    Answers,
    Gap,
    Piece,
    Said,
    Section,
    Slide,
)
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard import Dashboard
from canvas.rules.dashboard_key import Light
from canvas.rules.report_accounts import accounts
from canvas.rules.report_decisions import decisions
from canvas.rules.report_key import in_short, keys, trend, wanted
from canvas.rules.report_long import since_start, themes, verdicts
from canvas.rules.report_plan import (
    actions,
    actions_said,
    doings,
    following,
    lessons,
    posts_said,
    priority_said,
)
from canvas.rules.report_posts import best_said, posts, reasons
from canvas.rules.report_value import budget, earned, earned_said
from canvas.rules.report_view import STEP, View, period_said
from canvas.rules.report_words import NOTHING_KEPT, Book, Sentence, Words
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod
from canvas.steps.wording import shorten

Maker = Callable[[View, Words], Iterator[Piece]]


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
        ("happened", N_("What happened?"), _sentence(in_short(view))),
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
        return say(
            N_("{period} in short: no key indicator can be judged yet"),
            period=period_said(view.span),
        )
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
