"""What each quarter puts forward (C42)."""

from __future__ import annotations

from canvas.domain import fields
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.common import Network, Quarter


@record(
    "theme",
    one=N_("Quarterly theme"),
    many=N_("Quarterly themes"),
    help=N_("One subject or product put forward each quarter, on all networks together."),
)
class Theme(Record):
    """What one quarter puts forward."""

    title: str = fields.text(
        label=N_("Theme"),
        help=N_("The subject of the quarter in a few words."),
        example=N_("Back to real bread"),
        max_chars=100,
        in_list=True,
    )
    quarter: Quarter | None = fields.choice(
        Quarter,
        label=N_("Quarter"),
        help=N_("When it is put forward; one theme a quarter is enough."),
        in_list=True,
    )
    product: str = fields.text(
        label=N_("Product or service"),
        help=N_("What you put forward with it, if you sell something."),
        example=N_("The four sourdough loaves"),
        in_list=True,
    )
    message: str = fields.text(
        label=N_("Message"),
        help=N_("The one sentence that people should remember of this quarter."),
        example=N_("Three ingredients and thirty hours: that is all there is in our bread"),
        max_chars=300,
        in_list=True,
    )
    networks: tuple[Network, ...] = fields.choices(
        Network, label=N_("Networks"), help=N_("Where the theme is told.")
    )
    objective: str = fields.link(
        "objective",
        label=N_("Objective"),
        help=N_("The objective that it serves."),
    )
    kpi: str = fields.link(
        "kpi",
        label=N_("Indicator"),
        help=N_("The figure that tells whether the theme worked."),
    )
    personas: tuple[str, ...] = fields.links(
        "persona",
        label=N_("Personas"),
        help=N_("Whom it is made for."),
    )
    highlights: tuple[str, ...] = fields.links(
        "highlight",
        label=N_("Highlights"),
        help=N_("The dated events of the year that fall in it."),
    )
