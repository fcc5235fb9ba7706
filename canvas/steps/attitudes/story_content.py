"""The slides on what works: formats by network, and habits with the community."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Gap,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.domain.strategy import Strategy
from canvas.steps.attitudes.content import EmotionIdea
from canvas.steps.attitudes.norms import Favour, LaunchStep, NetworkNorm
from canvas.steps.attitudes.service import EngagementBalance, EngagementRule
from canvas.steps.attitudes.todos import pushed_formats
from canvas.steps.wording import listed, name_of, shorten, shown

_STEP = "attitudes"

_TONES = {Favour.PUSHED: Tone.GOOD, Favour.HELD_BACK: Tone.WATCH}


def norms(strategy: Strategy) -> Iterator[Piece]:
    """Yield the formats that each network pushes or holds back."""
    found = [norm for norm in strategy.of(NetworkNorm) if norm.format and norm.network]
    if not found:
        yield Gap(
            say(N_("The formats that each network pushes")),
            say(N_("The same work is seen by many more people in the right format.")),
            _STEP,
        )
        return
    found.sort(key=lambda norm: norm.network or "")  # the sort is stable: their order stays
    yield Slide(
        Section.METHOD,
        _norms_title(strategy, found),
        Table(
            (
                Column(say(N_("Network"))),
                Column(say(N_("Format")), 1.6),
                Column(say(N_("Pushed or held back"))),
                Column(say(N_("Limits")), 1.4),
                Column(say(N_("First hours")), 1.8),
            ),
            [
                (
                    shown(norm.network),
                    norm.format,
                    Cell(shown(norm.favoured), _TONES.get(norm.favoured, Tone.NEUTRAL))
                    if norm.favoured
                    else "",
                    _limits(norm),
                    norm.first_hours,
                )
                for norm in found
            ],
        ),
        source=_norms_source(found),
        notes=_norms_notes(strategy),
        step=_STEP,
    )


def _norms_title(strategy: Strategy, found: list[NetworkNorm]) -> Message:
    pushed = pushed_formats(strategy)
    if not pushed:
        return say_count(
            "One format has a rule of its own on our networks",
            "{n} formats have rules of their own on our networks",
            len(found),
        )
    best = pushed[0]
    if len(pushed) == 1:
        return say(
            N_("{network} pushes one format: {format}"),
            network=best.network,
            format=shorten(best.format, 60),
        )
    return say_count(
        "{network} pushes “{format}”; another format helps us too",
        "{network} pushes “{format}”; {n} other formats help us too",
        len(pushed) - 1,
        network=best.network,
        format=shorten(best.format, 50),
    )


def _limits(norm: NetworkNorm) -> Said:
    limits: list[Said] = []
    if norm.max_characters:
        limits.append(say_count("{n} character", "{n} characters", norm.max_characters))
    if norm.max_seconds:
        limits.append(say_count("{n} second", "{n} seconds", norm.max_seconds))
    limits.extend(text for text in (norm.ratio, norm.other_limits) if text)
    return listed(limits)


def _norms_source(found: list[NetworkNorm]) -> Said:
    sources = tuple(dict.fromkeys(shorten(norm.source, 60) for norm in found if norm.source))
    dates = [norm.checked_on for norm in found if norm.checked_on]
    if sources and dates:
        return say(N_("{sources}; oldest check on {date}"), sources=sources[:3], date=min(dates))
    if dates:
        return say(N_("Our notes; oldest check on {date}"), date=min(dates))
    return listed(sources[:3])


def _norms_notes(strategy: Strategy) -> list[Said]:
    notes: list[Said] = [
        say(N_("Networks explain their ranking little and change it often: check twice a year."))
    ]
    steps = [step for step in strategy.of(LaunchStep) if step.action]
    for step in sorted(steps, key=lambda step: step.delay or 0):
        notes.append(
            say_count(
                "One minute after publication: {action}",
                "{n} minutes after publication: {action}",
                step.delay,
                action=step.action,
            )
            if step.delay
            else say(N_("At publication: {action}"), action=step.action)
        )
    ideas = tuple(idea.idea for idea in strategy.of(EmotionIdea) if idea.idea)
    if ideas:
        notes.append(say(N_("Ideas that make people react: {ideas}."), ideas=ideas))
    return notes


def habits(strategy: Strategy) -> Iterator[Piece]:
    """Yield what we do when somebody comments, shares or speaks of us."""
    rules = [rule for rule in strategy.of(EngagementRule) if rule.reaction]
    if not rules:
        yield Gap(
            say(N_("The reply habits")),
            say(N_("People come back to accounts that answer them.")),
            _STEP,
        )
        return
    delays = [rule.delay for rule in rules if rule.delay is not None]
    title = (
        say(N_("Everybody who speaks to us gets a reaction within {hours} h"), hours=max(delays))
        if len(delays) == len(rules)
        else say_count(
            "One habit keeps the conversation going",
            "{n} habits keep the conversation going",
            len(rules),
        )
    )
    yield Slide(
        Section.METHOD,
        title,
        Table(
            (
                Column(say(N_("When there is"))),
                Column(say(N_("Our reaction")), 2.2),
                Column(say(N_("Within")), 0.8),
                Column(say(N_("By"))),
                Column(say(N_("Where")), 1.2),
            ),
            [
                (
                    shown(rule.event),
                    rule.reaction,
                    "" if rule.delay is None else say(N_("{hours} h"), hours=rule.delay),
                    name_of(strategy, rule.owner),
                    shown(rule.networks) or say(N_("All networks")),
                )
                for rule in rules
            ],
        ),
        notes=_balance(strategy.one(EngagementBalance)),
        step=_STEP,
    )


def _balance(balance: EngagementBalance) -> list[Said]:
    towards, answering = balance.proactive_hours, balance.reactive_hours
    notes: list[Said] = []
    if towards is not None and answering is not None and towards + answering > 0:
        notes.append(
            say(
                N_(
                    "{towards} h a week go towards others and {answering} h answer those who "
                    "come: {share} of the time starts the conversation."
                ),
                towards=towards,
                answering=answering,
                share=Share(towards / (towards + answering)),
            )
        )
    notes.extend(balance.gestures)
    return notes
