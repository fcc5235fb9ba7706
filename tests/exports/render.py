"""Look at a deck: `python -m tests.exports.render FILE.pptx OUTDIR` writes a PDF and PNGs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>fr-FR</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def has_office() -> bool:
    """Return whether LibreOffice and pdftoppm are here."""
    return bool(shutil.which("soffice") and shutil.which("pdftoppm"))


def convert(source: Path, folder: Path, kind: str = "pdf") -> Path:
    """Return `source` recalculated and converted by LibreOffice, in French, in its own profile."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        settings = Path(profile) / "user" / "registrymodifications.xcu"
        settings.parent.mkdir()
        settings.write_text(_LOCALE, encoding="utf-8")
        subprocess.run(
            ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(folder), str(source)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder / f"{source.stem}.{kind}"


def render(source: Path, folder: Path, dpi: int = 80) -> list[Path]:
    """Return one picture a slide."""
    pdf = convert(source, folder)
    for old in folder.glob(f"{source.stem}-*.png"):
        old.unlink()
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(folder / source.stem)], check=True
    )
    return sorted(folder.glob(f"{source.stem}-*.png"))


if __name__ == "__main__":
    for picture in render(Path(sys.argv[1]), Path(sys.argv[2])):
        print(picture)
