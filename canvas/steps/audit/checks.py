"""What people write to the accounts, and how complete the profiles are (C18, C19)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class MessageKind(Choice):
    """What people want when they write."""

    QUESTION = "question", N_("Question")
    PRICE = "price", N_("Request for a price")
    COMPLAINT = "complaint", N_("Complaint")
    PRAISE = "praise", N_("Praise")
    JOB = "job", N_("Job application")
    SPAM = "spam", N_("Spam")
    OTHER = "other", N_("Other message")


class ProfileItem(Choice):
    """What a complete profile has (C98)."""

    PHOTO = "photo", N_("Profile photo"), N_("Sharp, recognisable when small, the same everywhere.")
    COVER = "cover", N_("Cover image"), N_("Up to date, readable on a phone.")
    BIO = "bio", N_("Biography"), N_("Says in one line what people find with you.")
    CONTACT = "contact", N_("Contact details"), N_("Address, telephone, e-mail, opening hours.")
    URL = "url", N_("Custom address"), N_("The same short name on all networks.")
    LINKS = "links", N_("Links to the site"), N_("They lead to a useful page and are measured.")
    KEYWORDS = "keywords", N_("Keywords"), N_("The words that people search with are in it.")
    CALL = "call", N_("Call to action"), N_("A button: book, order, call, write.")
    PINNED = "pinned", N_("Pinned post"), N_("Your best content comes first.")
    CHATBOT = "chatbot", N_("Automatic reply"), N_("A first answer, or a chatbot, at any hour.")
    CAPTURE = "capture", N_("Lead capture"), N_("A form, a newsletter, a quote request.")


class CheckStatus(Choice):
    """How well one point is met."""

    OK = "ok", N_("In order")
    PARTIAL = "partial", N_("Partly")
    MISSING = "missing", N_("Missing")
    NOT_APPLICABLE = "not_applicable", N_("Not applicable")


@record(
    "message_stat",
    one=N_("Type of message received"),
    many=N_("Types of messages received"),
    help=N_("What people write to you about, and how often."),
)
class MessageStat(Record):
    """How many messages of one kind came in over a period."""

    kind: MessageKind | None = fields.choice(
        MessageKind,
        label=N_("What people ask"),
        help=N_("Sort the last fifty messages into these types."),
        in_list=True,
    )
    count: int | None = fields.whole(
        label=N_("Number received"), help=N_("How many came over the period."), in_list=True
    )
    answered: int | None = fields.whole(
        label=N_("Number answered"), help=N_("How many of them got an answer."), in_list=True
    )
    example: str = fields.text(
        label=N_("Message as written"),
        help=N_("One real message, without the person’s name."),
        example=N_("Do you still have rye loaves this afternoon?"),
        max_chars=300,
        in_list=True,
    )
    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("The account that the figures are about."),
    )
    period_start: dt.date | None = fields.date(
        label=N_("Counted from"), help=N_("The first day that was counted.")
    )
    period_end: dt.date | None = fields.date(
        label=N_("Counted until"), help=N_("The last day that was counted.")
    )


@record(
    "profile_check",
    one=N_("Profile check"),
    many=N_("Profile checks"),
    help=N_("What a complete profile has, point by point, for each account."),
)
class ProfileCheck(Record):
    """One point of one account's profile, and what to do about it."""

    account: str = fields.link(
        "account",
        label=N_("Account"),
        help=N_("The account that is looked at."),
        in_list=True,
    )
    item: ProfileItem | None = fields.choice(
        ProfileItem,
        label=N_("Point to check"),
        help=N_("Open the profile as a visitor who does not know you."),
        in_list=True,
    )
    status: CheckStatus | None = fields.choice(
        CheckStatus,
        label=N_("State of the point"),
        help=N_("Partly means that it is there and could be better."),
        in_list=True,
    )
    fix_action: str = fields.text(
        label=N_("What to correct"),
        help=N_("What must be done, short enough to be done in one go."),
        example=N_("Add Sunday’s opening hours and the telephone number"),
        max_chars=280,
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Corrected by"),
        help=N_("Who puts it right."),
        in_list=True,
    )
    due: dt.date | None = fields.date(
        label=N_("To be done by"), help=N_("The day on which it is in order."), in_list=True
    )
    proof_url: str = fields.url(
        label=N_("Link to the proof"),
        help=N_("A screenshot or the page where it can be seen."),
    )
    conversion_rate: float | None = fields.share(
        label=N_("Conversion rate"),
        help=N_("Of a hundred visitors, how many do what this point asks of them."),
    )
