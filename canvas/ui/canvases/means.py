"""Means in front of each objective, and objectives revised in their light (C133, C134)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import streamlit as st

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.records import write_record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.means import Part, Sight, Together, Verdict, sights, together
from canvas.services.decisions import aim_of
from canvas.steps.frame.settings import money
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.means import ObjectiveRevision
from canvas.steps.wording import name_of, shorten
from canvas.ui.components.editor import editor, shown_figure
from canvas.ui.components.means import means as cards
from canvas.ui.markdown import plain

NONE = "–"
"""What stands in the place of a figure that there is not."""


def means(strategy: Strategy, tr: Translator) -> None:
    """Draw a card an objective, and what all of them ask of the team."""
    found = sights(strategy)
    if not found:
        st.markdown(
            plain(tr(N_("Write an objective first: its hours and its money are set against it.")))
        )
        editor(Objective, strategy, tr)
        return
    st.markdown(f"**{plain(tr(_together(together(strategy, found))))}**")
    cards(
        strategy,
        tr,
        key="canvas-means",
        objectives=[_card(strategy, tr, one) for one in found],
        gaps=[gap for one in found for gap in one.gaps],
        today=dt.date.today(),  # noqa: DTZ011 - the day on the wall
    )


def _together(found: Together) -> Message:
    if not found.asked:
        return say(N_("No objective says yet how many hours a week it needs."))
    if found.available is None:
        return say(
            N_("Your objectives ask for {asked} h a week together; nobody’s hours are known yet."),
            asked=found.asked,
        )
    if found.short:
        return say(
            N_("Your objectives ask for {asked} h a week together; the team has {available}."),
            asked=found.asked,
            available=found.available,
        )
    return say(
        N_("Your objectives ask for {asked} h a week together, and the team has {available}."),
        asked=found.asked,
        available=found.available,
    )


def _card(strategy: Strategy, tr: Translator, found: Sight) -> Mapping[str, Any]:
    """Return what means.js shows of one objective."""
    objective = found.objective
    raw = write_record(objective)
    values = {name: raw.get(name) for name in ("target", "due")}
    shown = {}
    if objective.target is not None:
        shown["target"] = shown_figure(Objective.field("target"), objective.target, tr)
    return {
        "id": objective.id,
        "title": objective.title,
        "goal": _goal(objective, tr),
        "before": aim_of(objective, tr),
        "unit": objective.unit,
        "values": values,
        "shown": shown,
        "verdict": str(found.verdict),
        "said": tr(_verdict(strategy, found)),
        "hours": _hours(tr, found),
        "money": _money(strategy, tr, found),
        "parts": [tr(text) for part in found.parts for text in _part(strategy, part)]
        + _when(tr, found),
        "gap": {
            "ambition": objective.title,
            "objective": objective.id,
            "hours_needed": found.hours_asked,
            "hours_available": found.hours_given if found.hours_asked is not None else None,
            "money_needed": found.money_asked,
            "money_available": found.money_given if found.money_asked is not None else None,
        },
        "revisions": [_revision(strategy, tr, revision) for revision in found.revisions],
    }


def _goal(objective: Objective, tr: Translator) -> str:
    aim = aim_of(objective, tr)
    if objective.baseline is None or objective.target is None:
        return aim
    return tr(N_("from {baseline} to {aim}"), baseline=objective.baseline, aim=aim)


def _verdict(strategy: Strategy, found: Sight) -> Message:
    match found.verdict:
        case Verdict.FITS:
            return say(N_("The means are there."))
        case Verdict.UNASKED:
            return say(N_("Nobody said yet what it needs: hours a week, or a budget."))
        case Verdict.DECIDED:
            assert found.decided is not None
            if found.decided.ambition in ("", found.objective.title):
                return say(N_("Short, and decided: {what}"), what=found.decided.arbitration)
            return say(
                N_("Short, and decided for “{ambition}”: {what}"),
                ambition=shorten(found.decided.ambition, 60),
                what=found.decided.arbitration,
            )
    if found.hours_short and found.money_short:
        return say(
            N_("Short of {hours} h a week and {amount}: decide, or revise it."),
            hours=round(found.hours_short, 1),
            amount=money(strategy, round(found.money_short, -2)),
        )
    if found.hours_short:
        return say(
            N_("Short of {hours} h a week: decide, or revise it."),
            hours=round(found.hours_short, 1),
        )
    return say(
        N_("Short of {amount}: decide, or revise it."),
        amount=money(strategy, round(found.money_short, -2)),
    )


def _hours(tr: Translator, found: Sight) -> Mapping[str, Any]:
    short = round(found.hours_short, 1)
    return {
        "given": tr(say(N_("{hours} h"), hours=round(found.hours_given, 1))),
        "asked": NONE
        if found.hours_asked is None
        else tr(say(N_("{hours} h"), hours=round(found.hours_asked, 1))),
        "share": found.hours_given / found.hours_asked if found.hours_asked else 1.0,
        "missing": tr(say(N_("{hours} h a week are missing"), hours=short)) if short else "",
    }


def _money(strategy: Strategy, tr: Translator, found: Sight) -> Mapping[str, Any]:
    def amount(minor: int) -> str:
        return tr.money(money(strategy, minor))

    return {
        "given": amount(found.money_given),
        "asked": NONE if found.money_asked is None else amount(found.money_asked),
        "share": found.money_given / found.money_asked if found.money_asked else 1.0,
        "missing": tr(say(N_("{amount} are missing"), amount=amount(found.money_short)))
        if found.money_short
        else "",
    }


def _part(strategy: Strategy, part: Part) -> list[Message]:
    """Return one kind of means in words, and what it leaves out."""
    count = _counted(part)
    if part.hours and part.money:
        text = N_("{count}: {hours} h and {amount}")
    elif part.hours:
        text = N_("{count}: {hours} h")
    else:
        text = N_("{count}: {amount}")
    said = [
        say(
            text,
            count=count,
            hours=round(part.hours, 1),
            amount=money(strategy, part.money),
        )
    ]
    if part.unknown:
        said.append(
            say_count(
                "{n} of them has no effort yet", "{n} of them have no effort yet", part.unknown
            )
        )
    return said


def _counted(part: Part) -> Message:
    if part.kind == Post.key:
        return say_count("{n} post", "{n} posts", part.count)
    if part.kind == Action.key:
        return say_count("{n} action", "{n} actions", part.count)
    if part.kind == BudgetLine.key:
        return say_count("{n} budget line", "{n} budget lines", part.count)
    assert part.kind == AdLine.key
    return say_count("{n} advertisement", "{n} advertisements", part.count)


def _when(tr: Translator, found: Sight) -> list[str]:
    if not found.weeks or found.until is None:
        return []
    weeks = round(found.weeks)
    text = say_count(
        "spread over {n} week, until {date}",
        "spread over {n} weeks, until {date}",
        weeks,
        date=found.until,
    )
    return [tr(text)]


def _revision(strategy: Strategy, tr: Translator, revision: ObjectiveRevision) -> Mapping[str, str]:
    who = name_of(strategy, revision.decided_by)
    date = tr.date(revision.date) if revision.date else ""
    why = " · ".join(filter(None, (revision.reason, who, date)))
    return {"before": revision.before, "after": revision.after, "why": why}
