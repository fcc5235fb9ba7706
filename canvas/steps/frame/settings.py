"""What the strategy is called and how it counts (C1)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_, Money
from canvas.domain.records import Record, record
from canvas.domain.strategy import Strategy
from canvas.steps.common import MethodStep

NAME_LIMIT = 120
"""Characters in a strategy's name."""


class State(Choice):
    """Where a strategy is kept on the home page."""

    ACTIVE = "active", N_("Active")
    ARCHIVED = "archived", N_("Archived")
    DELETED = "deleted", N_("Deleted")


class Depth(Choice):
    """How much of the method the pages ask for; the data are the same."""

    EXPRESS = "express", N_("Express"), N_("The two hours without which there is no strategy.")
    COMPLETE = "complete", N_("In full"), N_("Everything that the method has room for.")

    @property
    def other(self) -> Depth:
        """The one that this is not."""
        return Depth.COMPLETE if self is Depth.EXPRESS else Depth.EXPRESS


class Currency(Choice):
    """The currencies that amounts can be in, by their ISO 4217 codes."""

    EUR = "EUR", N_("Euro (€)")
    CHF = "CHF", N_("Swiss franc (CHF)")
    CAD = "CAD", N_("Canadian dollar (CA$)")
    USD = "USD", N_("US dollar ($)")
    GBP = "GBP", N_("Pound sterling (£)")
    MAD = "MAD", N_("Moroccan dirham (MAD)")
    TND = "TND", N_("Tunisian dinar (TND)")
    XOF = "XOF", N_("CFA franc BCEAO (F CFA)")
    XAF = "XAF", N_("CFA franc BEAC (FCFA)")


class DocumentLanguage(Choice):
    """The languages that the deck and the workbook can be written in."""

    FRENCH = "fr", N_("French")
    ENGLISH = "en", N_("English")


@record(
    "settings",
    one=N_("Settings"),
    many=N_("Settings"),
    help=N_("What the strategy is called, its year, its currency."),
    single=True,
)
class Settings(Record):
    """The strategy's own card; the home page lists it."""

    name: str = fields.text(
        label=N_("Name of the strategy"),
        help=N_("What you would call the file, usually the organisation and the year."),
        example=N_("Port Bakery 2027"),
        max_chars=NAME_LIMIT,
        essential=True,
    )
    start_date: dt.date | None = fields.date(
        label=N_("Starts on"), help=N_("The first day that the plan covers.")
    )
    horizon: int | None = fields.whole(
        label=N_("Duration"),
        help=N_("How many months the strategy looks ahead; twelve is usual."),
        unit=N_("months"),
        minimum=1,
        maximum=60,
    )
    language: DocumentLanguage | None = fields.choice(
        DocumentLanguage,
        label=N_("Language of the documents"),
        help=N_("The language of the deck, unless you choose another one."),
    )
    currency: Currency | None = fields.choice(
        Currency,
        label=N_("Currency"),
        help=N_("All amounts are in it."),
        default=Currency.EUR,
    )
    country: str = fields.text(
        label=N_("Country"),
        help=N_("Two letters such as FR, BE, CH or CA, for public holidays and school-free days."),
        example="FR",
        max_chars=2,
    )
    region: str = fields.text(
        label=N_("Region code"),
        help=N_("The part of the country, where it has public holidays of its own."),
        example="57",
        max_chars=6,
    )
    time_zone: str = fields.text(
        label=N_("Time zone"),
        help=N_("The time zone that you live in: posting times are kept in it."),
        example="Europe/Paris",
        max_chars=60,
    )
    state: State | None = fields.choice(
        State,
        label=N_("State"),
        help=N_("Archived strategies leave the list and stay complete."),
        default=State.ACTIVE,
    )
    depth: Depth | None = fields.choice(
        Depth,
        label=N_("Depth"),
        help=N_("Whether the pages ask for the two hours alone, or for the whole method."),
        default=Depth.COMPLETE,
    )
    other_depth: tuple[MethodStep, ...] = fields.choices(
        MethodStep,
        label=N_("Steps at the other depth"),
        help=N_("The pages that ask for less, or for more, than the others."),
    )

    def depth_of(self, step: str) -> Depth:
        """Return the depth of a step's page: that of all pages, or the other one."""
        depth = self.depth or Depth.COMPLETE
        return depth.other if step in self.other_depth else depth


def money(strategy: Strategy, minor: int) -> Money:
    """Return an amount of cents in the strategy's currency, as sentences show it."""
    return Money(minor, str(strategy.one(Settings).currency or Currency.EUR))
