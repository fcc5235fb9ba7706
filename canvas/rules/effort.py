"""How many hours a line of the calendar takes, where rules look for it.

It is told by the plan itself, whose pages and story count hours too.
"""

from __future__ import annotations

from canvas.steps.plan.effort import effort_of

__all__ = ["effort_of"]
