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

from canvas.steps.attitudes.charter import GuidelineKind
from canvas.steps.common import MethodStep
from canvas.steps.reference import Sourced, lines, sources, texts


class HelpKind(StrEnum):
    """What a line of help says."""

    WHY = "why"
    HOW = "how"
    IDEA = "idea"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine(Sourced):
    """One line of help on a step.

    Attributes:
        step: The step.
        kind: Why the step, how to do it, a word explained, an example.
        texts: What it says, by language.
    """

    step: MethodStep
    kind: HelpKind
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Sourced):
    """A habit that the sources advise, or advise against.

    Attributes:
        code: Its name in the file.
        kind: To do or to leave.
        texts: What it says, by language.
    """

    code: str
    kind: GuidelineKind
    texts: Mapping[str, str]


@cache
def help_lines() -> Mapping[MethodStep, tuple[HelpLine, ...]]:
    """Return the lines of each step, in the order of the file."""
    found: dict[MethodStep, list[HelpLine]] = {}
    for line in lines("method"):
        step = MethodStep.of(line["step"])
        made = HelpLine(
            step=step,
            kind=HelpKind(line["kind"]),
            texts=texts(line),
            source=sources()[line["source"]],
            date=line["date"],
        )
        found.setdefault(step, []).append(made)
    return MappingProxyType({step: tuple(made) for step, made in found.items()})


@cache
def advices() -> tuple[Advice, ...]:
    """Return what the sources advise, in the order of the file."""
    return tuple(
        Advice(
            code=line["code"],
            kind=GuidelineKind.of(line["kind"]),
            texts=texts(line),
            source=sources()[line["source"]],
            date=line["date"],
        )
        for line in lines("guidelines")
    )
