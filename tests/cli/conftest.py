"""A database of the test's own, and the commands run on it."""

import pytest
from click.testing import CliRunner

from canvas import cli
from canvas.services import open_strategies


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.setenv("CANVAS_AUTHOR", "nora")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return f"sqlite:///{tmp_path / 'canvas.sqlite3'}"


@pytest.fixture
def service(database):
    opened = open_strategies(database)
    yield opened
    opened.store.close()


@pytest.fixture
def run(database):
    """Run a command; the outcome has `exit_code`, `stdout` and `stderr`."""

    def run_it(*arguments, status=0):
        named = () if arguments[0] == "schema" else ("--database", database)
        outcome = CliRunner().invoke(cli.main, [*map(str, arguments), *named])
        assert outcome.exit_code == status, outcome.output
        assert outcome.exception is None or isinstance(outcome.exception, SystemExit)
        return outcome

    return run_it
