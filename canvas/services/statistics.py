"""Whether two versions really differ: the only place that loads a statistics library.

It takes more than a second to load, so it is loaded when a test is first looked at.
"""

from __future__ import annotations

import math
from functools import lru_cache

from canvas.rules.trials import POWER, SURE, Interval, Trial


@lru_cache(maxsize=512)
def interval(trial: Trial) -> Interval:
    """Return between what the two versions' shares differ, and what it would take to tell.

    The interval is Newcombe's, from Wilson's for each share: it holds for few people and
    for shares near 0 as well.  The people needed are those of a two-sided test that finds
    the difference that was seen, if it is real, four times in five.
    """
    from statsmodels.stats.proportion import (
        confint_proportions_2indep,
        samplesize_proportions_2indep_onetail,
    )

    low, high = confint_proportions_2indep(
        trial.actions_b,
        trial.shown_b,
        trial.actions_a,
        trial.shown_a,
        method="newcomb",
        compare="diff",
        alpha=1 - SURE,
    )
    difference = trial.rate_b - trial.rate_a
    needed = None
    if difference:
        each = samplesize_proportions_2indep_onetail(
            diff=difference,
            prop2=trial.rate_a,
            power=POWER,
            ratio=1,
            alpha=1 - SURE,
            value=0,
            alternative="two-sided",
        )
        needed = math.ceil(each) if math.isfinite(each) else None
    return Interval(float(low), float(high), needed)
