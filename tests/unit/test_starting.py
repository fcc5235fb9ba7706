"""Starting costs no more than it must."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from canvas.i18n import translator
from canvas.i18n.translator import Translator
from canvas.settings import ROOT

UNNEEDED = ("pandas", "numpy", "PIL", "pptx", "babel.messages.pofile")


def test_serving_loads_no_library_that_the_first_page_does_not_need(tmp_path):
    Translator("fr")  # the catalogue may have to be compiled once
    code = (
        "import sys, canvas.ui.routes;"
        "from canvas.services import open_strategies;"
        "from canvas.i18n import Translator;"
        "Translator('fr');"
        f"open_strategies('sqlite:///{tmp_path / 'canvas.sqlite3'}');"
        f"print(*[name for name in {UNNEEDED} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_pandas_can_still_be_imported_after_the_store():
    code = "import canvas.store.driver, numpy, pandas; print(pandas.Series([1]).sum())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "1"


@pytest.fixture
def catalogues(tmp_path, monkeypatch):
    """A folder of our own with the catalogues, none of them compiled."""
    ignore = shutil.ignore_patterns("*.mo")
    shutil.copytree(translator._LOCALES, tmp_path / "locales", ignore=ignore)
    monkeypatch.setattr(translator, "_LOCALES", tmp_path / "locales")
    translator._load.cache_clear()
    yield tmp_path / "locales" / "fr" / "LC_MESSAGES"
    translator._load.cache_clear()


def test_a_catalogue_is_compiled_once_and_again_when_it_changes(catalogues):
    assert Translator("fr")("Undo") == "Annuler"
    kept = catalogues / "canvas.mo"
    compiled = kept.stat().st_ino
    translator._load.cache_clear()
    assert Translator("fr")("Undo") == "Annuler"
    assert kept.stat().st_ino == compiled
    source = catalogues / "canvas.po"
    source.write_text(source.read_text("utf-8").replace("Annuler", "Défaire"), "utf-8")
    translator._load.cache_clear()
    assert Translator("fr")("Undo") == "Défaire"


def test_a_catalogue_is_read_where_nothing_may_be_written(catalogues, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert Translator("fr")("Undo") == "Annuler"
    assert not (catalogues / "canvas.mo").exists()
