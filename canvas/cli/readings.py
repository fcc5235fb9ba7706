"""Brings platform files in."""

from __future__ import annotations

import unicodedata
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
    import datetime as dt

    from canvas.domain.strategy import Strategy
    from canvas.i18n import Translator
    from canvas.services.readings import Arrival, Counts

SOURCES = ("auto", "ga4", "linkedin", "facebook", "instagram", "meta", "x", "youtube", "tiktok",
           "table")  # fmt: skip
"""Platforms by their codes; listed here so that help comes without loading the steps."""


@main.command()
@click.argument("strategy_id", metavar="ID")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--source",
    type=click.Choice(SOURCES),
    default="auto",
    show_default=True,
    help="Whose files they are, where they do not tell.",
)
@click.option(
    "--dates",
    type=click.Choice(("day-first", "month-first")),
    help="What their dates put first, where they do not tell.",
)
@click.option(
    "--decimals",
    type=click.Choice(("comma", "point")),
    help="What stands before their decimals, where they do not tell.",
)
@click.option("--account", metavar="HANDLE", help="Name of the account that their figures are of.")
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@database_option
@json_option
def readings(  # noqa: PLR0917 - click passes them by name
    strategy_id: str,
    files: tuple[Path, ...],
    source: str,
    dates: str | None,
    decimals: str | None,
    account: str | None,
    dry_run: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Bring files of platforms into a strategy: readings and posts, in one step.

    Exit status 1 where a file cannot be used, or something of it has to be said on the page first;
    the others come in all the same.
    """
    from canvas.imports.platforms import Answers
    from canvas.services import readings as service_of
    from canvas.services.clock import local_now
    from canvas.services.figures import FigureShelf
    from canvas.services.readings import words
    from canvas.steps.measure.choices import Platform
    from canvas.steps.measure.files import DateOrder, DecimalSign

    contents = [(path.name, _content(path)) for path in files]
    service, person = open_service(database)
    strategy = service.open(strategy_id, person)
    tr = terminal_translator()
    if account is not None and not _accounts_called(strategy, account):
        fail(_unknown(strategy, account, tr))
    today = local_now(strategy).date()
    answers = Answers(
        platform=Platform.read(source),
        date_order=DateOrder.read((dates or "").replace("-", "_")),
        decimal_sign=DecimalSign.read(decimals),
    )
    reply = service_of.Reply(answers)
    replies = [reply] * len(contents)
    arrivals = service_of.understand(service, person, strategy_id, contents, replies, today=today)
    if account is not None:
        arrivals = tuple(_of_account(strategy, one, account, today) for one in arrivals)
    shelf = FigureShelf(service.store)
    counts = service_of.weighed(shelf, strategy, arrivals).files
    if not dry_run:
        service_of.bring(service, person, strategy_id, arrivals, tr, remember=False)
    lines = [_line(one, found, tr) for one, found in zip(arrivals, counts, strict=True)]
    for arrival in arrivals:
        if arrival.batch is None:
            click.echo(tr(words.refusal(arrival)), err=True)
    if as_json:
        print_json(lines)
    else:
        for line in lines:
            click.echo("\t".join(_told(line)))
    if any(arrival.batch is None for arrival in arrivals):
        raise SystemExit(1)


def _content(path: Path) -> bytes:
    """Return the bytes of a file, one more than are read at most."""
    from canvas.imports.platforms.opening import MAX_BYTES

    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        fail(f"{path}: {error.strerror}.")


def _of_account(strategy: Strategy, arrival: Arrival, handle: str, today: dt.date) -> Arrival:
    """Return a file with the figures of the account that was named, where it is on its network."""
    from dataclasses import replace

    from canvas.services.readings import settled

    if not arrival.needs_account:
        return arrival
    wanted = [one for one in _accounts_called(strategy, handle) if one in arrival.offered]
    if len(wanted) == 1:
        return settled(strategy, arrival, replace(arrival.reply, account=wanted[0]), today)
    return replace(arrival, account="", batch=None)


def _accounts_called(strategy: Strategy, handle: str) -> list[str]:
    """Return the ids of the accounts that bear a name; several networks may have it."""
    from canvas.steps.audit.accounts import Account

    return [one.id for one in strategy.of(Account) if _level(one.handle) == _level(handle)]


def _level(handle: str) -> str:
    return unicodedata.normalize("NFC", handle).strip().removeprefix("@").casefold()


def _unknown(strategy: Strategy, handle: str, tr: Translator) -> str:
    from canvas.domain.messages import N_
    from canvas.steps.audit.accounts import Account

    known = [one.handle for one in strategy.of(Account) if one.handle][:12]
    if not known:
        none = N_("No account is called “{handle}”: the strategy has none yet.")
        return str(tr(none, handle=handle))
    there_are = N_("No account is called “{handle}”. There are: {known}.")
    return str(tr(there_are, handle=handle, known=known))


def _line(arrival: Arrival, counts: Counts | None, tr: Translator) -> dict[str, Any]:
    """Return a file as programs read it."""
    from canvas.services.readings import words

    understood = arrival.understood
    return {
        "file": arrival.name,
        "platform": str(understood.platform) if understood and understood.platform else None,
        "grain": str(understood.grain) if understood and understood.grain else None,
        "rows": understood.rows if understood else 0,
        "readings": arrival.readings,
        "posts": arrival.posts,
        "new": counts.new if counts else 0,
        "changed": counts.changed if counts else 0,
        "unchanged": counts.unchanged if counts else 0,
        "problems": [tr(message) for message in words.problems(arrival)],
    }


def _told(line: dict[str, Any]) -> list[str]:
    counted = ("rows", "readings", "posts", "new", "changed", "unchanged")
    return [
        line["file"],
        str(line["platform"] or "?"),
        str(line["grain"] or "?"),
        *(f"{line[name]} {name}" for name in counted),
        *line["problems"],
    ]
