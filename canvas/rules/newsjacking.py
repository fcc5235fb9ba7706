"""Whether to ride on the news: in doubt, one does not (C119).

An opportunity is seized where all five tests hold and hardly anybody could be hurt.  The
rule proposes and a person decides: nothing is published because a rule said so.
"""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import write_record
from canvas.domain.strategy import Strategy
from canvas.rules.prefill import prefilled
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import NewsTest, Verdict
from canvas.steps.plan.conversation import Opportunity

BOLD = 1
"""The highest risk that one takes: from 2 on it may turn against us."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the rule proposes.

    Attributes:
        verdict: Go, no go, or in doubt while nobody said enough.
        why: Why, in one sentence.
        lacking: The tests that do not hold.
    """

    verdict: Verdict
    why: Message
    lacking: tuple[NewsTest, ...]


def advice(opportunity: Opportunity) -> Advice:
    """Return what becomes of an opportunity by the rule.

    A risk of 2 or 3 decides alone.  Otherwise each test must hold, and the risk be said:
    what is not said is a doubt, and a doubt is a no.
    """
    lacking = tuple(test for test in NewsTest if test not in opportunity.tests)
    risk = opportunity.risk
    if risk is not None and risk > BOLD:
        why = say(N_("A risk of {risk} out of 3 may turn against you."), risk=risk)
        return Advice(Verdict.NO_GO, why, lacking)
    if len(lacking) == len(NewsTest):
        return Advice(Verdict.IN_DOUBT, say(N_("No test is ticked yet.")), lacking)
    if lacking:
        why = say_count(
            "One test does not hold: {tests}.",
            "{n} tests do not hold: {tests}.",
            len(lacking),
            tests=[say(N_("“{text}”"), text=say(test.label)) for test in lacking],
        )
        return Advice(Verdict.NO_GO, why, lacking)
    if risk is None:
        return Advice(Verdict.IN_DOUBT, say(N_("All tests hold; how high is the risk?")), lacking)
    return Advice(Verdict.GO, say(N_("All five tests hold and the risk is low.")), lacking)


def line_of(strategy: Strategy, opportunity: Opportunity) -> Post | None:
    """Return the line of the calendar that an opportunity became, None where it did not."""
    return next((p for p in strategy.of(Post) if p.opportunity == opportunity.id), None)


def line(strategy: Strategy, opportunity: Opportunity) -> dict[str, Json]:
    """Return the raw fields of the line that an opportunity becomes."""
    known = write_record(opportunity)
    given: dict[str, Json] = {
        "title": opportunity.title,
        "reason": opportunity.title,
        "text": known.get("idea"),
        "date": known.get("date"),
        "network": known.get("network"),
        "validator": known.get("decided_by"),
        "opportunity": opportunity.id,
    }
    return prefilled(strategy, given)
