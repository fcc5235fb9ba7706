"""What the dashboard is drawn from: charts, tables to take away, what is kept of it."""

import datetime as dt

import pytest

from canvas.charts import measure
from canvas.charts.style import Style
from canvas.domain.strategy import Strategy
from canvas.exports.tables import csv_table
from canvas.rules.dashboard_period import period
from canvas.services.dashboards import DashboardShelf
from canvas.steps.audit.accounts import Account
from canvas.steps.measure.merged import Figures
from canvas.steps.measure.reports import ReportPeriod

POINTS = [
    measure.Point("Aug 26", 10, "10"),
    measure.Point("Sept 26", None),
    measure.Point("Oct 26", 0, "0"),
]


def rows(spec):
    """Return the first data of a chart, which Altair keeps where all its layers find them."""
    if "datasets" in spec:
        return next(iter(spec["datasets"].values()))
    found = [part["data"]["values"] for part in (spec, *spec["layer"]) if "data" in part]
    return found[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_month_without_a_figure_is_a_hole_in_the_line_and_never_zero(theme):
    target = measure.Mark("Target: 20", 20)
    chart = measure.trend("Visits", POINTS, target=target, start=None, style=Style(theme))
    spec = chart.to_dict()
    assert [row["value"] for row in rows(spec)] == [10, None, 0]
    line = spec["layer"][0]["mark"]
    assert line["invalid"] == "break-paths-show-path-domains"
    assert spec["description"] == "Visits: Aug 26 10, Sept 26 –, Oct 26 0, Target: 20"


def test_organic_and_paid_fill_the_bar_together():
    part = measure.Parts("Port · Likes", 0.75, "30 + 10")
    spec = measure.organic_paid("Parts", [part], ("Organic", "Paid"), style=Style()).to_dict()
    assert [row["share"] for row in rows(spec)] == [0.75, 0.25]
    assert spec["description"] == "Parts: Port · Likes: 30 + 10"


def test_a_block_with_too_few_posts_has_no_colour_but_its_number():
    blocks = [
        measure.Block("Mon", "9–12 h", 1.5, 4, "Monday, 9 to 12 h × 1.5 (4)"),
        measure.Block("Tue", "9–12 h", None, 1, "Tuesday, 9 to 12 h – (1)"),
    ]
    spec = measure.week("Week", blocks, ["Mon", "Tue"], ["9–12 h"], style=Style()).to_dict()
    good, few = rows(spec)
    assert (good["depth"], good["strong"], good["posts"]) == (pytest.approx(0.3), True, "4")
    assert (few["depth"], few["strong"], few["posts"]) == (0, False, "1")


def test_a_table_opens_in_the_spreadsheet_of_its_language():
    cells = [["Août", 1234.5], ["Septembre", None]]
    french = csv_table(["Mois", "Vues"], cells, "fr").decode("utf-8")
    assert french == "\ufeffMois;Vues\r\nAoût;1234,5\r\nSeptembre;\r\n"
    assert csv_table(["Month"], [[0.1]], "en").decode("utf-8-sig") == "Month\r\n0.1\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+33", "-2", "@port", "\tx"])
def test_a_text_that_a_spreadsheet_would_compute_stays_a_text(text):
    (line,) = csv_table([text], [], "en").decode("utf-8-sig").splitlines()
    assert line.strip('"').startswith("'")


def test_a_period_is_computed_again_only_when_its_figures_changed():
    shelf, figures = DashboardShelf(), Figures()
    october = period(ReportPeriod.MONTH, dt.date(2026, 10, 1))
    accounts = (Account(id="a", handle="@port"),)
    first = shelf.of(Strategy("s", 1, {"account": accounts}), figures, october)
    # An edit elsewhere leaves the records of a dashboard as they are.
    again = shelf.of(Strategy("s", 2, {"account": accounts, "post": ()}), figures, october)
    assert again is first
    renamed = (Account(id="a", handle="@harbour"),)
    assert shelf.of(Strategy("s", 3, {"account": renamed}), figures, october) is not first
    assert shelf.of(Strategy("s", 3, {"account": renamed}), Figures(), october) is not first
    assert shelf.months(Strategy("s", 3), figures) == frozenset()
