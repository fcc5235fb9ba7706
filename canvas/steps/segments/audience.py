"""People who influence a purchase without buying, and those who speak for you (C71, C71b)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Priority, Quarter


class AudienceKind(Choice):
    """Who else has a say in what people buy."""

    INFLUENCER = (
        "influencer",
        N_("Advisers and influencers"),
        N_("Bloggers, consultants, experts: give them cases, figures, invitations."),
    )
    JOURNALIST = (
        "journalist",
        N_("Journalists"),
        N_("Give them stories and people to interview, not advertising."),
    )
    INVESTOR = (
        "investor",
        N_("Investors"),
        N_("Confirm that they chose well: results, press, awards."),
    )
    EMPLOYEE = "employee", N_("Employees"), N_("Give them something to be proud of and to share.")
    SUPPLIER = "supplier", N_("Suppliers"), N_("Show their work in yours.")
    PARTNER = "partner", N_("Partners"), N_("Speak of them, and they will speak of you.")
    INSTITUTION = "institution", N_("Town and associations"), N_("Local life, events, causes.")
    CANDIDATE = "candidate", N_("Job seekers"), N_("Show the team and its daily life.")


class AmbassadorKind(Choice):
    """From where somebody speaks for you."""

    EMPLOYEE = "employee", N_("Employee or manager")
    CLIENT = "client", N_("Devoted client")
    PARTNER = "partner", N_("Partner or supplier")
    EVANGELIST = "evangelist", N_("Fan from outside")


class AmbassadorRole(Choice):
    """How an ambassador takes part."""

    SPEAKS = "speaks", N_("Publishes under their own name")
    RELAYS = "relays", N_("Shares our news")
    VIP = "vip", N_("Member of the VIP club")
    PORTRAYED = "portrayed", N_("Client of the month")
    CO_DEVELOPS = "co_develops", N_("Helps to develop products")
    TESTIFIES = "testifies", N_("Gives a testimonial")


class ProfileState(Choice):
    """Whether an ambassador's own profile serves."""

    READY = "ready", N_("Profile ready")
    TO_IMPROVE = "to_improve", N_("Profile to improve")
    TO_CHECK = "to_check", N_("Profile to check")


class AmbassadorState(Choice):
    """How far one is with an ambassador."""

    TO_INVITE = "to_invite", N_("To invite")
    INVITED = "invited", N_("Invited")
    ACTIVE = "active", N_("Takes part")
    STOPPED = "stopped", N_("No longer takes part")


@record(
    "audience",
    one=N_("Influential audience"),
    many=N_("Influential audiences"),
    help=N_("People who do not buy but influence those who do, and what you can give them."),
)
class Audience(Record):
    """An audience beside clients and prospects (C71)."""

    name: str = fields.text(
        label=N_("Audience"),
        help=N_("What you call these people, as precisely as you can."),
        example=N_("Food journalists of the local press"),
        max_chars=120,
        in_list=True,
    )
    kind: AudienceKind | None = fields.choice(
        AudienceKind,
        label=N_("Kind of audience"),
        help=N_("Each kind expects something else from you."),
        in_list=True,
    )
    what_they_want: str = fields.text(
        label=N_("What they want"),
        help=N_("What makes their own work easier or their name better known."),
        example=N_("A story with a face, photos, and an answer within the day"),
        max_chars=300,
        in_list=True,
    )
    what_we_give: str = fields.text(
        label=N_("What we give them"),
        help=N_("Reports, cases, invitations, interviews, exclusive news…"),
        example=N_("A night at the bakery, from the first dough to the opening"),
        max_chars=300,
        in_list=True,
    )
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("Hot prospects usually come first, then warm ones and influencers, then cold."),
        in_list=True,
    )
    focus_quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter of focus"),
        help=N_("The quarter when you put most of your effort on them."),
    )
    contact_networks: tuple[Network, ...] = fields.choices(
        Network,
        label=N_("Where to reach them"),
        help=N_("The networks where they read and answer; journalists are rarely on Snapchat."),
    )
    contact_channel: str = fields.text(
        label=N_("Contact"),
        help=N_("An address, a person, an event: how you get hold of them."),
        example=N_("Newsroom e-mail, and the harbour festival in June"),
        max_chars=200,
    )
    owner: str = fields.link(
        "person", label=N_("Owner"), help=N_("The one person who answers for it.")
    )


@record(
    "ambassador",
    one=N_("Ambassador"),
    many=N_("Ambassadors"),
    help=N_("People who speak for you: colleagues, devoted clients, partners."),
)
class Ambassador(Record):
    """Somebody who speaks for the brand (C71b)."""

    name: str = fields.text(
        label=N_("Name"),
        help=N_("First name and surname, or the first name that everybody uses."),
        example=N_("Lucie, head baker"),
        max_chars=120,
        in_list=True,
    )
    kind: AmbassadorKind | None = fields.choice(
        AmbassadorKind,
        label=N_("Speaks as"),
        help=N_("A colleague, a client, a partner, or a fan from outside."),
        in_list=True,
    )
    role: AmbassadorRole | None = fields.choice(
        AmbassadorRole,
        label=N_("Part played"),
        help=N_("How they take part; one thing done well is enough."),
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where they are active."), in_list=True
    )
    profile: ProfileState | None = fields.choice(
        ProfileState,
        label=N_("Their profile"),
        help=N_("Whether photo, title and link make one want to follow them."),
        in_list=True,
    )
    state: AmbassadorState | None = fields.choice(
        AmbassadorState,
        label=N_("How far"),
        help=N_("Whether you asked them, and what they answered."),
        in_list=True,
    )
    asked_actions: tuple[str, ...] = fields.lines(
        label=N_("What we ask of them"),
        help=N_("Small and precise actions, one a line."),
        example=N_("Film the oven once a week"),
    )
    reward: str = fields.text(
        label=N_("What they get"),
        help=N_("Thanks, first tastings, a place in the spotlight: rarely money."),
        example=N_("First to taste the new loaf, named on the shop’s wall"),
        max_chars=300,
    )
    profile_url: str = fields.url(
        label=N_("Profile address"), help=N_("The page that people will see.")
    )
    person: str = fields.link(
        "person",
        label=N_("Person of the project"),
        help=N_("The same person in the list of people, for a colleague."),
    )
    segment: str = fields.link(
        "segment",
        label=N_("Segment"),
        help=N_("The segment that this client belongs to, if it is one."),
    )
    owner: str = fields.link(
        "person",
        label=N_("Looked after by"),
        help=N_("Who keeps in touch with them."),
    )
    agreed_on: dt.date | None = fields.date(
        label=N_("Agreed on"), help=N_("The day when they said yes.")
    )
