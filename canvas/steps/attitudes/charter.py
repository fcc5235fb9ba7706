"""What is said in the organisation's name, and by whom (C85, C90, C91, C93)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class Audience(Choice):
    """Who a rule is for."""

    EVERYBODY = "everybody", N_("Everybody")
    STAFF = "staff", N_("All staff")
    COMMUNITY_MANAGER = (
        "community_manager",
        N_("Community manager"),
        N_("Whoever runs the accounts day by day."),
    )
    MANAGEMENT = "management", N_("Management")
    PARTNERS = "partners", N_("Shops and partners")


class RuleKind(Choice):
    """What a rule does."""

    ENCOURAGED = "encouraged", N_("Encouraged")
    ALLOWED = "allowed", N_("Allowed")
    FORBIDDEN = "forbidden", N_("Forbidden")


class Actor(Choice):
    """What part of the organisation somebody speaks from."""

    MANAGEMENT = "management", N_("Management")
    COMMUNICATION = "communication", N_("Communication")
    STAFF = "staff", N_("Staff")
    SALES = "sales", N_("Sales team")
    SHOP = "shop", N_("Point of sale")
    PARTNER = "partner", N_("Partner or reseller")
    AMBASSADOR = "ambassador", N_("Ambassador")


class SpeakingFrom(Choice):
    """From which account somebody speaks."""

    OURS = "ours", N_("Our accounts")
    OWN = "own", N_("Their own account")
    BOTH = "both", N_("Both")


class Approval(Choice):
    """Whether somebody reads a post before it goes out."""

    NONE = "none", N_("No approval")
    SENSITIVE = "sensitive", N_("Sensitive subjects only")
    ALWAYS = "always", N_("Before each post")


class GuidelineKind(Choice):
    """Whether a line says what to do or what to leave."""

    DO = "do", N_("We do")
    DONT = "dont", N_("We avoid")


@record(
    "charter_rule",
    one=N_("Charter rule"),
    many=N_("Charter"),
    help=N_("A few plain rules for those who speak of you online: ten at most will be read."),
)
class CharterRule(Record):
    """One rule of the usage charter."""

    rule: str = fields.text(
        label=N_("Rule"),
        help=N_("One rule in one sentence that anybody in the team understands."),
        example=N_("Speak of your work as yourself, and say that you work here"),
        max_chars=280,
        in_list=True,
    )
    kind: RuleKind | None = fields.choice(
        RuleKind,
        label=N_("Encouraged or not"),
        help=N_("A charter that only forbids keeps people silent: encourage as well."),
        in_list=True,
    )
    audience: Audience | None = fields.choice(
        Audience,
        label=N_("Rule for"),
        help=N_("Who must know this rule."),
        default=Audience.EVERYBODY,
        in_list=True,
    )
    example: str = fields.text(
        label=N_("For instance"),
        help=N_("A case that makes the rule clear."),
        example=N_("“I bake at Port Bakery, and I am proud of our rye bread”"),
        max_chars=500,
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Because"),
        help=N_("Why the rule is there; people keep rules that they understand."),
        example=N_("Readers trust people who say where they work"),
        max_chars=280,
    )


@record(
    "speaking_policy",
    one=N_("Right to speak"),
    many=N_("Who may speak"),
    help=N_(
        "For each part of the organisation: what it speaks about, in which tone, and who approves."
    ),
)
class SpeakingPolicy(Record):
    """What one actor of the organisation may say."""

    actor: str = fields.text(
        label=N_("Speaker"),
        help=N_("The group or the person, in your own words."),
        example=N_("The two sales assistants of the harbour shop"),
        max_chars=120,
        in_list=True,
    )
    kind: Actor | None = fields.choice(
        Actor,
        label=N_("Part of"),
        help=N_("Which part of the organisation they speak from."),
        in_list=True,
    )
    topics: tuple[str, ...] = fields.lines(
        label=N_("Speaks on"),
        help=N_("The subjects on which they may speak, one a line."),
        example=N_("The products of the day"),
        in_list=True,
    )
    approval: Approval | None = fields.choice(
        Approval,
        label=N_("Approval"),
        help=N_("Whether somebody reads their posts before they go out."),
        in_list=True,
    )
    approver: str = fields.link(
        "person",
        label=N_("Approved by"),
        help=N_("The person who approves."),
    )
    off_limits: tuple[str, ...] = fields.lines(
        label=N_("Leaves to others"),
        help=N_("The subjects on which they do not speak, one a line."),
        example=N_("Prices and recruitment"),
    )
    tone: str = fields.text(
        label=N_("Tone"),
        help=N_("How they speak, in a few words."),
        example=N_("Warm and simple, first names, no jargon"),
    )
    speaks_from: SpeakingFrom | None = fields.choice(
        SpeakingFrom,
        label=N_("Speaks from"),
        help=N_("Whether they write on your accounts or on their own."),
    )


@record(
    "editorial_policy",
    one=N_("Editorial policy"),
    many=N_("Editorial policy"),
    help=N_(
        "What you publish and what you refuse, whose images you use, how you correct an error."
    ),
    single=True,
)
class EditorialPolicy(Record):
    """What the organisation publishes, refuses and corrects."""

    text: str = fields.long_text(
        label=N_("Policy"),
        help=N_("What you publish, for whom and with what promise, in a short paragraph."),
        example=N_("We show bread being made, we name our suppliers, we never mock anybody."),
        in_list=True,
    )
    refusals: tuple[str, ...] = fields.lines(
        label=N_("Never published"),
        help=N_("What has no place on your accounts, one a line."),
        example=N_("A customer’s photo without their consent"),
        in_list=True,
    )
    image_rights: str = fields.text(
        label=N_("Images and rights"),
        help=N_("Whose images and music you may use, and how consent is kept."),
        example=N_("Our own photos, or written consent kept in the shared folder"),
        max_chars=500,
    )
    corrections: str = fields.text(
        label=N_("Errors"),
        help=N_("How a mistake is put right, for instance by correcting and saying so."),
        example=N_("We correct the post within the day and say so in a comment"),
        max_chars=500,
    )
    disclosure: str = fields.text(
        label=N_("Paid partnerships"),
        help=N_("How a paid or gifted post is marked as such."),
        example=N_("“Paid partnership” on the first line"),
        max_chars=280,
    )
    owner: str = fields.link(
        "person",
        label=N_("Kept by"),
        help=N_("The person who keeps the policy up to date."),
        in_list=True,
    )
    last_review: dt.date | None = fields.date(
        label=N_("Last review"),
        help=N_("The day when it was last read through and confirmed."),
        in_list=True,
    )
    url: str = fields.url(
        label=N_("Full text"),
        help=N_("Where the complete policy is kept, if it is longer."),
        example="https://example.com/policy",
    )


@record(
    "guideline",
    one=N_("Do or don’t"),
    many=N_("Do and don’t"),
    help=N_("The good habits that you adopt, and the mistakes that you refuse to make."),
)
class Guideline(Record):
    """A good practice, or a mistake to avoid."""

    text: str = fields.text(
        label=N_("Habit"),
        help=N_("One habit in one sentence, to keep or to avoid."),
        example=N_("Put our customers forward rather than ourselves"),
        max_chars=280,
        in_list=True,
    )
    kind: GuidelineKind | None = fields.choice(
        GuidelineKind,
        label=N_("Do or avoid"),
        help=N_("Whether it is a habit to keep or a mistake to avoid."),
        in_list=True,
    )
    adopted: bool = fields.flag(
        label=N_("Adopted"),
        help=N_("Tick it when the team has agreed and works that way."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Watched by"),
        help=N_("The person who sees to it."),
        in_list=True,
    )
    example: str = fields.text(
        label=N_("In a real post"),
        help=N_("What it looks like in a real post or answer."),
        example=N_("A customer’s photo every Friday, with their first name"),
        max_chars=500,
    )
