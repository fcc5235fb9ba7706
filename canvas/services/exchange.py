"""Bring strategies in and out: examples, copies, project files, documents."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from canvas.domain.changes import Change, Conflict, Edit, creation
from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_
from canvas.domain.records import EXISTS, POSITION, write_record
from canvas.domain.story import Piece
from canvas.domain.strategy import Strategy
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.imports.project import MAX_BYTES, ProjectRecord, TooLargeError, read_project
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.frame.settings import Settings

EXAMPLES = ("bakery", "software")
"""Example strategies, as project files in data/examples/."""

IMPORTED = N_("Import of a project file")


class UnknownExampleError(CanvasError):
    """No example has this name."""

    message = N_("There is no example “{name}”. The examples are: {known}.")


class UnknownExportError(CanvasError):
    """No export has this name."""

    message = N_("“{kind}” is not something that can be exported. Choose one of: {known}.")


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
    records = read_project(content)
    settings = next((r.fields for r in records if r.type == Settings.key), {})
    rest = ((r.type, r.id, r.fields) for r in records if r.type != Settings.key)
    kept = {name: value for name, value in settings.items() if name not in (POSITION, "state")}
    return service.create(person, kept, rest)


def duplicate(service: Strategies, person: Person, strategy_id: str, name: str) -> str:
    """Create a copy of a strategy under another name and return its id."""
    records = read_project(build_project(service.open(strategy_id, person)))
    settings = {**next((r.fields for r in records if r.type == Settings.key), {}), "name": name}
    settings = {k: v for k, v in settings.items() if k not in (POSITION, "state")}
    rest = ((r.type, r.id, r.fields) for r in records if r.type != Settings.key)
    return service.create(person, settings, rest)


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
    found = read_project(content)
    strategy = service.open(strategy_id, person)
    planned = _plan(strategy, found)
    if dry_run:
        return planned
    submission = service.edit(strategy_id, person, list(_edits(planned)), label=IMPORTED)
    conflicts = submission.outcome.conflicts if submission.outcome else ()
    return Merge(planned.created, planned.changed, planned.kept, conflicts)


def _plan(strategy: Strategy, found: Iterable[ProjectRecord]) -> Merge:
    created: list[ProjectRecord] = []
    changed: list[Change] = []
    here = {(type(record).key, record.id): record for record in strategy}
    named = set()
    for theirs in found:
        named.add((theirs.type, theirs.id))
        mine = here.get((theirs.type, theirs.id))
        if mine is None:
            if theirs.type in RECORD_TYPES:
                created.append(theirs)
            continue
        raw = {**write_record(mine), POSITION: mine.position}
        for name, value in theirs.fields.items():
            if raw.get(name) != value:
                changed.append(Change(theirs.type, theirs.id, name, raw.get(name), value))
    kept = tuple(key for key in here if key not in named)
    return Merge(tuple(created), tuple(changed), kept)


def _edits(planned: Merge) -> Iterator[Edit]:
    for record in planned.created:
        position = record.fields.get(POSITION)
        fields = {k: v for k, v in record.fields.items() if k not in (POSITION, EXISTS)}
        at = float(position) if isinstance(position, int | float) else 0.0
        yield from creation(record.type, record.id, fields, at)
    for change in planned.changed:
        yield Edit(change.type, change.record, change.field, change.old, change.new)


# --- Documents ------------------------------------------------------------------------


def story(strategy: Strategy) -> Iterator[Piece]:
    """Yield what all steps say, in their order."""
    for step in STEPS:
        yield from step.story(strategy)


def deck(strategy: Strategy, tr: Translator, today: dt.date) -> bytes:
    """Return the strategy deck as a PowerPoint file."""
    from canvas.exports.deck import build_deck

    title = strategy.one(Settings).name or tr(N_("Untitled strategy"))
    return build_deck(strategy, tr, pieces=story(strategy), title=title, today=today)


def file_name(strategy: Strategy, kind: str, ending: str) -> str:
    """Return a file name without spaces or accents: “boulangerie-du-port-2027-deck.pptx”."""
    start = slug(strategy.one(Settings).name)
    return f"{start}-{kind}.{ending}" if kind else f"{start}.{ending}"


def slug(name: str) -> str:
    """Return `name` as a file name may hold it everywhere."""
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:60] or "canevas"


def check_upload_size(size: int) -> None:
    """Refuse a file before it is read.

    Raises:
        TooLargeError: It is over the limit of a project file.
    """
    if size > MAX_BYTES:
        raise TooLargeError(size=round(size / 1e6), limit=MAX_BYTES // 1_000_000)
