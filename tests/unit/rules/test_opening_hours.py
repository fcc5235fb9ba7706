"""Opening hours out of a sentence: read where they are sure, left alone where they are not."""

import datetime as dt

import pytest

from canvas.i18n import Translator
from canvas.rules.coherence.model import Thresholds
from canvas.rules.coherence.presence import reply_outside_hours
from canvas.rules.opening_hours import DAY, Opening, longest_wait, opening, spans
from canvas.steps.attitudes.roles import NetworkRole
from canvas.steps.common import Network, Weekday
from canvas.steps.frame.people import Person
from canvas.steps.plan.conversation import Availability
from canvas.steps.segments.service import ResponseTarget
from tests.unit.steps.support import strategy

WORKING = frozenset(range(5))
MOST = frozenset(range(1, 6))


@pytest.mark.parametrize(
    ("text", "days", "start", "end"),
    [
        ("Tuesday to Saturday, 8 to 19", MOST, 8, 19),
        ("Du mardi au samedi, 9 h – 19 h ; sinon, réponse automatique", MOST, 9, 19),
        ("Monday to Friday, 8:00 to 17:30; automatic reply otherwise", WORKING, 8, 17.5),
        ("lundi-vendredi 9h-18h", WORKING, 9, 18),
        ("Each working day, 9 to 12", WORKING, 9, 12),
        ("Tous les jours de 10 h à 22 h", frozenset(range(7)), 10, 22),
        ("Mondays and Thursdays, 10-12", frozenset({0, 3}), 10, 12),
        ("Du samedi au lundi, 9 h à 12 h", frozenset({5, 6, 0}), 9, 12),
    ],
)
def test_days_and_hours_are_read_in_both_languages(text, days, start, end):
    assert opening(text) == Opening(days, round(start * 60), round(end * 60))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Avis lus chaque matin",
        "Each working day at noon",
        "8 to 19",
        "Monday to Friday",
        "Monday to Friday, 9 to 12 and 14 to 18",
        "Monday, 19 to 8",
        "Montag bis Freitag, 8 to 17",
    ],
)
def test_what_is_not_sure_is_not_read(text):
    assert opening(text) is None


def test_a_wait_counts_the_open_minutes_between_two_presences_over_the_weekend_too():
    nine_to_five = Opening(WORKING, 9 * 60, 17 * 60)
    mornings = spans([0, 1, 2, 3, 4], dt.time(9), dt.time(10))
    assert longest_wait(nine_to_five, mornings) == 7 * 60
    assert longest_wait(nine_to_five, mornings[:1]) == (7 + 4 * 8) * 60
    assert longest_wait(nine_to_five, []) > DAY


def test_a_slot_that_ends_before_it_begins_goes_on_after_midnight():
    assert spans([6], dt.time(22), dt.time(2)) == [(6 * DAY + 22 * 60, 7 * DAY + 2 * 60)]


def test_who_answers_once_a_day_cannot_promise_two_hours():
    found = strategy(
        Person(id="nora", name="Nora"),
        NetworkRole(id="r", network=Network.FACEBOOK, repliers=("nora",)),
        Availability(
            id="v",
            person="nora",
            weekdays=(Weekday.MONDAY,),
            start_time=dt.time(9),
            end_time=dt.time(10),
        ),
        ResponseTarget(id="t", network=Network.FACEBOOK, hours_open="Monday, 9 to 18", max_h=2),
    )
    (hit,) = reply_outside_hours.check(found, Thresholds())
    said = Translator("en")(hit.sentence)
    assert "8 open hours in a row" in said
    assert "within 2 h" in said
    assert hit.field == "max_h"
