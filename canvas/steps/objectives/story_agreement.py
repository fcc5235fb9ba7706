"""What was agreed with the sponsors, as the deck says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Money, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Column,
    Decision,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.steps.frame.settings import Currency, Settings
from canvas.steps.objectives.agreement import (
    BudgetRequest,
    Expectation,
    LeadPolicy,
    RequestState,
    RoiTarget,
    Scope,
)
from canvas.steps.objectives.objective import ObjectiveType
from canvas.steps.objectives.todos import objectives
from canvas.steps.wording import name_of, shorten, shown

STEP_KEY = "objectives"

_STATE_TONES = {
    RequestState.GRANTED: Tone.GOOD,
    RequestState.ASKED: Tone.WATCH,
    RequestState.REFUSED: Tone.BAD,
}


def agreement(strategy: Strategy) -> Iterator[Piece]:
    """What is expected and what is not, the return wanted, contacts, then the money."""
    yield from _expectations(strategy)
    yield from _return(strategy)
    yield from _contacts(strategy)
    yield from _budget(strategy)


def money(strategy: Strategy, minor: int) -> Money:
    """Return an amount in the strategy's currency."""
    return Money(minor, str(strategy.one(Settings).currency or Currency.EUR))


def _expectations(strategy: Strategy) -> Iterator[Piece]:
    found = [line for line in strategy.of(Expectation) if line.text and line.scope]
    if not found:
        yield Gap(
            say(N_("What is expected and what is not")),
            say(N_("Without it, you may be blamed later for results that nobody promised.")),
            step=STEP_KEY,
        )
        return
    expected = [line for line in found if line.scope is Scope.EXPECTED]
    ruled_out = [line for line in found if line.scope is Scope.NOT_EXPECTED]
    if expected and ruled_out:
        title = say(
            N_("We answer for “{expected}”, not for “{not_expected}”"),
            expected=shorten(expected[0].text, 40),
            not_expected=shorten(ruled_out[0].text, 40),
        )
    elif expected:
        title = say(N_("We answer for “{expected}”"), expected=shorten(expected[0].text, 80))
    else:
        title = say(N_("Nobody may expect “{result}”"), result=shorten(ruled_out[0].text, 80))
    yield Slide(
        Section.AMBITION,
        title,
        Bullets(
            [
                Panel(shown(scope), [Item(line.text, line.reason) for line in lines], tone)
                for scope, lines, tone in (
                    (Scope.EXPECTED, expected, Tone.GOOD),
                    (Scope.NOT_EXPECTED, ruled_out, Tone.NEUTRAL),
                )
                if lines
            ]
        ),
        source=_signature(strategy, found),
        notes=[say(N_("Read the second list aloud: it prevents the misunderstandings of later."))],
        step=STEP_KEY,
    )
    for line in found:
        if line.signed_on is None:
            yield Decision(
                say(N_("Agree in writing: “{result}”"), result=shorten(line.text, 80)),
                line.reason,
                who=name_of(strategy, line.sponsor),
                step=STEP_KEY,
            )


def _signature(strategy: Strategy, found: list[Expectation]) -> Said:
    signed = [line for line in found if line.signed_on]
    if len(signed) < len(found):
        return say_count(
            "{n} line is not agreed in writing yet.",
            "{n} lines are not agreed in writing yet.",
            len(found) - len(signed),
        )
    dates = [line.signed_on for line in signed if line.signed_on]
    names = tuple(dict.fromkeys(name_of(strategy, line.sponsor) for line in signed))
    if not all(names):
        return say(N_("Agreed in writing, last on {date}."), date=max(dates))
    return say(N_("Agreed in writing by {names}, last on {date}."), names=names, date=max(dates))


def _return(strategy: Strategy) -> Iterator[Piece]:
    wanted = strategy.one(RoiTarget)
    if wanted.is_blank():
        yield Gap(
            say(N_("The return wanted")),
            say(N_("Without it, nobody can say whether the effort was worth it.")),
            step=STEP_KEY,
        )
        return
    put_in: list[Message] = []
    if wanted.spend is not None:
        put_in.append(say("{amount}", amount=money(strategy, wanted.spend)))
    if wanted.hours_week is not None:
        put_in.append(say(N_("{hours} h/week"), hours=wanted.hours_week))
    back: list[Said] = []
    if wanted.money is not None:
        back.append(say("{amount}", amount=money(strategy, wanted.money)))
    if wanted.hours is not None:
        back.append(say(N_("{hours} h/month saved"), hours=wanted.hours))
    back.extend(text for text in wanted.other if text)
    panels = [
        Panel(heading, [Item(text) for text in texts], tone)
        for heading, texts, tone in (
            (say(N_("What we put in")), put_in, Tone.NEUTRAL),
            (say(N_("What we want back")), back, Tone.ACCENT),
            (
                say(N_("Why it is realistic")),
                [wanted.realistic] if wanted.realistic else [],
                Tone.NEUTRAL,
            ),
        )
        if texts
    ]
    if not panels:
        return
    yield Slide(
        Section.AMBITION,
        _return_title(strategy, wanted),
        Bullets(panels),
        notes=[say(N_("The time put in costs money too: the step on results counts it."))],
        step=STEP_KEY,
    )


def _return_title(strategy: Strategy, wanted: RoiTarget) -> Message:
    if wanted.money is not None and wanted.spend is not None and wanted.horizon:
        return say_count(
            "We put in {spend} and want {money} back within {n} month",
            "We put in {spend} and want {money} back within {n} months",
            wanted.horizon,
            spend=money(strategy, wanted.spend),
            money=money(strategy, wanted.money),
        )
    if wanted.horizon:
        return say_count(
            "We judge the return after {n} month, not before",
            "We judge the return after {n} months, not before",
            wanted.horizon,
        )
    return say(N_("What we put in and what we want back"))


def _contacts(strategy: Strategy) -> Iterator[Piece]:
    policy = strategy.one(LeadPolicy)
    if policy.is_blank():
        if any(objective.type is ObjectiveType.LEADS for objective in objectives(strategy)):
            yield Gap(
                say(N_("The rule on contacts")),
                say(N_("Without it, raw forms reach the sales people, who soon ignore them.")),
                step=STEP_KEY,
            )
        return
    takes_over = name_of(strategy, policy.handover_to)
    handover = [Item(text) for text in (policy.handover_rule, takes_over) if text]
    if policy.handover_delay is not None:
        handover.append(Item(say(N_("Called back within {hours} h"), hours=policy.handover_delay)))
    panels = [
        Panel(heading, items)
        for heading, items in (
            (say(N_("What we call a contact")), _items(policy.lead_definition)),
            (say(N_("Follow-up scenario")), _items(policy.nurture_scenario)),
            (say(N_("When sales take over")), handover),
        )
        if items
    ]
    if not panels:
        return
    title = (
        say(
            N_("We promise contacts, not buyers: {share} of them will be cold"),
            share=Share(policy.cold_rate),
        )
        if policy.cold_rate is not None
        else say(N_("We promise contacts, not buyers"))
    )
    yield Slide(
        Section.AMBITION,
        title,
        Bullets(panels),
        notes=[say(N_("A contact who is not ready is helped first, and called later."))],
        step=STEP_KEY,
    )


def _items(text: str) -> list[Item]:
    return [Item(line) for line in text.split("\n") if line.strip()]


def _budget(strategy: Strategy) -> Iterator[Piece]:
    found = [request for request in strategy.of(BudgetRequest) if request.amount is not None]
    if not found:
        return
    total = sum(request.amount or 0 for request in found)
    first = money(strategy, found[0].amount or 0)
    title = (
        say(
            N_("{first} first, then up to {total} as results come in"),
            first=first,
            total=money(strategy, total),
        )
        if len(found) > 1
        else say(N_("{first} to start with"), first=first)
    )
    yield Slide(
        Section.MEANS,
        title,
        Table(
            [
                Column(say(N_("Instalment")), 2),
                Column(say(N_("Amount")), 1, figures=True),
                Column(say(N_("Condition")), 2.4),
                Column(say(N_("Asked for on")), 1),
                Column(say(N_("Answer")), 1),
            ],
            [
                [
                    request.stage,
                    say("{amount}", amount=money(strategy, request.amount or 0)),
                    request.condition,
                    shown(request.date),
                    Cell(
                        shown(request.state),
                        _STATE_TONES.get(request.state, Tone.NEUTRAL)
                        if request.state
                        else Tone.NEUTRAL,
                    ),
                ]
                for request in found
            ],
        ),
        notes=[say(N_("Each instalment is asked for once its condition is met."))],
        step=STEP_KEY,
    )
    pending = [r for r in found if r.state not in (RequestState.GRANTED, RequestState.REFUSED)]
    if pending:
        # Later instalments are asked for when their turn comes.
        request = min(pending, key=lambda r: r.date or dt.date.max)
        yield Decision(
            say(
                N_("Grant {amount} for “{stage}”"),
                amount=money(strategy, request.amount or 0),
                stage=shorten(request.stage, 70),
            )
            if request.stage
            else say(N_("Grant {amount}"), amount=money(strategy, request.amount or 0)),
            say(N_("Condition: {condition}"), condition=request.condition)
            if request.condition
            else "",
            who=name_of(strategy, request.decided_by),
            when=request.date,
            step=STEP_KEY,
        )
