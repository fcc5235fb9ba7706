"""What the means allow, in words: the cadence, its limits, what would loosen them (C130, C133)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from canvas.domain.messages import N_, Message, say
from canvas.rules.feasible import Bound, Feasible, Loosened, feasible
from canvas.rules.tradeoff import Line, Meaning, Refusal
from canvas.rules.tradeoff_given import RATES
from canvas.steps.common import Network
from canvas.steps.frame.settings import Currency
from canvas.steps.wording import shorten
from canvas.ui.canvases.tradeoff_words import Figures, Writer, in_percent, span

WHAT_LENGTH = 60
RARE = 0.35
"""Posts a week under which one says after how many weeks there is one more."""

HARDLY = 0.03
"""Posts a week under which nobody would notice: one in the half of a year."""

_SHOWN = 0.05
"""Posts or hours a week under which a figure with one decimal shows nothing."""


def money_step(currency: str) -> int:
    """Return a round amount a month, near two hours of a usual provider, in minor units."""
    step = 1_00
    while step * 10 <= 2.5 * RATES[Currency.of(currency)]:
        step *= 10
    return step


def allowed(writer: Writer) -> Mapping[str, Any]:
    """Return what allowed.js shows; no figures where nobody's hours are known.

    Its `point` is what triangle.js reads of a balance, with its own `words`.
    """
    tr, means = writer.tr, writer.means
    if means.available is None:
        text = N_("Say under “Team” how many hours a week each of you has: it is counted here.")
        return {"verdict": tr(text)}
    found = feasible(means, money_step=money_step(writer.currency))
    said = {
        "verdict": tr(_verdict(writer, found)),
        "holds": isinstance(found.found, Meaning) and found.work > means.plan - _SHOWN,
        "limits": [tr(text) for text in _limits(writer, found)],
        "loosened": [
            {"more": tr(_unit(writer, step)), "gives": [tr(text) for text in _gives(step, found)]}
            for step in found.loosened
        ],
    }
    if isinstance(found.found, Refusal):
        return said
    words: dict[str, int] = {}
    point = writer.point(found.weights, words)
    return {
        **said,
        "at": in_percent(found.weights),
        "point": point,
        "words": list(words),
        "name": tr(N_("What our means allow")),
        "figures": writer.figures(Figures.of(found.found)),
        "rhythms": [
            [_rhythm(writer, line), _posts(writer, line, posts)]
            for line, posts in zip(means.lines, found.found.posts, strict=True)
        ],
    }


def _verdict(writer: Writer, found: Feasible) -> Message:
    plan, work = round(writer.means.plan, 1), round(found.work, 1)
    if isinstance(found.found, Refusal):
        return say(
            N_("Not enough: {given} h a week are left to publish, and your accounts need {asked}."),
            given=work,
            asked=round(found.found.asked, 1),
        )
    if not plan:
        return say(N_("Your means carry {work} h a week of publishing."), work=work)
    if work >= plan:
        return say(
            N_("Your plan holds: it takes {plan} h a week of publishing; your means carry {work}."),
            plan=plan,
            work=work,
        )
    return say(
        N_("Your plan takes {plan} h a week of publishing; your means carry {work}."),
        plan=plan,
        work=work,
    )


def _limits(writer: Writer, found: Feasible) -> list[Message]:
    """Return the limits that bind, in words; those that meet, where none binds alone."""
    said = [_limit(writer, found, bound) for bound in found.binds or found.tight]
    if not found.binds:
        said.append(say(N_("These limits meet: more of one alone gives nothing.")))
    if found.short_hours and Bound.TIME not in found.binds:
        said.insert(0, _no_time(found))
    left = found.spare_hours or 0.0
    if left >= _SHOWN:
        said.append(say(N_("Left over: {n} h of ours a week."), n=round(left, 1)))
    if round(found.spare_money, -2):
        amount = writer.money(found.spare_money)
        said.append(say(N_("Left over: {amount} a month for providers."), amount=amount))
    return said


def _no_time(found: Feasible) -> Message:
    return say(
        N_("Answering people takes more than our hours: {n} h a week are missing."),
        n=round(found.short_hours, 1),
    )


def _limit(writer: Writer, found: Feasible, bound: Bound) -> Message:
    means = writer.means
    match bound:
        case Bound.TIME:
            return say(
                N_("Our time: all {n} h a week are used, answers to people included."),
                n=means.available,
            )
        case Bound.MONEY if not means.provider_month:
            return say(N_("Our money: nothing is planned for providers."))
        case Bound.MONEY:
            amount = writer.money(means.provider_month)
            return say(
                N_("Our money: all {amount} a month for providers are spent."), amount=amount
            )
        case Bound.PROVIDERS:
            return say(N_("The providers’ hours: all {n} a week are used."), n=round(found.paid, 1))
        case Bound.CEILING:
            return say(N_("Your rhythms: your accounts take no more posts."))
    late = found.found.late if isinstance(found.found, Meaning) else 0
    return say(N_("The due date: the target comes {time} late."), time=span(late))


def _unit(writer: Writer, step: Loosened) -> Message:
    match step.bound:
        case Bound.TIME:
            return say(N_("One more hour of ours a week"))
        case Bound.MONEY:
            return say(N_("{amount} more a month"), amount=writer.money(round(step.unit)))
        case Bound.PROVIDERS:
            return say(N_("One more hour of providers a week"))
        case Bound.CEILING:
            line = writer.means.lines[step.place or 0]
            return say(N_("A higher ceiling: {rhythm}"), rhythm=_rhythm(writer, line))
    return say(N_("One more month until the due date"))


def _gives(step: Loosened, found: Feasible) -> list[Message]:
    """Return what one more unit gives: posts, an earlier date, or at least some hours."""
    if step.bound is Bound.DATE:
        if step.late < 7:
            return [say(N_("the target comes in time"))]
        return [say(N_("the target comes {time} late"), time=span(step.late))]
    if step.posts is None:
        hours = round(step.work, 1)
        return [say(N_("{n} h more to publish, still too few"), n=hours)]
    posts = round(step.posts, 1)
    said = [_more(step.posts)]
    if isinstance(found.found, Refusal):
        said = [say(N_("your accounts stay alive, with {n} posts a week"), n=posts)]
    if step.days >= 4:
        said.append(say(N_("the target {time} earlier"), time=span(step.days)))
    return said


def _more(posts: float) -> Message:
    """Return what is gained as a room reads it: a twentieth of a post is one in twenty weeks."""
    if posts >= RARE:
        return say(N_("posts a week: {n} more"), n=round(posts, 1))
    if posts < HARDLY:
        return say(N_("hardly anything: another limit is near"))
    return say(N_("one more post every {n} weeks"), n=round(1 / posts))


def _rhythm(writer: Writer, line: Line) -> str:
    tr = writer.tr
    place = tr.label(line.place) if isinstance(line.place, Network) else line.place
    what = shorten(line.what, WHAT_LENGTH)
    if not place and not what:
        return tr(N_("Main account"))
    return " · ".join(dict.fromkeys(filter(None, (place, what))))


def _posts(writer: Writer, line: Line, posts: float) -> str:
    tr = writer.tr
    if abs(posts - line.planned) < _SHOWN:
        return tr(say(N_("{n} a week, as planned"), n=round(posts, 2)))
    return tr(
        say(N_("{n} a week, {planned} planned"), n=round(posts, 1), planned=round(line.planned, 2))
    )
