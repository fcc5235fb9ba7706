"""Reports on a month, a quarter or a year: drafted, edited, kept with their versions.

A report starts as a draft that follows the data.  Once somebody writes in it there is a
`Report` record, with one `ReportSentence` for each sentence that was changed.  When it is
sent, every sentence is kept as it stood, in both languages; a new version starts from
what people wrote and leaves the sent one as it is.  Charts and tables are not kept: they
show what is known of the period today.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from canvas.domain.changes import Edit, creation
from canvas.domain.clean import Json
from canvas.domain.errors import CanvasError
from canvas.domain.ids import new_id
from canvas.domain.messages import N_, Message, say
from canvas.domain.story import REPORT_OUTLINE
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.rules.dashboard import Dashboard, dashboard
from canvas.rules.dashboard_period import (
    MONTHS,
    Span,
    months_known,
    opening_period,
    period,
    period_around,
    periods_known,
)
from canvas.rules.report import Draft, draft, title_of
from canvas.rules.report_words import NOTHING_KEPT, book_of
from canvas.services import documents
from canvas.services.people import Person
from canvas.services.strategies import Strategies
from canvas.steps import STEPS
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import Report, ReportPeriod, ReportSentence
from canvas.steps.summary import addressed

STARTED = N_("Report started")
SENT = N_("Report sent")
RENEWED = N_("New version of a report")

_CODE = re.compile(r"(\d{4})(?:-(?:(\d{1,2})|[QTqt]([1-4])))?")


class UnknownPeriodError(CanvasError):
    """A period cannot be read."""

    message = N_(
        "“{period}” is no period. Write a month (2026-10), a quarter (2026-Q4) or a year (2026)."
    )


class SentReportError(CanvasError):
    """A sent report does not change."""

    message = N_("This report was sent and is kept as it is. Start a new version to change it.")


def span_of(strategy: Strategy, code: str) -> Span:
    """Return the period of a code: “2026-10”, “2026-Q4” or “2026”.

    Quarters and years are counted from the month in which the strategy starts: the year
    2026 is the one that begins in 2026, and its quarters are those of the themes.

    Raises:
        UnknownPeriodError: It is none of these.
    """
    found = _CODE.fullmatch(code.strip())
    year = int(found.group(1)) if found else 0
    month = int(found.group(2)) if found and found.group(2) else 0
    if found is None or not 1 <= year < dt.MAXYEAR or month > 12 or (found.group(2) and not month):
        raise UnknownPeriodError(period=code)
    if month:
        return period(ReportPeriod.MONTH, dt.date(year, month, 1))
    start = strategy.one(Settings).start_date
    first = dt.date(year, start.month if start else 1, 1)
    if found.group(3):
        later = MONTHS[ReportPeriod.QUARTER] * (int(found.group(3)) - 1)
        return period(ReportPeriod.QUARTER, first, back=-later)
    return period(ReportPeriod.YEAR, first)


def code_of(strategy: Strategy, span: Span) -> str:
    """Return the code of a period, which `span_of` reads."""
    if span.kind is ReportPeriod.MONTH:
        return f"{span.first:%Y-%m}"
    year = period_around(strategy, ReportPeriod.YEAR, span.first).first
    if span.kind is ReportPeriod.YEAR:
        return f"{year:%Y}"
    months = (span.first.year - year.year) * 12 + span.first.month - year.month
    return f"{year:%Y}-Q{months // MONTHS[ReportPeriod.QUARTER] + 1}"


def usual_span(
    strategy: Strategy, figures: Figures, today: dt.date, kind: ReportPeriod = ReportPeriod.MONTH
) -> Span:
    """Return the last period that is over and has figures, else the last that is over."""
    found = periods_known(strategy, months_known(strategy, figures), kind)
    return opening_period(found, today) or period_around(strategy, kind, today).previous


def spans_offered(
    strategy: Strategy, figures: Figures, today: dt.date, kind: ReportPeriod
) -> tuple[Span, ...]:
    """Return the periods that one may report on, the latest first."""
    known = set(periods_known(strategy, months_known(strategy, figures), kind))
    known |= {
        period_around(strategy, kind, report.first)
        for report in strategy.of(Report)
        if report.first and report.period is kind
    }
    known.add(usual_span(strategy, figures, today, kind))
    return tuple(sorted(known, key=lambda span: span.first, reverse=True))


def versions(strategy: Strategy, span: Span) -> tuple[Report, ...]:
    """Return the reports on a period, the latest version first."""
    found = [
        report
        for report in strategy.of(Report)
        if report.period is span.kind and report.first == span.first
    ]
    return tuple(sorted(found, key=lambda one: (one.version or 0, one.position), reverse=True))


@dataclass(frozen=True, slots=True)
class Edition:
    """A report in one version, for one language.

    Attributes:
        draft: What it says.
        report: Its record, None while nobody wrote in it.
    """

    draft: Draft
    report: Report | None


def edition(
    strategy: Strategy,
    figures: Figures,
    span: Span,
    today: dt.date,
    language: str,
    *,
    report: Report | None = None,
    board: Dashboard | None = None,
) -> Edition:
    """Return a report: a version of it, else the latest one.

    Args:
        strategy: The plan.
        figures: What is known.
        span: The period.
        today: The day of the report; for one that was sent, the day when it was made counts.
        language: Which language it is written in.
        report: Which version.
        board: The period in figures, where they are known already.
    """
    report = report or next(iter(versions(strategy, span)), None)
    day = report.made_on if report and report.is_sent and report.made_on else today
    book = book_of(strategy, report, language) if report else NOTHING_KEPT
    found = board or dashboard(strategy, figures, span)
    return Edition(draft(strategy, figures, found, day, book), report)


def name_of_report(edition: Edition) -> Message:
    """Return what a report is called, its version too where there are several."""
    name = title_of(edition.draft)
    number = edition.report.version if edition.report else None
    return say(N_("{report} · version {n}"), report=name, n=number) if (number or 1) > 1 else name


def report_deck(strategy: Strategy, found: Edition, tr: Translator) -> bytes:
    """Return a report as a PowerPoint file."""
    from canvas.exports.deck import build_deck

    settings = strategy.one(Settings)
    today = found.draft.view.today
    return build_deck(
        strategy,
        tr,
        pieces=addressed(strategy, found.draft.pieces, today),
        title=settings.name or tr(N_("Untitled strategy")),
        subtitle=tr(name_of_report(found)),
        today=today,
        step_titles={step.key: step.menu for step in STEPS},
        texts=str(settings.language or ""),
        outline=REPORT_OUTLINE,
    )


def file_name(strategy: Strategy, span: Span, language: str) -> str:
    """Return what the file is called: “gantrell-2027-report-2026-10-en.pptx”."""
    return documents.file_name(
        strategy, f"report-{code_of(strategy, span).lower()}-{language}", "pptx"
    )


# --- Records -----------------------------------------------------------------------------


def start(service: Strategies, person: Person, strategy_id: str, span: Span, name: str) -> str:
    """Create the first version of a report, so that its sentences can be edited.

    Returns:
        The id of its record; of the one that is there already, if somebody was faster.
    """
    strategy = service.open(strategy_id, person)
    known = versions(strategy, span)
    if known:
        return known[0].id
    report = new_id()
    service.edit(strategy_id, person, _report(strategy, span, name, report, 1), label=STARTED)
    return report


def send(
    service: Strategies,
    person: Person,
    strategy_id: str,
    report_id: str,
    *,
    figures: Figures,
    today: dt.date,
) -> None:
    """Keep a report as it stands: every sentence, in both languages.

    Raises:
        SentReportError: It was sent already.
    """
    strategy = service.open(strategy_id, person)
    report, span = _known(strategy, report_id)
    if report.is_sent:
        raise SentReportError
    edits = [
        Edit(Report.key, report.id, "is_sent", None, True),
        Edit(Report.key, report.id, "made_on", _iso(report.made_on), today.isoformat()),
        *_kept(strategy, figures, span, today, report),
    ]
    service.edit(strategy_id, person, edits, label=SENT)


def _kept(
    strategy: Strategy, figures: Figures, span: Span, today: dt.date, report: Report
) -> Iterator[Edit]:
    board = dashboard(strategy, figures, span)
    position = strategy.next_position(ReportSentence)
    for language in LANGUAGES:
        found = edition(strategy, figures, span, today, language, report=report, board=board)
        tr = Translator(language)
        for sentence in found.draft.sentences:
            # What a person wrote or left out is kept already.
            if sentence.kept.text or sentence.kept.is_left_out:
                continue
            raw: dict[str, Json] = {
                "text": tr.said(sentence.drafted),
                "report": report.id,
                "slot": sentence.slot,
                "language": language,
                "is_drafted": True,
            }
            yield from creation(ReportSentence.key, new_id(), raw, position)
            position += 1


def renew(service: Strategies, person: Person, strategy_id: str, report_id: str) -> str:
    """Start a new version of a report from what people wrote in it; return its id."""
    strategy = service.open(strategy_id, person)
    report, span = _known(strategy, report_id)
    number = max((one.version or 1 for one in versions(strategy, span)), default=0) + 1
    new = new_id()
    edits = _report(strategy, span, report.name, new, number)
    position = strategy.next_position(ReportSentence)
    for sentence in strategy.of(ReportSentence):
        if sentence.report == report.id and not sentence.is_drafted:
            raw: dict[str, Json] = {
                "text": sentence.text or None,
                "report": new,
                "slot": sentence.slot,
                "is_left_out": sentence.is_left_out or None,
                "language": str(sentence.language) if sentence.language else None,
            }
            edits += creation(ReportSentence.key, new_id(), raw, position)
            position += 1
    service.edit(strategy_id, person, edits, label=RENEWED)
    return new


def _known(strategy: Strategy, report_id: str) -> tuple[Report, Span]:
    report = strategy.linked(Report, report_id)
    if report is None or report.period is None or report.first is None:
        raise UnknownPeriodError(period=report.name if report else "")
    return report, Span(report.period, report.first)


def _report(strategy: Strategy, span: Span, name: str, report: str, version: int) -> list[Edit]:
    raw: dict[str, Json] = {
        "name": name,
        "period": str(span.kind),
        "first": span.first.isoformat(),
        "version": version,
    }
    return creation(Report.key, report, raw, strategy.next_position(Report))


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
