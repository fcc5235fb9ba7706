"""Public holidays of a country and of its regions, named in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_NAMES_IN = {"fr": ("fr", "fr_FR"), "en": ("en_GB", "en_US", "en")}
"""The library's codes for our languages, the best first."""

_NONE: Mapping[dt.date, str] = MappingProxyType({})


def public_holidays(
    country: str, region: str, first: dt.date, last: dt.date, language: str
) -> dict[dt.date, str]:
    """Return the public holidays between two days, both included, by day.

    Args:
        country: Two letters such as "FR", in any case.
        region: The part of the country, as the ISO standard codes it; without one, or
            with one that nobody knows, the holidays of the whole country.
        first: The first day that may be returned.
        last: The last one.
        language: "fr" or "en"; where the names do not exist in it, they are the country's.

    Returns:
        The name of each holiday; nothing for an unknown country.
    """
    found: dict[dt.date, str] = {}
    for year in range(first.year, last.year + 1):
        of_year = _of_year(country.strip().upper(), region.strip(), year, language)
        found.update((day, name) for day, name in of_year.items() if first <= day <= last)
    return dict(sorted(found.items()))


@lru_cache(maxsize=256)
def _of_year(country: str, region: str, year: int, language: str) -> Mapping[dt.date, str]:
    # Slow to import, and only a calendar needs it.
    import holidays

    regions = holidays.list_supported_countries(include_aliases=False).get(country)
    if regions is None:
        return _NONE
    known = {code.casefold(): code for code in regions}
    named = holidays.country_holidays(
        country,
        subdiv=known.get(region.casefold()),
        years=year,
        language=_language(country, language),
    )
    return MappingProxyType({day: name.replace("'", "’") for day, name in named.items()})


@lru_cache(maxsize=64)
def _language(country: str, language: str) -> str | None:
    """Return the library's code of a language for a country; None for the country's own."""
    import holidays

    offered = holidays.list_localized_countries(include_aliases=False).get(country, [])
    wanted = _NAMES_IN.get(language, ())
    return next((code for code in wanted if code in offered), None)
