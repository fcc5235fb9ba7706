"""Read a project file: bounded, checked whole, and refused with one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from canvas.domain.clean import Json, clean, clean_text
from canvas.domain.errors import CanvasError
from canvas.domain.ids import is_id
from canvas.domain.kinds import Field, OneOf, SomeOf
from canvas.domain.messages import N_, Message, say
from canvas.domain.project_format import FIGURES, FORMAT, VERSION
from canvas.domain.records import EXISTS, POSITION
from canvas.imports.project_figures import checked
from canvas.steps import RECORD_TYPES
from canvas.steps.measure.files import DataFile

MAX_BYTES = 30_000_000
"""A strategy of 10,000 calendar lines takes about 10 MB, three years of figures 9 MB more."""

MAX_RECORDS = 100_000

MAX_DEPTH = 6
"""A field is at most a list in a record in a list in the document."""


class ProjectFileError(CanvasError):
    """A project file that cannot be imported; nothing was changed."""


class TooLargeError(ProjectFileError):
    """The file is over the limit."""

    message = N_(
        "The file is {size} MB; a project file has up to {limit} MB. "
        "Check that it is the file that Canevas exported."
    )


class TooManyRecordsError(ProjectFileError):
    """The file holds more records than a strategy can."""

    message = N_(
        "The project file has more than {limit} records. "
        "Check that it is the file that Canevas exported."
    )


class NotAProjectError(ProjectFileError):
    """The file is something else."""

    message = N_(
        "This is not a Canevas project file. Choose the file that “Export the project” "
        "gave, whose name ends in .canevas.json."
    )


class DamagedError(ProjectFileError):
    """The file stops in the middle, or was edited into something else."""

    message = N_(
        "The project file is damaged (line {line}). Export it again, or restore a copy of it."
    )


class FutureVersionError(ProjectFileError):
    """The file was written by a newer Canevas."""

    message = N_(
        "The project file was written by a newer Canevas (format {found}; this one reads up "
        "to {known}). Update Canevas, then import it again."
    )


class BadRecordError(ProjectFileError):
    """One record has a value that cannot be kept."""

    message = N_(
        "The project file has something that cannot be kept, in “{type}” number {number}: "
        "{problem} Correct it in the file, then import it again."
    )


class BadFiguresError(ProjectFileError):
    """Figures in the file are not those that were exported."""

    message = N_(
        "The figures of “{file}” in the project file are damaged. Export the project again, "
        "or remove “figures” from the file and bring the platforms’ files in again."
    )


@dataclass(frozen=True, slots=True)
class ProjectRecord:
    """One record of the file: its type, its id, its raw fields, `position` among them."""

    type: str
    id: str
    fields: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file holds.

    Attributes:
        records: All records, upgraded to today's format.
        batches: Packed batches of the figures that its files name, by fingerprint.
    """

    records: list[ProjectRecord]
    batches: Mapping[str, bytes]


def read_project(content: bytes) -> list[ProjectRecord]:
    """Return all records of a project file; `read_whole` returns its figures too.

    Raises:
        ProjectFileError: One of its kinds says what is wrong and what to do.
    """
    return read_whole(content).records


def read_whole(content: bytes) -> Project:
    """Return records and figures of a project file.

    Raises:
        ProjectFileError: One of its kinds says what is wrong and what to do.
    """
    if len(content) > MAX_BYTES:
        raise TooLargeError(size=round(len(content) / 1e6), limit=MAX_BYTES // 1_000_000)
    document = _document(content)
    version = document.get("version")
    if (
        document.get("format") != FORMAT
        or isinstance(version, bool)
        or not isinstance(version, int)
    ):
        raise NotAProjectError
    if version > VERSION:
        raise FutureVersionError(found=version, known=VERSION)
    if version < VERSION and version not in UPGRADES:
        raise NotAProjectError
    _check_shape(document)
    for older in range(version, VERSION):
        document = UPGRADES[older](document)
    records = list(_records(document["records"]))
    return Project(records, _batches(document.get(FIGURES), records))


def _batches(found: object, records: Iterable[ProjectRecord]) -> dict[str, bytes]:
    """Return what the records of files name; figures that none names count for nothing."""
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise NotAProjectError
    batches: dict[str, bytes] = {}
    for record in records:
        name = record.fields.get("batch") if record.type == DataFile.key else None
        if not isinstance(name, str) or name not in found or name in batches:
            continue
        try:
            if _depth(found[name]) > MAX_DEPTH:
                raise ValueError("nested too deeply")
            batches[name] = checked(name, found[name])
        except ValueError as error:
            raise BadFiguresError(file=record.fields.get("name") or name[:8]) from error
    return batches


Upgrade = Callable[[dict[str, Any]], dict[str, Any]]

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""Functions that bring a document of version n to version n + 1."""


def _check_shape(document: dict[str, Any]) -> None:
    """Refuse a document that is not lists of records by type, which all versions are."""
    by_type = document.get("records")
    if not isinstance(by_type, dict):
        raise NotAProjectError
    if not all(is_id(key) and isinstance(rows, list) for key, rows in by_type.items()):
        raise NotAProjectError
    if sum(map(len, by_type.values())) > MAX_RECORDS:
        raise TooManyRecordsError(limit=MAX_RECORDS)
    for type_key, rows in by_type.items():
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, dict) or not is_id(row.get("id")):
                _refuse(type_key, number, say(N_("it has no usable id.")))


def _document(content: bytes) -> dict[str, Any]:
    try:
        # NaN and Infinity are not JSON: they become numbers here so that the record
        # that holds one can be named.
        document = json.loads(content.decode("utf-8-sig"), parse_constant=float)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            raise NotAProjectError from error
        sound = (
            content[: error.start].count(b"\n")
            if isinstance(error, UnicodeDecodeError)
            else error.lineno - 1
        )
        raise DamagedError(line=sound + 1) from error
    except (RecursionError, ValueError) as error:
        raise NotAProjectError from error
    if not isinstance(document, dict):
        raise NotAProjectError
    return document


def _records(by_type: dict[str, list[dict[str, Any]]]) -> Iterator[ProjectRecord]:
    seen: set[str] = set()
    for type_key, rows in by_type.items():
        for number, row in enumerate(rows, start=1):
            record = _record(type_key, number, row)
            if record.id in seen:
                _refuse(type_key, number, say(N_("its id is there twice.")))
            seen.add(record.id)
            yield record


def _record(type_key: str, number: int, row: dict[str, Any]) -> ProjectRecord:
    if _depth(row) > MAX_DEPTH:
        _refuse(type_key, number, say(N_("it is nested too deeply.")))
    try:
        fields: dict[str, Json] = {
            clean_text(name): clean(value) for name, value in row.items() if value is not None
        }
    except CanvasError as error:
        _refuse(type_key, number, error.say())
    record_id = str(fields.pop("id"))
    fields.pop(EXISTS, None)
    record_type = RECORD_TYPES.get(type_key)
    if record_type is not None:
        if record_type.single:
            record_id = type_key
        for name, value in fields.items():
            field = record_type.schema_fields.get(name)
            if field is None:
                continue
            problem = field.problem(value)
            if problem is not None and not _is_code(field, value):
                _refuse(type_key, number, problem)
            fields[name] = field.stored(value)
    position = fields.get(POSITION)
    if position is not None and (
        isinstance(position, bool) or not isinstance(position, int | float)
    ):
        _refuse(type_key, number, say(N_("its position is not a number.")))
    kept = {name: value for name, value in fields.items() if value is not None}
    return ProjectRecord(type_key, record_id, kept)


def _is_code(field: Field, value: Json) -> bool:
    """Return whether `value` may be a code that a newer version added, which is kept."""
    match field:
        case OneOf():
            return is_id(value)
        case SomeOf():
            return isinstance(value, list) and all(map(is_id, value))
    return False


def _depth(value: Any, limit: int = MAX_DEPTH + 1) -> int:
    if limit <= 0 or not isinstance(value, list | dict):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max((_depth(item, limit - 1) for item in inside), default=0)


def _refuse(type_key: str, number: int, problem: Message) -> Any:
    record_type = RECORD_TYPES.get(type_key)
    what = Message(record_type.one) if record_type else type_key
    raise BadRecordError(type=what, number=number, problem=problem)
