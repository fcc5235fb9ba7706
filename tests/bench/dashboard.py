"""Whether the dashboard grows with the months and the accounts that it is made of."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from canvas.domain.clean import Json
from canvas.services import Strategies
from canvas.services.figures import Incoming, bring_in
from canvas.steps.common import Network
from canvas.steps.measure.choices import Grain, Metric, Platform, Scope
from canvas.steps.measure.figures import Batch, Daily, PostResult
from canvas.steps.resources.period import months_later
from tests.bench import data, serve
from tests.bench.client import Session
from tests.bench.edits import THINK
from tests.bench.table import Row, side_by_side

RUNS = 15

LAST = dt.date(2026, 10, 31)

NETWORKS = (Network.INSTAGRAM, Network.FACEBOOK, Network.LINKEDIN, Network.X)

DAILY = (Metric.VIEWS, Metric.REACH, Metric.ENGAGEMENTS, Metric.CLICKS, Metric.FOLLOWERS)


def bench(folder: Path) -> Iterator[Row]:
    """Yield the rows of a dashboard of three years and twelve accounts."""
    with ExitStack() as stack:
        database, service = data.store_in(folder / "dashboard")
        large_id, small_id = (measured(service, *size) for size in ((36, 12), (1, 1)))
        service.store.close()
        log = folder / "dashboard.log"
        server = stack.enter_context(serve.serving(serve.APP, log, CANVAS_DATABASE=database))

        def tab(strategy: str) -> tuple[Session, float]:
            query = {"strategy": strategy, "show": "dashboard"}
            opened = stack.enter_context(Session(server.url, "measure", query))
            return opened, opened.run()

        (small, _), (large, first) = tab(small_id), tab(large_id)
        (_, warm_up) = tab(small_id)
        own, plain = side_by_side(_drawing(large), _drawing(small), RUNS)
        yield Row(
            what="dashboard of 36 months and 12 accounts",
            ours=own,
            bare=plain,
            unit="s",
            aim=1.3,
            against="a dashboard of one month and one account",
        )
        yield Row(
            what="its first drawing, nothing kept yet",
            ours=first,
            bare=warm_up,
            unit="s",
            against="that of one month and one account, once the app is warm",
        )


def _drawing(tab: Session) -> Callable[[], float]:
    def draw() -> float:
        time.sleep(THINK)
        return tab.run()

    return draw


def measured(service: Strategies, months: int, accounts: int) -> str:
    """Create a strategy with so many months of figures of so many accounts."""
    found = service.create(data.OWNER, {"name": f"{months} × {accounts}"}, _records(accounts))
    first = months_later(LAST.replace(day=1), 1 - months)
    files = [
        Incoming(f"{n}.csv", batch_of(f"account-{n}", NETWORKS[n % 4], first, seed=n), rows=1)
        for n in range(accounts)
    ]
    bring_in(service, data.OWNER, found, files)
    return found


def _records(accounts: int) -> Iterator[tuple[str, str, dict[str, Json]]]:
    for n in range(accounts):
        network = str(NETWORKS[n % 4])
        yield "account", f"account-{n}", {"handle": f"Account {n}", "network": network}
    for n, measure in enumerate(("followers", "clicks", "engagement_by_views")):
        unit = "%" if n == 2 else ""
        said: dict[str, Json] = {"name": f"Indicator {n}", "is_key": True, "measure": measure}
        yield "kpi", f"kpi-{n}", {**said, "unit": unit, "baseline": 1, "target": 10**n * 10}


def batch_of(account: str, network: Network, first: dt.date, seed: int = 0) -> Batch:
    """Return what the files of an account say until the end of October 2026."""
    dice = random.Random(seed)
    days = [first + dt.timedelta(n) for n in range((LAST - first).days + 1)]
    daily = [
        Daily(account, metric, Scope.TOTAL, day, float(_figure(metric, n, dice)))
        for metric in DAILY
        for n, day in enumerate(days)
    ]
    for scope, most in ((Scope.ORGANIC, 40), (Scope.PAID, 12)):
        daily += [Daily(account, Metric.LIKES, scope, day, dice.randrange(most)) for day in days]
    posts = tuple(
        PostResult(
            f"{account}-{day.isoformat()}",
            account,
            network,
            {
                Metric.LIKES: float(likes := int(dice.paretovariate(1.6) * 12)),
                Metric.COMMENTS: float(likes // 8),
                Metric.SHARES: float(likes // 15),
                Metric.REACH: float(likes * 14 + 40),
                Metric.VIEWS: float(likes * 22 + 60),
            },
            dt.datetime.combine(day, dt.time(dice.choice((8, 12, 18)), 15)),
            text=f"What we baked on {day.isoformat()} #bread #{network}",
            paid=dice.random() < 0.1,
        )
        for day in days[::3]
    )
    return Batch(Platform.TABLE, Grain.DAYS, dt.date(2026, 11, 2), tuple(daily), posts)


def _figure(metric: Metric, day: int, dice: random.Random) -> int:
    if metric is Metric.FOLLOWERS:
        return 1000 + day * 2
    return dice.randrange(20, 200) if metric is not Metric.VIEWS else dice.randrange(800, 3000)
