"""Take the README's pictures from the real app, on the examples."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from canvas.services import exchange  # noqa: E402
from tests.browser.conftest import Server, browser_path, serving  # noqa: E402
from tests.exports.render import render  # noqa: E402

OUT = ROOT / "docs" / "screenshots"


@dataclass(frozen=True)
class Picture:
    """A page to photograph: its file, its address, and who looks at it."""

    name: str
    page: str
    example: str
    locale: str = "fr-FR"
    scheme: str = "light"
    width: int = 1280
    height: int = 800
    projected: bool = False
    ready: str = ".st-key-decision"
    """What stands on the page once it is drawn, as a selector."""


PICTURES = (
    Picture("home-fr-light", "?", "software", ready=".st-key-ahead"),
    Picture("thread-fr-light", "thread?", "bakery", width=1600, height=1000, ready=".thread .node"),
    Picture(
        "express-en-light",
        "express?",
        "software",
        "en-GB",
        height=1000,
        ready=".st-key-express-end",
    ),
    Picture("audit-fr-light", "audit?show=swot&", "bakery", width=1440, height=900),
    Picture("networks-fr-light", "networks?show=networks&", "bakery", width=1440, height=900),
    Picture("tradeoff-en-dark", "resources?show=balance&", "software", "en-GB", "dark", 1440, 1000),
    Picture("calendar-fr-light", "plan?show=calendar&", "bakery", width=1440, height=1000),
    Picture("hours-en-dark", "resources?show=load&", "software", "en-GB", "dark", 1440, 1000),
    Picture("dashboard-fr-light", "measure?show=dashboard&", "software", width=1440, height=1000),
    Picture("audit-fr-phone", "audit?show=swot&", "bakery", width=390, height=844),
    Picture("projection-fr", "audit?show=swot&", "bakery", width=1920, height=1080, projected=True),
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
                _take(browser, server, made[picture.example], picture)
            browser.close()
        _slide(server, made["bakery"], Path(folder))


def _take(browser: Browser, server: Server, strategy_id: str, picture: Picture) -> None:
    context = browser.new_context(
        locale=picture.locale,
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        viewport={"width": picture.width, "height": picture.height},
    )
    page = context.new_page()
    page.goto(f"{server.url}/{picture.page}strategy={strategy_id}")
    page.locator(picture.ready).first.wait_for(timeout=60_000)
    if picture.projected:
        page.locator(".bar button").last.click()
        page.locator(".projection .title").wait_for()
    page.wait_for_timeout(4_000)  # fonts, icons and the grid
    page.screenshot(path=str(OUT / f"{picture.name}.png"))
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
