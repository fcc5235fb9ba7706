"""Notes that read like the other axis of the SWOT: a remark, never a refusal (C30).

Internal notes are about the organisation, external ones about the world around it, and
the two are easily mixed up.  Words give it away: “competitors”, “law” or “tourists” on
one side, “we”, “team” or “budget” on the other.  A false remark annoys more than a
missing one helps, so a note is remarked on only where

- its words weigh at least `ENOUGH` on the other side, and
- not one of its words speaks for the side that it stands on.

A strong cue is enough by itself; weak ones, which good notes of either side have, need
a second.  English and French words are looked for in every note, whatever the language
of the page: the two lists do not contradict each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from canvas.domain.messages import N_, Message, say
from canvas.steps.audit.swot import SwotItem

STRONG = 2
WEAK = 1
ENOUGH = 2
"""What a cue weighs, and from what weight on a note reads like that side."""

_Cues = tuple[tuple[int, re.Pattern[str]], ...]


def _cues(strong: str, weak: str) -> _Cues:
    return tuple(
        (weight, re.compile(rf"\b(?:{'|'.join(words.split())})\b"))
        for weight, words in ((STRONG, strong), (WEAK, weak))
    )


# One pattern a word, `_` for a space.  Apostrophes are straight by then.
OUTSIDE = _cues(
    strong=r"""
        competitors? competition competing rivals?
        concurrente?s? concurrence concurrentielle? concurrentiels?
        laws? legislation regulations? gdpr lois? législation réglementations? rgpd
        governments? ministry council gouvernement ministère mairie municipalité préfecture
        inflation recession récession conjoncture taxes impôts?
        subsidy subsidies subventions? algorithms? algorithmes?
        tourists touristes households ménages
    """,
    weak=r"""
        markets? marchés? customers? consumers? clients? cliente?s? consommateurs?
        consommatrices? clientèle suppliers? fournisseurs? people gens residents?
        habitante?s? town city region neighbourhood ville quartier région commune
        sector industry secteur trends? tendances? press media journalists?
        presse médias journalistes? their leurs?
    """,
)
INSIDE = _cues(
    strong=r"""
        we we're we've teams? staff employees? colleagues? budget
        équipes? salariée?s? collègues? trésorerie
        nous_(?:ne_|n'|en_|y_)?\w+(?:ons|mes)
    """.replace("_", r"\s"),
    weak=r"""
        our ours my notre nos nous website newsletter site skills? know-how savoir-faire
        compétences? tools? outils? stock logo training formation photos?
    """,
)


def axis_hint(note: SwotItem) -> Message | None:
    """Return what to ask about a note that reads like the other axis, or None."""
    if note.quadrant is None:
        return None
    outside, inside = weights(note.text)
    if note.quadrant.is_internal and outside >= ENOUGH and not inside:
        return say(N_("Reads like something outside: an opportunity or a threat?"))
    if not note.quadrant.is_internal and inside >= ENOUGH and not outside:
        return say(N_("Reads like something inside: a strength or a weakness?"))
    return None


@lru_cache(maxsize=4096)
def weights(text: str) -> tuple[int, int]:
    """Return how much the words of `text` speak for outside and for inside."""
    plain = text.casefold().replace("’", "'").replace("\u00a0", " ")
    return _weight(OUTSIDE, plain), _weight(INSIDE, plain)


def _weight(cues: _Cues, text: str) -> int:
    """Return the weights of all different words found, each once."""
    return sum(weight * len(set(pattern.findall(text))) for weight, pattern in cues)
