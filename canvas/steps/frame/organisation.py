"""Who the strategy is for and what makes it unlike the others (C2, C10)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record


class BusinessModel(Choice):
    """Who buys from the organisation; it drives hints on contents and networks."""

    B2C = "b2c", N_("Private customers (B2C)"), N_("You sell to people: a bakery, a gym, a shop.")
    B2B = "b2b", N_("Businesses (B2B)"), N_("You sell to firms or public bodies.")
    BOTH = "both", N_("Both of them"), N_("You sell to people and to firms, each in its own way.")
    B2B2C = (
        "b2b2c",
        N_("Businesses that resell (B2B2C)"),
        N_("Shops or partners sell your products on to people."),
    )


class OrganisationSize(Choice):
    """How many people work there, in the usual classes."""

    SOLO = "solo", N_("On my own")
    MICRO = "micro", N_("2 to 9 people")
    SMALL = "small", N_("10 to 49 people")
    MEDIUM = "medium", N_("50 to 249 people")
    LARGE = "large", N_("250 people or more")


class Structure(Choice):
    """How the organisation is built."""

    INDEPENDENT = "independent", N_("Independent"), N_("One place, one owner, or nearly so.")
    COMPANY = "company", N_("Company"), N_("A firm with teams and departments.")
    NETWORK = "network", N_("Network of shops"), N_("One name, several outlets or franchisees.")
    ASSOCIATION = "association", N_("Association"), N_("A club, a charity, a foundation.")
    PUBLIC = "public", N_("Public body"), N_("A town, a school, a museum.")


class OutletKind(Choice):
    """What kind of place an outlet is."""

    SHOP = "shop", N_("Shop")
    OFFICE = "office", N_("Office")
    WORKSHOP = "workshop", N_("Production site")
    MARKET = "market", N_("Market or stand")
    PARTNER = "partner", N_("Partner’s shop")
    ONLINE = "online", N_("Online shop")


@record(
    "organisation",
    one=N_("Organisation"),
    many=N_("Organisation"),
    help=N_("Who the strategy is for, in a few lines that an outsider understands."),
    single=True,
)
class Organisation(Record):
    """The organisation that the strategy is for."""

    name: str = fields.text(
        label=N_("Name of the organisation"),
        help=N_("The name that customers know, as it stands above the door."),
        example=N_("Port Bakery"),
        max_chars=120,
        essential=True,
    )
    activity: str = fields.text(
        label=N_("What you do"),
        help=N_("Your activity in one sentence, as you would say it to a neighbour."),
        example=N_("Sourdough bread and pastries, baked on the spot every night"),
        max_chars=300,
        essential=True,
    )
    sector: str = fields.text(
        label=N_("Sector"),
        help=N_("The trade that you would be compared with."),
        example=N_("Craft bakery"),
    )
    biz_model: BusinessModel | None = fields.choice(
        BusinessModel,
        label=N_("Customers"),
        help=N_("People, businesses or both: it decides which content and networks suit you."),
        essential=True,
    )
    expected_success: str = fields.long_text(
        label=N_("What would be a success"),
        help=N_("What would make you say, at the end of the year, that it was worth the effort."),
        example=N_("A full Saturday workshop every week, and no more job adverts on paper"),
        max_chars=1_000,
    )
    yearly_goal: str = fields.text(
        label=N_("Business goal of the year"),
        help=N_("What the organisation itself wants this year; the networks must serve it."),
        example=N_("Open a second shop by the station and fill it by October"),
        max_chars=300,
    )
    org_size: OrganisationSize | None = fields.choice(
        OrganisationSize,
        label=N_("Size"),
        help=N_("How many people work there, you included."),
        group=N_("How it is built"),
    )
    structure: Structure | None = fields.choice(
        Structure,
        label=N_("Structure"),
        help=N_("A network of shops must decide who speaks: the name or each shop."),
        group=N_("How it is built"),
    )
    is_ecommerce: bool = fields.flag(
        label=N_("Sells online"),
        help=N_("An online shop may speak of its products more often than others."),
        group=N_("How it is built"),
    )
    founded: int | None = fields.whole(
        label=N_("Founded in"),
        help=N_("The year of birth, useful for anniversaries."),
        grouped=False,
        minimum=1000,
        maximum=2200,
        group=N_("How it is built"),
    )
    area: str = fields.text(
        label=N_("Area served"),
        help=N_("Where your customers live: a district, a region, a country."),
        example=N_("The harbour district and the four nearest villages"),
        group=N_("Where and what it sells"),
    )
    languages: tuple[str, ...] = fields.lines(
        label=N_("Languages spoken"),
        help=N_("The languages in which you can answer customers, one a line."),
        example=N_("French"),
        max_items=12,
        group=N_("Where and what it sells"),
    )
    offers: tuple[str, ...] = fields.lines(
        label=N_("Products and services"),
        help=N_("What you sell, the most important first, one a line."),
        example=N_("Sourdough bread"),
        group=N_("Where and what it sells"),
    )
    website: str = fields.url(
        label=N_("Website"),
        help=N_("The address that the networks should lead to."),
        example="https://www.portbakery.example",
        group=N_("Where and what it sells"),
    )

    @property
    def is_solo(self) -> bool:
        """Whether one person does everything."""
        return self.org_size is OrganisationSize.SOLO


@record(
    "outlet",
    one=N_("Outlet"),
    many=N_("Outlets"),
    help=N_("Each place where customers come, if there are several."),
)
class Outlet(Record):
    """A shop, an office or another place of the organisation."""

    name: str = fields.text(
        label=N_("Outlet name"),
        help=N_("The name that the team uses for this place."),
        example=N_("Harbour shop"),
        max_chars=120,
        in_list=True,
    )
    kind: OutletKind | None = fields.choice(
        OutletKind,
        label=N_("Type of place"),
        help=N_("What customers find when they come."),
        in_list=True,
    )
    address: str = fields.text(
        label=N_("Address"),
        help=N_("Street and town, as they stand on the profile."),
        example=N_("12 Quay Street, Port-en-Bessin"),
        in_list=True,
    )
    manager: str = fields.link(
        "person",
        label=N_("Manager"),
        help=N_("Who runs this place and knows what happens there."),
        in_list=True,
    )
    opening_hours: str = fields.text(
        label=N_("Opening hours"),
        help=N_("As they should stand on each profile."),
        example=N_("Tuesday to Sunday, 7:00 to 19:30"),
    )
    languages: tuple[str, ...] = fields.lines(
        label=N_("Languages of the place"),
        help=N_("The languages that this place’s customers speak, one a line."),
        example=N_("English"),
        max_items=12,
    )
    url: str = fields.url(
        label=N_("Page of the place"),
        help=N_("Its own page on your site, if it has one."),
    )
    remark: str = fields.text(
        label=N_("Remark"),
        help=N_("Anything else that the team should know."),
        max_chars=500,
    )


@record(
    "differentiator",
    one=N_("Difference"),
    many=N_("Differences"),
    help=N_("What people find with you and nowhere else: the experience that you offer."),
)
class Differentiator(Record):
    """Something that makes the organisation unlike its competitors."""

    text: str = fields.text(
        label=N_("What only you offer"),
        help=N_("One thing that a customer would miss if you closed tomorrow."),
        example=N_("You see the bread being shaped while you wait, and may join on Saturdays"),
        max_chars=280,
        in_list=True,
    )
    proof: str = fields.text(
        label=N_("Proof"),
        help=N_("A fact, a figure or a customer’s words that show it is true."),
        example=N_("Open bakehouse since 2009, 4.8 out of 5 from 312 reviews"),
        max_chars=300,
        in_list=True,
    )
    benefit: str = fields.text(
        label=N_("What customers gain"),
        help=N_("Why it matters to them, not to you."),
        example=N_("They know what they eat and have a story to tell at home"),
        max_chars=300,
    )
    competitor: str = fields.link(
        "competitor",
        label=N_("Competitor who lacks it"),
        help=N_("The competitor that people would compare you with on this point."),
        in_list=True,
    )
    competitor_gap: str = fields.text(
        label=N_("What they do instead"),
        help=N_("How that competitor handles it today."),
        example=N_("Dough delivered frozen, baked in the shop"),
        max_chars=300,
    )
