"""Step 2: persona cards, the content matrix by purchase stage, questions, evidence."""

import dataclasses
import datetime as dt

from canvas.domain.story import Gap, Profile, Section, Slide, Tone
from canvas.domain.strategy import Strategy
from canvas.i18n.translator import Translator
from canvas.steps.common import Confidence, Frequency, Network, PurchaseStage
from canvas.steps.personas import STEP
from canvas.steps.personas.evidence import PersonaEvidence
from canvas.steps.personas.persona import Persona, PersonaAnswer, PersonaMedia, PersonaRank
from canvas.steps.personas.stages import ContentState, JourneyStage, StageContent, StageQuestion

NADIA = Persona(
    id="n",
    name="Nadia",
    rank=PersonaRank.PRIMARY,
    trigger="No time to bake before Saturday",
    wiifm="Ideas for breakfast",
    needs=("Good bread on the way",),
    desires=("Be recognised",),
    fears=("Paying too much",),
)
READS = PersonaMedia(id="pm", persona="n", network=Network.INSTAGRAM, frequency=Frequency.DAILY)
en = Translator("en")


def strategy(*records):
    by_type = {}
    for record in records:
        by_type[record.key] = (*by_type.get(record.key, ()), record)
    return Strategy("s", 1, by_type)


def missing(key, *records):
    todo = next(todo for todo in STEP.todos if todo.key == key)
    found = todo.missing(strategy(*records))
    return None if found is None else en(found)


def slides(*records):
    return [piece for piece in STEP.story(strategy(*records)) if isinstance(piece, Slide)]


def contents(*stages, state=ContentState.EXISTS):
    return [
        StageContent(id=f"c{stage}", content=f"About {stage}", stage=stage, state=state)
        for stage in stages
    ]


def test_one_primary_persona_with_needs_desires_fears_and_media_is_enough():
    assert missing("personas") == "No persona is described yet."
    assert missing("personas", NADIA) == "The media that Nadia uses are not written yet."
    assert missing("personas", NADIA, READS) is None


def test_a_persona_without_fears_is_not_finished():
    bold = dataclasses.replace(NADIA, fears=())
    assert missing("personas", bold, READS) == "The fears of Nadia are not written yet."


def test_two_primary_personas_are_one_too_many():
    assert missing("personas", NADIA, dataclasses.replace(NADIA, id="m")) == (
        "2 personas are marked as primary: keep one."
    )


def test_more_than_three_personas_are_too_many_unless_some_are_occasional():
    others = [
        dataclasses.replace(
            NADIA,
            id=f"s{n}",
            rank=PersonaRank.SECONDARY,
            offline_media=("Local press",),
        )
        for n in range(3)
    ]
    assert "keep 3" in missing("personas", NADIA, READS, *others)
    rare = dataclasses.replace(others[0], rank=PersonaRank.OCCASIONAL)
    assert missing("personas", NADIA, READS, *others[1:], rare) is None


def test_the_primary_persona_needs_a_gain_and_one_answer():
    selfish = dataclasses.replace(NADIA, wiifm="")
    answer = PersonaAnswer(id="a", persona="n", problem="Closed at 7", answer="Collect next door")
    assert missing("answers") == "Choose the primary persona first."
    assert missing("answers", selfish) == "What Nadia gains by following you is not said yet."
    assert missing("answers", NADIA) == "No problem of Nadia has its answer yet."
    assert missing("answers", NADIA, answer) is None


def test_a_guess_does_not_support_a_portrait_and_a_fact_does():
    guess = PersonaEvidence(id="e", persona="n", text="?", confidence=Confidence.HYPOTHESIS)
    fact = dataclasses.replace(guess, confidence=Confidence.FACT)
    assert "No fact supports the portrait of Nadia" in missing("evidence", NADIA, guess)
    assert missing("evidence", NADIA, fact) is None


def test_each_purchase_stage_needs_a_content():
    first, *others = PurchaseStage
    assert missing("contents", *contents(*others)) == (
        "No content yet for the stage “Unaware of the problem”."
    )
    assert missing("contents", *contents(first, *others)) is None


def test_the_decision_names_the_primary_persona_and_what_she_gains():
    paul = Persona(id="p", name="Paul", rank=PersonaRank.SECONDARY, wiifm="Recipes")
    assert STEP.decision(strategy(paul)) is None
    assert en(STEP.decision(strategy(paul, NADIA))) == (
        "We speak first to Nadia, who gains this by following us: Ideas for breakfast."
    )


def test_an_empty_strategy_only_has_gaps():
    pieces = list(STEP.story(strategy()))
    assert pieces
    assert all(isinstance(piece, Gap) for piece in pieces)


def test_the_primary_persona_has_the_first_card_and_the_fourth_is_in_the_appendix():
    others = [Persona(id=f"p{n}", name=f"P{n}", rank=PersonaRank.OCCASIONAL) for n in range(3)]
    cards = slides(*others, NADIA, READS)
    assert [card.body.name for card in cards] == ["Nadia", "P0", "P1", "P2"]
    assert en(cards[0].title) == "Nadia: No time to bake before Saturday"
    assert en(cards[1].title) == "P0, whom we want to know better"
    assert [card.section for card in cards[2:]] == [Section.AUDIENCE, Section.APPENDIX]


def test_a_card_shows_the_media_on_one_line_and_how_they_are_used_in_its_notes():
    (card,) = slides(NADIA, READS)
    assert isinstance(card.body, Profile)
    panels = {en(panel.heading): panel for panel in card.body.panels}
    (used,) = panels["Media used"].items
    assert en(used.text) == "Instagram"
    assert "Instagram: Every day" in [en(note) for note in card.notes]
    assert "Interests and habits" not in panels


def test_the_facts_behind_a_card_are_its_source():
    fact = PersonaEvidence(
        id="e",
        persona="n",
        text="Seven of ten come with a child",
        confidence=Confidence.FACT,
        source="Bookings",
        date=dt.date(2026, 10, 3),
    )
    (card,) = slides(NADIA, fact)
    assert en(card.source) == "Bookings, up to 3 October 2026."
    assert "Seven of ten come with a child" in card.notes


def test_the_matrix_follows_the_stages_and_its_title_counts_what_is_empty():
    (slide,) = slides(*contents(PurchaseStage.FAN, PurchaseStage.UNAWARE))
    assert en(slide.title) == "4 purchase stages out of 6 have no content yet"
    first, *_, last = slide.body.rows
    assert len(slide.body.rows) == len(PurchaseStage)
    assert [row[1].items[0].text for row in (first, last)] == ["About unaware", "About fan"]
    assert en(slide.body.rows[1][1].text) == "No content yet"


def test_the_matrix_has_a_column_for_each_persona_and_says_in_words_what_is_to_be_made():
    made = StageContent(
        id="a",
        content="Film",
        stage=PurchaseStage.FAN,
        persona="n",
        network=Network.INSTAGRAM,
        cta="Come in",
        state=ContentState.TO_CREATE,
    )
    ours = StageContent(id="b", content="Leaflet", state=ContentState.EXISTS)
    found = slides(NADIA, Persona(id="p", name="Paul"), made, ours)[-1]
    assert [en.said(column.heading) for column in found.body.columns] == [
        "Purchase stage",
        "Nadia",
        "Everybody",
    ]
    *_, fan, unset = found.body.rows
    (film,) = fan[1].items
    assert (film.text, en.said(film.detail)) == ("Film", "→ Come in · Instagram · To be created")
    assert film.tone is Tone.WATCH
    assert fan[2].text == "–"
    assert en(unset[0].text) == "Stage still to be set"
    assert unset[2].items[0].tone is Tone.NEUTRAL


def test_a_full_matrix_says_how_many_contents_are_to_be_created():
    (slide,) = slides(*contents(*PurchaseStage, state=ContentState.TO_CREATE))
    assert en(slide.title) == "Content for each purchase stage; 6 pieces are to be created"


def test_questions_and_stages_are_told_in_the_order_of_the_purchase():
    said = slides(
        StageQuestion(id="q1", text="How much?", stage=PurchaseStage.BUYING),
        StageQuestion(id="q2", text="Which flour?", stage=PurchaseStage.COMPARING),
        StageQuestion(id="q3", text="Which shop?", stage=PurchaseStage.COMPARING),
        JourneyStage(id="j", stage=PurchaseStage.COMPARING, moves_on="A slice to taste"),
    )
    assert [en(slide.title) for slide in said] == [
        "3 questions to answer, most of them at this stage: Comparing solutions",
        "What moves people on: A slice to taste",
    ]
    assert said[0].body.rows[-1][1].text == "How much?"


def test_answers_show_which_problems_are_still_open():
    (slide,) = slides(
        PersonaAnswer(id="a", persona="gone", problem="Closed at 7"),
        PersonaAnswer(id="b", persona="gone", problem="Too far"),
    )
    assert en(slide.title) == "2 problems are still without an answer"
    assert slide.body.rows[0][0] == ""
