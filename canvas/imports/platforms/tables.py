"""Find the tables in a sheet: their titles, what each column holds, the lines under them.

Explanations may stand above, several tables one after the other, two side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from canvas.imports.bounded import Cell, Odd, SheetRow, TextRows
from canvas.imports.platforms.layouts import (
    AUDIENCE_PLATFORMS,
    AUDIENCES,
    DEMOGRAPHICS,
    FOLLOWER_VALUES,
    LAYOUTS,
    META_METRICS,
    META_SEEN,
    META_VALUES,
    SHARE_VALUES,
    VISITOR_VALUES,
    Layout,
    level,
)
from canvas.imports.platforms.model import Meaning, Role
from canvas.imports.platforms.opening import Sheet
from canvas.imports.platforms.quick import beginning, not_digits
from canvas.imports.platforms.values import digits_of, text_of
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Platform

Digits = Sequence[float | None]

SEARCHED = 100
"""Lines at the top among which the first titles are looked for."""

_DATE = level("date")
_VALUES_SEEN = frozenset({"total followers", "total views", "distribution"})
_VALUES = FOLLOWER_VALUES | VISITOR_VALUES | SHARE_VALUES


@dataclass(slots=True)
class Table:
    """Titles with the lines under them.

    Attributes:
        key: Name of its layout, “” for a table of nobody's.
        platform: Whose it is.
        grain: What a line is about.
        network: Where its posts are.
        titles: Titles of its columns; “” where one has none.
        meanings: What each column holds; None where nothing is known.
        sure: For each column, whether files like it were seen.
        rows: Its lines.
        notes: The lines above its titles.
        start: Where its first column stands in a line.
        layout: What it was recognised by.
        dimension: What of an audience it lists.
        sheet: Name of its sheet.
    """

    key: str
    platform: Platform | None
    grain: Grain | None
    titles: tuple[str, ...]
    meanings: list[Meaning | None]
    sure: list[bool]
    network: Network | None = None
    rows: Sequence[SheetRow] = ()
    notes: tuple[tuple[Cell, ...], ...] = ()
    start: int = 0
    layout: Layout | None = None
    dimension: str = ""
    sheet: str = ""
    _columns: list[Sequence[Cell]] = field(default_factory=list)
    _digits: dict[int, Digits | None] = field(default_factory=dict)

    @property
    def columns(self) -> list[Sequence[Cell]]:
        """Its values, column by column."""
        if not self._columns and self.rows:
            found = columns_of(self.rows)[self.start : self.start + len(self.titles)]
            blank: Sequence[Cell] = (None,) * len(self.rows)
            self._columns = [*found, *[blank] * (len(self.titles) - len(found))]
        return self._columns

    def digits(self, at: int) -> Digits | None:
        """Return the figures of a column that holds digits alone, None for any other one."""
        if at not in self._digits:
            self._digits[at] = digits_of(self.columns[at])
        return self._digits[at]

    def at(self, *roles: Role) -> list[int]:
        """Return where the columns of these roles stand."""
        return [n for n, found in enumerate(self.meanings) if found and found.role in roles]

    def first(self, *roles: Role) -> Sequence[Cell] | None:
        """Return the first column of one of these roles, None where there is none."""
        places = self.at(*roles)
        return self.columns[places[0]] if places else None

    @property
    def figures(self) -> list[int]:
        """Where its columns of figures stand."""
        return [n for n, found in enumerate(self.meanings) if found and found.metric]


def cells_at(rows: Sequence[SheetRow], at: int) -> tuple[Cell, ...]:
    """Return the cells of a row, whose number in the file need not be counted for that."""
    return rows.cells(at) if isinstance(rows, TextRows) else rows[at].cells


def columns_of(rows: Sequence[SheetRow]) -> list[Sequence[Cell]]:
    """Return rows as columns, as long as the rows are many."""
    if isinstance(rows, TextRows):
        return list(rows.columns)
    return list(zip_longest(*[row.cells for row in rows]))


@dataclass(frozen=True, slots=True)
class _Search:
    """Where tables are looked for: the levelled name of the sheet, whose they are if said."""

    sheet: str
    platform: Platform | None


def tables_in(sheet: Sheet, platform: Platform | None = None) -> list[Table]:
    """Return the tables of a sheet whose titles are known, of one platform if that is said."""
    rows = sheet.rows
    search = _Search(level(sheet.name), platform)
    found: list[tuple[list[Table], int, int]] = []
    top = 0
    firsts = rows.columns[0] if isinstance(rows, TextRows) else [row.cells[0] for row in rows]
    for at in _candidates(firsts):
        notes_from = _notes_before(rows, at, top)
        notes = tuple(cells_at(rows, n) for n in range(notes_from, at))
        heads = _heads(cells_at(rows, at), search, notes)
        if heads:
            found.append((heads, notes_from, at))
            top = at + 1
    tables: list[Table] = []
    for n, (heads, _, at) in enumerate(found):
        end = found[n + 1][1] if n + 1 < len(found) else len(rows)
        body: Sequence[SheetRow] = rows[at + 1 : end]
        below = firsts[at + 1 : end]
        if any(_is_comment(below[n]) for n in beginning(below, "#")):
            body = [row for row in body if not _is_comment(row.cells[0])]
        for table in heads:
            side = range(table.start, table.start + len(table.titles))
            table.rows = body if len(heads) == 1 else [r for r in body if _has(r, side)]
            table.sheet = sheet.name
            tables.append(table)
    return tables


def _has(row: SheetRow, side: range) -> bool:
    return any(cell is not None for cell in row.cells[side.start : side.stop])


def _candidates(firsts: Sequence[Cell]) -> Iterator[int]:
    """Yield the lines that may be titles: all of the top ones, then those that begin like some."""
    top = min(SEARCHED, len(firsts))
    yield from range(top)
    below = firsts[top:]
    for n in not_digits(below):
        first = below[n]
        if type(first) is str and not first[:1].isdigit() and level(first) in _KNOWN:
            yield top + n


def _is_comment(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith("#")


def _notes_before(rows: Sequence[SheetRow], at: int, top: int) -> int:
    """Return where the notes above titles begin: all of the top, later what is no line."""
    if not top:
        return 0
    begin = at
    while begin > top:
        above = cells_at(rows, begin - 1)
        if len(above) > 1 and not _is_comment(above[0]):
            break
        begin -= 1
    return begin


def _heads(
    cells: Sequence[Cell], search: _Search, notes: Sequence[tuple[Cell, ...]]
) -> list[Table]:
    """Return the tables whose titles stand in a line; several where they stand side by side."""
    texts = [text_of(None if isinstance(cell, Odd) else cell) for cell in cells]
    if sum(map(bool, texts)) < 2:
        return []
    groups = _groups(texts)
    if len(groups) > 1:
        found = [
            table
            for start, stop in groups
            if (table := _recognised(texts[start:stop], start, search, notes))
        ]
        if len(found) > 1:
            return found
    whole = _recognised(texts, 0, search, notes)
    return [whole] if whole else []


def _groups(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of titles between columns that have none."""
    groups: list[tuple[int, int]] = []
    start: int | None = None
    for n, text in enumerate([*texts, ""]):
        if text and start is None:
            start = n
        elif not text and start is not None:
            groups.append((start, n))
            start = None
    if len(groups) == 1:
        first, last = groups[0]
        if (again := texts[first]) in texts[first + 1 : last]:
            middle = texts.index(again, first + 1)
            return [(first, middle), (middle, last)]
    return groups


def _recognised(
    texts: Sequence[str],
    start: int,
    search: _Search,
    notes: Sequence[tuple[Cell, ...]],
) -> Table | None:
    titles = tuple(texts)
    names = [level(text) for text in texts]
    if _TELLING.isdisjoint(names):
        return None
    table = _single_figure(titles, names, notes) or _audience(titles, names)
    if table is None:
        table = _laid_out(titles, names, search)
    elif search.platform and table.platform not in (search.platform, Platform.META):
        return None
    if table:
        table.start, table.notes = start, tuple(notes)
    return table


def _single_figure(
    titles: tuple[str, ...], names: Sequence[str], notes: Sequence[tuple[Cell, ...]]
) -> Table | None:
    """Return Meta's table of one figure, whose title stands above it."""
    filled = [n for n, name in enumerate(names) if name]
    if len(filled) != 2 or _DATE not in names or not notes or len(notes[-1]) != 1:
        return None
    said = level(text_of(notes[-1][0]))
    value = next(n for n in filled if names[n] != _DATE)
    metric = META_METRICS.get(said)
    if names[value] not in META_VALUES and metric is None:
        return None
    meanings: list[Meaning | None] = [None] * len(titles)
    meanings[names.index(_DATE)] = Meaning(role=Role.DATE)
    meanings[value] = Meaning(metric=metric) if metric else None
    shown = tuple(text_of(notes[-1][0]) if n == value else title for n, title in enumerate(titles))
    platform = next((p for p in (Platform.FACEBOOK, Platform.INSTAGRAM) if p in said), None)
    return Table(
        "meta_days", platform or Platform.META, Grain.DAYS, shown, meanings,
        [n != value or said in META_SEEN for n in range(len(titles))],
    )  # fmt: skip


def _audience(titles: tuple[str, ...], names: Sequence[str]) -> Table | None:
    """Return a table of parts of an audience."""
    value = next((n for n, name in enumerate(names) if name in _VALUES), None)
    if value is None:
        return None
    label = next((n for n, name in enumerate(names) if name in AUDIENCES), None)
    top = next((n for n, name in enumerate(names) if name in DEMOGRAPHICS), None)
    if (label is None and top is None) or len(titles) > 4:
        return None
    meanings: list[Meaning | None] = [None] * len(titles)
    dimension = ""
    if label is not None:
        meanings[label] = Meaning(role=Role.LABEL)
        # Who looked at a page is kept apart from who follows it.
        prefix = "visitors_" if names[value] in VISITOR_VALUES else ""
        dimension = prefix + AUDIENCES[names[label]]
    elif top is not None:
        meanings[top] = Meaning(role=Role.DIMENSION)
        others = [n for n in range(len(titles)) if n not in (top, value)]
        if not others:
            return None
        meanings[others[0]] = Meaning(role=Role.LABEL)
    meanings[value] = Meaning(role=Role.PART)
    platform = Platform.LINKEDIN if top is not None else AUDIENCE_PLATFORMS[names[value]]
    sure = names[value] in _VALUES_SEEN
    return Table(
        f"{platform}_audience", platform, Grain.AUDIENCE, titles, meanings,
        [sure] * len(titles), dimension=dimension,
    )  # fmt: skip


def _laid_out(titles: tuple[str, ...], names: Sequence[str], search: _Search) -> Table | None:
    """Return the table by the layout most of whose titles are there."""
    best: Table | None = None
    most = 1
    for layout in LAYOUTS:
        if search.platform not in (None, layout.platform):
            continue
        if layout.sheet not in search.sheet or not layout.never.isdisjoint(names):
            continue
        meanings, sure = meanings_of(names, layout)
        there = {found for found in meanings if found}
        score = sum(found is not None for found in meanings)
        fits = layout.needs <= there and (not layout.one_of or layout.one_of & there)
        if not fits and not (search.platform and any(found.metric for found in there)):
            continue
        if score > most:
            most = score
            best = Table(
                layout.key, layout.platform, layout.grain, titles, meanings, sure,
                layout.network, layout=layout,
            )  # fmt: skip
    return best


def meanings_of(names: Sequence[str], layout: Layout) -> tuple[list[Meaning | None], list[bool]]:
    """Return what columns hold by their levelled titles, and whether such were seen.

    A figure that is there twice is taken from the first column of it, but for those that the
    layout adds up.
    """
    meanings: list[Meaning | None] = []
    sure = []
    taken: set[Meaning] = set()
    for name in names:
        found = layout.titles.get(name)
        sure.append(found is not None)
        found = found or layout.french.get(name)
        if found is not None and found.metric and found in taken and name not in layout.added:
            found = None
        if found is not None:
            taken.add(found)
        meanings.append(found)
    return meanings, sure


_KNOWN = frozenset(
    {title for one in LAYOUTS for title in (*one.titles, *one.french)} | set(AUDIENCES)
)
_TELLING = _KNOWN | _VALUES | {_DATE}
"""Every line of titles holds one of these."""
