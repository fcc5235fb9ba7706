"""The crash harnesses in short; `python -m tests.crash.kill` and `.power` run them in full."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

needs_posix = pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed")
needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: no power cut can be replayed"
)


def harness(name, *options):
    """Run a harness; it fails unless what it expects has happened."""
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.crash.{name}", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    print(ran.stdout)
    if "ptrace" in ran.stderr and "not permitted" in ran.stderr:
        pytest.skip("this system lets nobody trace a process: no power cut can be replayed")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@needs_posix
def test_killing_the_process_loses_no_edit_that_was_acknowledged():
    assert "10 kills" in harness("kill", "--times", "10")


@needs_posix
def test_a_store_that_acknowledges_too_early_is_caught():
    harness("kill", "--times", "6", "--too-early")


@needs_strace
def test_cutting_the_power_loses_no_edit_that_was_acknowledged():
    assert "40 acknowledgements" in harness("power", "--cuts", "40")


@needs_strace
def test_a_database_that_syncs_less_often_is_caught():
    harness("power", "--cuts", "25", "--synchronous", "NORMAL")
