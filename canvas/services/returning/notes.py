"""What is to know of a workbook as a whole, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say
from canvas.domain.strategy import Strategy
from canvas.imports.workbook import Book, FoundTable
from canvas.steps.sheets import Table


def notes_on(book: Book, strategy: Strategy) -> Iterator[Message]:
    """Yield a sentence for each thing that was met and has an answer of its own."""
    manifest = book.manifest
    if manifest is None:
        yield say(
            N_(
                "The workbook no longer says when it was written, so its values are compared "
                "with today’s: look at each line before you accept it."
            )
        )
    elif manifest.strategy != strategy.id:
        yield say(
            N_(
                "This workbook was made of another strategy, “{name}”, whose lines are here too: "
                "its values are compared with today’s."
            ),
            name=manifest.name,
        )
    elif manifest.revision > strategy.revision:
        yield say(
            N_(
                "This workbook is newer than the strategy, which was restored from a backup: its "
                "values are compared with today’s."
            )
        )
    if book.missing:
        yield say(
            N_("Not in the workbook any more, and left as they are: {sheets}."), sheets=book.missing
        )
    if book.copies:
        yield say(N_("Copies of other sheets, and not read: {sheets}."), sheets=book.copies)
    for table in book.tables:
        yield from _notes_on_table(table)


def _notes_on_table(table: FoundTable) -> Iterator[Message]:
    if not table.has_ids:
        yield say(
            N_(
                "On “{sheet}”, the hidden column by which lines are recognised was deleted: they "
                "are recognised by their names, and none is deleted."
            ),
            sheet=table.sheet,
        )
    if table.added:
        yield say(
            N_("On “{sheet}”, columns that were added are not read: {columns}."),
            sheet=table.sheet,
            columns=table.added,
        )
    fields = {column.field.name: column.field for column in Table(table.placed.record).columns}
    for heading, name in table.renamed.items():
        yield say(
            N_("On “{sheet}”, the column “{heading}” is read as “{field}”."),
            sheet=table.sheet,
            heading=heading,
            field=fields[name].said,
        )
