"""What the audit says in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, say
from canvas.domain.story import Gap, Item, Panel, Piece, Quadrants, Section, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.steps.audit.swot import Quadrant, SwotItem

_HEADINGS = {
    Quadrant.STRENGTH: (say(N_("Strengths")), Tone.STRENGTH),
    Quadrant.WEAKNESS: (say(N_("Weaknesses")), Tone.WEAKNESS),
    Quadrant.OPPORTUNITY: (say(N_("Opportunities")), Tone.OPPORTUNITY),
    Quadrant.THREAT: (say(N_("Threats")), Tone.THREAT),
}


def story(strategy: Strategy) -> Iterator[Piece]:
    """The situation, then the SWOT."""
    yield from _swot(strategy)


def _swot(strategy: Strategy) -> Iterator[Piece]:
    notes = sorted(strategy.of(SwotItem), key=lambda note: -(note.impact or 0))
    notes = [note for note in notes if note.text and note.quadrant]
    if not notes:
        yield Gap(
            say(N_("The SWOT")),
            say(N_("Without it, nobody sees what the strategy builds on.")),
        )
        return
    panels = [
        Panel(
            heading,
            [Item(n.text, n.evidence, n.impact or 0) for n in notes if n.quadrant is quadrant],
            tone,
        )
        for quadrant, (heading, tone) in _HEADINGS.items()
    ]
    strengths = [n for n in notes if n.quadrant is Quadrant.STRENGTH]
    title = (
        say(N_("Our first strength: {strength}"), strength=strengths[0].text)
        if strengths
        else say(N_("What helps us and what holds us back"))
    )
    yield Slide(
        Section.SITUATION,
        title,
        Quadrants(
            panels,
            rows=(say(N_("Internal")), say(N_("External"))),
            columns=(say(N_("What helps us")), say(N_("What holds us back"))),
        ),
        notes=[say(N_("Notes are in the order of their weight, from 5 down to 1."))],
    )
