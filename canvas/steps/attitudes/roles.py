"""Who does what on each network (C89)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network

TASKS = ("publishers", "repliers", "moderators")
"""The fields of `NetworkRole` without which a network is not looked after."""


@record(
    "network_role",
    one=N_("Roles on a network"),
    many=N_("Roles by network"),
    help=N_("On each network: who publishes, who replies, who moderates, who approves."),
)
class NetworkRole(Record):
    """Who publishes, replies, moderates and validates on one network."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that this is about."),
        in_list=True,
    )
    publishers: tuple[str, ...] = fields.links(
        "person",
        label=N_("Publishes"),
        help=N_("Whoever puts posts online."),
        in_list=True,
        essential=True,
    )
    repliers: tuple[str, ...] = fields.links(
        "person",
        label=N_("Replies to people"),
        help=N_("Whoever answers comments and messages."),
        in_list=True,
    )
    moderators: tuple[str, ...] = fields.links(
        "person",
        label=N_("Moderates"),
        help=N_("Whoever hides insults and spam, and calms discussions down."),
        in_list=True,
    )
    validators: tuple[str, ...] = fields.links(
        "person",
        label=N_("Validates"),
        help=N_("Whoever approves a post before it goes out; nobody is a possible answer."),
        in_list=True,
    )
    backups: tuple[str, ...] = fields.links(
        "person",
        label=N_("Stands in"),
        help=N_("Whoever takes over during holidays and illness."),
        in_list=True,
    )
    alerted: tuple[str, ...] = fields.links(
        "person",
        label=N_("Alerted"),
        help=N_("Whoever is told when something goes wrong."),
    )
    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("The account, where you have several on the same network."),
    )
    note: str = fields.text(
        label=N_("Remark"),
        help=N_("What the table does not say, for instance weekends."),
        example=N_("At weekends only urgent messages are answered"),
        max_chars=280,
    )
