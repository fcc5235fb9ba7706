"""Why a file of figures cannot be used."""

from __future__ import annotations

from canvas.domain.errors import CanvasError
from canvas.domain.messages import N_


class FiguresFileError(CanvasError):
    """A file of figures cannot be used."""

    message = N_("The file cannot be read.")


class NoFiguresError(FiguresFileError):
    """It holds a table without a line of figures."""

    message = N_(
        "“{name}” has titles of columns and no line under them. Choose a longer period when you "
        "export it."
    )


class NothingReadError(FiguresFileError):
    """Its lines hold nothing that could be read."""

    message = N_(
        "No line of “{name}” could be read: dates or figures are missing. Check that it is the "
        "right file, or export it again."
    )


class NoTableError(FiguresFileError):
    """No table was found in it."""

    message = N_(
        "No table of figures was found in “{name}”. Export it again from the platform, and choose "
        "the file as it was downloaded."
    )


class RoundedIdsError(FiguresFileError):
    """A spreadsheet has rounded the identifiers of the posts."""

    message = N_(
        "In “{name}”, a spreadsheet has rounded the identifiers of the posts (line {line}: "
        "{value}). Export the file again, and choose it without opening it in a spreadsheet."
    )


class MixedDatesError(FiguresFileError):
    """Days and months change places from one line to the next."""

    message = N_(
        "In “{name}”, some dates put the day first and others the month (line {line}: {value}). "
        "Export the file again instead of joining several."
    )


class DamagedArchiveError(FiguresFileError):
    """An archive, or a workbook, that stops in the middle."""

    message = N_("“{name}” is damaged: the file was cut. Download it again.")


class ArchiveError(FiguresFileError):
    """An archive holds too much, or nothing to read."""

    message = N_(
        "“{name}” is an archive without a table that is known here. Choose the archive that "
        "YouTube Studio gives, or the files that are in yours."
    )
