"""Every text of the product is marked, has its French, and changes with its number."""

import ast
import dataclasses
import json
from collections.abc import Iterator

import pytest

from canvas.domain.errors import CanvasError
from canvas.domain.messages import Message
from canvas.domain.records import EXISTS
from canvas.domain.story import Section
from canvas.domain.strategy import Strategy, build
from canvas.imports.project import read_project
from canvas.services.exchange import EXAMPLES
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES, STEPS
from scripts import catalogue

FRENCH = catalogue.read()
CODE = sorted((ROOT / "canvas").rglob("*.py"))


def is_marked(text):
    """Return whether `text` is in the catalogue, or has no word to translate."""
    bare = catalogue.PLACEHOLDER.sub("", text)
    return not any(map(str.isalpha, bare)) or FRENCH.get(text) is not None


# --- The catalogue ----------------------------------------------------------------------


def test_every_text_has_its_french_with_french_typography():
    assert catalogue.problems(FRENCH) == []


def test_the_catalogue_holds_the_texts_of_the_code_and_no_other():
    fresh = catalogue.written(catalogue.updated(FRENCH, catalogue.found_in_code()))
    assert catalogue.PO.read_bytes() == fresh, "run `make catalogue`"


def calls(name) -> Iterator[tuple[str, ast.Call]]:
    """Yield all calls of a function in the product, with where they stand."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == name:
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_a_sentence_that_changes_with_a_number_is_written_where_the_extractor_sees_it():
    found = list(calls("say_count"))
    assert found
    for where, call in found:
        if where.startswith("canvas/domain/messages.py"):
            continue
        one, many = call.args[:2]
        assert is_text(one), f"{where}: write the texts of say_count as they are, without N_"
        assert is_text(many), f"{where}: write the texts of say_count as they are, without N_"
        message = FRENCH.get(one.value)
        assert message is not None, where
        assert message.id == (one.value, many.value), where
        assert len(message.string) == 2, where
        assert all(message.string), where


@pytest.mark.parametrize("marker", ["N_", "say"])
def test_a_marked_text_is_never_put_together_at_run_time(marker):
    for where, call in calls(marker):
        first = call.args[0]
        assert not isinstance(first, ast.JoinedStr | ast.BinOp), where
        assert marker != "N_" or is_text(first), where


# --- What is shown ----------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_every_declared_word_of_a_step_is_marked(step):
    said = [step.title, step.menu, step.purpose, *(view.title for view in step.views)]
    said += [todo.text for todo in step.todos]
    for record_type in step.records:
        said += [record_type.one, record_type.many, record_type.help]
        for field in record_type.fields():
            said += [field.label, field.help, field.group, getattr(field, "unit", "")]
            for choice in getattr(field, "choices", ()):
                said += [choice.label, choice.help]
    assert [text for text in said if not is_marked(text)] == []


def test_every_section_of_the_deck_is_marked():
    assert all(is_marked(str(section)) for section in Section)


def messages(piece: object) -> Iterator[Message]:
    """Yield all messages of a piece, those inside others too."""
    if isinstance(piece, Message):
        yield piece
        for value in piece.params.values():
            yield from messages(value)
    elif isinstance(piece, list | tuple):
        for item in piece:
            yield from messages(item)
    elif dataclasses.is_dataclass(piece):
        for slot in dataclasses.fields(piece):
            yield from messages(getattr(piece, slot.name))


def example(name):
    content = (ROOT / "data" / "examples" / f"{name}.canevas.json").read_bytes()
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(content)}
    return build(name, 1, rows, RECORD_TYPES)


@pytest.mark.parametrize("name", ["empty", *EXAMPLES])
def test_every_sentence_that_a_step_composes_is_marked(name):
    strategy = Strategy("s") if name == "empty" else example(name)
    said: list[object] = []
    for step in STEPS:
        said += [list(step.story(strategy)), step.decision(strategy)]
        said += [todo.missing(strategy) for todo in step.todos]
    unmarked = {message.text for message in messages(said) if not is_marked(message.text)}
    assert unmarked == set()


def errors(base=CanvasError):
    for error in base.__subclasses__():
        yield error
        yield from errors(error)


def test_every_error_is_a_marked_sentence_that_says_what_to_do():
    for error in errors():
        assert is_marked(error.message), error.__name__
        assert error.message.endswith("."), error.__name__


# --- Bringing French in -----------------------------------------------------------------


def merged(tmp_path, french):
    """Return what an empty catalogue of two texts takes from a translator's file."""
    template = catalogue.Catalog(locale="fr")
    template.add("Yes", locations=[("canvas/a.py", 0)])
    template.add(("{n} day", "{n} days"), locations=[("canvas/a.py", 0)])
    file = tmp_path / "french.json"
    file.write_text(json.dumps(french), "utf-8")
    found = catalogue.updated(catalogue.Catalog(locale="fr"), template)
    catalogue.merge(found, [file])
    return found.get("Yes").string, found.get("{n} day").string


@pytest.mark.parametrize(
    "french",
    [{"{n} day": ["{n} jour", "{n} jours"]}, {"{n} day": "{n} jour", "{n} days": "{n} jours"}],
)
def test_the_two_forms_of_a_plural_come_together_or_apart(tmp_path, french):
    assert merged(tmp_path, {"Yes": "Oui"} | french) == ("Oui", ("{n} jour", "{n} jours"))


def test_half_a_plural_is_not_taken_for_a_whole_one(tmp_path):
    assert merged(tmp_path, {"{n} day": "{n} jour", "Yes": ["a", "b"]}) == ("", ("", ""))
