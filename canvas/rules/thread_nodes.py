"""What hangs on the threads of a strategy: one node a record, or one for many of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from canvas.domain.messages import N_, Message, say_count
from canvas.domain.story import Said
from canvas.domain.strategy import RecordKey
from canvas.rules.thread import Column


class Kind(StrEnum):
    """What a node stands for; those of one kind are siblings, and never light each other."""

    GOAL = "goal"
    PURPOSE = "purpose"
    MISSION = "mission"
    OBJECTIVE = "objective"
    KPI = "kpi"
    PERSONA = "persona"
    SEGMENT = "segment"
    STAGE = "stage"
    NETWORK = "network"
    CONTENT = "content"
    LINE = "line"
    MEMBER = "member"
    MONEY = "money"
    READING = "reading"
    FIGURES = "figures"
    DECISION = "decision"

    @property
    def column(self) -> Column:
        """The column that it stands in."""
        return _COLUMNS.get(self) or Column.of(str(self))

    @property
    def label(self) -> str:
        """What one of them is called, as a text to translate."""
        return _LABELS[self]

    def counted(self, n: int) -> Message:
        """Return so many of them in words."""
        return _COUNTED[self](n)


_COLUMNS = {
    Kind.PURPOSE: Column.GOAL,
    Kind.PERSONA: Column.AUDIENCE,
    Kind.SEGMENT: Column.AUDIENCE,
    Kind.MEMBER: Column.MEANS,
    Kind.MONEY: Column.MEANS,
    Kind.FIGURES: Column.READING,
}

_LABELS = {
    Kind.GOAL: N_("Company goal"),
    Kind.PURPOSE: N_("Purpose"),
    Kind.MISSION: N_("Mission"),
    Kind.OBJECTIVE: N_("Objective"),
    Kind.KPI: N_("Indicator"),
    Kind.PERSONA: N_("Persona"),
    Kind.SEGMENT: N_("Segment"),
    Kind.STAGE: N_("Purchase stage"),
    Kind.NETWORK: N_("Network or account"),
    Kind.CONTENT: N_("Content type"),
    Kind.LINE: N_("Calendar line"),
    Kind.MEMBER: N_("Hours of a person"),
    Kind.MONEY: N_("Expense"),
    Kind.READING: N_("Figure read"),
    Kind.FIGURES: N_("Figures of posts"),
    Kind.DECISION: N_("Decision taken"),
}

_COUNTED: dict[Kind, Callable[[int], Message]] = {
    Kind.GOAL: lambda n: say_count("{n} company goal", "{n} company goals", n),
    Kind.PURPOSE: lambda n: say_count("{n} purpose", "{n} purposes", n),
    Kind.MISSION: lambda n: say_count("{n} mission", "{n} missions", n),
    Kind.OBJECTIVE: lambda n: say_count("{n} objective", "{n} objectives", n),
    Kind.KPI: lambda n: say_count("{n} indicator", "{n} indicators", n),
    Kind.PERSONA: lambda n: say_count("{n} persona", "{n} personas", n),
    Kind.SEGMENT: lambda n: say_count("{n} segment", "{n} segments", n),
    Kind.STAGE: lambda n: say_count("{n} purchase stage", "{n} purchase stages", n),
    Kind.NETWORK: lambda n: say_count("{n} network or account", "{n} networks or accounts", n),
    Kind.CONTENT: lambda n: say_count("{n} content type", "{n} content types", n),
    Kind.LINE: lambda n: say_count("{n} calendar line", "{n} calendar lines", n),
    Kind.MEMBER: lambda n: say_count("{n} person with hours", "{n} people with hours", n),
    Kind.MONEY: lambda n: say_count("{n} expense", "{n} expenses", n),
    Kind.READING: lambda n: say_count("{n} reading", "{n} readings", n),
    Kind.FIGURES: lambda n: say_count("{n} figure of posts", "{n} figures of posts", n),
    Kind.DECISION: lambda n: say_count("{n} decision taken", "{n} decisions taken", n),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A record of the chain, or several of one kind that are shown as one.

    Attributes:
        key: Its name, the same after an edit.
        kind: What it stands for.
        title: What it is called.
        note: What tells it from the others: a network, a value, a month.
        records: The records that it stands for; the one to open first.
        count: How many things it stands for.
        leads: Whether it is the main one of its kind.
        loose: What is missing before or after it; None where it is held.
        dated: What it is ordered by where it has a place in time, "" elsewhere.
    """

    key: str
    kind: Kind
    title: Said
    note: Said = ""
    records: tuple[RecordKey, ...] = ()
    count: int = 1
    leads: bool = False
    loose: Message | None = None
    dated: str = ""

    @property
    def column(self) -> Column:
        """The column that it stands in."""
        return self.kind.column
