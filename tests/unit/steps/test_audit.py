"""The audit: accounts, competitors, crossroads, SWOT, portrait (C14–C36)."""

from __future__ import annotations

import datetime as dt

import pytest

from canvas.domain.messages import Share
from canvas.domain.records import Record
from canvas.domain.story import Bullets, ChartTable, Decision, Gap, Quadrants, Slide, Table
from canvas.domain.strategy import Strategy
from canvas.steps.audit import STEP
from canvas.steps.audit.accounts import Account, AccountDecision, AccountSnapshot
from canvas.steps.audit.checks import MessageKind, MessageStat
from canvas.steps.audit.contents import TrafficChannel, TrafficSource
from canvas.steps.audit.crossroads import AudienceCrossroads, CrossroadsLevel, SectorNetwork
from canvas.steps.audit.draft import portrait_draft
from canvas.steps.audit.figures import followers_gained, our_brand, starting_point
from canvas.steps.audit.market import (
    Adoption,
    BlogRhythm,
    Competitor,
    CompetitorMetric,
    GoodPractice,
)
from canvas.steps.audit.portrait import Identity, Portrait
from canvas.steps.audit.swot import Outcome, Quadrant, SwotItem, SwotVote, TowsLink
from canvas.steps.common import Network, Priority
from tests.unit.steps.support import EN, check_half_filled, strategy

INSTAGRAM = Account(
    id="i", handle="@port", network=Network.INSTAGRAM, decision=AccountDecision.DEVELOP
)
OLD_PAGE = Account(
    id="f",
    handle="Port 2014",
    network=Network.FACEBOOK,
    decision=AccountDecision.DELETE,
    deadline=dt.date(2027, 1, 31),
)


def todo(key: str):
    return next(todo for todo in STEP.todos if todo.key == key)


def slides(of: Strategy) -> list[Slide]:
    return [piece for piece in STEP.story(of) if isinstance(piece, Slide)]


def counted(account: str, followers: int, day: int = 1, **figures: object) -> AccountSnapshot:
    return AccountSnapshot(
        id=f"{account}{day}",
        account=account,
        followers=followers,
        date=dt.date(2026, 10, day),
        **figures,
    )


def rival(name: str, followers: dict[Network, int]) -> list[Record]:
    metrics = [
        CompetitorMetric(id=f"{name}{network}", competitor=name, network=network, followers=count)
        for network, count in followers.items()
    ]
    return [Competitor(id=name, name=name), *metrics]


def note(quadrant: Quadrant, text: str = "note", **values: object) -> SwotItem:
    return SwotItem(id=f"{quadrant}{text}", quadrant=quadrant, text=text, **values)


THREE_RIVALS = [
    record for name in ("Lenoir", "Kubo", "Moulin") for record in rival(name, {Network.X: 900})
]


@pytest.mark.parametrize(
    ("key", "lacking", "complete"),
    [
        ("accounts", [INSTAGRAM], [INSTAGRAM, counted("i", 1240)]),
        (
            "crossroads",
            [AudienceCrossroads(id="c", network=Network.X, level=CrossroadsLevel.MINOR)],
            [AudienceCrossroads(id="c", network=Network.X, level=CrossroadsLevel.INDISPENSABLE)],
        ),
        ("competitors", rival("Lenoir", {Network.X: 1}), THREE_RIVALS),
        ("swot", [note(Quadrant.STRENGTH)], [note(quadrant) for quadrant in Quadrant]),
        (
            "portrait",
            [Portrait(id="portrait", situation="Here")],
            [Portrait(id="portrait", situation="Here", ambition="There")],
        ),
    ],
)
def test_each_line_ticks_itself_when_the_decision_is_made(key, lacking, complete):
    assert todo(key).missing(strategy()) is not None
    assert todo(key).missing(strategy(*lacking)) is not None
    assert todo(key).is_done(strategy(*complete))


def test_who_starts_from_zero_is_not_asked_for_accounts():
    assert todo("accounts").is_done(strategy(Portrait(id="portrait", starts_from_zero=True)))


def test_five_competitors_are_too_many_and_one_without_figures_is_named():
    five = [Competitor(id=str(n), name=f"C{n}") for n in range(5)]
    missing = todo("competitors").missing(strategy(*five))
    assert missing is not None
    assert missing.params["n"] == 5
    assert "C0" in str(todo("competitors").missing(strategy(*five[:3])))


def test_the_decision_joins_the_heaviest_strength_and_opportunity():
    decision = STEP.decision(
        strategy(
            note(Quadrant.STRENGTH, "light", impact=1),
            note(Quadrant.STRENGTH, "heavy", impact=5),
            note(Quadrant.OPPORTUNITY, "station"),
        )
    )
    assert decision is not None
    assert dict(decision.params) == {"strength": "heavy", "opportunity": "station"}


def test_votes_decide_between_notes_of_equal_weight_and_count_once_a_person():
    decision = STEP.decision(
        strategy(
            note(Quadrant.STRENGTH, "a"),
            note(Quadrant.STRENGTH, "b"),
            note(Quadrant.OPPORTUNITY, "o"),
            SwotVote(id="1", voter="Nadia", item="strengtha"),
            SwotVote(id="2", voter="Nadia", item="strengtha"),
            SwotVote(id="3", voter="Nadia", item="strengthb"),
            SwotVote(id="4", voter="Paul", item="strengthb"),
        )
    )
    assert decision is not None
    assert decision.params["strength"] == "b"


def test_an_empty_audit_has_only_gaps_to_tell():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) and piece.step == "audit" for piece in pieces)


def test_the_accounts_slide_says_where_reactions_come_from_and_what_closes():
    of = strategy(
        INSTAGRAM,
        OLD_PAGE,
        counted("i", 1240, posts=10, avg_interactions=30, period_days=30),
        counted("f", 4000, posts=10, avg_interactions=10, period_days=30),
    )
    slide = slides(of)[0]
    assert slide.title.params["network"] is Network.INSTAGRAM
    assert slide.title.params["share"] == Share(0.75)
    assert slide.title.count == 1
    assert isinstance(slide.body, Table)
    assert [row[0].text for row in slide.body.rows] == ["Port 2014", "@port"]
    decision = next(piece for piece in STEP.story(of) if isinstance(piece, Decision))
    assert decision.when == dt.date(2027, 1, 31)
    assert decision.what.params["accounts"] == ["Port 2014"]


def test_growth_is_counted_from_the_starting_point():
    of = strategy(
        INSTAGRAM,
        counted("i", 900, 1),
        counted("i", 1000, 2, is_baseline=True),
        counted("i", 1100, 3),
        counted("i", 1240, 4),
    )
    assert starting_point(of, "i").followers == 1000
    assert followers_gained(of, "i") == 240
    assert followers_gained(strategy(INSTAGRAM, counted("i", 900)), "i") is None


def test_a_figure_nobody_read_is_missing_and_not_zero():
    us = our_brand(strategy(INSTAGRAM, AccountSnapshot(id="s", account="i")))
    assert us.audience is None
    assert us.posts_week is None
    assert us.shares_per_post is None
    assert us.blog is BlogRhythm.NONE


def test_competitors_stand_on_one_slide_with_what_we_are_better_at():
    of = strategy(
        INSTAGRAM,
        counted("i", 1500),
        *rival("Lenoir", {Network.INSTAGRAM: 1200, Network.FACEBOOK: 5000}),
        *rival("Kubo", {Network.INSTAGRAM: 800}),
    )
    both = slides(of)[1]
    assert both.title.params["competitor"] == "Lenoir"
    assert both.title.params["networks"] == [Network.INSTAGRAM]
    assert isinstance(both.body, ChartTable)
    assert len(both.body.table.rows) == 3
    part = both.body.chart.remarks[0].text
    assert part.params["network"] is Network.FACEBOOK
    assert part.params["share"] == Share(0.71)
    facebook = next(s for s in both.body.chart.series if str(s.name) == "Facebook")
    assert facebook.values == [None, 5000, None]


def test_competitors_counted_on_their_blog_alone_have_a_table_and_a_gap():
    of = strategy(*rival("Lenoir", {Network.BLOG: 1200}))
    (slide,) = slides(of)
    assert isinstance(slide.body, Table)
    gaps = [str(piece.what) for piece in STEP.story(of) if isinstance(piece, Gap)]
    assert "The audience by network and competitor" in gaps


def test_competitors_without_figures_are_named_all_the_same():
    (slide,) = (s for s in slides(strategy(Competitor(id="l", name="Lenoir"))))
    assert slide.title.params["n"] == 1


def test_crossroads_show_the_sector_beside_our_own_audience():
    slide = slides(
        strategy(
            AudienceCrossroads(id="1", network=Network.TIKTOK, level=CrossroadsLevel.MINOR),
            AudienceCrossroads(
                id="2", network=Network.FACEBOOK, level=CrossroadsLevel.INDISPENSABLE
            ),
            SectorNetwork(id="3", network=Network.PINTEREST, rank=1),
        )
    )[0]
    assert slide.title.params["networks"] == [Network.FACEBOOK]
    assert isinstance(slide.body, Table)
    assert [str(row[0].text) for row in slide.body.rows] == ["Facebook", "TikTok", "Pinterest"]


def test_each_idea_stands_where_its_two_notes_meet_and_says_what_it_becomes():
    notes = [
        note(quadrant, name)
        for quadrant, name in zip(Quadrant, ("bread", "hours", "flats", "chain"), strict=True)
    ]
    ids = {str(one.quadrant): one.id for one in notes}
    slide = slides(
        strategy(
            *notes,
            TowsLink(id="1", idea="Later", internal=ids["strength"], external=ids["opportunity"]),
            TowsLink(
                id="2",
                idea="Sell at 5 pm",
                internal=ids["strength"],
                external=ids["opportunity"],
                outcome=Outcome.ACTION,
                priority=Priority.HIGH,
            ),
            TowsLink(id="3", idea="Ask", internal=ids["weakness"], external=ids["threat"]),
            TowsLink(id="4", idea="Astray", internal=ids["weakness"]),
        )
    )[1]
    assert isinstance(slide.body, Quadrants)
    assert not slide.detail
    assert [str(words) for words in (*slide.body.columns, *slide.body.rows)] == [
        "Strengths",
        "Weaknesses",
        "Opportunities",
        "Threats",
    ]
    assert [[str(item.text) for item in panel.items] for panel in slide.body.panels] == [
        ["Sell at 5 pm", "Later"],
        ["No idea yet"],
        ["No idea yet"],
        ["Ask"],
    ]
    assert EN.said(slide.body.panels[0].items[0].detail) == "→ An action · bread × flats"
    assert "Still without one of its notes: Astray" in [EN.said(one) for one in slide.notes]


def test_ideas_that_cross_nothing_yet_are_listed_all_the_same():
    (slide,) = slides(strategy(TowsLink(id="1", idea="Sell at 5 pm")))
    assert isinstance(slide.body, Bullets)
    assert [item.text for item in slide.body.panels[0].items] == ["Sell at 5 pm"]


def test_an_empty_quadrant_says_that_it_is_to_be_completed():
    slide = slides(strategy(note(Quadrant.STRENGTH, "Sourdough")))[0]
    assert isinstance(slide.body, Quadrants)
    assert [len(panel.items) for panel in slide.body.panels] == [1, 1, 1, 1]
    assert str(slide.body.panels[3].items[0].text) == "To be completed"


def test_two_periods_of_visits_are_not_added_up():
    of = strategy(
        TrafficSource(
            id="1",
            source="Instagram",
            channel=TrafficChannel.SOCIAL,
            sessions=500,
            period_end=dt.date(2026, 8, 31),
        ),
        TrafficSource(
            id="2",
            source="Instagram",
            channel=TrafficChannel.SOCIAL,
            sessions=100,
            period_end=dt.date(2026, 9, 30),
        ),
        TrafficSource(
            id="3",
            source="Google",
            channel=TrafficChannel.SEARCH,
            sessions=300,
            period_end=dt.date(2026, 9, 30),
        ),
    )
    assert slides(of)[0].title.params["share"] == Share(0.25)


def test_the_portrait_writes_itself_until_somebody_writes_it():
    drafted = strategy(
        INSTAGRAM,
        OLD_PAGE,
        counted("i", 1500),
        counted("f", 400),
        *rival("Lenoir", {Network.INSTAGRAM: 1850}),
        note(Quadrant.WEAKNESS, "Nobody films."),
    )
    assert [EN(sentence) for sentence in portrait_draft(drafted)] == [
        "We have 2 accounts and 1,900 followers, most of them on Instagram.",
        "1 account will be closed or merged.",
        "We are ahead of Lenoir: 1,900 followers to 1,850.",
        "What holds us back most: Nobody films.",
    ]
    written = strategy(Portrait(id="portrait", situation="One\n\nTwo", ambition="Three"))
    (slide,) = slides(written)
    assert [len(panel.items) for panel in slide.body.panels] == [2, 1]
    assert str(slide.title) == "Our direction: Three"


def test_titles_stay_short_whatever_was_typed():
    long = "word " * 60
    of = strategy(
        Account(id="i", handle=long, network=Network.GOOGLE_BUSINESS),
        counted("i", 10),
        *rival(long, {Network.GOOGLE_BUSINESS: 12345}),
        *[note(quadrant, long) for quadrant in Quadrant],
        TowsLink(id="t", idea=long),
        GoodPractice(id="g", description=long, adopt=Adoption.ADAPT),
        Identity(id="identity", values=(long, long, long)),
        Portrait(id="portrait", situation=long, ambition=long),
        MessageStat(id="m", kind=MessageKind.PRICE, count=3, example=long),
        TrafficSource(id="v", source=long, sessions=4),
    )
    shown = [EN(slide.title) for slide in slides(of)]
    assert len(shown) == 9
    assert max(len(title) for title in shown) <= 110


def test_whatever_is_filled_in_the_step_can_speak_of_it():
    check_half_filled(STEP)
