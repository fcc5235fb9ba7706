"""Public holidays come from the country, its region and the reader's language."""

import datetime as dt

import pytest

from canvas.i18n.holidays import public_holidays

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 12, 31)


def of(country, region="", language="fr", first=FIRST, last=LAST):
    return public_holidays(country, region, first, last, language)


def test_the_national_day_has_its_name_in_both_languages():
    assert of("FR")[dt.date(2027, 7, 14)] == "Fête nationale"
    assert of("FR", language="en")[dt.date(2027, 7, 14)] == "National Day"


def test_a_region_has_holidays_of_its_own():
    assert dt.date(2027, 3, 26) in of("FR", "57")
    assert dt.date(2027, 3, 26) not in of("FR")


def test_a_region_that_nobody_knows_leaves_the_holidays_of_the_country():
    assert of("FR", "ZZ") == of("FR") == of("fr", " ") != {}


@pytest.mark.parametrize("country", ["", "ZZ", "F", "os", "é"])
def test_an_unknown_country_has_no_holiday(country):
    assert of(country) == {}


def test_both_ends_of_the_period_are_included():
    day = dt.date(2027, 7, 14)
    assert list(of("FR", first=day, last=day)) == [day]
    assert of("FR", first=day + dt.timedelta(1), last=day) == {}


def test_a_period_over_new_year_is_read_from_both_years_in_order():
    found = of("FR", first=dt.date(2026, 12, 20), last=dt.date(2027, 1, 5))
    assert list(found) == [dt.date(2026, 12, 25), dt.date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("country", "region"), [("BE", ""), ("CH", "VD"), ("CA", "QC"), ("LU", "")]
)
def test_the_countries_where_french_is_spoken_are_named_in_french(country, region):
    names = set(of(country, region).values())
    assert any(word in name for name in names for word in ("Noël", "Jour de l", "Nouvel An"))


def test_a_country_without_names_in_french_keeps_its_own_names():
    assert of("GB")[dt.date(2027, 12, 25)] == "Christmas Day"


def test_what_is_returned_may_be_changed_without_harm():
    of("FR").clear()
    assert of("FR")


def test_names_are_written_with_the_apostrophe_of_print():
    assert of("FR")[FIRST] == "Jour de l’an"


@pytest.mark.parametrize("year", [1, 1789, 9999])
def test_a_year_far_away_is_no_trouble(year):
    assert isinstance(of("FR", first=dt.date(year, 1, 1), last=dt.date(year, 12, 31)), dict)
