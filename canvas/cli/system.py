"""The schema of the project file, and what works on this machine."""

from __future__ import annotations

import click

from canvas.cli.common import database_option, json_option, main, print_json


@main.command()
def schema() -> None:
    """Print the JSON Schema of the project file."""
    from canvas.exports import project

    print_json(project.schema())


@main.command()
@database_option
@json_option
def doctor(database: str | None, as_json: bool) -> None:
    """Say what works here, and what to do about what does not."""
    from canvas.services import doctor as checks
    from canvas.settings import installation

    findings = checks.examine(database or installation().database)
    if as_json:
        print_json(
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
