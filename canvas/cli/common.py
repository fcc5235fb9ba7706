"""What all commands share: the group, its errors, its options."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import click

from canvas.domain.errors import CanvasError

if TYPE_CHECKING:
    from canvas.services import Person, Strategies


class Commands(click.Group):
    """A group that says errors as sentences and exits with 2."""

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run a command line; what was wrong with it becomes one line on standard error."""
        try:
            status = super().main(*args, **{**options, "standalone_mode": False})
        except CanvasError as error:
            fail(terminal_translator()(error.say()))
        except click.ClickException as error:
            fail(error.format_message())
        except click.Abort:
            raise SystemExit(1) from None
        raise SystemExit(status if isinstance(status, int) else 0)


def fail(sentence: str) -> NoReturn:
    """Say what the user did wrong, and stop with status 2."""
    click.echo(sentence, err=True)
    raise SystemExit(2)


def terminal_translator(language: str | None = None) -> Any:
    """Return the translator of `language`, or of the terminal's."""
    from canvas.i18n import Translator, best_language

    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    terminal = next(filter(None, map(os.environ.get, names)), "en")
    return Translator(language or best_language(terminal.replace("_", "-").split(".")[0]))


def database_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names its store."""
    return click.option(
        "--database",
        metavar="URL",
        help="Address of the store; CANVAS_DATABASE or data/var/canvas.sqlite3 if not given.",
    )(command)


def json_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option to speak to programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(
        command
    )


def open_service(database: str | None) -> tuple[Strategies, Person]:
    """Return the strategies of a store, and who uses them here."""
    from canvas.services import Person, open_strategies
    from canvas.settings import installation

    here = installation()
    return open_strategies(database or here.database), Person(here.author)


def print_json(value: Any) -> None:
    """Print a value for a program."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version=__import__("canvas").__version__)
def main() -> None:
    """Canevas: a social-media strategy, from audit to measurement."""
