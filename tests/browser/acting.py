"""What a person does on a page: choose a list, fill in fields, wait for “saved”."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from canvas.domain.records import Record
from canvas.i18n import Translator
from canvas.steps import STEPS


def saved(page: Page) -> None:
    """Wait until the page says that all is saved."""
    state = page.get_by_test_id("save-state")
    expect(state).to_have_attribute("data-state", "saved", timeout=30_000)


def choose_list(page: Page, record_type: type[Record], tr: Translator) -> None:
    """Choose the view, then the list of a record type."""
    step = next(step for step in STEPS if record_type in step.records)
    view = next(view for view in step.views if record_type in view.records)
    if len(step.views) > 1:
        _press(page, f"views-{step.key}", tr(view.title))
    if len(view.records) + len(view.canvases) > 1:
        name = record_type.one if record_type.single else record_type.many
        _press(page, f"lists-{step.key}-{view.key}", tr(name))
    editor(page, record_type).wait_for()


def _press(page: Page, key: str, label: str) -> None:
    option = page.locator(f".st-key-{key}").get_by_role("radio", name=label, exact=True)
    if option.get_attribute("aria-checked") != "true":
        option.click()
        expect(option).to_have_attribute("aria-checked", "true")


def editor(page: Page, record_type: type[Record]) -> Locator:
    """Return the editor of a record type."""
    return page.locator(f".st-key-editor-{record_type.key} .editor")


def fill(scope: Locator, record_type: type[Record], name: str, value: object) -> None:
    """Fill in one field as its kind asks; choices by their codes."""
    field = record_type.field(name)
    cell = scope.locator(f'.cell[data-field="{name}"]').first
    match field.kind:
        case "choice" | "link":
            cell.locator("select").select_option(str(value))
        case "choices":
            for code in value:  # type: ignore[attr-defined]
                wanted = [str(choice) for choice in field.choices].index(code)
                cell.locator("input").nth(wanted).check(force=True)
        case "flag":
            cell.locator("input").set_checked(bool(value))
        case "rating":
            low = int(field.minimum)
            cell.locator("input").nth(int(value) - low).click()  # type: ignore[call-overload]
        case _:
            box = cell.locator("textarea, input").first
            box.click()
            box.fill(str(value))
            box.blur()


def add(page: Page, record_type: type[Record], values: dict[str, object]) -> None:
    """Write a new record into the last line of a list, or fill in the form."""
    here = editor(page, record_type)
    if record_type.single:
        for name, value in values.items():
            fill(here, record_type, name, value)
        return
    count = here.locator(".row").count()
    row = here.locator(".row").nth(count - 1)
    first, *rest = values.items()
    fill(row, record_type, *first)
    expect(here.locator(".row")).to_have_count(count + 1)
    details = [name for name, _ in rest if not record_type.field(name).in_list]
    if details:
        row.locator("button.toggle").click()
    for name, value in rest:
        fill(row, record_type, name, value)


def read(page: Page, record_type: type[Record], index: int, name: str) -> str:
    """Return what a text field shows."""
    here = editor(page, record_type)
    row = here.locator(".row").nth(index)
    return row.locator(f'.cell[data-field="{name}"]').locator("textarea, input").first.input_value()
