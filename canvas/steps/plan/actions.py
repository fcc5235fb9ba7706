"""The action plan, what must be learnt for it, and the committee (C123–C126)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps import common
from canvas.steps.common import MethodStep, Network, Priority, Progress, Quarter
from canvas.steps.plan import shared

_WORK = N_("Who and how much")
_LINKS = N_("What it belongs to")


@record(
    "action",
    one=N_("Action"),
    many=N_("Action plan"),
    help=N_("All that must be done beside publishing: who does what, until when."),
)
class Action(Record):
    """A line of the action plan."""

    title: str = fields.text(
        label=N_("What to do"),
        help=N_("One thing that can be ticked off, starting with a verb."),
        example=N_("Shoot 20 product photos in natural light"),
        max_chars=200,
        in_list=True,
    )
    owner: str = shared.owner(in_list=True)
    due: dt.date | None = shared.due(in_list=True)
    status: Progress | None = shared.status(in_list=True)
    network: Network | None = shared.network(in_list=True)
    priority: Priority | None = shared.priority()
    quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter"),
        help=N_("Its quarter of the strategy; found from the due date when empty."),
        group=_LINKS,
    )
    step: MethodStep | None = fields.choice(
        MethodStep,
        label=N_("Comes from"),
        help=N_("The page of the method that it comes from."),
        group=_LINKS,
    )
    source_crossing: str = common.source_crossing(group=_LINKS)
    objective: str = shared.objective(group=_LINKS)
    depends_on: tuple[str, ...] = fields.links(
        "action",
        label=N_("After"),
        help=N_("The actions that must be finished first."),
        group=_LINKS,
    )
    start: dt.date | None = shared.start(group=_WORK)
    effort_hours: float | None = shared.effort(group=_WORK)
    cost: int | None = shared.cost(group=_WORK)
    result: str = fields.long_text(
        label=N_("Result"),
        help=N_("What came of it; the monthly report shows it."),
        max_chars=600,
        group=_WORK,
    )

    def quarter_from(self, first_day: dt.date | None) -> Quarter | None:
        """Return its quarter: the one said, else the due date's.

        Args:
            first_day: The strategy's first day; without it quarters are those of the
                calendar year.

        Returns:
            None where neither is known, or the due date is before the first day.
        """
        if self.quarter is not None or self.due is None:
            return self.quarter
        return common.quarter_of(self.due, first_day)


@record(
    "training",
    one=N_("Training"),
    many=N_("Training sessions"),
    help=N_("What somebody must learn: image editing, scheduling or filming."),
)
class Training(Record):
    """A skill to learn, by whom and when."""

    topic: str = fields.text(
        label=N_("To learn"),
        help=N_("The skill or the tool, in a few words."),
        example=N_("Edit a vertical video on a phone"),
        max_chars=140,
        in_list=True,
    )
    person: str = fields.link(
        "person", label=N_("Learner"), help=N_("The person who will use it first."), in_list=True
    )
    date: dt.date | None = fields.date(
        label=N_("Training date"), help=N_("When it takes place."), in_list=True
    )
    status: Progress | None = shared.status(in_list=True)
    tool: str = fields.link("tool", label=N_("Tool"), help=N_("The tool that it is about."))
    provider: str = fields.text(
        label=N_("Trainer"),
        help=N_("Who teaches it: a colleague, a provider, an online course."),
        max_chars=140,
    )
    effort_hours: float | None = shared.effort()
    cost: int | None = shared.cost()


@record(
    "committee_meeting",
    one=N_("Editorial committee"),
    many=N_("Editorial committees"),
    help=N_("Once a month: what worked, what comes next, what is decided."),
)
class CommitteeMeeting(Record):
    """A meeting of those who decide what is published."""

    topic: str = fields.text(
        label=N_("Purpose of the meeting"),
        help=N_("What this meeting must settle."),
        example=N_("Close November, settle the Christmas calendar"),
        max_chars=160,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Meeting date"), help=N_("The day when it meets."), in_list=True
    )
    members: tuple[str, ...] = fields.links(
        "person", label=N_("Members"), help=N_("Those who take part and decide."), in_list=True
    )
    agenda: tuple[str, ...] = fields.lines(
        label=N_("Agenda"),
        help=N_("What will be spoken about, one a line."),
        example=N_("Figures of the month\nTwo subjects to drop"),
    )
    decisions: tuple[str, ...] = fields.lines(
        label=N_("Decisions"), help=N_("What was decided, one a line.")
    )
