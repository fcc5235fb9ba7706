"""What was changed, and its last step taken back."""

from __future__ import annotations

import json

import click

from canvas.cli.common import database_option, json_option, main, open_service, print_json

LONGEST_SHOWN = 400
"""Characters of a value in the history, as text; `--json` gives all of it."""


@main.command()
@click.argument("strategy_id", metavar="ID")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Change sets to go back.",
)
@database_option
@json_option
def history(strategy_id: str, limit: int, database: str | None, as_json: bool) -> None:
    """Show what was changed, newest first."""
    service, person = open_service(database)
    lines = [
        {
            "revision": change_set.revision,
            "at": change_set.at.isoformat(),
            "author": change_set.author,
            "record": f"{change.type}/{change.record}",
            "field": change.field,
            "before": change.old,
            "after": change.new,
        }
        for change_set in service.history(strategy_id, person, limit)
        for change in change_set.changes
    ]
    if as_json:
        print_json(lines)
        return
    for line in lines:
        before, after = (_in_short(line[name]) for name in ("before", "after"))
        click.echo(
            f"{line['revision']}  {line['at']}  {line['author']}  {line['record']}  "
            f"{line['field']}: {before} → {after}"
        )


def _in_short(value: object) -> str:
    """Return a raw value on a line that a terminal can show; a picture is a long one."""
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= LONGEST_SHOWN else written[:LONGEST_SHOWN] + "…"


@main.command()
@click.argument("strategy_id", metavar="ID")
@database_option
def undo(strategy_id: str, database: str | None) -> None:
    """Take back the last group of changes."""
    service, person = open_service(database)
    outcome = service.undo(strategy_id, person)
    click.echo(f"{len(outcome.changes)} taken back, {len(outcome.conflicts)} refused")
    if outcome.conflicts:
        raise SystemExit(1)
