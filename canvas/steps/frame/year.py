"""The year: axes, highlights, experiments, revisions, and the session (C3, C4, C5, C13)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps import common
from canvas.steps.common import MethodStep, Network, Quarter


class HighlightKind(Choice):
    """What kind of moment a highlight is."""

    LAUNCH = "launch", N_("Product launch")
    EVENT = "event", N_("Event")
    TRADE_FAIR = "trade_fair", N_("Trade fair")
    SEASON = "season", N_("Season")
    SALE = "sale", N_("Special offer")
    ANNIVERSARY = "anniversary", N_("Anniversary")
    SCHOOL_BREAK = (
        "school_break",
        N_("School holidays"),
        N_("Families are free; the calendar shades these days."),
    )


class PlanLevel(Choice):
    """What was revised: the why, once a year, or the how, each quarter."""

    STRATEGY = "strategy", N_("The strategy"), N_("Why you are there; looked at once a year.")
    PLAN = "plan", N_("The action plan"), N_("How you do it; looked at every quarter.")


class ExperimentDecision(Choice):
    """What becomes of an experiment."""

    KEEP = "keep", N_("Keep it")
    EXTEND = "extend", N_("Try longer")
    STOP = "stop", N_("Stop it")


@record(
    "yearly_axis",
    one=N_("Direction"),
    many=N_("Directions of the year"),
    help=N_("Two to four directions for the year; all the rest hangs on them."),
)
class YearlyAxis(Record):
    """A direction for the whole year."""

    title: str = fields.text(
        label=N_("Direction of the year"),
        help=N_("A direction that you could repeat all year without getting bored."),
        example=N_("Show the craft"),
        max_chars=120,
        in_list=True,
    )
    rank: int | None = fields.whole(
        label=N_("Rank"),
        help=N_("1 for what comes first."),
        minimum=1,
        maximum=20,
        in_list=True,
    )
    intent: str = fields.text(
        label=N_("What it changes"),
        help=N_("What people should think or do at the end of the year."),
        example=N_("People know that everything is made here, by hand"),
        max_chars=300,
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Person in charge"),
        help=N_("Who makes sure that it moves on."),
        in_list=True,
    )


@record(
    "highlight",
    one=N_("Highlight"),
    many=N_("Highlights"),
    help=N_("The moments of the year that deserve more than an ordinary post."),
)
class Highlight(Record):
    """A moment of the year that contents gather around."""

    title: str = fields.text(
        label=N_("Moment"),
        help=N_("What happens, as you would announce it."),
        example=N_("Opening of the station shop"),
        max_chars=120,
        in_list=True,
    )
    kind: HighlightKind | None = fields.choice(
        HighlightKind,
        label=N_("Type of moment"),
        help=N_("A season comes back each year; a launch happens once."),
        in_list=True,
    )
    date_from: dt.date | None = fields.date(
        label=N_("First day"), help=N_("When it begins."), in_list=True
    )
    date_to: dt.date | None = fields.date(
        label=N_("Last day"),
        help=N_("When it ends; leave it empty for a single day."),
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Networks"),
        help=N_("Where you will speak of it."),
        in_list=True,
    )
    axis: str = fields.link(
        "yearly_axis",
        label=N_("Serves the direction"),
        help=N_("The direction of the year that it brings forward."),
    )
    message: str = fields.text(
        label=N_("Message"),
        help=N_("The one thing that people should remember of it."),
        example=N_("Warm bread from half past six, two minutes from platform 1"),
        max_chars=300,
    )


@record(
    "experiment",
    one=N_("Experiment"),
    many=N_("Experiments"),
    help=N_("Something new tried on a small scale, with an end and a verdict."),
)
class Experiment(Record):
    """A network, a format or an idea that is tried before it is adopted."""

    title: str = fields.text(
        label=N_("What you try"),
        help=N_("One new thing at a time, so that you know what worked."),
        example=N_("A weekly live from the oven at 6:30"),
        max_chars=120,
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    start: dt.date | None = fields.date(
        label=N_("Try from"), help=N_("The first day of the trial."), in_list=True
    )
    end: dt.date | None = fields.date(
        label=N_("Try until"),
        help=N_("The day on which you look at the result, whatever happens."),
        in_list=True,
    )
    decision: ExperimentDecision | None = fields.choice(
        ExperimentDecision,
        label=N_("Verdict"),
        help=N_("What becomes of it after the trial."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Person in charge"),
        help=N_("Who makes sure that it moves on."),
        in_list=True,
    )
    hypothesis: str = fields.text(
        label=N_("What you believe"),
        help=N_("Why it could work, in a form that can turn out wrong."),
        example=N_("Commuters will watch for two minutes and order before they arrive"),
        max_chars=300,
        group=N_("The bet"),
    )
    source_crossing: str = common.source_crossing(group=N_("The bet"))
    format: str = fields.text(
        label=N_("Format tried"),
        help=N_("The form of the content: live, short film, carousel, long post."),
        example=N_("Live video of two minutes"),
        group=N_("The bet"),
    )
    cost_hours: float | None = fields.number(
        label=N_("Hours it takes"),
        help=N_("All the time that the trial takes, preparation included."),
        unit=N_("hours"),
        minimum=0,
        group=N_("The bet"),
    )
    cost: int | None = fields.money(
        label=N_("Money it takes"),
        help=N_("What is spent on it beside the time."),
        group=N_("The bet"),
    )
    metric: str = fields.text(
        label=N_("What you count"),
        help=N_("The one figure that will decide, with its unit."),
        example=N_("Orders placed before 7:30, a week"),
        group=N_("The result"),
    )
    target: float | None = fields.number(
        label=N_("Figure to reach"),
        help=N_("From what figure on you would go on with it."),
        group=N_("The result"),
    )
    result: float | None = fields.number(
        label=N_("Figure reached"),
        help=N_("What was counted at the end of the trial."),
        group=N_("The result"),
    )
    learning: str = fields.text(
        label=N_("What was learned"),
        help=N_("What you know now and did not know before, success or not."),
        example=N_("People come back for the baker, not for the oven"),
        max_chars=500,
        group=N_("The result"),
    )

    @property
    def is_reached(self) -> bool | None:
        """Whether the figure was reached; None while a figure is missing."""
        if self.target is None or self.result is None:
            return None
        return self.result >= self.target


@record(
    "plan_version",
    one=N_("Revision of the plan"),
    many=N_("Revisions of the plan"),
    help=N_("The strategy holds for a year, the plan is looked at again every quarter."),
)
class PlanVersion(Record):
    """A revision of the strategy or of its plan, and why."""

    what_changed: str = fields.text(
        label=N_("What changed"),
        help=N_("What the new version does differently."),
        example=N_("Pinterest dropped, one more film a month on Instagram"),
        max_chars=300,
        in_list=True,
    )
    level: PlanLevel | None = fields.choice(
        PlanLevel,
        label=N_("Revision of"),
        help=N_("The strategy says why, the plan says how."),
        in_list=True,
    )
    year: int | None = fields.whole(
        label=N_("Year"),
        help=N_("The year that the plan covers."),
        grouped=False,
        minimum=2000,
        maximum=2200,
        in_list=True,
    )
    quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter"),
        help=N_("The quarter that the new plan is for."),
        in_list=True,
    )
    revision_date: dt.date | None = fields.date(
        label=N_("Revised on"), help=N_("The day on which it was decided."), in_list=True
    )
    why: str = fields.text(
        label=N_("Why it changed"),
        help=N_("The result, the priority or the chance that made you change."),
        example=N_("Eleven visits in three months for nine hours of work"),
        max_chars=300,
    )


@record(
    "agenda_item",
    one=N_("Part of the session"),
    many=N_("Agenda of the session"),
    help=N_("Two hours are enough for a first version: share them out between the steps."),
)
class AgendaItem(Record):
    """A part of the session in which the strategy is defined."""

    title: str = fields.text(
        label=N_("What we settle"),
        help=N_("The decision that this part of the session must bring."),
        example=N_("Which accounts we keep"),
        max_chars=120,
        in_list=True,
    )
    step: MethodStep | None = fields.choice(
        MethodStep,
        label=N_("Step"),
        help=N_("The page that is projected meanwhile."),
        in_list=True,
    )
    planned_minutes: int | None = fields.whole(
        label=N_("Time planned"),
        help=N_("Minutes set aside for it; all parts together should stay within 120."),
        unit=N_("min"),
        maximum=600,
        in_list=True,
    )
    spent_minutes: int | None = fields.whole(
        label=N_("Time spent"),
        help=N_("Minutes that it really took."),
        unit=N_("min"),
        maximum=600,
        in_list=True,
    )
    must_have: tuple[str, ...] = fields.lines(
        label=N_("Not without"),
        help=N_("What must be filled in before you go on to the next part, one a line."),
        example=N_("A decision for each account"),
        max_items=12,
    )
