"""The report that is presented every month: what it says, draws, leaves open and keeps."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from canvas.domain.messages import Message
from canvas.domain.story import Chart, ChartTable, Decision, Figures, Slide
from canvas.domain.strategy import Strategy
from canvas.i18n import LANGUAGES, Translator
from canvas.rules.report import CHAPTERS
from canvas.services import Person, documents, exchange, open_strategies, reports
from canvas.services.figures import FigureShelf
from canvas.steps.common import Progress
from canvas.steps.frame.settings import Settings
from canvas.steps.measure.learning import Learning
from canvas.steps.measure.merged import merged
from canvas.steps.measure.reports import Report, ReportPeriod, ReportSentence
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.objective import Objective
from canvas.steps.plan.actions import Action
from canvas.steps.plan.calendar import Post
from tests.exports import books, samples
from tests.exports.lint import problems
from tests.exports.reading import all_texts, notes, slides, texts, titles

TODAY = dt.date(2026, 11, 3)
PERIODS = ("2026-10", "2026-Q4", "2026")
ME = Person("nora")
EMPTY = Strategy("s", 1, {})
EN = Translator("en")


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The software firm, its strategies and its figures."""
    folder = tmp_path_factory.mktemp("report")
    service = open_strategies(f"sqlite:///{folder / 'canvas.sqlite3'}")
    strategy = service.open(exchange.open_example(service, ME, "software"), ME)
    yield service, strategy, FigureShelf(service.store).of(strategy)
    service.store.close()


@pytest.fixture(scope="module")
def deck(example):
    """Builds a report of the example, each once."""
    _, strategy, figures = example
    made: dict[tuple[str, str], bytes] = {}

    def build(period: str, language: str = "en") -> bytes:
        if (period, language) not in made:
            wish = documents.Wish(
                Translator(language), TODAY, figures=lambda _: figures, period=period
            )
            made[period, language] = documents.build(strategy, "report", wish)
        return made[period, language]

    return build


def drafted(strategy, figures=None, period="2026-10", language="en", report=None):
    figures = figures or merged(strategy, {})
    span = reports.span_of(strategy, period)
    return reports.edition(strategy, figures, span, TODAY, language, report=report)


def deck_of(strategy, language="en", period="2026-10", figures=None):
    found = drafted(strategy, figures, period, language)
    return reports.report_deck(strategy, found, Translator(language))


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_has_nothing_to_hold_against_it(deck, period, language, tmp_path):
    found = deck(period, language)
    assert problems(found) == []
    path = tmp_path / "report.pptx"
    path.write_bytes(found)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_a_longer_period_says_more_and_no_report_is_endless(deck):
    counts = [len(slides(deck(period))) for period in PERIODS]
    assert counts == sorted(counts)
    assert 10 <= counts[0] <= 14
    assert counts[-1] <= 19


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_are_whole_sentences_that_fit(example, period, language):
    _, strategy, figures = example
    tr = Translator(language)
    for piece in drafted(strategy, figures, period, language).draft.pieces:
        if isinstance(piece, Slide):
            title = tr(piece.title)
            assert len(title) <= 110, title
            assert len(title.split()) > 2, title


def test_the_report_follows_the_questions_in_order(deck):
    root = Presentation(io.BytesIO(deck("2026-10"))).part._element
    names = [element.get("name") for element in root.iter("{*}section")]
    assert names[1:8] == [
        "In short", "What did we want?", "What happened?", "What worked, and why?",
        "What did it earn?", "What did we do, and what comes next?", "What do we decide?",
    ]  # fmt: skip


def test_the_cover_names_the_period_and_the_notes_say_how_figures_are_made(deck):
    assert "Monthly report · October 2026" in texts(slides(deck("2026-10"))[0])
    assert "Green: the way done" in notes(deck("2026-10"))


def test_colours_are_said_in_words_too(example):
    _, strategy, figures = example
    found = drafted(strategy, figures).draft
    keys = next(c for c in found.chapters if c.key == "keys").slide.body
    assert isinstance(keys, Figures)
    for card, key in zip(keys.cards, found.view.board.keys, strict=True):
        assert isinstance(card.remarks[0], Message)
        assert card.remarks[0].text == key.light.label


def series_of(native) -> list[list[float | None]]:
    return [list(series.values) for series in native.plots[0].series]


@pytest.mark.parametrize("period", PERIODS)
def test_charts_hold_the_figures_of_the_rules_and_leave_gaps_open(example, deck, period):
    _, strategy, figures = example
    expected = []
    for piece in drafted(strategy, figures, period).draft.pieces:
        body = piece.body if isinstance(piece, Slide) else None
        if isinstance(body, Figures):
            expected += [card for card in body.cards if card.series]
        elif isinstance(body, Chart):
            expected.append(body)
        elif isinstance(body, ChartTable):
            expected.append(body.chart)
    natives = [s.chart for slide in slides(deck(period)) for s in slide.shapes if s.has_chart]
    assert len(natives) == len(expected) > 0
    wanted = {_key([s.values for s in one.series]) for one in expected}
    # Bars that lie are drawn from the last to the first.
    assert {_key(series_of(one)) for one in natives} == wanted


def _key(series) -> frozenset:
    return frozenset(
        frozenset((round(v, 6) if v is not None else None, list(values).count(v)) for v in values)
        for values in series
    )


def test_a_month_that_nobody_read_is_a_blank_and_never_a_zero(example, deck):
    _, strategy, figures = example
    demo = next(k for k in drafted(strategy, figures).draft.view.board.keys)
    assert None in demo.course.values
    native = next(s.chart for slide in slides(deck("2026-10")) for s in slide.shapes if s.has_chart)
    values = series_of(native)[0]
    assert None in values
    assert 0 not in values


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("period", PERIODS)
def test_an_empty_strategy_gives_a_short_deck_that_says_what_is_missing(language, period):
    found = deck_of(EMPTY, language, period)
    assert problems(found) == []
    assert len(slides(found)) <= 8
    wanted = {"en": "The three key indicators", "fr": "Les trois indicateurs clés"}[language]
    assert wanted in all_texts(found)


def hostile() -> Strategy:
    bad = [text.replace("\x00", "") for text in samples.HOSTILE]
    word = bad[0]
    records = [
        Settings(id="settings", name=bad[1]),
        *(Objective(id=f"o{n}", title=text, target=3.0, baseline=1.0, owner="x", unit=text[:40],
                    due=dt.date(2026, 12, 1), is_primary=n == 0) for n, text in enumerate(bad)),
        *(Kpi(id=f"k{n}", name=text[:120], objective=f"o{n}", is_key=n < 3, unit=text[:20],
              baseline=0.0, target=2.0) for n, text in enumerate(bad)),
        *(Action(id=f"a{n}", title=text, due=dt.date(2026, 10, 2 + n), result=text * 9,
                 status=Progress.DONE if n % 2 else None) for n, text in enumerate(bad)),
        *(Learning(id=f"l{n}", what=text * 5, date=dt.date(2026, 10, 3)) for n, text in
          enumerate(bad)),
        Post(id="p", title=word, date=dt.date(2026, 10, 4)),
    ]  # fmt: skip
    by_type: dict[str, tuple] = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


@pytest.mark.parametrize("period", PERIODS)
def test_hostile_texts_stay_texts(period):
    found = deck_of(hostile(), "fr", period)
    assert problems(found, leftovers=False) == []


def test_what_hangs_loose_in_the_measure_is_put_to_those_who_decide():
    lesson = {"what": "Films are watched to the end", "date": "2026-10-12"}
    found = drafted(books.strategy({"learning": {"l": lesson}})).draft.pieces
    asked = {EN.said(p.what): EN.said(p.why) for p in found if isinstance(p, Decision)}
    assert (
        asked["Settle the open point of our measure"]
        == "“Films are watched to the end” was learnt: what do you change?"
    )


def test_an_unread_account_is_named_and_not_shown_as_zero(example, deck):
    said = all_texts(deck("2026-10"))
    assert "What happened on" in said
    assert "not read" in said


# Sentences


@pytest.fixture
def mine(tmp_path):
    service = open_strategies(f"sqlite:///{tmp_path / 'canvas.sqlite3'}")
    strategy_id = exchange.open_example(service, ME, "software")
    yield service, strategy_id
    service.store.close()


def write(service, strategy_id, report, slot, text=None, **more):
    from canvas.domain.changes import creation
    from canvas.domain.ids import new_id

    raw = {"report": report, "slot": slot, "text": text, **more}
    service.edit(strategy_id, ME, creation(ReportSentence.key, new_id(), raw, 1.0))
    return service.open(strategy_id, ME)


def begun(mine):
    service, strategy_id = mine
    strategy = service.open(strategy_id, ME)
    span = reports.span_of(strategy, "2026-10")
    return service, strategy_id, reports.start(service, ME, strategy_id, span, "October")


def test_what_a_person_wrote_stands_in_the_place_of_the_draft_and_nowhere_else(mine):
    service, strategy_id, report = begun(mine)
    strategy = write(service, strategy_id, report, "keys/title", "Demos <took off> & stayed")
    found = deck_of(strategy)
    assert "Demos <took off> & stayed" in titles(found)
    assert "Demos <took off> & stayed" not in titles(deck_of(strategy, period="2026-09"))


def test_a_sentence_written_for_one_language_leaves_the_other_drafted(mine):
    service, strategy_id, report = begun(mine)
    drafted_in_french = titles(deck_of(service.open(strategy_id, ME), "fr"))
    strategy = write(service, strategy_id, report, "keys/title", "Only in English", language="en")
    assert "Only in English" in titles(deck_of(strategy, "en"))
    assert titles(deck_of(strategy, "fr")) == drafted_in_french


def test_a_slide_is_left_out_with_its_title_and_what_it_misses_is_still_named(mine):
    service, strategy_id, report = begun(mine)
    before = drafted(service.open(strategy_id, ME))
    strategy = write(service, strategy_id, report, "accounts/title", is_left_out=True)
    after = drafted(strategy)
    assert len(slides(deck_of(strategy))) == len(slides(deck_of(service.open(strategy_id, ME))))
    keys = [c.key for c in after.draft.chapters if c.is_left_out]
    assert keys == ["accounts"]
    assert after.draft.gaps == before.draft.gaps
    shown = [p for p in after.draft.pieces if isinstance(p, Slide)]
    assert len(shown) == len([p for p in before.draft.pieces if isinstance(p, Slide)]) - 1


def test_a_sentence_left_out_is_gone_in_both_languages(mine):
    service, strategy_id, report = begun(mine)
    slot = next(s.slot for s in drafted(service.open(strategy_id, ME)).draft.sentences
                if s.slot.startswith("decisions/"))  # fmt: skip
    strategy = write(service, strategy_id, report, slot, is_left_out=True, language="fr")
    for language in LANGUAGES:
        found = drafted(strategy, language=language).draft
        assert next(s for s in found.sentences if s.slot == slot).said == ""


def changed(strategy: Strategy, **records) -> Strategy:
    return replace(strategy, records={**strategy.records, **records})


def test_a_sent_report_says_the_same_whatever_the_figures_become(mine):
    service, strategy_id, report = begun(mine)
    write(service, strategy_id, report, "keys/title", "Written by Nora", language="en")
    strategy = service.open(strategy_id, ME)
    reports.send(service, ME, strategy_id, report, figures=merged(strategy, {}), today=TODAY)
    sent = service.open(strategy_id, ME)
    for language in LANGUAGES:
        before = drafted(strategy, language=language).draft
        later = changed(sent, reading=sent.records["reading"][:40], roi_value=(), action=())
        tr = Translator(language)
        said = {s.slot: tr.said(s.said) for s in before.sentences if s.said}
        if language == "en":
            said["keys/title"] = "Written by Nora"
        kept = drafted(later, language=language).draft
        now = {s.slot: tr.said(s.said) for s in kept.sentences if s.said}
        chapters = {c.key for c in kept.chapters}
        # Summary, decisions and every slide that still has something to show.
        assert {"summary", "keys", "decisions"} <= chapters
        for slot in ("summary/title", "keys/title", "summary/earned"):
            assert now[slot] == said[slot]
        for slot, text in now.items():
            assert said[slot] == text
        assert all(now.get(slot) == text for slot, text in said.items()
                   if slot.startswith(("decisions/", "summary/")))  # fmt: skip


def test_a_sent_report_is_not_sent_twice_and_its_new_version_starts_from_what_was_written(mine):
    service, strategy_id, report = begun(mine)
    write(service, strategy_id, report, "keys/title", "Written by Nora")
    strategy = service.open(strategy_id, ME)
    figures = merged(strategy, {})
    reports.send(service, ME, strategy_id, report, figures=figures, today=TODAY)
    with pytest.raises(reports.SentReportError):
        reports.send(service, ME, strategy_id, report, figures=figures, today=TODAY)
    new = reports.renew(service, ME, strategy_id, report)
    strategy = service.open(strategy_id, ME)
    old, fresh = strategy.linked(Report, report), strategy.linked(Report, new)
    assert (old.is_sent, old.version, fresh.is_sent, fresh.version) == (True, 1, False, 2)
    own = [s for s in strategy.of(ReportSentence) if s.report == new]
    assert [s.text for s in own] == ["Written by Nora"]
    assert "version 2" in texts(slides(deck_of(strategy))[0])
    write(service, strategy_id, new, "summary/title", "Second thoughts")
    strategy = service.open(strategy_id, ME)
    assert "Second thoughts" in titles(deck_of(strategy))
    again = drafted(strategy, report=old)
    assert "Second thoughts" not in titles(reports.report_deck(strategy, again, Translator("en")))


def test_to_send_is_one_change_that_undo_takes_back(mine):
    service, strategy_id, report = begun(mine)
    before = service.open(strategy_id, ME)
    reports.send(service, ME, strategy_id, report, figures=merged(before, {}), today=TODAY)
    service.undo(strategy_id, ME)
    after = service.open(strategy_id, ME)
    assert not after.linked(Report, report).is_sent
    assert after.of(ReportSentence) == before.of(ReportSentence)


def test_whoever_starts_a_report_second_finds_the_first_one(mine):
    service, strategy_id, report = begun(mine)
    span = reports.span_of(service.open(strategy_id, ME), "2026-10")
    assert reports.start(service, ME, strategy_id, span, "Again") == report


# Periods


@pytest.mark.parametrize(
    ("code", "kind", "first", "last"),
    [
        ("2026-10", ReportPeriod.MONTH, "2026-10-01", "2026-10-31"),
        ("2026-Q4", ReportPeriod.QUARTER, "2026-10-01", "2026-12-31"),
        ("2026-T1", ReportPeriod.QUARTER, "2026-01-01", "2026-03-31"),
        ("2026", ReportPeriod.YEAR, "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_is_named_by_a_code(code, kind, first, last):
    span = reports.span_of(EMPTY, code)
    found = span.kind, str(span.first), str(span.last)
    assert found == (kind, first, last)
    assert reports.code_of(EMPTY, span) == code.replace("T", "Q")


@pytest.mark.parametrize("month", range(1, 13))
def test_quarters_are_counted_from_the_strategy_s_first_month(month):
    strategy = Strategy(
        "s", 1, {"settings": (Settings(id="settings", start_date=dt.date(2026, month, 5)),)}
    )
    for number in range(1, 5):
        code = f"2026-Q{number}"
        span = reports.span_of(strategy, code)
        assert reports.code_of(strategy, span) == code
    assert reports.span_of(strategy, "2026").first == dt.date(2026, month, 1)


@pytest.mark.parametrize("code", ["", "2026-13", "2026-00", "2026-Q5", "0000", "next month", "26"])
def test_what_is_no_period_is_refused_with_a_sentence(code):
    with pytest.raises(reports.UnknownPeriodError):
        reports.span_of(EMPTY, code)


def test_the_report_is_on_the_last_month_that_is_over_and_has_figures(example):
    _, strategy, figures = example
    assert reports.usual_span(strategy, figures, TODAY).key == "month/2026-10"
    assert reports.usual_span(strategy, figures, dt.date(2026, 10, 20)).key == "month/2026-09"
    assert reports.usual_span(EMPTY, merged(EMPTY, {}), TODAY).key == "month/2026-10"


def test_every_chapter_has_a_key_of_its_own():
    keys = [key for key, _, _ in CHAPTERS]
    assert len(keys) == len(set(keys))


# The workbook


def test_the_workbook_draws_indicators_from_the_same_figures_as_the_report(example):
    _, strategy, figures = example
    key = next(k for k in drafted(strategy, figures).draft.view.board.keys if k.course.fed)
    month = min(key.course.fed)
    value = dict(zip(key.course.months, key.course.values, strict=True))[month]
    wish = documents.Wish(Translator("en"), TODAY, figures=lambda _: figures)
    book = load_workbook(io.BytesIO(documents.build(strategy, "workbook", wish)))
    found = [
        row[2]
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        if len(row) > 2
        and str(row[1])[:10] == str(dt.date(*month, 1))
        and isinstance(row[2], float | int)
    ]
    assert any(abs(one - value) < 0.01 for one in found)
