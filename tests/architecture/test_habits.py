"""Habits that keep the pages from losing or mixing up what people type."""

import ast
import re
from functools import cache

import pytest

from canvas.settings import ROOT

CODE = [*sorted((ROOT / "canvas").rglob("*.py")), *sorted((ROOT / "pages").glob("*.py"))]

SESSION_STATE = {
    "canvas/ui/state.py": "the one object that a tab remembers",
    "canvas/ui/frame.py": "the language that was chosen",
    "canvas/ui/home_page.py": "the deletion to offer back, the file that was chosen",
}
"""Where the session's state is touched, and for what; ask before adding a line."""

RERUNS = {
    "canvas/ui/step_page.py": "the menu's figures stand outside the fragment that was drawn",
}
"""Where the script is run again on purpose, and why a callback cannot do."""

SHARED = {
    ("canvas/store/connections.py", "_writers"): "one writer to a file in the whole process",
}
"""State that all sessions share on purpose, and why."""

MARKS = frozenset({"N_", "say", "say_count"})

MUTATORS = frozenset(
    {"append", "add", "update", "pop", "popitem", "clear", "setdefault", "extend", "insert",
     "remove", "discard", "sort"}
)  # fmt: skip


def name(path):
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path):
    """Return all nodes of a file's syntax tree, the whole one first."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def where_attribute(attribute):
    """Return the files that use `st.<attribute>`."""
    return {
        name(path)
        for path in CODE
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and node.attr == attribute
        and isinstance(node.value, ast.Name)
        and node.value.id == "st"
    }


def test_session_state_is_touched_where_its_list_says_and_nowhere_else():
    assert where_attribute("session_state") == set(SESSION_STATE)


def test_every_rerun_has_its_reason():
    assert where_attribute("rerun") == set(RERUNS)


def test_no_text_is_ever_shown_as_html():
    for path in CODE:
        for node in nodes(path):
            if isinstance(node, ast.Call):
                assert "unsafe_allow_html" not in {k.arg for k in node.keywords}, name(path)


def is_our_own(html):
    """Return whether HTML is a file of ours, or a text whose holes are marked texts alone."""
    if isinstance(html, ast.JoinedStr):
        holes = [part for part in html.values if isinstance(part, ast.FormattedValue)]
        return all(re.fullmatch(r"tr\([A-Z_]+\)", ast.unparse(hole.value)) for hole in holes)
    return ast.unparse(html).startswith("Path(__file__).with_name(")


def test_html_comes_from_our_own_files_and_texts_only():
    for path in CODE:
        for node in nodes(path):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.html":
                assert is_our_own(node.args[0]), name(path)


def module_names(tree):
    """Return the names that a module binds at its top, imports aside."""
    found = set()
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return found


def changed_names(function):
    """Yield the names that a function changes in place or binds in its module."""
    bound = {a.arg for a in ast.walk(function) if isinstance(a, ast.arg)}
    bound |= {
        n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            yield from node.names
        base = None
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            base = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            base = node.func.value if node.func.attr in MUTATORS else None
        if isinstance(base, ast.Name) and base.id not in bound:
            yield base.id


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_module_holds_state_that_its_functions_change(path):
    shared = module_names(nodes(path)[0])
    for function in nodes(path):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            changed = {found for found in changed_names(function) if found in shared}
            changed -= {found for where, found in SHARED if where == name(path)}
            assert not changed, f"{function.name} changes {changed}, which all sessions share"


def test_a_file_is_short_enough_to_read_in_one_go():
    long = {
        name(path): count for path in CODE if (count := lines(path)) > LONGEST.get(name(path), 400)
    }
    assert long == {}


LONGEST = {
    "canvas/domain/kinds.py": 560,
    "canvas/domain/story.py": 450,
    "canvas/steps/sheets.py": 520,
    "canvas/imports/platforms/layouts.py": 620,
}
"""Files that are one list of like things."""


def lines(path):
    return len(path.read_text("utf-8").splitlines())


def test_no_text_to_translate_is_marked_inside_another_one():
    """What extracts the texts does not look into f-strings: there they would stay English."""
    found = [
        f"{name(path)}:{inner.lineno}"
        for path in CODE
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
        and isinstance(inner.func, ast.Name)
        and inner.func.id in MARKS
        and inner.args
        and isinstance(inner.args[0], ast.Constant)
    ]
    assert found == []
