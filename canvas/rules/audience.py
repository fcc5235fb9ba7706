"""The declared personas beside the audience that platforms count (C61).

Platforms count accounts, in their own groups, and only those that they know something of.
So what is said is careful: the largest groups, whether the declared one is among them,
and nothing where a platform does not tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Message, Share, say
from canvas.domain.slugs import slug
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.figures import AudiencePart
from canvas.steps.measure.merged import Figures
from canvas.steps.personas.persona import Gender, Persona

SHOWN = 3
"""Groups that are named, the largest first."""

FEWEST = 50
"""Below this many people, a platform's groups say nothing."""

MUCH = 0.25
"""From this share on, the declared group is really there."""

LITTLE = 0.10
"""Below this share, it is hardly there."""

_SHORT = 4
"""Words of fewer letters do not make two descriptions alike."""


class Side(Choice):
    """What about a person is compared."""

    AGE = "age", N_("Age")
    GENDER = "gender", N_("Woman or man")
    LOCATION = "location", N_("Place")
    JOB = "job_function", N_("Job")
    INDUSTRY = "industry", N_("Sector")


class Fit(Choice):
    """How a persona fits the audience."""

    MATCH = "match", N_("They are there")
    PARTLY = "partly", N_("Some are there")
    MISMATCH = "mismatch", N_("Hardly anybody")
    UNCLEAR = "unclear", N_("Cannot be told")


@dataclass(frozen=True, slots=True)
class Group:
    """A part of an audience, as a share of those of whom it is known."""

    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """One side of a persona beside one account's audience.

    Attributes:
        account: The account; None where the file names one that is gone.
        side: What is compared.
        declared: What the persona says.
        groups: The audience's largest groups.
        share: The share of the audience that fits; None where it cannot be told.
        fit: How they fit.
        people: How many people the shares are of; None where the file gives shares only.
        said: The same in a sentence.
    """

    account: Account | None
    side: Side
    declared: str
    groups: tuple[Group, ...]
    share: float | None
    fit: Fit
    people: int | None
    said: Message


@dataclass(frozen=True, slots=True)
class Check:
    """A persona beside the audience.

    Attributes:
        persona: The persona.
        sightings: What could be set side by side.
        missing: What could not, in sentences.
    """

    persona: Persona
    sightings: tuple[Sighting, ...]
    missing: tuple[Message, ...]


def checks(strategy: Strategy, figures: Figures) -> tuple[Check, ...]:
    """Return each persona beside the audience of the accounts."""
    by_side = _by_side(figures)
    return tuple(
        _check(strategy, persona, by_side) for persona in strategy.of(Persona) if persona.name
    )


BySide = Mapping[Side, Mapping[str, Sequence[AudiencePart]]]


def _by_side(figures: Figures) -> BySide:
    found: dict[Side, dict[str, list[AudiencePart]]] = {side: defaultdict(list) for side in Side}
    for part in figures.audience:
        side = Side.read(part.dimension)
        if side is not None:
            found[side][part.account].append(part)
    return found


def _check(strategy: Strategy, persona: Persona, by_side: BySide) -> Check:
    sightings: list[Sighting] = []
    missing: list[Message] = []
    for side in Side:
        declared = _declared(persona, side)
        if not declared:
            if side is not Side.INDUSTRY:
                missing.append(say(N_("The persona does not say: {side}."), side=say(side.label)))
        elif not by_side[side]:
            missing.append(say(N_("No file tells this of your audience: {side}."),
                               side=say(side.label)))  # fmt: skip
        else:
            sightings += _sightings(strategy, side, declared, by_side[side])
    return Check(persona, tuple(sightings), tuple(missing))


def _declared(persona: Persona, side: Side) -> str:
    if side is Side.GENDER:
        return str(persona.gender) if persona.gender in (Gender.WOMAN, Gender.MAN) else ""
    return {
        Side.AGE: persona.age_range,
        Side.LOCATION: persona.location,
        Side.JOB: persona.job,
        Side.INDUSTRY: persona.sector,
    }[side]


def _sightings(
    strategy: Strategy, side: Side, declared: str, parts: Mapping[str, Sequence[AudiencePart]]
) -> Iterator[Sighting]:
    for account in sorted(parts):
        groups = _groups(parts[account])
        if not groups:
            continue
        counted = [part.value for part in parts[account] if not part.is_share]
        people = round(sum(counted)) if counted else None
        share = None
        if people is None or people >= FEWEST:
            share = _SHARES[side](declared, groups)
        fit = _fit(share)
        yield Sighting(
            strategy.linked(Account, account),
            side,
            declared,
            groups[:SHOWN],
            share,
            fit,
            people,
            _said(side, groups, share, fit, people),
        )


def _groups(parts: Sequence[AudiencePart]) -> tuple[Group, ...]:
    total = sum(part.value for part in parts)
    # Shares of a file that leaves small groups out do not add up to one: they stay as given.
    whole = 1.0 if all(part.is_share for part in parts) else total
    if not total or not whole:
        return ()
    found = [Group(part.label, part.value / whole) for part in parts]
    return tuple(sorted(found, key=lambda group: (-group.share, group.label)))


def _fit(share: float | None) -> Fit:
    if share is None:
        return Fit.UNCLEAR
    if share >= MUCH:
        return Fit.MATCH
    return Fit.PARTLY if share >= LITTLE else Fit.MISMATCH


def _said(
    side: Side, groups: Sequence[Group], share: float | None, fit: Fit, people: int | None
) -> Message:
    largest = [
        say("{label} ({share})", label=group.label, share=Share(round(group.share, 2)))
        for group in groups[:SHOWN]
    ]
    if people is not None and people < FEWEST:
        return say(N_("Too few people are known to tell: {n}."), n=people)
    if share is None:
        return say(
            N_("The words differ too much to compare them. Largest groups: {groups}."),
            groups=largest,
        )
    texts = {
        Fit.MATCH: N_("{share} of those known fit. Largest groups: {groups}."),
        Fit.PARTLY: N_("Only {share} of those known fit. Largest groups: {groups}."),
        Fit.MISMATCH: N_(
            "{share} of those known fit: you mostly reach others. Largest groups: {groups}."
        ),
    }
    return say(texts[fit], share=Share(round(share, 2)), groups=largest)


# --- How much of an audience fits --------------------------------------------------------

_NUMBER = re.compile(r"\d{1,3}")

_OLDEST = 100


def ages(text: str) -> tuple[int, int] | None:
    """Return the ages that a text names: “35–45”, “25-34 years”, “55+”, “under 18”."""
    numbers = [int(found) for found in _NUMBER.findall(text)]
    if len(numbers) >= 2:
        first, last = min(numbers[:2]), max(numbers[:2])
        return first, last
    if not numbers:
        return None
    (one,) = numbers
    words = text.casefold()
    if any(sign in words for sign in ("+", "over", "plus", "older", "from", ">", "≥")):
        return one, _OLDEST
    if any(sign in words for sign in ("under", "moins", "<", "≤")):
        return 0, one
    return one, one


def _of_age(declared: str, groups: Sequence[Group]) -> float | None:
    """Return the share of an age range, groups that it cuts counted by the years in it."""
    wanted = ages(declared)
    if wanted is None:
        return None
    found = 0.0
    known = False
    for group in groups:
        span = ages(group.label)
        if span is None:
            continue
        known = True
        inside = min(wanted[1], span[1]) - max(wanted[0], span[0]) + 1
        if inside > 0:
            found += group.share * inside / (span[1] - span[0] + 1)
    return found if known else None


_WOMEN = frozenset({"female", "women", "woman", "femme", "femmes", "feminin", "f"})
_MEN = frozenset({"male", "men", "man", "homme", "hommes", "masculin", "m", "h"})


def _of_gender(declared: str, groups: Sequence[Group]) -> float | None:
    names = _WOMEN if declared == Gender.WOMAN else _MEN
    known = [group for group in groups if slug(group.label, 40, empty="") in _WOMEN | _MEN]
    if not known:
        return None
    total = sum(group.share for group in known)
    wanted = sum(group.share for group in known if slug(group.label, 40, empty="") in names)
    return wanted / total if total else None


def _of_words(declared: str, groups: Sequence[Group]) -> float | None:
    """Return the share of the groups that share a word with a description.

    None where no word is shared: a group by another name is no other group.
    """
    wanted = _words(declared)
    fitting = [group for group in groups if wanted & _words(group.label)]
    return sum(group.share for group in fitting) if fitting else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in slug(text, 400, empty="").split("-") if len(word) >= _SHORT)


_SHARES: Mapping[Side, Callable[[str, Sequence[Group]], float | None]] = {
    Side.AGE: _of_age,
    Side.GENDER: _of_gender,
    Side.LOCATION: _of_words,
    Side.JOB: _of_words,
    Side.INDUSTRY: _of_words,
}
