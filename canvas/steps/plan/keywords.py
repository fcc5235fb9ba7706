"""Words to be found with, and sources to share from (C102, C111)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Frequency, Priority, PurchaseStage
from canvas.steps.plan import shared
from canvas.steps.plan.choices import SearchIntent

_FIGURES = N_("Figures")


@record(
    "keyword",
    one=N_("Keyword"),
    many=N_("Keywords"),
    help=N_("The words and expressions under which you want to be found."),
)
class Keyword(Record):
    """A word or an expression to rank on, and the content that answers it."""

    term: str = fields.text(
        label=N_("Expression"),
        help=N_("As people type it in a search box."),
        example=N_("sourdough bread Lorient"),
        max_chars=120,
        in_list=True,
    )
    intent: SearchIntent | None = fields.choice(
        SearchIntent,
        label=N_("Search intent"),
        help=N_("What somebody who types it is after."),
        in_list=True,
    )
    priority: Priority | None = shared.priority(in_list=True)
    target_content: str = fields.text(
        label=N_("Content to answer it"),
        help=N_("The page, article or video that answers this search."),
        example=N_("Article “Why our sourdough keeps five days”"),
        max_chars=200,
        in_list=True,
    )
    theme: str = fields.link(
        "theme", label=N_("Theme"), help=N_("The theme of the year that it belongs to.")
    )
    stage: PurchaseStage | None = fields.choice(
        PurchaseStage,
        label=N_("Purchase stage"),
        help=N_("Where its reader stands on the way to buying."),
    )
    monthly_searches: int | None = fields.whole(
        label=N_("Searches a month"),
        help=N_("How often it is typed, as a keyword tool estimates it."),
        group=_FIGURES,
    )
    difficulty: int | None = fields.rating(
        label=N_("Difficulty"),
        help=N_("How hard the first page is to reach, from 1 (easy) to 5."),
        group=_FIGURES,
    )
    rank: int | None = fields.whole(
        label=N_("Position today"),
        help=N_("Where you stand in the results today; leave empty if you do not appear."),
        minimum=1,
        group=_FIGURES,
    )
    url: str = fields.url(
        label=N_("Page found"),
        help=N_("The page of yours that appears, or should."),
        group=_FIGURES,
    )


@record(
    "curation_source",
    one=N_("Curation source"),
    many=N_("Curation sources"),
    help=N_("Good sources, not competing, whose content you share with a word of your own."),
)
class CurationSource(Record):
    """Somebody whose content is worth sharing."""

    name: str = fields.text(
        label=N_("Source"),
        help=N_("The site, the account or the magazine."),
        example=N_("The regional organic farmers’ newsletter"),
        max_chars=120,
        in_list=True,
    )
    url: str = fields.url(
        label=N_("Address of the source"), help=N_("Where you read it."), in_list=True
    )
    non_competing: bool = fields.flag(
        label=N_("Not a competitor"),
        help=N_("Tick it once you have checked that they sell nothing that you sell."),
        in_list=True,
    )
    frequency: Frequency | None = fields.choice(
        Frequency, label=N_("Read how often"), help=N_("How often you look at it."), in_list=True
    )
    theme: str = fields.link(
        "theme", label=N_("Theme"), help=N_("The theme of the year that it belongs to.")
    )
    interest: int | None = fields.rating(
        label=N_("Interest for readers"), help=N_("How much your readers like it, from 1 to 5.")
    )
    owner: str = shared.owner()
