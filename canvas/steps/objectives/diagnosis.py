"""From figures to a main objective (C45), and back from results to changes (C56)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.records import Record, read_record, record, write_record
from canvas.domain.strategy import Strategy
from canvas.steps.audit.contents import TrafficChannel, last_visits
from canvas.steps.frame.coherence import RuleThreshold, figure
from canvas.steps.frame.rule_names import Limit
from canvas.steps.objectives.objective import ObjectiveType


@record(
    "objective_diagnosis",
    one=N_("Diagnosis"),
    many=N_("Diagnosis"),
    help=N_("A few figures of your site that suggest which objective should come first."),
    single=True,
)
class ObjectiveDiagnosis(Record):
    """The figures that suggest a main objective."""

    sessions: int | None = fields.whole(
        label=N_("Visits to the site"),
        help=N_("Visits in an ordinary month, as your statistics tool counts them."),
        unit=N_("visits/month"),
    )
    sessions_needed: int | None = fields.whole(
        label=N_("Visits needed"),
        help=N_("Visits a month that you would need to live from the site, even roughly."),
        unit=N_("visits/month"),
    )
    direct_traffic_share: float | None = fields.share(
        label=N_("Direct visits"),
        help=N_("The part of visits that type your address: they already know you."),
    )
    brand_search: int | None = fields.whole(
        label=N_("Searches of your name"),
        help=N_("How often your name is searched in a month, as Google Search Console shows."),
        unit=N_("searches/month"),
    )
    review_rating: float | None = fields.number(
        label=N_("Rating in reviews"),
        help=N_("Your average rating out of 5 on the main review site."),
        minimum=0,
        maximum=5,
    )
    measured_on: dt.date | None = fields.date(
        label=N_("Measured on"), help=N_("The day when these figures were read.")
    )
    conclusion: str = fields.long_text(
        label=N_("What you conclude"),
        help=N_("The main objective that you choose, and why, if you see it otherwise."),
        max_chars=1_000,
    )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A type of main objective that the figures speak for, and the reason in a sentence."""

    type: ObjectiveType
    reason: Message


def suggestion(
    diagnosis: ObjectiveDiagnosis, own: Sequence[RuleThreshold] = ()
) -> Suggestion | None:
    """Return what the figures suggest, or None while they are too few to tell.

    Args:
        diagnosis: The figures.
        own: What the strategy says itself of the limits that they are compared with.
    """
    sessions, needed = diagnosis.sessions, diagnosis.sessions_needed
    if sessions is not None and needed and sessions < needed:
        return Suggestion(
            ObjectiveType.TRAFFIC,
            say(
                N_("The site has {sessions} visits a month and needs {needed}: traffic first."),
                sessions=sessions,
                needed=needed,
            ),
        )
    direct = diagnosis.direct_traffic_share
    if direct is not None and direct < figure(own, Limit.DIRECT_VISITS) / 100:
        return Suggestion(
            ObjectiveType.AWARENESS,
            say(
                N_("Only {share} of visits come by typing your address: awareness first."),
                share=Share(direct),
            ),
        )
    searches = diagnosis.brand_search
    weak = figure(own, Limit.BRAND_SEARCHES) / 100
    if searches is not None and sessions and searches < weak * sessions:
        return Suggestion(
            ObjectiveType.AWARENESS,
            say(
                N_(
                    "Your name is searched {searches} times a month for {sessions} visits: "
                    "awareness first."
                ),
                searches=searches,
                sessions=sessions,
            ),
        )
    rating = diagnosis.review_rating
    if rating is not None and rating < figure(own, Limit.REVIEW_RATING):
        return Suggestion(
            ObjectiveType.REPUTATION,
            say(N_("Reviews give you {rating} out of 5: reputation first."), rating=rating),
        )
    if sessions is not None and needed and direct is not None:
        return Suggestion(
            ObjectiveType.BUSINESS,
            say(N_("Traffic and awareness are there: turn them into contacts and sales.")),
        )
    return None


MONTH = 365 / 12
"""Days."""


def from_audit(strategy: Strategy) -> dict[str, int | float]:
    """Return what the audit's sources of visits say of the diagnosis's figures, by field."""
    sources = last_visits(strategy)
    total = sum(source.sessions or 0 for source in sources)
    if not total:
        return {}
    first, last = sources[0].period_start, sources[0].period_end
    days = (last - first).days + 1 if first and last and last >= first else None
    found: dict[str, int | float] = {"sessions": round(total * MONTH / days) if days else total}
    direct = [s.sessions or 0 for s in sources if s.channel is TrafficChannel.DIRECT]
    if direct:
        found["direct_traffic_share"] = round(sum(direct) / total, 4)
    return found


def diagnosed(strategy: Strategy) -> ObjectiveDiagnosis:
    """Return the diagnosis as it was typed, the gaps filled in from the audit."""
    typed = strategy.one(ObjectiveDiagnosis)
    gaps = {
        name: value for name, value in from_audit(strategy).items() if getattr(typed, name) is None
    }
    return read_record(ObjectiveDiagnosis, typed.id, {**write_record(typed), **gaps})


def suggested(strategy: Strategy) -> Suggestion | None:
    """Return what a strategy's figures suggest, or None while they are too few to tell."""
    return suggestion(diagnosed(strategy), strategy.of(RuleThreshold))


class ReviewDecision(Choice):
    """What becomes of an objective once its result was read."""

    KEEP = "keep", N_("Keep it as it is")
    CHANGE = "change", N_("Change it"), N_("Its target, its date or the way to it.")
    STOP = "stop", N_("Give it up"), N_("Its hours go to another one.")


@record(
    "review",
    one=N_("Result check"),
    many=N_("Result checks"),
    help=N_("What you wanted, what you got, and what you change until you get it."),
)
class Review(Record):
    """One turn of the loop: want, get, change."""

    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that you look at."),
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Checked on"), help=N_("The day of this check."), in_list=True
    )
    wanted: str = fields.text(
        label=N_("What we wanted"),
        help=N_("What was expected for this day."),
        example=N_("40 visits a month by June"),
        max_chars=300,
        in_list=True,
    )
    got: str = fields.text(
        label=N_("What we got"),
        help=N_("What really happened, with its figure."),
        example=N_("27 visits, 20 of them from one reel"),
        max_chars=300,
        in_list=True,
    )
    got_value: float | None = fields.number(
        label=N_("Value read"),
        help=N_("The figure on this day, in the unit of the objective."),
    )
    decision: ReviewDecision | None = fields.choice(
        ReviewDecision,
        label=N_("Verdict on the objective"),
        help=N_("Keep it, change it or stop: no verdict is a verdict too, and the worst one."),
        in_list=True,
    )
    reason: str = fields.text(
        label=N_("Reason for the verdict"),
        help=N_("The figure or the fact that decided."),
        example=N_("Two months in a row above the target with half the hours"),
        max_chars=300,
    )
    action: str = fields.link(
        "action",
        label=N_("Action that follows"),
        help=N_("The action of the plan that the verdict became, if it became one."),
    )
    change_decided: str = fields.text(
        label=N_("What we change"),
        help=N_("What you will do differently from now on; “nothing” is an answer too."),
        example=N_("One reel a week instead of two photos"),
        max_chars=300,
        in_list=True,
    )
    decided_by: str = fields.link(
        "person",
        label=N_("Decided by"),
        help=N_("Who took the decision."),
    )
