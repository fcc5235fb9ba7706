"""Talking with people: tasks, presence, opportunities, participation (C110, C117–C120)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Progress, Weekday
from canvas.steps.plan import shared
from canvas.steps.plan.choices import (
    ActivityFamily,
    Mechanic,
    NewsTest,
    OpportunityKind,
    TaskMode,
    Verdict,
)

_VOLUME = N_("Counted one by one")


@record(
    "task_automation",
    one=N_("Weekly task"),
    many=N_("Weekly tasks"),
    help=N_("The work that comes back each week: what a tool does, what stays by hand."),
)
class TaskAutomation(Record):
    """A recurring task, who or what does it, and the time that it takes."""

    task: str = fields.text(
        label=N_("Task"),
        help=N_("What comes back each week, starting with a verb."),
        example=N_("Answer comments and messages"),
        max_chars=160,
        in_list=True,
    )
    mode: TaskMode | None = fields.choice(
        TaskMode,
        label=N_("Done how"),
        help=N_("Automate what repeats, keep conversations by hand."),
        in_list=True,
    )
    family: ActivityFamily | None = fields.choice(
        ActivityFamily,
        label=N_("Family of work"),
        help=N_("Which third of your time it belongs to."),
        in_list=True,
    )
    hours_week: float | None = fields.number(
        label=N_("Hours a week"),
        help=N_("How long it takes each week."),
        unit=N_("h/week"),
        minimum=0,
        maximum=168,
        in_list=True,
    )
    volume_week: float | None = fields.number(
        label=N_("How many a week"),
        help=N_("Answers, messages or posts to handle each week, where you count them."),
        example="40",
        minimum=0,
        group=_VOLUME,
    )
    minutes_each: float | None = fields.number(
        label=N_("Minutes each"),
        help=N_("How long one of them takes; used where the hours a week are empty."),
        unit=N_("minutes"),
        minimum=0,
        maximum=600,
        group=_VOLUME,
    )
    tool: str = fields.link("tool", label=N_("Tool"), help=N_("The tool that does or helps it."))
    owner: str = shared.owner()

    @property
    def hours(self) -> float | None:
        """Hours a week: those said, else the volume times the minutes; None where unknown."""
        if self.hours_week is not None:
            return self.hours_week
        if self.volume_week is None or self.minutes_each is None:
            return None
        return self.volume_week * self.minutes_each / 60


@record(
    "availability",
    one=N_("Presence slot"),
    many=N_("Presence slots"),
    help=N_("When somebody is there to answer: a live without anybody to answer is a mistake."),
)
class Availability(Record):
    """A slot of the week in which a person answers."""

    purpose: str = fields.text(
        label=N_("Slot"),
        help=N_("What you use it for, for instance answering or a live."),
        example=N_("Evening answers"),
        max_chars=100,
        in_list=True,
    )
    person: str = fields.link("person", label=N_("Person"), help=N_("Who is there."), in_list=True)
    weekdays: tuple[Weekday, ...] = fields.choices(
        Weekday, label=N_("Days"), help=N_("The days when somebody is really there."), in_list=True
    )
    start_time: dt.time | None = fields.time(
        label=N_("From (time)"), help=N_("When it begins."), in_list=True
    )
    end_time: dt.time | None = fields.time(
        label=N_("Until (time)"), help=N_("When it ends."), in_list=True
    )
    takes_lives: bool = fields.flag(
        label=N_("Lives possible"),
        help=N_("Tick it if a live may be planned in this slot."),
        in_list=True,
    )


@record(
    "opportunity",
    one=N_("Opportunity to speak"),
    many=N_("Opportunities to speak"),
    help=N_("News, trends and contests that you may seize; if in doubt, leave it."),
)
class Opportunity(Record):
    """An occasion to speak, and whether to seize it."""

    topic: str = fields.text(
        label=N_("Topic"),
        help=N_("What everybody will be speaking about."),
        example=N_("World Bread Day"),
        max_chars=160,
        in_list=True,
    )
    kind: OpportunityKind | None = fields.choice(
        OpportunityKind, label=N_("Kind"), help=N_("For instance news, a trend or a contest.")
    )
    date: dt.date | None = fields.date(
        label=N_("Date"), help=N_("The day, if it is known."), in_list=True
    )
    risk: int | None = fields.rating(
        label=N_("Risk"),
        help=N_("From 0 (nobody can be hurt) to 3 (it may turn against you)."),
        low=0,
        high=3,
        in_list=True,
    )
    verdict: Verdict | None = fields.choice(
        Verdict,
        label=N_("Verdict"),
        help=N_("If in doubt, there is no doubt: no go."),
        in_list=True,
    )
    tests: tuple[NewsTest, ...] = fields.choices(
        NewsTest,
        label=N_("What holds"),
        help=N_("Tick what you are sure of; one that is missing means no go."),
    )
    idea: str = fields.long_text(
        label=N_("What we would say"),
        help=N_("The post that you imagine, the prize and rules of a contest."),
        max_chars=1_000,
    )
    network: Network | None = shared.network()
    decided_by: str = fields.link(
        "person", label=N_("Decided by"), help=N_("Who says go or no go."), in_list=True
    )


@record(
    "participatory_action",
    one=N_("Participatory action"),
    many=N_("Participatory actions"),
    help=N_("What you ask readers, and what they get for taking part."),
)
class ParticipatoryAction(Record):
    """An invitation to take part."""

    question: str = fields.text(
        label=N_("Question or invitation"),
        help=N_("Word for word, as readers will see it."),
        example=N_("What do you think of a vegan brioche? Vote until Friday!"),
        max_chars=280,
        in_list=True,
    )
    mechanic: Mechanic | None = fields.choice(
        Mechanic, label=N_("How they take part"), help=N_("The form that it takes."), in_list=True
    )
    reward: str = fields.text(
        label=N_("Reward"),
        help=N_("What they get: a prize, a mention, a say in the decision."),
        example=N_("The winning recipe is named after its author"),
        max_chars=200,
        in_list=True,
    )
    network: Network | None = shared.network(in_list=True)
    audience: str = fields.link(
        "segment", label=N_("Segment"), help=N_("The group that it speaks to.")
    )
    planned_date: dt.date | None = fields.date(
        label=N_("Planned for"), help=N_("The day when it should go out.")
    )
    owner: str = shared.owner()
    status: Progress | None = shared.status()
