"""When the database or a file is not as it should be: a sentence, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from canvas.domain.ids import new_id
from canvas.exports.project import build_project
from canvas.i18n import Translator
from canvas.services import Person, exchange, open_strategies
from canvas.steps.audit.swot import SwotItem
from tests.browser.acting import choose_list, editor, saved
from tests.browser.conftest import ROOT, assert_quiet, serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TR = Translator("en")
OWNER = Person("owner")
ORDINARY = ("setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search")
"""Run the app as the administrator without the right to pass over rights."""


@pytest.fixture
def page(browser):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    context.close()
    assert not broken


def state(page: Page):
    return page.get_by_test_id("save-state")


def write(page: Page, box, text: str) -> None:
    box.fill(text)
    page.get_by_role("heading", level=1).click()


def test_what_is_typed_while_the_database_is_in_trouble_is_kept_and_stored_later(page, tmp_path):
    with serving(tmp_path) as server:
        record_id = new_id()
        line = ("swot_item", record_id, {"text": "As it was"})
        strategy_id = server.service.create(OWNER, {"name": "Trouble"}, [line])
        file = tmp_path / "canvas.sqlite3"

        def stored() -> str:
            return server.service.open(strategy_id, OWNER).of(SwotItem)[0].text

        page.goto(f"{server.url}/audit?show=swot_item&strategy={strategy_id}&lang=en")
        choose_list(page, SwotItem, TR)
        cell = editor(page, SwotItem).locator('.row:not(.ghost) [data-field="text"]')
        box = cell.locator("textarea")

        with locked(file):
            write(page, box, "Typed under a lock")
            expect(cell.get_by_role("alert")).to_contain_text("busy by another", timeout=30_000)
            expect(state(page)).to_have_text("Not saved yet: trying again")
            expect(box).to_have_value("Typed under a lock")
            box.press_sequentially(" and more")  # the page goes on meanwhile
        saved(page)
        expect(cell.get_by_role("alert")).to_have_count(0)
        assert stored() == "Typed under a lock and more"

        away = file.rename(tmp_path / "elsewhere")
        write(page, box, "Typed without a file")
        expect(cell.get_by_role("alert")).to_contain_text("moved, deleted", timeout=10_000)
        expect(box).to_have_value("Typed without a file")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_test_id("stToast")).to_contain_text("moved, deleted")
        assert not file.exists(), "no empty database in its place"
        away.rename(file)
        saved(page)
        assert stored() == "Typed without a file"

        # A right taken away while the page is open: the fragment says so in its place.
        server.service.store.revoke(strategy_id, "owner")
        write(page, box, "Typed without a right")
        expect(page.get_by_role("heading", name="This cannot go on")).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        server.service.store.grant(strategy_id, "owner", "owner")
        page.get_by_role("button", name="Try again").click()
        expect(box).to_have_value("Typed without a right", timeout=10_000)
        write(page, box, "Typed with it")
        saved(page)
        assert stored() == "Typed with it"
        assert_quiet(server)


@contextmanager
def locked(file: Path):
    """Let another process hold the database for writing."""
    holding = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "print('locked', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", holding, str(file)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout.readline() == "locked\n"
        yield
    finally:
        holder.communicate("")


def test_a_database_that_cannot_be_used_gives_a_page_that_says_what_to_do(page, tmp_path):
    sound = tmp_path / "sound"
    place = tmp_path / "place"
    place.mkdir()
    service = open_strategies(f"sqlite:///{sound / 'canvas.sqlite3'}")
    service.create(OWNER, {"name": "Here all along"})
    service.store.backup()
    service.store.close()
    file = place / "canvas.sqlite3"

    def restore() -> None:
        place.chmod(0o755)
        shutil.rmtree(place)
        shutil.copytree(sound, place)

    def foreign() -> None:
        shutil.rmtree(place / "backups")
        file.write_text("A letter to the bank\n" * 300)

    def another_programs() -> None:
        shutil.rmtree(place / "backups")
        file.unlink()
        with sqlite3.connect(file) as db:
            db.execute("CREATE TABLE invoice (id)")
        db.close()

    def newer() -> None:
        with sqlite3.connect(file) as db:
            db.execute("PRAGMA user_version=99")
        db.close()

    def damaged() -> None:
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2])

    def read_only() -> None:
        file.chmod(0o444)
        place.chmod(0o555)

    cases = [
        (foreign, "belongs to another program"),
        (another_programs, "belongs to another program"),
        (newer, "written by a newer version of Canevas"),
        (damaged, "is damaged"),
        (lambda: file.write_bytes(b""), "is empty, although it held strategies before"),
        (file.unlink, "is missing, although it was here before"),
    ]
    as_anybody = os.geteuid() != 0
    before = () if as_anybody else ORDINARY if shutil.which("setpriv") else None
    if before is not None:
        cases.append((read_only, "cannot be written to"))
    first, *_ = cases
    restore()
    first[0]()
    with serving(place, before=before or ()) as server:
        for arrange, said in cases:
            restore()
            arrange()
            held = file.read_bytes() if file.exists() else None
            page.goto(f"{server.url}/?lang=en")
            expect(page.get_by_role("heading", name="This cannot go on")).to_be_visible(
                timeout=20_000
            )
            expect(page.get_by_role("alert")).to_contain_text(said)
            expect(page.get_by_test_id("stException")).to_have_count(0)
            assert (file.read_bytes() if file.exists() else None) == held, said
            assert page.request.get(f"{server.url}/health").status == 503
        restore()
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_text("Here all along").first).to_be_visible(timeout=20_000)


def test_a_project_file_that_cannot_be_read_is_refused_in_one_sentence(
    new_tab, server, strategy_id, tmp_path
):
    whole = build_project(server.service.open(strategy_id, OWNER))
    document = json.loads(whole)
    future = {**document, "version": 99}
    broken = {**document, "records": {"swot_item": [{"id": "a", "text": 7}]}}
    twice = {**document, "records": {"swot_item": [{"id": "a"}, {"id": "a"}]}}
    not_ours = "n’est pas un fichier de projet"
    refused = [
        ("cut.json", whole[: len(whole) // 2], "abîmé"),
        ("bytes.json", b"\x00\xff\xfe not a project", not_ours),
        ("future.json", json.dumps(future).encode(), "plus récente"),
        ("foreign.json", b'{"name": "package", "version": "1.0.0"}', not_ours),
        ("broken.json", json.dumps(broken).encode(), "numéro 1"),
        ("nested.json", b"[" * 100_000, not_ours),
        ("twice.json", json.dumps(twice).encode(), "deux fois"),
    ]
    enormous = tmp_path / "enormous.json"
    with enormous.open("wb") as file:
        file.truncate(500_000_000)
    count = len(server.service.headings(OWNER))
    page = new_tab("/")
    here = page.locator(".st-key-new")
    here.get_by_text("Importer un fichier de projet").click()
    chooser = here.get_by_test_id("stFileUploaderDropzoneInput")
    for name, content, said in refused:
        chooser.set_input_files({"name": name, "mimeType": "application/json", "buffer": content})
        expect(here.get_by_role("alert").filter(has_text=said)).to_have_count(1, timeout=20_000)
    # Streamlit refuses this one before it is sent, in English; the label names the limit.
    chooser.set_input_files(enormous)
    expect(here.get_by_text("must be 30")).to_be_visible()
    expect(here.get_by_text(f"{exchange.UPLOAD_LIMIT} M").first).to_be_visible()
    configured = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert configured["server"]["maxUploadSize"] == exchange.UPLOAD_LIMIT
    assert len(server.service.headings(OWNER)) == count
