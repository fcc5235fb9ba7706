"""Edits, what becomes of them, and how they are taken back.  No database here.

An edit says what the person saw (`base`) and what they want (`new`) for one field
of one record.  Edits of different fields merge; where the field has changed
meanwhile the edit comes back as a conflict with both values, and nothing is
overwritten in silence.  See docs/adr/0003.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import RecordKey, Rows


@dataclass(frozen=True, slots=True)
class Edit:
    """What one person wants of one field.

    Attributes:
        type: Key of the record's type.
        record: The record's id.
        field: The field's name; `exists` and `position` are fields too.
        base: The raw value that the person saw, None for empty.
        new: The raw value that the person wants, None for empty.
    """

    type: str
    record: str
    field: str
    base: Json
    new: Json

    @property
    def key(self) -> RecordKey:
        """The record that it speaks of."""
        return self.type, self.record


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one field: a line of the log."""

    type: str
    record: str
    field: str
    old: Json
    new: Json

    @property
    def key(self) -> RecordKey:
        """The record that it speaks of."""
        return self.type, self.record


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit that was not applied, because its field is no longer what the person saw.

    Attributes:
        edit: What they wanted.
        theirs: The raw value that stands there now; for a record deleted meanwhile,
            the conflict is about `exists` and this is None.
    """

    edit: Edit
    theirs: Json
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a group of edits.

    Attributes:
        revision: The strategy's revision afterwards.
        changes: What was changed; empty where all was so already.
        conflicts: What was not.
        replayed: Whether this operation had been applied before, so nothing was done.
    """

    revision: int
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One group of changes in the log.

    Attributes:
        revision: The revision that it made.
        operation: Id given by whoever asked, so that a retry is harmless.
        author: Who asked.
        at: When, in UTC.
        label: What the person did, in a word or two (a catalogue key).
        undoes: The revision that it takes back, None for an ordinary edit.
        digest: SHA-256 over the digest before and all of the above and below.
        changes: The changes; left empty where only the headings were asked for.
    """

    revision: int
    operation: str
    author: str
    at: dt.datetime
    label: str
    undoes: int | None
    digest: str
    changes: tuple[Change, ...] = ()


def merge(
    rows: Mapping[RecordKey, Mapping[str, Json]], edits: Iterable[Edit]
) -> tuple[dict[RecordKey, dict[str, Json]], tuple[Change, ...], tuple[Conflict, ...]]:
    """Return the rows that `edits` touch as they become, the changes and the conflicts.

    An edit whose field already has the wanted value changes nothing and is no
    conflict.  An edit of a record that was deleted, and is not created by an earlier
    edit of the same group, is one, unless the group means to delete it anyway.
    """
    touched: dict[RecordKey, dict[str, Json]] = {}
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    plain = [_plain(edit) for edit in edits]
    for edit in plain:
        row = touched.get(edit.key)
        if row is None:
            row = dict(rows.get(edit.key, {}))
        current = row.get(edit.field)
        if same(current, edit.new):
            continue
        if edit.field != EXISTS and not row.get(EXISTS):
            conflicts.append(Conflict(edit, current, gone=True))
            continue
        if not same(current, edit.base):
            conflicts.append(Conflict(edit, current))
            continue
        changes.append(Change(edit.type, edit.record, edit.field, current, edit.new))
        _set(row, edit.field, edit.new)
        touched[edit.key] = row
    deleted = {
        edit.key
        for edit in plain
        if edit.field == EXISTS
        and not edit.new
        and not touched.get(edit.key, rows.get(edit.key, {})).get(EXISTS)
    }
    return touched, tuple(changes), tuple(c for c in conflicts if c.edit.key not in deleted)


def left_out(
    rows: Mapping[RecordKey, Mapping[str, Json]], edits: Iterable[Edit], changes: Iterable[Change]
) -> tuple[Conflict, ...]:
    """Return the conflicts of a group that was applied before and is sent again.

    Args:
        rows: The rows as they are now.
        edits: The group.
        changes: What it changed when it was applied.
    """
    made = {(change.key, change.field) for change in changes}
    open_edits = (edit for edit in edits if (edit.key, edit.field) not in made)
    conflicts = []
    for edit in map(_plain, open_edits):
        row = rows.get(edit.key, {})
        current = row.get(edit.field)
        if not same(current, edit.new):
            gone = edit.field != EXISTS and not row.get(EXISTS)
            conflicts.append(Conflict(edit, current, gone=gone))
    return tuple(conflicts)


def _plain(edit: Edit) -> Edit:
    """Return `edit` with existence as true or nothing, so that two deletions agree."""
    if edit.field != EXISTS:
        return edit
    return Edit(edit.type, edit.record, EXISTS, bool(edit.base) or None, bool(edit.new) or None)


def _set(row: dict[str, Json], field: str, value: Json) -> None:
    """Set one field of a raw row; a row keeps no empty one."""
    if value is None:
        row.pop(field, None)
    else:
        row[field] = value


def same(left: Json, right: Json) -> bool:
    """Return whether two raw values are the same; true is not 1, at any depth."""
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def creation(type_key: str, record_id: str, raw: Mapping[str, Json], position: float) -> list[Edit]:
    """Return the edits that create a record with these raw fields."""
    edits = [Edit(type_key, record_id, EXISTS, None, True)]
    edits.append(Edit(type_key, record_id, POSITION, None, position))
    edits.extend(
        Edit(type_key, record_id, name, None, value)
        for name, value in raw.items()
        if value is not None
    )
    return edits


def rewind(rows: Rows, change_sets: Sequence[ChangeSet]) -> dict[RecordKey, Mapping[str, Json]]:
    """Return `rows` as they were before `change_sets`, which come oldest first."""
    found = dict(rows)
    back: dict[RecordKey, dict[str, Json]] = {}
    for change_set in reversed(change_sets):
        for change in reversed(change_set.changes):
            row = back.setdefault(change.key, dict(rows.get(change.key, {})))
            _set(row, change.field, change.old)
    for key, row in back.items():
        if row:
            found[key] = row
        else:
            found.pop(key, None)
    return found


def inverse(
    changes: Iterable[Change], since: Iterable[Change] = ()
) -> tuple[list[Edit], tuple[Conflict, ...]]:
    """Return the edits that take `changes` back, and what cannot be from the start.

    Taking back the creation of a record that somebody else wrote into would delete
    their words too: then the whole record is left as it is, with one conflict that
    says so.  Moving it is not writing.  A record that a strategy has one of (its id is
    its type's key) is always there, so only its fields go back.

    Args:
        changes: The change set to take back.
        since: What other people changed afterwards.
    """
    back = [c for c in _net(changes) if not (c.field == EXISTS and c.record == c.type)]
    written = _net(since)
    gone = {c.key for c in written if c.field == EXISTS and not c.new}
    touched = {c.key for c in written if c.field != POSITION} - gone
    refused = {c.key for c in back if c.field == EXISTS and c.new and c.key in touched}
    edits = []
    conflicts = []
    for change in back:
        edit = Edit(change.type, change.record, change.field, change.new, change.old)
        if change.key not in refused:
            edits.append(edit)
        elif change.field == EXISTS:
            conflicts.append(Conflict(edit, change.new))
    # Existence first when it comes back, last when it goes: a field of a record that
    # is not there cannot be edited.
    edits.sort(key=lambda e: (0 if e.new else 2) if e.field == EXISTS else 1)
    return edits, tuple(conflicts)


def _net(changes: Iterable[Change]) -> list[Change]:
    """Return `changes` with one for each field, from first to last; none where it is as before."""
    found: dict[tuple[RecordKey, str], Change] = {}
    for change in changes:
        first = found.get((change.key, change.field), change)
        found[change.key, change.field] = Change(
            change.type, change.record, change.field, first.old, change.new
        )
    return [change for change in found.values() if not same(change.old, change.new)]


def undoable(
    headings: Iterable[ChangeSet], author: str, passed: Container[int] = ()
) -> tuple[int | None, int | None]:
    """Return the revisions that undo and redo would take back for `author`.

    Args:
        headings: Change sets, newest first; their changes are not looked at.
        author: Whose steps count.
        passed: Revisions to pass over, because they could not be taken back.

    Returns:
        The change set that undo takes back and the undo that redo takes back;
        None where there is none.
    """
    undo: list[int] = []
    redo: list[int] = []
    for heading in reversed([heading for heading in headings if heading.author == author]):
        if heading.undoes in undo:
            undo.remove(heading.undoes)
            redo.append(heading.revision)
        elif heading.undoes in redo:
            # A redo is a step like any other: undoing it takes it back again.
            redo.remove(heading.undoes)
            undo.append(heading.revision)
        else:
            # An ordinary edit, or somebody else's change set taken back.
            undo.append(heading.revision)
            redo.clear()
    left = [next((r for r in reversed(stack) if r not in passed), None) for stack in (undo, redo)]
    return left[0], left[1]


def digest(previous: str, change_set: ChangeSet) -> str:
    """Return the digest of `change_set` chained to `previous`, as 64 hex digits."""
    said = [
        previous,
        change_set.revision,
        change_set.operation,
        change_set.author,
        change_set.at.astimezone(dt.UTC).isoformat(timespec="milliseconds"),
        change_set.label,
        change_set.undoes,
        [[c.type, c.record, c.field, c.old, c.new] for c in change_set.changes],
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def replay(
    change_sets: Iterable[ChangeSet],
) -> tuple[dict[RecordKey, dict[str, Json]], list[str]]:
    """Return the rows that a whole log gives, and what is wrong with the log.

    The second value is empty for a sound log; each entry is a technical line for
    `doctor`: a missing revision, a broken digest, an old value that does not follow.
    """
    rows: dict[RecordKey, dict[str, Json]] = {}
    wrong: list[str] = []
    previous = ""
    expected = 1
    for change_set in change_sets:
        if change_set.revision != expected:
            wrong.append(f"revision {change_set.revision} follows {expected - 1}")
        expected = change_set.revision + 1
        if digest(previous, change_set) != change_set.digest:
            wrong.append(f"revision {change_set.revision}: the digest does not match")
        previous = change_set.digest
        for change in change_set.changes:
            row = rows.setdefault(change.key, {})
            if not same(row.get(change.field), change.old):
                wrong.append(
                    f"revision {change_set.revision}: {change.type} {change.record} "
                    f"{change.field} does not follow"
                )
            _set(row, change.field, change.new)
    return rows, wrong
