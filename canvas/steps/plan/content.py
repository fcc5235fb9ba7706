"""What is published: pillars, content types, the mission of each account (C101, C103, C121)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Priority, PurchaseStage
from canvas.steps.plan import shared
from canvas.steps.plan.choices import FormatKind, Intent, Market


@record(
    "content_pillar",
    one=N_("Content pillar"),
    many=N_("Content pillars"),
    help=N_("The three to five families of subjects that you always come back to."),
)
class ContentPillar(Record):
    """A family of subjects that belongs to the organisation."""

    name: str = fields.text(
        label=N_("Pillar"),
        help=N_("A family of subjects, in two or three words."),
        example=N_("Behind the oven"),
        max_chars=60,
        in_list=True,
    )
    promise: str = fields.text(
        label=N_("Promise"),
        help=N_("What readers get from it."),
        example=N_("See every morning how bread is made, and by whom"),
        max_chars=200,
        in_list=True,
    )
    share: float | None = fields.share(
        label=N_("Share of posts"),
        help=N_("How much of what you post it should be; the pillars add up to 100%."),
        in_list=True,
    )
    examples: tuple[str, ...] = fields.lines(
        label=N_("Subjects"),
        help=N_("Subjects that belong here, one a line."),
        example=N_("The night shift\nWhere the flour comes from"),
    )
    personas: tuple[str, ...] = fields.links(
        "persona", label=N_("Personas"), help=N_("Who it is for.")
    )
    themes: tuple[str, ...] = fields.links(
        "theme", label=N_("Themes"), help=N_("The themes of the year that it carries.")
    )


@record(
    "content_type",
    one=N_("Content type"),
    many=N_("Content types"),
    help=N_("The kinds of content that you make, the most useful first, with what they ask for."),
)
class ContentType(Record):
    """A kind of content, with its call to action and what it is made from."""

    name: str = fields.text(
        label=N_("Content type"),
        help=N_("What it is called in the team."),
        example=N_("Recipe in one minute (video)"),
        max_chars=80,
        in_list=True,
    )
    priority: Priority | None = shared.priority(in_list=True)
    cta: str = fields.text(
        label=N_("Call to action"),
        help=N_("What the reader is invited to do next."),
        example=N_("Book a loaf for Saturday"),
        max_chars=120,
        in_list=True,
    )
    share: float | None = fields.share(
        label=N_("Target share"),
        help=N_("How much of what you post it should be, to keep variety."),
        in_list=True,
    )
    derived_from: str = fields.link(
        "content_type",
        label=N_("Made from"),
        help=N_("The content that it is made from: articles become a white paper."),
    )
    intent: Intent | None = fields.choice(
        Intent, label=N_("Intent"), help=N_("What it mostly does for its reader.")
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("Where its reader stands on the way to buying."),
    )
    effort_hours: float | None = shared.effort()
    cost: int | None = shared.cost()
    lead_days: int | None = fields.whole(
        label=N_("Lead time"),
        help=N_("How many days before publication the work on it begins."),
        example="10",
        unit=N_("days"),
        minimum=0,
        maximum=366,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where this kind of content works.")
    )
    market: Market | None = fields.choice(
        Market,
        label=N_("Works with"),
        help=N_("Some content speaks to firms, some to everybody."),
    )
    is_live: bool = fields.flag(
        label=N_("Live"),
        help=N_("Tick it for a live: somebody must be there to answer."),
    )
    reuse_licence: str = fields.text(
        label=N_("Right to reuse"),
        help=N_("What readers and partners may do with it."),
        example=N_("May be quoted with our name and a link"),
        max_chars=200,
    )


@record(
    "content_mission",
    one=N_("Mission of an account"),
    many=N_("Content matrix"),
    help=N_("What each account is for, and what it publishes to do it."),
)
class ContentMission(Record):
    """A line of the content matrix: an account, its mission, what it publishes."""

    mission: str = fields.text(
        label=N_("Content mission"),
        help=N_("What this account must bring, in one sentence with a verb."),
        example=N_("Bring neighbours into the shop on weekdays"),
        max_chars=200,
        in_list=True,
    )
    account: str = shared.account(in_list=True)
    content_types: tuple[str, ...] = fields.links(
        "content_type",
        label=N_("Content types"),
        help=N_("What it publishes to fulfil its mission."),
        in_list=True,
    )
    share: float | None = fields.share(
        label=N_("Share for the mission"),
        help=N_("How much of what it posts serves this mission directly."),
        in_list=True,
    )
    objective: str = shared.objective()
    kpi: str = fields.link(
        "kpi", label=N_("Indicator"), help=N_("The figure that tells whether it works.")
    )
    personas: tuple[str, ...] = fields.links(
        "persona", label=N_("Personas"), help=N_("Who it is for.")
    )


@record(
    "content_format",
    one=N_("Way to be visible"),
    many=N_("Ways to be visible"),
    help=N_("The twelve ways to be seen on social media: choose few, and say what for."),
)
class ContentFormat(Record):
    """One of the twelve formats, chosen or left aside."""

    use: str = fields.text(
        label=N_("Use"),
        help=N_("What you do with it, concretely."),
        example=N_("A screen by the counter shows clients’ photos of the week"),
        max_chars=200,
        in_list=True,
    )
    kind: FormatKind | None = fields.choice(
        FormatKind, label=N_("Way"), help=N_("Which of the twelve ways it is."), in_list=True
    )
    is_chosen: bool = fields.flag(
        label=N_("Chosen"), help=N_("Tick it if you use it this year."), in_list=True
    )
    budget: int | None = fields.money(
        label=N_("Budget"), help=N_("What you are ready to spend on it."), in_list=True
    )
    owner: str = shared.owner()
