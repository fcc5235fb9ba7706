"""What bringing a workbook back would change, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from canvas.domain.clean import Json
from canvas.domain.messages import Message
from canvas.domain.strategy import RecordKey, Strategy


class Kind(str, Enum):  # noqa: UP042 - the names are those of the command line's JSON
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"
    CONFLICT = "conflicts"
    INVALID = "invalid"

    def __str__(self) -> str:
        return self.value


NOTHING: Mapping[str, Json] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that the workbook asks for, or that it says and that cannot be read.

    Attributes:
        kind: What it is.
        sheet: The tab that it stands on.
        row: Its row there, from 1; for a line that was deleted, 0.
        type: Key of the record's type.
        record: The record's id; one of its own for a new line.
        name: What the record is called.
        field: The field's name; "" where the whole record is meant.
        before: What the strategy has, raw; for a deletion, all its fields.
        after: What the workbook has, raw; for a new line, all its fields.
        base: What the strategy had when the workbook was written, where there is a conflict.
        message: What is wrong or to know, in words.
        typed: What stands in a cell that cannot be read.
    """

    kind: Kind
    sheet: str
    row: int
    type: str
    record: str
    name: str = ""
    field: str = ""
    before: Json = None
    after: Json = None
    base: Json = None
    message: Message | None = None
    typed: str = ""

    @property
    def key(self) -> str:
        """What names this line among all of its workbook."""
        return f"{self.kind}:{self.type}:{self.record}:{self.field}"

    @property
    def of(self) -> RecordKey:
        """The record."""
        return self.type, self.record


@dataclass(frozen=True, slots=True)
class Return:
    """What a workbook that comes back would change.

    Attributes:
        strategy: The strategy as it was compared.
        operation: Id of its acceptance, so that a second click does nothing.
        lines: All there is to say, in the order of the workbook.
        notes: What is to know of the workbook as a whole.
        gone: Raw fields of records that were deleted here and changed in the workbook,
            to bring them back.
    """

    strategy: Strategy
    operation: str
    lines: tuple[Line, ...] = ()
    notes: tuple[Message, ...] = ()
    gone: Mapping[RecordKey, Mapping[str, Json]] = field(default_factory=dict)

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Return the lines of one kind."""
        return tuple(line for line in self.lines if line.kind is kind)

    @property
    def is_empty(self) -> bool:
        """Whether the workbook says what the strategy says."""
        return not self.lines
