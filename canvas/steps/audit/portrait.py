"""The organisation seen from inside, and the portrait that sums it all up (C20, C23, C33)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class GroupKind(Choice):
    """Who may speak of the organisation beside its own accounts."""

    EMPLOYEES = "employees", N_("Employees")
    MANAGEMENT = "management", N_("Management")
    DISTRIBUTORS = "distributors", N_("Distributors")
    PARTNERS = "partners", N_("Partners")


@record(
    "portrait",
    one=N_("Portrait of the situation"),
    many=N_("Portrait of the situation"),
    help=N_("The audit in a few lines: where you are, and where you want to go."),
    single=True,
)
class Portrait(Record):
    """The written portrait of the situation."""

    situation: str = fields.long_text(
        label=N_("Where we are"),
        help=N_("Three or four sentences, one a line, that a newcomer would understand."),
        example=N_("Everybody in the district knows the shop, and hardly anybody finds it online."),
        max_chars=2_000,
    )
    ambition: str = fields.long_text(
        label=N_("Where we want to go"),
        help=N_("What should be different in a year, the most important first."),
        example=N_("Become the place that people recommend when they have guests"),
        max_chars=2_000,
    )
    starts_from_zero: bool = fields.flag(
        label=N_("We have no account yet"),
        help=N_("Tick it if you start from nothing: the audit then looks at competitors only."),
    )


@record(
    "identity",
    one=N_("Identity"),
    many=N_("Identity"),
    help=N_("What the organisation says of itself already, and what could be published of it."),
    single=True,
)
class Identity(Record):
    """The company's mission, vision and values, as contents to use again."""

    company_mission: str = fields.long_text(
        label=N_("Mission of the company"),
        help=N_("Why it exists, in the words of its own documents or of its founder."),
        example=N_("Feed the district well, every day, with what grows within 50 km"),
        max_chars=1_000,
    )
    vision: str = fields.long_text(
        label=N_("Vision of the company"),
        help=N_("What it wants the world, or the district, to look like."),
        example=N_("A street where every child knows what good bread is"),
        max_chars=1_000,
    )
    values: tuple[str, ...] = fields.lines(
        label=N_("Values"),
        help=N_("What it never gives up, one value a line."),
        example=N_("Nothing goes to waste"),
        max_items=12,
    )
    reuse_ideas: tuple[str, ...] = fields.lines(
        label=N_("What could be published of it"),
        help=N_("How each value could be shown rather than told, one idea a line."),
        example=N_("What becomes of the unsold loaves, filmed at closing time"),
    )


@record(
    "stakeholder_group",
    one=N_("Group around you"),
    many=N_("Groups around you"),
    help=N_("Employees, distributors, partners: how they look and whether they share your news."),
)
class StakeholderGroup(Record):
    """How a group of people around the organisation behaves on social media."""

    name: str = fields.text(
        label=N_("Group of people"),
        help=N_("Whom it is about."),
        example=N_("Sales staff of both shops"),
        max_chars=120,
        in_list=True,
    )
    kind: GroupKind | None = fields.choice(
        GroupKind, label=N_("Relation to us"), help=N_("What links them to you."), in_list=True
    )
    people_count: int | None = fields.whole(
        label=N_("How many people"), help=N_("A rough count is enough."), in_list=True
    )
    with_pro_photo: int | None = fields.whole(
        label=N_("With a professional photo"),
        help=N_("How many of them show a neat portrait on their profile."),
        in_list=True,
    )
    sharing_rate: float | None = fields.share(
        label=N_("Share our news"),
        help=N_("Of a hundred, how many passed on something of yours this quarter."),
        in_list=True,
    )
    note: str = fields.text(
        label=N_("Remark"),
        help=N_("Anything else that the team should know."),
        example=N_("Two of them post their own cakes, very well"),
        max_chars=500,
    )
