"""Nothing typed is lost or repeated, however fast the hands and slow the machine."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from canvas.steps.audit.swot import SwotItem

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


AT_NEW_LINE = """() => {
  let at = document.activeElement;
  while (at.shadowRoot) at = at.shadowRoot.activeElement;
  return at.tagName === "TEXTAREA" && at.closest(".row")?.classList.contains("ghost");
}"""


def saved(page: Page) -> None:
    """Wait until the page says that all is saved."""
    expect(page.get_by_test_id("save-state")).to_have_attribute(
        "data-state", "saved", timeout=30_000
    )


def throttle(page: Page, times: int) -> None:
    if times > 1:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


def type_lines(page: Page, lines: list[tuple[str, str, int, str]], gap: int) -> None:
    """Type whole lines with the keyboard alone, `gap` ms after each key that leaves a field."""
    first = page.locator(".row.ghost textarea").first
    first.click()
    for text, quadrant, impact, _ in lines:
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        page.wait_for_timeout(gap)
        page.keyboard.type(quadrant[:4])
        page.keyboard.press("Tab")
        page.wait_for_timeout(gap)
        for _ in range(impact):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.wait_for_timeout(gap)
        # Past the tools of the line, down to the next one.
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate(AT_NEW_LINE):
                break
        page.wait_for_timeout(gap)


@pytest.mark.parametrize(
    ("slowdown", "gap"),
    [
        (8, 60),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in [(1, 60), (4, 60), (1, 180), (4, 180), (8, 180)]
        ),
    ],
)
def test_a_list_typed_with_tab_keeps_every_keystroke(new_tab, server, slowdown, gap):
    strategy_id = server.service.create(server.person, {"name": f"Saisie {slowdown} {gap}"})
    page = new_tab(f"/audit?show=swot_item&strategy={strategy_id}&lang=en", locale="en-GB")
    page.locator(".row.ghost textarea").first.wait_for()
    throttle(page, slowdown)
    lines = [
        (f"Note {n} of {gap} ms, x", q, 3, "")
        for n, q in enumerate(["Strength", "Weakness", "Opportunity", "Threat"])
    ]
    type_lines(page, lines, gap)
    page.locator("h1").first.click()
    saved(page)
    found = server.service.open(strategy_id, server.person).of(SwotItem)
    assert [(i.text, i.quadrant and i.quadrant.label) for i in found] == [
        (t, q) for t, q, _, _ in lines
    ]
    # The first arrow leaves “1” for “2”, as in any group of radio buttons.
    assert [i.impact for i in found] == [4, 4, 4, 4]
    page.reload()
    boxes = page.locator(".row:not(.ghost) .kind-text textarea")
    expect(boxes).to_have_count(4, timeout=30_000)
    assert [boxes.nth(n).input_value() for n in range(4)] == [t for t, *_ in lines]
    # What is refused of a line leaves nothing behind where the line is deleted at once.
    page.locator(".row.ghost textarea").first.fill("x" * 5000)
    page.locator(".row").nth(4).locator(".remove").click()
    expect(boxes).to_have_count(4)
    saved(page)


def test_a_tab_closed_in_the_middle_of_a_word_keeps_what_was_typed(
    new_tab, server, strategy_id, browser
):
    context = browser.new_context(locale="fr-FR")
    page = new_tab(f"/audit?show=swot_item&strategy={strategy_id}", context=context)
    page.locator(".row.ghost textarea").first.click()
    page.keyboard.type("Une idée interromp")
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    again = new_tab(f"/audit?show=swot_item&strategy={strategy_id}", context=context)
    expect(again.locator(".row:not(.ghost) textarea").first).to_have_value(
        "Une idée interromp", timeout=20_000
    )
    saved(again)
    assert [i.text for i in server.service.open(strategy_id, server.person).of(SwotItem)] == [
        "Une idée interromp"
    ]
    context.close()
