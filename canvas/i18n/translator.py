"""Look texts up in one language; a translator is passed down and never global."""

from __future__ import annotations

import datetime as dt
import gettext
import io
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from canvas.domain.choices import Choice
from canvas.domain.messages import CalendarMonth, Message, Money, Share

LANGUAGES = ("fr", "en")
"""The languages of the product, the users' first one first."""

_LOCALES = Path(__file__).parent / "locales"
_BABEL = {"fr": "fr_FR", "en": "en_GB"}

_FIRST = re.compile(r"(?<!\d)1(?= [^\W\d_])")
"""A lone 1 before a month's name."""

NARROW_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"


def best_language(locale: str | None) -> str:
    """Return the product's language for a browser's `locale` such as "fr-CA"."""
    language = (locale or "").split("-")[0].lower()
    return language if language in LANGUAGES else ("en" if language else LANGUAGES[0])


class Translator:
    """Translates texts and writes numbers, dates and money in one language.

    Attributes:
        language: "fr" or "en".
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._catalogue = _load(self.language)
        self._locale = Locale.parse(_BABEL[self.language])

    def __call__(self, said: Message | str, /, **params: object) -> str:
        """Return `said` in this language.

        A `Message` is translated with its own parameters; a `str` is a marked text of
        ours, translated with `params`.  (A text typed by a user is never passed here:
        see `said`.)
        """
        if isinstance(said, Message):
            if said.plural:
                found = self._catalogue.ngettext(said.text, said.plural, said.count)
            else:
                found = self._catalogue.gettext(said.text)
            return self._fill(found, said.params)
        return self._fill(self._catalogue.gettext(said) if said else "", params)

    def unfilled(self, text: str) -> str:
        """Return a marked text with its placeholders as they are: a script fills them in."""
        return self._catalogue.gettext(text)

    def said(self, said: Message | str) -> str:
        """Return a message translated, and a user's own text as it is."""
        return self(said) if isinstance(said, Message) else said

    def label(self, choice: Choice | None) -> str:
        """Return the words of a choice, "" for none."""
        return "" if choice is None else self(choice.label)

    def value(self, value: object) -> str:
        """Return one value as it stands inside a sentence."""
        match value:
            case None:
                return ""
            case Message():
                return self(value)
            case Choice():
                return self.label(value)
            case str():
                return value
            case bool():
                return str(value)
            case int() | float():
                return _minus(self.number(value))
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)
            case Money():
                return _minus(self.money(value))
            case Share():
                return _minus(self.share(value.ratio))
            case CalendarMonth():
                return self.month(dt.date(value.year, value.month, 1))
            case tuple() | list():
                return self.enumeration([self.value(item) for item in value])
        return str(value)

    def number(self, value: float, decimals: int = 2, *, grouped: bool = True) -> str:
        """Return a number with the language's separators and at most `decimals` decimals."""
        pattern = "#,##0" if grouped else "0"
        if decimals:
            pattern += "." + "#" * decimals
        return _decimal(value, pattern, self._locale)

    def money(self, amount: Money) -> str:
        """Return an amount with its currency; cents only where there are some."""
        whole = amount.minor % 100 == 0
        written = format_currency(
            amount.minor / 100,
            amount.currency,
            locale=self._locale,
            currency_digits=not whole,
            format=_without_cents(self._locale) if whole else None,
        )
        # Babel leaves out the space that a symbol of letters takes before the digits.
        return re.sub(r"(?<=[^\W\d_])(?=\d)", NO_BREAK_SPACE, written)

    def share(self, ratio: float, decimals: int = 1) -> str:
        """Return a ratio as a percentage."""
        digits = "#,##0." + "#" * decimals if decimals else "#,##0"
        space = NARROW_SPACE if self.language == "fr" else ""
        return _percent(ratio, f"{digits}{space}%", self._locale)

    def date(self, day: dt.date, style: str = "long") -> str:
        """Return a day in words: “31 mars 2027”, “31 March 2027”."""
        written = format_date(day, style, locale=self._locale)
        # The first of the month is an ordinal in French, alone of all days.
        return _FIRST.sub("1er", written) if self.language == "fr" and day.day == 1 else written

    def month(self, day: dt.date) -> str:
        """Return a month and its year: “mars 2027”."""
        return format_date(day, "LLLL y", locale=self._locale)

    def short_month(self, day: dt.date) -> str:
        """Return a month's abbreviation."""
        return format_date(day, "LLL", locale=self._locale)

    def weekday(self, day: dt.date, style: str = "EEEE") -> str:
        """Return the name of a day of the week."""
        return format_date(day, style, locale=self._locale)

    def time(self, time: dt.time) -> str:
        """Return a time of day: “14:02”; in French “14 h 02”."""
        if self.language == "fr":
            return f"{time.hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{time.minute:02d}"
        return format_time(time, "HH:mm", locale=self._locale)

    def enumeration(self, items: list[str]) -> str:
        """Return “a, b et c”."""
        return format_list(items, locale=self._locale) if items else ""

    def collate(self, text: str) -> str:
        """Return a key that sorts words as the language does (accents aside)."""
        import unicodedata

        decomposed = unicodedata.normalize("NFD", text.casefold())
        return "".join(c for c in decomposed if not unicodedata.combining(c))

    def _fill(self, text: str, params: Mapping[str, object]) -> str:
        return text.format_map({name: self.value(value) for name, value in params.items()})


@lru_cache(maxsize=8192)
def _decimal(value: float, pattern: str, locale: Locale) -> str:
    """Return a number as a language writes it; a page writes the same ones again and again."""
    return _unsigned_zero(format_decimal(value, format=pattern, locale=locale))


@lru_cache(maxsize=8192)
def _percent(ratio: float, pattern: str, locale: Locale) -> str:
    return _unsigned_zero(format_percent(ratio, format=pattern, locale=locale))


def _unsigned_zero(written: str) -> str:
    """Return “-0”, which is a small number rounded, as “0”."""
    return re.sub(r"^-(?=0\D*$)", "", written)


def _minus(written: str) -> str:
    """Return a number with the sign that a sentence takes: no line ends behind it."""
    return re.sub("^-", "−", written)


@lru_cache
def _without_cents(locale: Locale) -> str:
    return re.sub(r"0[.]00", "0", locale.currency_formats["standard"].pattern)


@lru_cache
def _load(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language, compiled anew if its .po file has changed.

    The compiled file bears the date of its source, and git holds none.
    """
    if language == "en":
        return gettext.NullTranslations()
    source = _LOCALES / language / "LC_MESSAGES" / "canvas.po"
    kept = source.with_suffix(".mo")
    written_at = source.stat().st_mtime_ns
    if kept.exists() and kept.stat().st_mtime_ns == written_at:
        return gettext.GNUTranslations(io.BytesIO(kept.read_bytes()))
    compiled = _compile(source)
    fresh = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):  # where we may not write, each start compiles
        fresh.write_bytes(compiled)
        os.utime(fresh, ns=(written_at, written_at))
        fresh.replace(kept)
    return gettext.GNUTranslations(io.BytesIO(compiled))


def _compile(source: Path) -> bytes:
    # Slow to import, and rarely needed.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with source.open("rb") as po:
        write_mo(compiled, read_po(po))
    return compiled.getvalue()
