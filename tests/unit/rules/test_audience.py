"""Personas beside the audience that platforms count: careful words (C61)."""

import pytest

from canvas.domain.records import EXISTS
from canvas.domain.strategy import build
from canvas.i18n import Translator
from canvas.rules.audience import Fit, Side, ages, checks
from canvas.steps import RECORD_TYPES
from canvas.steps.measure.figures import AudiencePart
from canvas.steps.measure.merged import Figures

EN = Translator("en")
PERSONA = {
    "name": "Nadia",
    "age_range": "35–45",
    "gender": "woman",
    "location": "Ghent, ten minutes from the harbour",
    "job": "Maintenance planner",
}


def parts(dimension, *groups, is_share=False):
    return tuple(AudiencePart("a", dimension, label, value, is_share) for label, value in groups)


def sightings(*audience, **persona):
    rows = {
        ("account", "a"): {EXISTS: True, "handle": "us", "network": "linkedin"},
        ("persona", "p"): {EXISTS: True, **PERSONA, **persona},
    }
    strategy = build("s", 1, rows, RECORD_TYPES)
    (found,) = checks(strategy, Figures(audience=audience))
    return found


AGES = parts("age", ("18-24", 100.0), ("25-34", 300.0), ("35-44", 500.0), ("45-54", 100.0))


def test_ages_are_compared_by_the_years_that_are_shared():
    (one,) = sightings(*AGES).sightings
    assert one.share == pytest.approx(0.51)  # all of 35–44, and one year in ten of 45–54
    assert (one.side, one.fit, one.people) == (Side.AGE, Fit.MATCH, 1000)
    assert EN(one.said) == (
        "51% of those known fit. Largest groups: 35-44 (50%), 25-34 (30%) and 18-24 (10%)."
    )


@pytest.mark.parametrize(
    ("text", "span"),
    [("35–45", (35, 45)), ("25-34 years", (25, 34)), ("55+", (55, 100)), ("under 18", (0, 18)),
     ("65 et plus", (65, 100)), ("about 40", (40, 40)), ("young", None)],
)  # fmt: skip
def test_ages_are_read_as_people_write_them(text, span):
    assert ages(text) == span


def test_hardly_anybody_is_said_to_be_somebody_else_and_never_more():
    (one,) = sightings(*AGES, age_range="60+").sightings
    assert one.fit is Fit.MISMATCH
    assert "you mostly reach others" in EN(one.said)


def test_shares_of_women_and_men_leave_those_unknown_out():
    gender = parts("gender", ("Female", 0.3), ("Male", 0.5), ("Other", 0.2), is_share=True)
    (one,) = sightings(*gender).sightings
    assert one.share == pytest.approx(0.375)
    assert one.fit is Fit.MATCH
    assert sightings(*gender, gender="any").sightings == ()


def test_places_and_jobs_fit_where_they_share_a_word_and_otherwise_nothing_is_claimed():
    places = parts("location", ("Ghent Metropolitan Area", 240.0), ("Brussels", 760.0))
    (one,) = sightings(*places).sightings
    assert (one.fit, one.share) == (Fit.PARTLY, pytest.approx(0.24))
    jobs = parts("job_function", ("Operations", 600.0), ("Engineering", 400.0))
    (one,) = sightings(*jobs).sightings
    assert (one.fit, one.share) == (Fit.UNCLEAR, None)
    assert "differ too much" in EN(one.said)


def test_too_few_people_say_nothing():
    (one,) = sightings(*parts("age", ("35-44", 12.0))).sightings
    assert one.fit is Fit.UNCLEAR
    assert "Too few" in EN(one.said)


def test_what_no_file_tells_and_what_the_persona_does_not_say_is_named():
    found = sightings(*AGES, gender=None)
    said = [EN(text) for text in found.missing]
    assert "The persona does not say: Woman or man." in said
    assert "No file tells this of your audience: Place." in said
    assert len(found.sightings) == 1
