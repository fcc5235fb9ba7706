"""Time, money, patience: a triangle, what it means here, and the scenarios kept (C130, C133)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from canvas.domain.messages import N_
from canvas.domain.records import write_record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import SERIES
from canvas.rules.tradeoff import Meaning, Means, Refusal, Weights, meaning, of_plan, snapped
from canvas.rules.tradeoff_choice import choosing, place_of
from canvas.rules.tradeoff_given import Given, given
from canvas.steps.frame.settings import Currency, Settings
from canvas.steps.resources.tradeoff import Scenario, Tradeoff
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.tradeoff_allowed import allowed
from canvas.ui.canvases.tradeoff_words import (
    Figures,
    Writer,
    exact,
    in_percent,
    names,
    plan_figures,
    table,
)
from canvas.ui.components.editor import row_data
from canvas.ui.components.triangle import Corner, triangle

START = Weights(0.5, 0.2, 0.3)
"""Where the handle waits in grey where the plan says nothing either."""

CORNERS = ("time", "money", "quality")


def balance(strategy: Strategy, tr: Translator) -> None:
    """Draw the triangle, what it means and the scenarios."""
    _mount(strategy, tr, "all")


def _comparison(strategy: Strategy, tr: Translator) -> None:
    _mount(strategy, tr, "cards")


PARTS = {"compared": Part(N_("Scenarios compared"), _comparison)}
"""What is projected by itself after the triangle: the cards."""


def _mount(strategy: Strategy, tr: Translator, show: str) -> None:
    found = given(strategy)
    currency = str(strategy.one(Settings).currency or Currency.EUR)
    writer = Writer(found.means, currency, tr)
    theme = st.context.theme.type or "light"
    corners = [
        Corner(name, tr(field.label), tr(field.help), SERIES[number].on(theme))
        for number, name in enumerate(CORNERS)
        for field in (Tradeoff.field(name),)
    ]
    triangle(
        strategy,
        tr,
        key=f"canvas-tradeoff-{show}",
        show=show,
        corners=corners,
        data={
            "table": table(found.means, currency, tr),
            "names": names(writer),
            **_handle(strategy, writer),
            "plan": _plan(writer),
            "scenarios": _scenarios(strategy, writer),
            "allowed": allowed(writer),
            "assumed": [tr(note.say()) for note in found.assumed],
            "how": tr(_how(found)),
        },
    )


def _how(found: Given) -> str:
    """Return one sentence on what is shared out."""
    if found.means.goal is None:
        return N_(
            "What is shared out is publishing as much as your rhythms allow; "
            "answering people stays with you."
        )
    return N_(
        "What is shared out is publishing as much as your rhythms allow; answering people "
        "stays with you. The target takes the hours that the plan puts into it until its due date."
    )


def _handle(strategy: Strategy, writer: Writer) -> Mapping[str, Any]:
    """Return the balance as stored, where the handle waits, and what an odd one means."""
    tradeoff = strategy.one(Tradeoff)
    stored = {k: v for k, v in write_record(tradeoff).items() if k in (*CORNERS, "scenario")}
    weights = Weights(*tradeoff.weights) if tradeoff.weights else None
    odd = weights is not None and snapped(weights) != weights
    return {
        "balance": stored,
        "start": in_percent(_waiting(writer.means)),
        "exact": exact(writer, weights) if weights and odd else None,
    }


def _waiting(means: Means) -> Weights:
    """Return where the handle waits while nobody moved it: on the grid, near the plan."""
    weights = of_plan(means)
    if not means.plan or isinstance(meaning(means, weights), Refusal):
        return START
    time, money = round(weights.time * 20) / 20, round(weights.money * 20) / 20
    return Weights(time, min(money, 1 - time), 1 - time - min(money, 1 - time))


def _plan(writer: Writer) -> Mapping[str, Any]:
    figures = writer.figures(plan_figures(writer.means))
    at = in_percent(of_plan(writer.means)) if writer.means.plan else None
    return {"at": at, "figures": figures, "differences": []}


def _scenarios(strategy: Strategy, writer: Writer) -> Mapping[str, Any]:
    return {s.id: _scenario(strategy, writer, s) for s in strategy.of(Scenario)}


def _scenario(strategy: Strategy, writer: Writer, scenario: Scenario) -> Mapping[str, Any]:
    """Return a scenario's place, its figures, and what choosing it would change."""
    tr = writer.tr
    weights = place_of(scenario, writer.means)
    found = meaning(writer.means, weights) if weights else None
    figures = Figures(
        scenario.posts_per_week,
        scenario.hours_week,
        scenario.cost_month,
        scenario.provider_share,
        found.date if isinstance(found, Meaning) else None,
    )
    differences = writer.differences(figures) if found else []
    refused = ""
    if isinstance(found, Refusal):
        refused = writer.refusal(found)
        differences[-1] = ""  # it has no date at all, which is not a late one
    elif found is None:
        refused = tr(N_("Say how many posts or hours a week it has, and it can be chosen."))
    changes = choosing(strategy, writer.means, scenario)
    return {
        "row": row_data(scenario, strategy, tr),
        "at": in_percent(weights) if weights else None,
        "figures": writer.figures(figures),
        "differences": differences,
        "refused": refused,
        "warning": scenario.warning,
        "changes": [tr(change.said) for change in changes if change.said],
        "edits": [
            {
                "type": change.edit.type,
                "record": change.edit.record,
                "field": change.edit.field,
                "base": change.edit.base,
                "new": change.edit.new,
            }
            for change in changes
        ],
    }
