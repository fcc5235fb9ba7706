"""Why an uploaded table cannot be read: one error a reason, each one sentence."""

from __future__ import annotations

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_


class TableError(CanvasError):
    """An uploaded table that cannot be read; nothing was changed."""


class EmptyFileError(TableError):
    """There is nothing in it."""

    message = N_("The file is empty. Choose another one, or save it again from your spreadsheet.")


class FileTooLargeError(TableError):
    """More bytes than are read."""

    message = N_(
        "The file is larger than {limit} MB. Take pictures and sheets that are not needed out "
        "of it, then save it again."
    )


class UnpacksTooLargeError(TableError):
    """A small file that holds a huge one."""

    message = N_(
        "This workbook holds far more than its size says, so it was not opened. Copy the sheets "
        "that you need into a new workbook and save that."
    )


class DamagedWorkbookError(TableError):
    """It stops in the middle, or is not built as a workbook is."""

    message = N_(
        "This workbook is damaged. Open it in your spreadsheet, save it again as .xlsx, then "
        "choose the new file."
    )


class DamagedOldWorkbookError(TableError):
    """It stops in the middle, or is no workbook though its first bytes say so."""

    message = N_(
        "This old Excel workbook (.xls) is damaged, or is another document under its name. "
        "Download it again, or save it as .xlsx in your spreadsheet."
    )


class DeclarationError(TableError):
    """Its XML declares entities, which no spreadsheet does."""

    message = N_(
        "This workbook holds declarations that no spreadsheet writes, so it was not opened. "
        "Copy its sheets into a new workbook and save that."
    )


class MacrosError(TableError):
    """It holds programs."""

    message = N_("This workbook holds macros. Save it as .xlsx, without macros, and choose that.")


class PasswordError(TableError):
    """It is encrypted."""

    message = N_(
        "This file is protected by a password. Take the password off in your spreadsheet, save "
        "it, then choose it again."
    )


class OldExcelError(TableError):
    """A workbook in the format before 2007, or the binary one."""

    message = N_(
        "This workbook is in an old or binary Excel format. Open it in your spreadsheet and save "
        "it as .xlsx."
    )


class OtherDocumentError(TableError):
    """A document of another program."""

    message = N_(
        "This is a document of another kind ({kind}). Open it in its program and save the table "
        "as an Excel workbook (.xlsx)."
    )


class NotAWorkbookError(TableError):
    """Neither a workbook nor anything known."""

    message = N_(
        "This is not an Excel workbook, whatever its name says. Choose a file that your "
        "spreadsheet saved as .xlsx."
    )


class NoSheetError(TableError):
    """A workbook without a sheet of cells."""

    message = N_("This workbook has no sheet with cells. Check that it is the right file.")


class TooManySheetsError(TableError):
    """More sheets than are read."""

    message = N_(
        "This workbook has more than {limit} sheets. Keep those that you need, then save it again."
    )


class TooManyCellsError(TableError):
    """More cells than are read, in all sheets together."""

    message = N_(
        "This workbook has more than {limit} cells. Delete the sheets, rows and columns that are "
        "not needed, then save it again."
    )


class TooManyRowsError(TableError):
    """More rows than are read."""

    message = N_(
        "The sheet “{sheet}” has more than {limit} rows. Delete those that are not needed, empty "
        "ones too, then save it again."
    )


class TooManyLinesError(TableError):
    """More lines than are read, in a file without sheets."""

    message = N_("The file has more than {limit} lines. Cut it into several files.")


class FarCellError(TableError):
    """Something stands outside of what is read."""

    message = N_(
        "The sheet “{sheet}” has something in cell {cell}, far from its table: up to {columns} "
        "columns are read. Delete what stands there, then save it again."
    )


class TooManyColumnsError(TableError):
    """More columns than are read, in a file without sheets."""

    message = N_("Line {line} of the file has more than {limit} columns. Check that it is a table.")


class LongTextError(TableError):
    """A text that no cell of a spreadsheet can hold."""

    message = N_(
        "A cell of this file holds more than {limit} characters, which is more than a "
        "spreadsheet keeps. Shorten it, then save it again."
    )


class MergedTooMuchError(TableError):
    """Merged cells over the whole sheet."""

    message = N_(
        "Too many cells of the sheet “{sheet}” are merged. Split them in your spreadsheet "
        "(“Unmerge cells”), then save it again."
    )


class NotTextError(TableError):
    """A file that was said to be CSV and is no text."""

    message = N_(
        "This is not a text file. Choose a CSV file, or save the table as CSV in your spreadsheet."
    )


class WebPageError(TableError):
    """A page of the web or XML under another name."""

    message = N_(
        "This is a web page, not a table, whatever its name says. Open it in your spreadsheet "
        "and save it as .xlsx or CSV."
    )


class UnreadableLineError(TableError):
    """A line of a CSV file that breaks its own rules."""

    message = N_(
        "Line {line} of the file cannot be read: a quotation mark is missing, or the file was "
        "cut. Export it again."
    )
