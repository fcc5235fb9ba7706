"""Opportunities to speak: five tests, a risk, a verdict to confirm, a line of the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from canvas.domain.messages import N_, say
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.rules.newsjacking import Advice, advice, line, line_of
from canvas.steps.plan.calendar import Post
from canvas.steps.plan.choices import NewsTest, Verdict
from canvas.steps.plan.conversation import Opportunity
from canvas.steps.wording import listed, shown
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, option_data, row_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "news/card.js",
    "news/news.js",
)

FIELDS = ("topic", "kind", "date", "network", "idea", "tests", "risk", "verdict", "decided_by")

SIGNS = {
    Verdict.GO: ("✓", "good"),
    Verdict.NO_GO: ("✗", "bad"),
    Verdict.IN_DOUBT: ("?", "watch"),
}
"""The sign and the tone of each verdict."""

WORDS = {
    "add": N_("What is everybody speaking about? Enter to add it"),
    "judge": N_("To judge"),
    "go": N_("We go"),
    "no_go": N_("Left aside: {n}"),
    "tests": N_("Five tests: tick what you are sure of"),
    "suggested": N_("Suggested: {title}"),
    "confirm": N_("Confirm: {title}"),
    "decided": N_("Decided: {title}"),
    "against": N_("Decided: {title}, against the rule"),
    "make": N_("Make a line of the calendar of it"),
    "made": N_("In the calendar"),
    "making": N_("“{title}” is in the calendar."),
    "saw": N_("“{title}”: {place}."),
    "delete": N_("Delete this opportunity: {title}"),
    "nobody": N_("Nothing to judge at the moment."),
}


def news(strategy: Strategy, tr: Translator, *, key: str, theme: str) -> None:
    """Mount the opportunities.

    Args:
        strategy: Where they are.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
    """
    found = strategy.of(Opportunity)
    fields = {data["name"]: data for data in field_data(Opportunity, tr)}
    options = option_data(Opportunity, strategy, tr)
    html = '<div class="canvas news"></div>'
    mount = component("news", html, SCRIPTS, ("shared/base.css",))
    asked = {"strategy": strategy.id, "show": Post.key, "lang": tr.language}
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "fields": {
                name: {**fields[name], "options": options.get(fields[name].get("to", ""), [])}
                for name in FIELDS
            },
            "rows": {Opportunity.key: [_row(one, strategy, tr) for one in _in_order(found)]},
            "next": {kind.key: strategy.next_position(kind) for kind in (Opportunity, Post)},
            "calendar": f"plan?{urlencode(asked)}",
            "verdicts": {
                str(verdict): {"label": tr.label(verdict), "sign": sign}
                for verdict, (sign, _) in SIGNS.items()
            },
            "example": _example(tr),
            "tones": {
                **{str(verdict): TONES[tone].on(theme) for verdict, (_, tone) in SIGNS.items()},
                "on-tone": GROUND.on(theme),
            },
            "words": words(WORDS, tr),
        },
    )


def _in_order(found: tuple[Opportunity, ...]) -> list[Opportunity]:
    """Return the soonest first, those without a date last."""
    return sorted(found, key=lambda one: (one.date is None, str(one.date), one.position, one.id))


def _row(one: Opportunity, strategy: Strategy, tr: Translator) -> dict[str, Any]:
    row = row_data(one, strategy, tr)
    there = line_of(strategy, one)
    return {
        **row,
        "values": {name: value for name, value in row["values"].items() if name in FIELDS},
        "title": one.title or tr(Opportunity.one),
        "advice": _advice(advice(one), tr),
        "makes": line(strategy, one) if one.verdict is Verdict.GO and there is None else None,
        "line": there and _place(there, tr),
    }


def _advice(found: Advice, tr: Translator) -> Mapping[str, str]:
    return {"verdict": str(found.verdict), "why": tr(found.why)}


def _place(post: Post, tr: Translator) -> str:
    return tr.said(listed([post.title, shown(post.date), shown(post.network), shown(post.status)]))


def _example(tr: Translator) -> Mapping[str, Any]:
    """Return what an empty list shows in grey."""
    return {
        "topic": tr(Opportunity.field("topic").example),
        "tests": [tr.label(test) for test in NewsTest],
        "verdict": str(Verdict.GO),
        "why": tr(say(N_("All five tests hold and the risk is low."))),
    }
