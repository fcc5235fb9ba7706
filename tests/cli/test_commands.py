"""The command line: what each command prints, and with which status it ends."""

import contextlib
import datetime as dt
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from pptx import Presentation

from canvas import cli
from canvas.domain.changes import Edit
from canvas.services import Person
from canvas.steps import STEPS
from canvas.steps.frame.settings import State

ITEM = "swot_item"


@pytest.fixture
def port(service):
    """A strategy with one SWOT note that was changed once."""
    nora = Person("nora")
    strategy_id = service.create(nora, {"name": "Port"}, [(ITEM, "a", {"text": "Good bread"})])
    service.edit(strategy_id, nora, [Edit(ITEM, "a", "text", "Good bread", "Best bread")])
    return strategy_id


def refused(outcome, *said):
    """Check that one sentence stands on standard error and nothing on standard output."""
    assert outcome.stdout == ""
    (line,) = outcome.stderr.splitlines()
    assert line.endswith(".")
    for part in said:
        assert part in line


# --- list -------------------------------------------------------------------------------


def test_list_gives_each_strategy_with_its_share_of_decisions(run, port):
    (found,) = json.loads(run("list", "--json").stdout)
    assert set(found) == {"id", "name", "revision", "steps"}
    assert (found["id"], found["name"], found["revision"]) == (port, "Port", 2)
    assert list(found["steps"]) == [step.key for step in STEPS]
    assert all(0 <= share <= 1 for share in found["steps"].values())


def test_list_is_for_people_too(run, port):
    line = run("list").stdout
    assert port in line
    assert "Port" in line
    assert " r2 " in line


def test_list_of_nothing_is_an_empty_array(run):
    assert json.loads(run("list", "--json").stdout) == []
    assert run("list").stdout == ""


def test_list_leaves_out_what_is_in_the_bin_and_keeps_the_archives(run, service, port):
    nora = Person("nora")
    gone = service.create(nora, {"name": "Gone"})
    service.set_state(gone, nora, State.DELETED)
    service.set_state(port, nora, State.ARCHIVED)
    assert [found["id"] for found in json.loads(run("list", "--json").stdout)] == [port]


# --- example, import --------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bakery", "software"])
def test_example_prints_the_id_of_a_strategy_that_is_there(run, name):
    strategy_id = run("example", name).stdout.strip()
    (found,) = json.loads(run("list", "--json").stdout)
    assert found["id"] == strategy_id
    assert sum(found["steps"].values()) > len(STEPS) / 2


def test_an_unknown_example_is_answered_with_the_known_ones(run):
    refused(run("example", "bank", status=2), "bank", "bakery", "software")


@pytest.fixture
def file(run, port, tmp_path):
    """The project file of the strategy `port`."""
    path = tmp_path / "port.canevas.json"
    run("export", "project", port, "--out", path)
    return path


def test_import_makes_a_new_strategy_that_exports_the_same_file(run, file, tmp_path):
    strategy_id = run("import", file).stdout.strip()
    assert len(json.loads(run("list", "--json").stdout)) == 2
    run("export", "project", strategy_id, "--out", tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_bytes()) == json.loads(file.read_bytes())


def test_a_dry_run_shows_what_a_merge_then_does(run, port, file):
    document = json.loads(file.read_bytes())
    document["records"][ITEM][0]["text"] = "Rye bread"
    document["records"][ITEM].append({"id": "b", "text": "No site"})
    file.write_text(json.dumps(document))
    planned = json.loads(run("import", file, "--into", port, "--dry-run", "--json").stdout)
    assert set(planned) == {"new", "changed", "kept", "conflicts"}
    assert [found["record"] for found in planned["new"]] == ["b"]
    assert planned["changed"] == [
        {"type": ITEM, "record": "a", "field": "text", "before": "Best bread", "after": "Rye bread"}
    ]
    assert json.loads(run("list", "--json").stdout)[0]["revision"] == 2
    assert run("import", file, "--into", port).stdout.startswith("1 new, 1 changed, 0 kept")
    assert json.loads(run("list", "--json").stdout)[0]["revision"] == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear colleague,", "not a Canevas project file"),
        (b'{"format": "canevas-project", "vers', "damaged (line 1)"),
        (b'{"format": "canevas-project", "version": 99, "records": {}}', "newer Canevas"),
        (b"", "not a Canevas project file"),
    ],
)
def test_an_odd_file_is_refused_and_nothing_is_created(run, tmp_path, content, said):
    path = tmp_path / "odd.json"
    path.write_bytes(content)
    refused(run("import", path, status=2), said)
    assert json.loads(run("list", "--json").stdout) == []


def test_a_file_of_500_mb_is_refused_before_it_is_read(run, tmp_path, monkeypatch):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: contextlib.nullcontext("nothing to read"))
    refused(run("import", path, status=2), "500 MB", "30 MB")


def test_a_file_that_is_not_there_or_is_a_folder_is_named(run, tmp_path):
    refused(run("import", tmp_path / "none.json", status=2), "none.json: No such file")
    refused(run("import", tmp_path, status=2), "Is a directory")


def test_a_dry_run_needs_a_strategy_to_merge_into(run, file):
    refused(run("import", file, "--dry-run", status=2), "--into ID")


# --- export -----------------------------------------------------------------------------


def test_export_writes_the_project_and_says_nothing(run, port, tmp_path):
    assert run("export", "project", port, "--out", tmp_path / "p.json").output == ""
    assert json.loads((tmp_path / "p.json").read_bytes())["format"] == "canevas-project"


@pytest.mark.parametrize(("language", "word"), [("fr", "ouvert"), ("en", "open")])
def test_export_writes_a_deck_in_the_language_asked_for(run, port, tmp_path, language, word):
    run("export", "deck", port, "--out", tmp_path / "deck.pptx", "--lang", language)
    texts = [
        shape.text_frame.text
        for slide in Presentation(str(tmp_path / "deck.pptx")).slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any(word in text for text in texts)


def test_the_complete_deck_is_asked_for_by_name(run, port, tmp_path, monkeypatch):
    asked = []
    deck = "canvas.services.documents.deck"
    monkeypatch.setattr(deck, lambda *_, complete=False: asked.append(complete) or b"")
    run("export", "deck", port, "--out", tmp_path / "d.pptx")
    run("export", "deck", port, "--out", tmp_path / "d.pptx", "--complete")
    assert asked == [False, True]


def test_a_deck_is_in_the_strategys_language_where_none_is_asked_for(
    run, service, port, tmp_path, monkeypatch
):
    asked = []
    deck = "canvas.services.documents.deck"
    monkeypatch.setattr(deck, lambda strategy, tr, today, **_: asked.append(tr.language) or b"")
    run("export", "deck", port, "--out", tmp_path / "d.pptx")
    edit = Edit("settings", "settings", "language", None, "fr")
    service.edit(port, Person("nora"), [edit])
    run("export", "deck", port, "--out", tmp_path / "d.pptx")
    run("export", "deck", port, "--out", tmp_path / "d.pptx", "--lang", "en")
    assert asked == ["en", "fr", "en"]


def test_an_unknown_kind_is_answered_with_the_known_ones(run, port, tmp_path):
    out = tmp_path / "out"
    refused(run("export", "poster", port, "--out", out, status=2), "poster", "project", "deck")
    assert not out.exists()


def test_a_place_that_cannot_be_written_to_is_named(run, port, tmp_path):
    out = tmp_path / "nowhere" / "p.json"
    refused(run("export", "project", port, "--out", out, status=2), str(out))


# --- history, undo ----------------------------------------------------------------------


def test_history_lists_every_change_the_newest_first(run, port):
    lines = json.loads(run("history", port, "--json").stdout)
    assert lines[0] | {"at": ""} == {
        "revision": 2,
        "at": "",
        "author": "nora",
        "record": f"{ITEM}/a",
        "field": "text",
        "before": "Good bread",
        "after": "Best bread",
    }
    assert dt.datetime.fromisoformat(lines[0]["at"]).utcoffset() == dt.timedelta(0)
    assert [line["revision"] for line in lines] == sorted(
        (line["revision"] for line in lines), reverse=True
    )
    assert {
        line["revision"]
        for line in json.loads(run("history", port, "--limit", "1", "--json").stdout)
    } == {2}
    assert '"Good bread" → "Best bread"' in run("history", port).stdout


def test_undo_takes_the_last_group_back_and_then_says_that_there_is_none(run, port):
    assert run("undo", port).stdout == "1 taken back, 0 refused\n"
    assert json.loads(run("history", port, "--json").stdout)[0]["after"] == "Good bread"
    refused(run("undo", port, status=2), "nothing left to undo")


@pytest.mark.parametrize("command", [["history"], ["undo"], ["export", "project", "--out", "x"]])
def test_a_strategy_that_is_not_there_is_named(run, command):
    refused(run(*command, "nowhere", status=2), "There is no strategy “nowhere” here.")


# --- schema, doctor ---------------------------------------------------------------------


def test_schema_is_a_json_schema_that_the_projects_files_fit(run, file):
    schema = json.loads(run("schema").stdout)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(file.read_bytes()))


def test_doctor_finds_a_sound_installation_sound(run, port):
    found = json.loads(run("doctor", "--json").stdout)
    assert all(set(finding) == {"check", "ok", "detail", "remedy"} for finding in found)
    by_name = {finding["check"]: finding["ok"] for finding in found}
    assert by_name["database"]
    assert by_name["integrity"]
    assert "ok    database" in run("doctor").stdout


def test_doctor_says_what_to_do_about_a_changed_log_and_ends_with_1(run, service, port, tmp_path):
    service.store.close()
    with sqlite3.connect(tmp_path / "canvas.sqlite3") as connection:
        connection.execute("DROP TRIGGER IF EXISTS change_is_kept")
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE change SET new = '\"Bad bread\"' WHERE revision = 2")
    outcome = run("doctor", status=1)
    assert "FAIL  integrity" in outcome.stdout
    assert "→ Stop the app and restore the newest backup." in outcome.stdout


def test_doctor_names_a_file_that_is_no_database_of_ours(run, tmp_path):
    (tmp_path / "canvas.sqlite3").write_text("Dear colleague,\n" * 100)
    found = json.loads(run("doctor", "--json", status=1).stdout)
    assert (found[0]["check"], found[0]["ok"]) == ("database", False)
    assert "canvas.sqlite3" in found[0]["detail"]


# --- mistakes ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "frobnicate"),
        (["list", "--bogus"], "--bogus"),
        (["export"], "KIND"),
        (["export", "project", "x"], "--out"),
        (["history", "x", "--limit", "0"], "--limit"),
        (["export", "deck", "x", "--out", "y", "--lang", "de"], "--lang"),
    ],
)
def test_a_command_mistyped_is_answered_with_one_sentence(run, arguments, said):
    refused(run(*arguments, status=2), said)


@pytest.mark.parametrize("command", ["list", "doctor"])
def test_an_address_that_names_no_database_is_refused(command):
    outcome = CliRunner().invoke(cli.main, [command, "--database", "postgres://localhost/canvas"])
    assert outcome.exit_code == (2 if command == "list" else 1)
    assert "is not the address of a database" in outcome.output


def test_errors_are_in_the_terminals_language(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    refused(run("undo", "nowhere", status=2), "stratégie")


def test_help_names_every_command():
    outcome = CliRunner().invoke(cli.main, ["--help"])
    assert outcome.exit_code == 0
    for command in ("list", "example", "import", "export", "history", "undo", "schema", "doctor"):
        assert f"  {command} " in outcome.stdout
