"""What split tests say, with intervals that another library confirms (C143, C144)."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from canvas.i18n import Translator
from canvas.rules.trials import (
    POWER,
    SURE,
    Interval,
    State,
    Trial,
    influenced,
    judged,
    points,
    rounded,
    trial_of,
)
from canvas.services.statistics import interval
from canvas.steps.measure.choices import Winner
from canvas.steps.measure.learning import SplitTest, Survey

EN = Translator("en")


def test_of(shown_a, actions_a, shown_b, actions_b, **more):
    return SplitTest(id="t", shown_a=shown_a, actions_a=actions_a, shown_b=shown_b,
                     actions_b=actions_b, **more)  # fmt: skip


test_of.__test__ = False


@pytest.mark.parametrize(
    ("b", "a"),
    [
        ((56, 70), (48, 80)), ((9, 10), (3, 10)), ((6, 7), (2, 7)), ((5, 56), (0, 29)),
        ((0, 10), (0, 20)), ((0, 10), (0, 10)), ((10, 10), (0, 20)), ((170, 2000), (100, 2000)),
    ],
)  # fmt: skip
def test_the_interval_is_that_of_scipys_wilson_intervals(b, a):
    """Newcombe's hybrid score interval, put together from each share's own interval."""
    own = [stats.binomtest(n, of).proportion_ci(SURE, "wilson") for n, of in (b, a)]
    rate_b, rate_a = b[0] / b[1], a[0] / a[1]
    difference = rate_b - rate_a
    low = difference - math.hypot(rate_b - own[0].low, own[1].high - rate_a)
    high = difference + math.hypot(own[0].high - rate_b, rate_a - own[1].low)
    found = interval(Trial(a[1], a[0], b[1], b[0]))
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(("a", "b"), [(10, 15), (5, 9), (40, 60)])
def test_the_people_needed_find_the_difference_four_times_in_five(a, b):
    """The power of the test with that many people, by scipy's normal distribution."""
    one, other = a / 100, b / 100
    both = (one + other) / 2

    def power(people):
        same = math.sqrt(2 * both * (1 - both) / people)
        apart = math.sqrt((one * (1 - one) + other * (1 - other)) / people)
        bar = stats.norm.ppf(1 - (1 - SURE) / 2) * same
        return stats.norm.sf((bar - abs(other - one)) / apart)

    needed = interval(Trial(100, a, 100, b)).needed
    assert power(needed - 2) < POWER + 0.001
    assert power(needed + 2) > POWER - 0.001


def test_a_difference_that_is_likely_no_chance_is_said_in_points():
    found = judged(test_of(2000, 100, 2000, 170), interval)
    assert (found.state, found.proposed) == (State.TELLS, Winner.B)
    assert EN(found.said[0]) == "A: 5% of 2,000 people; B: 8.5% of 2,000."
    assert EN(found.said[1]) == (
        "Version B brings between 2 and 5.1 points more; likely not chance."
    )
    turned = judged(test_of(2000, 170, 2000, 100), interval)
    assert turned.proposed is Winner.A
    assert EN(turned.said[1]).startswith("Version A brings between 2 and 5.1 points more")


def test_too_few_people_say_how_many_more():
    found = judged(test_of(480, 9, 455, 7), interval)
    assert (found.state, found.proposed) == (State.TOO_FEW, None)
    assert "Too few people to tell" in EN(found.said[1])
    assert f"{rounded(found.interval.needed - 455):,}" in EN(found.said[1])


def test_versions_that_are_alike_are_said_to_be():
    found = judged(test_of(1000, 50, 1000, 50), interval)
    assert (found.state, found.proposed) == (State.ALIKE, Winner.NONE)
    assert "smaller than" in EN(found.said[1])


def test_missing_and_impossible_figures_are_asked_for_and_never_computed():
    assert judged(test_of(None, 3, 10, 4), interval).state is State.OPEN
    assert judged(test_of(0, 0, 10, 4), interval).state is State.WRONG
    assert judged(test_of(10, 11, 10, 4), interval).state is State.WRONG
    assert trial_of(test_of(10, 11, 10, 4)) is None


def test_a_winner_that_the_figures_do_not_show_is_noticed():
    assert judged(test_of(480, 9, 455, 7, winner=Winner.A), interval).is_early
    assert not judged(test_of(480, 9, 455, 7), interval).is_early
    assert judged(test_of(2000, 100, 2000, 170, winner=Winner.A), interval).is_early
    assert not judged(test_of(2000, 100, 2000, 170, winner=Winner.B), interval).is_early


@given(st.floats(-1, 1), st.floats(0, 1))
def test_it_never_names_a_winner_unless_the_whole_interval_does(low, width):
    found = judged(test_of(100, 10, 100, 12), lambda _: Interval(low, low + width, 500))
    assert (found.state is State.TELLS) == (low > 0 or low + width < 0)


def test_figures_are_written_as_finely_as_it_takes():
    assert (points(0.123), points(0.0123), points(0.00123)) == (12, 1.2, 0.12)
    assert (rounded(7), rounded(686), rounded(12_340)) == (7, 690, 13_000)


def test_the_share_that_was_influenced_is_of_those_who_answered():
    assert influenced(Survey(id="s", answers=62, influenced=14)) == pytest.approx(14 / 62)
    assert influenced(Survey(id="s", answers=0, influenced=0)) is None
    assert influenced(Survey(id="s", answers=5)) is None
