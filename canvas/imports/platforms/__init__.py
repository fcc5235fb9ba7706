"""Files that the platforms let one download, read into one neutral batch each (C15, C142).

`layouts` says what the files of each platform look like, `tables` finds them in whatever
was uploaded, `values` reads their cells, `reading` puts it together.
"""

from canvas.imports.platforms.model import Answers, Column, Question, Role, Understood
from canvas.imports.platforms.reading import read_file

__all__ = ["Answers", "Column", "Question", "Role", "Understood", "read_file"]
