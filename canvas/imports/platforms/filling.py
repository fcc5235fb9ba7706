"""Turn the lines of tables into figures: days, posts, visits, audience, pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from canvas.columns import Moments, Texts
from canvas.domain.messages import Message, say, say_count
from canvas.imports.bounded import Cell
from canvas.imports.platforms.errors import RoundedIdsError
from canvas.imports.platforms.layouts import AUDIENCES, level
from canvas.imports.platforms.model import Meaning, Role
from canvas.imports.platforms.periods import Period, stock_in
from canvas.imports.platforms.posting import digest_of, only, paid_in
from canvas.imports.platforms.quick import beginning, not_digits, some_of
from canvas.imports.platforms.tables import Table
from canvas.imports.platforms.values import (
    count_of,
    day_and_month,
    is_rounded,
    missing,
    moments_of,
    number_of,
    text_of,
    texts_of,
    with_years,
)
from canvas.imports.platforms.writing import DECIMAL, Writing
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.figures import AudiencePart, Daily, PageFigures, PostColumns, Visit

TOTALS = frozenset(
    {"total", "totals", "grand total", "totaux", "total général", "total general", "(total)"}
)
"""What stands in place of a date, a post or a source in a line that sums up the others."""

_TOTAL_TEXTS = frozenset(
    form for text in TOTALS for form in (text, text.capitalize(), text.title(), text.upper())
)

_TOTAL_LETTERS = "".join({text[0] for text in _TOTAL_TEXTS})

MOST_SAID = 50
"""Lines that are named one by one where they were left out."""


Figures = Sequence[float | None]


@dataclass(slots=True)
class LeftOut:
    """What was not understood."""

    messages: list[Message] = field(default_factory=list)
    count: int = 0

    def note(self, message: Message) -> None:
        """Note a line, or something in it."""
        self.count += 1
        if self.count <= MOST_SAID:
            self.messages.append(message)

    def told(self) -> tuple[Message, ...]:
        """Return it all, the last as a number where there is much."""
        more = self.count - MOST_SAID
        if more <= 0:
            return tuple(self.messages)
        rest = say_count(
            "And one more line of this kind.", "And {n} more lines of this kind.", more
        )
        return (*self.messages, rest)


class Filling:
    """Reads the tables of one file.

    Args:
        name: What the file is called.
        writing: How it is written.
        read_on: When its platform wrote it.
        account: Whose figures they are.
        left: Where to note what is not understood.
    """

    def __init__(
        self, name: str, writing: Writing, read_on: dt.date, account: str, left: LeftOut
    ) -> None:
        self._name = name
        self._writing = writing
        self.read_on = read_on
        self._account = account
        self._left = left

    # --- columns --------------------------------------------------------------------------

    def _figures(self, table: Table) -> list[tuple[Meaning, Figures]]:
        """Return each figure with its values; columns that hold the same one are added up."""
        found: dict[Meaning, Figures] = {}
        for at in table.figures:
            meaning = table.meanings[at]
            if meaning:
                values = self._numbers(table, at)
                known = found.get(meaning)
                found[meaning] = list(map(_sum, known, values)) if known else values
        return list(found.items())

    def _numbers(self, table: Table, at: int) -> Figures:
        meaning = table.meanings[at]
        read = number_of if meaning is None or meaning.metric in DECIMAL else count_of
        style = self._writing.style_in(table, at)
        cells = table.columns[at]
        if (digits := table.digits(at)) is not None:
            return digits
        # The same few figures stand in most lines: each is read once.
        known = {cell: read(cell, style) for cell in some_of(cells)}
        for cell, value in known.items():
            if value is None and not missing(cell):
                self._left.note(
                    say(
                        "Line {line}, “{title}”: “{value}” is no number, so it is missing.",
                        line=table.rows[list(cells).index(cell)].number,
                        title=table.titles[at],
                        value=text_of(cell)[:60],
                    )
                )
        return [known[cell] for cell in cells]

    def _moments(self, table: Table, *roles: Role) -> Sequence[dt.datetime | None]:
        cells = table.first(*roles)
        if cells is None:
            return [None] * len(table.rows)
        order = self._writing.order or "dmy"
        found = moments_of(cells, order)
        if not table.rows or not (found.is_empty if isinstance(found, Moments) else not any(found)):
            return found
        bare = [day_and_month(cell) if isinstance(cell, str) else None for cell in cells]
        if not any(bare):
            return found
        # Lines that are there twice say nothing more of the run of the days.
        once = list(dict.fromkeys(zip(bare, (row.cells for row in table.rows), strict=True)))
        dated = with_years([day for day, _ in once], self.read_on)
        by_line = dict(zip(once, dated, strict=True))
        days = [by_line[day, row.cells] for day, row in zip(bare, table.rows, strict=True)]
        return [dt.datetime.combine(day, dt.time()) if day else None for day in days]

    def _totals(self, table: Table, *roles: Role) -> set[int]:
        """Return the lines that sum up the others."""
        lines: set[int] = set()
        for at in table.at(*roles):
            cells = table.columns[at]
            lines |= {n for n in beginning(cells, _TOTAL_LETTERS) if cells[n] in _TOTAL_TEXTS}
        return lines

    @staticmethod
    def _texts(table: Table, *roles: Role) -> Sequence[str]:
        """Return the text of the first of these columns that says something, line by line."""
        columns = [table.columns[at] for role in roles for at in table.at(role)]
        if not columns:
            return [""] * len(table.rows)
        texts = texts_of(columns[0])
        for column in columns[1:]:
            if not _is_filled(texts):
                others = texts_of(column)
                texts = [text or other for text, other in zip(texts, others, strict=True)]
        return texts

    # --- days -----------------------------------------------------------------------------

    def days(self, table: Table) -> Iterator[Daily]:
        """Yield the figures of each day, the higher one where a day is there twice."""
        moments = self._moments(table, Role.DATE, Role.PUBLISHED)
        totals = self._totals(table, Role.DATE)
        dates = [at.date() if at else None for at in moments]
        for n, day in enumerate(dates):
            if day is None and n not in totals:
                self._no_date(table, n)
        for meaning, values in self._figures(table):
            best: dict[dt.date, float] = {}
            for day, value in zip(dates, values, strict=True):
                if day is not None and value is not None and value >= best.get(day, value):
                    best[day] = value
            if meaning.metric:
                for day in sorted(best):
                    yield Daily(self._account, meaning.metric, meaning.scope, day, best[day])

    def stock(self, table: Table) -> Iterator[Daily]:
        """Yield the number of followers that stands above a table of their increases."""
        found = stock_in(table.notes, self._writing.order or "mdy")
        value = count_of(found[1], self._writing.style or "en") if found else None
        if found and value is not None:
            yield Daily(self._account, Metric.FOLLOWERS, Scope.TOTAL, found[0], value)

    def _no_date(self, table: Table, n: int) -> None:
        cells = table.first(Role.DATE, Role.PUBLISHED)
        self._left.note(
            say(
                "Line {line}: “{value}” is no date, so the line was left out.",
                line=table.rows[n].number,
                value=text_of(cells[n])[:60] if cells else "",
            )
        )

    # --- posts ----------------------------------------------------------------------------

    def posts(self, table: Table) -> PostColumns:
        """Return the posts of a table, with the higher figure where one is there twice.

        Raises:
            RoundedIdsError: A spreadsheet has rounded their identifiers.
        """
        self._check_ids(table)
        keys, urls = self._texts(table, Role.KEY), self._texts(table, Role.URL)
        texts, kinds = self._texts(table, Role.TEXT, Role.TITLE), self._texts(table, Role.KIND)
        moments = self._moments(table, Role.PUBLISHED, Role.DATE)
        # A post may be called “Total”, but has an identifier then.
        named = Role.KEY if table.at(Role.KEY) else Role.TITLE
        totals = self._totals(table, named, Role.PUBLISHED)
        if not _is_filled(keys):
            keys = [
                key or url or digest_of(at, text)
                for key, url, at, text in zip(keys, urls, moments, texts, strict=True)
            ]
        found = PostColumns(
            account=self._account,
            network=table.network,
            keys=keys,
            # A post has its totals alone: its parts, where there are any, are kept as they are.
            counters={
                meaning.metric: values
                for meaning, values in self._figures(table)
                if meaning.metric and meaning.scope is Scope.TOTAL
            },
            published=moments,
            urls=urls,
            texts=texts,
            kinds=kinds,
            paid=paid_in(table),
        )
        if totals or not _is_filled(keys):
            found = only(
                found, [n for n in range(len(keys)) if self._is_post(table, n, keys[n], totals)]
            )
        return found

    def _is_post(self, table: Table, n: int, key: str, totals: Container[int]) -> bool:
        if n in totals:
            return False
        if not key:
            self._left.note(
                say(
                    "Line {line} names no post: it has neither an identifier nor an address, "
                    "a text and a date. It was left out.",
                    line=table.rows[n].number,
                )
            )
        return bool(key)

    def _check_ids(self, table: Table) -> None:
        for at in table.at(Role.KEY):
            cells = table.columns[at]
            # Digits alone are an identifier as it should be, as nearly all of them are.
            rounded = {cells[n] for n in not_digits(cells) if is_rounded(cells[n])}
            if rounded:
                n = next(n for n, cell in enumerate(cells) if cell in rounded)
                raise RoundedIdsError(
                    name=self._name, line=table.rows[n].number, value=text_of(cells[n])
                )

    # --- visits ---------------------------------------------------------------------------

    def visits(self, table: Table, period: Period | None) -> Iterator[Visit]:
        """Yield the visits of each source.

        Lines that differ only in what is not known here are added up.
        """
        roles = {
            "channel": Role.CHANNEL, "source": Role.SOURCE, "medium": Role.MEDIUM,
            "campaign": Role.CAMPAIGN, "content": Role.CONTENT, "page": Role.LANDING,
        }  # fmt: skip
        texts = {name: list(self._texts(table, role)) for name, role in roles.items()}
        for n, both in enumerate(self._texts(table, Role.SOURCE_MEDIUM)):
            if both:
                source, _, medium = both.partition("/")
                texts["source"][n], texts["medium"][n] = source.strip(), medium.strip()
        totals = self._totals(table, *roles.values(), Role.SOURCE_MEDIUM, Role.DATE)
        is_dated = bool(table.at(Role.DATE))
        moments = self._moments(table, Role.DATE)
        figures = self._figures(table)
        found: dict[tuple[Period, tuple[str, ...]], dict[Metric, float]] = {}
        parts: dict[tuple[Period, tuple[str, ...]], int] = {}
        seen: set[tuple[Cell, ...]] = set()
        for n, row in enumerate(table.rows):
            if n in totals or row.cells in seen or _sums_up(row.cells):
                continue
            seen.add(row.cells)
            at = moments[n]
            span = (at.date(), at.date()) if at else None if is_dated else period
            if span is None:
                self._no_date(table, n)
                continue
            key = span, tuple(texts[name][n] for name in roles)
            counters = found.setdefault(key, {})
            parts[key] = parts.get(key, 0) + 1
            for meaning, values in figures:
                value = values[n]
                if meaning.metric and value is not None:
                    counters[meaning.metric] = counters.get(meaning.metric, 0.0) + value
        for key, counters in found.items():
            (first, last), names = key
            if parts[key] > 1:
                # One person comes from several places: their numbers cannot be added up.
                counters.pop(Metric.USERS, None)
                counters.pop(Metric.NEW_USERS, None)
            yield Visit(first, last, counters, *names)

    # --- audience and pages ---------------------------------------------------------------

    def audience(self, table: Table) -> Iterator[AudiencePart]:
        """Yield the parts of an audience; shares are from 0 to 1."""
        totals = self._totals(table, Role.LABEL)
        labels = self._texts(table, Role.LABEL)
        of = self._texts(table, Role.DIMENSION)
        places = table.at(Role.PART)
        if not places:
            return
        values = self._numbers(table, places[0])
        title = table.titles[places[0]]
        is_share = table.key != "linkedin_audience" or bool(table.at(Role.DIMENSION))
        most = max((v for v in values if v is not None), default=0.0)
        scale = 100 if is_share and most > 1 else 1
        best: dict[tuple[str, str], float] = {}
        for n, (label, value) in enumerate(zip(labels, values, strict=True)):
            dimension = table.dimension or AUDIENCES.get(level(of[n]), level(of[n]))
            if label and value is not None and n not in totals and title:
                key = dimension, label
                best[key] = max(value / scale, best.get(key, 0.0))
        for (dimension, label), value in best.items():
            yield AudiencePart(self._account, dimension, label, value, is_share)

    def pages(self, table: Table, period: Period | None) -> Iterator[PageFigures]:
        """Yield the figures of competitors' pages."""
        totals = self._totals(table, Role.PAGE)
        names = self._texts(table, Role.PAGE)
        figures = self._figures(table)
        first, last = period or (None, None)
        for n, page in enumerate(names):
            if page and n not in totals:
                counters = {
                    meaning.metric: value
                    for meaning, values in figures
                    if meaning.metric and (value := values[n]) is not None
                }
                yield PageFigures(page, first, last, counters)


def visits_once(groups: Iterable[Iterable[Visit]]) -> tuple[Visit, ...]:
    """Return the visits of several tables: the first one counts where two say the same.

    A second table over the same sources and days is of a part of the visitors.
    """
    found: dict[object, Visit] = {}
    for visits in groups:
        for visit in visits:
            found.setdefault((visit.key, visit.first, visit.last), visit)
    return tuple(found.values())


def _is_filled(texts: Sequence[str]) -> bool:
    return texts.is_filled if isinstance(texts, Texts) else all(texts)


def _sum(one: float | None, other: float | None) -> float | None:
    """Return two figures added up; what is missing adds nothing, and both missing stay so."""
    if one is None or other is None:
        return other if one is None else one
    return one + other


def _sums_up(cells: Sequence[Cell]) -> bool:
    last = cells[-1]
    return isinstance(last, str) and last.strip().casefold() in TOTALS
