"""Says what hangs loose in a strategy, and what was accepted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from canvas.cli.common import (
    database_option,
    json_option,
    main,
    open_service,
    print_json,
    terminal_translator,
)
from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_, say

if TYPE_CHECKING:
    from canvas.i18n import Translator
    from canvas.rules.coherence import Finding, Findings


class UnknownStepError(CanvasError):
    """No step has this key."""

    message = N_("“{step}” is not a step. Choose one of: {known}.")


@main.command()
@click.argument("strategy_id", metavar="ID")
@click.option("--step", help="Only what is found on this step: frame, audit, objectives …")
@click.option("--lang", "language", type=click.Choice(["fr", "en"]), help="Language of the answer.")
@click.option("--accepted", is_flag=True, help="With --json: what was accepted too, with reasons.")
@database_option
@json_option
def check(
    strategy_id: str,
    *,
    step: str | None,
    language: str | None,
    accepted: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Print the findings of the rules; status 1 where something contradicts."""
    from canvas.rules.coherence import Severity, findings
    from canvas.steps import BY_KEY
    from canvas.steps.frame.settings import Settings

    if step is not None and step not in BY_KEY:
        raise UnknownStepError(step=step, known=tuple(BY_KEY))
    service, person = open_service(database)
    strategy = service.open(strategy_id, person)
    chosen = strategy.one(Settings).language
    tr = terminal_translator(language or (str(chosen) if chosen else None))
    found = findings(strategy, step)
    if as_json:
        print_json(_as_data(found, tr, accepted=accepted))
    else:
        for line in _as_text(found, tr):
            click.echo(line)
    if any(finding.severity is Severity.ERROR for finding in found.open):
        raise SystemExit(1)


def _as_data(found: Findings, tr: Translator, *, accepted: bool) -> list[dict[str, object]]:
    def told(finding: Finding) -> dict[str, object]:
        return {
            "rule": str(finding.rule),
            "severity": str(finding.severity),
            "step": finding.step,
            "records": [f"{kind}/{record}" for kind, record in finding.records],
            "field": finding.field,
            "capability": finding.capability,
            "source": finding.source,
            "message": tr(finding.sentence),
        }

    told_accepted = [
        {
            **told(one.finding),
            "reason": one.by.reason,
            "accepted_by": one.by.accepted_by,
            "accepted_on": str(one.by.accepted_on or ""),
        }
        for one in found.accepted
    ]
    return [*map(told, found.open), *(told_accepted if accepted else ())]


def _as_text(found: Findings, tr: Translator) -> Iterator[str]:
    from canvas.rules.coherence import Severity

    for severity in Severity:
        lines = [finding for finding in found.open if finding.severity is severity]
        if lines:
            yield f"{tr(severity.label)} ({len(lines)})"
        for finding in lines:
            yield f"  {finding.step}  {finding.rule}  {tr(finding.sentence)}"
    if not found.open and not found.accepted:
        yield tr(N_("The rules have nothing to say."))
    if found.accepted:
        heading = tr(N_("Accepted"))
        yield f"{heading} ({len(found.accepted)})"
    for accepted in found.accepted:
        finding, by = accepted.finding, accepted.by
        yield f"  {finding.step}  {finding.rule}  {tr(finding.sentence)}"
        day = tr(say(N_("{day}"), day=by.accepted_on)) if by.accepted_on else ""
        who = ", ".join(filter(None, (by.accepted_by, day)))
        reason = " ".join(by.reason.split())
        yield f"      → {reason}" + (f" ({who})" if who else "")
