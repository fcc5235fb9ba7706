"""Brings an edited workbook back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from canvas.cli.common import (
    database_option,
    fail,
    json_option,
    main,
    open_service,
    print_json,
    terminal_translator,
)

if TYPE_CHECKING:
    from canvas.services.returning import Line
    from canvas.services.returning.words import Words


@main.command()
@click.argument("strategy_id", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would change, as without --accept.")
@click.option(
    "--accept",
    type=click.Choice(["all"]),
    help="Take what is new, changed and deleted; of conflicts, what stands here is kept.",
)
@database_option
@json_option
def workbook(  # noqa: PLR0917 - click passes them by name
    strategy_id: str,
    file: Path,
    dry_run: bool,
    accept: str | None,
    database: str | None,
    as_json: bool,
) -> None:
    """Compare an edited workbook with a strategy, and bring it back into it.

    Exit status 1 where something is in conflict or cannot be read.
    """
    from canvas.imports.bounded import MAX_BYTES
    from canvas.services import returning
    from canvas.services.returning import Kind
    from canvas.services.returning.words import Words, names_of

    if dry_run and accept:
        fail("--dry-run and --accept do not go together.")
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        fail(f"{file}: {error.strerror}.")
    service, person = open_service(database)
    found = returning.compare(service, person, strategy_id, content)
    moved = False
    if accept:
        keys = returning.everything(found)
        done = returning.accept(service, person, strategy_id, found, keys)
        moved = bool(done.problems) or bool(done.outcome and done.outcome.conflicts)
    tr = terminal_translator()
    words = Words(found.strategy, tr, names_of(found.lines))
    for note in found.notes:
        click.echo(tr(note), err=True)
    if as_json:
        by_kind = {
            str(kind): [_json(x, words) for x in found.lines if x.kind is kind] for kind in Kind
        }
        print_json(by_kind)
    else:
        for line in found.lines:
            place = f"{line.sheet}:{line.row}" if line.row else line.sheet
            click.echo(f"{line.kind}\t{place}\t{words.message(line)}")
        counts = (f"{sum(x.kind is kind for x in found.lines)} {kind}" for kind in Kind)
        click.echo(", ".join(counts))
    if moved or found.of(Kind.CONFLICT) or found.of(Kind.INVALID):
        raise SystemExit(1)


def _json(line: Line, words: Words) -> dict[str, Any]:
    return {
        "sheet": line.sheet,
        "row": line.row or None,
        "record": line.record,
        "field": line.field or None,
        "before": line.before,
        "after": line.after if line.after is not None else line.typed or None,
        "message": words.message(line),
    }
