"""Gauges: large figures with their targets and verdicts, the lines concerned one click away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.rules.gauge import Bar, Fit, Gauge
from canvas.rules.mix_time import FAMILIES
from canvas.rules.naming import record_title
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import Intent, Origin
from canvas.steps.plan.conversation import TaskAutomation
from canvas.steps.plan.promotion import PromotionAction
from canvas.steps.wording import listed, shown
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, option_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "gauges/card.js",
    "gauges/gauges.js",
)

TYPES: tuple[type[Record], ...] = (Post, TaskAutomation, PromotionAction)
"""What a line concerned may be."""

LINES = 25
"""Lines concerned that a card holds; the others are counted, and stand in their list."""

VERDICTS = {
    Fit.FITS: ("✓", N_("It fits"), "good"),
    Fit.NEAR: ("≈", N_("Nearly"), "watch"),
    Fit.OFF: ("!", N_("To mend"), "bad"),
    Fit.UNKNOWN: ("?", N_("Cannot tell"), "neutral"),
}
"""The sign, the word and the tone of each verdict."""

WORDS = {
    "target": N_("Target: {title}"),
    "lines": N_("Lines concerned: {n}"),
    "verdict": N_("{title}: {place}"),
    "start": N_("Write the first line of the calendar, Enter to add it"),
    "waiting": N_("This is what the balance of your plan will look like."),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Gauges that are read together.

    Attributes:
        title: What they are about, in the reader's language.
        gauges: The gauges.
    """

    title: str
    gauges: Sequence[Gauge]


def gauges(
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    theme: str,
    groups: Sequence[Group],
    fields: Mapping[str, Sequence[str]],
    fixed: Mapping[str, str],
) -> None:
    """Mount the gauges.

    Args:
        strategy: Where the lines are.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
        groups: What is shown, from the top.
        fields: Which fields of a line concerned may be mended on the spot, by gauge.
        fixed: Raw fields of the line that an empty plan starts with.
    """
    ghost = not any(group.gauges for group in groups)
    found = [gauge for group in groups for gauge in group.gauges]
    near = {record_id for gauge in found for record_id in gauge.records[:LINES]}
    lines = [record for record in map(strategy.find, near) if record is not None]
    options = option_data(Post, strategy, tr)
    mount = component("gauges", '<div class="canvas gauges"></div>', SCRIPTS, ("shared/base.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "ghost": ghost,
            "fixed": dict(fixed),
            "groups": [
                {
                    "title": group.title,
                    "cards": [
                        _card(gauge, fields.get(gauge.key, ()), tr) for gauge in group.gauges
                    ],
                }
                for group in (_examples(tr) if ghost else groups)
            ],
            "fields": {
                kind.key: {
                    data["name"]: {**data, "options": options.get(data.get("to", ""), [])}
                    for data in field_data(kind, tr)
                    if data["name"] in _used(kind, fields)
                }
                for kind in TYPES
            },
            "rows": {
                kind.key: [
                    _line(record, strategy, tr, fields)
                    for record in lines
                    if isinstance(record, kind)
                ]
                for kind in TYPES
            },
            "next": {kind.key: strategy.next_position(kind) for kind in TYPES},
            "signs": {str(fit): sign for fit, (sign, _, _) in VERDICTS.items()},
            "tones": {
                **{str(fit): TONES[tone].on(theme) for fit, (_, _, tone) in VERDICTS.items()},
                "on-tone": GROUND.on(theme),
            },
            "words": words(WORDS, tr),
        },
    )


def _used(kind: type[Record], fields: Mapping[str, Sequence[str]]) -> set[str]:
    wanted = {name for names in fields.values() for name in names}
    return {field.name for field in kind.fields() if field.name in {*wanted, "title"}}


def _line(
    record: Record, strategy: Strategy, tr: Translator, fields: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """Return a line concerned: what it is called, where it stands, what may be mended."""
    row = row_data(record, strategy, tr)
    used = _used(type(record), fields)
    note = listed([shown(record.date), shown(record.network)]) if isinstance(record, Post) else ""
    return {
        **row,
        "values": {name: value for name, value in row["values"].items() if name in used},
        "title": record_title(record, strategy, tr),
        "note": tr.said(note),
    }


def _card(gauge: Gauge, fields: Sequence[str], tr: Translator) -> dict[str, Any]:
    _, verdict, _ = VERDICTS[gauge.fit]
    rest = len(gauge.records) - LINES
    return {
        "key": gauge.key,
        "title": tr(gauge.title),
        "figure": tr(gauge.figure),
        "target": tr(gauge.target) if gauge.target else "",
        "fit": str(gauge.fit),
        "verdict": tr(verdict),
        "said": [tr(sentence) for sentence in gauge.said],
        "bars": [
            {
                "label": tr.said(bar.label),
                "figure": tr(bar.figure),
                "fill": round(min(1.0, bar.fill), 4),
                "mark": None if bar.mark is None else round(min(1.0, bar.mark), 4),
                "fit": str(bar.fit or ""),
                "unsaid": bar.unsaid,
            }
            for bar in gauge.bars
        ],
        "lines": list(gauge.records[:LINES]),
        "count": tr.number(len(gauge.records)),
        "rest": tr(say_count("and {n} other", "and {n} others", rest)) if rest > 0 else "",
        "fields": list(fields),
    }


def _examples(tr: Translator) -> list[Group]:
    """Return what an empty plan shows in grey."""

    def example(title: str, bars: Sequence[tuple[str, float, float | None]]) -> Gauge:
        return Gauge(
            f"ghost-{title}",
            title,
            say("{value}", value=Share(bars[0][1])),
            None,
            Fit.UNKNOWN,
            (),
            (),
            tuple(
                Bar(say(label), say("{value}", value=Share(fill)), fill, fill, mark)
                for label, fill, mark in bars
            ),
        )

    promotion = (
        (Intent.PROMOTE, 0.2, 0.2),
        (Intent.ENTERTAIN, 0.45, None),
        (Intent.EDUCATE, 0.35, None),
    )
    time = tuple(zip(FAMILIES, (0.4, 0.25, 0.35), (1 / 3,) * 3, strict=True))
    origin = ((Origin.OWN, 0.8, 0.75), (Origin.UGC, 0.15, 0.15), (Origin.CURATED, 0.05, 0.1))
    return [
        Group(
            "",
            [
                example(title, [(choice.label, fill, mark) for choice, fill, mark in shares])
                for title, shares in (
                    (N_("Promotion"), promotion),
                    (N_("Thirds of time"), time),
                    (N_("Where it comes from"), origin),
                )
            ],
        )
    ]
