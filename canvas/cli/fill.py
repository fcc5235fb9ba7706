"""Fills the calendar from the rhythms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from canvas.cli.common import database_option, json_option, main, open_service, print_json

if TYPE_CHECKING:
    from canvas.rules.recurrence import Generation
    from canvas.steps.plan.calendar import Post

DAY = click.DateTime(formats=["%Y-%m-%d"])


@main.command("fill")
@click.argument("strategy_id", metavar="ID")
@click.option("--from", "first", metavar="DAY", type=DAY, required=True, help="As 2027-01-01.")
@click.option("--to", "last", metavar="DAY", type=DAY, required=True, help="As 2027-03-31.")
@click.option("--rhythm", "rhythms", metavar="ID", multiple=True, help="Only this one; repeatable.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@database_option
@json_option
def fill_calendar(
    *,
    strategy_id: str,
    first: dt.datetime,
    last: dt.datetime,
    rhythms: tuple[str, ...],
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Make lines of the calendar from the rhythms; again, it spares what was edited."""
    from canvas.services import planning

    service, person = open_service(database)
    done = planning.fill(
        service,
        person,
        strategy_id,
        first.date(),
        last.date(),
        dry_run=dry_run,
        cadences=rhythms or None,
    )
    if as_json:
        print_json(_as_json(done))
        return
    click.echo(
        f"{len(done.created)} new, {len(done.moved)} moved, {len(done.renewed)} renewed, "
        f"{len(done.removed)} removed, {len(done.kept)} kept, {len(done.filled)} by hand, "
        f"{len(done.unchanged)} unchanged, {len(done.skipped)} left out"
    )


def _as_json(done: Generation) -> dict[str, Any]:
    def ids(posts: tuple[Post, ...]) -> list[str]:
        return [post.id for post in posts]

    return {
        "new": [dict(line.raw) for line in done.created],
        "moved": [{"record": line.post.id, "after": dict(line.raw)} for line in done.moved],
        "renewed": [{"record": line.post.id, "after": dict(line.raw)} for line in done.renewed],
        "removed": ids(done.removed),
        "kept": ids(done.kept),
        "by_hand": ids(done.filled),
        "unchanged": ids(done.unchanged),
        "left_out": [
            {"rhythm": silence.cadence, "day": silence.day.isoformat()} for silence in done.skipped
        ],
    }
