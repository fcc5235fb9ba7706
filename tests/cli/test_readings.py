"""The command that brings platform files in."""

import json

import pytest

from canvas.services import Person
from canvas.steps.measure.files import DataFile
from tests.imports.platform_files import facebook, instagram

KEYS = ["file", "platform", "grain", "rows", "readings", "posts", "new", "changed", "unchanged",
        "problems"]  # fmt: skip
NORA = Person("nora")


@pytest.fixture
def port(service):
    """A strategy with one account on Facebook, and two on Instagram."""
    accounts = [
        ("account", name, {"handle": handle, "network": network})
        for name, handle, network in (
            ("fb", "The Harbour Bakery", "facebook"),
            ("ig", "Port", "instagram"),
            ("old", "Quay", "instagram"),
        )
    ]
    return service.create(NORA, {"name": "Port", "language": "en"}, accounts)


@pytest.fixture
def files(tmp_path):
    """Files of Facebook and Instagram, and one that is broken."""
    contents = {
        "facebook.csv": facebook("en").content(),
        "instagram.csv": instagram("en").content(),
        "broken.xlsx": b"PK\x03\x04 and no more",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


def test_a_dry_run_says_what_would_come_in_and_changes_nothing(run, service, port, files):
    out = run("readings", port, files["facebook.csv"], "--dry-run", "--json").stdout
    (found,) = json.loads(out)
    assert list(found) == KEYS
    assert (found["file"], found["platform"], found["grain"]) == (
        "facebook.csv", "facebook", "posts",
    )  # fmt: skip
    assert found["posts"] == found["new"] == found["rows"]
    assert (found["readings"], found["changed"], found["unchanged"]) == (0, 0, 0)
    assert service.open(port, NORA).of(DataFile) == ()


def test_files_come_in_once_as_one_step(run, service, port, files):
    arguments = ("readings", port, files["facebook.csv"], "--json")
    (first,) = json.loads(run(*arguments).stdout)
    (again,) = json.loads(run(*arguments).stdout)
    assert first["new"] == again["unchanged"] > 0
    assert (again["new"], again["changed"]) == (0, 0)
    assert [file.name for file in service.open(port, NORA).of(DataFile)] == ["facebook.csv"]
    run("undo", port)
    assert service.open(port, NORA).of(DataFile) == ()


def test_what_cannot_be_used_is_said_and_the_others_come_in(run, service, port, files):
    outcome = run("readings", port, *files.values(), "--json", status=1)
    found = {line["file"]: line for line in json.loads(outcome.stdout)}
    assert list(found) == list(files)
    assert found["broken.xlsx"]["platform"] is None
    assert found["broken.xlsx"]["problems"][0].endswith(".")
    assert found["instagram.csv"]["problems"] == ["Say which account its figures are of."]
    said = outcome.stderr.splitlines()
    assert said[0] == "instagram.csv: Say which account its figures are of."
    assert "broken.xlsx" in said[1]
    assert [file.account for file in service.open(port, NORA).of(DataFile)] == ["fb"]


def test_the_account_may_be_named(run, service, port, files):
    run("readings", port, files["instagram.csv"], "--account", "@port")
    assert [file.account for file in service.open(port, NORA).of(DataFile)] == ["ig"]


def test_an_account_of_another_network_is_not_taken(run, service, port, files):
    outcome = run("readings", port, files["facebook.csv"], "--account", "Port", status=1)
    assert "account" in outcome.stderr
    assert service.open(port, NORA).of(DataFile) == ()


def test_people_read_a_line_a_file(run, port, files):
    out = run("readings", port, files["facebook.csv"]).stdout
    assert out.startswith("facebook.csv\tfacebook\tposts\t")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--account", "nobody"], "There are: The Harbour Bakery, Port"),
        (["--source", "myspace"], "myspace"),
        (["no/such/file.csv"], "no/such/file.csv"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(run, port, files, arguments, words):
    outcome = run("readings", port, files["facebook.csv"], *arguments, status=2)
    assert words in outcome.stderr
    assert "Traceback" not in outcome.output
    assert outcome.stdout == ""


def test_a_strategy_that_is_not_there_is_a_mistake(run, files):
    outcome = run("readings", "none", files["facebook.csv"], status=2)
    assert len(outcome.stderr.splitlines()) == 1


def test_what_dates_and_decimals_put_first_may_be_said(run, port, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("Date;Views\n03/04/2026;12\n05/06/2026;14\n", encoding="utf-8")
    asked = run("readings", port, path, "--account", "Port", status=1).stderr
    assert "Say whether its dates put the day or the month first." in asked
    told = run(
        "readings", port, path, "--account", "Port", "--dates", "day-first", "--decimals",
        "comma", "--json",
    )  # fmt: skip
    assert json.loads(told.stdout)[0]["readings"] == 2


def test_a_platform_may_be_named(run, port, files):
    (found,) = json.loads(
        run("readings", port, files["facebook.csv"], "--source", "facebook", "--json").stdout
    )
    assert found["platform"] == "facebook"


def test_the_sources_are_the_platforms():
    from canvas.cli.readings import SOURCES
    from canvas.steps.measure.choices import Platform

    assert ("auto", *map(str, Platform)) == SOURCES
