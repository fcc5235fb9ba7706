"""What happens when it gets serious: levels of alert and the plan (C87, C88)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record

LEVELS = 3
"""How many levels of alert there are; 3 is a crisis."""


class PlanState(Choice):
    """How far the crisis plan is."""

    NONE = "none", N_("No plan")
    DRAFT = "draft", N_("Being written")
    WRITTEN = "written", N_("Written")
    APPROVED = "approved", N_("Approved and known")


_ANSWER = N_("The answer")
_AFTER = N_("Afterwards")


@record(
    "crisis_level",
    one=N_("Level of alert"),
    many=N_("Levels of alert"),
    help=N_("From one unhappy comment to a storm: who answers, where, and when to stop."),
)
class CrisisLevel(Record):
    """A level of alert: its signs, who answers, whom they call."""

    name: str = fields.text(
        label=N_("Situation"),
        help=N_("What you call it among yourselves."),
        example=N_("An unhappy customer in the comments"),
        max_chars=120,
        in_list=True,
    )
    level: int | None = fields.rating(
        label=N_("Level"),
        help=N_("1 is everyday, 2 is spreading, 3 is a crisis."),
        high=LEVELS,
        in_list=True,
    )
    signs: tuple[str, ...] = fields.lines(
        label=N_("Signs"),
        help=N_("How you recognise it, one sign a line."),
        example=N_("More than five angry comments within an hour"),
        in_list=True,
    )
    responder: str = fields.link(
        "person",
        label=N_("Who answers"),
        help=N_("The only person who answers at this level."),
        in_list=True,
    )
    escalate_to: str = fields.link(
        "person",
        label=N_("Then call"),
        help=N_("Whoever takes over when it goes on."),
        in_list=True,
    )
    reply_within: float | None = fields.number(
        label=N_("First reply within"),
        help=N_("In how many hours the person gets a first answer; 24 at most is expected."),
        unit=N_("hours"),
        minimum=0,
        group=_ANSWER,
    )
    channel: str = fields.text(
        label=N_("Answer on"),
        help=N_("The right place to answer: where it was said, then in private."),
        example=N_("One public reply under the comment, then a private message"),
        max_chars=280,
        group=_ANSWER,
    )
    template: str = fields.long_text(
        label=N_("Message to adapt"),
        help=N_("A first answer ready to be adapted, never sent as it stands."),
        example=N_("Thank you for telling us. I am writing to you privately to put this right."),
        group=_ANSWER,
    )
    stop_rule: str = fields.text(
        label=N_("When to stop"),
        help=N_("The point after which nobody answers in public any more."),
        example=N_("After two public answers, everything goes on by telephone"),
        max_chars=280,
        group=_ANSWER,
    )
    pauses_posts: bool = fields.flag(
        label=N_("Planned posts pause"),
        help=N_("Tick it when planned posts are held until it is over."),
        group=_AFTER,
    )
    follow_up: str = fields.text(
        label=N_("Learn from it"),
        help=N_("What is done once it is over, for instance a note on what to change."),
        example=N_("A written summary within a week, and one decision"),
        max_chars=280,
        group=_AFTER,
    )


@record(
    "crisis_plan",
    one=N_("Crisis plan"),
    many=N_("Crisis plan"),
    help=N_("Whether the plan is written, where it is kept, and when it was last rehearsed."),
    single=True,
)
class CrisisPlan(Record):
    """Whether there is a crisis plan, and whether anybody rehearsed it."""

    state: PlanState | None = fields.choice(
        PlanState,
        label=N_("State of the plan"),
        help=N_("How far it is; a plan helps once those concerned know it."),
        in_list=True,
    )
    owner: str = fields.link(
        "person",
        label=N_("In charge"),
        help=N_("The person who decides when it gets serious."),
        in_list=True,
    )
    team: tuple[str, ...] = fields.links(
        "person",
        label=N_("Crisis team"),
        help=N_("Whoever is called together at the highest level."),
        in_list=True,
    )
    last_drill: dt.date | None = fields.date(
        label=N_("Last rehearsal"),
        help=N_("The day when you last played a crisis through."),
        in_list=True,
    )
    next_drill: dt.date | None = fields.date(
        label=N_("Next rehearsal"),
        help=N_("The day of the next one; once a year is a good habit."),
    )
    scenarios: tuple[str, ...] = fields.lines(
        label=N_("What could happen"),
        help=N_("The situations that you prepare for, one a line."),
        example=N_("A customer says that they fell ill after eating here"),
    )
    kept_in: str = fields.text(
        label=N_("Kept in"),
        help=N_("Where everybody finds it, the telephone numbers included."),
        example=N_("Printed in the office, and in the shared folder"),
    )
