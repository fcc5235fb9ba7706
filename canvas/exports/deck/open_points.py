"""The slide of what is still open: what contradicts, what hangs loose and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_, Message, say, say_count
from canvas.domain.story import (
    Cell,
    Column,
    Gap,
    OpenPoint,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
)
from canvas.i18n.translator import Translator

_CONTRADICTS, _DOUBTFUL, _MISSING, _BETTER = range(4)

_RANKS = {Tone.BAD: _CONTRADICTS, Tone.WATCH: _DOUBTFUL}
"""What is wrong comes before what is missing, and suggestions come last."""


@dataclass(frozen=True, slots=True)
class _Line:
    rank: int
    step: str
    kind: Cell
    said: Said


def open_points(
    pieces: Sequence[Piece], tr: Translator, step_titles: Mapping[str, str]
) -> list[Slide]:
    """Return the slide of what the strategy still lacks, the heaviest first, by step.

    Args:
        pieces: Everything that the deck says.
        tr: The language of the deck.
        step_titles: Title of each step by its key, in the order of the steps.
    """
    order = list(step_titles)
    lines = sorted(
        _lines(pieces, tr),
        key=lambda line: (line.rank, order.index(line.step) if line.step in order else len(order)),
    )
    if not lines:
        return []
    named = any(line.step in step_titles for line in lines)
    columns = [Column(say(N_("Kind")), 1.4), Column(say(N_("What is open")), 7)]
    if named:
        columns.append(Column(say(N_("Step")), 1.4))
    rows = [
        [line.kind, line.said, *([tr(step_titles.get(line.step, ""))] if named else [])]
        for line in lines
    ]
    return [Slide(Section.APPENDIX, _title(lines), Table(columns, rows), brief=True)]


def _lines(pieces: Sequence[Piece], tr: Translator) -> Iterator[_Line]:
    for piece in pieces:
        match piece:
            case OpenPoint():
                rank = _RANKS.get(piece.tone, _BETTER)
                yield _Line(rank, piece.step, Cell(piece.weight, piece.tone), piece.said)
            case Gap():
                what = tr.said(piece.what).rstrip(".")  # some are sentences, most are names
                said = say(N_("{what}. {why}"), what=what, why=piece.why)
                kind = Cell(say(N_("Missing")), strong=True)
                yield _Line(_MISSING, piece.step, kind, said)


def _title(lines: Sequence[_Line]) -> Message:
    """Return how many points of each kind are open."""
    contradicts, doubtful, missing, better = (
        sum(line.rank == rank for line in lines) for rank in range(4)
    )
    counts = (
        (contradicts, say_count("{n} contradiction", "{n} contradictions", contradicts)),
        (doubtful, say_count("{n} point to look at", "{n} points to look at", doubtful)),
        (missing, say_count("{n} gap", "{n} gaps", missing)),
        (better, say_count("{n} suggestion", "{n} suggestions", better)),
    )
    return say(N_("Still open: {counts}"), counts=tuple(said for n, said in counts if n))
