"""The dashboard and the figures of the month: read, typed in two minutes, taken away."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from canvas.steps.measure.choices import Metric
from canvas.steps.measure.readings import Reading
from tests.browser.acting import saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ACCOUNT = ("account", "a", {"handle": "@port", "network": "instagram"})

KPIS = [
    ("kpi", f"k{n}", {"name": name, "is_key": True, "baseline": 20, "target": 60, "unit": unit})
    for n, (name, unit) in enumerate((("Commandes", ""), ("Clics", ""), ("Taux", "%")))
]


def last_month() -> dt.date:
    """Return the last day of the latest month that is over."""
    return dt.date.today().replace(day=1) - dt.timedelta(1)  # noqa: DTZ011 - the day on the wall


def reading(key: str, day: dt.date, value: float) -> tuple:
    return "reading", key, {"kpi": "k0", "date": day.isoformat(), "value": value}


@pytest.fixture
def measured(new_tab, server):
    """A strategy of its own, in a tab of its own, on one canvas."""

    def open_it(show: str, records: list, wait: str, **options) -> Page:
        strategy_id = server.service.create(server.person, {"name": "Mesure"}, records)
        page = new_tab(f"/measure?strategy={strategy_id}&show={show}", **options)
        page.locator(wait).first.wait_for(timeout=30_000)
        page.stored = lambda: server.service.open(strategy_id, server.person)
        return page

    return open_it


def line(page: Page, ask: str):
    return page.locator(f'.month .line[data-ask="{ask}"]')


def test_two_minutes_of_typing_become_readings_and_what_is_left_empty_stays_missing(measured):
    before = last_month().replace(day=1) - dt.timedelta(1)
    page = measured("month_entry", [ACCOUNT, *KPIS, reading("r", before, 24)], ".month .line")
    expect(line(page, "k0").locator(".before")).to_contain_text("24")
    page.locator(".month .line input").first.click()
    page.keyboard.type("31")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # the second is not known
    page.keyboard.type("4,5")
    page.keyboard.press("Enter")
    page.keyboard.type("1 274")
    page.keyboard.press("Tab")
    saved(page)
    found = {(r.kpi or r.account): r for r in page.stored().of(Reading) if r.id != "r"}
    assert {key: one.value for key, one in found.items()} == {"k0": 31, "k2": 4.5, "a": 1274}
    assert {one.date for one in found.values()} == {last_month()}
    assert found["a"].metric is Metric.FOLLOWERS
    # The same line mends what was written: no second reading comes of it.
    line(page, "k0").locator("input").fill("33")
    page.keyboard.press("Tab")
    saved(page)
    assert len(page.stored().of(Reading)) == 4
    page.reload()
    expect(line(page, "k0").locator("input")).to_have_value("33", timeout=30_000)
    expect(line(page, "k1").locator("input")).to_have_value("")


def test_key_indicators_stand_first_and_a_chart_leaves_as_a_table_and_a_picture(measured):
    months = [last_month()]
    while len(months) < 3:
        months.append(months[-1].replace(day=1) - dt.timedelta(1))
    values = zip(months, (45, 30, 24), strict=True)
    records = [ACCOUNT, *KPIS, *(reading(f"r{n}", *one) for n, one in enumerate(values))]
    page = measured("dashboard", records, ".indicators .card", accept_downloads=True)
    first = page.locator(".indicators .card").first
    expect(first.locator(".figure")).to_have_text("45")
    expect(first).to_contain_text("30")
    expect(page.locator(".indicators .card").nth(1)).to_have_attribute("data-light", "none")
    chart = page.get_by_test_id("stVegaLiteChart").first
    expect(chart).to_be_visible()
    with page.expect_download() as download:
        page.locator(".st-key-trend-k0-csv button").first.click()
    text = download.value.path().read_text("utf-8-sig")
    assert f"{months[0]:%Y-%m};45;20;60" in text
    chart.hover()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG").first.click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_an_empty_strategy_shows_what_will_be_there_and_where_to_start(measured):
    page = measured("dashboard", [], ".indicators.ghost .card", width=390, height=844)
    expect(page.locator(".st-key-editor-kpi .editor")).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert not wide
