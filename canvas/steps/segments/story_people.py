"""Audiences, ambassadors and answering, as the deck says them."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import Cell, Column, Gap, Piece, Said, Section, Slide, Table, Tone
from canvas.domain.strategy import Strategy
from canvas.steps.segments.audience import Ambassador, AmbassadorState, Audience
from canvas.steps.segments.ladder import targets
from canvas.steps.segments.service import MAXIMUM_HOURS, ResponseTarget, ServiceRule
from canvas.steps.segments.todos import slowest_limit
from canvas.steps.wording import figure, listed, name_of, shorten, shown

STEP_KEY = "segments"


def audiences(strategy: Strategy) -> Iterator[Piece]:
    """Those who influence a purchase, then those who speak for us."""
    yield from _influencing(strategy)
    yield from _ambassadors(strategy)


def service(strategy: Strategy) -> Iterator[Piece]:
    """How fast we answer, then who answers what."""
    yield from _delays(strategy)
    yield from _rules(strategy)


def _influencing(strategy: Strategy) -> Iterator[Piece]:
    found = [target for target in targets(strategy) if isinstance(target, Audience)]
    if not found:
        yield Gap(
            say(N_("Those who influence our clients")),
            say(N_("Without them, we miss the people whom our clients believe.")),
            step=STEP_KEY,
        )
        return
    given = [audience for audience in found if audience.what_we_give]
    title = (
        say(
            N_("What we give to “{audience}”: {gift}"),
            audience=shorten(given[0].name, 40),
            gift=shorten(given[0].what_we_give, 50),
        )
        if given
        else say_count(
            "{n} audience influences our clients, and we give it nothing yet",
            "{n} audiences influence our clients, and we give them nothing yet",
            len(found),
        )
    )
    yield Slide(
        Section.AUDIENCE,
        title,
        Table(
            [
                Column(say(N_("Audience")), 1.6),
                Column(say(N_("What they want")), 2),
                Column(say(N_("What we give them")), 2.2),
                Column(say(N_("Where to reach them")), 1.4),
                Column(say(N_("Owner")), 0.9),
            ],
            [
                [
                    Cell(audience.name, strong=True),
                    audience.what_they_want,
                    audience.what_we_give,
                    listed(
                        (
                            *(say(network.label) for network in audience.contact_networks),
                            audience.contact_channel,
                        )
                    ),
                    name_of(strategy, audience.owner),
                ]
                for audience in found
            ],
        ),
        step=STEP_KEY,
    )


def _ambassadors(strategy: Strategy) -> Iterator[Piece]:
    found = [ambassador for ambassador in strategy.of(Ambassador) if ambassador.name]
    if not found:
        yield Gap(
            say(N_("Our ambassadors")),
            say(N_("Without them, the brand is alone to speak of itself.")),
            step=STEP_KEY,
        )
        return
    active = [a for a in found if a.state is AmbassadorState.ACTIVE]
    title = (
        say_count(
            "{n} ambassador out of {total} takes part already",
            "{n} ambassadors out of {total} take part already",
            len(active),
            total=len(found),
        )
        if active
        else say_count(
            "{n} ambassador to win: {names}",
            "{n} ambassadors to win: {names}",
            len(found),
            names=[shorten(ambassador.name, 25) for ambassador in found[:3]],
        )
    )
    yield Slide(
        Section.AUDIENCE,
        title,
        Table(
            [
                Column(say(N_("Name")), 1.4),
                Column(say(N_("Speaks as")), 1.1),
                Column(say(N_("Networks")), 1.2),
                Column(say(N_("What we ask of them")), 2.2),
                Column(say(N_("What they get")), 1.8),
                Column(say(N_("How far")), 0.9),
            ],
            [
                [
                    Cell(ambassador.name, strong=True),
                    shown(ambassador.kind),
                    listed([say(network.label) for network in ambassador.networks]),
                    listed((shown(ambassador.role), *ambassador.asked_actions)),
                    ambassador.reward,
                    Cell(
                        shown(ambassador.state),
                        Tone.GOOD if ambassador.state is AmbassadorState.ACTIVE else Tone.NEUTRAL,
                    ),
                ]
                for ambassador in found
            ],
        ),
        step=STEP_KEY,
    )


def _delays(strategy: Strategy) -> Iterator[Piece]:
    found = [target for target in strategy.of(ResponseTarget) if target.network]
    if not found:
        yield Gap(
            say(N_("Response times")),
            say(N_("Without them, a question stays open until the client has gone elsewhere.")),
            step=STEP_KEY,
        )
        return
    dates = [target.measured_on for target in found if target.measured_on]
    yield Slide(
        Section.METHOD,
        _delay_title(strategy, found),
        Table(
            [
                Column(say(N_("Network")), 1.2),
                Column(say(N_("Aim")), 0.8, figures=True),
                Column(say(N_("Maximum")), 0.8, figures=True),
                Column(say(N_("Measured")), 0.8, figures=True),
                Column(say(N_("Hours covered")), 2),
                Column(say(N_("Owner")), 1),
            ],
            [
                [
                    Cell(shown(target.network), strong=True),
                    figure(target.target_h, "h"),
                    figure(target.max_h, "h"),
                    Cell(figure(target.measured_median_h, "h"), _delay_tone(target)),
                    target.hours_open,
                    name_of(strategy, target.owner),
                ]
                for target in found
            ],
        ),
        source=say(N_("Median response times, last measured on {date}."), date=max(dates))
        if dates
        else "",
        notes=[say(N_("People expect an answer within two hours, and within a day at most."))],
        step=STEP_KEY,
    )


def _is_late(target: ResponseTarget) -> bool:
    measured = target.measured_median_h
    limit = MAXIMUM_HOURS if target.max_h is None else target.max_h
    return measured is not None and measured > limit


def _delay_title(strategy: Strategy, found: list[ResponseTarget]) -> Message:
    late = [target for target in found if _is_late(target)]
    if late:
        worst = max(late, key=lambda target: target.measured_median_h or 0)
        return say(
            N_("{network}: {measured} h before an answer, and {limit} h is our maximum"),
            network=worst.network,
            measured=worst.measured_median_h,
            limit=MAXIMUM_HOURS if worst.max_h is None else worst.max_h,
        )
    limit = slowest_limit(strategy)
    if limit is None:
        return say(N_("How fast we answer on each network"))
    return say(N_("Everybody gets an answer within {hours} h"), hours=limit)


def _delay_tone(target: ResponseTarget) -> Tone:
    measured, aim = target.measured_median_h, target.target_h
    if measured is None:
        return Tone.NEUTRAL
    if _is_late(target):
        return Tone.BAD
    return Tone.GOOD if aim is None or measured <= aim else Tone.WATCH


def _rules(strategy: Strategy) -> Iterator[Piece]:
    found = [rule for rule in strategy.of(ServiceRule) if rule.message_type]
    if not found:
        yield Gap(
            say(N_("Who answers which message")),
            say(N_("Without it, everybody thinks that somebody else has answered.")),
            step=STEP_KEY,
        )
        return
    without = [rule for rule in found if not name_of(strategy, rule.responder)]
    title = (
        say_count(
            "{n} kind of message has nobody to answer it yet: {kinds}",
            "{n} kinds of message have nobody to answer them yet: {kinds}",
            len(without),
            kinds=[rule.message_type for rule in without[:3]],
        )
        if without
        else say_count(
            "{n} kind of message, and somebody to answer it",
            "{n} kinds of message, and somebody to answer each",
            len(found),
        )
    )
    yield Slide(
        Section.METHOD,
        title,
        Table(
            [
                Column(say(N_("Kind of message")), 1.2),
                Column(say(N_("Who answers")), 1),
                Column(say(N_("Stand-in")), 1),
                Column(say(N_("Answer within")), 0.8, figures=True),
                Column(say(N_("Ready answer")), 2.6),
                Column(say(N_("Who is told")), 1.4),
            ],
            [_rule_row(strategy, rule) for rule in found],
        ),
        notes=[say(N_("A ready answer is a start: each person gets words of their own."))],
        step=STEP_KEY,
    )


def _rule_row(strategy: Strategy, rule: ServiceRule) -> list[Said | Cell]:
    responder = name_of(strategy, rule.responder)
    return [
        Cell(shown(rule.message_type), strong=True),
        responder or Cell(say(N_("To be named")), Tone.WATCH),
        name_of(strategy, rule.backup),
        figure(rule.delay_h, "h"),
        shorten(rule.template_text, 160),
        listed((name_of(strategy, rule.alert_to), rule.alert_when)),
    ]
