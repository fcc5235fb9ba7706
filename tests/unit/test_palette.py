"""The colours are readable, and the same wherever they are used."""

import tomllib

import pytest

from canvas.domain.story import Tone
from canvas.palette import ACCENT, GROUND, PANEL, RULE, SERIES, TEXT, TONES
from canvas.settings import ROOT

ENOUGH = 4.5


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", [GROUND, PANEL], ids=["page", "panel"])
def test_every_tone_can_be_read_on_its_ground(theme, ground):
    for shades in (*TONES.values(), *SERIES, TEXT, ACCENT):
        assert contrast(shades.on(theme), ground.on(theme)) >= ENOUGH, shades


def test_every_tone_of_a_story_has_its_colour():
    assert set(TONES) == {str(tone) for tone in Tone}


def test_the_theme_of_the_pages_has_the_same_colours():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    for name in ("light", "dark"):
        assert theme[name]["primaryColor"] == ACCENT.on(name)
        assert theme[name]["backgroundColor"] == GROUND.on(name)
        assert theme[name]["secondaryBackgroundColor"] == PANEL.on(name)
        assert theme[name]["textColor"] == TEXT.on(name)
        assert theme[name]["borderColor"] == RULE.on(name)
