"""What the workbook holds: its sheets, their tables, and how it says what it is (C151).

The exporter draws these sheets and the importer reads them back.  A table takes its columns
from the fields that its record type declares, so that a new field appears by itself.

How a workbook is read again
    Each table has its records' ids in its first column, which is hidden and whose heading is
    `marker(...)`: a table is found by it wherever its rows were moved, and sorting rows
    carries their ids along.  What else is needed stands on a very hidden sheet, `MANIFEST`,
    one fact a row: see `Manifest`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from canvas.domain.kinds import Field
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.steps import RECORD_TYPES

FORMAT = "canevas-workbook"
VERSION = 1

MANIFEST = "_canevas"
"""The very hidden sheet that says what the others are."""

LISTS = "_listes"
"""The hidden sheet that holds what the drop-down lists offer."""

MARKER = "canevas:"
"""What the heading of a table's column of ids starts with."""

COMPUTED_HEADING = N_("Hours counted")
"""Heading of the computed column beside the hours that a person gives."""

WITHHELD: Mapping[str, frozenset[str]] = MappingProxyType(
    {"post": frozenset({"private_note"}), "person": frozenset({"email", "phone"})}
)
"""What a workbook, which travels by e-mail, never holds, by type: field names."""

_WITHHELD_KINDS = frozenset({"picture"})

_MECHANICAL: Mapping[str, frozenset[str]] = MappingProxyType(
    {"post": frozenset({"cadence", "slot"})}
)
"""What the app keeps for itself, by type: shown, and not to be edited in the workbook."""


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a table.

    Attributes:
        field: The field's declaration.
        wide: Whether it holds sentences.
        read_only: Whether the importer leaves it alone.
    """

    field: Field
    wide: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The records of one type, one a row.

    Attributes:
        record: Key of the record type.
        within: Field that links a record to the one that its sheet is about, which the
            table therefore does not show and a new row is given; "" where the sheet is
            about none.
    """

    record: str
    within: str = ""

    @property
    def type(self) -> type[Record]:
        """The record type."""
        return RECORD_TYPES[self.record]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What stands beside the hidden ids: columns of the page's list first, then the rest."""
        return tuple(_columns(self))

    def records(self, strategy: Strategy, about: str = "") -> tuple[Record, ...]:
        """Return what the table holds, in its order.

        Args:
            strategy: Where to look.
            about: Id of the record that the sheet is about, where it is about one.
        """
        found: tuple[Record, ...] = strategy.of(self.type)
        if self.within:
            return tuple(record for record in found if getattr(record, self.within) == about)
        return found


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or one a record of a type.

    Attributes:
        key: Its name in tests and in the code that adds totals and charts to it.
        title: What its tab says; for a sheet `per` record, that record's name stands there.
        purpose: One sentence under its heading.
        tables: What it holds, from top to bottom; none for a sheet that is computed.
        per: Key of the record type that there is one sheet a record of; "" for one sheet.
        group: What colours its tab: its part of the work.
    """

    key: str
    title: str
    purpose: str
    tables: tuple[Table, ...] = ()
    per: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A table as one workbook holds it.

    Attributes:
        number: Which table of the workbook it is, from 1.
        sheet: The tab's title when the workbook was written.
        record: Key of the record type.
        about: Id of the record that the sheet is about; "" for none.
        header_row: Where its headings stood, the first row being 1.
        columns: Headings and the names of their fields.
        read_only: Names of fields that the importer leaves alone.
        ids: The records that were written into it.
        shortened: Cells that could not be shown whole, as (record id, field name): the
            importer leaves them alone.
    """

    number: int
    sheet: str
    record: str
    about: str
    header_row: int
    columns: Mapping[str, str]
    read_only: frozenset[str] = frozenset()
    ids: Sequence[str] = ()
    shortened: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a workbook says of itself.

    Attributes:
        strategy: Id of the strategy that it was made of.
        name: What that strategy was called.
        revision: Its revision then: what was changed since can be told from it.
        language: "fr" or "en", which headings and choices are written in.
        currency: ISO 4217 code of its amounts.
        decimals: Digits after the decimal mark of an amount: a cell of 12.5 is 1250 where
            it is 2.
        made: The day when it was written, as YYYY-MM-DD.
        version: The format's version.
        tables: Its tables.
    """

    strategy: str
    name: str
    revision: int
    language: str
    currency: str
    made: str
    decimals: int = 2
    version: int = VERSION
    tables: tuple[Placed, ...] = field(default=())

    def rows(self) -> Iterator[tuple[str | int, ...]]:
        """Yield the rows of the hidden sheet, no two cells of which need one another."""
        yield FORMAT, self.version
        for name in ("strategy", "name", "revision", "language", "currency", "decimals", "made"):
            yield name, getattr(self, name)
        for table in self.tables:
            place = (table.sheet, table.record, table.about, table.header_row)
            yield "table", table.number, *place
            for heading, name in table.columns.items():
                mode = "read" if name in table.read_only else "edit"
                yield "column", table.number, heading, name, mode
            for record_id, name in sorted(table.shortened):
                yield "shortened", table.number, record_id, name
            for record_id in table.ids:
                yield "row", table.number, record_id

    @classmethod
    def read(cls, rows: Iterable[Sequence[object]]) -> Manifest:
        """Return the manifest of a hidden sheet's rows.

        Raises:
            ValueError: These are not the rows of one; a newer `version` is for the caller
                to refuse.
        """
        facts: dict[str, object] = {}
        tables: dict[int, dict[str, list[tuple[str, ...]]]] = {}
        for row in rows:
            cells = ["" if cell is None else cell for cell in row] + [""] * 6
            kind = str(cells[0])
            if kind in ("table", "column", "shortened", "row"):
                parts = tables.setdefault(_whole(cells[1]), {})
                parts.setdefault(kind, []).append(tuple(str(cell) for cell in cells[2:6]))
            elif kind:
                facts[kind] = cells[1]
        if FORMAT not in facts or "strategy" not in facts:
            raise ValueError("not a manifest")
        return cls(
            strategy=str(facts["strategy"]),
            name=str(facts.get("name", "")),
            revision=_whole(facts.get("revision")),
            language=str(facts.get("language", "")),
            currency=str(facts.get("currency", "")),
            made=str(facts.get("made", "")),
            decimals=_whole(facts.get("decimals", 2)),
            version=_whole(facts[FORMAT]),
            tables=tuple(_placed(number, tables[number]) for number in sorted(tables)),
        )


def marker(table: Placed) -> str:
    """Return the heading of a table's column of ids, which no other column has."""
    return f"{MARKER}{table.number}:{table.record}"


def marked(heading: object) -> int | None:
    """Return the number of the table whose column of ids has this heading, or None."""
    parts = str(heading).strip().removeprefix(MARKER).split(":")
    is_one = str(heading).strip().startswith(MARKER) and parts[0].isascii() and parts[0].isdigit()
    return int(parts[0]) if is_one else None


def headings(table: Table, translate: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the headings of a table's columns and their fields' names, in their order.

    Args:
        table: The table.
        translate: Words of the labels in another language, by label.
    """
    found: dict[str, str] = {}
    for column in table.columns:
        words = (translate or {}).get(column.field.label, column.field.label)
        found[unlike(words, found)] = column.field.name
    return found


def unlike(name: str, taken: Iterable[str]) -> str:
    """Return `name`, or “name (2)” and so on where it is taken, whatever its capitals."""
    used = {one.casefold() for one in taken}
    found, number = name, 1
    while found.casefold() in used:
        number += 1
        found = f"{name} ({number})"
    return found


def _whole(value: object) -> int:
    return int(float(str(value)))


def _placed(number: int, parts: Mapping[str, list[tuple[str, ...]]]) -> Placed:
    if len(parts.get("table", ())) != 1:
        raise ValueError("a table without a place")
    sheet, record, about, header_row = parts["table"][0]
    columns = parts.get("column", [])
    return Placed(
        number=number,
        sheet=sheet,
        record=record,
        about=about,
        header_row=_whole(header_row),
        columns={heading: name for heading, name, *_ in columns},
        read_only=frozenset(name for _, name, mode, *_ in columns if mode == "read"),
        ids=[record_id for record_id, *_ in parts.get("row", [])],
        shortened=frozenset((one, name) for one, name, *_ in parts.get("shortened", [])),
    )


def _columns(table: Table) -> Iterator[Column]:
    withheld = WITHHELD.get(table.record, frozenset()) | {table.within}
    mechanical = _MECHANICAL.get(table.record, frozenset())
    fields = [
        one
        for one in table.type.fields()
        if one.name not in withheld and one.kind not in _WITHHELD_KINDS
    ]
    for one in sorted(fields, key=lambda one: not one.in_list):
        yield Column(one, _is_wide(one), one.name in mechanical)


def _is_wide(one: Field) -> bool:
    return one.kind == "lines" or getattr(one, "max_chars", 0) > 140


_AUDIT = "audit"
_PLAN = "plan"
_MEANS = "means"
_MEASURE = "measure"
_PEOPLE = "people"


def _sheet(key: str, title: str, purpose: str, group: str, *records: str) -> Sheet:
    return Sheet(key, title, purpose, tuple(Table(record) for record in records), group=group)


SHEETS: tuple[Sheet, ...] = (
    Sheet("index", N_("Contents"), N_("What this workbook holds, and how to send it back.")),
    Sheet("statistics", N_("Statistics"), N_("Your figures at a glance."), group=_MEASURE),
    _sheet(
        "calendar",
        N_("Calendar"),
        N_("One line per post: what goes out, where, when and why."),
        _PLAN,
        "post",
    ),
    _sheet(
        "cadence",
        N_("Publishing rhythms"),
        N_("How often each account publishes: the calendar is filled from these lines."),
        _PLAN,
        "cadence",
    ),
    _sheet(
        "actions",
        N_("Action plan"),
        N_("Who does what by when; a late line turns red."),
        _PLAN,
        "action",
    ),
    _sheet(
        "content_types",
        N_("Content types"),
        N_("Your kinds of content, with their effort, cost and lead time."),
        _PLAN,
        "content_type",
    ),
    _sheet(
        "pillars",
        N_("Content pillars"),
        N_("The families of subjects that you speak about."),
        _PLAN,
        "content_pillar",
    ),
    _sheet(
        "keywords",
        N_("Keywords"),
        N_("The expressions that you want to be found with."),
        _PLAN,
        "keyword",
    ),
    _sheet(
        "promotion",
        N_("Promotion routine"),
        N_("What is done to make a post seen, and how long after it goes out."),
        _PLAN,
        "promotion_action",
    ),
    Sheet(
        "checklists",
        N_("Checklists"),
        N_("What the method asks for, and what makes a good post."),
        group=_PLAN,
    ),
    Sheet(
        "findings",
        N_("Findings"),
        N_("What contradicts or hangs loose, and what you accepted; to read, not to edit."),
        group=_PLAN,
    ),
    Sheet(
        "load",
        N_("Weekly load"),
        N_("Hours that each week takes, against those that the team has."),
        group=_MEANS,
    ),
    _sheet(
        "tasks",
        N_("Weekly tasks"),
        N_("What comes back every week beside the calendar."),
        _MEANS,
        "task_automation",
    ),
    _sheet(
        "team",
        N_("Team"),
        N_("Who gives how many hours a week, and at what rate."),
        _MEANS,
        "team_member",
    ),
    _sheet(
        "absences",
        N_("Absences"),
        N_("When somebody is away, and who steps in."),
        _MEANS,
        "absence",
    ),
    _sheet(
        "budget",
        N_("Budget"),
        N_("What is planned and what is spent, line by line."),
        _MEANS,
        "budget_line",
    ),
    _sheet(
        "advertising",
        N_("Advertising"),
        N_("Paid campaigns: their budget, their dates, what they brought."),
        _MEANS,
        "ad_line",
    ),
    _sheet(
        "indicators",
        N_("Indicators"),
        N_("What you measure, where it starts and where it should go."),
        _MEASURE,
        "kpi",
    ),
    _sheet(
        "readings",
        N_("Readings"),
        N_("The log of your figures: one line a reading."),
        _MEASURE,
        "reading",
    ),
    _sheet(
        "post_metrics",
        N_("Results of posts"),
        N_("What each post brought."),
        _MEASURE,
        "post_metric",
    ),
    _sheet(
        "accounts",
        N_("Accounts"),
        N_("Where you are present, and what becomes of each account."),
        _AUDIT,
        "account",
    ),
    _sheet(
        "account_figures",
        N_("Account figures"),
        N_("Followers, posts and reactions of your accounts, on a given day."),
        _AUDIT,
        "account_snapshot",
    ),
    _sheet(
        "articles",
        N_("Articles most read"),
        N_("The pages of your site that people read."),
        _AUDIT,
        "article",
    ),
    _sheet(
        "profile_checks",
        N_("Profile checks"),
        N_("What to put right on each profile."),
        _AUDIT,
        "profile_check",
    ),
    _sheet(
        "competitors",
        N_("Competitors"),
        N_("Who else speaks to your clients; each one has a sheet of its own."),
        _AUDIT,
        "competitor",
    ),
    Sheet(
        "competitor",
        N_("Competitor"),
        N_("What is known of this competitor, network by network."),
        (
            Table("competitor_presence", "competitor"),
            Table("competitor_metric", "competitor"),
            Table("good_practice", "competitor"),
            Table("competitor_web", "competitor"),
            Table("competitor_keyword", "competitor"),
            Table("competitor_article", "competitor"),
        ),
        per="competitor",
        group=_AUDIT,
    ),
    _sheet(
        "influencers",
        N_("Influencers"),
        N_("Whom to get in touch with, and where it stands."),
        _PEOPLE,
        "influencer",
    ),
    _sheet(
        "people",
        N_("People"),
        N_("Everybody that a line can be given to."),
        _PEOPLE,
        "person",
    ),
)
"""The sheets, in the order of their tabs."""
