"""SMART objectives: one box a letter, one of them the main one (C43, C44, C46, C48)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps import common


class ObjectiveType(Choice):
    """What an objective is after."""

    AWARENESS = "awareness", N_("Awareness"), N_("Be seen and known by more of the right people.")
    TRAFFIC = "traffic", N_("Website traffic"), N_("Bring visitors to the site or the shop.")
    SEO = "seo", N_("Search ranking"), N_("Be found in search engines, mostly through a blog.")
    LEADS = "leads", N_("Contacts to follow up"), N_("Forms, sign-ups and downloads.")
    SALES = "sales", N_("Sales"), N_("Orders that social media bring or help to bring.")
    LOYALTY = (
        "loyalty",
        N_("Turning clients into fans"),
        N_("Make clients come back and speak of you."),
    )
    COMMUNITY = (
        "community",
        N_("Close relations"),
        N_("Stay close to staff, clients, suppliers, partners and investors."),
    )
    REPUTATION = (
        "reputation",
        N_("Online reputation"),
        N_("Know what is said of you and answer it."),
    )
    NEW_AUDIENCE = (
        "new_audience",
        N_("New audience"),
        N_("Reach one group of people who do not know you yet."),
    )
    BUSINESS = (
        "business",
        N_("Business growth"),
        N_("Partners, new places, new offers: the organisation as a whole."),
    )
    RECRUITMENT = "recruitment", N_("Recruitment"), N_("Make people want to work with you.")


class Horizon(Choice):
    """How far ahead an objective lies."""

    SHORT = "short", N_("Short term"), N_("Within three months or so.")
    MEDIUM = "medium", N_("Medium term"), N_("Within the year.")
    LONG = "long", N_("Long term"), N_("Beyond a year.")


class Nature(Choice):
    """Whether an objective is counted or judged."""

    QUANTITATIVE = "quantitative", N_("Quantitative"), N_("A number tells whether it is reached.")
    QUALITATIVE = "qualitative", N_("Qualitative"), N_("An opinion or an image must change.")


class Maturity(Choice):
    """How much was done on this subject before; it decides what growth is believable."""

    NEW = "new", N_("Nothing done so far"), N_("Doubling is possible: you start from almost zero.")
    GROWING = "growing", N_("Growing"), N_("The easy gains are behind you, large ones ahead.")
    MATURE = "mature", N_("Well established"), N_("Each further step costs more: aim at less.")


_SPECIFIC = N_("Specific: what exactly")
_MEASURABLE = N_("Measurable: from what to what")
_ATTAINABLE = N_("Attainable: with what means")
_REALISTIC = N_("Realistic: why it can work")
_TIME_BOUND = N_("Time-bound: by when")


@record(
    "objective",
    one=N_("Objective"),
    many=N_("Objectives"),
    help=N_("What social media must achieve, measured and dated; one of them is the main one."),
)
class Objective(Record):
    """One SMART objective (C46), its five letters in separate boxes."""

    title: str = fields.text(
        label=N_("Objective"),
        help=N_("What you want to reach, in one short line."),
        example=N_("Bring 60 people a month to the Saturday bread workshop page"),
        max_chars=160,
        in_list=True,
        essential=True,
    )
    is_primary: bool = fields.flag(
        label=N_("Main objective"),
        help=N_("Tick exactly one: it decides whenever two ideas compete for the same time."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Owner"),
        help=N_("The one person who answers for it."),
        in_list=True,
    )
    mission: str = fields.link(
        "mission",
        label=N_("Mission served"),
        help=N_("The mission that this objective makes progress on."),
    )
    source_crossing: str = common.source_crossing()
    type: ObjectiveType | None = fields.choice(
        ObjectiveType,
        label=N_("Type of objective"),
        help=N_("The family that it belongs to, so that the right indicators are proposed."),
        group=_SPECIFIC,
    )
    specific: str = fields.long_text(
        label=N_("Exactly what"),
        help=N_("What will have changed, for whom and where, so that nobody can mistake it."),
        example=N_("People of the town who visit the workshop page from Instagram or Facebook"),
        max_chars=1_000,
        group=_SPECIFIC,
    )
    concrete_form: str = fields.text(
        label=N_("Concrete form"),
        help=N_("How one will see it in daily life once it is reached."),
        example=N_("The Saturday workshop is full three weeks ahead"),
        max_chars=300,
        group=_SPECIFIC,
    )
    nature: Nature | None = fields.choice(
        Nature,
        label=N_("Nature"),
        help=N_("Counted with a number, or judged from what people say."),
        group=_SPECIFIC,
    )
    metric: str = fields.text(
        label=N_("What is counted"),
        help=N_("The figure that tells whether you are getting closer."),
        example=N_("Visits of the workshop page that come from social media"),
        group=_MEASURABLE,
        essential=True,
    )
    unit: str = fields.text(
        label=N_("Unit"),
        help=N_("What stands after the number: visits, €, %, messages a month."),
        example=N_("visits/month"),
        max_chars=40,
        group=_MEASURABLE,
    )
    baseline: float | None = fields.number(
        label=N_("Starting value"),
        help=N_("Where the figure stands today; 0 is a value too."),
        group=_MEASURABLE,
        in_list=True,
        essential=True,
    )
    baseline_date: dt.date | None = fields.date(
        label=N_("Measured on"),
        help=N_("The day when the starting value was read."),
        group=_MEASURABLE,
    )
    target: float | None = fields.number(
        label=N_("Value to reach"),
        help=N_("Where the figure must stand on the due date."),
        group=_MEASURABLE,
        in_list=True,
        essential=True,
    )
    means: tuple[str, ...] = fields.lines(
        label=N_("Means needed"),
        help=N_("People, hours, tools or money without which it will not happen, one a line."),
        example=N_("Two posts a week and one short video, 3 hours in all"),
        group=_ATTAINABLE,
    )
    deliverables: tuple[str, ...] = fields.lines(
        label=N_("Deliverables"),
        help=N_("What will exist at the end that does not exist today, one a line."),
        example=N_("Ten short videos of the workshop"),
        group=_ATTAINABLE,
    )
    hours_week: float | None = fields.number(
        label=N_("Time needed"),
        help=N_("Hours a week, all people together."),
        unit=N_("h/week"),
        minimum=0,
        group=_ATTAINABLE,
    )
    budget: int | None = fields.money(
        label=N_("Budget needed"),
        help=N_("Money for the whole period, your own time left aside."),
        group=_ATTAINABLE,
    )
    maturity: Maturity | None = fields.choice(
        Maturity,
        label=N_("How far you are"),
        help=N_("Doubling is believable from almost nothing, rarely when much was done already."),
        group=_REALISTIC,
    )
    realistic: str = fields.long_text(
        label=N_("Why it is realistic"),
        help=N_("What makes you believe it: a past result, a comparable case, an order of size."),
        example=N_("A single post in May brought 18 visits, and we posted twice that month"),
        max_chars=1_000,
        group=_REALISTIC,
    )
    horizon: Horizon | None = fields.choice(
        Horizon,
        label=N_("Horizon"),
        help=N_("Short, medium or long term: have a little of each."),
        group=_TIME_BOUND,
    )
    start: dt.date | None = fields.date(
        label=N_("Start date"),
        help=N_("The day when the work on it begins."),
        group=_TIME_BOUND,
    )
    due: dt.date | None = fields.date(
        label=N_("Due date"),
        help=N_("The day when the value must be reached."),
        group=_TIME_BOUND,
        in_list=True,
    )
    review_date: dt.date | None = fields.date(
        label=N_("First check"),
        help=N_("The day when you first look at the result, half-way for instance."),
        group=_TIME_BOUND,
    )
