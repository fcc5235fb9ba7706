"""The to-do lists of the method: none of its lines is lost, each ticks itself (C154)."""

import pytest

from canvas.i18n import LANGUAGES, Translator
from canvas.steps import STEPS
from canvas.steps.audit.market import Competitor, CompetitorKeyword, CompetitorMetric
from canvas.steps.common import Network, Weekday
from canvas.steps.plan.conversation import Availability
from tests.contracts.test_examples import BAKERY
from tests.contracts.test_examples import strategy as example
from tests.contracts.test_steps import is_sentence
from tests.unit.steps.support import missing, strategy

TODOS = {f"{step.key}/{todo.key}": todo for step in STEPS for todo in step.todos}
STEP = {step.key: step for step in STEPS}
TRANSLATORS = [Translator(language) for language in LANGUAGES]

each_todo = pytest.mark.parametrize("todo", TODOS.values(), ids=TODOS)

# What article 000 tells its readers to do at the end of each step, in our own words.
LISTED = {
    "take stock of your accounts, with their figures": "audit/accounts",
    "the situation on one SWOT slide": "audit/swot",
    "which media the audience cannot do without": "audit/crossroads",
    "three or four competitors and their main figures": "audit/competitors",
    "the portrait of where you are": "audit/portrait",
    "the statistics of your accounts gathered in a sheet": "audit/accounts",
    "one sheet a competitor: keywords, main accounts": "audit/sheets",
    "one mission and two secondary ones": "objectives/missions",
    "a mission medium by medium": "objectives/account_missions",
    "a theme each quarter": "objectives/themes",
    "SMART objectives": "objectives/objectives",
    "one or two personas: needs, desires, fears, media": "personas/personas",
    "the content types that the sales cycle needs": "personas/contents",
    "segments: hot first, then warm and influencers, then cold": "segments/segments",
    "able to answer clients within a day": "segments/service",
    "formats and norms that succeed on the main media": "attitudes/formats",
    "contents that make people react": "attitudes/ideas",
    "good practices of competitors": "competitors/practices",
    "what competitors leave open": "competitors/openings",
    "influencers, and the ten to contact now": "competitors/influencers",
    "monitoring of competitors, sector and reputation": "competitors/monitoring",
    "two or three main media": "networks/roles",
    "a defensive presence on the others": "networks/defence",
    "profiles put in order": "networks/profiles",
    "a schedule that you can keep up": "plan/schedule",
    "time set aside for it in advance": "plan/time",
    "training for images and scheduling": "plan/training",
    "promotion of major and minor articles": "plan/promotion",
    "what you make, and the sources you share from": "plan/curation",
    "traffic sources that feed the main networks": "plan/traffic",
    "means set against ambitions": "resources/means",
    "objectives revisited under constraints": "resources/revisit",
    "a budget to create and to promote": "resources/budget",
    "three key indicators": "measure/indicators",
    "tracking tools": "measure/tracking",
    "a survey of your contacts": "measure/survey",
}

# Lines that its chapters, or another article, ask for outside these lists.
BESIDE = {
    "frame/organisation": "000, introduction",
    "frame/purposes": "002, what a strategy is for",
    "frame/owner": "000, nobody is in charge",
    "frame/difference": "000, stand out",
    "objectives/indicators": "000, step 1: figures that count",
    "personas/answers": "003, what is in it for me",
    "personas/evidence": "000, step 2: the ten last clients",
    "segments/audiences": "000, step 3: influencers, investors, journalists",
    "segments/groups": "000, step 3: six groups",
    "attitudes/roles": "002, who publishes, replies and moderates",
    "attitudes/charter": "000, step 4: a charter",
    "networks/scores": "000, step 6: by what you know of personas and competitors",
}


def test_each_line_of_the_method_has_its_to_do_and_each_to_do_its_line():
    assert set(LISTED.values()) | set(BESIDE) == set(TODOS)
    assert not set(LISTED.values()) & set(BESIDE)


@each_todo
def test_a_line_says_in_one_sentence_what_an_empty_strategy_lacks(todo):
    found = todo.missing(strategy())
    assert found is not None
    for tr in TRANSLATORS:
        said = tr(found)
        assert is_sentence(said)
        assert "\n" not in said


@each_todo
def test_a_line_ticks_itself_in_the_bakery(todo):
    assert todo.missing(example(BAKERY)) is None


def test_a_competitor_without_accounts_or_keywords_has_no_sheet_yet():
    lenoir = Competitor(id="c", name="Lenoir")
    there = CompetitorMetric(id="m", competitor="c", network=Network.FACEBOOK)
    word = CompetitorKeyword(id="k", competitor="c", keyword="birthday cake")
    audit = STEP["audit"]
    assert "main accounts of “Lenoir”" in missing(audit, "sheets", lenoir, word)
    assert "keywords that “Lenoir”" in missing(audit, "sheets", lenoir, there)
    assert missing(audit, "sheets", lenoir, there, word) == ""


def test_time_that_has_no_hours_is_not_set_aside():
    morning = Availability(id="a", purpose="Answers", weekdays=(Weekday.MONDAY,))
    assert "“Answers”" in missing(STEP["plan"], "time", morning)
    assert "set aside" in missing(STEP["plan"], "time", Availability(id="a", purpose="Answers"))
