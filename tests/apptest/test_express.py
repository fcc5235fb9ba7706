"""The pages in express depth: questions alone, the agenda, and steps that are passed by."""

import pytest

from canvas.steps import STEPS, express
from canvas.steps.frame.settings import Depth, Settings
from canvas.steps.frame.year import AgendaItem
from canvas.ui.state import person, strategies
from tests.apptest.conftest import words


@pytest.fixture
def short(database):
    return strategies().create(person(), {"name": "Port", "depth": "express"})


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_a_page_shows_the_questions_of_its_stop_and_nothing_else(open_tab, short, step):
    tab = open_tab(step.key, language="en", strategy=short)
    assert not tab.exception
    stop = express.BY_STEP.get(step.key)
    asked = " ".join(words(tab.main.subheader))
    for ask in stop.asks if stop else ():
        assert ask.question in asked
    assert bool(tab.info) == (stop is None)
    assert not [c for c in tab.main.button_group if c.key == f"views-{step.key}"]


def test_one_page_shows_everything_and_goes_back(open_tab, short):
    def depths():
        settings = strategies().open(short, person()).one(Settings)
        return settings.depth_of("audit"), settings.depth_of("frame")

    tab = open_tab("audit", language="en", strategy=short)
    tab.button(key="switch-audit").click().run()
    assert not tab.exception
    assert depths() == (Depth.COMPLETE, Depth.EXPRESS)
    tab.button(key="switch-audit").click().run()
    assert depths() == (Depth.EXPRESS, Depth.EXPRESS)


def test_the_agenda_starts_the_clock_of_two_hours(open_tab, short):
    tab = open_tab("express", language="en", strategy=short)
    assert not tab.exception
    assert any("119 of 120 min to go" in text for text in words(tab.markdown))
    tab.button(key="start-clock").click().run()
    items = strategies().open(short, person()).of(AgendaItem)
    assert sum(item.planned_minutes for item in items) == express.TWO_HOURS
    assert all(item.must_have for item in items)
    assert any("120 min left of 120" in text for text in words(tab.markdown))
