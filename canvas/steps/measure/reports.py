"""Reports that were made, with their period, their version and their sentences (C146, C147)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.frame.settings import DocumentLanguage


class ReportPeriod(Choice):
    """How long a report looks back."""

    MONTH = "month", N_("Month (report)"), N_("The default: enough distance to judge.")
    QUARTER = "quarter", N_("Quarter (report)"), N_("For the long run.")
    YEAR = "year", N_("Year (report)")


@record(
    "report",
    one=N_("Report made"),
    many=N_("Reports made"),
    help=N_("The reports of the past, as they were sent: a new version never changes an old one."),
)
class Report(Record):
    """A report on a period, in one version."""

    name: str = fields.text(
        label=N_("Report"),
        help=N_("What you call it."),
        max_chars=160,
        in_list=True,
    )
    period: ReportPeriod | None = fields.choice(
        ReportPeriod, label=N_("Period"), help=N_("How long it looks back."), in_list=True
    )
    first: dt.date | None = fields.date(
        label=N_("First day"), help=N_("The first day of its period."), in_list=True
    )
    version: int | None = fields.whole(
        label=N_("Version"),
        help=N_("1 for the first; each change of a sent report makes a new one."),
        minimum=1,
        in_list=True,
    )
    made_on: dt.date | None = fields.date(
        label=N_("Made on"), help=N_("The day when it was made."), in_list=True
    )
    is_sent: bool = fields.flag(
        label=N_("Sent"), help=N_("Tick it once others have it; then it is kept as it is.")
    )


@record(
    "report_sentence",
    one=N_("Sentence of a report"),
    many=N_("Sentences of reports"),
    help=N_("What you wrote in the place of a drafted sentence."),
)
class ReportSentence(Record):
    """A sentence that a person wrote instead of the draft, or wants left out."""

    text: str = fields.long_text(
        label=N_("Sentence"),
        help=N_("It stands in the report in the place of the drafted one."),
        max_chars=1_200,
        in_list=True,
    )
    report: str = fields.link(
        "report", label=N_("Report"), help=N_("The report that it belongs to."), in_list=True
    )
    slot: str = fields.text(
        label=N_("Place in the report"),
        help=N_("Which of its sentences it replaces."),
        max_chars=80,
        in_list=True,
    )
    is_left_out: bool = fields.flag(
        label=N_("Leave out"), help=N_("Tick it to have nothing in this place.")
    )
    language: DocumentLanguage | None = fields.choice(
        DocumentLanguage,
        label=N_("Language of the sentence"),
        help=N_("The report in this language has it; empty for both languages."),
    )
    is_drafted: bool = fields.flag(
        label=N_("As drafted"),
        help=N_("Nobody changed it: it was kept when the report was sent."),
    )
