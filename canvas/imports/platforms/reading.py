"""Read a file of figures: open it, find its tables, understand them, fill the batch."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence

from canvas.domain.messages import say
from canvas.imports.bounded import Cell
from canvas.imports.platforms.errors import NoFiguresError, NoTableError, NothingReadError
from canvas.imports.platforms.filling import Filling, LeftOut, visits_once
from canvas.imports.platforms.generic import grain_of, table_of
from canvas.imports.platforms.layouts import level
from canvas.imports.platforms.model import Answers, Column, Meaning, Question, Role, Understood
from canvas.imports.platforms.opening import Opened, opened
from canvas.imports.platforms.periods import Period, period_of
from canvas.imports.platforms.posting import joined
from canvas.imports.platforms.quick import in_order, some_of
from canvas.imports.platforms.tables import Table, tables_in
from canvas.imports.platforms.values import missing, text_of, texts_of
from canvas.imports.platforms.writing import ORDERS, STYLES, Writing
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Platform, Scope
from canvas.steps.measure.figures import Batch
from canvas.steps.measure.files import FileMapping

SHOWN = 5
"""Lines of the preview."""

_SAMPLES = 3
_LOOKED_AT = 200
_MOST_HANDLES = 20
_LETTERS = 32
_SAMPLE_LETTERS = 60

_NETWORKS = {
    Platform.LINKEDIN: Network.LINKEDIN,
    Platform.FACEBOOK: Network.FACEBOOK,
    Platform.INSTAGRAM: Network.INSTAGRAM,
    Platform.X: Network.X,
    Platform.YOUTUBE: Network.YOUTUBE,
    Platform.TIKTOK: Network.TIKTOK,
}


def read_file(
    name: str,
    content: bytes,
    *,
    read_on: dt.date,
    account: str = "",
    mappings: Iterable[FileMapping] = (),
    answers: Answers | None = None,
) -> Understood:
    """Return what a file of a platform says.

    Args:
        name: What it is called.
        content: Its bytes.
        read_on: The day when the platform wrote it.
        account: Id of the account whose figures they are.
        mappings: How files with other titles were understood before.
        answers: What a person says of this one; it wins over all else.

    Raises:
        TableError: The file cannot be read as a table.
        FiguresFileError: It can, and holds nothing to use.
    """
    answers = answers or Answers()
    inside = opened(name, content)
    tables = _tables(inside, answers.platform)
    if not tables:
        raise NoTableError(name=name)
    if not any(table.rows for table in tables):
        raise NoFiguresError(name=name)
    signature = _signature(tables)
    mapping = next((one for one in mappings if one.signature == signature), None)
    _mend(tables, mapping, answers)
    tables = [table for table in tables if table.rows]

    left = LeftOut()
    if not inside.is_whole:
        _drop_cut_line(tables, left)
    main = _main(tables)
    order = answers.date_order or (mapping.date_order if mapping else None)
    sign = answers.decimal_sign or (mapping.decimal_sign if mapping else None)
    writing = Writing(
        name, tables, ORDERS.get(order) if order else None, STYLES.get(sign) if sign else None
    )
    periods = {id(table): _period(table, writing, answers) for table in tables}
    questions = tuple(dict.fromkeys([*_questions(tables, periods), *writing.questions]))
    batch = None
    if not questions:
        account = account or (mapping.account if mapping else "")
        filling = Filling(name, writing, read_on, account, left)
        batch = _batch(tables, periods, filling)
        if not any((batch.daily, batch.posts, batch.visits, batch.audience, batch.pages)):
            raise NothingReadError(name=name)
    for sheet in _unread(inside, tables):
        left.note(say("“{sheet}” was not read: no table is known there.", sheet=sheet))
    columns = _columns(tables)
    return Understood(
        name=name,
        layout=main.key,
        platform=main.platform,
        grain=main.grain,
        columns=columns,
        signature=signature,
        rows=sum(len(table.rows) for table in tables),
        batch=batch,
        questions=questions,
        left_out=left.told(),
        handles=_handles(tables),
        preview=_preview(main, columns),
        date_order=next((c for c, order in ORDERS.items() if order == writing.order), None),
        decimal_sign=next((c for c, style in STYLES.items() if style == writing.style), None),
    )


def _tables(inside: Opened, said: Platform | None) -> list[Table]:
    """Return the tables of a file: those that are known, else those that look like one."""
    platform = said or inside.platform
    found = _known(inside, inside.platform)
    if said and any(table.platform not in (said, Platform.META) for table in found):
        found = []
    if not found and said not in (None, Platform.TABLE):
        found = _known(inside, said)
    if found:
        return found
    guessed = [table_of(sheet, platform) for sheet in inside.sheets]
    return [table for table in guessed if table][:1]


def _known(inside: Opened, platform: Platform | None) -> list[Table]:
    return [table for sheet in inside.sheets for table in tables_in(sheet, platform)]


def _signature(tables: Sequence[Table]) -> str:
    """Return what recognises files with the same titles, in whatever order they stand."""
    titles = sorted({level(title) for table in tables for title in table.titles if title})
    return hashlib.sha256("\n".join(titles).encode()).hexdigest()[:_LETTERS]


# --- what a person said --------------------------------------------------------------------


def _mend(tables: Iterable[Table], mapping: FileMapping | None, answers: Answers) -> None:
    """Take over what was said of the columns, now or of a file like it."""
    wanted = _remembered(mapping) | {level(t): code for t, code in answers.columns.items()}
    platform = answers.platform or (mapping.platform if mapping else None)
    grain = answers.grain or (mapping.grain if mapping else None)
    for table in tables:
        for n, title in enumerate(table.titles):
            code = wanted.get(level(title))
            if code is not None:
                table.meanings[n] = Meaning.of(code)
                table.sure[n] = True
        table.platform = platform or table.platform
        if not table.key:
            table.grain = grain or grain_of(table.meanings)
            if table.platform is None and any(m and m.metric for m in table.meanings):
                table.platform = Platform.TABLE
        if table.network is None and table.platform:
            table.network = _NETWORKS.get(table.platform)


def _remembered(mapping: FileMapping | None) -> dict[str, str]:
    found = {}
    for line in mapping.columns if mapping else ():
        code, _, title = line.partition("=")
        found[level(title)] = code.strip()
    return found


def _questions(tables: Iterable[Table], periods: Mapping[int, Period | None]) -> Iterable[Question]:
    for table in tables:
        if table.platform is None or not (table.figures or table.at(Role.PART)):
            yield Question.PLATFORM
        elif table.grain is None or (
            table.grain is Grain.DAYS and not table.at(Role.DATE, Role.PUBLISHED)
        ):
            yield Question.DATE_COLUMN
        elif table.grain is Grain.VISITS and not table.at(Role.DATE) and periods[id(table)] is None:
            yield Question.PERIOD


def _period(table: Table, writing: Writing, answers: Answers) -> Period | None:
    if answers.first and answers.last:
        return min(answers.first, answers.last), max(answers.first, answers.last)
    order = writing.order or (table.layout.order if table.layout else None)
    return period_of(table.notes, order)


# --- what is left out ----------------------------------------------------------------------


def _drop_cut_line(tables: Sequence[Table], left: LeftOut) -> None:
    """Leave the last line out where the file stops in the middle of it."""
    rows = tables[-1].rows
    if len(rows) > 1 and len(rows[-1].cells) < min(len(row.cells) for row in rows[:-1]):
        left.note(
            say(
                "Line {line} is not whole, so it was left out: the file may have been cut.",
                line=rows[-1].number,
            )
        )
        tables[-1].rows = rows[:-1]


def _unread(inside: Opened, tables: Iterable[Table]) -> list[str]:
    read = {table.sheet for table in tables}
    return [sheet.name for sheet in inside.sheets if sheet.name and sheet.name not in read]


# --- the batch -----------------------------------------------------------------------------


def _batch(
    tables: Sequence[Table], periods: Mapping[int, Period | None], filling: Filling
) -> Batch:
    main = _main(tables)
    by = {grain: [t for t in tables if t.grain is grain] for grain in Grain}
    daily = [point for table in by[Grain.DAYS] for point in filling.days(table)]
    daily += [point for table in tables for point in filling.stock(table)]
    return Batch(
        platform=main.platform or Platform.TABLE,
        grain=main.grain or Grain.DAYS,
        read_on=filling.read_on,
        daily=tuple(dict.fromkeys(daily)),
        posts=joined(*[filling.posts(table) for table in by[Grain.POSTS]]),
        visits=visits_once(filling.visits(table, periods[id(table)]) for table in by[Grain.VISITS]),
        audience=tuple(part for table in by[Grain.AUDIENCE] for part in filling.audience(table)),
        pages=tuple(
            page
            for table in by[Grain.COMPETITORS]
            for page in filling.pages(table, periods[id(table)])
        ),
        unknown=_unknown(tables),
    )


def _unknown(tables: Iterable[Table]) -> dict[str, Sequence[str]]:
    """Return the columns that no figure is known for, so that nothing of the file is lost."""
    found: dict[str, Sequence[str]] = {}
    for table in tables:
        for n, title in enumerate(table.titles):
            meaning = table.meanings[n]
            if not title or not (meaning is None or _is_split_post(table, meaning)):
                continue
            cells = table.columns[n]
            if all(map(missing, cells[:_LOOKED_AT])) and all(map(missing, some_of(cells))):
                continue
            again = sum(known == title or known.startswith(f"{title} (") for known in found)
            key = f"{title} ({again + 1})" if again else title
            found[key] = texts_of(cells)
    return found


def _is_split_post(table: Table, meaning: Meaning) -> bool:
    """Return whether a figure is of a part of a post, which has its totals alone."""
    return table.grain is Grain.POSTS and meaning.scope is not Scope.TOTAL


# --- what was understood -------------------------------------------------------------------


def _main(tables: Sequence[Table]) -> Table:
    """Return the table that says whose the file is: Meta's own name is the least telling."""
    named = [table for table in tables if table.platform is not Platform.META]
    return named[0] if tables[0].platform is Platform.META and named else tables[0]


def _columns(tables: Iterable[Table]) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    for table in tables:
        for n, title in enumerate(table.titles):
            if title and title not in found:
                meaning = table.meanings[n]
                found[title] = Column(title, meaning, table.sure[n], _sample(table.columns[n]))
    return tuple(found.values())


def _sample(cells: Sequence[Cell]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in cells[:_LOOKED_AT]:
        if not missing(cell):
            found[_shown(cell)] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _shown(cell: Cell) -> str:
    text = " ".join(text_of(cell).split())
    return text if len(text) <= _SAMPLE_LETTERS else f"{text[: _SAMPLE_LETTERS - 1]}…"


def _handles(tables: Iterable[Table]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for table in tables:
        for at in table.at(Role.HANDLE):
            found |= dict.fromkeys(text_of(cell) for cell in in_order(table.columns[at]))
    return tuple(name for name in found if name)[:_MOST_HANDLES]


def _preview(table: Table, columns: Iterable[Column]) -> tuple[tuple[str, ...], ...]:
    places = [
        table.titles.index(column.title) if column.title in table.titles else None
        for column in columns
    ]
    return tuple(
        tuple("" if at is None else _shown(table.columns[at][n]) for at in places)
        for n in range(min(SHOWN, len(table.rows)))
    )
