"""`python -m canvas check`: what hangs loose, for people and for programs."""

import json

from click.testing import CliRunner

from canvas import cli
from canvas.services import Person, exchange

NORA = Person("nora")


def check(database, strategy_id, *options):
    return CliRunner().invoke(cli.main, ["check", strategy_id, "--database", database, *options])


def test_a_coherent_strategy_has_nothing_to_say_and_ends_well(service, database):
    found = check(database, exchange.open_example(service, NORA, "bakery"))
    assert (found.exit_code, found.stdout) == (0, "")


def test_an_empty_strategy_is_left_in_peace(service, database):
    found = check(database, service.create(NORA, {"name": "Port"}), "--json")
    assert (found.exit_code, json.loads(found.stdout)) == (0, [])


def test_a_contradiction_ends_with_status_one_and_names_its_records(service, database):
    objective = {"title": "More orders", "is_primary": True}
    strategy_id = service.create(NORA, {"name": "Port"}, [("objective", "o", objective)])
    found = check(database, strategy_id, "--json")
    lines = json.loads(found.stdout)
    assert found.exit_code == 1
    assert {tuple(line) for line in lines} == {("rule", "severity", "step", "records", "message")}
    (line,) = (line for line in lines if line["rule"] == "objective_without_kpi")
    assert line["records"] == ["objective/o"]
    assert "“More orders”" in line["message"]


def test_the_text_groups_what_was_found_by_its_weight(service, database):
    strategy_id = service.create(
        NORA, {"name": "Port"}, [("competitor", "c", {"name": "Breadhead"})]
    )
    found = check(database, strategy_id)
    assert found.exit_code == 0
    heading, line = found.stdout.splitlines()
    assert heading == "To be looked at (1)"
    assert line.split()[:2] == ["audit", "competitor_count"]
