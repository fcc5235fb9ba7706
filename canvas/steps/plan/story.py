"""What the plan says in the deck: the editorial line, then the calendar and the actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cards,
    Cell,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.plan.content import ContentFormat, ContentMission, ContentPillar
from canvas.steps.plan.rhythm import Rhythm
from canvas.steps.plan.story_actions import actions_story
from canvas.steps.plan.story_calendar import calendar_story
from canvas.steps.plan.telling import account_label, account_place
from canvas.steps.plan.voice import ToneShift, Voice
from canvas.steps.wording import listed, name_of, names_of, shorten, shown

_STEP = "plan"
_MOST_CARDS = 6


def story(strategy: Strategy) -> Iterator[Piece]:
    """The line, the content, the rhythm, the months, the promotion, the actions."""
    yield from _line(strategy)
    for rest in (_pillars, _matrix, _formats, _mix):
        yield from in_detail(rest(strategy))
    yield from calendar_story(strategy)
    yield from actions_story(strategy)


def side_by_side(panels: Sequence[Panel]) -> Cards | Bullets:
    """Return the panels that say something, as cards, or as one list where there is one."""
    filled = [panel for panel in panels if panel.items]
    return Cards(filled) if len(filled) > 1 else Bullets(filled)


def _line(strategy: Strategy) -> Iterator[Piece]:
    voice = strategy.one(Voice)
    shifts = [shift for shift in strategy.of(ToneShift) if shift.situation]
    if voice.is_blank() and not shifts:
        yield Gap(
            say(N_("The editorial line")),
            say(N_("Without a common voice, each network sounds like somebody else.")),
            _STEP,
        )
        return
    sound = [
        Item(listed(voice.traits)),
        Item(shown(voice.address), shown(voice.tone)),
        Item(voice.illustration_style),
        Item(voice.formatting),
    ]
    words = [
        Item(say(text, words=listed(found)))
        for text, found in (
            (N_("We say: {words}"), voice.words_to_use),
            (N_("We avoid: {words}"), voice.words_to_avoid),
        )
        if found
    ]
    panels = [
        Panel(say(N_("What we say")), [Item(text) for text in voice.key_messages], Tone.ACCENT),
        Panel(say(N_("How we sound")), [item for item in sound if item.text]),
        Panel(say(N_("Our words")), words),
        Panel(
            say(N_("Where the tone changes")),
            [Item(shift.situation, shift.sentence or shown(shift.tone)) for shift in shifts],
        ),
    ]
    if not any(panel.items for panel in panels):
        panels = [Panel(say(N_("Positioning")), [Item(voice.positioning)])]
    yield Slide(
        Section.METHOD,
        _line_title(voice),
        side_by_side(panels),
        notes=[say(N_("Read one recent post aloud and ask whether it sounds like this card."))],
        step=_STEP,
    )


def _line_title(voice: Voice) -> Message:
    best = voice.positioning or next(iter(voice.key_messages), "")
    if best:
        return say(N_("Editorial line: {positioning}"), positioning=shorten(best, 90))
    if voice.traits:
        return say(N_("One voice on all networks: {traits}"), traits=voice.traits[:3])
    return say(N_("How we sound on all networks"))


def _pillars(strategy: Strategy) -> Iterator[Piece]:
    pillars = [pillar for pillar in strategy.of(ContentPillar) if pillar.name]
    if not pillars:
        return
    title = say_count(
        "One pillar carries what we publish: {names}",
        "{n} pillars carry what we publish: {names}",
        len(pillars),
        names=[shorten(pillar.name, 22) for pillar in pillars[:3]],
    )
    if len(pillars) > 3:
        title = say_count(
            "{n} pillar carries what we publish: {first}",
            "{n} pillars carry what we publish, starting with: {first}",
            len(pillars),
            first=shorten(pillars[0].name, 50),
        )
    body: Cards | Bullets | Table
    if len(pillars) <= _MOST_CARDS:
        panels = [Panel(_named(p.name, p.share), _pillar_items(p)) for p in pillars]
        body = Cards(panels) if len(panels) > 1 else Bullets(panels)
    else:
        body = Table(
            (
                Column(say(N_("Pillar")), 1.2),
                Column(say(N_("Promise")), 2),
                Column(say(N_("Share")), 0.6, figures=True),
            ),
            [(Cell(p.name, strong=True), p.promise, shown(_share(p.share))) for p in pillars],
        )
    yield Slide(Section.METHOD, title, body, step=_STEP)


def _share(ratio: float | None) -> Share | None:
    return None if ratio is None else Share(ratio)


def _named(name: str, share: float | None) -> Message | str:
    if share is None:
        return name
    return say(N_("{name} ({share})"), name=name, share=Share(share))


def _pillar_items(pillar: ContentPillar) -> list[Item]:
    items = [Item(pillar.promise)] if pillar.promise else []
    return [*items, *(Item(subject) for subject in pillar.examples)] or [
        Item(say(N_("Promise still to be written")))
    ]


def _matrix(strategy: Strategy) -> Iterator[Piece]:
    missions = [mission for mission in strategy.of(ContentMission) if mission.mission]
    if not missions:
        yield Gap(
            say(N_("The content matrix")),
            say(N_("It tells what each account is for, and what it does not publish.")),
            _STEP,
        )
        return
    yield Slide(
        Section.METHOD,
        _matrix_title(strategy, missions),
        Table(
            (
                Column(say(N_("Account")), 1),
                Column(say(N_("Content mission")), 1.8),
                Column(say(N_("Content types")), 1.6),
                Column(say(N_("Share")), 0.6, figures=True),
                Column(say(N_("Objective")), 1.2),
            ),
            [
                (
                    Cell(account_label(strategy, m.account), strong=True),
                    m.mission,
                    listed(names_of(strategy, m.content_types)),
                    shown(_share(m.share)),
                    name_of(strategy, m.objective),
                )
                for m in missions
            ],
        ),
        notes=[say(N_("The share is how much of an account’s posts serves its mission."))],
        step=_STEP,
    )


def _matrix_title(strategy: Strategy, missions: Sequence[ContentMission]) -> Message:
    first = missions[0]
    account = account_place(strategy, first.account)
    if account:
        return say(
            N_("Each account has its mission; {account}: {mission}"),
            account=account,
            mission=shorten(first.mission, 45),
        )
    return say_count(
        "One account has a mission of its own",
        "{n} accounts have a mission of their own",
        len(missions),
    )


def _formats(strategy: Strategy) -> Iterator[Piece]:
    chosen = [f for f in strategy.of(ContentFormat) if f.is_chosen and (f.kind or f.use)]
    if not chosen:
        return
    yield Slide(
        Section.METHOD,
        say_count(
            "We use one of the twelve ways to be visible",
            "We use {n} of the twelve ways to be visible",
            len(chosen),
        ),
        Table(
            (
                Column(say(N_("Way")), 1.2),
                Column(say(N_("Use")), 2.4),
                Column(say(N_("Owner")), 1),
            ),
            [(Cell(shown(f.kind), strong=True), f.use, name_of(strategy, f.owner)) for f in chosen],
        ),
        step=_STEP,
    )


def _mix(strategy: Strategy) -> Iterator[Piece]:
    rhythm = strategy.one(Rhythm)
    if rhythm.is_blank():
        return
    shares = (
        (
            say(N_("What we publish")),
            ((N_("Asks to buy: {share} at most"), rhythm.promotional_share),),
        ),
        (
            say(N_("Where it comes from")),
            (
                (N_("Made by us: {share}"), rhythm.own_share),
                (N_("Taken from others: {share}"), rhythm.curated_share),
                (N_("Made by our clients: {share}"), rhythm.ugc_share),
            ),
        ),
        (
            say(N_("Where our time goes")),
            (
                (N_("To create: {share}"), rhythm.creation_share),
                (N_("To promote: {share}"), rhythm.promotion_share),
                (N_("To talk with people: {share}"), rhythm.interaction_share),
            ),
        ),
        (
            say(N_("Room for the unforeseen")),
            ((N_("Left free: {share}"), rhythm.free_share),),
        ),
    )
    panels = [
        Panel(
            heading,
            [Item(say(text, share=Share(ratio))) for text, ratio in lines if ratio is not None],
        )
        for heading, lines in shares
    ]
    reserve = []
    if rhythm.buffer_days is not None:
        reserve.append(
            Item(
                say_count(
                    "{n} day ready in advance", "{n} days ready in advance", rhythm.buffer_days
                )
            )
        )
    if rhythm.max_gap_days is not None:
        reserve.append(
            Item(
                say_count(
                    "Never more than {n} day of silence",
                    "Never more than {n} days of silence",
                    rhythm.max_gap_days,
                )
            )
        )
    panels.append(Panel(say(N_("No dry spell")), reserve))
    yield Slide(Section.METHOD, _mix_title(rhythm), side_by_side(panels), step=_STEP)


def _mix_title(rhythm: Rhythm) -> Message:
    if rhythm.own_share is not None and rhythm.promotional_share is not None:
        return say(
            N_("{own} of what we publish is our own, and {promotional} at most asks to buy"),
            own=Share(rhythm.own_share),
            promotional=Share(rhythm.promotional_share),
        )
    if rhythm.promotional_share is not None:
        return say(
            N_("{promotional} at most of what we publish asks to buy"),
            promotional=Share(rhythm.promotional_share),
        )
    return say(N_("What we publish, in which proportions"))
