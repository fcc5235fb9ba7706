"""Open, edit, undo, list: what a person does with strategies."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from canvas.domain.changes import ChangeSet, Edit, Outcome, creation
from canvas.domain.clean import Json, clean
from canvas.domain.errors import NotAllowedError, StrategyNotFoundError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.strategy import Rows, Strategy, build
from canvas.rules.consequences import concerns, consequences
from canvas.services.checking import problems_of
from canvas.services.people import RANKS, Person
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.frame.settings import Settings, State
from canvas.store import Store, StrategyHeading, open_store
from canvas.store import undo as store_undo

SNAPSHOTS_KEPT = 64
"""Strategies whose snapshot stays in memory, for all sessions together."""

CREATION = (1,)
"""The revision that creates a strategy, which undo does not take back: delete it instead."""

EDITED = N_("Edit")
CREATED = N_("Creation of the strategy")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the home page.

    Attributes:
        id: The strategy's identifier.
        name: Its name, "" where it has none yet.
        state: Active, archived or deleted.
        revision: How many change sets it has had.
        updated_at: ISO instant of the last one, in UTC.
        steps: Decisions made, and of how many, by step.
    """

    id: str
    name: str
    state: State
    revision: int
    updated_at: str
    steps: Mapping[str, tuple[int, int]]

    @property
    def done(self) -> tuple[int, int]:
        """Decisions made in all steps together, and of how many."""
        made = sum(done for done, _ in self.steps.values())
        return made, sum(total for _, total in self.steps.values())


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of a group of edits that a person sent.

    Attributes:
        outcome: What was stored; None where nothing was tried.
        problems: Why an edit cannot be kept; then none of its group is.
    """

    outcome: Outcome | None
    problems: tuple[tuple[Edit, Message], ...] = ()


class Strategies:
    """The strategies of one store, each opened for a person with a role.

    One instance serves all sessions.  Snapshots are immutable and shared; the role is
    read again at each call, so that taking a right away works at once.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._snapshots: OrderedDict[str, Strategy] = OrderedDict()
        self._lock = threading.Lock()

    # --- reading ----------------------------------------------------------------------

    def headings(self, person: Person) -> list[Heading]:
        """Return the person's strategies, the last changed first, deleted ones too.

        Progress is kept beside each strategy with the revision that it is of, so that
        the list reads no record of a strategy that has not changed since.
        """
        found = self.store.strategies(person.id)
        return [
            Heading(
                id=row.id,
                name=row.name,
                state=State.read(row.state) or State.ACTIVE,
                revision=row.revision,
                updated_at=row.updated_at,
                steps=self._progress(person, row),
            )
            for row in found
        ]

    def _progress(self, person: Person, row: StrategyHeading) -> Mapping[str, tuple[int, int]]:
        known = row.progress
        if known is not None:
            pairs = {key: _pair(value) for key, value in known.items()}
            # What an older version counted, it may have counted out of fewer lines.
            totals = {key: total for key, (_, total) in pairs.items()}
            if totals == {step.key: len(step.todos) for step in STEPS}:
                return pairs
        strategy = self.open(row.id, person)
        progress = {step.key: step.progress(strategy) for step in STEPS}
        self.store.remember_progress(
            row.id, strategy.revision, {key: list(value) for key, value in progress.items()}
        )
        return progress

    def open(self, strategy_id: str, person: Person) -> Strategy:
        """Return the strategy as it is now.

        Raises:
            StrategyNotFoundError: There is none, or not for this person.
        """
        self.need(strategy_id, person, "viewer")
        return self.snapshot(strategy_id)

    def snapshot(self, strategy_id: str) -> Strategy:
        """Return the strategy as it is now, for a caller that has checked who asks."""
        with self._lock:
            known = self._snapshots.get(strategy_id)
        since = known.revision if known else 0
        if known and self.store.revision(strategy_id) == since:
            return known
        revision, rows = self.store.load(strategy_id, since=since)
        strategy = build(strategy_id, revision, rows, RECORD_TYPES, previous=known)
        with self._lock:
            newer = self._snapshots.get(strategy_id)
            if newer is None or newer.revision < revision:
                self._snapshots[strategy_id] = strategy
            self._snapshots.move_to_end(strategy_id)
            while len(self._snapshots) > SNAPSHOTS_KEPT:
                self._snapshots.popitem(last=False)
        return strategy

    def rows(self, strategy_id: str, person: Person) -> Rows:
        """Return the raw rows as they are now, those of deleted records too."""
        self.need(strategy_id, person, "viewer")
        return self.store.load(strategy_id)[1]

    def revision(self, strategy_id: str, person: Person) -> int:
        """Return the strategy's revision: one indexed read, cheap enough to poll."""
        self.need(strategy_id, person, "viewer")
        return self.store.revision(strategy_id)

    def history(self, strategy_id: str, person: Person, limit: int = 50) -> list[ChangeSet]:
        """Return the last change sets, newest first."""
        self.need(strategy_id, person, "viewer")
        return self.store.history(strategy_id, limit)

    def steps_back(
        self, strategy_id: str, person: Person, passed: Collection[int] = ()
    ) -> tuple[int | None, int | None]:
        """Return the person's steps that undo and redo would take back, None for none.

        Those that are `passed` are left alone: nothing of them could be taken back.
        """
        self.need(strategy_id, person, "viewer")
        return store_undo.steps(self.store, strategy_id, person.id, {*CREATION, *passed})

    # --- writing ----------------------------------------------------------------------

    def create(
        self,
        person: Person,
        settings: Mapping[str, Json],
        records: Iterable[tuple[str, str, Mapping[str, Json]]] = (),
        batches: Mapping[str, bytes] = MappingProxyType({}),
    ) -> str:
        """Create a strategy and return its id.

        Args:
            person: Its owner.
            settings: Raw fields of its `Settings`; a name at least.
            records: Type, id and raw fields of the records that it starts with.
            batches: Packed figures by fingerprint, those that its files name.
        """
        strategy_id = new_id()
        edits = creation(Settings.key, Settings.key, _clean_fields(Settings.key, settings), 0.0)
        position = 0.0
        for type_key, record_id, raw in records:
            position += 1.0
            at = raw.get(POSITION)
            edits += creation(
                type_key,
                record_id,
                _clean_fields(type_key, raw),
                float(at) if isinstance(at, int | float) else position,
            )
        self.store.create(strategy_id, person.id)
        for name, payload in batches.items():
            self.store.keep_batch(strategy_id, name, payload)
        self.store.apply(strategy_id, edits, operation=new_id(), author=person.id, label=CREATED)
        return strategy_id

    def edit(
        self,
        strategy_id: str,
        person: Person,
        edits: Sequence[Edit],
        *,
        operation: str | None = None,
        label: str = EDITED,
        checked: bool = False,
        follow: bool = True,
    ) -> Submission:
        """Check and store one group of edits; all of it, but for what conflicts.

        Args:
            strategy_id: The strategy.
            person: Who edits; a participant at least.
            edits: What they saw and what they want.
            operation: Id of this group, the same when it is sent again.
            label: What they did, as a catalogue key.
            checked: Whether they come from a file that was checked whole; then types and
                fields that this version does not know are kept.
            follow: Whether what the edits bring with them is stored too.
        """
        self.need(strategy_id, person, "participant")
        if follow and concerns(edits):
            edits = [*edits, *consequences(self.open(strategy_id, person), edits)]
        # The base too: it is what the browser sent before, and what was stored of it.
        cleaned = [Edit(e.type, e.record, e.field, tidy(e.base), tidy(e.new)) for e in edits]
        problems = () if checked else problems_of(cleaned, partial(self.snapshot, strategy_id))
        if problems:
            return Submission(None, problems)
        outcome = self.store.apply(
            strategy_id,
            [_as_stored(edit) for edit in _with_singles(cleaned)],
            operation=operation or new_id(),
            author=person.id,
            label=label,
        )
        return Submission(outcome)

    def set_state(self, strategy_id: str, person: Person, state: State) -> Submission:
        """Archive, delete or bring back a strategy; an ordinary edit, which undo takes back."""
        wanted = str(state)
        submission = self.edit(strategy_id, person, [_state_edit(None, wanted)])
        if submission.outcome and submission.outcome.conflicts:
            theirs = submission.outcome.conflicts[0].theirs
            submission = self.edit(strategy_id, person, [_state_edit(theirs, wanted)])
        return submission

    def undo(
        self,
        strategy_id: str,
        person: Person,
        operation: str | None = None,
        passed: Collection[int] = (),
    ) -> Outcome:
        """Take back the person's last change set, those that are `passed` left alone.

        Raises:
            NothingToUndoError: There is none left.
        """
        self.need(strategy_id, person, "participant")
        return store_undo.undo(
            self.store, strategy_id, person.id, operation or new_id(), {*CREATION, *passed}
        )

    def redo(
        self,
        strategy_id: str,
        person: Person,
        operation: str | None = None,
        passed: Collection[int] = (),
    ) -> Outcome:
        """Do again what the person last took back.

        Raises:
            NothingToUndoError: There is none left.
        """
        self.need(strategy_id, person, "participant")
        return store_undo.redo(
            self.store, strategy_id, person.id, operation or new_id(), {*CREATION, *passed}
        )

    def need(self, strategy_id: str, person: Person, role: str) -> None:
        """Refuse a person who has less than a role.

        Raises:
            StrategyNotFoundError: There is no such strategy, or not for them.
            NotAllowedError: They may see it, and no more.
        """
        actual = self.store.role(strategy_id, person.id)
        if actual is None:
            raise StrategyNotFoundError(strategy=strategy_id)
        if RANKS[actual] < RANKS[role]:
            raise NotAllowedError


def _pair(value: Json) -> tuple[int, int]:
    made, total = value if isinstance(value, list) else (0, 0)
    return (made, total) if isinstance(made, int) and isinstance(total, int) else (0, 0)


def _state_edit(base: Json, new: str) -> Edit:
    return Edit(Settings.key, Settings.key, "state", base, new)


def tidy(value: Json) -> Json:
    """Return a value as it is stored: cleaned, and None where nothing is left of it."""
    found = clean(value)
    if isinstance(found, list):
        found = [item for item in found if item != ""]
    return None if found in ("", []) else found


def _clean_fields(type_key: str, raw: Mapping[str, Json]) -> dict[str, Json]:
    """Return the fields of a new record as they are stored."""
    return {
        name: _stored(type_key, name, clean(value))
        for name, value in raw.items()
        if name not in (EXISTS, POSITION)
    }


def _stored(type_key: str, name: str, raw: Json) -> Json:
    """Return a raw value in the one way that it is kept."""
    record_type = RECORD_TYPES.get(type_key)
    field = record_type.schema_fields.get(name) if record_type else None
    return field.stored(raw) if field else raw


def _as_stored(edit: Edit) -> Edit:
    """Return `edit` with what was seen and what is wanted in the one way they are kept."""
    base, new = (_stored(edit.type, edit.field, raw) for raw in (edit.base, edit.new))
    return Edit(edit.type, edit.record, edit.field, base, new)


def _with_singles(edits: Iterable[Edit]) -> Iterable[Edit]:
    """Yield `edits`, each first one of a one-of-its-kind record creating it if need be."""
    created: set[str] = set()
    for edit in edits:
        record_type = RECORD_TYPES.get(edit.type)
        if record_type is not None and record_type.single and edit.type not in created:
            created.add(edit.type)
            yield Edit(edit.type, edit.record, EXISTS, None, True)
        yield edit


def open_strategies(database: str, *, must_exist: bool = False) -> Strategies:
    """Return the strategies of the store at an address.

    Args:
        database: `sqlite:///path`; a relative path starts at the project's folder.
        must_exist: Refuse to create it.

    Raises:
        StoreError: It cannot be opened; the message says why and what to do.
    """
    scheme, separator, place = database.partition(":///")
    if separator and not Path(place).is_absolute():
        database = f"{scheme}:///{ROOT / place}"
    views = {
        key: tuple(field.name for field in record_type.fields())
        for key, record_type in RECORD_TYPES.items()
    }
    return Strategies(open_store(database, views=views, must_exist=must_exist))
