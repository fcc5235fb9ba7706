"""What the method asks for, and what makes a good post: to be printed and ticked."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from canvas import palette
from canvas.domain.messages import N_, say
from canvas.exports.workbook.context import Context
from canvas.exports.workbook.looks import ACCENT, RULE
from canvas.exports.workbook.places import Page
from canvas.exports.workbook.table import HEADING
from canvas.steps import STEPS
from canvas.steps.plan.choices import PostPractice

DONE, OPEN = "✓", "☐"
_TOP = 3
_TO_DO, _MISSING = 64, 78
"""Characters that these columns are wide."""

_LINE = 14
"""Height of a line of text, in points."""


def draw_checklists(sheet: Worksheet, page: Page, context: Context) -> None:
    """Draw the to-dos of every step with what is missing, then the practices of a post."""
    looks, tr = context.looks, context.tr
    context.head(sheet, tr(page.sheet.title), tr(page.sheet.purpose))
    for col, width in enumerate((2, 18, 9, _TO_DO, _MISSING)):
        sheet.set_column(col, col, width)
    headings = (N_("Step"), N_("Done"), N_("To do"), N_("Still missing"))
    sheet.set_row(_TOP, HEADING - 9)
    for col, words in enumerate(headings, 1):
        sheet.write_string(_TOP, col, tr(words), looks.heading(computed=True))
    good = palette.TONES["good"].light
    row = _TOP + 1
    for step in STEPS:
        for todo in step.todos:
            missing = todo.missing(context.strategy)
            tick = looks.make(
                bold=True, align="center", font_color=ACCENT if missing else good,
                bottom=1, bottom_color=RULE,
            )  # fmt: skip
            text = looks.make(text_wrap=True, bottom=1, bottom_color=RULE)
            quiet = looks.quiet(text_wrap=True, bottom=1, bottom_color=RULE)
            words, lacking = tr(todo.text), tr(missing) if missing else ""
            lines = max(len(words) // (_TO_DO - 4), len(lacking) // (_MISSING - 4)) + 1
            sheet.set_row(row, _LINE * lines + 4)
            sheet.write_string(row, 1, tr(step.menu), quiet)
            sheet.write_string(row, 2, OPEN if missing else DONE, tick)
            sheet.write_string(row, 3, words, text)
            sheet.write_string(row, 4, lacking, quiet)
            row += 1
    row += 2
    sheet.write_string(row, 1, tr(N_("Before a post goes out")), looks.section())
    why = say(N_("Two or three of these are enough for one post."))
    sheet.write_string(row + 1, 1, tr(why), looks.quiet())
    for number, practice in enumerate(PostPractice, row + 2):
        sheet.write_string(number, 2, OPEN, looks.make(bold=True, align="center"))
        sheet.write_string(number, 3, tr.label(practice), looks.make(text_wrap=True))
        sheet.write_string(number, 4, tr(practice.help) if practice.help else "", looks.quiet())
    sheet.freeze_panes(_TOP + 1, 0)
    sheet.repeat_rows(_TOP)
