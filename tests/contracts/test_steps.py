"""What every step, record type and field keeps to, whoever writes it."""

import ast
import re
from itertools import pairwise

import pytest

from canvas.domain.clean import MAX_TEXT
from canvas.domain.ids import is_id
from canvas.domain.kinds import Link, Links, Number, OneOf, SomeOf, Text
from canvas.domain.messages import Message
from canvas.domain.story import Piece
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES, STEPS

SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
FRAME_PAGES = {"home", "express", "thread", "deliver"}

each_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
each_type = pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=RECORD_TYPES)
each_language = pytest.mark.parametrize("language", LANGUAGES)

TRANSLATORS = {language: Translator(language) for language in LANGUAGES}

CHOICES = {
    field.choices.__name__: field.choices
    for record_type in RECORD_TYPES.values()
    for field in record_type.fields()
    if isinstance(field, OneOf | SomeOf)
}
each_choice = pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES)


def is_sentence(text):
    """Return whether `text` begins and ends like a sentence, a quoted one perhaps."""
    begins = not text.lstrip("“«\u00a0")[:1].islower() or text.startswith("utm_")
    return begins and text.rstrip("”»\u00a0").endswith((".", "?", "!", "…"))


def once(names):
    """Return the names that come more than once."""
    found = sorted(names)
    return {name for name, following in pairwise(found) if name == following}


# --- Steps ------------------------------------------------------------------------------


def test_each_step_has_a_page_and_each_page_a_step():
    pages = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert pages == {step.key for step in STEPS} | FRAME_PAGES


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.stem)
def test_a_page_is_a_docstring_and_a_call(path):
    docstring, imported, call = ast.parse(path.read_text("utf-8")).body
    assert isinstance(docstring, ast.Expr)
    assert isinstance(imported, ast.ImportFrom)
    wanted = f"{path.stem}_page()" if path.stem in FRAME_PAGES else f"step_page('{path.stem}')"
    assert ast.unparse(call) == wanted


@each_step
def test_a_step_says_what_it_is_for(step):
    assert SNAKE.fullmatch(step.key)
    assert is_sentence(step.purpose)
    assert len(step.purpose) <= 200
    assert 0 < len(step.menu) <= 20
    assert 0 < len(step.title) <= 60
    assert re.fullmatch(r":material/[a-z0-9_]+:", step.icon)


@each_step
def test_a_step_has_one_to_five_views_of_its_records(step):
    assert 1 <= len(step.views) <= 5
    assert not once(view.key for view in step.views)
    for view in step.views:
        assert SNAKE.fullmatch(view.key)
        assert view.records
        assert 0 < len(view.title) <= 25


def test_each_record_type_stands_in_exactly_one_view():
    assert not once(record.key for step in STEPS for record in step.records)


@each_step
def test_what_must_be_decided_can_be_decided_on_a_view_of_the_step(step):
    assert len(step.todos) >= 3
    assert not once(todo.key for todo in step.todos)
    for todo in step.todos:
        assert todo.view in {view.key for view in step.views}, todo.key
        assert todo.text
        assert todo.text[0].isupper()


@each_step
def test_an_empty_step_still_tells_a_story(step):
    strategy = Strategy("s")
    pieces = list(step.story(strategy))
    assert pieces, "a step with nothing filled in says at least what is missing"
    for piece in pieces:
        assert isinstance(piece, Piece)
        assert piece.step == step.key
    decision = step.decision(strategy)
    assert decision is None or isinstance(decision, Message)


@each_step
def test_nothing_is_decided_in_an_empty_step_and_each_line_says_what_is_missing(step):
    strategy = Strategy("s")
    made, total = step.progress(strategy)
    assert (made, total) == (0, len(step.todos))
    for todo in step.todos:
        for tr in TRANSLATORS.values():
            assert is_sentence(tr(todo.missing(strategy))), todo.key


# --- Record types -----------------------------------------------------------------------


@each_type
def test_a_record_type_is_named_and_explained(record_type):
    assert SNAKE.fullmatch(record_type.key)
    assert 0 < len(record_type.one) <= 40
    assert 0 < len(record_type.many) <= 40
    assert is_sentence(record_type.help)


@each_type
def test_a_list_shows_at_least_one_column(record_type):
    assert record_type.single or any(field.in_list for field in record_type.fields())


@each_type
def test_a_list_shows_six_columns_at_most(record_type):
    assert sum(field.in_list for field in record_type.fields()) <= 6


@each_type
def test_every_field_has_a_short_label_and_help_that_is_one_sentence(record_type):
    for field in record_type.fields():
        assert SNAKE.fullmatch(field.name), field.name
        assert 0 < len(field.label) <= 40, field.name
        assert is_sentence(field.help), f"{field.name}: write the help as a sentence"
        assert len(field.help) <= 220, field.name


@each_language
@each_type
def test_no_two_fields_of_a_form_have_the_same_label(record_type, language):
    tr = TRANSLATORS[language]
    assert not once(tr(field.label) for field in record_type.fields())


@each_type
def test_links_point_at_types_that_exist_and_that_there_are_several_of(record_type):
    for field in record_type.fields():
        if isinstance(field, Link | Links):
            assert field.to in RECORD_TYPES, field.name
            assert not RECORD_TYPES[field.to].single, field.name


@each_type
def test_limits_and_defaults_make_sense(record_type):
    for field in record_type.fields():
        if isinstance(field, Text):
            assert 0 < field.max_chars <= MAX_TEXT, field.name
        if isinstance(field, Number) and None not in (field.minimum, field.maximum):
            assert field.minimum < field.maximum, field.name
        if field.default is not None:
            assert field.problem(field.dump(field.default)) is None, field.name
            assert field.default != field.empty, field.name


# --- Choices ----------------------------------------------------------------------------


@each_choice
def test_codes_are_free_of_language_and_each_has_its_own_words(choices):
    codes = [str(choice) for choice in choices]
    assert not once(code.lower() for code in codes)
    assert all(map(is_id, codes))
    for tr in TRANSLATORS.values():
        assert not once(tr.label(choice) for choice in choices)
    for choice in choices:
        assert 0 < len(choice.label) <= 60, choice
        assert not choice.help or is_sentence(choice.help), choice
