"""Charts: large type, both themes, the same figures in words."""

import json

import pytest

from canvas.charts.competitors import Bar, bars, in_words
from canvas.charts.style import TYPE, Style
from canvas.palette import ACCENT

LINES = (
    Bar("Maison Le Noir", 3860, "3,860"),
    Bar("Port Bakery (us)", 1274, "1,274", is_us=True),
    Bar("La Grange", None, "not counted"),
)


def spec(style=None, **options):
    return bars("Instagram", LINES, longest=3860, style=style or Style(), **options).to_dict()


def marks(drawn):
    return [layer["mark"] for layer in drawn["layer"]]


def test_nothing_is_written_smaller_than_sixteen_pixels():
    texts = [mark for mark in marks(spec()) if mark["type"] == "text"]
    assert texts
    assert min(mark["fontSize"] for mark in texts) >= TYPE == 16
    assert spec()["config"]["title"]["fontSize"] >= TYPE


def test_type_and_bars_grow_with_the_projected_page():
    small, large = spec(), spec(Style(scale=1.75))
    for one, other in zip(marks(small), marks(large), strict=True):
        size = "fontSize" if one["type"] == "text" else "height"
        assert other[size] == pytest.approx(one[size] * 1.75)
    assert max(mark.get("fontSize", 0) for mark in marks(large)) >= 28


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ours_stands_out_in_the_colour_of_the_theme_and_in_weight(theme):
    drawn = json.dumps(spec(Style(theme)))
    assert ACCENT.on(theme) in drawn
    weights = {mark["fontWeight"] for mark in marks(spec(Style(theme))) if mark["type"] == "text"}
    assert weights == {400, 600, 700}


def test_a_figure_that_nobody_read_is_said_to_be_missing_and_is_not_zero():
    drawn = spec()
    (values,) = drawn["datasets"].values() if "datasets" in drawn else [drawn["data"]["values"]]
    rows = values["values"] if isinstance(values, dict) else values
    assert [row["figure"] for row in rows] == ["3,860", "1,274", "not counted"]
    assert [row["known"] for row in rows] == [True, True, False]


def test_the_chart_says_its_figures_to_those_who_do_not_see_it():
    said = "Instagram: Maison Le Noir 3,860, Port Bakery (us) 1,274, La Grange not counted"
    assert in_words("Instagram", LINES) == said
    assert spec()["description"] == said


def test_an_example_makes_no_claim_with_colour():
    assert ACCENT.light not in json.dumps(spec(example=True))


def test_a_hostile_name_is_data_and_no_expression():
    drawn = bars("x", [Bar("'+alert(1)+'", 1, "1")], longest=1, style=Style()).to_dict()
    rest = {key: value for key, value in drawn.items() if key not in ("description", "data")}
    text = json.dumps(rest)
    expressions = [line for line in text.split('"') if "datum." in line]
    assert expressions
    assert not any("alert" in line for line in expressions)
