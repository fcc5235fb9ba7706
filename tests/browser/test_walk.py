"""A new user walks all the steps with their own case, comes back, and leaves with a deck."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pptx import Presentation

from canvas.i18n import Translator
from canvas.steps import RECORD_TYPES, STEPS
from canvas.steps.frame.settings import Depth
from tests.browser.acting import add, choose_list, read, saved

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAME = "Boulangerie des Quatre Vents"

# What the baker types, step by step.  One record type a line, its fields as they come.
CASE: list[tuple[str, list[dict[str, object]]]] = [
    ("organisation", [{"name": "Boulangerie des Quatre Vents", "sector": "Boulangerie"}]),
    ("person", [{"name": "Nora Lemaire", "job": "Boulangère"}]),
    (
        "swot_item",
        [
            {"text": "Levain maison, pétri chaque nuit", "quadrant": "strength", "impact": 5},
            {"text": "Six heures par semaine, seule", "quadrant": "weakness", "impact": 4},
            {"text": "Les ateliers du samedi affichent complet", "quadrant": "opportunity"},
            {"text": "Une enseigne ouvre à 300 m", "quadrant": "threat", "confidence": "fact"},
        ],
    ),
    ("account", [{"handle": "@quatrevents", "network": "instagram", "decision": "develop"}]),
    ("mission", [{"text": "Faire venir le quartier au fournil", "rank": "main"}]),
    (
        "objective",
        [{"title": "Remplir les ateliers", "is_primary": True, "baseline": "20", "target": "45,5"}],
    ),
    ("persona", [{"name": "Sophie", "job": "Infirmière de nuit"}]),
    ("segment", [{"name": "Voisins qui passent sans entrer", "temperature": "cold"}]),
    ("charter_rule", [{"rule": "Répondre à chaque avis, merci compris"}]),
    ("counter_opportunity", [{"description": "Personne ne montre le pétrissage"}]),
    ("network_option", [{"network": "instagram", "role": "main", "effort_hours_week": "3,5"}]),
    ("post", [{"title": "La nuit au fournil en dix photos", "date": "2027-01-12"}]),
    ("team_member", [{"name": "Nora", "hours_week": "6", "cost_hour": "28,50"}]),
    ("reading", [{"date": "2026-12-01", "value": "1234,5"}]),
]


def test_the_bakers_case_from_an_empty_page_to_a_deck(new_tab, server, tmp_path: Path):
    tr = Translator("fr")
    page = new_tab("/")
    page.get_by_label(tr("Name of the strategy")).fill(NAME)
    page.get_by_role("button", name="Créer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cadrage", timeout=30_000)

    page.get_by_text(tr(Depth.COMPLETE.label), exact=True).click()
    for step in STEPS:
        if step is not STEPS[0]:
            page.locator(".st-key-menu").get_by_role("link").nth(STEPS.index(step)).click()
            heading = page.get_by_role("heading", level=1)
            expect(heading).to_contain_text(tr(step.title)[:20], timeout=30_000)
        mine = [(key, rows) for key, rows in CASE if RECORD_TYPES[key] in step.records]
        for key, rows in mine:
            choose_list(page, RECORD_TYPES[key], tr)
            for values in rows:
                add(page, RECORD_TYPES[key], values)
            page.get_by_role("heading", level=1).click()
            saved(page)
        if mine:
            # Closing the browser loses nothing: what was typed is there after a reload.
            key, rows = mine[-1]
            page.reload()
            choose_list(page, RECORD_TYPES[key], tr)
            name, value = next(
                (n, v)
                for n, v in rows[0].items()
                if RECORD_TYPES[key].field(n).kind in ("text", "number", "date")
            )
            shown = read(page, RECORD_TYPES[key], 0, name).replace("\u202f", "")
            assert shown == str(value)

    heading = next(h for h in server.service.headings(server.person) if h.name == NAME)
    strategy = server.service.open(heading.id, server.person)
    for key, rows in CASE:
        found = strategy.records[key]
        assert len(found) == len(rows), key
    objective = strategy.records["objective"][0]
    assert (objective.baseline, objective.target) == (20, 45.5)
    assert strategy.records["team_member"][0].cost_hour == 2850

    page.locator(".st-key-menu").get_by_role("link").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Livrables", timeout=30_000)
    with page.expect_download(timeout=60_000) as downloading:
        page.get_by_role("button", name="PowerPoint en français").click(delay=60)
    deck = Presentation(io.BytesIO(Path(downloading.value.path()).read_bytes()))
    text = "\n".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    assert NAME in text
    assert "Levain maison" in text

    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deliver", timeout=30_000)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Deliver", timeout=30_000)
