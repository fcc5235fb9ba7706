"""Bring the texts of the code into the French catalogue, or check that all are there.

python scripts/catalogue.py                     update canvas.po
python scripts/catalogue.py --merge FILE.json   … and fill in translations from a file
python scripts/catalogue.py --check             fail where something is missing
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "canvas" / "i18n" / "locales" / "fr" / "LC_MESSAGES" / "canvas.po"

KEYWORDS = {"N_": None, "say": None, "say_count": (1, 2), "tr": None}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def found_in_code() -> Catalog:
    """Return a catalogue of all marked texts, with where they stand."""
    template = Catalog(project="canevas", charset="utf-8")
    extracted = extract_from_dir(str(ROOT / "canvas"), keywords=KEYWORDS)
    for filename, _line, message, _comments, _context in extracted:
        if message and message != ("",):
            template.add(message, locations=[(f"canvas/{filename}", 0)])
    return template


def read() -> Catalog:
    """Return the French catalogue as it stands."""
    if not PO.exists():
        return Catalog(locale="fr", project="canevas", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="fr")


def merge(catalogue: Catalog, files: list[Path]) -> None:
    """Fill in translations from JSON files: {"English": "French"}, the last file winning.

    A text that changes with a number takes its two forms from ["one", "many"] under its
    first form, or from the entries of its two forms.
    """
    french: dict[str, str | list[str]] = {}
    for file in files:
        french.update(json.loads(file.read_text("utf-8")))
    for message in filter(lambda m: m.id, catalogue):
        found = _forms(message, french) if message.pluralizable else french.get(message.id)
        if isinstance(found, str if not message.pluralizable else tuple):
            message.string = found


def _forms(message: Message, french: dict[str, str | list[str]]) -> tuple[str, ...] | None:
    """Return the forms for one and for many, None where one of them is missing."""
    one, many = (french.get(form) for form in message.id)
    if isinstance(one, list) and len(one) == 2:
        return tuple(one)
    if isinstance(one, str) and isinstance(many, str):
        return one, many
    return None


def updated(catalogue: Catalog, template: Catalog) -> Catalog:
    """Return `template` with the translations of `catalogue`; obsolete ones go."""
    fresh = Catalog(locale="fr", project="canevas", charset="utf-8", fuzzy=False)
    for message in sorted(filter(lambda m: m.id, template), key=_order):
        known = catalogue.get(message.id[0] if message.pluralizable else message.id)
        string = known.string if known else None
        if message.pluralizable != isinstance(string, tuple):
            string = ("", "") if message.pluralizable else ""
        locations = sorted({(name, 0) for name, _ in message.locations})
        fresh.add(message.id, string or "", locations=locations)
    return fresh


def _order(message: Message) -> tuple[str, str]:
    places = sorted(name for name, _ in message.locations)
    return places[0], message.id[0] if message.pluralizable else message.id


def problems(catalogue: Catalog) -> list[str]:
    """Return a line for each text without French, or whose placeholders differ."""
    found = []
    for message in filter(lambda m: m.id, catalogue):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(strings):
            found.append(f"not translated: {ids[0]!r}")
            continue
        wanted = set(PLACEHOLDER.findall(ids[-1])) | set(PLACEHOLDER.findall(ids[0]))
        for string in strings:
            got = set(PLACEHOLDER.findall(string))
            if got - wanted or (len(ids) == 1 and got != wanted):
                found.append(f"placeholders differ: {ids[0]!r} / {string!r}")
            if "'" in string:
                found.append(f"straight apostrophe: {string!r}")
            if (
                re.search(r"[^\s\u00a0\u202f\d]\s?[;!?]", string.replace("\u202f", ""))
                and re.search(r"(?<![\u202f\u00a0])[;!?]", string)
                and not re.search(r"https?:", string)
            ):
                found.append(f"space before ; ! ? must be U+202F: {string!r}")
            if re.search(r"\w ?:(?=\s)", string):
                found.append(f"space before : must be U+00A0: {string!r}")
            if re.search(r"«(?!\u00a0)|(?<!\u00a0)»", string):
                found.append(f"spaces inside « » must be U+00A0: {string!r}")
    return found


def written(catalogue: Catalog) -> bytes:
    """Return the catalogue as a .po file without dates, so that it changes only with texts."""
    out = io.BytesIO()
    write_po(out, catalogue, width=98, omit_header=True, include_lineno=False)
    head = (
        b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n'
        b'"Content-Type: text/plain; charset=utf-8\\n"\n'
        b'"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
    )
    return head + out.getvalue()


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--merge", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    catalogue = read()
    fresh = updated(catalogue, found_in_code())
    merge(fresh, arguments.merge)
    found = problems(fresh)
    if arguments.check:
        if PO.read_bytes() != written(fresh):
            found.append("canvas.po is not fresh: run `make catalogue`")
        sys.stdout.write("\n".join(found[:60]) + ("\n" if found else ""))
        return 1 if found else 0
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(fresh))
    sys.stdout.write(f"{len([m for m in fresh if m.id])} texts, {len(found)} to mend\n")
    for line in found[:40]:
        sys.stdout.write(f"  {line}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
