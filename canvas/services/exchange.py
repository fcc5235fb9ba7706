"""Bring strategies in and out: examples, copies, project files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from canvas.domain.changes import Change, Conflict, Edit, same
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Rows
from canvas.exports.project import build_project
from canvas.imports.project import (
    MAX_BYTES,
    Project,
    ProjectRecord,
    TooLargeError,
    read_project,
    read_whole,
)
from canvas.services.figures import batches
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.settings import ROOT
from canvas.steps.frame.settings import NAME_LIMIT, Settings

EXAMPLES = ("bakery", "software")
"""Example strategies, as project files in data/examples/."""

UPLOAD_LIMIT = MAX_BYTES // 1_000_000
"""Megabytes that a project file may have; `server.maxUploadSize` is the same."""

OURS = frozenset({(Settings.key, "state"), (Settings.key, POSITION)})
"""Fields that a file does not decide on: where a strategy is kept is the reader's business."""

IMPORTED = N_("Import of a project file")


class UnknownExampleError(CanvasError):
    """No example has this name."""

    message = N_("There is no example “{name}”. The examples are: {known}.")


@dataclass(frozen=True, slots=True)
class Merge:
    """What importing a project file into a strategy changes.

    Attributes:
        created: Records of the file that the strategy does not have.
        changed: Fields that differ; the file's value is `new`.
        kept: Records of the strategy that the file does not have; they stay.
        conflicts: Edits that could not be stored, as somebody changed the field meanwhile.
    """

    created: tuple[ProjectRecord, ...]
    changed: tuple[Change, ...]
    kept: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...] = ()


def open_example(service: Strategies, person: Person, name: str) -> str:
    """Create a strategy from an example and return its id.

    Raises:
        UnknownExampleError: There is no such example.
    """
    if name not in EXAMPLES:
        raise UnknownExampleError(name=name, known=EXAMPLES)
    content = (ROOT / "data" / "examples" / f"{name}.canevas.json").read_bytes()
    return import_project(service, person, content)


def import_project(service: Strategies, person: Person, content: bytes) -> str:
    """Create a strategy from a project file and return its id.

    Raises:
        ProjectFileError: The file cannot be used; nothing was created.
    """
    return _create(service, person, read_whole(content))


def export_project(service: Strategies, person: Person, strategy_id: str) -> bytes:
    """Return the project file of a strategy as it is now, with its figures."""
    strategy = service.open(strategy_id, person)
    return build_project(strategy, batches(service.store, strategy))


def duplicate(service: Strategies, person: Person, strategy_id: str, name: str) -> str:
    """Create a copy of a strategy under another name and return its id."""
    strategy = service.open(strategy_id, person)
    records = read_project(build_project(strategy))
    copied = Project(records, batches(service.store, strategy))
    return _create(service, person, copied, name=name[:NAME_LIMIT])


def _create(service: Strategies, person: Person, project: Project, **instead: Json) -> str:
    """Create an active strategy of a project, some of its settings replaced."""
    settings: dict[str, Json] = {}
    rest = []
    for record in project.records:
        if record.type == Settings.key:
            settings.update(record.fields)
        else:
            rest.append((record.type, record.id, record.fields))
    settings = {k: v for k, v in settings.items() if (Settings.key, k) not in OURS}
    return service.create(person, {**settings, **instead}, rest, project.batches)


def merge_project(
    service: Strategies, person: Person, strategy_id: str, content: bytes, *, dry_run: bool
) -> Merge:
    """Bring a project file into an existing strategy; the file's values win.

    Args:
        service: The strategies.
        person: Who imports.
        strategy_id: The strategy to bring it into.
        content: The project file.
        dry_run: Only say what would change.

    Raises:
        ProjectFileError: The file cannot be used; nothing was changed.
    """
    found = read_whole(content)
    rows = service.rows(strategy_id, person)
    planned = _plan(rows, found.records)
    if dry_run:
        return planned
    service.need(strategy_id, person, "participant")
    for name, payload in found.batches.items():
        service.store.keep_batch(strategy_id, name, payload)
    edits = list(_edits(rows, planned))
    submission = service.edit(strategy_id, person, edits, label=IMPORTED, checked=True)
    conflicts = submission.outcome.conflicts if submission.outcome else ()
    return Merge(planned.created, planned.changed, planned.kept, conflicts)


def _plan(rows: Rows, found: Iterable[ProjectRecord]) -> Merge:
    created: list[ProjectRecord] = []
    changed: list[Change] = []
    named = set()
    for theirs in found:
        key = (theirs.type, theirs.id)
        named.add(key)
        row = rows.get(key, {})
        if not row.get(EXISTS):
            created.append(theirs)
            continue
        changed.extend(
            Change(*key, name, row.get(name), value)
            for name, value in theirs.fields.items()
            if (theirs.type, name) not in OURS and not same(row.get(name), value)
        )
    kept = tuple(key for key, row in rows.items() if row.get(EXISTS) and key not in named)
    return Merge(tuple(created), tuple(changed), kept)


def _edits(rows: Rows, planned: Merge) -> Iterator[Edit]:
    for record in planned.created:
        key = (record.type, record.id)
        # A record that was deleted here comes back as the file has it.
        row = rows.get(key, {})
        wanted = {POSITION: 0.0, **record.fields}
        yield Edit(*key, EXISTS, None, True)
        for name in {**wanted, **row}:
            if name != EXISTS:
                yield Edit(*key, name, row.get(name), wanted.get(name))
    for change in planned.changed:
        yield Edit(change.type, change.record, change.field, change.old, change.new)


def check_upload_size(size: int) -> None:
    """Refuse a file before it is read.

    Raises:
        TooLargeError: It is over the limit of a project file.
    """
    if size > MAX_BYTES:
        raise TooLargeError(size=round(size / 1e6), limit=MAX_BYTES // 1_000_000)
