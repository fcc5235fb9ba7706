"""How far each step is, drawn: both themes, large type, the same in words."""

import json

import pytest

from canvas.charts.readiness import Bar, readiness
from canvas.charts.style import TYPE, Style
from canvas.palette import TONES

BARS = (
    Bar("Frame", 1.0, "4/4 ✓", 0, 0, "Frame: 4 of 4 decisions made."),
    Bar("1 · Objectives", 0.4, "2/5", 1, 3, "1 · Objectives: 2 of 5, 1 contradiction."),
)


def spec(style=None, bars=BARS):
    return readiness("How far", bars, style=style or Style()).to_dict()


def test_what_is_seen_is_also_said():
    said = spec()["description"]
    assert said.startswith("How far: ")
    assert all(bar.said in said for bar in BARS)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_open_has_a_shape_and_a_colour_of_its_own(theme):
    layers = spec(Style(theme))["layer"]
    signs = {
        layer["mark"]["shape"]: layer["encoding"]["color"]["value"]
        for layer in layers
        if layer["mark"]["type"] == "point"
    }
    assert signs == {"diamond": TONES["bad"].on(theme), "triangle-up": TONES["watch"].on(theme)}


def test_type_is_large_and_grows_with_the_projected_page():
    for style in (Style(), Style(scale=1.75)):
        sizes = [layer["mark"].get("fontSize") for layer in spec(style)["layer"]]
        assert min(size for size in sizes if size) == TYPE * style.scale


def test_without_anything_open_the_bars_have_the_room():
    assert "width - 56" in json.dumps(spec(bars=BARS[:1]))
    assert "width - 122" in json.dumps(spec())
