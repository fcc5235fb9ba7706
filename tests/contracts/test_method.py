"""The method in place: each step is helped, in both languages, each line with its source."""

from __future__ import annotations

import re

import pytest

from canvas.i18n import LANGUAGES, Translator
from canvas.steps import STEPS
from canvas.steps.attitudes.charter import Guideline, GuidelineKind
from canvas.steps.common import MethodStep
from canvas.steps.frame.coherence import method_figures
from canvas.steps.frame.rule_names import Limit
from canvas.steps.method import HelpKind, advices, help_lines
from canvas.steps.reference import sources

LONGEST = 160
"""Characters of a line of help: nobody reads walls."""

LINES = [line for found in help_lines().values() for line in found]
SAID = [*LINES, *advices()]
NAMES = [*(f"{line.step}-{line.kind}" for line in LINES), *(one.code for one in advices())]

each_text = pytest.mark.parametrize("line", SAID, ids=NAMES)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_each_step_says_why_how_and_gives_an_example(step):
    kinds = [line.kind for line in help_lines()[MethodStep.of(step.key)]]
    assert kinds.count(HelpKind.WHY) == 1
    assert kinds[0] is HelpKind.WHY
    assert 3 <= kinds.count(HelpKind.HOW) <= 5
    assert 1 <= kinds.count(HelpKind.EXAMPLE) <= 2


@each_text
def test_a_line_speaks_both_languages_in_a_short_sentence(line):
    assert set(line.texts) == set(LANGUAGES)
    for text in line.texts.values():
        assert 0 < len(text) <= LONGEST, text
        assert "'" not in text, text


@each_text
def test_a_line_says_where_it_comes_from(line):
    assert line.source in sources().values()
    assert re.fullmatch(r"(\d{4})?", line.date)
    assert Translator("en")(line.said_by)


@each_text
def test_a_line_is_written_with_the_spaces_of_french(line):
    text = line.texts["fr"]
    assert not re.search(r"[\u0020\u00a0][;!?%]|\u0020[:»]|«[^\u00a0]|\w[;!?»]|\d%", text), text


def test_lines_of_help_end_as_sentences_do():
    wrong = [text for line in LINES for text in line.texts.values() if text[-1] not in ".?!"]
    assert wrong == []


def test_a_word_of_the_trade_is_explained_where_one_begins():
    (idea,) = [line for line in help_lines()[MethodStep.FRAME] if line.kind is HelpKind.IDEA]
    assert "media" in idea.texts["en"]
    assert "networks" in idea.texts["en"]


def test_a_habit_fits_into_a_guideline_and_has_a_name_of_its_own():
    most = Guideline.field("text").max_chars
    codes = [advice.code for advice in advices()]
    assert len(set(codes)) == len(codes)
    assert {advice.kind for advice in advices()} == set(GuidelineKind)
    assert all(len(text) <= most for advice in advices() for text in advice.texts.values())


@pytest.mark.parametrize("limit", Limit, ids=str)
def test_each_limit_has_a_figure_of_the_method_with_its_source(limit):
    found = method_figures()[limit]
    assert found.value >= 0
    assert found.source in sources().values()
    assert Translator("en")(found.said_by)
