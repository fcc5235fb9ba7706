"""What was understood of a file, and what a person may say instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from canvas.domain.messages import Message
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import Batch
from canvas.steps.measure.files import DateOrder, DecimalSign


class Role(StrEnum):
    """What a column says, where it is no figure."""

    DATE = "date"
    KEY = "key"
    URL = "url"
    TITLE = "title"
    TEXT = "text"
    PUBLISHED = "published"
    KIND = "kind"
    HANDLE = "handle"
    PAID = "paid"
    CHANNEL = "channel"
    SOURCE = "source"
    MEDIUM = "medium"
    SOURCE_MEDIUM = "source_medium"
    CAMPAIGN = "campaign"
    CONTENT = "content"
    LANDING = "landing"
    LABEL = "label"
    DIMENSION = "dimension"
    PART = "part"
    """How many of an audience, or which share of it."""
    PAGE = "page"
    RATE = "rate"
    """A rate: it is worked out again from its parts, never taken over."""
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a role, or a figure with its scope."""

    role: Role | None = None
    metric: Metric | None = None
    scope: Scope = Scope.TOTAL

    @property
    def code(self) -> str:
        """Return it as a mapping keeps it: “impressions”, “likes/paid”, “date”."""
        if self.role is not None:
            return str(self.role)
        if self.metric is None:
            return ""
        return str(self.metric) if self.scope is Scope.TOTAL else f"{self.metric}/{self.scope}"

    @classmethod
    def of(cls, code: str) -> Meaning | None:
        """Return the meaning of a code, None where there is none."""
        name, _, part = code.partition("/")
        metric = Metric.read(name)
        if metric is not None:
            return cls(metric=metric, scope=Scope.read(part) or Scope.TOTAL)
        return cls(role=Role(name)) if name in set(Role) else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file.

    Attributes:
        title: Its title, as the file has it.
        meaning: What it was taken for; None where it is kept as it is.
        sure: Whether files like it were seen; French titles wait for a first sample.
        sample: Its first values.
    """

    title: str
    meaning: Meaning | None
    sure: bool = True
    sample: tuple[str, ...] = ()


class Question(StrEnum):
    """What only a person can say of a file."""

    PLATFORM = "platform"
    DATE_ORDER = "date_order"
    DECIMALS = "decimals"
    DATE_COLUMN = "date_column"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said of a file; what is None is left to the reader."""

    platform: Platform | None = None
    grain: Grain | None = None
    date_order: DateOrder | None = None
    decimal_sign: DecimalSign | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A file as it was read.

    Attributes:
        name: What it is called.
        layout: Key of the layout that it follows, “” where none does.
        platform: Whose file it is, None where unknown.
        grain: What a line is about.
        columns: Its columns, those of all its tables.
        signature: Recognises files with the same titles.
        rows: Lines of figures.
        batch: What it says; None while a question is open.
        questions: What has to be answered first.
        left_out: Lines that were not understood, and why.
        handles: Names of accounts that stand in it.
        preview: Its first lines as text, under the titles of `columns`.
        date_order: In which order its dates were read, None where it has no such dates.
        decimal_sign: How its decimals were read, None where it has none.
    """

    name: str
    layout: str
    platform: Platform | None
    grain: Grain | None
    columns: tuple[Column, ...]
    signature: str
    rows: int
    batch: Batch | None
    questions: tuple[Question, ...] = ()
    left_out: tuple[Message, ...] = ()
    handles: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    date_order: DateOrder | None = None
    decimal_sign: DecimalSign | None = None
