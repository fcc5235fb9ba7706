"""Record types: what a step holds, each declared once as a frozen dataclass."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar, dataclass_transform

from canvas.domain import fields
from canvas.domain.clean import Json
from canvas.domain.kinds import Field

EXISTS = "exists"
"""The field that says whether a record is there: creating, deleting and bringing
back are ordinary edits of it."""

POSITION = "position"
"""The field that orders the records of one type."""

RESERVED = frozenset({EXISTS, POSITION, "id", "extra"})

NOTHING: Mapping[str, Json] = MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Record:
    """One thing that a step holds.

    Attributes:
        id: A UUIDv7, or the type's key where a strategy has only one of it.
        position: Where it stands among those of its type; any finite number.
        extra: Raw fields that this version does not know, kept as they came.
    """

    id: str = ""
    position: float = 0.0
    extra: Mapping[str, Json] = dataclasses.field(
        default_factory=lambda: NOTHING, compare=False, repr=False
    )

    key: ClassVar[str] = ""
    one: ClassVar[str] = ""
    many: ClassVar[str] = ""
    help: ClassVar[str] = ""
    single: ClassVar[bool] = False
    schema_fields: ClassVar[Mapping[str, Field]] = MappingProxyType({})
    initial_values: ClassVar[Mapping[str, Any]] = MappingProxyType(
        {"id": "", "position": 0.0, "extra": NOTHING}
    )

    def __init__(self, **values: Any) -> None:
        for name, initial in self.initial_values.items():
            object.__setattr__(self, name, values.pop(name, initial))
        if values:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(values)}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(other) is not type(self):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        filled = (
            f"{name}={getattr(self, name)!r}"
            for name, initial in self.initial_values.items()
            if name != "extra" and getattr(self, name) != initial
        )
        return f"{type(self).__name__}({', '.join(filled)})"

    def _compared(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.initial_values if name != "extra")

    @classmethod
    def fields(cls) -> tuple[Field, ...]:
        """Return the declared fields, in the order of their declaration."""
        return tuple(cls.schema_fields.values())

    @classmethod
    def field(cls, name: str) -> Field:
        """Return the declared field called `name`.

        Raises:
            KeyError: This type declares no such field.
        """
        return cls.schema_fields[name]

    @property
    def title(self) -> str:
        """What to call this record in a list or a sentence: its first filled text."""
        for field in self.fields():
            value = getattr(self, field.name)
            if field.kind in ("text", "url") and value:
                return str(value).split("\n", 1)[0]
            if field.kind == "lines" and value:
                return str(value[0])
        return ""

    def is_blank(self) -> bool:
        """Return whether nothing was filled in yet."""
        return all(getattr(self, f.name) == f.initial() for f in self.fields()) and not self.extra


R = TypeVar("R", bound=Record)


@dataclass_transform(
    kw_only_default=True,
    frozen_default=True,
    field_specifiers=(
        fields.text,
        fields.long_text,
        fields.lines,
        fields.choice,
        fields.choices,
        fields.flag,
        fields.number,
        fields.whole,
        fields.money,
        fields.share,
        fields.rating,
        fields.date,
        fields.time,
        fields.url,
        fields.color,
        fields.picture,
        fields.link,
        fields.links,
    ),
)
def record(
    key: str,
    *,
    one: str,
    many: str,
    help: str,
    single: bool = False,
) -> Callable[[type[R]], type[R]]:
    """Declare a record type.

    Args:
        key: Its name in the store, the project file and the workbook; never changed.
        one: What the page calls one of it.
        many: What the page calls several.
        help: One sentence for the list: what belongs here.
        single: Whether a strategy has exactly one, which is always there.
    """

    def declare(cls: type[R]) -> type[R]:
        # Without what `Record` has for all: to compile it for each of more than a hundred
        # types was a third of the time that the app takes to start.
        made = dataclasses.dataclass(
            frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False
        )(cls)
        declared: dict[str, Field] = {}
        for slot in dataclasses.fields(made):
            if "field" in slot.metadata:
                if slot.name in RESERVED:
                    raise TypeError(f"{cls.__name__}.{slot.name}: this name is reserved")
                declared[slot.name] = dataclasses.replace(slot.metadata["field"], name=slot.name)
        if not declared:
            raise TypeError(f"{cls.__name__} declares no field")
        made.key, made.one, made.many, made.help, made.single = key, one, many, help, single
        made.schema_fields = MappingProxyType(declared)
        initial = {name: field.initial() for name, field in declared.items()}
        made.initial_values = MappingProxyType({**Record.initial_values, **initial})
        return made

    return declare


def read_record(record_type: type[R], record_id: str, raw: Mapping[str, Json]) -> R:
    """Return the record of stored fields.

    What this version cannot read (a code that a newer one added) and what it does
    not know stays in `extra`, so that it is written back as it came.
    """
    values: dict[str, Any] = {}
    extra: dict[str, Json] = {}
    for name, raw_value in raw.items():
        if name in (EXISTS, POSITION) or raw_value is None:
            continue
        field = record_type.schema_fields.get(name)
        if field is None:
            extra[name] = raw_value
            continue
        try:
            values[name] = field.parse(raw_value)
        except ValueError:
            extra[name] = raw_value
    position = raw.get(POSITION)
    return record_type(
        id=record_id,
        position=float(position) if isinstance(position, int | float) else 0.0,
        extra=MappingProxyType(extra) if extra else NOTHING,
        **values,
    )


def write_record(record: Record) -> dict[str, Json]:
    """Return the raw fields of `record`, empty ones left out, position and existence too."""
    raw: dict[str, Json] = {}
    for field in record.fields():
        value = getattr(record, field.name)
        # Most fields of most records are empty: a page writes fifty of forty fields.
        if value != field.empty and (dumped := field.dump(value)) is not None:
            raw[field.name] = dumped
    return {**raw, **record.extra}
