"""The thread of a strategy: columns of records, and the chain of the one that was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from canvas.domain.messages import N_, Message
from canvas.domain.strategy import RecordKey, Strategy
from canvas.i18n import Translator
from canvas.palette import GROUND, TONES
from canvas.rules.coherence import Finding, findings
from canvas.rules.naming import record_title
from canvas.rules.places import Place, place_of_finding, place_of_record, place_of_type
from canvas.rules.thread import Column, Knot, main_thread
from canvas.rules.thread_graph import Web, bits, web
from canvas.rules.thread_nodes import Kind, Node
from canvas.steps import BY_KEY
from canvas.steps.measure.readings import PostMetric
from canvas.steps.objectives.missions import Mission, MissionRank
from canvas.steps.wording import listed
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, row_data
from canvas.ui.looks import query_of

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/cell.js",
    "shared/items.js",
    "thread/chain.js",
    "thread/web.js",
    "thread/panel.js",
    "thread/thread.js",
)

SAID = 3
"""Findings that the panel says of a record; the others are counted."""

NAMED = 8
"""Lines of the calendar that the panel names, where one node stands for many."""

WORDS = {
    "search": N_("Search a word in the thread"),
    "found": N_("Records found: {n}"),
    "loose": N_("Only what hangs loose ({n})"),
    "none_loose": N_("Nothing hangs loose"),
    "main": N_("Main thread"),
    "alone": N_("The lit chain alone"),
    "clear": N_("Show everything (Esc)"),
    "clear_main": N_("Show everything"),
    "graph": N_("The thread, column by column"),
    "chain": N_("Chain of “{title}”: {counts}."),
    "main_lit": N_("Main thread: {counts}."),
    "lonely": N_("“{title}” stands alone: nothing before it, nothing after it."),
    "cleared": N_("Everything is shown."),
    "because": N_("It exists because:"),
    "line_because": N_("This line exists because:"),
    "follows": N_("What follows from it:"),
    "no_reason": N_("Nothing says why it exists."),
    "nothing_follows": N_("Nothing follows from it yet."),
    "findings": N_("What the rules say of it"),
    "more": N_("and {n} more"),
    "open": N_("Edit: {list}"),
    "mend": N_("Go to “{name}”"),
    "main_says": N_("The main thread in words"),
    "lines": N_("Its lines"),
    "part": N_("{n} of {all}"),
    "hangs": N_("Hangs loose"),
    "leads": N_("Main"),
    "empty": N_("Nothing here yet"),
    "table": N_("All links as a table"),
    "table_column": N_("Column"),
    "table_name": N_("Record"),
    "table_before": N_("Directly before it"),
    "table_after": N_("Directly after it"),
    "waiting": N_(
        "This is the chain that your strategy will hang on. It starts with one sentence."
    ),
    "start": N_("Write your main mission here, Enter to add it"),
    "keys": N_("Arrow keys move, Enter lights the chain, Esc shows everything."),
}

GHOSTS = {
    Column.GOAL: N_("Sell more on weekdays"),
    Column.MISSION: N_("Make the neighbourhood choose our bread"),
    Column.OBJECTIVE: N_("60 orders a month by December"),
    Column.KPI: N_("Orders from social media"),
    Column.AUDIENCE: N_("Nadia, nurse, two children"),
    Column.STAGE: N_("Ready to buy"),
    Column.NETWORK: N_("Instagram: what comes out of the oven"),
    Column.CONTENT: N_("Film of the bakehouse"),
    Column.LINE: N_("Friday, 5 p.m.: the last loaves"),
    Column.MEANS: N_("4 h a week, €60 a month"),
    Column.READING: N_("29 orders in January"),
    Column.DECISION: N_("Four stories a week, not two"),
}
"""What an empty strategy shows in grey."""

SIGNS = {"error": "!", "warning": "▲", "hint": "i"}


def thread(
    strategy: Strategy, tr: Translator, *, key: str, theme: str, projecting: bool = False
) -> None:
    """Mount the thread.

    Args:
        strategy: What it is the thread of.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
        projecting: Whether a room looks at it.
    """
    drawn = web(strategy)
    main = main_thread(strategy)
    ghost = not drawn.nodes
    said = _findings(strategy) if not projecting else {}
    mission = next(dict(f) for f in field_data(Mission, tr) if f["name"] == "text")
    mount = component("thread", '<div class="canvas thread"></div>', SCRIPTS, ("shared/base.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "projecting": projecting,
            "ghost": ghost,
            "columns": [
                {
                    "key": str(column),
                    "title": tr(column.label),
                    "help": tr(column.help),
                    "ghost": tr(GHOSTS[column]),
                }
                for column in Column
            ],
            "kinds": {
                str(kind): {
                    "label": tr(kind.label),
                    "one": tr(kind.counted(1)),
                    "many": tr(_many(kind)),
                }
                for kind in Kind
            },
            "nodes": [_node(node, strategy, tr, said, projecting) for node in drawn.nodes],
            "edges": drawn.edges,
            "lit": [f"{mask:x}" for mask in drawn.lit],
            "lit_edges": [f"{mask:x}" for mask in drawn.lit_edges],
            "lines": [{str(at): count for at, count in found.items()} for found in drawn.lines],
            "main": _main(drawn, main, strategy, tr, projecting),
            "mission": mission,
            "fixed": {"rank": str(MissionRank.MAIN)},
            "rows": {Mission.key: [row_data(one, strategy, tr) for one in strategy.of(Mission)]},
            "next": {Mission.key: strategy.next_position(Mission)},
            "signs": SIGNS,
            "tones": {
                **{name: TONES[name].on(theme) for name in ("watch", "bad", "neutral")},
                "on-tone": GROUND.on(theme),
            },
            "words": words(WORDS, tr),
        },
    )


def _many(kind: Kind) -> Message:
    """Return several of a kind in words, the number left for the component to fill in."""
    return replace(kind.counted(2), params={"n": "{n}"})


def _findings(strategy: Strategy) -> Mapping[RecordKey, Sequence[Finding]]:
    """Return what is open, by the records that it speaks of."""
    found: dict[RecordKey, list[Finding]] = {}
    for finding in findings(strategy).open:
        for record in finding.records:
            found.setdefault(record, []).append(finding)
    return found


def _node(
    node: Node,
    strategy: Strategy,
    tr: Translator,
    said: Mapping[RecordKey, Sequence[Finding]],
    projecting: bool,
) -> dict[str, Any]:
    about = list({id(one): one for record in node.records for one in said.get(record, ())}.values())
    many = node.kind is Kind.LINE and node.count > 1
    place = _place(node)
    named = [strategy.find(record) for _, record in node.records[:NAMED]] if many else []
    return {
        "key": node.key,
        "column": str(node.column),
        "kind": str(node.kind),
        "title": tr.said(node.title),
        "note": tr.said(node.note),
        "count": node.count,
        "leads": node.leads,
        "loose": tr(node.loose) if node.loose else "",
        "findings": [
            {
                "severity": str(one.severity),
                "said": tr(one.sentence),
                "mend": tr(place_of_finding(one).name),
                "address": _address(place_of_finding(one), strategy, tr),
            }
            for one in about[:SAID]
        ],
        "more": max(0, len(about) - SAID),
        "lines": [
            tr.said(listed([_day(record, tr), record_title(record, strategy, tr)]))
            for record in named
            if record
        ],
        "list": tr(place.name),
        "address": "" if projecting else _address(place, strategy, tr),
    }


def _day(record: object, tr: Translator) -> str:
    day = getattr(record, "date", None)
    return tr.date(day) if day else ""


def _place(node: Node) -> Place:
    """Return where its record is edited, the list of them where it stands for many."""
    record_type, record = node.records[0] if node.records else (PostMetric.key, "")
    if record and node.count == 1:
        return place_of_record(record_type, record)
    return place_of_type(record_type)


def _address(place: Place, strategy: Strategy, tr: Translator) -> str:
    return _page(place.step, strategy, tr, **query_of(place))


def _page(step: str, strategy: Strategy, tr: Translator, **asked: str) -> str:
    return f"{step}?{urlencode({'strategy': strategy.id, **asked, 'lang': tr.language})}"


def _main(
    drawn: Web, knots: Sequence[Knot], strategy: Strategy, tr: Translator, projecting: bool
) -> dict[str, Any]:
    """Return the main thread: the nodes that it goes through, and what it says."""
    named = {record for knot in knots for record in knot.records}
    at = {number for number, node in enumerate(drawn.nodes) if named & set(node.records)}
    # The main objective decides which of the others' lines and figures lie on it.
    objective = next((n for n in at if drawn.nodes[n].kind is Kind.OBJECTIVE), None)
    if objective is not None:
        on = set(bits(drawn.lit[objective]))
        wide = (Kind.GOAL, Kind.LINE, Kind.MEMBER, Kind.MONEY, Kind.READING, Kind.DECISION)
        at = {n for n in at if n in on} | {n for n in on if drawn.nodes[n].kind in wide}
    edges = [e for e in bits(_edges(drawn, objective)) if set(drawn.edges[e]) <= at]
    return {
        "nodes": _mask(at),
        "edges": _mask(edges),
        "objective": objective,
        "says": [
            {
                "column": tr(knot.column.label),
                "says": [tr.said(text) for text in knot.says],
                "detail": tr.said(knot.detail),
                "missing": tr(knot.missing) if knot.missing else "",
                "step": tr(BY_KEY[knot.step].menu),
                "address": "" if projecting else _page(knot.step, strategy, tr),
            }
            for knot in knots
        ],
    }


def _edges(drawn: Web, objective: int | None) -> int:
    return drawn.lit_edges[objective] if objective is not None else (1 << len(drawn.edges)) - 1


def _mask(numbers: Iterable[int]) -> str:
    return f"{sum(1 << number for number in set(numbers)):x}"
