"""Compare a workbook that comes back with the strategy: a dry run, which changes nothing.

A cell is compared with what was written into it, which the log of changes still tells; so
whatever a spreadsheet cannot hold (the sixteenth digit, the end of a very long text) is
never taken for an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from canvas.domain.changes import rewind, same
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.kinds import Field
from canvas.domain.messages import N_, Message, say
from canvas.domain.records import EXISTS, POSITION, Record
from canvas.domain.strategy import RecordKey, Rows, Strategy, build
from canvas.i18n import LANGUAGES, Translator
from canvas.imports.bounded import Cell, Odd
from canvas.imports.workbook import (
    Book,
    FoundRow,
    FoundTable,
    Habits,
    OtherStrategyError,
    Reading,
    UnknownStrategyError,
    UnreadableCellError,
    habits,
    read_workbook,
)
from canvas.rules.cells import Cells, is_empty
from canvas.rules.naming import record_title
from canvas.services.people import Person
from canvas.services.returning.matching import (
    Matched,
    about_of,
    is_same_cell,
    match,
    name_of,
    names_of_new,
    within_of,
)
from canvas.services.returning.model import Kind, Line, Return
from canvas.services.returning.notes import notes_on
from canvas.services.strategies import Strategies, tidy
from canvas.steps import RECORD_TYPES
from canvas.steps.sheets import Table

_ENOUGH = 0.5
"""Share of a workbook's lines that must be known here, where it names another strategy."""


def compare(service: Strategies, person: Person, strategy_id: str, content: bytes) -> Return:
    """Return what bringing a workbook back into a strategy would change.

    Raises:
        TableError: It cannot be read, or was made of another strategy; the message says why.
        StrategyNotFoundError: There is no such strategy, or not for this person.
    """
    service.open(strategy_id, person)  # the role; what follows reads one moment
    book = read_workbook(content)
    revision, rows = service.store.load(strategy_id)
    told = [] if book.manifest is None else [book.manifest]
    is_ours = any(one.strategy == strategy_id for one in told)
    exported = told[0].revision if told and is_ours and told[0].revision <= revision else revision
    later = service.store.changes_since(strategy_id, exported) if exported < revision else []
    base = rewind(rows, [one for one in later if one.revision <= revision]) if later else rows
    moment = _Moment(
        base=build(strategy_id, exported, base, RECORD_TYPES),
        base_rows=base,
        now=service.open(strategy_id, person) if not later else _built(strategy_id, revision, rows),
        rows=rows,
    )
    if not is_ours:
        _check_known(book, moment)
    return _Comparison(book, moment).result()


def _built(strategy_id: str, revision: int, rows: Rows) -> Strategy:
    return build(strategy_id, revision, rows, RECORD_TYPES)


def _check_known(book: Book, moment: _Moment) -> None:
    """Refuse a workbook of another strategy, unless its lines were copied from there to here."""
    keys = [(table.placed.record, row.id) for table in book.tables for row in table.rows if row.id]
    known = sum(bool(moment.rows.get(key)) for key in keys)
    if keys and known >= _ENOUGH * len(keys):
        return
    if book.manifest is not None:
        raise OtherStrategyError(name=book.manifest.name or book.manifest.strategy)
    raise UnknownStrategyError


@dataclass(frozen=True, slots=True)
class _Moment:
    """The strategy when the workbook was written, and now."""

    base: Strategy
    base_rows: Rows
    now: Strategy
    rows: Rows


@dataclass(frozen=True, slots=True)
class _Known:
    """A record as the workbook has it from: the record, its raw fields then, and now."""

    record: Record
    raw: Mapping[str, Json]
    now: Mapping[str, Json]


class _Comparison:
    """One workbook against one strategy."""

    def __init__(self, book: Book, moment: _Moment) -> None:
        self.book = book
        self.base = moment.base
        self.now = moment.now
        self.base_rows = moment.base_rows
        self.rows = moment.rows
        manifest = book.manifest
        language = manifest.language if manifest else ""
        self.written = Cells(self.base, Translator(language or LANGUAGES[0]))
        today = [Cells(self.now, Translator(one)) for one in LANGUAGES]
        self._writers: dict[tuple[str, str], Callable[[Any], object]] = {}
        self._abouts = {table.placed.number: about_of(table, self.base) for table in book.tables}
        known = {(type(r).key, r.id): r for r in (*self.now, *self.base)}
        self.matched = match(book, known, self.written, self._likeness)
        self.reading = Reading(
            language=self.written.tr.language,
            written=self.written,
            today=today,
            decimals=manifest.decimals if manifest else 2,
            new=names_of_new(self.matched),
        )
        self._fields: dict[str, dict[str, Field]] = {}
        self._habits: dict[tuple[int, str], Habits] = {}

    def result(self) -> Return:
        """Return all there is to say."""
        lines = [line for one in self.matched for line in self._lines(one)]
        lines.extend(self._deleted())
        gone = {
            line.of: self.rows[line.of]
            for line in lines
            if line.of in self.rows and not self.rows[line.of].get(EXISTS)
        }
        notes = tuple(notes_on(self.book, self.now))
        return Return(self.now, new_id(), tuple(lines), notes, gone)

    # --- lines that are there ------------------------------------------------------------

    def _lines(self, one: Matched) -> Iterator[Line]:
        if one.is_new:
            yield from self._new(one)
            return
        base_raw = self.base_rows.get(one.key, {})
        now_raw = self.rows.get(one.key, {})
        was_there = bool(base_raw.get(EXISTS))
        raw = base_raw if was_there else now_raw
        record = (self._base_records if was_there else self._now_records).get(one.key)
        if record is None:
            return
        if one.row.is_blank and not self._is_blank(one, record):
            if now_raw.get(EXISTS):
                yield self._deletion(one.table.sheet, one.key, now_raw, one.row.number)
            return
        known = _Known(record, raw, now_raw)
        for name, cell in one.row.cells.items():
            field = self._fields_of(one.table)[name]
            if self._is_as_written(field, cell, record):
                continue
            yield from self._edited(one, field, cell, known)
        about, within = self._abouts[one.table.placed.number], within_of(one.table)
        if about and within and not same(raw.get(within), about):
            field = type(record).field(within)
            yield from self._weighed(one, field, known, about)

    def _edited(self, one: Matched, field: Field, cell: Cell, known: _Known) -> Iterator[Line]:
        before = known.raw.get(field.name)
        after, wrong = self._read(one, field, cell, getattr(known.record, field.name))
        if wrong is None and same(after, field.stored(before)):
            return
        if wrong is None and field.name in one.table.placed.read_only:
            wrong = say(N_("“{field}” is kept by Canevas and stays as it is."), field=field.said)
        if wrong is None and (one.id, field.name) in one.table.placed.shortened:
            wrong = say(
                N_(
                    "“{field}” was cut in the workbook, as it is longer than a cell: edit it in "
                    "Canevas."
                ),
                field=field.said,
            )
        if wrong is not None:
            ours = known.now.get(field.name)
            yield self._line(one, Kind.INVALID, field, before=ours, message=wrong, cell=cell)
        else:
            yield from self._weighed(one, field, known, after)

    def _weighed(self, one: Matched, field: Field, known: _Known, after: Json) -> Iterator[Line]:
        """Yield an edit, or the conflict that it is with what was changed here meanwhile."""
        ours, base = known.now.get(field.name), known.raw.get(field.name)
        there = known.now.get(EXISTS)
        if there and same(field.stored(ours), after):
            return
        if there and same(ours, base):
            yield self._line(one, Kind.CHANGED, field, before=ours, after=after)
            return
        message = (
            say(N_("This was changed here too since the workbook was written."))
            if there
            else say(N_("This line was deleted here since the workbook was written."))
        )
        yield self._line(
            one, Kind.CONFLICT, field, before=ours, after=after, base=base, message=message
        )

    def _is_blank(self, one: Matched, record: Record) -> bool:
        """Return whether nothing was written into a line for this record."""
        fields = self._fields_of(one.table)
        return all(
            self.written.cell(getattr(record, name), fields[name]) is None for name in one.row.cells
        )

    def _new(self, one: Matched) -> Iterator[Line]:
        raw: dict[str, Json] = {}
        wrong: list[Line] = []
        for name, cell in one.row.cells.items():
            field = self._fields_of(one.table)[name]
            if cell is None or name in one.table.placed.read_only:
                continue
            value, problem = self._read(one, field, cell, None)
            if problem is not None:
                line = self._line(one, Kind.INVALID, field, message=problem, cell=cell)
                wrong.append(line)
            elif value is not None:
                raw[name] = value
        if within := within_of(one.table):
            about = self._abouts[one.table.placed.number]
            if self.now.find(about) is None:
                message = say(N_("What this sheet is about was deleted here since."))
                yield self._line(one, Kind.INVALID, None, message=message)
                return
            raw[within] = about
        if any(name != within for name in raw) and not self._is_here(one, raw):
            yield self._line(one, Kind.NEW, None, after=dict(raw))
        yield from wrong

    def _is_here(self, one: Matched, raw: Mapping[str, Json]) -> bool:
        """Return whether a new line came to be here too since, as when it was accepted before."""
        names = {*self._fields_of(one.table), *raw}
        since = self._since.get(one.table.placed.record, [])
        for number, there in enumerate(since):
            if all(same(there.get(name), raw.get(name)) for name in names):
                del since[number]
                return True
        return False

    def _read(
        self, one: Matched, field: Field, cell: Cell, before: object
    ) -> tuple[Json, Message | None]:
        """Return the raw value of a cell, and what is wrong with it."""
        if cell is None:
            return None, None
        try:
            raw = tidy(self.reading.read(field, cell, self._habit(one.table, field), before))
        except UnreadableCellError as error:
            return None, error.message
        except CanvasError as error:
            return None, error.say()
        problem = field.problem(raw)
        return (None, problem) if problem else (field.stored(raw), None)

    # --- lines that are not there --------------------------------------------------------

    def _deleted(self) -> Iterator[Line]:
        there = {one.key for one in self.matched if not one.is_new}
        for table in self.book.tables:
            if not table.has_ids:
                continue
            for record_id in table.placed.ids:
                key = (table.placed.record, record_id)
                raw = self.rows.get(key, {})
                if key in there or not raw.get(EXISTS):
                    continue
                there.add(key)
                yield self._deletion(table.sheet, key, raw)

    def _deletion(self, sheet: str, key: RecordKey, raw: Mapping[str, Json], row: int = 0) -> Line:
        base = self.base_rows.get(key, {})
        moved = [
            name
            for name in {**raw, **base}
            if name != POSITION and not same(raw.get(name), base.get(name))
        ]
        message = (
            say(N_("Deleted in the workbook, and changed here since it was written."))
            if moved
            else say(N_("Deleted in the workbook."))
        )
        record = self._now_records.get(key)
        return Line(
            Kind.CONFLICT if moved else Kind.DELETED,
            sheet,
            row,
            *key,
            name=self._name(record) if record else "",
            before={n: v for n, v in raw.items() if n not in (EXISTS, POSITION)},
            message=message,
        )

    # --- what is looked up ---------------------------------------------------------------

    @cached_property
    def _base_records(self) -> dict[RecordKey, Record]:
        return {(type(record).key, record.id): record for record in self.base}

    @cached_property
    def _now_records(self) -> dict[RecordKey, Record]:
        return {(type(record).key, record.id): record for record in self.now}

    @cached_property
    def _since(self) -> dict[str, list[Mapping[str, Json]]]:
        """What was created here since the workbook was written, by type."""
        found: dict[str, list[Mapping[str, Json]]] = {}
        for key, raw in self.rows.items():
            if raw.get(EXISTS) and not self.base_rows.get(key, {}).get(EXISTS):
                found.setdefault(key[0], []).append(raw)
        return found

    def _is_as_written(self, field: Field, cell: Cell, record: Record) -> bool:
        value = getattr(record, field.name)
        if is_empty(value):
            return cell is None
        key = type(record).key, field.name
        if key not in self._writers:
            self._writers[key] = self.written.writer(field)
        return is_same_cell(cell, self._writers[key](value))

    def _likeness(self, record: Record, row: FoundRow) -> int:
        fields = type(record).schema_fields
        return sum(self._is_as_written(fields[n], cell, record) for n, cell in row.cells.items())

    def _fields_of(self, table: FoundTable) -> dict[str, Field]:
        key = table.placed.record
        if key not in self._fields:
            columns = Table(key).columns
            self._fields[key] = {column.field.name: column.field for column in columns}
        return self._fields[key]

    def _habit(self, table: FoundTable, field: Field) -> Habits:
        key = (table.placed.number, field.name)
        if key not in self._habits:
            self._habits[key] = habits(row.cells.get(field.name) for row in table.rows)
        return self._habits[key]

    def _name(self, record: Record) -> str:
        return record_title(record, self.now, self.written.tr)

    def _line(
        self,
        one: Matched,
        kind: Kind,
        field: Field | None,
        *,
        before: Json = None,
        after: Json = None,
        base: Json = None,
        message: Message | None = None,
        cell: Cell = None,
    ) -> Line:
        record = None if one.is_new else self._now_records.get(one.key)
        return Line(
            kind,
            one.table.sheet,
            one.row.number,
            *one.key,
            name=self._name(record) if record else name_of(one.table, one.row),
            field=field.name if field else "",
            before=before,
            after=after,
            base=base,
            message=message,
            typed="" if cell is None or isinstance(cell, Odd) else str(cell)[:80],
        )
