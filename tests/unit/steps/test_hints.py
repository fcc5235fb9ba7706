"""Notes of the SWOT that read like the other axis."""

import pytest

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.imports.project import read_project
from canvas.services.exchange import EXAMPLES
from canvas.settings import ROOT
from canvas.steps import RECORD_TYPES
from canvas.steps.audit.hints import axis_hint
from canvas.steps.audit.swot import Quadrant, SwotItem

OUTSIDE = [
    "Competitors publish every day",
    "Le concurrent d’en face publie chaque jour",
    "La nouvelle loi sur les emballages",
    "Inflation",
    "L’algorithme d’Instagram favorise les vidéos",
    "Customers and suppliers move to the new market",
    "Le marché et les habitants changent",
]
INSIDE = [
    "We lack time",
    "The team is too small",
    "Nous manquons de temps",
    "Nous n’avons personne pour filmer",
    "Nous ne sommes que deux",
    "Une équipe soudée",
    "Budget trop serré",
    "Our website is slow",
    "Notre site est lent",
]
EITHER = [
    "",
    "Sourdough made in house since 1987",
    "Our customers love the bread",
    "Des clients fidèles",
    "Stall at the Saturday market",
    "Notre rue devient piétonne",
    "A wholesaler offers us a stand",
    "Un grossiste nous propose un stand",
    "The region pays a subsidy for our budget",
    "We know our competitors well",
    "Ça marche bien",
    "A weekly newsletter",
]

each_internal = pytest.mark.parametrize("quadrant", [Quadrant.STRENGTH, Quadrant.WEAKNESS])
each_external = pytest.mark.parametrize("quadrant", [Quadrant.OPPORTUNITY, Quadrant.THREAT])


def hint(text, quadrant):
    return axis_hint(SwotItem(id="n", text=text, quadrant=quadrant))


@each_internal
@pytest.mark.parametrize("text", OUTSIDE)
def test_an_internal_note_about_the_world_around_is_remarked_on(text, quadrant):
    assert "outside" in str(hint(text, quadrant))


@each_external
@pytest.mark.parametrize("text", INSIDE)
def test_an_external_note_about_oneself_is_remarked_on(text, quadrant):
    assert "inside" in str(hint(text, quadrant))


@each_external
@pytest.mark.parametrize("text", OUTSIDE)
def test_an_external_note_about_the_world_around_stands_right(text, quadrant):
    assert hint(text, quadrant) is None


@each_internal
@pytest.mark.parametrize("text", INSIDE)
def test_an_internal_note_about_oneself_stands_right(text, quadrant):
    assert hint(text, quadrant) is None


@pytest.mark.parametrize("quadrant", Quadrant)
@pytest.mark.parametrize("text", EITHER)
def test_a_note_that_could_stand_on_either_side_is_left_alone(text, quadrant):
    assert hint(text, quadrant) is None


def test_a_note_without_a_quadrant_is_left_alone():
    assert hint("Competitors", None) is None


def test_capitals_and_the_apostrophe_of_the_keyboard_make_no_difference():
    assert hint("NOUS N'AVONS PAS LE TEMPS", Quadrant.THREAT) is not None


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_note_of_an_example_is_remarked_on(name):
    content = (ROOT / "data" / "examples" / f"{name}.canevas.json").read_bytes()
    rows = {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(content)}
    notes = build(name, 1, rows, RECORD_TYPES).of(SwotItem)
    assert notes
    assert [note.text for note in notes if axis_hint(note)] == []
