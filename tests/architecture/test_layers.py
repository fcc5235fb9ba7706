"""Imports point downwards, and each foreign library is known in one place."""

import ast
import subprocess
import sys
from functools import cache

import pytest

from canvas.settings import ROOT

CODE = sorted((ROOT / "canvas").rglob("*.py"))
ENTRIES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]

WHO_MAY = {
    "streamlit": {"ui"},
    "st_aggrid": {"ui"},
    "starlette": {"ui"},
    "sqlite_utils": {"store"},
    "sqlite3": {"store"},
    "pysqlite3": {"store"},
    "pptx": {"exports", "imports"},
    "lxml": {"exports", "imports"},
    "xlsxwriter": {"exports", "imports"},
    "openpyxl": {"exports", "imports"},
    "python_calamine": {"imports"},
    "icalendar": {"exports", "imports"},
    "PIL": {"exports", "imports"},
    "segno": {"exports"},
    "holidays": {"i18n"},
    "click": {"cli"},
    "babel": {"i18n"},
    "altair": {"charts", "ui"},
    "pandas": {"charts", "imports", "ui"},
    "numpy": {"columns", "imports"},
    "statsmodels": {"services"},
}

STANDARD_ONLY = ("domain", "steps", "rules")


@cache
def imported(path):
    """Return the top packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(str(node.module).partition(".")[0])
    return found


def place(path):
    """Return the part of the product that a file belongs to: its folder in canvas/."""
    return path.relative_to(ROOT / "canvas").parts[0]


def test_the_layers_and_the_protected_libraries_hold():
    linted = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize("library", WHO_MAY)
def test_a_library_is_imported_where_it_belongs_and_nowhere_else(library):
    found = {place(path) for path in CODE if library in imported(path)}
    assert found <= WHO_MAY[library]


def test_what_a_strategy_is_needs_nothing_but_python():
    allowed = sys.stdlib_module_names | {"canvas"}
    for path in CODE:
        if place(path) in STANDARD_ONLY:
            assert imported(path) <= allowed, path


def test_no_other_library_came_in_unnoticed():
    known = sys.stdlib_module_names | {"canvas"} | set(WHO_MAY)
    for path in CODE:
        assert imported(path) <= known, path


def test_the_entry_and_the_pages_know_the_ui_alone():
    for path in ENTRIES:
        assert imported(path) <= {"canvas", "streamlit"}, path
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("canvas"):
                assert str(node.module).startswith("canvas.ui"), path
