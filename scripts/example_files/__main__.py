"""Write the platform files of the examples, and the figures in their project files.

    python -m scripts.example_files

They are what LinkedIn, Meta, YouTube and Google Analytics let one download, in their own
formats, with figures made up once and for all: the same content each time.  The software
firm has a year of them, month by month, of which the last two are in its project file;
the bakery has two, both of them there.
"""

from __future__ import annotations

from scripts.example_files import bakery, software
from scripts.example_files.embedding import EXAMPLES, FOLDERS, embedded, example


def main() -> None:
    """Write all files."""
    for folder in FOLDERS.values():
        folder.mkdir(exist_ok=True)
    for name, content in software.files(example("software")):
        (FOLDERS["software"] / name).write_bytes(content)
    for name, content in bakery.files():
        (FOLDERS["bakery"] / name).write_bytes(content)
    for name in FOLDERS:
        (EXAMPLES / f"{name}.canevas.json").write_bytes(embedded(name))


if __name__ == "__main__":
    main()
