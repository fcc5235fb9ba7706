"""What was learnt: log, split tests, surveys (C143, C144)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network
from canvas.steps.measure.choices import LearningDecision, SurveyAudience, Verdict, Winner
from canvas.steps.plan import shared

_FIGURES = N_("Figures")
_ANSWERS = N_("Answers")


@record(
    "learning",
    one=N_("Lesson"),
    many=N_("Lessons"),
    help=N_("Write down successes and failures alike, and what you do about them."),
)
class Learning(Record):
    """Something that worked or failed, and what follows from it."""

    what: str = fields.text(
        label=N_("What we learnt"),
        help=N_("One sentence that will still be clear in a year."),
        example=N_("Faces bring twice the comments of products"),
        max_chars=240,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Date"), help=N_("When you noticed it."), in_list=True
    )
    result: Verdict | None = fields.choice(
        Verdict, label=N_("Outcome"), help=N_("Failures teach as much."), in_list=True
    )
    decision: LearningDecision | None = fields.choice(
        LearningDecision, label=N_("What we do now"), help=N_("What follows from it."), in_list=True
    )
    evidence: str = fields.text(
        label=N_("Evidence"),
        help=N_("The figure, the source or the example that shows it."),
        example=N_("12 posts in May: 34 comments against 15"),
        max_chars=300,
    )
    network: Network | None = shared.network()
    post: str = fields.link("post", label=N_("Post"), help=N_("The post that showed it."))


@record(
    "split_test",
    one=N_("Split test"),
    many=N_("Split tests"),
    help=N_("Two versions that differ in one thing, to see which does better."),
)
class SplitTest(Record):
    """Two versions compared."""

    hypothesis: str = fields.text(
        label=N_("Hypothesis to test"),
        help=N_("What you believe, so that the test can prove you wrong."),
        example=N_("A question in the first line brings more comments"),
        max_chars=240,
        in_list=True,
    )
    variant_a: str = fields.text(
        label=N_("Version A"),
        help=N_("What you do today."),
        example=N_("Statement"),
        max_chars=200,
        in_list=True,
    )
    variant_b: str = fields.text(
        label=N_("Version B"),
        help=N_("The same with one thing changed."),
        example=N_("Question"),
        max_chars=200,
        in_list=True,
    )
    winner: Winner | None = fields.choice(
        Winner,
        label=N_("Winner"),
        help=N_("Leave it empty while the test runs."),
        in_list=True,
    )
    kpi: str = fields.link(
        "kpi", label=N_("Indicator"), help=N_("The figure that decides between them.")
    )
    network: Network | None = shared.network()
    start: dt.date | None = shared.start()
    end: dt.date | None = shared.end()
    shown_a: int | None = fields.whole(
        label=N_("Shown: version A"), help=N_("How many people saw version A."), group=_FIGURES
    )
    actions_a: int | None = fields.whole(
        label=N_("Reacted: version A"),
        help=N_("How many of them did what you hoped for."),
        group=_FIGURES,
    )
    shown_b: int | None = fields.whole(
        label=N_("Shown: version B"), help=N_("How many people saw version B."), group=_FIGURES
    )
    actions_b: int | None = fields.whole(
        label=N_("Reacted: version B"),
        help=N_("How many of them did what you hoped for."),
        group=_FIGURES,
    )
    lesson: str = fields.text(
        label=N_("Lesson"), help=N_("What you will do differently."), max_chars=240
    )


@record(
    "survey",
    one=N_("Survey"),
    many=N_("Surveys"),
    help=N_("Ask people what figures cannot tell, offline clients too."),
)
class Survey(Record):
    """Questions to one public, and what came back."""

    name: str = fields.text(
        label=N_("Survey"),
        help=N_("What you want to find out."),
        example=N_("What do our followers expect of us?"),
        max_chars=140,
        in_list=True,
    )
    audience: SurveyAudience | None = fields.choice(
        SurveyAudience, label=N_("Who is asked"), help=N_("One public a survey."), in_list=True
    )
    channel: str = fields.text(
        label=N_("Asked where"),
        help=N_("In a story, by e-mail, on the site or at the till."),
        example=N_("A card with each order"),
        max_chars=120,
    )
    questions: tuple[str, ...] = fields.lines(
        label=N_("Questions"),
        help=N_("Three to five, one a line."),
        example=N_("Did what we publish influence your purchase?\nWhat should we do better?"),
    )
    start: dt.date | None = shared.start(in_list=True)
    end: dt.date | None = shared.end()
    sent: int | None = fields.whole(
        label=N_("People asked"), help=N_("How many received it."), group=_ANSWERS
    )
    answers: int | None = fields.whole(
        label=N_("Answers received"),
        help=N_("How many answered."),
        in_list=True,
        group=_ANSWERS,
    )
    influenced: int | None = fields.whole(
        label=N_("Influenced by us"),
        help=N_("How many say that your presence online influenced their purchase."),
        group=_ANSWERS,
    )
    findings: str = fields.long_text(
        label=N_("Findings"),
        help=N_("What you learnt, the surprising first."),
        example=N_("They want to know tomorrow’s opening hours more than recipes"),
        max_chars=2_000,
        group=_ANSWERS,
    )
