"""Who takes part, who answers for results, who approves (C6, C7, C8)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class PersonKind(Choice):
    """In what capacity a person is named in the strategy."""

    SPONSOR = "sponsor", N_("Sponsor"), N_("Asks for the strategy, approves it and pays for it.")
    PARTICIPANT = "participant", N_("Participant"), N_("Takes part in the sessions.")
    TEAM = "team", N_("Team"), N_("Writes, films, publishes or answers.")
    PROVIDER = "provider", N_("Provider"), N_("A freelance, an agency, a supplier.")


class ApprovalStatus(Choice):
    """Where the approval of a version stands."""

    DRAFT = "draft", N_("Draft")
    VALIDATED = "validated", N_("Yes, approved")
    CONTESTED = "contested", N_("Contested")


class DeliveryModel(Choice):
    """Who does the work once the strategy is decided."""

    IN_HOUSE = "in_house", N_("In-house, dedicated"), N_("Somebody whose job it is.")
    PART_TIME = "part_time", N_("In-house, part-time"), N_("Somebody who does it among others.")
    FREELANCE = "freelance", N_("Freelance"), N_("A community manager paid by the day or month.")
    AGENCY = "agency", N_("Agency"), N_("A team of specialists under contract.")
    MIXED = "mixed", N_("In-house with a provider"), N_("You answer, a provider creates.")


@record(
    "person",
    one=N_("Person"),
    many=N_("People"),
    help=N_("Everybody whom the strategy names: sponsors, participants, team, providers."),
)
class Person(Record):
    """Somebody named in the strategy."""

    name: str = fields.text(
        label=N_("Name"),
        help=N_("First name and surname, or the first name that everybody uses."),
        example=N_("Camille Roussel"),
        max_chars=120,
        in_list=True,
        essential=True,
    )
    job: str = fields.text(
        label=N_("Job"),
        help=N_("What this person does in the organisation."),
        example=N_("Shop manager"),
        max_chars=120,
        in_list=True,
    )
    kind: PersonKind | None = fields.choice(
        PersonKind,
        label=N_("Part in the project"),
        help=N_("A sponsor is who may say yes or no to the plan and its budget."),
        in_list=True,
    )
    organisation: str = fields.text(
        label=N_("Employer"),
        help=N_("Where this person works, if it is not with you."),
        example=N_("Studio Marée"),
        max_chars=120,
        in_list=True,
    )
    email: str = fields.text(
        label=N_("E-mail"),
        help=N_("Where to send the deck and the meeting dates."),
        example="camille@portbakery.example",
        max_chars=254,
    )
    phone: str = fields.text(
        label=N_("Phone"),
        help=N_("The number to ring in an emergency."),
        max_chars=40,
    )
    expects: str = fields.text(
        label=N_("Expects"),
        help=N_("What this person hopes for, so that nobody is let down later."),
        example=N_("Fewer calls asking for the opening hours"),
        max_chars=300,
    )


@record(
    "responsibility",
    one=N_("Responsibility"),
    many=N_("Responsibilities"),
    help=N_("Who answers for which result, and with what money: without a name nothing happens."),
)
class Responsibility(Record):
    """A result, the person who answers for it and the budget that goes with it."""

    result: str = fields.text(
        label=N_("Result to reach"),
        help=N_("What this person answers for, as something that can be checked."),
        example=N_("Two posts a week and every message answered the same day"),
        max_chars=280,
        in_list=True,
        essential=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Who answers for it"),
        help=N_("One person, not a department."),
        in_list=True,
    )
    budget_owned: int | None = fields.money(
        label=N_("Budget in hand"),
        help=N_("What this person may spend in the year without asking; 0 if nothing."),
        in_list=True,
    )
    objectives_owned: tuple[str, ...] = fields.links(
        "objective",
        label=N_("Objectives in charge"),
        help=N_("The objectives that this person reports on."),
        in_list=True,
    )
    hours_week: float | None = fields.number(
        label=N_("Time granted"),
        help=N_("Hours a week that this person may really spend on it."),
        unit=N_("h/week"),
        minimum=0,
        maximum=80,
    )
    backup: str = fields.link(
        "person",
        label=N_("Stand-in"),
        help=N_("Who takes over during holidays or illness."),
    )


@record(
    "delivery",
    one=N_("Delivery model"),
    many=N_("Delivery model"),
    help=N_("Who does the daily work: you, a colleague, a freelance or an agency."),
    single=True,
)
class Delivery(Record):
    """How the plan will be carried out."""

    delivery_model: DeliveryModel | None = fields.choice(
        DeliveryModel,
        label=N_("Who does the work"),
        help=N_("Choose what fits your time and money; it may change later."),
    )
    share_of_time: float | None = fields.share(
        label=N_("Share of a full-time job"),
        help=N_("How much of one person’s week goes into it: 20% is one day."),
    )
    provider_name: str = fields.text(
        label=N_("Name of the provider"),
        help=N_("The freelance or the agency that works with you."),
        example=N_("Studio Marée"),
        max_chars=120,
    )
    provider_contact: str = fields.link(
        "person",
        label=N_("Contact at the provider"),
        help=N_("Whom you call there."),
    )
    scope: tuple[str, ...] = fields.lines(
        label=N_("Entrusted tasks"),
        help=N_("What the provider does for you, one task a line."),
        example=N_("One short film a week"),
    )
    cost_month: int | None = fields.money(
        label=N_("Cost per month"),
        help=N_("What the provider, or the time spent, costs in a month."),
    )
    contract_start: dt.date | None = fields.date(
        label=N_("Contract starts on"), help=N_("The first day of the contract.")
    )
    contract_end: dt.date | None = fields.date(
        label=N_("Contract ends on"),
        help=N_("The last day; note the notice period before it."),
    )


@record(
    "approval",
    one=N_("Approval"),
    many=N_("Approvals"),
    help=N_("Who approved which version of the road map, and when."),
)
class Approval(Record):
    """What a sponsor said of one version of the road map."""

    version: str = fields.text(
        label=N_("Version presented"),
        help=N_("What was shown, so that everybody means the same document."),
        example=N_("Road map 2027, first version"),
        max_chars=120,
        in_list=True,
    )
    approver: str = fields.link(
        "person",
        label=N_("Answer given by"),
        help=N_("The sponsor who gives the answer."),
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Answered on"), help=N_("The day of the answer."), in_list=True
    )
    status: ApprovalStatus | None = fields.choice(
        ApprovalStatus,
        label=N_("Answer"),
        help=N_("A contested version stays a draft until the point is settled."),
        in_list=True,
    )
    comment: str = fields.text(
        label=N_("Comment"),
        help=N_("What the sponsor asked to change, or agreed to expressly."),
        example=N_("Yes to the videos, provided that the shop stays open meanwhile"),
        max_chars=500,
    )
