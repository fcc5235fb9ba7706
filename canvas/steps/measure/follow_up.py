"""What is said of the brand, who gets which report, how the plan changes (C145, C146, C148)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Frequency, Network, Progress, Sentiment
from canvas.steps.measure.choices import AdjustmentKind
from canvas.steps.plan import shared

_HANDLING = N_("What we did about it")


@record(
    "mention",
    one=N_("Mention"),
    many=N_("Mentions"),
    help=N_("What others say of you in public, and what you did about it."),
)
class Mention(Record):
    """Something said about the brand."""

    summary: str = fields.text(
        label=N_("What is said"),
        help=N_("Their words, or the gist of them."),
        example=N_("“Best croissants of the port, but bring cash”"),
        max_chars=300,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Date"), help=N_("When it was published."), in_list=True
    )
    source: str = fields.text(
        label=N_("Who says it, where"),
        help=N_("A site, a newspaper, an account."),
        example=N_("Google reviews"),
        max_chars=140,
        in_list=True,
    )
    sentiment: Sentiment | None = fields.choice(
        Sentiment, label=N_("Feeling"), help=N_("Whether it speaks well of you."), in_list=True
    )
    status: Progress | None = shared.status(in_list=True)
    network: Network | None = shared.network()
    url: str = fields.url(label=N_("Address of the mention"), help=N_("Where it can be read."))
    reach: int | None = fields.whole(
        label=N_("Reach"), help=N_("How many people may have seen it.")
    )
    handled_by: str = fields.link(
        "person",
        group=_HANDLING,
        label=N_("Handled by"),
        help=N_("Who answers, or decides not to."),
    )
    action: str = fields.text(
        group=_HANDLING,
        label=N_("What we did"),
        help=N_("Answered, thanked, corrected, ignored on purpose."),
        example=N_("Thanked, and bought a card reader"),
        max_chars=240,
    )


@record(
    "report_setup",
    one=N_("Report to give"),
    many=N_("Reports to give"),
    help=N_("Monthly by default; weekly for a client who pays you; quarterly for the long run."),
)
class ReportSetup(Record):
    """A report that somebody expects regularly."""

    name: str = fields.text(
        label=N_("Report"),
        help=N_("What you call it."),
        example=N_("Monthly report for the management"),
        max_chars=120,
        in_list=True,
    )
    period: Frequency | None = fields.choice(
        Frequency,
        label=N_("How often"),
        help=N_("A month gives enough distance to judge."),
        default=Frequency.MONTHLY,
        in_list=True,
    )
    audience: tuple[str, ...] = fields.links(
        "person", label=N_("Readers"), help=N_("Who receives it."), in_list=True
    )
    due_day: int | None = fields.whole(
        label=N_("Day due"),
        help=N_("On which day of the period it is ready: 5 is the fifth of the month."),
        example="5",
        minimum=1,
        maximum=92,
        in_list=True,
    )
    author: str = fields.link("person", label=N_("Author"), help=N_("Who prepares it."))
    kpis: tuple[str, ...] = fields.links(
        "kpi",
        label=N_("Indicators"),
        help=N_("Beside the three key ones; few figures are read to the end."),
    )
    remark: str = shared.remark(max_chars=500)


@record(
    "adjustment",
    one=N_("Adjustment"),
    many=N_("Adjustments"),
    help=N_("What you changed in the plan on the way, and why."),
)
class Adjustment(Record):
    """A change of the plan, and who knows about it."""

    what: str = fields.text(
        label=N_("What changes"),
        help=N_("The change, in one sentence."),
        example=N_("We stop Pinterest and double the stories"),
        max_chars=200,
        in_list=True,
    )
    kind: AdjustmentKind | None = fields.choice(
        AdjustmentKind,
        label=N_("About"),
        help=N_("What the change touches, for instance a network or a rhythm."),
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("From (date)"), help=N_("The day when it takes effect."), in_list=True
    )
    why: str = fields.text(
        label=N_("Why"),
        help=N_("The figure or the event that made you change."),
        example=N_("Three months below a hundred visits"),
        max_chars=240,
        in_list=True,
    )
    informed: tuple[str, ...] = fields.links(
        "person", label=N_("Informed"), help=N_("Who knows about it; the whole team should.")
    )
    objective: str = shared.objective()
