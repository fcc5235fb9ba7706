"""Persona cards and the content matrix: written, pictured, dragged, moved with keys alone."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from canvas.steps.personas import (
    Persona,
    PersonaAnswer,
    PersonaEvidence,
    StageContent,
    StageQuestion,
)
from tests.browser.acting import saved
from tests.browser.test_board import drag

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


class Open:
    """A strategy with two personas, opened in tabs."""

    def __init__(self, new_tab, server, rows) -> None:
        self.new_tab = new_tab
        self.server = server
        self.id = server.service.create(server.person, {"name": "Essai"}, rows)

    def __call__(self, show: str, **options) -> Page:
        page = self.new_tab(f"/personas?strategy={self.id}&show={show}", **options)
        page.locator(".canvas .adder").first.wait_for(timeout=30_000)
        return page

    def of(self, record_type):
        return self.server.service.open(self.id, self.server.person).of(record_type)


@pytest.fixture
def opened(new_tab, server):
    return Open(
        new_tab,
        server,
        [
            ("persona", "nadia", {"name": "Nadia", "rank": "primary", "needs": ["Du bon pain"]}),
            ("persona", "yvon", {"name": "Yvon", "rank": "secondary"}),
            ("stage_question", "q1", {"text": "Où ?", "stage": "comparing", "persona": "nadia"}),
            ("persona_evidence", "e1", {"text": "Vu", "persona": "nadia", "confidence": "fact"}),
            (
                "stage_content",
                "c1",
                {"content": "Vidéo", "stage": "unaware", "persona": "nadia", "state": "exists"},
            ),
            ("stage_content", "c2", {"content": "Guide", "stage": "unaware", "persona": "nadia"}),
            ("stage_content", "c3", {"content": "Avis", "stage": "buying", "persona": "yvon"}),
            ("journey_stage", "j", {"own_name": "Passe", "stage": "unaware", "persona": "nadia"}),
        ],
    )


def card(page: Page, who: str) -> Locator:
    return page.locator(f'.persona[data-id="{who}"]')


def field(scope: Locator, name: str) -> Locator:
    return scope.locator(f'.cell[data-field="{name}"]')


def photo(size=(900, 600), kind: str = "PNG") -> dict:
    stream = io.BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(stream, kind)
    return {"name": "photo.png", "mimeType": "image/png", "buffer": stream.getvalue()}


# --- The cards --------------------------------------------------------------------------


def test_a_card_is_filled_in_where_it_stands(opened):
    page = opened("persona_cards")
    nadia = card(page, "nadia")
    field(nadia, "job").locator("textarea").fill("Infirmière")
    last = field(nadia, "needs").locator("textarea").last
    last.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("Sans détour")
    page.keyboard.press("Enter")
    page.keyboard.type("Le matin")
    page.keyboard.press("Tab")
    nadia.get_by_role("button", name="+ Objections").click()
    page.keyboard.type("La Grange est ouverte")
    field(nadia, "rank").locator("select").select_option("secondary")
    saved(page)
    found = opened.of(Persona)[0]
    assert found.job == "Infirmière"
    assert found.needs == ("Du bon pain", "Sans détour", "Le matin")
    assert found.objections == ("La Grange est ouverte",)
    assert str(found.rank) == "secondary"


def test_a_persona_begins_with_a_name_and_enter(opened):
    page = opened("persona_cards")
    page.locator(".newcomer textarea").click()
    page.keyboard.type("Zoé")
    page.keyboard.press("Enter")
    page.keyboard.type("Étudiante")
    saved(page)
    zoe = opened.of(Persona)[2]
    assert (zoe.name, zoe.job) == ("Zoé", "Étudiante")
    expect(page.locator(".persona")).to_have_count(3)
    expect(card(page, zoe.id).locator(".initials")).to_have_text("Z")


def test_answers_and_questions_are_written_on_the_card(opened):
    page = opened("persona_cards")
    nadia = card(page, "nadia")
    nadia.locator(".of-answers .adder textarea").click()
    page.keyboard.type("Rayon vide à 17 h")
    page.keyboard.press("Enter")
    page.keyboard.type("Une fournée à 16 h 30")
    page.keyboard.press("Tab")
    buying = nadia.locator(".of-questions .group").nth(3)
    buying.locator(".adder textarea").click()
    for text in ("Prenez-vous la carte ?", "À quelle heure ?"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    saved(page)
    answer = opened.of(PersonaAnswer)[0]
    assert (answer.persona, answer.problem) == ("nadia", "Rayon vide à 17 h")
    assert answer.answer == "Une fournée à 16 h 30"
    asked = [(q.text, str(q.stage), q.persona) for q in opened.of(StageQuestion)[1:]]
    assert asked == [
        ("Prenez-vous la carte ?", "buying", "nadia"),
        ("À quelle heure ?", "buying", "nadia"),
    ]
    expect(nadia.locator(".of-questions .stage").first).to_have_text("Passe")


def test_what_is_guessed_is_told_from_what_is_known(opened):
    page = opened("persona_cards")
    nadia = card(page, "nadia")
    expect(nadia.locator(".proof.fact")).to_contain_text("1")
    expect(nadia.locator(".proof.guess")).to_have_count(0)
    expect(card(page, "yvon").locator(".proof.fact")).to_have_count(0)
    nadia.locator(".of-evidence .adder textarea").click()
    page.keyboard.type("Elles viennent à pied")
    page.keyboard.press("Enter")
    expect(nadia.locator(".proof.guess")).to_contain_text("1")
    saved(page)
    note = opened.of(PersonaEvidence)[1]
    assert (str(note.confidence), note.persona) == ("hypothesis", "nadia")
    nadia.locator(".of-evidence select").last.select_option("fact")
    expect(nadia.locator(".proof.fact")).to_contain_text("2")
    saved(page)


def test_a_picture_is_chosen_undone_and_removed(opened):
    page = opened("persona_cards")
    avatar = card(page, "nadia").locator(".avatar")
    avatar.locator('input[type="file"]').set_input_files(photo())
    expect(avatar.locator("img")).to_be_visible()
    saved(page)
    kept = opened.of(Persona)[0].picture
    assert kept.startswith("/9j/")
    expect(avatar.locator("img")).to_have_attribute("src", f"data:image/jpeg;base64,{kept}")
    assert avatar.locator("img").evaluate("image => image.naturalWidth") == 320
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(avatar.locator("img")).to_be_hidden()
    expect(avatar.locator(".initials")).to_have_text("N")
    page.get_by_role("button", name="Rétablir", exact=True).click()
    expect(avatar.locator("img")).to_be_visible()
    avatar.locator(".unset").click()
    saved(page)
    assert opened.of(Persona)[0].picture == ""


def test_a_small_file_goes_as_it_is_and_what_is_no_picture_is_refused_with_a_sentence(opened):
    page = opened("persona_cards")
    avatar = card(page, "yvon").locator(".avatar")
    file = avatar.locator('input[type="file"]')
    file.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(avatar.get_by_role("alert")).to_contain_text("PNG")
    assert opened.of(Persona)[1].picture == ""
    file.set_input_files(photo((64, 64), "WEBP"))
    expect(avatar.locator("img")).to_be_visible()
    saved(page)
    expect(avatar.get_by_role("alert")).to_have_count(0)
    assert opened.of(Persona)[1].picture.startswith("/9j/")


def test_a_heavy_file_that_is_no_picture_is_refused_before_it_is_sent(opened):
    page = opened("persona_cards")
    avatar = card(page, "yvon").locator(".avatar")
    heavy = {"name": "a.png", "mimeType": "image/png", "buffer": b"0" * 400_000}
    avatar.locator('input[type="file"]').set_input_files(heavy)
    expect(avatar.locator(".refusal")).to_be_visible()
    saved(page)


@pytest.mark.slow
def test_a_persona_that_somebody_else_writes_in_is_not_redrawn_under_the_cursor(opened):
    page, other = opened("persona_cards"), opened("persona_cards")
    quote = field(card(page, "nadia"), "quote").locator("textarea")
    quote.click()
    page.keyboard.type("Je passe")
    field(card(other, "nadia"), "job").locator("textarea").fill("Médecin")
    other.keyboard.press("Tab")
    saved(other)
    expect(field(card(page, "nadia"), "job").locator("textarea")).to_have_value("Médecin")
    page.keyboard.type(" souvent")
    page.keyboard.press("Tab")
    saved(page)
    found = opened.of(Persona)[0]
    assert (found.job, found.quote) == ("Médecin", "Je passe souvent")


@pytest.mark.slow
def test_the_list_of_personas_shows_the_picture_and_never_its_letters(opened):
    page = opened("persona_cards")
    avatar = card(page, "nadia").locator(".avatar")
    avatar.locator('input[type="file"]').set_input_files(photo())
    expect(avatar.locator("img")).to_be_visible()
    saved(page)
    page.goto(page.url + "&show=persona")
    page.locator(".editor .row").first.wait_for()
    page.locator(".editor button.toggle").first.click()
    expect(page.locator(".editor .kind-picture img").first).to_be_visible()
    shown = page.locator(".editor").inner_text()
    assert "/9j/" not in shown


# --- The matrix -------------------------------------------------------------------------


def place(page: Page, stage: str, persona: str) -> Locator:
    return page.locator(f'.place[data-place="{stage}|{persona}"]')


def content(page: Page, key: str) -> Locator:
    return page.locator(f'.content[data-id="{key}"]:not(.ghosted)')


def stored(opened) -> dict[str, tuple[str, str]]:
    return {c.id: (str(c.stage), c.persona) for c in opened.of(StageContent)}


def test_contents_are_written_one_after_the_other_in_a_cell(opened):
    page = opened("content_matrix")
    here = place(page, "fan", "yvon")
    expect(here).to_have_class("place hole")
    expect(here.locator(".nothing")).to_contain_text("Yvon")
    here.locator(".adder textarea").click()
    for text in ("Le mur des photos", "Un mot de merci"):
        page.keyboard.type(text)
        page.keyboard.press("Enter")
    saved(page)
    found = [
        (c.content, str(c.stage), c.persona, str(c.state)) for c in opened.of(StageContent)[3:]
    ]
    assert found == [
        ("Le mur des photos", "fan", "yvon", "to_create"),
        ("Un mot de merci", "fan", "yvon", "to_create"),
    ]
    expect(here).not_to_have_class("place hole")
    expect(page.locator(".sum.to_create")).to_contain_text("2")
    expect(place(page, "unaware", "nadia").locator(".own")).to_have_text("Passe")


@pytest.mark.parametrize("by", ["mouse", pytest.param("touch", marks=pytest.mark.slow)])
def test_a_content_is_dragged_to_another_cell_and_undone(opened, by):
    page = opened("content_matrix", has_touch=by == "touch", height=1800)
    drag(page, content(page, "c1").locator(".handle"), content(page, "c3"), by=by)
    expect(place(page, "buying", "yvon").locator(".content")).to_have_count(2)
    saved(page)
    assert stored(opened)["c1"] == ("buying", "yvon")
    page.goto(page.url + "&show=content_matrix")
    page.locator(".content").first.wait_for(timeout=30_000)
    first = place(page, "buying", "yvon").locator(".content textarea").first
    expect(first).to_have_value("Vidéo")
    page.get_by_role("button", name="Annuler", exact=True).click()
    expect(place(page, "buying", "yvon").locator(".content")).to_have_count(1)
    assert stored(opened)["c1"] == ("unaware", "nadia")


def test_a_content_is_moved_told_and_removed_with_keys_alone(opened):
    page = opened("content_matrix")
    content(page, "c1").locator(".handle").focus()
    page.keyboard.press("ArrowRight")
    expect(place(page, "unaware", "yvon").locator(".content")).to_have_count(1)
    expect(page.locator(".canvas .voice")).to_contain_text("Yvon")
    page.keyboard.press("ArrowDown")
    expect(place(page, "problem_aware", "yvon").locator(".content")).to_have_count(1)
    saved(page)
    assert stored(opened)["c1"] == ("problem_aware", "yvon")
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    page.keyboard.type(" courte")
    page.keyboard.press("Enter")
    page.keyboard.type("Regardez")
    page.keyboard.press("Tab")
    page.wait_for_timeout(500)  # the bar may still say that what came before is saved
    saved(page)
    changed = opened.of(StageContent)[0]
    assert (changed.content, changed.cta) == ("Vidéo courte", "Regardez")
    content(page, "c1").locator(".handle").focus()
    page.keyboard.press("Delete")
    saved(page)
    assert "c1" not in stored(opened)


@pytest.mark.slow
def test_two_tabs_moving_two_contents_at_once_lose_neither(opened):
    first, second = opened("content_matrix"), opened("content_matrix")
    content(first, "c1").locator(".handle").focus()
    content(second, "c2").locator(".handle").focus()
    first.keyboard.press("ArrowRight")
    second.keyboard.press("ArrowRight")
    saved(first)
    saved(second)
    for page in (first, second):
        here = place(page, "unaware", "yvon").locator(".content")
        expect(here).to_have_count(2, timeout=10_000)
    assert {stored(opened)[key] for key in ("c1", "c2")} == {("unaware", "yvon")}


def test_on_a_phone_nothing_sticks_out(opened):
    for show in ("persona_cards", "content_matrix"):
        page = opened(show, width=390, height=844)
        root = page.locator(".canvas").first
        assert root.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_the_parts_of_the_cards_are_projected_one_by_one(opened):
    page = opened("persona_cards", width=1920, height=1080)
    page.locator(".bar button").last.click()
    page.locator(".projection .title").wait_for(timeout=20_000)
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    expect(page.locator(".persona .part")).to_have_count(14)
    for part in ("who", "needs"):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f".persona .of-{part}")).to_have_count(2)
        expect(page.locator(".persona .part")).to_have_count(2)
    expect(page.locator(".proof.fact")).to_have_count(1)
