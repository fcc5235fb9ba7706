"""Time, money or patience: what one is ready to give, and in which scenario (C129, C130)."""

from __future__ import annotations

import datetime as dt
import math

from canvas.domain import fields
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import Record, record


@record(
    "tradeoff",
    one=N_("Trade-off"),
    many=N_("Trade-off"),
    help=N_("Cheap, fast and effortless at once does not exist: share out 100% between three."),
    single=True,
)
class Tradeoff(Record):
    """How much of the effort is time, how much money, how much patience."""

    time: float | None = fields.share(
        label=N_("Our time"),
        help=N_("You do it yourselves: cheaper, and slower."),
        in_list=True,
    )
    money: float | None = fields.share(
        label=N_("Our money"),
        help=N_("You pay providers and advertising: faster, and dearer."),
        in_list=True,
    )
    quality: float | None = fields.share(
        label=N_("Our patience"),
        help=N_("You accept results that come later or look plainer: cheap, and light."),
        in_list=True,
    )
    scenario: str = fields.link(
        "scenario",
        label=N_("Scenario chosen"),
        help=N_("The one of your scenarios that you go for."),
        in_list=True,
    )
    reason: str = fields.long_text(
        label=N_("Why this balance"),
        help=N_("What made you choose it, to remember in six months."),
        example=N_("Two quiet months ahead, and no money before the summer"),
        max_chars=600,
    )
    objectives_reviewed_on: dt.date | None = fields.date(
        label=N_("Objectives revisited on"),
        help=N_("The day when you last compared your objectives with your means."),
    )

    @property
    def weights(self) -> tuple[float, float, float] | None:
        """Time, money and patience; None unless at least one is said and they add to 1."""
        given = (self.time or 0.0, self.money or 0.0, self.quality or 0.0)
        return given if math.isclose(sum(given), 1, abs_tol=0.011) else None


@record(
    "scenario",
    one=N_("Scenario"),
    many=N_("Scenarios"),
    help=N_("Two or three ways to do it, so that you choose with figures in front of you."),
)
class Scenario(Record):
    """One way to share the effort, and what it gives."""

    name: str = fields.text(
        label=N_("Scenario"),
        help=N_("A name that says what is special about it."),
        example=N_("All by ourselves, slowly"),
        max_chars=100,
        in_list=True,
    )
    posts_per_week: float | None = fields.number(
        label=N_("Posts a week"),
        help=N_("How many posts a week it allows."),
        minimum=0,
        in_list=True,
    )
    hours_week: float | None = fields.number(
        label=N_("Hours a week"),
        help=N_("How long it takes each week."),
        unit=N_("h/week"),
        minimum=0,
        in_list=True,
    )
    cost_month: int | None = fields.money(
        label=N_("Cost a month"),
        help=N_("Providers, tools and advertising, in a month."),
        in_list=True,
    )
    results_months: int | None = fields.whole(
        label=N_("First results after"),
        help=N_("How many months before results can be seen."),
        unit=N_("months"),
        in_list=True,
    )
    provider_share: float | None = fields.share(
        label=N_("Share of providers"), help=N_("Which part of the work others do for you.")
    )
    sustainable_weeks: int | None = fields.whole(
        label=N_("Can last"),
        help=N_("For how many weeks you could keep this up: think long haul, not buzz."),
        unit=N_("weeks"),
    )
    warning: str = fields.text(
        label=N_("Watch out for"),
        help=N_("What may go wrong with it."),
        example=N_("Everything stops if Nora falls ill"),
        max_chars=200,
    )


GIVEN = (N_("our time"), N_("our money"), N_("our patience"))
"""What one gives, inside a sentence, in the order of the weights."""


def given_first(weights: tuple[float, float, float]) -> tuple[Message, Message]:
    """Return what weighs most and what comes next, to stand inside a sentence."""
    order = sorted(range(3), key=lambda corner: -weights[corner])
    return say(GIVEN[order[0]]), say(GIVEN[order[1]])
