"""Competitors and influencers."""

import datetime as dt

from canvas.steps.competitors.best import CounterOpportunity
from canvas.steps.competitors.influencers import Influencer
from canvas.steps.competitors.watching import Watch
from canvas.steps.frame.rule_names import RuleCode
from tests.unit.coherence.cases import NORA, Case

TEN = tuple(
    Influencer(id=f"i{n}", name=f"Blogger {n}", relevance=3, influence=2, closeness=1)
    for n in range(10)
)

CASES = (
    Case(RuleCode.FEW_SCORED_INFLUENCERS, TEN[:9], TEN, (), ("9", "10")),
    Case(
        RuleCode.FIRST_WAVE_WITHOUT_DATE,
        (Influencer(id="i", name="Ada", first_wave=True),),
        (Influencer(id="i", name="Ada", first_wave=True, first_contact=dt.date(2027, 1, 4)),),
        ("i",),
        ("Ada",),
    ),
    Case(
        RuleCode.WATCH_WITHOUT_OWNER,
        (Watch(id="w", subject="Our name"),),
        (NORA, Watch(id="w", subject="Our name", owner="nora")),
        ("w",),
        ("Our name",),
    ),
    Case(
        RuleCode.OPENING_WITHOUT_MOVE,
        (CounterOpportunity(id="o", description="Nobody films"),),
        (CounterOpportunity(id="o", description="Nobody films", our_move="We do"),),
        ("o",),
        ("Nobody films",),
    ),
)
