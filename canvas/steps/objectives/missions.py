"""What social media are there for: missions, account by account, and the brand (C37–C41)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network


class MissionRank(Choice):
    """Whether a mission comes first."""

    MAIN = "main", N_("Main mission"), N_("The one reason to be there; only one.")
    SECONDARY = "secondary", N_("Secondary mission"), N_("What comes along with it; two at most.")


class AccountRole(Choice):
    """How much one account carries."""

    MAIN = "main", N_("Main account"), N_("Where most of the effort goes.")
    SECONDARY = "secondary", N_("Secondary account"), N_("Kept alive with less effort.")
    DEFENSIVE = (
        "defensive",
        N_("Defensive account"),
        N_("The name is reserved and the profile complete, with very little activity."),
    )


@record(
    "mission",
    one=N_("Mission"),
    many=N_("Missions"),
    help=N_("Why you are on social media: one main mission, and up to two secondary ones."),
)
class Mission(Record):
    """What being on social media is for (C37, C38)."""

    text: str = fields.text(
        label=N_("Mission"),
        help=N_("One sentence that starts with a verb: what your presence is there to do."),
        example=N_("Make the neighbourhood choose our bread for what it is: made here, by hand"),
        max_chars=300,
        in_list=True,
        essential=True,
    )
    rank: MissionRank | None = fields.choice(
        MissionRank,
        label=N_("Importance"),
        help=N_("One mission is the main one; the others come after it."),
        in_list=True,
    )
    company_goal: str = fields.text(
        label=N_("Company goal served"),
        help=N_("The goal of the whole organisation that this mission contributes to."),
        example=N_("Sell 15% more on weekdays by the end of the year"),
        max_chars=300,
        in_list=True,
    )
    detail: str = fields.long_text(
        label=N_("In detail"),
        help=N_(
            "What it covers and what it leaves out: the more precise, the easier "
            "it is to choose content."
        ),
        example=N_("Show the bakers at work, answer questions about flour, never run discounts"),
    )
    brand_fit: str = fields.text(
        label=N_("Link with the brand"),
        help=N_("How this mission reflects your tone, your look and the image you want to give."),
        example=N_("Warm and precise, like a conversation at the counter"),
        max_chars=300,
    )
    purposes: tuple[str, ...] = fields.links(
        "purpose",
        label=N_("Purposes served"),
        help=N_("Which of the purposes chosen in the frame it answers."),
    )


@record(
    "account_mission",
    one=N_("Mission of an account"),
    many=N_("Missions by account"),
    help=N_("What each account, page, group or blog is for, and how much effort it deserves."),
)
class AccountMission(Record):
    """What one account is for (C40)."""

    text: str = fields.text(
        label=N_("Mission of the account"),
        help=N_("What this account does that the others do not."),
        example=N_("Show what comes out of the oven every morning and bring people to the shop"),
        max_chars=300,
        in_list=True,
        essential=True,
    )
    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("An account of the audit; leave it empty if it does not exist yet."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network to open"),
        help=N_("Only where there is no account yet: the network that you plan to join."),
        in_list=True,
    )
    role: AccountRole | None = fields.choice(
        AccountRole,
        label=N_("Role of the account"),
        help=N_("Main, secondary, or defensive: the name is reserved and little else happens."),
        in_list=True,
    )
    effort_share: float | None = fields.share(
        label=N_("Part of the effort"),
        help=N_("Which part of your time goes there; all accounts together make 100%."),
        in_list=True,
    )
    mission: str = fields.link(
        "mission",
        label=N_("Mission served"),
        help=N_("The overall mission that this account serves first."),
    )
    audience_note: str = fields.text(
        label=N_("Whom it speaks to"),
        help=N_("The people whom you meet there and not elsewhere."),
        example=N_("Families of the neighbourhood, 30 to 50 years old"),
    )


@record(
    "brand",
    one=N_("Brand"),
    many=N_("Brand"),
    help=N_("The tone, the look and the image that every account must reflect."),
    single=True,
)
class Brand(Record):
    """What the missions must reflect of the brand (C39)."""

    image_to_convey: str = fields.text(
        label=N_("Image to convey"),
        help=N_("What people should think of you after six months of following you."),
        example=N_("Craftspeople who know their flour and love to explain it"),
        max_chars=300,
    )
    tone_words: tuple[str, ...] = fields.lines(
        label=N_("Tone in a few words"),
        help=N_("Three to five adjectives for the way you speak, one a line."),
        example=N_("Warm"),
        max_items=8,
        max_chars=40,
    )
    tagline: str = fields.text(
        label=N_("Tagline"),
        help=N_("The short phrase that goes with your name, if you have one."),
        example=N_("Bread takes time"),
        max_chars=120,
    )
    main_color: str = fields.color(
        label=N_("Main colour"),
        help=N_("The colour that people recognise you by, as #RRGGBB."),
        example="#B45309",
        group=N_("Look"),
    )
    second_color: str = fields.color(
        label=N_("Second colour"),
        help=N_("The colour that goes with it, for backgrounds or buttons."),
        group=N_("Look"),
    )
    accent_color: str = fields.color(
        label=N_("Accent colour"),
        help=N_("A colour to use little, for what must be seen first."),
        group=N_("Look"),
    )
    fonts: tuple[str, ...] = fields.lines(
        label=N_("Fonts"),
        help=N_("The typefaces of your logo, titles and texts, one a line."),
        example="Lora",
        max_items=6,
        max_chars=80,
        group=N_("Look"),
    )
    logo: str = fields.url(
        label=N_("Logo"),
        help=N_("Where the team finds the logo files: an address or a shared folder."),
        group=N_("Look"),
    )
    picture_style: str = fields.text(
        label=N_("Style of pictures"),
        help=N_("What your photos and videos have in common: light, framing, people or products."),
        example=N_("Natural light, hands at work, never stock photos"),
        max_chars=300,
        group=N_("Look"),
    )
