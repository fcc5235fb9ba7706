"""Six ways of being on social media, and where we stand with each network (C75, C80)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class Group(Choice):
    """What people do on social media, from the most to the least active."""

    HYPERACTIVE = (
        "hyperactive",
        N_("Very active"),
        N_("They publish a lot: make them part of what you do."),
    )
    CRITICS = (
        "critics",
        N_("Critics"),
        N_("They comment and review: give them a place, then answer in private."),
    )
    COLLECTORS = (
        "collectors",
        N_("Collectors"),
        N_("They save, compare, know the market: ask them how to do better."),
    )
    FOLLOWERS = (
        "followers",
        N_("Joiners"),
        N_("They have profiles and rarely speak: a contest or a referral gets them started."),
    )
    SPECTATORS = (
        "spectators",
        N_("Spectators"),
        N_(
            "They look on, and there are many of them: be in their feed and invite "
            "them to something."
        ),
    )
    INACTIVES = (
        "inactives",
        N_("Inactive"),
        N_("They do not come: give a good reason to, advertise, or reach them elsewhere."),
    )


class Phase(Choice):
    """How to behave somewhere, as at a party where one knows nobody yet."""

    LISTEN = "listen", N_("Listen"), N_("Hear what people speak of before you say anything.")
    DISCUSS = "discuss", N_("Discuss"), N_("Answer, ask, help; do not speak of yourself.")
    ASSOCIATE = "associate", N_("Associate"), N_("Do things together, propose, and only then sell.")


@record(
    "technographic_group",
    one=N_("Group of contacts"),
    many=N_("Groups of contacts"),
    help=N_("How your contacts behave on social media, and your tactic for each group."),
)
class TechnographicGroup(Record):
    """One of the six groups: its weight among our contacts, and what to do (C75)."""

    group: Group | None = fields.choice(
        Group,
        label=N_("Group"),
        help=N_("One line for each of the six groups."),
        in_list=True,
    )
    share: float | None = fields.share(
        label=N_("Part of our contacts"),
        help=N_("A guess is enough; the six groups together make 100%."),
        in_list=True,
    )
    tactic: str = fields.text(
        label=N_("Tactic"),
        help=N_("How you speak to them, in one sentence."),
        example=N_("Ask one question a week that is answered with one word"),
        max_chars=300,
        in_list=True,
    )
    action: str = fields.text(
        label=N_("First action"),
        help=N_("The first thing that you will do for them."),
        example=N_("A vote in stories: which loaf comes back in March?"),
        max_chars=300,
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Owner"),
        help=N_("The one person who answers for it."),
        in_list=True,
    )
    due: dt.date | None = fields.date(
        label=N_("Due date"), help=N_("The day when it must be done.")
    )
    examples: tuple[str, ...] = fields.lines(
        label=N_("Examples"),
        help=N_("People that you know and who behave like that, one a line."),
        example=N_("The neighbour who photographs every breakfast"),
    )


@record(
    "network_phase",
    one=N_("Behaviour on a network"),
    many=N_("Behaviour by network"),
    help=N_("Interest and entertain before you sell: where you are on each network."),
)
class NetworkPhase(Record):
    """How to behave on one network for now (C80)."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that it is about."),
        in_list=True,
    )
    phase: Phase | None = fields.choice(
        Phase,
        label=N_("Phase"),
        help=N_("As at a party: listen first, then join the talk, then do things together."),
        in_list=True,
    )
    actions: tuple[str, ...] = fields.lines(
        label=N_("What we do there"),
        help=N_("What this means in practice, one a line."),
        example=N_("Comment on three posts of neighbours a day"),
        in_list=True,
    )
    next_on: dt.date | None = fields.date(
        label=N_("Next phase on"),
        help=N_("The day when you decide whether to go one phase further."),
        in_list=True,
    )
    sign: str = fields.text(
        label=N_("Sign that it is time"),
        help=N_("What tells you that people are ready for the next phase."),
        example=N_("People answer us, and ask questions of their own"),
        max_chars=300,
    )
