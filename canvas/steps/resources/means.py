"""Means in front of each ambition, and objectives brought down to them (C133, C134)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class Arbitration(Choice):
    """What one does when means are short."""

    GIVE_TIME = "give_time", N_("Give more time")
    GIVE_MONEY = "give_money", N_("Pay somebody")
    WAIT = "wait", N_("Accept a later result")
    REDUCE = "reduce", N_("Aim lower")
    RETHINK = "rethink", N_("Do it differently")
    DROP = "drop", N_("Give it up")


_NEED = N_("Needed and available")
_CHOICE = N_("What we decide")


@record(
    "means_gap",
    one=N_("Ambition and means"),
    many=N_("Ambitions and means"),
    help=N_("Set means against each ambition; where they are short, decide."),
)
class MeansGap(Record):
    """An ambition, what it takes, what there is, and what is decided."""

    ambition: str = fields.text(
        label=N_("Ambition"),
        help=N_("What you would like to do."),
        example=N_("A video every day on TikTok"),
        max_chars=160,
        in_list=True,
    )
    hours_needed: float | None = fields.number(
        label=N_("Hours needed"),
        help=N_("Hours a week that it takes."),
        unit=N_("h/week"),
        minimum=0,
        in_list=True,
        group=_NEED,
    )
    hours_available: float | None = fields.number(
        label=N_("Hours available"),
        help=N_("Hours a week that are free for it."),
        unit=N_("h/week"),
        minimum=0,
        in_list=True,
        group=_NEED,
    )
    money_needed: int | None = fields.money(
        label=N_("Money needed"), help=N_("What it costs over the whole period."), group=_NEED
    )
    money_available: int | None = fields.money(
        label=N_("Money available"), help=N_("What is set aside for it."), group=_NEED
    )
    objective: str = fields.link(
        "objective", label=N_("Objective"), help=N_("The objective that it would serve.")
    )
    arbitration: Arbitration | None = fields.choice(
        Arbitration,
        label=N_("What gives way"),
        help=N_("Time, money, delay, or a smaller ambition: choose one."),
        in_list=True,
        group=_CHOICE,
    )
    decision: str = fields.text(
        label=N_("Decision taken"),
        help=N_("What is done, concretely."),
        example=N_("One video a week until June, then we look again"),
        max_chars=240,
        group=_CHOICE,
    )
    decided_by: str = fields.link(
        "person", label=N_("Decided by"), help=N_("Who has the last word."), group=_CHOICE
    )
    decide_by: dt.date | None = fields.date(
        label=N_("Decide by"), help=N_("The day when it must be settled."), group=_CHOICE
    )

    @property
    def missing_hours(self) -> float:
        """Hours a week that are short; 0 where enough or unknown."""
        if self.hours_needed is None:
            return 0
        return max(0, round(self.hours_needed - (self.hours_available or 0), 2))

    @property
    def missing_money(self) -> int:
        """Minor units that are short; 0 where enough or unknown."""
        if self.money_needed is None:
            return 0
        return max(0, self.money_needed - (self.money_available or 0))

    @property
    def gives_way(self) -> bool:
        """Whether it was decided against the ambition, rather than for more means."""
        funded = (Arbitration.GIVE_TIME, Arbitration.GIVE_MONEY)
        return self.arbitration is not None and self.arbitration not in funded

    @property
    def is_open(self) -> bool:
        """Whether means are short and nothing is decided yet."""
        short = self.missing_hours > 0 or self.missing_money > 0
        return short and self.arbitration is None


@record(
    "objective_revision",
    one=N_("Revised objective"),
    many=N_("Revised objectives"),
    help=N_("Objectives that you changed once you had looked at your means, and why."),
)
class ObjectiveRevision(Record):
    """An objective before and after it met its means."""

    reason: str = fields.text(
        label=N_("Reason for the change"),
        help=N_("Why it was changed."),
        example=N_("Four hours a week, not eight"),
        max_chars=240,
        in_list=True,
    )
    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that was changed."),
        in_list=True,
    )
    before: str = fields.text(
        label=N_("Before"),
        help=N_("What it was."),
        example=N_("120 orders a month"),
        max_chars=200,
        in_list=True,
    )
    after: str = fields.text(
        label=N_("Now"),
        help=N_("What it has become."),
        example=N_("60 orders a month"),
        max_chars=200,
        in_list=True,
    )
    date: dt.date | None = fields.date(
        label=N_("Date"), help=N_("The day when it was changed."), in_list=True
    )
    decided_by: str = fields.link(
        "person", label=N_("Decided by"), help=N_("Who has the last word.")
    )
