"""A table to fill in: its rows are records, in groups that stand for a field's choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.ui.components.assets import component
from canvas.ui.components.data import words
from canvas.ui.components.editor import field_data, option_data, row_data

SCRIPTS = ("shared/outbox.js", "shared/controls.js", "shared/cell.js", "grouped/grouped.js")

WORDS = {
    "another": N_("Another one: {title}"),
    "delete": N_("Delete this line: {title}"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one choice.

    Attributes:
        code: The choice, "" for rows that have none yet.
        label: What it is called, in the reader's language.
        help: One sentence on it.
    """

    code: str
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """One column.

    Attributes:
        label: Its heading, in the reader's language.
        fields: The fields that it holds, one under the other.
    """

    label: str
    fields: tuple[str, ...]


def grouped(
    record_type: type[Record],
    strategy: Strategy,
    tr: Translator,
    *,
    key: str,
    group_field: str,
    heading: str,
    groups: Sequence[Group],
    columns: Sequence[Columns],
) -> None:
    """Mount the table.

    Args:
        record_type: What its rows are.
        strategy: Where they are.
        tr: The reader's language.
        key: Its key.
        group_field: The choice that groups them.
        heading: What stands above the groups.
        groups: The groups, from the top.
        columns: The columns.
    """
    fields = {data["name"]: data for data in field_data(record_type, tr)}
    html = '<div class="canvas grouped"></div>'
    mount = component("grouped", html, SCRIPTS, ("shared/base.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "type": record_type.key,
            "group": fields[group_field],
            "heading": heading,
            "groups": [{"code": g.code, "label": g.label, "help": g.help} for g in groups],
            "columns": [
                {"label": c.label, "fields": [fields[name] for name in c.fields]} for c in columns
            ],
            "options": option_data(record_type, strategy, tr),
            "rows": [row_data(record, strategy, tr) for record in strategy.of(record_type)],
            "next_position": strategy.next_position(record_type),
            "words": words(WORDS, tr),
        },
    )
