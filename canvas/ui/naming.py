"""What to call a record in a list, a link or the history: as the documents do."""

from canvas.rules.naming import LONGEST, record_title

__all__ = ["LONGEST", "record_title"]
