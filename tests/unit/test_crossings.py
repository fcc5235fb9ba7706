"""What the crossings of the SWOT become, and where each stands."""

import pytest

from canvas.domain.kinds import Link, Text
from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.rules.crossings import BECOMES, made_from_crossings
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.swot import Outcome, TowsLink
from canvas.ui.components.crossing import cell_of

NOTES = {"s": "strength", "w": "weakness", "o": "opportunity", "t": "threat"}


def strategy(*records):
    rows = {("swot_item", i): {EXISTS: True, "text": i, "quadrant": q} for i, q in NOTES.items()}
    rows |= {(key, record_id): {EXISTS: True, **raw} for key, record_id, raw in records}
    return build("strategy", 1, rows, RECORD_TYPES)


def test_every_outcome_but_nothing_makes_a_record():
    assert set(BECOMES) == set(Outcome) - {Outcome.NONE}


@pytest.mark.parametrize("record_type", BECOMES.values(), ids=lambda made: made.key)
def test_what_is_made_has_room_for_the_idea_and_for_where_it_comes_from(record_type):
    assert isinstance(record_type.field("title"), Text)
    source = record_type.field("source_crossing")
    assert isinstance(source, Link)
    assert source.to == TowsLink.key


def test_a_crossing_knows_all_that_was_made_of_it():
    found = made_from_crossings(
        strategy(
            ("tows_link", "x", {"idea": "Idea"}),
            ("objective", "made", {"title": "Idea", "source_crossing": "x"}),
            ("action", "also", {"title": "Idea", "source_crossing": "x"}),
            ("experiment", "alone", {"title": "Another"}),
        )
    )
    assert {source: [r.id for r in made] for source, made in found.items()} == {
        "x": ["made", "also"]
    }


@pytest.mark.parametrize(
    ("internal", "external", "cell"),
    [
        ("s", "o", "strength-opportunity"),
        ("w", "t", "weakness-threat"),
        ("s", "", ""),
        ("", "t", ""),
        ("s", "deleted", ""),
        ("idea", "o", ""),
    ],
)
def test_a_crossing_stands_where_its_notes_meet(internal, external, cell):
    raw = {"idea": "Idea", "internal": internal or None, "external": external or None}
    known = strategy(("tows_link", "idea", raw))
    assert cell_of(known, known.of(TowsLink)[0]) == cell
