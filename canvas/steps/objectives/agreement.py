"""What was agreed with those who ask: results, return, contacts, money (C55, C57–C59)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class Scope(Choice):
    """Whether a result is promised or ruled out."""

    EXPECTED = "expected", N_("Expected"), N_("What can rightly be asked of this strategy.")
    NOT_EXPECTED = (
        "not_expected",
        N_("Not expected"),
        N_("What nobody may hold against it later."),
    )


class RequestState(Choice):
    """How far a request for money is."""

    PLANNED = "planned", N_("To be asked")
    ASKED = "asked", N_("Asked")
    GRANTED = "granted", N_("Granted")
    REFUSED = "refused", N_("Refused")


@record(
    "expectation",
    one=N_("Expectation"),
    many=N_("Expectations"),
    help=N_("What is expected of social media and what is not, agreed in writing."),
)
class Expectation(Record):
    """One line of the agreement with a sponsor (C59)."""

    text: str = fields.text(
        label=N_("Result"),
        help=N_("One result that somebody might ask for."),
        example=N_("Be known by the families of the neighbourhood"),
        max_chars=300,
        in_list=True,
    )
    scope: Scope | None = fields.choice(
        Scope,
        label=N_("Expected or not"),
        help=N_("Say both: what is not expected protects you as much as what is."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Reason"),
        help=N_("Why it is so, in words that you could repeat in six months."),
        example=N_("Without an advertising budget, sales can only come later"),
        max_chars=300,
        in_list=True,
    )
    sponsor: str = fields.link(
        "person",
        label=N_("Agreed by"),
        help=N_("The person who asked for the strategy and agrees to this line."),
        in_list=True,
    )
    signed_on: dt.date | None = fields.date(
        label=N_("Agreed on"),
        help=N_("The day when they said yes in writing; an e-mail is enough."),
        in_list=True,
    )
    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that stands for it, if any."),
    )


@record(
    "roi_target",
    one=N_("Return wanted"),
    many=N_("Return wanted"),
    help=N_("What you put in and what you want back, said before you start."),
    single=True,
)
class RoiTarget(Record):
    """The return that is wanted, in money, time and other gains (C55)."""

    spend: int | None = fields.money(
        label=N_("Money put in"),
        help=N_("All that you are ready to spend over the period, your own time left aside."),
    )
    hours_week: float | None = fields.number(
        label=N_("Time put in"),
        help=N_("Hours a week that you are really ready to give, all people together."),
        unit=N_("h/week"),
        minimum=0,
    )
    money: int | None = fields.money(
        label=N_("Money back"),
        help=N_("The sales or savings that you want from it over the period."),
    )
    hours: float | None = fields.number(
        label=N_("Time saved"),
        help=N_("Hours a month that it should save, on phone calls for instance."),
        unit=N_("h/month"),
        minimum=0,
    )
    other: tuple[str, ...] = fields.lines(
        label=N_("Other gains"),
        help=N_("What has no price: easier hiring, pride of the team, better reviews, one a line."),
        example=N_("Two good applications for the apprentice’s place"),
    )
    horizon: int | None = fields.whole(
        label=N_("Over how long"),
        help=N_("Months after which you judge the return; less than six is rarely fair."),
        unit=N_("months"),
        minimum=1,
        maximum=60,
    )
    realistic: str = fields.long_text(
        label=N_("Why it is realistic"),
        help=N_("What makes you believe it: a past result, a comparable case, an order of size."),
        max_chars=1_000,
    )


@record(
    "lead_policy",
    one=N_("Rule on contacts"),
    many=N_("Rule on contacts"),
    help=N_("What a contact from social media is worth, and what happens to it."),
    single=True,
)
class LeadPolicy(Record):
    """Honest words about contacts, before somebody counts them as sales (C57)."""

    lead_definition: str = fields.text(
        label=N_("What you call a contact"),
        help=N_("Someone who left an address is a contact, not yet a buyer."),
        example=N_("Anyone who downloads the wedding-cake guide or asks for a price"),
        max_chars=300,
    )
    cold_rate: float | None = fields.share(
        label=N_("Cold contacts"),
        help=N_("The part that will not buy now; count on 95% until your own figures say better."),
        default=0.95,
    )
    nurture_scenario: str = fields.long_text(
        label=N_("Follow-up scenario"),
        help=N_("What a contact receives next, and when, before anybody calls them."),
        example=N_("The guide at once, a recipe after 5 days, an invitation after 15 days"),
        max_chars=2_000,
    )
    handover_rule: str = fields.text(
        label=N_("When sales take over"),
        help=N_("The sign that a contact is ready; raw forms are never sent to sales."),
        example=N_("They answer an e-mail or ask for a date"),
        max_chars=300,
    )
    handover_to: str = fields.link(
        "person", label=N_("Who takes over"), help=N_("The person who calls them back.")
    )
    handover_delay: float | None = fields.number(
        label=N_("Called back within"),
        help=N_("Hours before a contact who is ready hears from you."),
        unit=N_("hours"),
        minimum=0,
    )


@record(
    "budget_request",
    one=N_("Budget request"),
    many=N_("Budget requests"),
    help=N_("Ask for little first, then for more as results come in."),
)
class BudgetRequest(Record):
    """One instalment of the budget, and the result that opens it (C58)."""

    stage: str = fields.text(
        label=N_("Instalment"),
        help=N_("What this money is for, in a few words."),
        example=N_("Test: boost four posts in spring"),
        max_chars=160,
        in_list=True,
    )
    amount: int | None = fields.money(
        label=N_("Amount"), help=N_("How much you ask for."), in_list=True
    )
    condition: str = fields.text(
        label=N_("Condition"),
        help=N_("The result that must be there before it is asked for; none for the first one."),
        example=N_("At least 30 visits a month from social media"),
        max_chars=300,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Asked for on"), help=N_("The day when it is asked for."), in_list=True
    )
    state: RequestState | None = fields.choice(
        RequestState,
        label=N_("Answer"),
        help=N_("How far the request is."),
        in_list=True,
    )
    kpi: str = fields.link(
        "kpi",
        label=N_("Indicator"),
        help=N_("The figure that the condition is about."),
    )
    threshold: float | None = fields.number(
        label=N_("Value required"),
        help=N_("The value of that figure from which the money is asked for."),
    )
    decided_by: str = fields.link("person", label=N_("Decided by"), help=N_("Who says yes or no."))
