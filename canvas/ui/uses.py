"""What a page says of a record that others use, and asks before it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from canvas.domain.links import graph
from canvas.domain.messages import N_
from canvas.domain.records import Record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.rules.uses import use, used_by
from canvas.steps import RECORD_TYPES
from canvas.ui.naming import record_title

WORDS = {
    "use_stays": N_("What uses it stays, without this link. Undo puts all of it back."),
    "use_keep": N_("Keep it"),
    "use_go": N_("Delete it anyway"),
}
"""What shared/leaving.js says."""


def use_data(
    record: Record,
    strategy: Strategy,
    tr: Translator,
    *,
    apart: tuple[type[Record], ...] = (),
) -> dict[str, str]:
    """Return what is said of a record that others use; nothing where nobody does.

    Args:
        record: The record.
        strategy: Where it is.
        tr: The reader's language.
        apart: Types of the records that go with it, and are not asked about.
    """
    counts = graph(strategy).counts(record)
    found = {kind: n for kind, n in counts.items() if kind not in apart}
    if not found:
        return {}
    counted = tuple((kind.key, n) for kind, n in found.items())
    return {
        "asks": tr(use(found, record_title(record, strategy, tr))),
        "said": _said(counted, tr),
    }


def uses_data(
    records: Iterable[Record],
    strategy: Strategy,
    tr: Translator,
    *,
    apart: tuple[type[Record], ...] = (),
) -> Mapping[str, Mapping[str, str]]:
    """Return what is said of those records that others use, by id."""
    each = ((record.id, use_data(record, strategy, tr, apart=apart)) for record in records)
    return {record_id: said for record_id, said in each if said}


@lru_cache(maxsize=1024)
def _said(counted: tuple[tuple[str, int], ...], tr: Translator) -> str:
    """Return what uses a record; many records are used alike."""
    return tr(used_by({RECORD_TYPES[key]: n for key, n in counted}))
