"""Rows of a text that are kept column by column, and made when they are asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import islice, zip_longest
from typing import overload

from canvas.domain.clean import clean_text
from canvas.imports.bounded.errors import (
    LongTextError,
    TooManyColumnsError,
    TooManyLinesError,
    UnreadableLineError,
)
from canvas.imports.bounded.model import MAX_CELL, MAX_COLUMNS, SheetRow

_AT_ONCE = 500


class TextRows(Sequence[SheetRow]):
    """Rows that are not blank, as columns of texts; "" is an empty cell.

    Attributes:
        columns: The texts, column by column, all of the same length.
    """

    def __init__(
        self, columns: Sequence[Sequence[str]], numbers: Callable[[], Sequence[int]]
    ) -> None:
        self.columns = columns
        self._numbers = numbers

    @classmethod
    def read(
        cls, text: str, raw: bytes, begin: int, mark: str, *, before: int, max_rows: int
    ) -> TextRows:
        """Return the rows of a text.

        Args:
            text: All of it.
            raw: The same in UTF-8.
            begin: Where it begins in there.
            mark: What separates its columns.
            before: Lines of the file that stand above it.
            max_rows: Rows that it may have.

        Raises:
            TableError: It has too many, or cannot be read.
        """
        # They work with a library that nothing waits for but a table of text.
        from canvas.imports.bounded.cleanness import is_clean
        from canvas.imports.bounded.spans import spans_of

        # What is clean as a whole is so in each of its cells; looking at each takes far longer.
        clean = is_clean(text, raw, begin)
        found = spans_of(raw, begin, mark) if clean else None
        if found is None:
            return cls._closely(raw[begin:], clean, mark, before, max_rows)
        if len(found.counts) > max_rows:
            raise TooManyLinesError(limit=max_rows)
        return cls(found.columns, cache(partial(found.numbers, before)))

    @classmethod
    def _closely(
        cls, raw: bytes, is_clean: bool, mark: str, before: int, max_rows: int
    ) -> TextRows:
        """Return the rows as Python's own reader sees them, cell by cell."""
        # The module's limit is one for the process: texts of our own length pass, and ours is
        # said.
        csv.field_size_limit(max(csv.field_size_limit(), len(raw) + 1))

        def rows() -> _Rows:
            # Inside of cells, line ends become what `clean_text` makes of them.
            newline = None if is_clean else ""
            stream = io.TextIOWrapper(io.BytesIO(raw), "utf-8", "surrogatepass", newline=newline)
            return _Rows(stream, mark, before)

        columns: list[list[str]] = []
        count = 0
        for some in rows():
            if count + len(some) > max_rows:
                raise TooManyLinesError(limit=max_rows)
            if max(map(len, some)) > MAX_COLUMNS:
                for n, row in enumerate(some):
                    _narrow(row, partial(rows().number, count + n))
            _add(columns, some, count)
            count += len(some)
        if not is_clean:
            columns = [[clean_text(cell) for cell in column] for column in columns]
        return cls(columns, cache(lambda: list(rows().numbers())))

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @overload
    def __getitem__(self, at: int) -> SheetRow: ...
    @overload
    def __getitem__(self, at: slice) -> TextRows: ...
    def __getitem__(self, at: int | slice) -> SheetRow | TextRows:
        """Return a row, or some of them without making any."""
        if isinstance(at, slice):
            return TextRows([column[at] for column in self.columns], lambda: self._numbers()[at])
        return SheetRow(self._numbers()[at], self.cells(at))

    def cells(self, at: int) -> tuple[str | None, ...]:
        """Return the cells of a row, up to the last one that is not empty."""
        found = [column[at] or None for column in self.columns]
        while found and (found[-1] is None or not found[-1].strip()):
            found.pop()
        return tuple(found)


class _Rows:
    """The rows of a stream that are not blank, some hundred at once."""

    def __init__(self, stream: io.TextIOWrapper, mark: str, before: int) -> None:
        self._before = before
        self._rows = csv.reader(stream, delimiter=mark)

    def __iter__(self) -> Iterator[list[list[str]]]:
        try:
            while some := list(islice(self._rows, _AT_ONCE)):
                if filled := [row for row in some if _says(row)]:
                    yield filled
        except csv.Error as error:
            raise UnreadableLineError(line=self._before + self._rows.line_num) from error

    def numbers(self) -> Iterator[int]:
        """Yield the line where each of them begins; a text of several lines ends further down."""
        began = self._before
        for row in self._rows:
            line, began = began + 1, self._before + self._rows.line_num
            if _says(row):
                yield line

    def number(self, at: int) -> int:
        """Return the line where one of them begins."""
        return next(islice(self.numbers(), at, None))


def _says(row: list[str]) -> bool:
    return bool(row) and (bool(row[0].strip()) or any(cell.strip() for cell in row))


def _narrow(row: list[str], line: Callable[[], int]) -> None:
    """Take the empty cells at the end of a row away."""
    while row and not row[-1].strip():
        row.pop()
    if len(row) > MAX_COLUMNS:
        raise TooManyColumnsError(line=line(), limit=MAX_COLUMNS)


def _add(columns: list[list[str]], rows: list[list[str]], count: int) -> None:
    """Add rows to columns that have `count` cells each; where a row is short, cells are empty."""
    found = list(zip_longest(*rows, fillvalue=""))
    columns.extend([""] * count for _ in range(len(found) - len(columns)))
    for n, column in enumerate(columns):
        if n < len(found):
            if max(map(len, found[n])) > MAX_CELL:
                raise LongTextError(limit=MAX_CELL)
            column.extend(found[n])
        else:
            column.extend([""] * len(rows))
