"""From rhythms to lines of the calendar, and again after the rhythms changed (C105).

What a person wrote stays as it is: only lines that are still as a rhythm made them
are moved, renewed or removed.  Doing it twice is doing it once.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields

from canvas.domain.clean import Json
from canvas.domain.records import write_record
from canvas.domain.strategy import Strategy
from canvas.rules.prefill import prefilled
from canvas.rules.slots import Slot, monday, silences, slots, times_of
from canvas.steps.audit.accounts import Account
from canvas.steps.frame.settings import Settings
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.content import ContentType
from canvas.steps.plan.promotion import Repurposing
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.period import months_later, period_of, quarters_of

Raw = Mapping[str, Json]
"""Raw fields of a line, as they are stored."""


@dataclass(frozen=True, slots=True)
class Created:
    """A new line, and the rhythm that wants it."""

    cadence: str
    raw: Raw


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A line that nobody touched, and what it becomes."""

    post: Post
    raw: Raw

    @property
    def cadence(self) -> str:
        """The rhythm that it comes from."""
        return self.post.cadence


@dataclass(frozen=True, slots=True)
class Silence:
    """A day that a rhythm leaves out."""

    cadence: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Generation:
    """What filling a period from rhythms comes down to.

    Attributes:
        created: New lines.
        moved: Lines as a rhythm made them, whose day or time changed with the rhythm.
        renewed: Lines as a rhythm made them, of which something else changed: the rhythm's
            content type, the theme of the quarter.
        removed: Lines as a rhythm made them that no rhythm wants any more.
        kept: Lines from a rhythm that somebody has worked on: they stay as they are.
        filled: Lines written by hand that stand where a rhythm would have put one.
        unchanged: Lines that are already what the rhythm wants.
        skipped: Days that a rhythm leaves out.
    """

    created: tuple[Created, ...] = ()
    moved: tuple[Rewritten, ...] = ()
    renewed: tuple[Rewritten, ...] = ()
    removed: tuple[Post, ...] = ()
    kept: tuple[Post, ...] = ()
    filled: tuple[Post, ...] = ()
    unchanged: tuple[Post, ...] = ()
    skipped: tuple[Silence, ...] = ()

    def __add__(self, other: Generation) -> Generation:
        names = (each.name for each in fields(self))
        return Generation(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.created or self.moved or self.renewed or self.removed)


@dataclass(slots=True)
class _Round:
    """What the rhythms of one filling share.

    Attributes:
        strategy: The strategy.
        by_cadence: The lines of each rhythm that know their slot in the period.
        by_day: The other lines, by day: those written by hand.
        written: See `plan_quarter`.
        used: Ids of lines that something else was made from.
    """

    strategy: Strategy
    by_cadence: dict[str, list[Post]] = field(default_factory=lambda: defaultdict(list))
    by_day: dict[dt.date, list[Post]] = field(default_factory=lambda: defaultdict(list))
    written: Mapping[str, Raw] = field(default_factory=dict)
    used: Collection[str] = ()


def plan_quarter(
    strategy: Strategy,
    first: dt.date,
    last: dt.date,
    cadences: Collection[str] | None = None,
    written: Mapping[str, Raw] | None = None,
) -> Generation:
    """Return what filling a period from rhythms would do; nothing is changed.

    For each rhythm, what it wants is matched with what is there:

    1. its lines of the same day, those that somebody worked on first;
    2. lines written by hand on that day, for the same account and kind of content;
    3. its lines of the same week (of the same weeks, where it has less than one a week):
       one that somebody worked on stands for the nearest day that is left, one that
       nobody touched moves to it.

    What is left of the wish becomes a new line; what is left of its untouched lines goes.
    A line that was published on another day keeps its slot, and nothing replaces it.

    Args:
        strategy: The strategy.
        first: First day of the period.
        last: Its last day.
        cadences: Ids of the rhythms; all of them if not given, and then lines whose
            rhythm was deleted go too.
        written: For lines made by earlier fillings, by id, the fields as these left them:
            a line that still has them was not touched.  A line of which nothing is known
            counts as untouched only where it is what its rhythm would write today.
    """
    at_work = _Round(strategy, written=written or {}, used=_used(strategy))
    for post in strategy.of(Post):
        if post.cadence and post.slot is not None:
            if first <= post.slot <= last:
                at_work.by_cadence[post.cadence].append(post)
        elif post.date is not None and first <= post.date <= last:
            at_work.by_day[post.date].append(post)
    found = Generation()
    for cadence in strategy.of(Cadence):
        if cadences is None or cadence.id in cadences:
            found += _of_rhythm(at_work, cadence, first, last)
    if cadences is None:
        found += _of_deleted(at_work)
    return found


def quarters_left(strategy: Strategy, today: dt.date) -> list[tuple[dt.date, dt.date]]:
    """Return the quarters of a strategy that are not over, without the days that are.

    Without a first day, or once the strategy is over, those of a year from this month on.
    """
    period = period_of(strategy)
    if period is None or period[1] < today:
        first = today.replace(day=1)
        period = (first, months_later(first, 12) - dt.timedelta(days=1))
    return [(max(first, today), last) for first, last in quarters_of(*period) if last >= today]


def _used(strategy: Strategy) -> frozenset[str]:
    made_from = {post.parent for post in strategy.of(Post)}
    return frozenset(made_from | {reuse.source for reuse in strategy.of(Repurposing)})


def _of_deleted(at_work: _Round) -> Generation:
    """Return what becomes of lines whose rhythm is there no more."""
    known = {cadence.id for cadence in at_work.strategy.of(Cadence)}
    lines = [p for key, posts in at_work.by_cadence.items() if key not in known for p in posts]
    touched = {post.id for post in lines if not _is_untouched(at_work, None, post)}
    return Generation(
        removed=tuple(post for post in lines if post.id not in touched),
        kept=tuple(post for post in lines if post.id in touched),
    )


def _of_rhythm(at_work: _Round, cadence: Cadence, first: dt.date, last: dt.date) -> Generation:
    """Return what filling a period from one rhythm would do."""
    origin = at_work.strategy.one(Settings).start_date
    wanted: _Wanted = defaultdict(list)
    for place in slots(cadence, first, last, origin):
        wanted[place.day].append(place)
    lines = sorted(at_work.by_cadence[cadence.id], key=_when)
    kept = [post for post in lines if not _is_untouched(at_work, cadence, post)]
    held = {post.id for post in kept}
    untouched = [post for post in lines if post.id not in held]

    adrift = [post for post in kept if _take(wanted, post.time, _own_day(post)) is None]
    places: dict[str, Slot | None] = {
        post.id: _take(wanted, post.time, _own_day(post)) for post in untouched
    }
    filled = _fill_by_hand(at_work, cadence, wanted)
    for post in adrift:
        _take(wanted, post.time, _near(cadence, post))
    for post in untouched:
        places[post.id] = places[post.id] or _take(wanted, post.time, _near(cadence, post))

    rewritten = [
        Rewritten(post, line_of(at_work.strategy, cadence, slot))
        for post in untouched
        if (slot := places[post.id]) is not None
    ]
    changed = {line.post.id: _moves(line) for line in rewritten if line.raw != raw_of(line.post)}
    return Generation(
        created=tuple(
            Created(cadence.id, line_of(at_work.strategy, cadence, slot))
            for day in sorted(wanted)
            for slot in wanted[day]
        ),
        moved=tuple(line for line in rewritten if changed.get(line.post.id) is True),
        renewed=tuple(line for line in rewritten if changed.get(line.post.id) is False),
        removed=tuple(post for post in untouched if places[post.id] is None),
        kept=tuple(kept),
        filled=tuple(filled),
        unchanged=tuple(line.post for line in rewritten if line.post.id not in changed),
        skipped=tuple(Silence(cadence.id, day) for day in silences(cadence, first, last, origin)),
    )


def line_of(strategy: Strategy, cadence: Cadence, slot: Slot) -> dict[str, Json]:
    """Return the raw fields of the line that a rhythm puts into a slot, as they are stored."""
    kind = strategy.linked(ContentType, cadence.content_type)
    given: dict[str, Json] = {
        "title": cadence.what or (kind.name if kind else ""),
        "date": slot.day.isoformat(),
        "time": slot.time.strftime("%H:%M") if slot.time else None,
        "cadence": cadence.id,
        "slot": slot.day.isoformat(),
    }
    raw = prefilled(strategy, given)
    if slot.time is None and times_of(cadence):
        # More posts a day than times: two at the same minute help nobody.
        raw.pop("time", None)
    return _stored(raw)


def raw_of(post: Post) -> dict[str, Json]:
    """Return the raw fields of a line as the store has them, its defaults left out."""
    return _stored(write_record(post))


def _stored(raw: Raw) -> dict[str, Json]:
    known = Post.schema_fields
    found = {name: known[name].stored(v) if name in known else v for name, v in raw.items()}
    return {name: value for name, value in found.items() if value is not None}


_Wanted = dict[dt.date, list[Slot]]
"""The slots that nothing fills yet, by day."""


def _when(post: Post) -> tuple[dt.date, dt.time, str]:
    return post.slot or dt.date.min, post.time or dt.time.max, post.id


def _own_day(post: Post) -> Iterable[dt.date]:
    return (post.slot,) if post.slot else ()


def _near(cadence: Cadence, post: Post) -> Iterable[dt.date]:
    """Return the days that a line may stand for, the nearest first.

    Those of its week; of a rhythm of less than one a week, those that are nearer to it
    than to the line before or after.
    """
    if post.slot is None:
        return ()
    own, per_week = post.slot, cadence.posts_per_week or 0
    if 0 < per_week < 1:
        reach = min(round(3.5 / per_week), 366)
        days = [own + dt.timedelta(days=n) for n in range(-reach, reach + 1)]
    else:
        days = [monday(own) + dt.timedelta(days=n) for n in range(7)]
    return sorted(days, key=lambda day: (abs(day - own), day))


def _take(wanted: _Wanted, time: dt.time | None, days: Iterable[dt.date]) -> Slot | None:
    """Take a slot of the first of these days that has one left, at this time if it can be."""
    for day in days:
        if left := wanted.get(day):
            slot = next((slot for slot in left if slot.time == time), left[0])
            left.remove(slot)
            return slot
    return None


def _fill_by_hand(at_work: _Round, cadence: Cadence, wanted: _Wanted) -> list[Post]:
    """Return the lines written by hand that fill a slot, each one for one rhythm only."""
    found = []
    for day in sorted(wanted):
        others = at_work.by_day.get(day, [])
        for post in [post for post in others if _fills(at_work.strategy, cadence, post)]:
            if _take(wanted, post.time, (day,)) is not None:
                others.remove(post)
                found.append(post)
    return found


def _fills(strategy: Strategy, cadence: Cadence, post: Post) -> bool:
    """Return whether a line is of the account and the kind of content of a rhythm."""
    if post.cadence not in ("", cadence.id):
        return False
    kinds = {cadence.content_type, post.content_type}
    account = strategy.linked(Account, cadence.account)
    if account is None:
        return len(kinds) == 1 and "" not in kinds
    same_place = post.account == account.id or (
        not post.account and post.network is not None and post.network is account.network
    )
    return same_place and ("" in kinds or len(kinds) == 1)


def _is_untouched(at_work: _Round, cadence: Cadence | None, post: Post) -> bool:
    """Return whether a line is as a rhythm made it, and nothing was made from it."""
    if post.id in at_work.used:
        return False
    raw = raw_of(post)
    if post.id in at_work.written:
        return raw == at_work.written[post.id]
    if cadence is None or post.slot is None:
        return False
    times = times_of(cadence)
    if times and post.time not in (None, *times):
        return False
    slot = Slot(post.slot, post.time if times else None)
    return raw == line_of(at_work.strategy, cadence, slot)


def _moves(line: Rewritten) -> bool:
    """Return whether the day or the time of a line changes."""
    before = raw_of(line.post)
    return any(before.get(name) != line.raw.get(name) for name in ("date", "time", "slot"))
