"""What the articles say of each network, claim by claim, with its source and its year.

The claims stand in `data/reference/networks.csv` in both languages; SOURCES.md beside it
says where they come from.  They are hints: a strategy's own notes and scores decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from canvas.domain.messages import N_, Message, Share, say
from canvas.steps.networks.matrix import Family, NetworkOption
from canvas.steps.reference import Sourced, lines, sources, texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Sourced):
    """One thing that is said of a network.

    Attributes:
        network: Code of a `Network`, or the name of one that is no longer offered.
        kind: What it is about: family, use, topic, format, reach, conversation, obsolete.
        code: Code of a `Family`, for that kind.
        low: The lower figure as a ratio, None for none.
        high: The higher one, or the only one.
        texts: The claim by language; empty where the code or the figures say it all.
    """

    network: str
    kind: str
    code: str
    low: float | None
    high: float | None
    texts: Mapping[str, str]


@cache
def claims() -> Mapping[str, tuple[Claim, ...]]:
    """Return all claims by network, in the order of the file."""
    found: dict[str, list[Claim]] = {}
    for row in lines("networks"):
        claim = Claim(
            network=row["network"],
            kind=row["kind"],
            code=row["code"],
            low=_ratio(row["low"]),
            high=_ratio(row["high"]),
            texts=texts(row),
            source=sources()[row["source"]],
            date=row["date"],
        )
        found.setdefault(claim.network, []).append(claim)
    return MappingProxyType({network: tuple(rows) for network, rows in found.items()})


def _ratio(written: str) -> float | None:
    return float(written) if written else None


def claims_on(option: NetworkOption) -> tuple[Claim, ...]:
    """Return what is said of a network under consideration, by its code or by its name."""
    code = str(option.network or "")
    if code in claims():
        return claims()[code]
    wanted = option.name.strip().casefold()
    return next((rows for name, rows in claims().items() if name.casefold() == wanted), ())


def obsolete() -> tuple[str, ...]:
    """Return the names of the networks that are no longer worth considering."""
    return tuple(name for name, rows in claims().items() if is_obsolete(rows))


def is_obsolete(rows: Iterable[Claim]) -> bool:
    """Return whether these claims say that a network is no longer worth considering."""
    return any(claim.kind == "obsolete" for claim in rows)


def families(rows: Iterable[Claim]) -> tuple[Family, ...]:
    """Return the kinds of medium that these claims name."""
    found = (Family.read(claim.code) for claim in rows if claim.kind == "family")
    return tuple(family for family in found if family is not None)


def figures(claim: Claim) -> Message | None:
    """Return the figures of a claim in a sentence, None where it has none."""
    if claim.kind == "reach" and claim.high is not None:
        if claim.low in (None, claim.high):
            return say(
                N_("About {share} of subscribers see a post that is not paid for."),
                share=Share(claim.high),
            )
        return say(
            N_("{low} to {high} of subscribers see a post that is not paid for."),
            low=Share(claim.low or 0.0),
            high=Share(claim.high),
        )
    if claim.kind == "conversation" and claim.high is not None:
        return say(
            N_("Up to {share} of what one does there is conversation."), share=Share(claim.high)
        )
    return None
