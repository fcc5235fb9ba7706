"""The command that brings an edited workbook back."""

import json

import pytest

from canvas.services import Person
from tests.imports.edited import Edited

KINDS = ["new", "changed", "deleted", "conflicts", "invalid"]
SHAPE = {"sheet", "row", "record", "field", "before", "after", "message"}
NORA = Person("nora")


@pytest.fixture
def port(service):
    """A strategy with three posts."""
    posts = [
        ("post", name, {"title": name.title(), "date": f"2027-03-0{n}"})
        for n, name in enumerate(("bread", "cake", "oven"), start=1)
    ]
    return service.create(NORA, {"name": "Port", "language": "en"}, posts)


@pytest.fixture
def file(run, port, tmp_path):
    """The workbook of the strategy, edited: a line of each kind but conflicts."""
    path = tmp_path / "port.xlsx"
    run("export", "workbook", port, "--out", path, "--lang", "en")
    book = Edited(path.read_bytes())
    posts = book["Calendar"]
    posts.put("bread", "Title", "Rye")
    posts.put("bread", "Publication date", "one day")
    posts.add(Title="Brioche")
    del posts.rows[posts.row("oven")]
    path.write_bytes(book.save())
    return path


def test_a_workbook_as_it_was_exported_changes_nothing(run, port, tmp_path):
    path = tmp_path / "port.xlsx"
    run("export", "workbook", port, "--out", path)
    found = json.loads(run("workbook", port, path, "--dry-run", "--json").stdout)
    assert found == {kind: [] for kind in KINDS}


def test_a_dry_run_says_what_would_change_and_changes_nothing(run, service, port, file):
    for option in ([], ["--dry-run"]):
        found = json.loads(run("workbook", port, file, *option, "--json", status=1).stdout)
        assert list(found) == KINDS
        assert [len(found[kind]) for kind in KINDS] == [1, 1, 1, 0, 1]
        assert all(set(line) == SHAPE for lines in found.values() for line in lines)
    (line,) = found["changed"]
    assert (line["sheet"], line["record"], line["field"]) == ("Calendar", "bread", "title")
    assert (line["before"], line["after"]) == ("Bread", "Rye")
    assert line["row"] == found["invalid"][0]["row"]
    assert found["new"][0]["after"] == {"title": "Brioche"}
    assert found["invalid"][0]["after"] == "one day"
    assert service.revision(port, NORA) == 1


def test_accepting_all_is_one_step(run, service, port, file):
    run("workbook", port, file, "--accept", "all", "--json", status=1)
    assert service.revision(port, NORA) == 2
    titles = [post.title for post in service.open(port, NORA).records["post"]]
    assert titles == ["Rye", "Cake", "Brioche"]
    run("undo", port)
    titles = [post.title for post in service.open(port, NORA).records["post"]]
    assert titles == ["Bread", "Cake", "Oven"]


def test_it_is_for_people_too(run, port, file):
    printed = run("workbook", port, file, status=1).stdout
    assert "“Bread”, Title: Bread → Rye" in printed
    assert "1 new, 1 changed, 1 deleted, 0 conflicts, 1 invalid" in printed


@pytest.mark.parametrize("content", [b"", b"<html>", b"PK\x03\x04", b"a;b"])
def test_a_file_that_cannot_be_used_is_answered_in_one_sentence(run, port, tmp_path, content):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    outcome = run("workbook", port, path, status=2)
    assert outcome.stdout == ""
    (line,) = outcome.stderr.splitlines()
    assert line.endswith(".")


def test_a_file_that_is_not_there_and_two_wishes_at_once_are_refused(run, port, file, tmp_path):
    run("workbook", port, tmp_path / "none.xlsx", status=2)
    run("workbook", port, file, "--dry-run", "--accept", "all", status=2)
