"""What the rules found: what is open, then what was accepted with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xlsxwriter.utility import quote_sheetname
from xlsxwriter.worksheet import Worksheet

from canvas import palette
from canvas.domain.messages import N_, say_count
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.looks import ACCENT, INK, MUTED, RULE
from canvas.exports.workbook.places import Page
from canvas.exports.workbook.table import HEADING
from canvas.rules.cells import fitting
from canvas.rules.coherence import Finding, Severity, findings
from canvas.steps import BY_KEY, RECORD_TYPES
from canvas.steps.frame.coherence import AcceptedFinding

_TOP = 3
_NAMED = 3
"""Records that a line names; the others are counted."""

_SAID, _CONCERNED, _REASON = 70, 44, 60
"""Characters that these columns are wide."""

_COLUMNS = (
    (N_("Kind"), 16),
    (N_("Step"), 16),
    (N_("What was found"), _SAID),
    (N_("State"), 12),
    (AcceptedFinding.field("records").label, _CONCERNED),
    (N_("Sheet"), 20),
    (AcceptedFinding.field("reason").label, _REASON),
    (AcceptedFinding.field("accepted_by").label, 18),
    (AcceptedFinding.field("accepted_on").label, 14),
    (N_("Line of the method"), 12),
    (N_("Source"), 10),
)

_FOLDED = 2
"""Columns at the end that are for those who trace a rule back; a click on + opens them."""

_BETWEEN = " · "
"""Between the type of a record and its name."""

_LINE = 14
"""Height of a line of text, in points."""

_HIGHEST = 400
"""No row is higher; Excel would refuse one above 409."""

_COLOURS: Mapping[Severity, str] = {
    Severity.ERROR: palette.TONES["bad"].light,
    Severity.WARNING: palette.TONES["watch"].light,
    Severity.HINT: INK,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A finding, and who accepted it if somebody did."""

    finding: Finding
    by: AcceptedFinding | None = None


@dataclass(slots=True)
class _Records:
    """Names records and finds their rows in the workbook."""

    context: Context
    _places: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def named(self, finding: Finding) -> str:
        """Return the first records of a finding by their types and names, a line each."""
        tr, cells = self.context.tr, self.context.cells
        names = [
            _BETWEEN.join(
                part for part in (tr(RECORD_TYPES[kind].one), cells.names(kind).get(record)) if part
            )
            for kind, record in finding.records[:_NAMED]
        ]
        if left := len(finding.records) - len(names):
            names.append(tr(say_count("and {n} more", "and {n} more", left)))
        return fitting("\n".join(names))

    def place(self, finding: Finding) -> tuple[str, str] | None:
        """Return the sheet and the cell of the record to mend, None where no sheet has it."""
        if not finding.records:
            return None
        kind, record = finding.records[0]
        if kind not in self._places:
            self._places[kind] = self._found(kind)
        return self._places[kind].get(record)

    def _found(self, kind: str) -> dict[str, tuple[str, str]]:
        return {
            record.id: (page.tab, f"B{row}")
            for page in self.context.places.pages
            for spot in page.spots
            if spot.table.record == kind
            for row, record in enumerate(spot.records, spot.first + 1)
        }


def draw_findings(sheet: Worksheet, page: Page, context: Context) -> None:
    """Draw a line a finding, the heaviest first, those that were accepted last."""
    looks, tr = context.looks, context.tr
    context.head(sheet, tr(page.sheet.title), tr(page.sheet.purpose))
    sheet.set_column(0, 0, 2)
    sheet.set_row(_TOP, HEADING - 9)
    for col, (words, width) in enumerate(_COLUMNS, 1):
        folded = {"level": 1, "hidden": True} if col > len(_COLUMNS) - _FOLDED else {}
        sheet.set_column(col, col, width, None, folded)
        sheet.write_string(_TOP, col, tr(words), looks.heading(computed=True))
    sheet.set_column(len(_COLUMNS) + 1, len(_COLUMNS) + 1, None, None, {"collapsed": True})
    found = findings(context.strategy)
    lines = [*map(_Line, found.open), *(_Line(one.finding, one.by) for one in found.accepted)]
    records = _Records(context)
    for row, line in enumerate(lines, _TOP + 1):
        _draw(sheet, row, line, context, records)
    if lines:
        sheet.autofilter(_TOP, 1, _TOP + len(lines), len(_COLUMNS))
    else:
        nothing = tr(N_("The rules have nothing to say."))
        sheet.write_string(_TOP + 1, 1, nothing, looks.quiet())
    sheet.freeze_panes(_TOP + 1, 0)
    sheet.repeat_rows(_TOP)


def _draw(sheet: Worksheet, row: int, line: _Line, context: Context, records: _Records) -> None:
    looks, tr = context.looks, context.tr
    finding, by = line.finding, line.by
    style = {"bottom": 1, "bottom_color": RULE, "indent": 1}
    text, quiet = looks.make(text_wrap=True, **style), looks.quiet(text_wrap=True, **style)
    colour = MUTED if by else _COLOURS[finding.severity]
    said, concerned = fitting(tr(finding.sentence)), records.named(finding)
    reason = fitting(by.reason) if by else ""
    needed = ((said, _SAID), (concerned, _CONCERNED), (reason, _REASON))
    lines = max(
        sum(len(part) // (width - 6) + 1 for part in words.split("\n")) for words, width in needed
    )
    sheet.set_row(row, min(_LINE * lines + 4, _HIGHEST))
    kind = looks.make(bold=True, font_color=colour, **style)
    state = tr(N_("Accepted") if by else N_("Not settled"))
    for col, words, look in (
        (1, tr(finding.severity.label), kind),
        (2, tr(BY_KEY[finding.step].menu), quiet),
        (3, said, text),
        (4, state, quiet),
        (5, concerned, quiet),
        (7, reason, text),
        (8, by.accepted_by if by else "", quiet),
        (10, finding.capability, quiet),
        (11, finding.source, quiet),
    ):
        sheet.write_string(row, col, words, look)
    if place := records.place(finding):
        tab, cell = place
        way = looks.make(font_color=ACCENT, **style)
        sheet.write_url(row, 6, f"internal:{quote_sheetname(tab)}!{cell}", way, tab)
    else:
        sheet.write_blank(row, 6, None, quiet)
    if by and by.accepted_on:
        day = looks.quiet(num_format=looks.date, align="left", **style)
        sheet.write_datetime(row, 9, by.accepted_on, day)
    else:
        sheet.write_blank(row, 9, None, quiet)
