"""A report: started, mended sentence by sentence, left out, kept as it was sent."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from canvas.services import exchange
from canvas.steps.measure.reports import Report, ReportSentence
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def strategy_id(server) -> str:
    return exchange.open_example(server.service, server.person, "software")


def line(page: Page, slot: str) -> Locator:
    return page.locator(f'.sentences .line[data-slot="{slot}"]')


def titles(content: bytes) -> list[str]:
    slides = Presentation(io.BytesIO(content)).slides
    return [slide.shapes.title.text_frame.text for slide in slides]


def test_a_report_is_mended_sent_and_kept(new_tab, server, strategy_id):
    def kept() -> dict[str, ReportSentence]:
        strategy = server.service.open(strategy_id, server.person)
        [report] = [one for one in strategy.of(Report) if str(one.first) == "2026-10-01"]
        found = [one for one in strategy.of(ReportSentence) if one.report == report.id]
        return {one.slot: one for one in found if one.language in (None, "en")}

    page = new_tab(f"/measure?strategy={strategy_id}&show=period_report&lang=en")
    line(page, "summary/title").wait_for(timeout=60_000)
    expect(page.locator(".sentences textarea")).to_have_count(0)
    page.get_by_role("button", name="Start the report").click()

    box = line(page, "keys/title").locator("textarea")
    box.wait_for(timeout=30_000)
    drafted = box.input_value()
    box.fill("Demos <took off> & stayed")
    box.blur()
    saved(page)
    assert kept()["keys/title"].text == "Demos <took off> & stayed"
    expect(line(page, "keys/title").locator(".draft")).to_contain_text(drafted)

    line(page, "wanted/title").locator(".leave input").check()
    saved(page)
    assert kept()["wanted/title"].is_left_out
    expect(page.locator('.slide[data-chapter="wanted"]')).to_have_class("slide gone")

    mended = line(page, "summary/title").locator("textarea")
    first = mended.input_value()
    mended.fill("Another title")
    mended.blur()
    saved(page)
    line(page, "summary/title").get_by_role("button", name="As drafted again").click()
    saved(page)
    expect(line(page, "summary/title").locator("textarea")).to_have_value(first)
    assert "summary/title" not in kept()

    with page.expect_download() as download:
        page.get_by_role("button", name="PowerPoint in English").click()
    assert download.value.suggested_filename.endswith("-report-2026-10-en.pptx")
    with open(download.value.path(), "rb") as file:  # noqa: PTH123 - a path of Playwright's
        found = titles(file.read())
    assert "Demos <took off> & stayed" in found
    assert first in found

    page.get_by_role("button", name="Sent: keep it as it is").click()
    expect(page.get_by_role("button", name="New version")).to_be_visible(timeout=30_000)
    expect(page.locator(".sentences textarea")).to_have_count(0)
    expect(line(page, "keys/title")).to_contain_text("Demos <took off> & stayed")
    assert kept()["summary/title"].is_drafted

    page.get_by_role("button", name="New version").click()
    again = line(page, "keys/title").locator("textarea")
    again.wait_for(timeout=30_000)
    expect(again).to_have_value("Demos <took off> & stayed")
    strategy = server.service.open(strategy_id, server.person)
    assert [one.version for one in strategy.of(Report) if str(one.first) == "2026-10-01"] == [1, 2]
