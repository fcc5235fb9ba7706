"""Filling the calendar from the command line."""

import json

import pytest

from canvas.services import Person, exchange

QUARTER = ("--from", "2027-04-01", "--to", "2027-06-30")


@pytest.fixture
def fill(run, service):
    """Run `fill` on a fresh bakery."""
    bakery = exchange.open_example(service, Person("nora"), "bakery")
    return lambda *options, **expected: run("fill", bakery, *options, **expected)


def test_a_dry_run_tells_what_filling_then_does(fill):
    foreseen = fill(*QUARTER, "--dry-run").stdout
    assert foreseen.startswith("39 new, 0 moved")
    assert fill(*QUARTER).stdout == foreseen
    assert fill(*QUARTER).stdout.startswith("0 new, 0 moved, 0 renewed, 0 removed, 0 kept")


def test_programs_get_the_lines_themselves(fill):
    done = json.loads(fill(*QUARTER, "--rhythm", "cad-video", "--json").stdout)
    assert {line["cadence"] for line in done["new"]} == {"cad-video"}
    assert done["new"][0]["date"] == "2027-04-01"
    assert (
        len(json.loads(fill(*QUARTER, "--rhythm", "cad-video", "--json").stdout)["unchanged"]) > 9
    )


def test_a_period_that_is_none_is_refused_in_a_sentence(fill):
    outcome = fill("--from", "2027-06-30", "--to", "2027-04-01", status=2)
    assert "ends after it begins" in outcome.stderr
    assert fill("--from", "soon", "--to", "2027-04-01", status=2).stderr
