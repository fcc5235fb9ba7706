"""Lists of codes with their words.

A code is stored, its words are shown: `AWARENESS = "awareness", N_("Awareness")`.
"""

from __future__ import annotations

from enum import Enum
from typing import Self


class Choice(str, Enum):  # noqa: UP042 - its members are made with words
    """A code to store, with a label to show and perhaps a help sentence."""

    label: str
    help: str

    def __new__(cls, code: str, label: str, help: str = "") -> Self:
        """Make a member of `code`, shown as `label`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.help = help
        return member

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def of(cls, code: object) -> Self:
        """Return the member of `code`.

        Raises:
            ValueError: This version knows none.
        """
        member = cls._value2member_map_.get(code) if isinstance(code, str) else None
        if not isinstance(member, cls):
            raise ValueError(code)
        return member

    @classmethod
    def read(cls, code: object) -> Self | None:
        """Return the member of `code`, or None where this version knows none."""
        try:
            return cls.of(code)
        except ValueError:
            return None
