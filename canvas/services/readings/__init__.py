"""Platform files come in: understood first, weighed against what counts, then in one change set."""

from canvas.services.readings.bringing import NotBroughtError, bring, leave_out
from canvas.services.readings.dates import Dated
from canvas.services.readings.model import Arrival, Counts, Reply, is_new, new_account
from canvas.services.readings.understanding import settled, understand, understood_one
from canvas.services.readings.weighing import Weighed, weighed

__all__ = [
    "Arrival",
    "Counts",
    "Dated",
    "NotBroughtError",
    "Reply",
    "Weighed",
    "bring",
    "is_new",
    "leave_out",
    "new_account",
    "settled",
    "understand",
    "understood_one",
    "weighed",
]
