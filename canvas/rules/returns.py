"""What a period brought against what it cost (C55, C57, C140).

    return = (gains − costs) ÷ costs
    gains  = results × worth of one × part due to social media, added up
    costs  = hours × cost of an hour + money spent

Nothing missing counts as zero.  Where gains are incomplete the return is at least what
comes out; where costs are, it is at most that; where both are, nobody knows.  A contact
is no client: what one contact costs stands beside what one costs who may buy now.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.strategy import Strategy
from canvas.rules.dashboard_period import Span
from canvas.rules.feeds import Months
from canvas.rules.returns_costs import Costs, costs
from canvas.rules.returns_gains import Count, Gain, cold_rate, contacts, gains
from canvas.steps.frame.settings import money
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.returns import credited
from canvas.steps.measure.value import RoiValue
from canvas.steps.objectives.agreement import RoiTarget

_USUAL_HORIZON = 12


class Bound(Choice):
    """How far a figure is to be believed."""

    EXACT = "exact", N_("All its terms are known")
    AT_LEAST = "at_least", N_("At least")
    AT_MOST = "at_most", N_("At most")
    UNKNOWN = "unknown", N_("Not known")


@dataclass(frozen=True, slots=True)
class Passing:
    """From how many results on a period pays for itself.

    Attributes:
        value: What one result is worth.
        needed: How many are needed.
        had: How many there were, None where it is not known.
    """

    value: RoiValue
    needed: int
    had: float | None


@dataclass(frozen=True, slots=True)
class Return:
    """Gains against costs over a period.

    Attributes:
        span: The period.
        gains: Each kind of result.
        costs: What was spent.
        contacts: How many contacts there were; None where nothing counts them.
        cold: The part of contacts that will not buy now.
        wanted: The return that was wanted, for this period; None where nobody said.
    """

    span: Span
    gains: tuple[Gain, ...]
    costs: Costs
    contacts: Count | None
    cold: float
    wanted: int | None

    @property
    def gained(self) -> int | None:
        """What the gains come to, None where nothing is known of any."""
        return _sum([gain.amount for gain in self.gains if gain.is_added])

    @property
    def gained_warm(self) -> int | None:
        """The same if only those contacts count who may buy now."""
        return _sum([gain.warm for gain in self.gains if gain.is_added])

    @property
    def gains_missing(self) -> tuple[Message, ...]:
        """What is not known of the gains that are added up."""
        if not self.gains:
            return (say(N_("No result has a worth yet: say what one order or contact brings.")),)
        return tuple(text for gain in self.gains if gain.is_added for text in gain.missing)

    @property
    def missing(self) -> tuple[Message, ...]:
        """Each term that is not known, in a sentence."""
        return (*self.gains_missing, *self.costs.missing)

    @property
    def has_contacts(self) -> bool:
        """Whether contacts are among what is added up, so that there are two returns."""
        return any(gain.is_contact and gain.is_added for gain in self.gains)

    @property
    def ratio(self) -> float | None:
        """The return; None where nothing is known of gains or of costs."""
        return self._over(self.gained)

    @property
    def ratio_warm(self) -> float | None:
        """The return if only those contacts count who may buy now."""
        return self._over(self.gained_warm)

    def _over(self, gained: int | None) -> float | None:
        cost = self.costs.total
        return (gained - cost) / cost if gained is not None and cost else None

    @property
    def bound(self) -> Bound:
        """What the return that comes out is worth."""
        if self.ratio is None or (self.gains_missing and self.costs.missing):
            return Bound.UNKNOWN
        if self.gains_missing:
            return Bound.AT_LEAST
        return Bound.AT_MOST if self.costs.missing else Bound.EXACT

    @property
    def cost_a_contact(self) -> float | None:
        """What one contact cost, in minor units."""
        return self._each(1.0)

    @property
    def cost_a_lead(self) -> float | None:
        """What one contact cost who may buy now."""
        return self._each(1 - self.cold)

    @property
    def contact_bound(self) -> Bound:
        """What these two are worth: costs may be incomplete, and so may the number."""
        if self.cost_a_contact is None:
            return Bound.UNKNOWN
        few = self.contacts is not None and bool(self.contacts.missing)
        if few and self.costs.missing:
            return Bound.UNKNOWN
        if few:
            return Bound.AT_MOST
        return Bound.AT_LEAST if self.costs.missing else Bound.EXACT

    def _each(self, share: float) -> float | None:
        cost = self.costs.total
        if cost is None or self.contacts is None or not self.contacts.value or share <= 0:
            return None
        return cost / (self.contacts.value * share)

    @property
    def passing(self) -> tuple[Passing, ...]:
        """From how many of each result on the period pays for itself."""
        cost = self.costs.total
        if not cost:
            return ()
        return tuple(
            Passing(gain.value, math.ceil(cost / credited(gain.value)), gain.count.value)
            for gain in self.gains
            if credited(gain.value)
        )


def _sum(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def returns(
    strategy: Strategy, figures: Figures, span: Span, months: Months | None = None
) -> Return:
    """Return what a period brought against what it cost."""
    months = months or Months(strategy, figures)
    target = strategy.one(RoiTarget)
    wanted = None
    if target.money is not None:
        wanted = round(target.money * len(span.months) / (target.horizon or _USUAL_HORIZON))
    return Return(
        span,
        gains(strategy, months, span),
        costs(strategy, span),
        contacts(strategy, months, span),
        cold_rate(strategy),
        wanted,
    )


def verdict(strategy: Strategy, found: Return) -> Message:
    """Return what came back, in a sentence."""
    gained, cost, ratio = found.gained, found.costs.total, found.ratio
    if gained is None and cost is None:
        return say(N_("Neither gains nor costs of this period are known."))
    if gained is None:
        return say(
            N_("This period cost {cost}; what it brought is not known."),
            cost=money(strategy, cost or 0),
        )
    if cost is None or ratio is None:
        return say(
            N_("This period brought {gained}; what it cost is not known."),
            gained=money(strategy, gained),
        )
    texts = {
        Bound.EXACT: N_("{cost} put in, {gained} back: a return of {ratio}."),
        Bound.AT_LEAST: N_("{cost} put in, at least {gained} back: a return of at least {ratio}."),
        Bound.AT_MOST: N_("At least {cost} put in, {gained} back: a return of at most {ratio}."),
        Bound.UNKNOWN: N_(
            "At least {cost} put in, at least {gained} back: the return is not known."
        ),
    }
    return say(
        texts[found.bound],
        cost=money(strategy, cost),
        gained=money(strategy, gained),
        ratio=Share(round(ratio, 2)),
    )
