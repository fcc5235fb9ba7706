"""Says what hangs loose in a strategy."""

from __future__ import annotations

import click

from canvas.cli.common import (
    database_option,
    json_option,
    main,
    open_service,
    print_json,
    terminal_translator,
)


@main.command()
@click.argument("strategy_id", metavar="ID")
@database_option
@json_option
def check(strategy_id: str, database: str | None, as_json: bool) -> None:
    """Print the findings of the rules; status 1 where something contradicts."""
    from canvas.rules.coherence import Severity, findings
    from canvas.steps.frame.settings import Settings

    service, person = open_service(database)
    strategy = service.open(strategy_id, person)
    chosen = strategy.one(Settings).language
    tr = terminal_translator(str(chosen) if chosen else None)
    found = findings(strategy).open
    if as_json:
        print_json(
            [
                {
                    "rule": str(finding.rule),
                    "severity": str(finding.severity),
                    "step": finding.step,
                    "records": [f"{kind}/{record}" for kind, record in finding.records],
                    "message": tr(finding.sentence),
                }
                for finding in found
            ]
        )
    else:
        for severity in Severity:
            lines = [finding for finding in found if finding.severity is severity]
            if lines:
                click.echo(f"{tr(severity.label)} ({len(lines)})")
            for finding in lines:
                click.echo(f"  {finding.step}  {finding.rule}  {tr(finding.sentence)}")
    if any(finding.severity is Severity.ERROR for finding in found):
        raise SystemExit(1)
