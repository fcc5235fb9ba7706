"""Lists, creates and imports strategies."""

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
from canvas.domain.messages import N_

if TYPE_CHECKING:
    from canvas.services.exchange import Merge


@main.command("list")
@database_option
@json_option
def list_strategies(database: str | None, as_json: bool) -> None:
    """List the strategies: id, name, steps done, revision."""
    from canvas.steps.frame.settings import State

    service, person = open_service(database)
    found = [h for h in service.headings(person) if h.state is not State.DELETED]
    if as_json:
        print_json(
            [
                {
                    "id": h.id,
                    "name": h.name,
                    "revision": h.revision,
                    "steps": {
                        key: round(made / total, 4) if total else 0.0
                        for key, (made, total) in h.steps.items()
                    },
                }
                for h in found
            ]
        )
        return
    tr = terminal_translator()
    untitled = tr(N_("Untitled strategy"))
    for heading in found:
        made, total = heading.done
        name = heading.name or untitled
        click.echo(f"{heading.id}  {made}/{total}  r{heading.revision}  {name}")


@main.command()
@click.argument("name")
@database_option
def example(name: str, database: str | None) -> None:
    """Create an example strategy (bakery, software) and print its id."""
    from canvas.services import exchange

    service, person = open_service(database)
    click.echo(exchange.open_example(service, person, name))


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", metavar="ID", help="Merge into this strategy instead of a new one.")
@click.option("--dry-run", is_flag=True, help="With --into: only say what would change.")
@database_option
@json_option
def import_file(
    file: Path, into: str | None, dry_run: bool, database: str | None, as_json: bool
) -> None:
    """Import a project file as a new strategy and print its id."""
    from canvas.imports.project import MAX_BYTES
    from canvas.services import exchange

    if dry_run and not into:
        fail("--dry-run goes with --into ID.")
    try:
        with file.open("rb") as stream:
            exchange.check_upload_size(file.stat().st_size)
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        fail(f"{file}: {error.strerror}.")
    service, person = open_service(database)
    if into is None:
        click.echo(exchange.import_project(service, person, content))
        return
    merged = exchange.merge_project(service, person, into, content, dry_run=dry_run)
    if as_json:
        print_json(_merge_json(merged))
    else:
        click.echo(
            f"{len(merged.created)} new, {len(merged.changed)} changed, "
            f"{len(merged.kept)} kept, {len(merged.conflicts)} in conflict"
        )
    if merged.conflicts:
        raise SystemExit(1)


def _merge_json(merged: Merge) -> dict[str, Any]:
    return {
        "new": [{"type": r.type, "record": r.id, "fields": dict(r.fields)} for r in merged.created],
        "changed": [
            {"type": c.type, "record": c.record, "field": c.field, "before": c.old, "after": c.new}
            for c in merged.changed
        ],
        "kept": [{"type": type_key, "record": record} for type_key, record in merged.kept],
        "conflicts": [
            {
                "type": c.edit.type,
                "record": c.edit.record,
                "field": c.edit.field,
                "before": c.theirs,
                "after": c.edit.new,
            }
            for c in merged.conflicts
        ],
    }
