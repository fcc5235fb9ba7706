"""Answering people: delays, ready answers, places to speak, what is learnt (C77–C79)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.audit.checks import MessageKind
from canvas.steps.common import Network, Progress

EXPECTED_HOURS = 2
"""Within this time people expect an answer."""

MAXIMUM_HOURS = 24
"""After this time they take silence for an answer."""


class SpaceKind(Choice):
    """Where people can say what they think."""

    COMMENTS = "comments", N_("Comments under posts")
    MESSAGES = "messages", N_("Private messages")
    COMMUNITY = "community", N_("Group or forum")
    REVIEW_SITE = "review_site", N_("Review site")
    SURVEY = "survey", N_("Survey")
    ON_SITE = "on_site", N_("On the premises")


@record(
    "response_target",
    one=N_("Response time"),
    many=N_("Response times"),
    help=N_("How fast you answer on each network: people expect two hours, and a day at most."),
)
class ResponseTarget(Record):
    """How fast messages are answered on one network (C78)."""

    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that it is about."),
        in_list=True,
    )
    target_h: float | None = fields.number(
        label=N_("Aim"),
        help=N_("Hours within which you want to answer; people expect two."),
        unit=N_("hours"),
        minimum=0,
        default=EXPECTED_HOURS,
        in_list=True,
    )
    max_h: float | None = fields.number(
        label=N_("Maximum"),
        help=N_("Hours that no message may wait longer; a day is the limit."),
        unit=N_("hours"),
        minimum=0,
        default=MAXIMUM_HOURS,
        in_list=True,
    )
    hours_open: str = fields.text(
        label=N_("Hours covered"),
        help=N_("When somebody is there to answer, and what the automatic reply says otherwise."),
        example=N_("Tuesday to Saturday, 8 to 19"),
        max_chars=160,
        in_list=True,
    )
    measured_median_h: float | None = fields.number(
        label=N_("Measured"),
        help=N_("The usual time today: half of the messages wait less, half wait longer."),
        unit=N_("hours"),
        minimum=0,
        in_list=True,
    )
    measured_on: dt.date | None = fields.date(
        label=N_("Measured on"), help=N_("The day when it was measured.")
    )
    owner: str = fields.link(
        "person", label=N_("Owner"), help=N_("The one person who answers for it.")
    )


@record(
    "service_rule",
    one=N_("Answer to a kind of message"),
    many=N_("Answers by kind of message"),
    help=N_("For each kind of message: who answers, with which words, and who must be told."),
)
class ServiceRule(Record):
    """Who answers one kind of message, and how (C79)."""

    message_type: MessageKind | None = fields.choice(
        MessageKind,
        label=N_("Kind of message"),
        help=N_("What the person wants."),
        in_list=True,
    )
    responder: str = fields.link(
        "person", label=N_("Who answers"), help=N_("One name, so that nobody waits."), in_list=True
    )
    backup: str = fields.link(
        "person",
        label=N_("Stand-in"),
        help=N_("Who answers when the first person is away."),
        in_list=True,
    )
    delay_h: float | None = fields.number(
        label=N_("Answer within"),
        help=N_("Hours within which it is answered, if not the usual ones."),
        unit=N_("hours"),
        minimum=0,
        in_list=True,
    )
    alert_to: str = fields.link(
        "person",
        label=N_("Who is told"),
        help=N_("The person to warn when it is serious."),
        in_list=True,
    )
    template_text: str = fields.long_text(
        label=N_("Ready answer"),
        help=N_("The words to start from; change them each time, so that nobody gets a copy."),
        example=N_("Thank you for writing, Nadia. We are sorry about the cold croissant…"),
        max_chars=2_000,
    )
    alert_when: str = fields.text(
        label=N_("When to warn"),
        help=N_("The sign that it is more than usual."),
        example=N_("A health question, or the third complaint in a day"),
        max_chars=300,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where it applies; leave it empty for all of them.")
    )


@record(
    "feedback_space",
    one=N_("Place to speak"),
    many=N_("Places to speak"),
    help=N_("Where people can tell you what they think, before they tell it elsewhere."),
)
class FeedbackSpace(Record):
    """A place where people give their opinion (C77)."""

    name: str = fields.text(
        label=N_("Name of the place"),
        help=N_("The name that the team gives it."),
        example=N_("Reviews on our Google listing"),
        max_chars=120,
        in_list=True,
    )
    kind: SpaceKind | None = fields.choice(
        SpaceKind,
        label=N_("Kind of place"),
        help=N_("Comments, messages, a group, a review site or another."),
        in_list=True,
    )
    network: Network | None = fields.choice(
        Network,
        label=N_("Network"),
        help=N_("The network that it is on, if it is on one."),
        in_list=True,
    )
    rating: float | None = fields.number(
        label=N_("Average rating"),
        help=N_("The rating out of 5, where there is one."),
        minimum=0,
        maximum=5,
        in_list=True,
    )
    reviews: int | None = fields.whole(
        label=N_("Number of opinions"),
        help=N_("How many people gave theirs."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Read and answered by"),
        help=N_("Who looks at it and answers."),
        in_list=True,
    )
    url: str = fields.url(label=N_("Address"), help=N_("Where people find it."))
    checked_on: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("The day when you last looked at it.")
    )


@record(
    "feedback_insight",
    one=N_("Lesson from opinions"),
    many=N_("Lessons from opinions"),
    help=N_("What opinions teach you about your products, and what you do about it."),
)
class FeedbackInsight(Record):
    """Something that people said, and what changes in the product (C77)."""

    insight: str = fields.text(
        label=N_("What people say"),
        help=N_("What comes back more than once."),
        example=N_("The queue on Saturday puts families off"),
        max_chars=300,
        in_list=True,
    )
    space: str = fields.link(
        "feedback_space",
        label=N_("Read where"),
        help=N_("The place where it was said."),
        in_list=True,
    )
    product_action: str = fields.text(
        label=N_("What we improve"),
        help=N_("What you change in the product or the service."),
        example=N_("A second till from 9 to 12 on Saturdays"),
        max_chars=300,
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Owner"),
        help=N_("The one person who answers for it."),
        in_list=True,
    )
    progress: Progress | None = fields.choice(
        Progress, label=N_("Progress"), help=N_("How far it is."), in_list=True
    )
    date: dt.date | None = fields.date(label=N_("Noted on"), help=N_("The day when you noted it."))
