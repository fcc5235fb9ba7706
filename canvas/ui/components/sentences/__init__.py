"""A report sentence by sentence: each drafted, edited in place, left out or put back."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.domain.messages import N_
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.report import Chapter
from canvas.rules.report_words import Sentence
from canvas.steps.measure.reports import Report, ReportSentence
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "sentences/sentences.js",
)

WORDS = {
    "leave_out": N_("Leave out"),
    "leave_slide": N_("Leave the slide out"),
    "restore": N_("As drafted again"),
    "draft": N_("The draft says:"),
    "title": N_("Title of the slide"),
    "sentence": N_("Sentence {n}"),
    "restored": N_("The draft is back."),
    "out": N_("Left out"),
}


def sentences(
    strategy: Strategy,
    report: Report | None,
    chapters: Sequence[tuple[str, Chapter]],
    tr: Translator,
    *,
    key: str,
) -> None:
    """Mount the sentences of a report.

    Args:
        strategy: Where they are kept.
        report: The report that they belong to; None, or one that was sent, can be read only.
        chapters: Its chapters, each under its section's name.
        tr: The language that the report is read and written in.
        key: The component's key.
    """
    own = [sentence for _, chapter in chapters for sentence in chapter.sentences]
    records = {
        record.id: record
        for record in strategy.of(ReportSentence)
        if report is not None and record.report == report.id
    }
    by_name = {data["name"]: data for data in field_data(ReportSentence, tr)}
    mount = component(
        "sentences", '<div class="canvas sentences"></div>', SCRIPTS, ("shared/base.css",)
    )
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "report": report.id if report else "",
            "open": report is not None and not report.is_sent,
            "fields": {
                "text": dict(by_name["text"]) | {"kind": "sentence", "example": "", "multiline": 0},
                "is_left_out": dict(by_name["is_left_out"]),
            },
            "chapters": [
                {
                    "key": chapter.key,
                    "section": section,
                    "sentences": [_sentence(one, records, tr) for one in chapter.sentences],
                }
                for section, chapter in chapters
            ],
            "rows": {
                ReportSentence.key: [
                    row_data(records[one.kept.record], strategy, tr)
                    for one in own
                    if one.kept.record in records
                ]
            },
            "next": {ReportSentence.key: strategy.next_position(ReportSentence)},
            "tones": {},
            "words": words(WORDS, tr),
        },
    )


def _sentence(
    one: Sentence, records: dict[str, ReportSentence], tr: Translator
) -> dict[str, object]:
    return {
        "slot": one.slot,
        "draft": tr.said(one.drafted),
        "said": one.kept.text or tr.said(one.drafted),
        "about": tr.said(one.about),
        "title": one.is_title,
        "out": one.kept.is_left_out,
        "record": one.kept.record if one.kept.record in records else None,
    }
