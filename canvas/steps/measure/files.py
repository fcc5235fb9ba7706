"""Files of figures that were brought in, and how their columns were understood (C15, C142)."""

from __future__ import annotations

import datetime as dt

from canvas.domain import fields
from canvas.domain.choices import Choice
from canvas.domain.messages import N_
from canvas.domain.records import Record, record
from canvas.steps.measure.choices import Grain, Platform
from canvas.steps.plan import shared

_CONTENT = N_("What was in it")
_FORMAT = N_("How it is written")


class DateOrder(Choice):
    """In which order a file writes day and month."""

    DAY_FIRST = "day_first", N_("Day, then month"), N_("For instance 31/01/2027.")
    MONTH_FIRST = "month_first", N_("Month, then day"), N_("For instance 01/31/2027.")
    YEAR_FIRST = "year_first", N_("Year first"), N_("For instance 2027-01-31.")


class DecimalSign(Choice):
    """What stands before the decimals."""

    COMMA = "comma", N_("Comma"), N_("For instance 1 234,5.")
    POINT = "point", N_("Point"), N_("For instance 1,234.5.")


@record(
    "data_file",
    one=N_("File of figures"),
    many=N_("Files of figures"),
    help=N_("The files of the platforms that were brought in; delete a line to leave it out."),
)
class DataFile(Record):
    """One import; its figures count as long as this record is there."""

    name: str = fields.text(
        label=N_("File"), help=N_("What the file was called."), max_chars=200, in_list=True
    )
    platform: Platform | None = fields.choice(
        Platform, label=N_("Platform of the file"), help=N_("Whose file it is."), in_list=True
    )
    grain: Grain | None = fields.choice(
        Grain, label=N_("One line is"), help=N_("What a line of the file is about."), in_list=True
    )
    account: str = shared.account(in_list=True)
    first: dt.date | None = fields.date(
        label=N_("First day read"), help=N_("The earliest day of its figures."), in_list=True
    )
    last: dt.date | None = fields.date(
        label=N_("Last day read"), help=N_("The latest day of its figures."), in_list=True
    )
    rows: int | None = fields.whole(
        label=N_("Lines read"), help=N_("How many lines it had."), group=_CONTENT
    )
    read_on: dt.date | None = fields.date(
        label=N_("Exported on"),
        help=N_("The day when the platform wrote it; the newest figures of a post count."),
        group=_CONTENT,
    )
    left_out: tuple[str, ...] = fields.lines(
        label=N_("Left out"),
        help=N_("Lines and columns that were not understood, and why."),
        max_items=200,
        max_chars=300,
        group=_CONTENT,
    )
    batch: str = fields.text(
        label=N_("Fingerprint"),
        help=N_("It tells whether a file was brought in already."),
        max_chars=64,
        group=_CONTENT,
    )


@record(
    "file_mapping",
    one=N_("Reading of a file"),
    many=N_("Readings of files"),
    help=N_("How the columns of a kind of file are understood; remembered for the next one."),
)
class FileMapping(Record):
    """What was understood of a header, and mended by a person."""

    name: str = fields.text(
        label=N_("Kind of file"), help=N_("What you call these files."), max_chars=200, in_list=True
    )
    signature: str = fields.text(
        label=N_("Fingerprint of the header"),
        help=N_("It recognises the next file of this kind."),
        max_chars=64,
    )
    platform: Platform | None = fields.choice(
        Platform, label=N_("Platform of the file"), help=N_("Whose file it is."), in_list=True
    )
    grain: Grain | None = fields.choice(
        Grain, label=N_("One line is"), help=N_("What a line of the file is about."), in_list=True
    )
    account: str = shared.account(in_list=True)
    columns: tuple[str, ...] = fields.lines(
        label=N_("Columns"),
        help=N_("One a line: the code of the figure, an equals sign, the title of the column."),
        example="impressions=Vues",
        max_items=100,
        max_chars=240,
        group=_FORMAT,
    )
    date_order: DateOrder | None = fields.choice(
        DateOrder,
        label=N_("Order of dates"),
        help=N_("What comes first in its dates."),
        group=_FORMAT,
    )
    decimal_sign: DecimalSign | None = fields.choice(
        DecimalSign,
        label=N_("Decimals"),
        help=N_("What stands before the decimals."),
        group=_FORMAT,
    )
