"""What segments, groups and answering say in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, Share, say, say_count
from canvas.domain.story import (
    Bullets,
    Cell,
    Chart,
    ChartKind,
    Column,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Series,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.common import Network, Priority
from canvas.steps.segments.groups import Group, NetworkPhase, Phase, TechnographicGroup
from canvas.steps.segments.ladder import Target, targets
from canvas.steps.segments.segment import Segment, SegmentNetwork
from canvas.steps.segments.story_people import audiences, service
from canvas.steps.wording import listed, name_of, shorten, shown

STEP_KEY = "segments"

_HEAT = {Priority.HIGH: 1.0, Priority.MEDIUM: 0.5, Priority.LOW: 0.15}

SUITS = 2
"""From this mark on, a network suits a target."""


def story(strategy: Strategy) -> Iterator[Piece]:
    """Targets in order, their networks, audiences, the six groups, behaviour, answering."""
    yield from _targets(strategy)
    for rest in (_networks, audiences, _groups, _phases, service):
        yield from in_detail(rest(strategy))


def _targets(strategy: Strategy) -> Iterator[Piece]:
    found = targets(strategy)
    if not found:
        yield Gap(
            say(N_("The segments in order of priority")),
            say(N_("Without them, everybody gets a little and nobody enough.")),
            step=STEP_KEY,
        )
        return
    yield Slide(
        Section.AUDIENCE,
        _targets_title(found),
        Table(
            [
                Column(say(N_("Target audience")), 1.8),
                Column(say(N_("How close to you")), 1.1),
                Column(say(N_("Priority")), 0.8),
                Column(say(N_("Approach")), 2.6),
                Column(say(N_("Best networks")), 1.3),
                Column(say(N_("How many")), 0.8, figures=True),
            ],
            [_target_row(strategy, target) for target in found],
        ),
        source=_size_source(found),
        notes=[
            say(
                N_("The order is ours; hot prospects usually come first, warm and cold ones after.")
            ),
        ],
        step=STEP_KEY,
    )


def _targets_title(found: list[Target]) -> Message:
    if len(found) == 1:
        return say(N_("We concentrate on “{first}”"), first=shorten(found[0].name, 80))
    return say(
        N_("We concentrate on “{first}”, then on “{second}”"),
        first=shorten(found[0].name, 36),
        second=shorten(found[1].name, 36),
    )


def _target_row(strategy: Strategy, target: Target) -> list[Said | Cell]:
    heat = _HEAT[target.priority] if target.priority else None
    return [
        Cell(target.name, strong=target.priority is Priority.HIGH),
        shown(target.temperature if isinstance(target, Segment) else target.kind),
        Cell(shown(target.priority), heat=heat),
        target.approach if isinstance(target, Segment) else target.what_we_give,
        listed([say(network.label) for network in _best_networks(strategy, target)]),
        shown(target.size_estimate if isinstance(target, Segment) else None),
    ]


def _best_networks(strategy: Strategy, target: Target) -> list[Network]:
    lines = [
        line
        for line in strategy.of(SegmentNetwork)
        if target.id in (line.segment, line.audience) and (line.fit or 0) >= SUITS
    ]
    lines.sort(key=lambda line: -(line.fit or 0))
    return list(dict.fromkeys(line.network for line in lines if line.network))


def _size_source(found: list[Target]) -> Said:
    sources = [t.size_source for t in found if isinstance(t, Segment) and t.size_source]
    return listed(dict.fromkeys(sources))


def _networks(strategy: Strategy) -> Iterator[Piece]:
    marks = {
        (target, line.network): line
        for line in strategy.of(SegmentNetwork)
        if line.network and line.fit is not None
        for target in (line.segment, line.audience)
        if target
    }
    found = [t for t in targets(strategy) if any(key[0] == t.id for key in marks)]
    if not found:
        yield Gap(
            say(N_("The networks that suit each target")),
            say(N_("Without them, networks are chosen by habit.")),
            step=STEP_KEY,
        )
        return
    used = [network for network in Network if any(key[1] is network for key in marks)]
    totals = {
        network: sum(marks[t.id, network].fit or 0 for t in found if (t.id, network) in marks)
        for network in used
    }
    # The networks that suit most targets stand first; eight columns still can be read.
    used = sorted(used, key=lambda network: -totals[network])[:8]
    yield Slide(
        Section.AUDIENCE,
        say(
            N_("{network} suits our targets best, above all “{target}”"),
            network=used[0],
            target=shorten(_keenest(found, marks, used[0]).name, 40),
        ),
        Table(
            [
                Column(say(N_("Target audience")), 2),
                *(Column(say(network.label), figures=True) for network in used),
            ],
            [
                [target.name, *(_mark(marks.get((target.id, network))) for network in used)]
                for target in found
            ],
        ),
        notes=[say(N_("Scores go from 0, they are not there, to 3, they are there for us."))],
        step=STEP_KEY,
    )


def _keenest(
    found: list[Target], marks: dict[tuple[str, Network], SegmentNetwork], network: Network
) -> Target:
    def mark(target: Target) -> int:
        line = marks.get((target.id, network))
        return (line.fit or 0) if line else -1

    return max(found, key=mark)


def _mark(line: SegmentNetwork | None) -> Cell:
    if line is None or line.fit is None:
        return Cell("")
    return Cell(shown(line.fit), heat=line.fit / 3, strong=line.fit >= SUITS)


def _groups(strategy: Strategy) -> Iterator[Piece]:
    lines = {line.group: line for line in strategy.of(TechnographicGroup) if line.group}
    shares = {group: lines[group].share for group in Group if group in lines and lines[group].share}
    found = [lines[group] for group in Group if group in lines]
    tactics = [line for line in found if line.tactic or line.action]
    if not shares and not tactics:
        yield Gap(
            say(N_("The six groups of contacts")),
            say(N_("Without them, the same question is put to those who write and who only look.")),
            step=STEP_KEY,
        )
        return
    if shares:
        yield _shares_slide(lines, shares)
    if tactics:
        yield _tactics_slide(strategy, tactics, shares)


def _shares_slide(
    lines: dict[Group, TechnographicGroup], shares: dict[Group, float | None]
) -> Slide:
    largest = sorted(shares, key=lambda group: -(shares[group] or 0))
    return Slide(
        Section.AUDIENCE,
        say(
            N_("The largest group of our contacts: {group}, {share}"),
            share=Share(shares[largest[0]] or 0),
            group=largest[0],
        ),
        Chart(
            ChartKind.BARS,
            [say(group.label) for group in Group],
            [
                Series(
                    say(N_("Part of our contacts")),
                    [shares.get(group) for group in Group],
                )
            ],
            [
                Item(say(group.label), lines[group].tactic or say(group.help))
                for group in largest[:4]
            ],
            share=True,
        ),
        notes=[
            say(N_("These shares are estimates: what counts is which group is large.")),
            say(N_("Most people only look on: count on them to see, not to answer.")),
        ],
        step=STEP_KEY,
    )


def _tactics_slide(
    strategy: Strategy,
    tactics: list[TechnographicGroup],
    shares: dict[Group, float | None],
) -> Slide:
    leading = max(tactics, key=lambda line: line.share or 0)
    return Slide(
        Section.METHOD,
        say(
            N_("{group}: {tactic}"),
            group=leading.group,
            tactic=shorten(leading.tactic or leading.action, 75),
        ),
        Table(
            [
                Column(say(N_("Group")), 1),
                Column(say(N_("Part of our contacts")), 0.8, figures=True),
                Column(say(N_("Tactic")), 2.4),
                Column(say(N_("First action")), 2.2),
                Column(say(N_("Owner")), 1),
                Column(say(N_("Due date")), 0.9),
            ],
            [
                [
                    Cell(shown(line.group), strong=line is leading),
                    shown(Share(line.share)) if line.share is not None else "",
                    line.tactic,
                    line.action,
                    name_of(strategy, line.owner),
                    shown(line.due),
                ]
                for line in tactics
            ],
        ),
        notes=[
            say_count(
                "{n} group out of {total} has a share.",
                "{n} groups out of {total} have a share.",
                len(shares),
                total=len(Group),
            )
        ],
        step=STEP_KEY,
    )


def _phases(strategy: Strategy) -> Iterator[Piece]:
    found = [line for line in strategy.of(NetworkPhase) if line.network and line.phase]
    if not found:
        yield Gap(
            say(N_("How to behave on each network")),
            say(N_("Without it, we sell to people who came to hear from their friends.")),
            step=STEP_KEY,
        )
        return
    panels = [
        Panel(
            shown(phase),
            [
                Item(shown(line.network), listed(line.actions))
                for line in found
                if line.phase is phase
            ],
            Tone.ACCENT if phase is Phase.ASSOCIATE else Tone.NEUTRAL,
        )
        for phase in Phase
        if any(line.phase is phase for line in found)
    ]
    listening = [line for line in found if line.phase is Phase.LISTEN]
    title = (
        say(
            N_("We listen first on {networks}: no selling there yet"),
            networks=[line.network for line in listening[:4]],
        )
        if listening
        else say(N_("Interest and entertain first, sell last"))
    )
    yield Slide(Section.METHOD, title, Bullets(panels), step=STEP_KEY)
