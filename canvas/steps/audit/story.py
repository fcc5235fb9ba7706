"""What the audit says in the deck: the SWOT, what comes of it, and the portrait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Banner,
    Bullets,
    Gap,
    Item,
    Panel,
    Piece,
    Quadrants,
    Said,
    Section,
    Slide,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.audit.draft import portrait_draft
from canvas.steps.audit.figures import accounts, our_brand
from canvas.steps.audit.portrait import Identity, Portrait
from canvas.steps.audit.story_accounts import STEP_KEY, accounts_story
from canvas.steps.audit.story_market import market_story
from canvas.steps.audit.swot import Quadrant, SwotItem, TowsLink, by_weight, heaviest
from canvas.steps.common import Priority
from canvas.steps.frame.rule_names import RuleCode
from canvas.steps.wording import listed, name_of, shorten

_HEADINGS = {
    Quadrant.STRENGTH: (say(N_("Strengths")), Tone.STRENGTH),
    Quadrant.WEAKNESS: (say(N_("Weaknesses")), Tone.WEAKNESS),
    Quadrant.OPPORTUNITY: (say(N_("Opportunities")), Tone.OPPORTUNITY),
    Quadrant.THREAT: (say(N_("Threats")), Tone.THREAT),
}

_CELLS: Mapping[tuple[Quadrant | None, Quadrant | None], Message] = {
    (Quadrant.STRENGTH, Quadrant.OPPORTUNITY): say(N_("Exploit")),
    (Quadrant.WEAKNESS, Quadrant.OPPORTUNITY): say(N_("Strengthen")),
    (Quadrant.STRENGTH, Quadrant.THREAT): say(N_("Protect")),
    (Quadrant.WEAKNESS, Quadrant.THREAT): say(N_("Avoid")),
}
"""What each meeting of two quadrants is for, row by row."""

_URGENCY = (Priority.HIGH, Priority.MEDIUM, Priority.LOW, None)


def story(strategy: Strategy) -> Iterator[Piece]:
    """What exists, the SWOT, the market, and the portrait that sums them up."""
    yield from accounts_story(strategy)
    yield from _swot(strategy)
    yield from _crossings(strategy)
    yield from market_story(strategy)
    yield from in_detail([_identity(strategy)])
    yield _portrait(strategy)


def _swot(strategy: Strategy) -> Iterator[Piece]:
    notes = by_weight(strategy)
    if not notes:
        yield Gap(
            say(N_("The SWOT")),
            say(N_("Without it, nobody sees what the strategy builds on.")),
            step=STEP_KEY,
        )
        return
    to_complete = [Item(say(N_("To be completed")))]
    panels = []
    for quadrant, (heading, tone) in _HEADINGS.items():
        items = [
            Item(note.text, note.evidence, note.impact or 0)
            for note in notes
            if note.quadrant is quadrant
        ]
        panels.append(Panel(heading, items or to_complete, tone))
    yield Slide(
        Section.SITUATION,
        _swot_title(strategy),
        Quadrants(
            panels,
            rows=(say(N_("Internal")), say(N_("External"))),
            columns=(say(N_("What helps us")), say(N_("What holds us back"))),
        ),
        notes=[say(N_("Notes are in the order of their weight, from 5 down to 1."))],
        step=STEP_KEY,
    )


def _swot_title(strategy: Strategy) -> Message:
    best = heaviest(strategy, Quadrant.STRENGTH)
    worst = heaviest(strategy, Quadrant.WEAKNESS)
    if best and worst:
        return say(
            N_("We can build on “{strength}” and must correct “{weakness}”"),
            strength=shorten(best.text, 30),
            weakness=shorten(worst.text, 30),
        )
    if best:
        return say(N_("Our first strength: {strength}"), strength=shorten(best.text, 80))
    return say(N_("What helps us and what holds us back"))


def _crossings(strategy: Strategy) -> Iterator[Piece]:
    crossings = sorted(
        (crossing for crossing in strategy.of(TowsLink) if crossing.idea),
        key=lambda crossing: _URGENCY.index(crossing.priority),
    )
    if not crossings:
        if not by_weight(strategy):
            return
        yield Gap(
            say(N_("What comes of the SWOT")),
            say(N_("Crossing its notes turns a picture into ideas to act on.")),
            step=STEP_KEY,
            rule=str(RuleCode.SWOT_NOT_CROSSED),
        )
        return
    cells: dict[tuple[Quadrant | None, Quadrant | None], list[Item]] = {pair: [] for pair in _CELLS}
    strays: list[Item] = []
    for crossing in crossings:
        pair = _cell_of(strategy, crossing)
        cells.get(pair, strays).append(_crossing(strategy, crossing))
    placed = len(strays) < len(crossings)
    notes: list[Said] = [
        say(N_("Each idea crosses a note from inside with one from outside.")),
        say(N_("In each cell, the most urgent ideas come first.")),
    ]
    if placed:
        notes += [say(N_("Still without one of its notes: {idea}"), idea=i.text) for i in strays]
    no_idea = [Item(say(N_("No idea yet")))]
    yield Slide(
        Section.SITUATION,
        say_count(
            "The SWOT brings {n} idea: {idea}",
            "The SWOT brings {n} ideas, first of all: {idea}",
            len(crossings),
            idea=shorten(crossings[0].idea, 65),
        ),
        Quadrants(
            [Panel(_CELLS[pair], items or no_idea, Tone.ACCENT) for pair, items in cells.items()],
            rows=(_HEADINGS[Quadrant.OPPORTUNITY][0], _HEADINGS[Quadrant.THREAT][0]),
            columns=(_HEADINGS[Quadrant.STRENGTH][0], _HEADINGS[Quadrant.WEAKNESS][0]),
        )
        if placed
        else Bullets([Panel(say(N_("Ideas that lack a note")), strays)]),
        notes=notes,
        step=STEP_KEY,
    )


def _cell_of(strategy: Strategy, crossing: TowsLink) -> tuple[Quadrant | None, Quadrant | None]:
    """Return the quadrants of the two notes that an idea crosses."""

    def quadrant(note_id: str) -> Quadrant | None:
        note = strategy.find(note_id)
        return note.quadrant if isinstance(note, SwotItem) else None

    return quadrant(crossing.internal), quadrant(crossing.external)


def _crossing(strategy: Strategy, crossing: TowsLink) -> Item:
    becomes = say(N_("→ {text}"), text=crossing.outcome) if crossing.outcome else ""
    notes = [name_of(strategy, note) for note in (crossing.internal, crossing.external)]
    origin = " × ".join(shorten(note, 38) for note in notes if note)
    return Item(crossing.idea, listed((becomes, origin)))


def _identity(strategy: Strategy) -> Piece:
    identity = strategy.one(Identity)
    first = identity.company_mission or identity.vision
    if not first and not identity.values:
        return Gap(
            say(N_("The identity to build on")),
            say(N_("Mission, vision and values are content that you own already.")),
            step=STEP_KEY,
        )
    panels = [
        Panel(say(N_("Values")), [Item(value) for value in identity.values], Tone.ACCENT),
        Panel(
            say(N_("What could be published of it")),
            [Item(idea) for idea in identity.reuse_ideas],
        ),
    ]
    if identity.company_mission and identity.vision:
        panels.insert(0, Panel(say(N_("Vision of the company")), [Item(identity.vision)]))
    panels = [panel for panel in panels if panel.items]
    if not first:
        values = [shorten(value, 22) for value in identity.values[:3]]
        title = say(N_("What we never give up: {values}"), values=values)
        return Slide(Section.SITUATION, title, Bullets(panels), step=STEP_KEY)
    ideas = len(identity.reuse_ideas)
    title = (
        say_count(
            "Our identity already gives {n} idea for a post",
            "Our identity already gives {n} ideas for posts",
            ideas,
        )
        if ideas
        else say(N_("The identity that our posts must reflect"))
    )
    return Slide(Section.SITUATION, title, Banner(first, panels), step=STEP_KEY)


def _portrait(strategy: Strategy) -> Piece:
    portrait = strategy.one(Portrait)
    situation = [Item(line) for line in portrait.situation.splitlines() if line.strip()]
    drafted = not situation
    if drafted:
        situation = [Item(sentence) for sentence in portrait_draft(strategy)]
    ambition = [Item(line) for line in portrait.ambition.splitlines() if line.strip()]
    if not situation and not ambition:
        return Gap(
            say(N_("The portrait of the situation")),
            say(N_("If you do not know where you are, you cannot say where you want to go.")),
            step=STEP_KEY,
        )
    to_write = [Item(say(N_("To be written")))]
    panels = [
        Panel(say(N_("Where we are")), situation or to_write),
        Panel(say(N_("Where we want to go")), ambition or to_write, Tone.ACCENT),
    ]
    notes = [say(N_("The left column was put together from the audit’s figures."))]
    return Slide(
        Section.SITUATION,
        _portrait_title(strategy, portrait),
        Bullets(panels),
        notes=notes if drafted else (),
        step=STEP_KEY,
    )


def _portrait_title(strategy: Strategy, portrait: Portrait) -> Message:
    if portrait.ambition:
        return say(N_("Our direction: {ambition}"), ambition=shorten(portrait.ambition, 85))
    audience = our_brand(strategy).audience
    if audience is not None:
        return say_count(
            "We start from {n} account and {followers} followers",
            "We start from {n} accounts and {followers} followers",
            len(accounts(strategy)),
            followers=audience,
        )
    return say(N_("Where we stand today"))
