"""Charts of hours and of money: both themes, large type, the same figures in words."""

from __future__ import annotations

import json

import pytest

from canvas.charts.money import Figure, by_month, so_far
from canvas.charts.style import TYPE, Style
from canvas.charts.weeks import Week, in_words, weeks
from canvas.palette import TONES

SHOWN = (
    Week("1 Mar", {"Posts": 4, "Tasks": 2}, 12),
    Week("8 Mar", {"Posts": 31, "Tasks": 3}, 12, "22 h short"),
    Week("15 Mar", {"Posts": 1}, None),
)
MONEY = (
    Figure("Jan", "Planned", 120.0, "€120"),
    Figure("Jan", "Spent", 20.5, "€20.50"),
    Figure("Feb", "Planned", 0.0, "€0"),
)


def sizes(found):
    """Return all sizes of type in a specification."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key.lower().endswith("fontsize"):
                yield value
            else:
                yield from sizes(value)
    elif isinstance(found, list):
        for value in found:
            yield from sizes(value)


def drawn(style):
    yield weeks("Tom", SHOWN, limit="Hours that there are", style=style).to_dict()
    yield by_month("By month", MONEY, style=style).to_dict()
    yield so_far("So far", MONEY, style=style).to_dict()


@pytest.mark.parametrize(("scale", "least"), [(1.0, TYPE), (1.75, 28)])
def test_nothing_is_too_small_to_be_read_from_afar(scale, least):
    for spec in drawn(Style(scale=scale)):
        found = list(sizes(spec))
        assert found
        assert min(found) >= least


def test_the_chart_of_weeks_says_its_figures_to_those_who_do_not_see_it():
    said = in_words("Tom", SHOWN, "of")
    assert said == "Tom: 1 Mar 6 (of 12), 8 Mar 34 (of 12) 22 h short, 15 Mar 1"
    assert next(drawn(Style()))["description"] == in_words("Tom", SHOWN, "Hours that there are")


def test_the_charts_of_money_say_their_figures_month_by_month():
    spec = by_month("By month", MONEY, style=Style()).to_dict()
    assert spec["description"] == "By month: Jan Planned €120, Spent €20.50; Feb Planned €0"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_week_that_is_short_stands_out_in_colour_and_in_words(theme):
    spec = json.dumps(weeks("Tom", SHOWN, limit="There are", style=Style(theme)).to_dict())
    assert TONES["bad"].on(theme) in spec
    assert "22 h short" in spec


def test_the_example_is_all_in_grey():
    spec = weeks("x", SHOWN, limit="There are", style=Style(), example=True).to_dict()
    (colours,) = {
        tuple(layer["encoding"]["color"]["scale"]["range"])
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("color", {})
    }
    assert set(colours) == {Style().quiet}
