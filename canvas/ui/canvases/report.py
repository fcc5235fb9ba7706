"""The report: choose a period, mend what was drafted, present it, take it away (C146, C147)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from canvas.domain.messages import N_, say
from canvas.domain.story import Decision, Gap, Section
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.rules.dashboard_period import Span
from canvas.rules.report import CHAPTERS, Chapter, title_of
from canvas.services import documents, reports
from canvas.services.clock import local_now
from canvas.steps import BY_KEY
from canvas.steps.measure.reports import Report, ReportPeriod
from canvas.ui.canvases.parts import Part
from canvas.ui.canvases.report_slide import draw_decisions, draw_slide
from canvas.ui.canvases.spans import span_controls
from canvas.ui.canvases.ways import way_to, way_to_page
from canvas.ui.components.sentences import sentences
from canvas.ui.deliver.newest import newest
from canvas.ui.markdown import plain
from canvas.ui.problems import told
from canvas.ui.state import dashboards, figures, forget, person, session, strategies, translator

SLIDES = max(sum(kind in kinds for _, _, kinds in CHAPTERS) for kind in ReportPeriod)
"""How many slides the longest kind of report has."""


def report(strategy: Strategy, tr: Translator) -> None:
    """Draw the choice of a report and its sentences; its first slide in a projection."""
    if session().projecting:
        _slide(0, strategy, tr)
        return
    found = _chosen(strategy, tr)
    span = found.draft.view.span
    session().reported = span.key, found.report.id if found.report else ""
    _acts(strategy, found, tr)
    _missing(strategy, found, tr)
    shown = [(_section(one, tr), one) for one in found.draft.chapters if one.sentences]
    kept = found.report.id if found.report else "draft"
    sentences(strategy, found.report, shown, tr, key=f"report-{kept}-{span.key}-{tr.language}")
    with st.container(horizontal=True):
        way_to(Report, strategy, tr)


def _chosen(strategy: Strategy, tr: Translator) -> reports.Edition:
    """Draw the choice of a kind, a period and a version; return that report."""
    known, today = figures().of(strategy), local_now(strategy).date()

    def offered(kind: ReportPeriod) -> tuple[Sequence[Span], Span]:
        spans = reports.spans_offered(strategy, known, today, kind)
        return spans, reports.usual_span(strategy, known, today, kind)

    labels = tr(N_("Report on a")), tr(N_("Period reported on"))
    with st.container(horizontal=True, vertical_alignment="bottom", key="report-period"):
        span = span_controls(labels, offered, tr, key="report")
        version = _version(strategy, span, tr)
    board = dashboards().of(strategy, known, span)
    return reports.edition(strategy, known, span, today, tr.language, report=version, board=board)


def _version(strategy: Strategy, span: Span, tr: Translator) -> Report | None:
    by_id = {one.id: one for one in reports.versions(strategy, span)}
    if len(by_id) < 2:
        return next(iter(by_id.values()), None)
    # A new version is what one goes on with: the choice starts over with each.
    key = st.selectbox(
        tr(N_("Version of the report")),
        list(by_id),
        format_func=lambda one: _version_said(by_id[one], tr),
        key=f"report-version-{span.key}-{len(by_id)}",
        width=260,
    )
    return by_id.get(key or "", next(iter(by_id.values())))


def _version_said(one: Report, tr: Translator) -> str:
    if one.is_sent and one.made_on:
        sent = say(N_("{n}, sent on {date}"), n=one.version or 1, date=one.made_on)
        return tr(sent)
    return tr(say(N_("{n}, being written"), n=one.version or 1))


def _acts(strategy: Strategy, found: reports.Edition, tr: Translator) -> None:
    """Draw what may be done with the report: write, send, renew, take it away."""
    kept, span = found.report, found.draft.view.span
    if kept is None:
        text = N_("This draft follows your figures. Start the report to change its sentences.")
    elif kept.is_sent:
        text = N_("This report was sent: its sentences stay as they are. Its charts and tables "
                  "show what is known today.")  # fmt: skip
    else:
        text = N_("Click into a sentence to change it: it is saved as you type, for the report in "
                  "this language.")  # fmt: skip
    st.markdown(plain(tr(text)))
    with st.container(horizontal=True, key="report-acts"):
        if kept is None:
            st.button(
                tr(N_("Start the report")),
                icon=":material/edit_note:",
                type="primary",
                key="report-start",
                on_click=_start,
                args=(strategy.id, span, tr(title_of(found.draft))),
            )
        elif kept.is_sent:
            st.button(
                tr(N_("New version")),
                icon=":material/content_copy:",
                key="report-renew",
                on_click=_renew,
                args=(strategy.id, kept.id, span),
            )
        else:
            st.button(
                tr(N_("Sent: keep it as it is")),
                icon=":material/lock:",
                key="report-send",
                help=tr(N_("Keeps every sentence; to change one later, start a new version.")),
                on_click=_send,
                args=(strategy.id, kept.id),
            )
        for language in LANGUAGES:
            st.download_button(
                tr(N_("PowerPoint in French") if language == "fr" else N_("PowerPoint in English")),
                # Built at the click, outside the session's run: give it all it needs.
                data=partial(_bytes, strategy, span, kept.id if kept else "", language),
                file_name=reports.file_name(strategy, span, language),
                mime=documents.PPTX,
                on_click="ignore",
                type="primary" if kept and language == tr.language else "secondary",
                icon=":material/slideshow:",
                key=f"report-{language}",
            )


def _bytes(strategy: Strategy, span: Span, report_id: str, language: str) -> bytes:
    fresh, tr = newest(strategy), translator(language)
    found = reports.edition(
        fresh,
        figures().of(fresh),
        span,
        local_now(fresh).date(),
        language,
        report=fresh.linked(Report, report_id),
    )
    return reports.report_deck(fresh, found, tr)


@told
def _start(strategy_id: str, span: Span, name: str) -> None:
    reports.start(strategies(), person(), strategy_id, span, name)


@told
def _send(strategy_id: str, report_id: str) -> None:
    service = strategies()
    strategy = service.open(strategy_id, person())
    reports.send(
        service,
        person(),
        strategy_id,
        report_id,
        figures=figures().of(strategy),
        today=local_now(strategy).date(),
    )


@told
def _renew(strategy_id: str, report_id: str, span: Span) -> None:
    reports.renew(strategies(), person(), strategy_id, report_id)
    forget(f"report-version-{span.key}")


def _missing(strategy: Strategy, found: reports.Edition, tr: Translator) -> None:
    """Name what the report cannot say yet, with where to fill it in."""
    gaps = found.draft.gaps
    if not gaps:
        return
    label = say(N_("What the report cannot say yet ({n})"), n=len(gaps))
    with st.expander(plain(tr(label)), icon=":material/rule:"):
        for gap in gaps:
            st.markdown(f"**{plain(tr(gap.what))}**  \n{plain(tr(gap.why))}")
        steps = dict.fromkeys(gap.step for gap in gaps if gap.step in BY_KEY)
        with st.container(horizontal=True):
            for key in steps:
                step = BY_KEY[key]
                way_to_page(step.key, strategy.id, label=tr(step.menu), icon=step.icon)


def _section(chapter: Chapter, tr: Translator) -> str:
    slide = chapter.slide
    return tr(slide.section.value if slide else Section.DECISIONS.value)


def _projected(strategy: Strategy, tr: Translator) -> reports.Edition:
    """Return the report that was on the page before it was projected, else the usual one."""
    known, today = figures().of(strategy), local_now(strategy).date()
    key, version = session().reported
    kind = ReportPeriod.read(key.partition("/")[0]) or ReportPeriod.MONTH
    spans = reports.spans_offered(strategy, known, today, kind)
    usual = reports.usual_span(strategy, known, today, kind)
    span = next((one for one in spans if one.key == key), usual)
    board = dashboards().of(strategy, known, span)
    record = strategy.linked(Report, version)
    return reports.edition(strategy, known, span, today, tr.language, report=record, board=board)


def _slide(at: int, strategy: Strategy, tr: Translator) -> None:
    """Draw one slide of the report by itself, for a room."""
    found = _projected(strategy, tr)
    chapters = [one for one in found.draft.chapters if _shows(one)]
    if at >= len(chapters):
        st.header(plain(tr(title_of(found.draft))), anchor=False)
        st.markdown(plain(tr(N_("The report ends here."))))
        return
    chapter = chapters[at]
    if chapter.slide is not None:
        draw_slide(chapter.slide.section.value, chapter.slide.title, chapter.slide.body, tr)
    else:
        draw_decisions([one for one in chapter.pieces if isinstance(one, Decision)], tr)


def _shows(chapter: Chapter) -> bool:
    return any(not isinstance(piece, Gap) for piece in chapter.shown)


PARTS = {str(at): Part(N_("Slide of the report"), partial(_slide, at)) for at in range(1, SLIDES)}
"""The slides of a report after the first, projected one by one."""
