"""Fill the calendar, unfold a chain of reuse, copy a line: each is one step to undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from canvas.domain.changes import ChangeSet, Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message
from canvas.domain.records import EXISTS, POSITION, write_record
from canvas.domain.strategy import Strategy
from canvas.rules.chains import unfold
from canvas.rules.prefill import prefilled
from canvas.rules.recurrence import Generation, plan_quarter, raw_of
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.steps.plan.calendar import Post

FILLED = N_("Calendar filled from the rhythms")
UNFOLDED = N_("Chain of reuse")
COPIED = N_("Copy of a post")

LONGEST = 731
"""Days that are filled at once: two years."""

LOG = 100_000
"""Steps of the history in which earlier fillings are looked for: more than there ever are."""

NOT_COPIED = ("status", "cadence", "slot", "promotion_done", "date")
"""Fields that belong to one publication and not to its copy."""


class PeriodError(CanvasError):
    """The period to fill ends before it begins, or is too long."""

    message = N_("Choose a period that ends after it begins and lasts two years at most.")


class LineGoneError(CanvasError):
    """The line was deleted meanwhile."""

    message = N_("This line was deleted meanwhile. Look at the calendar as it is now.")


class LineRefusedError(CanvasError):
    """A line cannot be kept as the strategy would fill it in."""

    message = N_(
        "The calendar could not be filled. {problem} Change the rhythm, then fill it again."
    )


def fill(
    service: Strategies,
    person: Person,
    strategy_id: str,
    first: dt.date,
    last: dt.date,
    *,
    dry_run: bool,
    cadences: Collection[str] | None = None,
) -> Generation:
    """Bring the lines of a period in line with the rhythms, and return what that changed.

    Args:
        service: The strategies.
        person: Who asks.
        strategy_id: The strategy.
        first: First day of the period.
        last: Its last day.
        dry_run: Only say what would change.
        cadences: Ids of the rhythms; all of them if not given.

    Raises:
        PeriodError: The period is no period.
        LineRefusedError: A rhythm would give a line that cannot be kept.
    """
    if last < first or (last - first).days > LONGEST:
        raise PeriodError
    strategy = service.open(strategy_id, person)
    written = as_filled(service, person, strategy_id)
    planned = plan_quarter(strategy, first, last, cadences, written)
    if dry_run or planned.is_empty:
        return planned
    # Removals are no deletions by hand: their days are not left out for ever.
    _send(service, person, strategy, [*_fill_edits(strategy, planned)], FILLED, follow=False)
    return planned


def as_filled(
    service: Strategies, person: Person, strategy_id: str
) -> dict[str, Mapping[str, Json]]:
    """Return the fields of each line that a filling made, as the last one left them.

    Read from the log, so that a line is known to be untouched whatever its rhythm, its
    content type or the theme of the quarter have become since.  Fillings that were taken
    back do not count.
    """
    service.open(strategy_id, person)
    lines: dict[str, dict[str, Json]] = {}
    for revision in _fillings(service.store.headings(strategy_id, LOG)):
        for change in service.store.change_set(strategy_id, revision).changes:
            if change.field == EXISTS:
                lines[change.record] = {}
            elif change.field != POSITION and change.record in lines:
                lines[change.record][change.field] = change.new
    return {
        record: {name: value for name, value in raw.items() if value is not None}
        for record, raw in lines.items()
    }


def _fillings(headings: Iterable[ChangeSet]) -> list[int]:
    """Return the revisions that filled the calendar and still hold, the oldest first.

    Args:
        headings: The steps of the history, newest first.
    """
    taken_back: set[int] = set()
    found = []
    for heading in headings:
        # What was taken back takes nothing back itself: it was redone.
        if heading.revision in taken_back:
            continue
        if heading.undoes is not None:
            taken_back.add(heading.undoes)
        elif heading.label == FILLED:
            found.append(heading.revision)
    return found[::-1]


def unfold_chain(
    service: Strategies, person: Person, strategy_id: str, post_id: str
) -> tuple[str, ...]:
    """Add the lines that a post still gives rise to, and return their ids.

    Raises:
        LineGoneError: The post was deleted meanwhile.
    """
    strategy = service.open(strategy_id, person)
    lines = unfold(strategy, _post(strategy, post_id))
    ids = tuple(new_id() for _ in lines)
    if lines:
        edits = [*_new_lines(strategy, zip(ids, lines, strict=True))]
        _send(service, person, strategy, edits, UNFOLDED)
    return ids


def duplicate_post(
    service: Strategies, person: Person, strategy_id: str, post_id: str, date: dt.date | None
) -> str:
    """Copy a line to another day, as an idea that no rhythm made; return the copy's id.

    Its theme follows the day, where it was that of the quarter; all else is copied.

    Raises:
        LineGoneError: The post was deleted meanwhile.
    """
    strategy = service.open(strategy_id, person)
    post = _post(strategy, post_id)
    before = write_record(post)
    copied = {name: value for name, value in before.items() if name not in NOT_COPIED}
    copied = {name: value for name, value in copied.items() if name in Post.schema_fields}
    if date is not None:
        copied["date"] = date.isoformat()
    place = {name: copied.get(name) for name in ("account", "network")}
    if copied.get("theme") == _theme(strategy, place, before.get("date")):
        copied["theme"] = _theme(strategy, place, copied.get("date"))
    made = new_id()
    _send(service, person, strategy, [*_new_lines(strategy, [(made, copied)])], COPIED)
    return made


def _theme(strategy: Strategy, place: Mapping[str, Json], day: Json) -> Json:
    return prefilled(strategy, {**place, "date": day}).get("theme")


def _post(strategy: Strategy, post_id: str) -> Post:
    post = strategy.linked(Post, post_id)
    if post is None:
        raise LineGoneError
    return post


def _fill_edits(strategy: Strategy, planned: Generation) -> Iterator[Edit]:
    yield from _new_lines(strategy, ((new_id(), line.raw) for line in planned.created))
    for line in (*planned.moved, *planned.renewed):
        before = raw_of(line.post)
        for name in {**before, **line.raw}:
            yield Edit(Post.key, line.post.id, name, before.get(name), line.raw.get(name))
    for post in planned.removed:
        yield Edit(Post.key, post.id, EXISTS, True, None)


def _new_lines(
    strategy: Strategy, lines: Iterable[tuple[str, Mapping[str, Json]]]
) -> Iterator[Edit]:
    """Yield the edits that add lines after those that are there."""
    first = strategy.next_position(Post)
    for number, (record, raw) in enumerate(lines):
        yield from creation(Post.key, record, raw, first + number)


def _send(
    service: Strategies,
    person: Person,
    strategy: Strategy,
    edits: Sequence[Edit],
    label: str,
    *,
    follow: bool = True,
) -> None:
    """Store edits as one step.

    Raises:
        LineRefusedError: One of them cannot be kept, so none is.
    """
    submission = service.edit(strategy.id, person, edits, label=label, follow=follow)
    if submission.problems:
        problem: Message = submission.problems[0][1]
        raise LineRefusedError(problem=problem)
