"""Put the figures of some files into the example project files, as an import would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from canvas.domain.clean import Json
from canvas.domain.records import EXISTS, POSITION
from canvas.domain.slugs import slug
from canvas.domain.strategy import Strategy, build
from canvas.exports.project import build_project
from canvas.imports.platforms import read_file
from canvas.imports.project import read_project
from canvas.services.figures import Incoming, fields_of
from canvas.steps import RECORD_TYPES
from canvas.steps.measure.batches import former_name, packed_plain, plain
from canvas.steps.measure.files import DataFile

EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples"

FOLDERS = {"software": EXAMPLES / "software-figures", "bakery": EXAMPLES / "bakery-figures"}

READ_ON = {"software": dt.date(2026, 11, 2), "bakery": dt.date(2027, 1, 4)}
"""The day when each of them exported its files."""

EMBEDDED = {"software": ("2026-09", "2026-10"), "bakery": ("2026",)}
"""What the names of the files have that are there from the start; others are to be imported."""

ACCOUNTS = {
    "software": {
        "gantrell_": "account-linkedin",
        "Instagram": "account-instagram",
        "Facebook": "account-facebook",
        "Content": "account-youtube",
        "Traffic": "",
    },
    "bakery": {"Instagram": "acc-instagram", "Facebook": "acc-facebook"},
}
"""Whose figures a file has, by how its name starts."""


def example(name: str) -> Strategy:
    """Return an example strategy as it is now."""
    return build(name, 1, _rows(name), RECORD_TYPES)


def _rows(name: str) -> dict[tuple[str, str], dict[str, Json]]:
    content = (EXAMPLES / f"{name}.canevas.json").read_bytes()
    return {(r.type, r.id): {EXISTS: True, **r.fields} for r in read_project(content)}


def incoming(name: str, path: Path) -> Incoming:
    """Return a file as it was understood."""
    account = next(a for start, a in ACCOUNTS[name].items() if path.name.startswith(start))
    read = read_file(path.name, path.read_bytes(), read_on=READ_ON[name], account=account)
    if read.batch is None or read.left_out:
        raise ValueError(f"{path.name}: {read.questions} {read.left_out}")
    return Incoming(path.name, read.batch, account, read.rows)


def embedded(name: str) -> bytes:
    """Return the project file of an example with the figures of its first files."""
    rows = {key: raw for key, raw in _rows(name).items() if key[0] != DataFile.key}
    batches = {}
    paths = [
        path
        for path in sorted(FOLDERS[name].iterdir())
        if any(part in path.name for part in EMBEDDED[name])
    ]
    for number, path in enumerate(paths, 1):
        file = incoming(name, path)
        # Named by its text, as programs may that know no packed columns.
        batch_name = former_name(file.batch)
        batches[batch_name] = packed_plain(batch_name, plain(file.batch))
        record_id = f"file-{slug(path.stem)}"[:64]
        raw = fields_of(file, batch_name)
        rows[DataFile.key, record_id] = {EXISTS: True, POSITION: float(number), **raw}
    return build_project(build(name, 1, rows, RECORD_TYPES), batches)
