"""Who does the work, the hours that they have, and who replaces them (C127)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.frame.people import Person
from canvas.steps.resources.spans import WORKING, seconds, split
from canvas.steps.resources.team import Absence, TeamMember


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who works on it.

    Attributes:
        id: The team member's id; a person's id for somebody who is not in the team; ""
            for nobody.
        name: What they are called, "" for nobody.
        member: Their line of the team, None for somebody who is not in it.
        person: The person that owners and authors are chosen from, "" where none is said.
    """

    id: str
    name: str
    member: TeamMember | None = None
    person: str = ""


NOBODY = Hand("", "")
"""Whose work nobody has taken on."""


@dataclass(frozen=True, slots=True)
class Away:
    """An absence with its days as ordinals."""

    first: int
    last: int
    left: int
    replaced_by: str

    def covers(self, day: int) -> bool:
        """Return whether they are away on this day."""
        return self.first <= day <= self.last


class Hands:
    """All who work on a strategy."""

    def __init__(self, strategy: Strategy) -> None:
        people = strategy.of(Person)
        members = [m for m in strategy.of(TeamMember) if not m.is_blank()]
        linked = {m.person: m.id for m in reversed(members) if m.person}
        unlinked = {m.name.casefold(): m.id for m in reversed(members) if m.name and not m.person}
        self._of_person: dict[str, str] = {}
        for person in people:
            names = (person.name.casefold(), person.name.split(" ", 1)[0].casefold())
            found = linked.get(person.id) or next(
                (unlinked[name] for name in names if name in unlinked), None
            )
            self._of_person[person.id] = found or person.id
        person_of = {hand: person for person, hand in reversed(self._of_person.items())}
        team = [Hand(m.id, m.name, m, person_of.get(m.id, "")) for m in members]
        ids = {m.id for m in members}
        others = [
            Hand(p.id, p.name, None, p.id) for p in people if self._of_person[p.id] not in ids
        ]
        self.all = (*team, *others, NOBODY)
        self._by_id = {hand.id: hand for hand in self.all}
        self._away: dict[str, list[Away]] = {}
        for absence in strategy.of(Absence):
            first, last = absence.start or absence.end, absence.end or absence.start
            if absence.member in ids and first is not None and last is not None:
                self._away.setdefault(absence.member, []).append(
                    Away(
                        first.toordinal(),
                        last.toordinal(),
                        seconds(absence.hours_week or 0),
                        absence.replaced_by if absence.replaced_by in ids else "",
                    )
                )

    def of(self, *people: str) -> str:
        """Return the id of the first of these people who is there still; "" for nobody."""
        return next((self._of_person[p] for p in people if p in self._of_person), "")

    def capacity(self, hand: Hand, week: dt.date) -> int | None:
        """Return the seconds that somebody has in the week of this Monday, None if unknown."""
        member = hand.member
        if member is None or member.hours_week is None:
            return None
        first = week.toordinal()
        ordinary = seconds(member.hours_week)
        since = member.start.toordinal() if member.start else first
        until = member.end.toordinal() if member.end else first + 6
        given = 0
        for number, share in enumerate(split(ordinary, (1,) * WORKING)):
            day = first + number
            if since <= day <= until:
                left = [away.left for away in self._away.get(hand.id, ()) if away.covers(day)]
                # Hours left are those of a whole week as well.
                given += split(min(ordinary, *left), (1,) * WORKING)[number] if left else share
        return given

    def replaced_in(self, hand: str, first: int, last: int) -> bool:
        """Return whether somebody else takes over work of these days."""
        return hand in self._away and any(
            away.replaced_by and away.first <= last and away.last >= first
            for away in self._away[hand]
        )

    def doing(self, hand: str, day: int, amount: int) -> Iterator[tuple[str, int]]:
        """Yield who does the work of somebody on a day, with their parts."""
        passed: set[str] = set()
        while hand not in passed:
            passed.add(hand)
            away = next((a for a in self._away.get(hand, ()) if a.covers(day)), None)
            if away is None or not away.replaced_by or away.replaced_by in passed:
                break
            member = self._by_id[hand].member
            ordinary = seconds(member.hours_week or 0) if member else 0
            kept = amount * min(away.left, ordinary) // ordinary if ordinary else 0
            if kept:
                yield hand, kept
            hand, amount = away.replaced_by, amount - kept
        if amount:
            yield hand, amount
