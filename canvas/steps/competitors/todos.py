"""What must be decided about competitors and influencers (C154)."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.step import ToDo
from canvas.domain.strategy import Strategy
from canvas.steps.common import Priority
from canvas.steps.competitors.best import BestInClass, CounterOpportunity, Response
from canvas.steps.competitors.influencers import TOP, first_wave
from canvas.steps.competitors.watching import Watch, WatchKind
from canvas.steps.wording import name_of, shorten

_URGENCY = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2, None: 3}


def lessons(strategy: Strategy) -> tuple[BestInClass, ...]:
    """Return the good practices that we take up, in their order."""
    return tuple(
        best
        for best in strategy.of(BestInClass)
        if best.lesson and best.response is not Response.LEAVE
    )


def openings(strategy: Strategy) -> tuple[CounterOpportunity, ...]:
    """Return what competitors leave open, the most urgent first."""
    found = (opening for opening in strategy.of(CounterOpportunity) if opening.description)
    return tuple(sorted(found, key=lambda opening: _URGENCY[opening.priority]))


def _practices_missing(strategy: Strategy) -> Message | None:
    if not strategy.of(BestInClass):
        return say(N_("No best in class noted yet."))
    if not lessons(strategy):
        return say(N_("No lesson drawn yet from those who do best."))
    return None


def _openings_missing(strategy: Strategy) -> Message | None:
    found = openings(strategy)
    if not found:
        return say(N_("No opening noted yet that competitors leave."))
    if not any(opening.our_move for opening in found):
        return say(
            N_("“{opening}”: your move is still to be written."),
            opening=shorten(found[0].description),
        )
    return None


def _influencers_missing(strategy: Strategy) -> Message | None:
    wave = first_wave(strategy)
    if not wave:
        return say(N_("No influencer is ticked yet for the Top 10."))
    if len(wave) > TOP:
        return say(
            N_("{n} influencers are ticked for the Top {limit}: keep the closest."),
            n=len(wave),
            limit=TOP,
        )
    for who in wave:
        if who.goal is None:
            return say(N_("Say what you want with {name}."), name=shorten(who.name))
    return None


_UNWATCHED = {
    WatchKind.COMPETITOR: N_("Nobody watches competitors yet."),
    WatchKind.SECTOR: N_("Nobody watches the sector yet."),
    WatchKind.REPUTATION: N_("Nobody watches your reputation yet."),
}


def _monitoring_missing(strategy: Strategy) -> Message | None:
    watched = {
        watch.kind
        for watch in strategy.of(Watch)
        if watch.subject and name_of(strategy, watch.owner)
    }
    for kind, sentence in _UNWATCHED.items():
        if kind not in watched:
            return say(sentence)
    return None


def decision(strategy: Strategy) -> Message | None:
    """Return what we take up and what we counter, once both are known."""
    taken = lessons(strategy)
    moves = [opening for opening in openings(strategy) if opening.our_move]
    if not taken or not moves:
        return None
    found = {"lesson": shorten(taken[0].lesson), "move": shorten(moves[0].our_move)}
    wave = first_wave(strategy)[:TOP]
    if not wave:
        return say(N_("We take up “{lesson}” in our own way and answer with “{move}”."), **found)
    return say_count(
        "We take up “{lesson}” in our own way, answer with “{move}” and contact {name} first.",
        "We take up “{lesson}” in our own way, answer with “{move}” and contact {n} "
        "influencers, {name} first.",
        len(wave),
        name=shorten(wave[0].name),
        **found,
    )


TODOS = (
    ToDo(
        key="practices",
        text=N_("Draw lessons from those who do best, without copying them"),
        missing=_practices_missing,
        view="best",
    ),
    ToDo(
        key="openings",
        text=N_("Find what competitors leave open, and your move"),
        missing=_openings_missing,
        view="openings",
    ),
    ToDo(
        key="influencers",
        text=N_("Choose the ten influencers to contact first"),
        missing=_influencers_missing,
        view="influencers",
    ),
    ToDo(
        key="monitoring",
        text=N_("Set up the monitoring of competitors, sector and reputation"),
        missing=_monitoring_missing,
        view="monitoring",
    ),
)
