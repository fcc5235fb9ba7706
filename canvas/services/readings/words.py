"""Put into words what a file asks, what its columns are, and how its dates may be read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from canvas.domain.messages import N_, Message, say
from canvas.imports.platforms import Question, Role
from canvas.imports.platforms.model import Meaning
from canvas.imports.platforms.values import moment_of, number_of
from canvas.services.readings.dates import Dated
from canvas.services.readings.model import Arrival
from canvas.steps.measure.choices import Metric, Scope
from canvas.steps.measure.files import DateOrder, DecimalSign

QUESTIONS = {
    Question.PLATFORM: N_("Say which platform it is of, and which of its columns hold figures."),
    Question.DATE_ORDER: N_("Say whether its dates put the day or the month first."),
    Question.DECIMALS: N_("Say whether its decimals follow a comma or a point."),
    Question.DATE_COLUMN: N_("Say what a line of it is about, and which column holds the dates."),
    Question.PERIOD: N_("Say which days it is about: its lines name none."),
}
"""What only a person can say of a file."""

ACCOUNT = N_("Say which account its figures are of.")

ROLES = {
    Role.DATE: N_("Date of the figures"),
    Role.KEY: N_("Identifier of the post"),
    Role.URL: N_("Address of the post"),
    Role.TITLE: N_("Title of the post"),
    Role.TEXT: N_("Text of the post"),
    Role.PUBLISHED: N_("When the post went out"),
    Role.KIND: N_("Kind of post"),
    Role.HANDLE: N_("Name of the account"),
    Role.PAID: N_("Whether it was paid for"),
    Role.CHANNEL: N_("Channel of the visit"),
    Role.SOURCE: N_("Source of the visit"),
    Role.MEDIUM: N_("Medium of the visit"),
    Role.SOURCE_MEDIUM: N_("Source and medium of the visit"),
    Role.CAMPAIGN: N_("Campaign of the visit"),
    Role.CONTENT: N_("Ad content of the visit"),
    Role.LANDING: N_("Page where the visit began"),
    Role.LABEL: N_("Part of the audience"),
    Role.DIMENSION: N_("What the audience is split by"),
    Role.PART: N_("How many, or which share"),
    Role.PAGE: N_("Name of the page"),
    Role.RATE: N_("A rate: worked out again"),
    Role.IGNORED: N_("Not needed"),
}
"""What a column says, where it is no figure."""

KEPT = N_("Unknown: kept, not counted")

DATED = {
    Dated.SAID: N_("as you said"),
    Dated.NAME: N_("by its name"),
    Dated.PERIOD: N_("by its period"),
    Dated.TODAY: N_("today"),
    Dated.BEFORE: N_("as before"),
}
"""How the day of a file is known."""


def questions(arrival: Arrival) -> tuple[Message, ...]:
    """Return what has to be said of a file before it can come in."""
    if arrival.understood is None:
        return ()
    asked = tuple(say(QUESTIONS[question]) for question in arrival.understood.questions)
    return (*asked, say(ACCOUNT)) if arrival.asks_account else asked


def problems(arrival: Arrival) -> tuple[Message, ...]:
    """Return all that is to be known of a file before it comes in."""
    if arrival.refusal is not None:
        return (arrival.refusal,)
    left_out = arrival.understood.left_out if arrival.understood else ()
    return (*questions(arrival), *arrival.notes, *left_out)


def refusal(arrival: Arrival) -> Message:
    """Return why a file cannot come in, or what has to be said first, with its name."""
    reason = problems(arrival)[0]
    # Some sentences name the file themselves.
    named = arrival.name in reason.params.values()
    return reason if named else say(N_("{file}: {reason}"), file=arrival.name, reason=reason)


def meaning(code: str) -> Message:
    """Return what a column was taken for, by its code."""
    found = Meaning.of(code)
    if found is None:
        return say(KEPT)
    if found.role is not None:
        return say(ROLES[found.role])
    assert found.metric is not None
    name = say(found.metric.label)
    if found.scope is Scope.TOTAL:
        return name
    return say(N_("{figure} ({part})"), figure=name, part=found.scope)


def meanings() -> tuple[str, ...]:
    """Return the codes that a column may be given, the figures first."""
    metrics = [metric for metric in Metric if not metric.is_rate and metric is not Metric.OTHER]
    parted = [
        f"{metric}/{scope}" for metric in metrics for scope in (Scope.ORGANIC, Scope.PAID)
    ]  # fmt: skip
    roles = [str(role) for role in ROLES if role is not Role.IGNORED]
    return ("", *map(str, metrics), *roles, str(Role.IGNORED), *parted)


_SLASHED = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}", re.ASCII)
_GROUPED = re.compile(r"\d[.,]\d{3}(?!\d)", re.ASCII)


def two_dates(arrival: Arrival) -> tuple[str, dict[DateOrder, dt.date]] | None:
    """Return a date of a file with both ways to read it; None where it has no such date."""
    for text in _samples(arrival, Role.DATE, Role.PUBLISHED):
        if _SLASHED.match(text):
            first, second = moment_of(text, "dmy"), moment_of(text, "mdy")
            if first and second and first != second:
                return text, {
                    DateOrder.DAY_FIRST: first.date(),
                    DateOrder.MONTH_FIRST: second.date(),
                }
    return None


def two_numbers(arrival: Arrival) -> tuple[str, dict[DecimalSign, float]] | None:
    """Return a number of a file with both ways to read it; None where it has no such number."""
    for text in _samples(arrival):
        if _GROUPED.search(text):
            found = {
                DecimalSign.COMMA: number_of(text, "fr"),
                DecimalSign.POINT: number_of(text, "en"),
            }
            read = {sign: value for sign, value in found.items() if value is not None}
            if len(set(read.values())) > 1:
                return text, read
    return None


def _samples(arrival: Arrival, *roles: Role) -> Iterator[str]:
    """Yield first values of the columns of these roles; of those with figures if none is named."""
    for column in arrival.understood.columns if arrival.understood else ():
        found = column.meaning
        if found and (found.role in roles if roles else found.metric):
            yield from column.sample
