"""Where the audience passes: the sector's networks and the crossroads (C26, C31)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class CrossroadsLevel(Choice):
    """How much of the audience passes through a network."""

    INDISPENSABLE = (
        "indispensable",
        N_("Indispensable"),
        N_("Most of your customers pass there; being absent would be noticed."),
    )
    USEFUL = "useful", N_("Useful"), N_("Some of them pass there.")
    MINOR = "minor", N_("Minor"), N_("Hardly anybody whom you want to reach.")


@record(
    "sector_network",
    one=N_("Network of the sector"),
    many=N_("Networks of the sector"),
    help=N_("The networks that prospects and clients of your sector use most."),
)
class SectorNetwork(Record):
    """How much a network is used in the sector."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    rank: int | None = fields.whole(
        label=N_("Place in the sector"),
        help=N_("1 for the network that your customers use most."),
        minimum=1,
        maximum=30,
        in_list=True,
    )
    evidence: str = fields.text(
        label=N_("What shows it"),
        help=N_("A date, a figure or an example."),
        example=N_("Asked at the counter in May: 31 of 50 customers use it every day"),
        max_chars=300,
        in_list=True,
    )


@record(
    "audience_crossroads",
    one=N_("Audience crossroads"),
    many=N_("Audience crossroads"),
    help=N_("Where the people whom you want to reach pass anyway, and where they do not."),
)
class AudienceCrossroads(Record):
    """How indispensable a network is to reach the audience."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network it is about."),
        in_list=True,
    )
    level: CrossroadsLevel | None = fields.choice(
        CrossroadsLevel,
        label=N_("How indispensable"),
        help=N_("Indispensable, useful or minor for your own customers, not in general."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Reason"),
        help=N_("Who passes there, and how you know."),
        example=N_("Parents of the two schools, who ask there where to buy"),
        max_chars=300,
        in_list=True,
    )
