"""The command line as a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from canvas.settings import ROOT


@pytest.fixture
def canvas(tmp_path):
    """Run `python -m canvas …` on a database of this test's own."""
    here = {
        **os.environ,
        "CANVAS_DATABASE": f"sqlite:///{tmp_path / 'canvas.sqlite3'}",
        "CANVAS_AUTHOR": "nora",
        "LC_ALL": "C.UTF-8",
    }

    def run(*arguments, options=()):
        return subprocess.run(
            [sys.executable, *options, "-m", "canvas", *arguments],
            cwd=ROOT, env=here, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return run


def test_an_example_is_made_listed_and_exported(canvas, tmp_path):
    made = canvas("example", "bakery")
    assert (made.returncode, made.stderr) == (0, "")
    listed = json.loads(canvas("list", "--json").stdout)
    assert [found["id"] for found in listed] == [made.stdout.strip()]
    out = tmp_path / "bakery.json"
    assert canvas("export", "project", made.stdout.strip(), "--out", str(out)).returncode == 0
    assert json.loads(out.read_bytes())["records"]["settings"][0]["name"] == listed[0]["name"]


def test_a_mistake_gives_one_sentence_and_no_traceback(canvas):
    refused = canvas("export", "project", "nowhere", "--out", "x")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("command", [["--help"], ["schema"]])
def test_what_needs_no_database_loads_no_library_for_one(canvas, command):
    outcome = canvas(*command, options=["-X", "importtime"])
    assert outcome.returncode == 0
    loaded = {line.rpartition("|")[2].strip() for line in outcome.stderr.splitlines()}
    heavy = {"pandas", "numpy", "streamlit", "sqlite_utils", "pptx", "altair", "xlsxwriter"}
    assert not loaded & heavy
