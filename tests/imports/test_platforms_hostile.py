"""Whatever the bytes, a file of figures is read, asked about, or refused in one sentence."""

import contextlib
import datetime as dt
import json
import random
import subprocess
import sys
import time

import pytest

from canvas.domain.errors import CanvasError
from canvas.imports.platforms import read_file
from canvas.settings import ROOT
from tests.imports.hostile_figures import CASES
from tests.imports.platform_files import FILES

MEMORY = 600_000_000
"""Bytes of the whole process, while one of its files has 200 MB."""

CHILD = """
import datetime, json, resource, sys
from pathlib import Path
from canvas.domain.errors import CanvasError
from canvas.imports.platforms import read_file
import openpyxl
answers = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    name = path.name.partition("-")[2]
    content = path.read_bytes()
    try:
        found = read_file(name, content, read_on=datetime.date(2026, 9, 30))
        answers[path.name] = [found.questions[0] if found.questions else "", ""]
        if not found.questions and not (found.batch.days or found.batch.posts):
            answers[path.name] = ["no figures", ""]
    except CanvasError as error:
        answers[path.name] = [type(error).__name__, str(error)]
# Of this program alone: getrusage counts what its parent held when it was started.
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
print(json.dumps({"answers": answers, "peak": peak, "below": below}))
"""


def file_of(number, case):
    return f"{number:03d}-{case.file}"


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What each hostile file is answered with, all read by one process."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, case in enumerate(CASES):
        (folder / file_of(number, case)).write_bytes(case.make())
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    for path in folder.iterdir():
        path.unlink()
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("number", "case"), list(enumerate(CASES)), ids=[case.name for case in CASES]
)
def test_a_hostile_file_is_answered_with_one_sentence(answers, number, case):
    kind, sentence = answers["answers"][file_of(number, case)]
    assert kind == case.answer
    if sentence:
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "“”" not in sentence
        assert "{" not in sentence
        assert "Traceback" not in sentence


def test_there_are_more_than_sixty_of_them():
    assert len({case.name for case in CASES}) == len(CASES) >= 60


def test_all_of_them_together_take_little_memory(answers):
    assert answers["peak"] < MEMORY
    assert answers["below"] < MEMORY


@pytest.mark.parametrize("key", [key for key in FILES if key.endswith("-en")])
def test_mutated_files_give_figures_or_a_sentence(key):
    chance = random.Random(key)
    content = FILES[key].content()
    slowest = 0.0
    for _ in range(12 if FILES[key].kind == "xls" else 150):
        began = time.perf_counter()
        with contextlib.suppress(CanvasError):
            read_file("a", mutated(content, chance), read_on=dt.date(2026, 9, 30))
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 10


def mutated(content, chance):
    """Return a file with a few bytes changed, cut out, put in or doubled."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randint(1, 30)]
            case 2:
                found[place:place] = bytes(chance.choices(b'",;#E+ 019\n\r\0\xff', k=5))
            case 3:
                found[place:place] = found[place : place + 60]
    return bytes(found)
