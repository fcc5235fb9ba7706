"""What choosing a scenario writes: cadence, share of providers and dates (C130, C133)."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.changes import Edit
from canvas.domain.clean import Json
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.rules.tradeoff import Meaning, Means, Refusal, Weights, meaning, of_scenario, snapped
from canvas.steps.common import Network
from canvas.steps.frame.people import Delivery, DeliveryModel
from canvas.steps.frame.settings import money
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from canvas.steps.wording import shorten, shown

FULL_WEEK = 35
"""Hours a week of a full-time job, for the share of one that social media take."""

FEW = 0.1
"""Share of providers under which the work is done in-house."""

MOST = 0.6
"""Share of providers from which the work is theirs."""

SAME_WEEK = 7
"""Days under which a date is the same: posts a week are kept with two decimals."""

IN_HOUSE = (DeliveryModel.PART_TIME, DeliveryModel.IN_HOUSE)
OUTSIDE = (DeliveryModel.FREELANCE, DeliveryModel.AGENCY)


@dataclass(frozen=True, slots=True)
class Consequence:
    """A change that choosing brings.

    Attributes:
        edit: The change.
        said: What changes, and from what to what; None where another line says it.
    """

    edit: Edit
    said: Message | None = None


def place_of(scenario: Scenario, means: Means) -> Weights | None:
    """Return where a scenario stands in the triangle, None where it says too little."""
    found = of_scenario(
        means,
        posts=scenario.posts_per_week,
        hours=scenario.hours_week,
        provider_share=scenario.provider_share,
    )
    return snapped(found) if found else None


def choosing(strategy: Strategy, means: Means, scenario: Scenario) -> tuple[Consequence, ...]:
    """Return what choosing a scenario changes; empty where nothing can or need be written.

    The balance and the link to the scenario, posts a week of each rhythm (and “At most”
    where it is empty, so that the same scenario means the same tomorrow), who does the
    work and what providers cost a month, and the due date of the main objective.
    """
    weights = place_of(scenario, means)
    found = meaning(means, weights) if weights else None
    if weights is None or found is None or isinstance(found, Refusal):
        return ()
    return (
        *_balance(strategy, weights, scenario),
        *_rhythms(strategy, means, found),
        *_delivery(strategy, found),
        *_due(strategy, means, found),
    )


def _edit(record: Record, field: str, new: Json) -> Edit | None:
    """Return the edit of one field, None where it is so already."""
    raw = write_record(record)
    base = raw.get(field)
    return None if base == new else Edit(record.key, record.id, field, base, new)


def _said(edit: Edit | None, text: str, **params: object) -> tuple[Consequence, ...]:
    return () if edit is None else (Consequence(edit, say(text, **params)),)


def _balance(
    strategy: Strategy, weights: Weights, scenario: Scenario
) -> tuple[Consequence, ...]:  # fmt: skip
    tradeoff = strategy.one(Tradeoff)
    parts = (
        ("time", round(weights.time, 4)),
        ("money", round(weights.money, 4)),
        ("quality", round(1 - round(weights.time, 4) - round(weights.money, 4), 4)),
    )
    edits = [_edit(tradeoff, name, value) for name, value in parts]
    changed = [Consequence(edit) for edit in edits if edit is not None]
    if changed:
        new = [Share(round(value, 2)) for _, value in parts]
        said = say(
            N_("Balance: time {time}, money {money}, patience {patience}"),
            time=new[0],
            money=new[1],
            patience=new[2],
        )
        changed[0] = Consequence(changed[0].edit, said)
    name = shorten(scenario.name) or say(Scenario.one)
    link = _edit(tradeoff, "scenario", scenario.id)
    return (*changed, *_said(link, N_("Scenario chosen: {name}"), name=name))


def _rhythms(strategy: Strategy, means: Means, found: Meaning) -> tuple[Consequence, ...]:
    changes: list[Consequence] = []
    for line, posts in zip(means.lines, found.posts, strict=True):
        cadence = strategy.linked(Cadence, line.cadence)
        if cadence is None:
            continue
        new = round(posts, 2)
        place = say(line.place.label) if isinstance(line.place, Network) else line.place
        what = shorten(line.what)
        if cadence.maximum is None:
            changes += _said(
                _edit(cadence, "maximum", round(line.at_most, 4)),
                N_("{place}, “{what}”: {most} a week at most"),
                place=place,
                what=what,
                most=line.at_most,
            )
        changes += _said(
            _edit(cadence, "posts_per_week", new),
            N_("{place}, “{what}”: {before} → {after} a week"),
            place=place,
            what=what,
            before=shown(cadence.posts_per_week) or "0",
            after=new,
        )
    return tuple(changes)


def _delivery(strategy: Strategy, found: Meaning) -> tuple[Consequence, ...]:
    delivery = strategy.one(Delivery)
    before = delivery.delivery_model
    model = DeliveryModel.MIXED
    if found.provider_share < FEW:
        model = before if before in IN_HOUSE else IN_HOUSE[0]  # type: ignore[assignment]
    elif found.provider_share >= MOST:
        model = before if before in OUTSIDE else OUTSIDE[0]  # type: ignore[assignment]
    share = min(1.0, round(found.our_hours / FULL_WEEK, 2))
    changes = _said(
        _edit(delivery, "delivery_model", str(model)),
        N_("Who does the work: {model}"),
        model=model,
    ) + _said(
        _edit(delivery, "share_of_time", share),
        N_("Share of a full-time job: {share}"),
        share=Share(share),
    )
    if model not in IN_HOUSE:
        # In-house, this field is what one's own time is worth: not ours to say.
        cost = round(found.provider_month, -2)
        changes += _said(
            _edit(delivery, "cost_month", cost),
            N_("Providers: {cost} a month"),
            cost=money(strategy, cost),
        )
    return changes


def _due(strategy: Strategy, means: Means, found: Meaning) -> tuple[Consequence, ...]:
    if means.goal is None or found.date is None:
        return ()
    objective = strategy.linked(Objective, means.goal.objective)
    if objective is None or abs((found.date - means.goal.due).days) < SAME_WEEK:
        return ()
    return _said(
        _edit(objective, "due", found.date.isoformat()),
        N_("Due date of “{objective}”: {before} → {after}"),
        objective=shorten(objective.title),
        before=means.goal.due,
        after=found.date,
    )


def kept(found: Meaning, means: Means) -> dict[str, Json]:
    """Return the figures of a scenario made from a balance."""
    months = None
    if found.date is not None and means.goal is not None:
        months = max(1, round((found.date - means.goal.start).days / 30.4))
    return {
        "posts_per_week": round(found.total_posts, 2),
        "hours_week": round(found.our_hours, 2),
        "cost_month": found.cost_month,
        "results_months": months,
        "provider_share": round(found.provider_share, 4),
    }
