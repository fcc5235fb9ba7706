"""Facts that came with the method: files of `data/reference`, each line with source and year."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from canvas.domain.messages import N_, Message, say
from canvas.settings import ROOT

_FOLDER = ROOT / "data" / "reference"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from.

    Attributes:
        title: Its title, in its own language.
        author: Who wrote it, "" where it does not say.
        date: The year of its figures, "" where it has none.
        ours: Whether it is a remark of this project.
    """

    title: str
    author: str
    date: str
    ours: bool

    def said(self, date: str) -> Message:
        """Return source and year in a few words, to stand behind a line.

        Args:
            date: The year when the line was true, "" where nobody says.
        """
        if self.ours:
            return say(N_("our remark, {year}"), year=date)
        where = self.author or self.title
        if not date:
            return say(N_("{source}, not dated"), source=where)
        return say(N_("{source}, {year}"), source=where, year=date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """What every line of the method has: somebody said it, at some time.

    Attributes:
        source: Where it comes from.
        date: The year when it was true, "" where nobody says.
    """

    source: Source
    date: str

    @property
    def said_by(self) -> Message:
        """Source and year in a few words, to stand behind it."""
        return self.source.said(self.date)


def lines(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the lines of a file of the folder, by column."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def texts(line: Mapping[str, str]) -> Mapping[str, str]:
    """Return what a line says, by language; empty where its other columns say it all."""
    return MappingProxyType({key: line[key] for key in ("en", "fr") if line[key]})


@cache
def sources() -> Mapping[str, Source]:
    """Return all sources by their names in the files."""
    return MappingProxyType(
        {
            line["source"]: Source(
                line["title"], line["author"], line["date"], line["kind"] == "remark"
            )
            for line in lines("sources")
        }
    )
