"""Filling the calendar from the command line."""

import json

import pytest
from click.testing import CliRunner

from canvas import cli
from canvas.services import Person, exchange, open_strategies

QUARTER = ("--from", "2027-04-01", "--to", "2027-06-30")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `fill` on a fresh bakery."""
    monkeypatch.setenv("CANVAS_AUTHOR", "nora")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    database = f"sqlite:///{tmp_path / 'canvas.sqlite3'}"
    service = open_strategies(database)
    bakery = exchange.open_example(service, Person("nora"), "bakery")
    service.store.close()

    def run_it(*options, status=0):
        command = ["fill", bakery, *options, "--database", database]
        outcome = CliRunner().invoke(cli.main, command)
        assert outcome.exit_code == status, outcome.output
        return outcome

    return run_it


def test_a_dry_run_tells_what_filling_then_does(run):
    foreseen = run(*QUARTER, "--dry-run").stdout
    assert foreseen.startswith("39 new, 0 moved")
    assert run(*QUARTER).stdout == foreseen
    assert run(*QUARTER).stdout.startswith("0 new, 0 moved, 0 renewed, 0 removed, 0 kept")


def test_programs_get_the_lines_themselves(run):
    done = json.loads(run(*QUARTER, "--rhythm", "cad-video", "--json").stdout)
    assert {line["cadence"] for line in done["new"]} == {"cad-video"}
    assert done["new"][0]["date"] == "2027-04-01"
    assert len(json.loads(run(*QUARTER, "--rhythm", "cad-video", "--json").stdout)["unchanged"]) > 9


def test_a_period_that_is_none_is_refused_in_a_sentence(run):
    outcome = run("--from", "2027-06-30", "--to", "2027-04-01", status=2)
    assert "ends after it begins" in outcome.stderr
    assert run("--from", "soon", "--to", "2027-04-01", status=2).stderr
