"""Who works on it, for how many hours and at what cost (C127, C128)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network
from canvas.steps.plan import shared


class Belonging(Choice):
    """Whether somebody is of the organisation."""

    INTERNAL = "internal", N_("In-house")
    EXTERNAL = "external", N_("Provider"), N_("A freelancer, an agency or a school.")


_WORK = N_("What they do")
_PERIOD = N_("From when to when")


@record(
    "team_member",
    one=N_("Team member"),
    many=N_("Team"),
    help=N_("Everybody who gives time to social media, you included, with honest hours."),
)
class TeamMember(Record):
    """Somebody’s time: how much of it, at what cost, for what."""

    name: str = fields.text(
        label=N_("Name"),
        help=N_("A first name is enough."),
        example=N_("Nora"),
        max_chars=100,
        in_list=True,
    )
    belonging: Belonging | None = fields.choice(
        Belonging,
        label=N_("In-house or provider"),
        help=N_("Somebody of yours, or somebody that you pay for it."),
        in_list=True,
    )
    hours_week: float | None = fields.number(
        label=N_("Hours a week"),
        help=N_("Time that is really free for social media in an ordinary week."),
        example="4",
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
        essential=True,
    )
    cost_hour: int | None = fields.money(
        label=N_("Cost of an hour"),
        help=N_("Salary with charges, or the provider’s rate: time is never free."),
        in_list=True,
    )
    person: str = fields.link(
        "person",
        label=N_("Person of the project"),
        help=N_("The same person in the list of people, so that tasks and hours meet."),
    )
    role: str = fields.text(
        label=N_("Role"),
        help=N_("What they answer for."),
        example=N_("Photos and Instagram"),
        max_chars=140,
        group=_WORK,
    )
    skills: tuple[str, ...] = fields.lines(
        label=N_("Skills"),
        help=N_("What they do well, one a line: writing, filming or answering."),
        example=N_("Writing\nPhotography"),
        max_chars=100,
        group=_WORK,
    )
    writes_well: bool = fields.flag(
        label=N_("Good writer"),
        help=N_("Tick those whose texts people like to read."),
        group=_WORK,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where they publish or answer."), group=_WORK
    )
    start: dt.date | None = shared.start(group=_PERIOD)
    end: dt.date | None = shared.end(group=_PERIOD)


@record(
    "absence",
    one=N_("Absence"),
    many=N_("Absences"),
    help=N_("Holidays and busy seasons, when there are fewer hours than usual."),
)
class Absence(Record):
    """A period in which somebody has fewer hours, or none."""

    reason: str = fields.text(
        label=N_("Absence for"),
        help=N_("Holidays, stocktaking or a trade fair."),
        example=N_("Summer holidays"),
        max_chars=120,
        in_list=True,
    )
    member: str = fields.link(
        "team_member", label=N_("Team member"), help=N_("Who is away."), in_list=True
    )
    start: dt.date | None = shared.start(in_list=True)
    end: dt.date | None = shared.end(in_list=True)
    hours_week: float | None = fields.number(
        label=N_("Hours left"),
        help=N_("Hours a week that remain; leave empty if none do."),
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
    )
    replaced_by: str = fields.link(
        "team_member", label=N_("Replaced by"), help=N_("Who takes over meanwhile.")
    )
