"""What the portraits rest on (C63, C64)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Confidence, Progress


class EvidenceKind(Choice):
    """Where one can look to know one's clients; each with the question to ask."""

    RECENT_CLIENTS = (
        "recent_clients",
        N_("Ten last clients"),
        N_("What do your ten last clients have in common?"),
    )
    BIGGEST_CLIENTS = (
        "biggest_clients",
        N_("Biggest clients"),
        N_("Who buys the most from you, and what do they share?"),
    )
    FAN_STATISTICS = (
        "fan_statistics",
        N_("Statistics of followers"),
        N_("What do the networks’ statistics say of the people who follow you?"),
    )
    SURVEY = "survey", N_("Survey"), N_("What did people answer when you asked them?")
    INTERVIEW = "interview", N_("Conversation"), N_("What did one client tell you at length?")
    RECORDS = "records", N_("Client file"), N_("What do orders, invoices and the CRM show?")
    REVIEWS = "reviews", N_("Customer reviews"), N_("What comes back in reviews, good and bad?")
    OTHER = "other", N_("Other evidence")


class SourceKind(Choice):
    """Where facts about clients are kept."""

    CRM = "crm", N_("Client file (CRM)")
    SURVEYS = "surveys", N_("Satisfaction surveys")
    LOYALTY = "loyalty", N_("Loyalty programme")
    SITE_STATISTICS = "site_statistics", N_("Website statistics")
    NETWORK_STATISTICS = "network_statistics", N_("Network statistics")
    SALES_TEAM = "sales_team", N_("People at the counter or in sales")
    SERVICE = "service", N_("Customer service")
    REVIEW_SITES = "review_sites", N_("Review sites")
    OTHER = "other", N_("Other source")


class Availability(Choice):
    """Whether a source can be used."""

    YES = "yes", N_("Available")
    PARTLY = "partly", N_("Partly available")
    NO = "no", N_("To be set up")


@record(
    "persona_evidence",
    one=N_("Observation"),
    many=N_("Observations"),
    help=N_("What you know about your clients and how: facts on one side, guesses on the other."),
)
class PersonaEvidence(Record):
    """One thing known about clients, and how sure one is."""

    text: str = fields.text(
        label=N_("What you see"),
        help=N_("One observation about your clients."),
        example=N_("Seven of the ten last workshop guests came with a child"),
        max_chars=300,
        in_list=True,
    )
    persona: str = fields.link(
        "persona", label=N_("Persona"), help=N_("Whom it is about."), in_list=True
    )
    kind: EvidenceKind | None = fields.choice(
        EvidenceKind,
        label=N_("Where from"),
        help=N_("The place where you looked; each one comes with its question."),
        in_list=True,
    )
    confidence: Confidence | None = fields.choice(
        Confidence,
        label=N_("Fact or hypothesis"),
        help=N_("A fact has a figure, a source or a witness; the rest is to be checked."),
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Seen on"), help=N_("The day when you noted it."), in_list=True
    )
    source: str = fields.text(
        label=N_("Source"),
        help=N_("The file, the tool or the person that it comes from."),
        example=N_("Workshop bookings, September and October"),
    )


@record(
    "customer_source",
    one=N_("Source on clients"),
    many=N_("Sources on clients"),
    help=N_("Where facts about your clients are kept, and what to do to use them."),
)
class CustomerSource(Record):
    """One place to learn about clients (C64)."""

    name: str = fields.text(
        label=N_("Name of the source"),
        help=N_("What the team calls it."),
        example=N_("Loyalty card file"),
        max_chars=120,
        in_list=True,
    )
    kind: SourceKind | None = fields.choice(
        SourceKind,
        label=N_("Kind of source"),
        help=N_("Client file, survey, loyalty programme or another."),
        in_list=True,
    )
    available: Availability | None = fields.choice(
        Availability,
        label=N_("Can be used"),
        help=N_("Whether you can look into it today."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("Owner"),
        help=N_("The one person who answers for it."),
        in_list=True,
    )
    action: str = fields.text(
        label=N_("Next action"),
        help=N_("What to do to learn something from it."),
        example=N_("Ask three questions at the counter for a week"),
        max_chars=300,
        in_list=True,
    )
    due: dt.date | None = fields.date(
        label=N_("Due date"), help=N_("The day when it must be done.")
    )
    progress: Progress | None = fields.choice(
        Progress, label=N_("Progress"), help=N_("How far the action is.")
    )
    tells: str = fields.text(
        label=N_("What it can tell"),
        help=N_("The questions about clients that it can answer."),
        example=N_("Who comes every week, and on which day"),
        max_chars=300,
    )
