"""The SWOT grid: what helps and hinders, inside and outside (C29, C30)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.domain.strategy import Strategy
from canvas.steps.common import Confidence, MethodStep, Priority


class Quadrant(Choice):
    """Where a note stands: internal or external, helping or hindering."""

    STRENGTH = "strength", N_("Strength"), N_("Inside the organisation, and it helps.")
    WEAKNESS = "weakness", N_("Weakness"), N_("Inside the organisation, and it hinders.")
    OPPORTUNITY = "opportunity", N_("Opportunity"), N_("Outside, and it may help.")
    THREAT = "threat", N_("Threat"), N_("Outside, and it may hinder.")

    @property
    def is_internal(self) -> bool:
        """Whether it is about the organisation itself."""
        return self in (Quadrant.STRENGTH, Quadrant.WEAKNESS)


class Outcome(Choice):
    """What the crossing of two notes becomes."""

    OBJECTIVE = "objective", N_("An objective")
    ACTION = "action", N_("An action")
    EXPERIMENT = "experiment", N_("An experiment")
    NONE = "none", N_("Nothing for now")


@record(
    "swot_item",
    one=N_("SWOT note"),
    many=N_("SWOT notes"),
    help=N_("What helps and what hinders, inside the organisation and around it."),
)
class SwotItem(Record):
    """One note of the grid."""

    text: str = fields.text(
        label=N_("Note"),
        help=N_("One idea, in the words that you would say aloud."),
        example=N_("Sourdough made in house since 1987, known in the neighbourhood"),
        max_chars=280,
        in_list=True,
        essential=True,
    )
    quadrant: Quadrant | None = fields.choice(
        Quadrant,
        label=N_("Quadrant"),
        help=N_("Strengths and weaknesses are about you, the other two about the world around."),
        in_list=True,
    )
    impact: int | None = fields.rating(
        label=N_("Impact"),
        help=N_("How much it weighs on the result, from 1 to 5."),
        in_list=True,
    )
    confidence: Confidence | None = fields.choice(
        Confidence,
        label=N_("Fact or hypothesis"),
        help=N_("A fact has a figure, a source or a witness; the rest is to be checked."),
        in_list=True,
    )
    evidence: str = fields.text(
        label=N_("Evidence"),
        help=N_("The figure, the source or the example that shows it."),
        example=N_("640 customers on the loyalty file, October 2026"),
        max_chars=500,
    )
    source_step: MethodStep | None = fields.choice(
        MethodStep,
        label=N_("Found in"),
        help=N_("The step in which you noticed it."),
    )


@record(
    "swot_vote",
    one=N_("Vote on the SWOT"),
    many=N_("Votes on the SWOT"),
    help=N_("What each participant finds most important; a line a vote, so that none is lost."),
)
class SwotVote(Record):
    """One participant's vote for one note."""

    voter: str = fields.text(
        label=N_("Participant"),
        help=N_("Who votes; a first name is enough."),
        example=N_("Nadia"),
        max_chars=120,
        in_list=True,
    )
    item: str = fields.link(
        "swot_item",
        label=N_("Note voted for"),
        help=N_("The note that this participant finds most important."),
        in_list=True,
    )


@record(
    "tows_link",
    one=N_("SWOT crossing"),
    many=N_("SWOT crossings"),
    help=N_("Cross an internal note with an external one, and say what to do about it."),
)
class TowsLink(Record):
    """An internal note crossed with an external one, and the idea that comes of it."""

    idea: str = fields.text(
        label=N_("Idea"),
        help=N_("What you could do, seeing these two notes together."),
        example=N_("Film the Saturday bread workshop and sell the last places in stories"),
        max_chars=280,
        in_list=True,
    )
    internal: str = fields.link(
        "swot_item",
        label=N_("Strength or weakness"),
        help=N_("The internal note that it starts from."),
        in_list=True,
    )
    external: str = fields.link(
        "swot_item",
        label=N_("Opportunity or threat"),
        help=N_("The external note that it answers."),
        in_list=True,
    )
    outcome: Outcome | None = fields.choice(
        Outcome,
        label=N_("Becomes"),
        help=N_("What you make of it in the next steps."),
        in_list=True,
    )
    priority: Priority | None = fields.choice(
        Priority,
        label=N_("Priority"),
        help=N_("How soon it deserves your time."),
    )


def by_weight(strategy: Strategy) -> list[SwotItem]:
    """Return the notes that are filled in, the heaviest first, then the most voted for."""
    votes: dict[str, set[str]] = {}
    for vote in strategy.of(SwotVote):
        votes.setdefault(vote.item, set()).add(vote.voter or vote.id)
    notes = [note for note in strategy.of(SwotItem) if note.text and note.quadrant]
    return sorted(notes, key=lambda n: (-(n.impact or 0), -len(votes.get(n.id, ()))))


def heaviest(strategy: Strategy, quadrant: Quadrant) -> SwotItem | None:
    """Return the note that comes first in one quadrant, or None."""
    return next((note for note in by_weight(strategy) if note.quadrant is quadrant), None)
