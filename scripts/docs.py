"""Write the documents that are made from the declarations, or check that they are fresh.

python scripts/docs.py            docs/steps.md and docs/project.schema.json
python scripts/docs.py --check    fail where one is not what it would be now
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from canvas.domain.kinds import Field, Lines, Link, Links, Number, OneOf, SomeOf, Text  # noqa: E402
from canvas.domain.records import Record  # noqa: E402
from canvas.exports.project import schema  # noqa: E402
from canvas.steps import RECORD_TYPES, STEPS  # noqa: E402


def steps() -> str:
    """Return the page of all steps, record types and fields."""
    fields = sum(len(record.fields()) for record in RECORD_TYPES.values())
    lines = [
        "# Steps and fields",
        "",
        "Made by `python scripts/docs.py` from the declarations in `canvas/steps/`; "
        "do not edit it by hand.",
        "",
        f"{len(STEPS)} pages, {len(RECORD_TYPES)} record types, {fields} fields.",
    ]
    for step in STEPS:
        title = f"{step.number} · {step.title}" if step.number else step.title
        lines += ["", f"## {title}", "", step.purpose, "", "What to decide:", ""]
        lines += [f"- {todo.text}" for todo in step.todos]
        for view in step.views:
            for record in view.records:
                lines += _record(record, view.title)
    return "\n".join(lines) + "\n"


def _record(record: type[Record], view: str) -> list[str]:
    one = ", one of them" if record.single else ""
    lines = ["", f"### {record.many} (`{record.key}`{one})", "", f"*{view}.* {record.help}", ""]
    lines += ["| field | label | kind | help |", "|---|---|---|---|"]
    for field in record.fields():
        cells = (f"`{field.name}`", field.label, _kind(field), field.help)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return lines


def _kind(field: Field) -> str:
    match field:
        case OneOf():
            return "one of " + ", ".join(f"`{choice}`" for choice in field.choices)
        case SomeOf():
            return "any of " + ", ".join(f"`{choice}`" for choice in field.choices)
        case Link():
            return f"link to `{field.to}`"
        case Links():
            return f"links to `{field.to}`"
        case Number():
            low, high = field.minimum, field.maximum
            span = "" if low is None and high is None else f" {_bound(low)}–{_bound(high)}"
            return f"{field.kind}{span}" + (f", {field.unit}" if field.unit else "")
        case Text():
            return f"{field.kind}, up to {field.max_chars} characters"
        case Lines():
            return f"lines, up to {field.max_items} of {field.max_chars} characters"
    return field.kind


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


DOCUMENTS = {
    "docs/steps.md": steps,
    "docs/project.schema.json": lambda: json.dumps(schema(), ensure_ascii=False, indent=1) + "\n",
}


def main() -> int:
    """Run from the command line."""
    stale = [
        name
        for name, make in DOCUMENTS.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text("utf-8") != make()
    ]
    if "--check" in sys.argv:
        for name in stale:
            sys.stdout.write(f"{name} is not fresh: run `make docs`\n")
        return 1 if stale else 0
    for name in stale:
        (ROOT / name).write_text(DOCUMENTS[name](), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
