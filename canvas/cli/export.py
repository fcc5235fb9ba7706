"""Writes a strategy as a file."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import click

from canvas.cli.common import database_option, fail, main, open_service, terminal_translator


@main.command()
@click.argument("kind")
@click.argument("strategy_id", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File to write.")
@click.option("--lang", "language", type=click.Choice(["fr", "en"]), help="Language of the export.")
@click.option("--period", default="", help="With report: 2026-10, 2026-Q4 or 2026.")
@click.option("--complete", is_flag=True, help="With deck: every list, not for management only.")
@database_option
def export(  # noqa: PLR0917 - click passes them by name
    kind: str,
    strategy_id: str,
    out: Path,
    language: str | None,
    period: str,
    complete: bool,
    database: str | None,
) -> None:
    """Write a strategy as KIND: one of those that an unknown kind lists."""
    from canvas.services import documents
    from canvas.services.figures import FigureShelf, batches
    from canvas.steps.frame.settings import Settings

    if kind not in documents.DOCUMENTS:
        raise documents.UnknownExportError(kind=kind, known=tuple(documents.DOCUMENTS))
    service, person = open_service(database)
    strategy = service.open(strategy_id, person)
    chosen = strategy.one(Settings).language
    tr = terminal_translator(language or (str(chosen) if chosen else None))
    kept = partial(batches, service.store)
    wish = documents.Wish(
        tr,
        dt.date.today(),  # noqa: DTZ011
        complete,
        kept,
        FigureShelf(service.store).of,
        period,
    )
    found = documents.DOCUMENTS[kind]
    parts = found.parts(strategy, wish) if found.parts else [("", found.build(strategy, wish))]
    for number, (name, content) in enumerate(parts):
        # The first file has the name that was asked for; the others stand beside it.
        path = out if not number else out.with_stem(f"{out.stem}-{name or number}")
        try:
            path.write_bytes(content)
        except OSError as error:
            fail(f"{path}: {error.strerror}.")
        if len(parts) > 1:
            click.echo(f"{path}  {name}")
