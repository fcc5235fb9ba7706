"""`python -m canvas check`: what hangs loose, for people and for programs."""

import json

from click.testing import CliRunner

from canvas import cli
from canvas.services import Person, exchange

NORA = Person("nora")


def check(database, strategy_id, *options):
    return CliRunner().invoke(cli.main, ["check", strategy_id, "--database", database, *options])


def test_a_coherent_strategy_has_but_what_was_accepted_to_say_and_ends_well(service, database):
    bakery = exchange.open_example(service, NORA, "bakery")
    found = check(database, bakery, "--lang", "en")
    heading, *lines = found.stdout.splitlines()
    assert (found.exit_code, heading) == (0, "Accepted (2)")
    assert lines[0].split()[:2] == ["competitors", "few_scored_influencers"]
    assert lines[1].startswith("      → À Lorient, huit personnes")
    assert lines[1].endswith("(Maëlle, 17 November 2026)")


def test_an_empty_strategy_is_left_in_peace(service, database):
    strategy_id = service.create(NORA, {"name": "Port"})
    found = check(database, strategy_id, "--json")
    assert (found.exit_code, json.loads(found.stdout)) == (0, [])
    told = check(database, strategy_id, "--lang", "en").stdout
    assert told == "The rules have nothing to say.\n"


def test_a_contradiction_ends_with_status_one_and_names_its_records(service, database):
    objective = {"title": "More orders", "is_primary": True}
    strategy_id = service.create(NORA, {"name": "Port"}, [("objective", "o", objective)])
    found = check(database, strategy_id, "--json")
    lines = json.loads(found.stdout)
    assert found.exit_code == 1
    assert set().union(*lines) == {
        *("rule", "severity", "step", "records", "field"),
        *("capability", "source", "message"),
    }
    (line,) = (line for line in lines if line["rule"] == "objective_without_kpi")
    assert line["records"] == ["objective/o"]
    assert "“More orders”" in line["message"]


def test_an_accepted_contradiction_is_told_with_its_reason_and_ends_well(service, database):
    records = [
        ("objective", "o", {"title": "More orders", "is_primary": True}),
        *(
            ("accepted_finding", rule, {"rule": rule, "reason": "Not now.", "accepted_by": "Nora"})
            for rule in ("objective_without_kpi", "not_measurable", "not_timed")
        ),
    ]
    strategy_id = service.create(NORA, {"name": "Port"}, records)
    asked = ("--json", "--step", "objectives")
    opened = json.loads(check(database, strategy_id, *asked).stdout)
    found = check(database, strategy_id, *asked, "--accepted")
    lines = json.loads(found.stdout)
    assert lines[: len(opened)] == opened
    accepted = {
        line["rule"]: (line["reason"], line["accepted_by"]) for line in lines[len(opened) :]
    }
    assert accepted["objective_without_kpi"] == ("Not now.", "Nora")
    assert opened
    assert not accepted.keys() & {line["rule"] for line in opened}
    assert found.exit_code == 0


def test_one_step_alone_can_be_asked(service, database):
    software = exchange.open_example(service, NORA, "software")
    found = check(database, software, "--step", "audit", "--lang", "fr")
    heading, *lines = found.stdout.splitlines()
    assert (found.exit_code, heading) == (0, "À regarder (2)")
    assert [line.split()[0] for line in lines] == ["audit"] * 2
    refused = check(database, software, "--step", "nowhere")
    assert refused.exit_code == 2
    assert "nowhere" in refused.output


def test_the_text_groups_what_was_found_by_its_weight(service, database):
    strategy_id = service.create(
        NORA, {"name": "Port"}, [("competitor", "c", {"name": "Breadhead"})]
    )
    found = check(database, strategy_id)
    assert found.exit_code == 0
    heading, line = found.stdout.splitlines()
    assert heading == "To be looked at (1)"
    assert line.split()[:2] == ["audit", "competitor_count"]
