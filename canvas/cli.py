"""The command line, for who scripts and for tests: `python -m canvas …`.

Exit status: 0 done, 1 findings or a negative answer, 2 the user's mistake, said in
one sentence on standard error.  Libraries are imported in the commands that need them.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_

if TYPE_CHECKING:
    from canvas.services import Person, Strategies
    from canvas.services.exchange import Merge

EXPORTS = ("project", "deck")

LONGEST_SHOWN = 400
"""Characters of a value in the history, as text; `--json` gives all of it."""


class Commands(click.Group):
    """A group that says errors as sentences and exits with 2."""

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run a command line; what was wrong with it becomes one line on standard error."""
        try:
            status = super().main(*args, **{**options, "standalone_mode": False})
        except CanvasError as error:
            _fail(_tr()(error.say()))
        except click.ClickException as error:
            _fail(error.format_message())
        except click.Abort:
            raise SystemExit(1) from None
        raise SystemExit(status if isinstance(status, int) else 0)


def _fail(sentence: str) -> NoReturn:
    click.echo(sentence, err=True)
    raise SystemExit(2)


def _tr(language: str | None = None) -> Any:
    """Return the translator of `language`, or of the terminal's."""
    from canvas.i18n import Translator, best_language

    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    terminal = next(filter(None, map(os.environ.get, names)), "en")
    return Translator(language or best_language(terminal.replace("_", "-").split(".")[0]))


def _database(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--database",
        metavar="URL",
        help="Address of the store; CANVAS_DATABASE or data/var/canvas.sqlite3 if not given.",
    )(command)


def _as_json(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(
        command
    )


def _open(database: str | None) -> tuple[Strategies, Person]:
    from canvas.services import Person, open_strategies
    from canvas.settings import installation

    here = installation()
    return open_strategies(database or here.database), Person(here.author)


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=__import__("canvas").__version__)
def main() -> None:
    """Canevas: a social-media strategy, from audit to measurement."""


@main.command("list")
@_database
@_as_json
def list_strategies(database: str | None, as_json: bool) -> None:
    """List the strategies: id, name, steps done, revision."""
    from canvas.steps.frame.settings import State

    service, person = _open(database)
    found = [h for h in service.headings(person) if h.state is not State.DELETED]
    if as_json:
        _print_json(
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
    tr = _tr()
    for heading in found:
        made, total = heading.done
        click.echo(
            f"{heading.id}  {made}/{total}  r{heading.revision}  "
            f"{heading.name or tr(N_('Untitled strategy'))}"
        )


@main.command()
@click.argument("name")
@_database
def example(name: str, database: str | None) -> None:
    """Create an example strategy (bakery, software) and print its id."""
    from canvas.services import exchange

    service, person = _open(database)
    click.echo(exchange.open_example(service, person, name))


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", metavar="ID", help="Merge into this strategy instead of a new one.")
@click.option("--dry-run", is_flag=True, help="With --into: only say what would change.")
@_database
@_as_json
def import_file(
    file: Path, into: str | None, dry_run: bool, database: str | None, as_json: bool
) -> None:
    """Import a project file as a new strategy and print its id."""
    from canvas.imports.project import MAX_BYTES
    from canvas.services import exchange

    if dry_run and not into:
        _fail("--dry-run goes with --into ID.")
    try:
        with file.open("rb") as stream:
            exchange.check_upload_size(file.stat().st_size)
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        _fail(f"{file}: {error.strerror}.")
    service, person = _open(database)
    if into is None:
        click.echo(exchange.import_project(service, person, content))
        return
    merged = exchange.merge_project(service, person, into, content, dry_run=dry_run)
    if as_json:
        _print_json(_merge_json(merged))
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


@main.command()
@click.argument("kind")
@click.argument("strategy_id", metavar="ID")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File to write.")
@click.option("--lang", "language", type=click.Choice(["fr", "en"]), help="Language of the export.")
@click.option("--complete", is_flag=True, help="With deck: every list, not for management only.")
@_database
def export(  # noqa: PLR0917 - click passes them by name
    kind: str,
    strategy_id: str,
    out: Path,
    language: str | None,
    complete: bool,
    database: str | None,
) -> None:
    """Write a strategy as KIND: project or deck."""
    from canvas.services import exchange

    if kind not in EXPORTS:
        raise exchange.UnknownExportError(kind=kind, known=EXPORTS)
    service, person = _open(database)
    strategy = service.open(strategy_id, person)
    if kind == "project":
        from canvas.exports.project import build_project

        content = build_project(strategy)
    else:
        from canvas.steps.frame.settings import Settings

        chosen = strategy.one(Settings).language
        tr = _tr(language or (str(chosen) if chosen else None))
        content = exchange.deck(strategy, tr, dt.date.today(), complete=complete)  # noqa: DTZ011
    try:
        out.write_bytes(content)
    except OSError as error:
        _fail(f"{out}: {error.strerror}.")


@main.command()
@click.argument("strategy_id", metavar="ID")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Change sets to go back.",
)
@_database
@_as_json
def history(strategy_id: str, limit: int, database: str | None, as_json: bool) -> None:
    """Show what was changed, newest first."""
    service, person = _open(database)
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
        _print_json(lines)
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
@_database
def undo(strategy_id: str, database: str | None) -> None:
    """Take back the last group of changes."""
    service, person = _open(database)
    outcome = service.undo(strategy_id, person)
    click.echo(f"{len(outcome.changes)} taken back, {len(outcome.conflicts)} refused")
    if outcome.conflicts:
        raise SystemExit(1)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the project file."""
    from canvas.exports import project

    _print_json(project.schema())


@main.command()
@_database
@_as_json
def doctor(database: str | None, as_json: bool) -> None:
    """Say what works here, and what to do about what does not."""
    from canvas.services import doctor as checks
    from canvas.settings import installation

    findings = checks.examine(database or installation().database)
    if as_json:
        _print_json(
            [
                {"check": f.check, "ok": f.ok, "detail": f.detail, "remedy": f.remedy}
                for f in findings
            ]
        )
    else:
        for finding in findings:
            mark = "ok  " if finding.ok else "FAIL"
            click.echo(f"{mark}  {finding.check}: {finding.detail}")
            if finding.remedy:
                click.echo(f"      → {finding.remedy}")
    if not all(finding.ok for finding in findings if finding.needed):
        raise SystemExit(1)
