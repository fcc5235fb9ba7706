"""What a period earned, or what is missing to say it; the budget (C55, C57, C131, C140)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Gap,
    Item,
    Piece,
    ReportSection,
    Said,
    Slide,
    Table,
    Tone,
)
from canvas.rules.closed_loop import Angle, brought
from canvas.rules.report_view import STEP, View
from canvas.rules.report_words import Words, panel, signs
from canvas.rules.returns import Bound
from canvas.rules.spend import Amount, Row, spend
from canvas.steps.frame.settings import money
from canvas.steps.measure.returns import whole
from canvas.steps.resources.budget import BudgetCategory
from canvas.steps.wording import shorten, shown

NAMED = 4


def earned(view: View, words: Words) -> Iterator[Piece]:
    """Say what came, what it cost and what remains; name what is missing to say it."""
    found = view.earned
    told = {key.kpi.name for key in view.board.keys if key.missing}
    missing_here = [one for one in found.missing if one.params.get("name") not in told]
    for missing in missing_here[:NAMED]:
        yield Gap(
            missing, say(N_("Without it the return is a guess, or cannot be said at all.")), STEP
        )
    costs = panel(words, "cost", N_("What it cost"), _cost(view))
    panels = [
        panel(words, "came", N_("What came"), _came(view), Tone.GOOD),
        replace(costs, items=[*_terms(view, words), *costs.items]),
        panel(words, "remains", N_("What remains"), _remains(view), Tone.ACCENT),
    ]
    yield Slide(
        ReportSection.EARNED,
        words.title(_title(view)),
        Bullets([panel for panel in panels if panel.items]),
        notes=[
            say(N_("Return = (gains − costs) ÷ costs; the team’s hours are part of the costs.")),
            say(N_("Gains = results × worth of one × part due to social media.")),
            *found.costs.remarks,
        ],
        step=STEP,
    )


_TITLES = {
    Bound.EXACT: N_("{cost} put in, {gained} back: a return of {ratio}"),
    Bound.AT_LEAST: N_("{cost} put in, at least {gained} back: a return of at least {ratio}"),
    Bound.AT_MOST: N_("At least {cost} put in, {gained} back: a return of at most {ratio}"),
    Bound.UNKNOWN: N_("At least {cost} put in, at least {gained} back: no return can be said"),
}


def _title(view: View) -> Message:
    found = view.earned
    gained, cost, ratio = found.gained, found.costs.total, found.ratio
    params: dict[str, object] = {}
    if gained is not None:
        params["gained"] = money(view.strategy, whole(gained))
    if cost is not None:
        params["cost"] = money(view.strategy, whole(cost))
    if ratio is not None and gained is not None:
        return say(_TITLES[found.bound], ratio=Share(round(ratio, 2)), **params)
    if cost is not None and gained is None:
        return say(N_("The period cost {cost}; what it brought cannot be said yet"), **params)
    if gained is not None:
        return say(N_("The period brought {gained}; what it cost cannot be said yet"), **params)
    return say(N_("What the period earned cannot be said yet: values and costs are missing"))


def earned_said(view: View) -> Message:
    """Return what came back, in a sentence."""
    return say(N_("{sentence}."), sentence=_title(view))


def _came(view: View) -> Iterator[Message]:
    visits = brought(view.loop.social)
    if visits.sessions is not None:
        yield say(N_("Visits from social media: {n}."), n=round(visits.sessions))
    if visits.key_events is not None:
        yield say(N_("Key events of these visits: {n}."), n=round(visits.key_events))
    rows = view.loop.by(Angle.POST)
    named = [row for row in rows if row.name and row.brought.sessions]
    if named:
        yield say(
            N_("The post that brought most: “{post}”, {n} visits."),
            post=shorten(str(named[0].name), 60),
            n=round(named[0].brought.sessions or 0),
        )
    for gain in view.earned.gains[:NAMED]:
        if gain.amount is not None and gain.count.value is not None:
            text = (
                N_("{result}: {n}, worth {amount}.")
                if gain.is_added
                else N_("{result}: {n}, worth {amount}; counted with another result already.")
            )
            yield say(
                text,
                result=shorten(gain.value.name, 60),
                n=round(gain.count.value, 1),
                amount=money(view.strategy, whole(gain.amount)),
            )
    yield from view.loop.missing[:1]
    yield from view.earned.gains_missing[:2]


def _terms(view: View, words: Words) -> Iterator[Item]:
    for term in view.earned.costs.terms:
        said = words(
            f"term/{term.kind}/{signs(str(term.said))}", term.said, about=say(N_("What it cost"))
        )
        if said:
            yield Item(said, say("{money}", money=money(view.strategy, whole(term.amount))))


def _cost(view: View) -> Iterator[Message]:
    costs = view.earned.costs
    if costs.total is not None and len(costs.terms) > 1:
        yield say(N_("In all: {money}."), money=money(view.strategy, whole(costs.total)))
    yield from costs.missing[:2]


_BOUNDS = {
    Bound.EXACT: N_("Return: {ratio}."),
    Bound.AT_LEAST: N_("Return: {ratio} at least, as not all gains are known."),
    Bound.AT_MOST: N_("Return: {ratio} at most, as not all costs are known."),
    Bound.UNKNOWN: N_("The return cannot be said: see what is missing."),
}

_EACH = {
    Bound.EXACT: N_("One contact cost {money}."),
    Bound.AT_LEAST: N_("One contact cost {money} at least."),
    Bound.AT_MOST: N_("One contact cost {money} at most."),
}


def _remains(view: View) -> Iterator[Message]:
    found, strategy = view.earned, view.strategy
    yield say(
        _BOUNDS[found.bound], ratio=Share(round(found.ratio, 2)) if found.ratio is not None else ""
    )
    if found.has_contacts and found.ratio_warm is not None and found.bound is not Bound.UNKNOWN:
        yield say(
            N_("If only contacts count who may buy now: {ratio}."),
            ratio=Share(round(found.ratio_warm, 2)),
        )
    each = found.cost_a_contact
    if each is not None and found.contact_bound in _EACH:
        yield say(_EACH[found.contact_bound], money=money(strategy, whole(each)))
    for one in found.passing[:1]:
        yield say(
            N_("“{result}”: {needed} pay for the period; there were {had}."),
            result=shorten(one.value.name, 50),
            needed=one.needed,
            had=say(N_("an unknown number")) if one.had is None else round(one.had, 1),
        )
    if found.wanted is not None:
        yield say(
            N_("Wanted for this period: {money} back."), money=money(strategy, whole(found.wanted))
        )


# --- Budget ------------------------------------------------------------------------------


def budget(view: View, words: Words) -> Iterator[Piece]:
    """Show what was planned and spent in the period, by what it is spent on."""
    found = spend(view.strategy)
    if not found.rows:
        yield Gap(
            say(N_("The budget")),
            say(N_("What was spent tells whether the results were dear.")),
            "resources",
        )
        return
    months = {dt.date(*month, 1) for month in view.span.months}
    by_category: dict[BudgetCategory | None, Amount] = {}
    for row in found.rows:
        by_category[row.category] = by_category.get(row.category, Amount()) + _within(row, months)
    shown_rows = [(c, a) for c, a in by_category.items() if a.planned or a.spent]
    if not shown_rows:
        return
    shown_rows.sort(key=lambda pair: -pair[1].planned)
    period = sum(by_category.values(), Amount())
    rows: list[Sequence[Said | Cell]] = [
        (shown(category) or say(N_("Not sorted")), *_amounts(view, amount))
        for category, amount in shown_rows
    ]
    rows.append((Cell(say(N_("This period")), strong=True), *_amounts(view, period)))
    rows.append((Cell(say(N_("The whole strategy")), strong=True), *_amounts(view, found.total)))
    yield Slide(
        ReportSection.EARNED,
        words.title(_budget_title(view, period)),
        Table(
            (
                Column(say(N_("Spent on")), 2.4),
                Column(say(N_("Planned")), 1, figures=True),
                Column(say(N_("Spent")), 1, figures=True),
                Column(say(N_("Left")), 1, figures=True),
            ),
            rows,
        ),
        notes=[
            say(
                N_(
                    "What was spent has no dates: it is counted on the months of its line, from "
                    "the first one."
                )
            )
        ],
        step="resources",
    )


def _within(row: Row, months: set[dt.date]) -> Amount:
    return Amount(
        sum(amount for month, amount in row.planned.items() if month in months),
        sum(amount for month, amount in row.spent.items() if month in months),
    )


def _amounts(view: View, amount: Amount) -> tuple[Said | Cell, ...]:
    left = Cell(
        say("{money}", money=money(view.strategy, amount.left)),
        Tone.BAD if amount.left < 0 else Tone.NEUTRAL,
    )
    return (
        say("{money}", money=money(view.strategy, amount.planned)),
        say("{money}", money=money(view.strategy, amount.spent)),
        left,
    )


def _budget_title(view: View, period: Amount) -> Message:
    def said(minor: int) -> object:
        return money(view.strategy, minor)

    if period.left < 0:
        return say(
            N_("{spent} spent in the period, {over} more than planned"),
            spent=said(period.spent),
            over=said(-period.left),
        )
    return say(
        N_("{spent} spent of {planned} planned in the period"),
        spent=said(period.spent),
        planned=said(period.planned),
    )
