"""Take the README's pictures from the real app, on the examples."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from canvas.services import exchange  # noqa: E402
from tests.browser.conftest import Server, browser_path, serving  # noqa: E402
from tests.exports.render import render  # noqa: E402

OUT = ROOT / "docs" / "screenshots"

# Name, page, example, language, colour scheme, width, height.
PICTURES = (
    ("home-fr-light", "", "bakery", "fr-FR", "light", 1280, 800),
    ("audit-fr-light", "audit", "bakery", "fr-FR", "light", 1440, 900),
    ("plan-en-dark", "plan", "software", "en-GB", "dark", 1280, 800),
    ("audit-fr-phone", "audit", "bakery", "fr-FR", "light", 390, 844),
)


def main() -> None:
    """Serve the app on a database of its own and photograph it."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        made = {
            name: exchange.open_example(server.service, server.person, name)
            for name in exchange.EXAMPLES
        }
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"]
            )
            for picture in PICTURES:
                _take(browser, server, made, *picture)
            browser.close()
        _slide(server, made["bakery"], Path(folder))


def _take(
    browser: Browser,
    server: Server,
    made: dict[str, str],
    name: str,
    page_name: str,
    example: str,
    locale: str,
    scheme: str,
    width: int,
    height: int,
) -> None:
    context = browser.new_context(
        locale=locale,
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": height},
    )
    page = context.new_page()
    page.goto(f"{server.url}/{page_name}?strategy={made[example]}")
    page.locator(".editor .row, .st-key-new").first.wait_for(timeout=60_000)
    page.wait_for_timeout(1_500)  # fonts and icons
    page.screenshot(path=str(OUT / f"{name}.png"))
    context.close()


def _slide(server: Server, strategy_id: str, folder: Path) -> None:
    """Keep the picture of the SWOT slide, rendered by LibreOffice where it is there."""
    if not shutil.which("soffice"):
        return
    deck = folder / "deck.pptx"
    subprocess.run(
        [
            sys.executable, "-m", "canvas", "export", "deck", strategy_id,
            "--out", str(deck), "--lang", "fr", "--database", server.database,
        ],
        cwd=ROOT, check=True, env={**os.environ, "CANVAS_AUTHOR": "owner"},
    )  # fmt: skip
    pictures = render(deck, folder / "slides")
    from pptx import Presentation

    from canvas.i18n import Translator

    strengths = Translator("fr")("Strengths")
    for number, slide in enumerate(Presentation(str(deck)).slides):
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
        if any(text.startswith(strengths) for text in texts):
            shutil.copy(pictures[number], OUT / "deck-swot-fr.png")
            return


if __name__ == "__main__":
    main()
