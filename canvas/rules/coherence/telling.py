"""What the rules found, as a document tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from canvas.domain.messages import say
from canvas.domain.story import Gap, OpenPoint, Piece, Tone
from canvas.domain.strategy import Strategy
from canvas.rules.coherence import Severity, findings

TONES: Mapping[Severity, Tone] = {
    Severity.ERROR: Tone.BAD,
    Severity.WARNING: Tone.WATCH,
    Severity.HINT: Tone.NEUTRAL,
}


def open_points(strategy: Strategy) -> Iterator[OpenPoint]:
    """Yield what is still to be mended or accepted, the heaviest first."""
    for finding in findings(strategy).open:
        weight = say(finding.severity.label)
        yield OpenPoint(finding.sentence, weight, TONES[finding.severity], finding.step)


def said_once(strategy: Strategy, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces without the gaps that a rule tells too, be they accepted or still open."""
    found = findings(strategy)
    told = {str(finding.rule) for finding in found.open}
    told |= {str(accepted.finding.rule) for accepted in found.accepted}
    for piece in pieces:
        if not (isinstance(piece, Gap) and piece.rule in told):
            yield piece
