"""What the method says of each step: why, how, an example; and its dos and don'ts (C12, C93).

The texts stand in `data/reference/method.csv` and `guidelines.csv`, in both languages, each
with its source and its year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from canvas.domain.messages import Message
from canvas.steps.attitudes.charter import GuidelineKind
from canvas.steps.common import MethodStep
from canvas.steps.reference import Source, lines, sources, texts


class HelpKind(StrEnum):
    """What a line of help says."""

    WHY = "why"
    HOW = "how"
    IDEA = "idea"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line of help on a step.

    Attributes:
        step: The step.
        kind: Why the step, how to do it, a word explained, an example.
        texts: What it says, by language.
        source: Where it comes from.
        date: The year when it was true, "" where nobody says.
    """

    step: MethodStep
    kind: HelpKind
    texts: Mapping[str, str]
    source: Source
    date: str

    @property
    def said_by(self) -> Message:
        """Source and year in a few words."""
        return self.source.said(self.date)


@dataclass(frozen=True, slots=True)
class Advice:
    """A habit that the sources advise, or advise against.

    Attributes:
        code: Its name in the file.
        kind: To do or to leave.
        texts: What it says, by language.
        source: Where it comes from.
        date: The year when it was true, "" where nobody says.
    """

    code: str
    kind: GuidelineKind
    texts: Mapping[str, str]
    source: Source
    date: str

    @property
    def said_by(self) -> Message:
        """Source and year in a few words."""
        return self.source.said(self.date)


@cache
def help_lines() -> Mapping[MethodStep, tuple[HelpLine, ...]]:
    """Return the lines of each step, in the order of the file."""
    found: dict[MethodStep, list[HelpLine]] = {}
    for line in lines("method"):
        step = MethodStep.of(line["step"])
        made = HelpLine(
            step, HelpKind(line["kind"]), texts(line), sources()[line["source"]], line["date"]
        )
        found.setdefault(step, []).append(made)
    return MappingProxyType({step: tuple(made) for step, made in found.items()})


@cache
def advices() -> tuple[Advice, ...]:
    """Return what the sources advise, in the order of the file."""
    return tuple(
        Advice(
            line["code"],
            GuidelineKind.of(line["kind"]),
            texts(line),
            sources()[line["source"]],
            line["date"],
        )
        for line in lines("guidelines")
    )
